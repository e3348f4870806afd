import pytest

from domain.announcement import Fact
from tests.domain.announcement.reading import only, words

TEXT = "Szkolenie „Prawo wodne”\n12 września 2025 r., godz. 9:00\nZapisy: {}\n"


@pytest.mark.parametrize(
    "link", ["https://[", "http://", "http://[::1", "https://-", "https://a:99999/", "http://10.0.0.1/z"]
)
def test_what_leads_nowhere_by_a_name_is_no_link(link: str) -> None:
    assert only(TEXT.format(link)).draft.signup_url is None


@pytest.mark.parametrize("link", ["https://user:pass@example.org/z", "https://example.org@10.0.0.1/z"])
def test_an_address_that_hides_another_is_no_link(link: str) -> None:
    assert only(TEXT.format(link)).draft.signup_url is None


def test_a_link_without_its_scheme_can_be_opened_all_the_same() -> None:
    text = TEXT.format("www.example.org/zapisy")
    found = only(text)
    assert (found.draft.signup_url, words(text, found, Fact.SIGNUP_URL)) == (
        "https://www.example.org/zapisy",
        "www.example.org/zapisy",
    )
