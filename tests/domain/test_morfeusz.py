import sys

import pytest

from domain.announcement.language import dictionary
from domain.morfeusz import morfeusz
from domain.question import forms


def test_there_is_none_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "morfeusz2", None)
    assert morfeusz.__wrapped__() is None


def test_questions_and_announcements_share_one() -> None:
    pytest.importorskip("morfeusz2")
    assert isinstance(forms.available(), forms.MorfeuszForms)
    dictionary.readings("szkolenie")
    assert morfeusz.cache_info().misses == 1
