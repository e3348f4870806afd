from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as some

from domain.folding import fold
from domain.question.forms import Forms, MorfeuszForms, PlainForms, available

written = some.text("aąbcćdeęghiklłmnńoóprsśtuwyzźżAŁ12", min_size=1, max_size=14)


@pytest.fixture(scope="module")
def dictionary() -> Forms:
    pytest.importorskip("morfeusz2")
    return available.__wrapped__()


@pytest.fixture(scope="module", params=["dictionary", "rules"])
def forms(request: pytest.FixtureRequest) -> Forms:
    return PlainForms() if request.param == "rules" else request.getfixturevalue("dictionary")


@pytest.mark.parametrize(
    ("word", "asked"),
    [
        ("Zamówienia", "zamowien zamowieniach zamowieniami zamowieniem"),
        ("zamówień", "zamowienie zamowienia zamowieniami"),
        ("teren", "terenu terenie terenow"),
        ("organów", "organ organu organami"),
        ("oświaty", "oswiata oswiate oswiacie"),
        ("publicznych", "publiczne publicznym publiczny publicznego"),
        ("dostępność", "dostepnosci dostepnoscia"),
        ("podatek", "podatku podatki podatkow podatkami"),
        ("podatków", "podatek podatki podatku"),
        ("umowa", "umowe umowy umow umowach"),
        ("urząd", "urzedu urzedzie urzedow"),
        ("skarbnik", "skarbnika skarbnicy skarbnikow"),
        ("inspektor", "inspektora inspektorze inspektorow"),
        ("europejskie", "europejski europejskich europejskiego"),
        ("archiwum", "archiwow archiwa"),
        ("system", "systemu systemow systemie"),
        ("zdrowie", "zdrowia zdrowiu zdrowiem"),
    ],
)
def test_forms_hold_what_is_asked_by(forms: Forms, word: str, asked: str) -> None:
    assert set(asked.split()) <= forms.of(word)


@given(written)
def test_plain_forms_hold_the_word_itself(word: str) -> None:
    assert fold(word) in PlainForms().of(word)


@given(word=written)
def test_forms_are_folded_words_without_gaps(forms: Forms, word: str) -> None:
    assert {fold(word)} <= forms.of(word)
    assert all(form == fold(form) and form.isalnum() for form in forms.of(word))


@pytest.mark.parametrize(
    ("word", "held", "kept_out"),
    [
        ("Kraków", "krakowie krakowa", "krace kraka"),
        ("Gdynia", "gdyni gdynie", "gdynianie"),
        ("Kowalska", "kowalskiej kowalska", ""),
        ("środa", "srode srody", "srodowie"),
        ("RODO", "rodo", "roda rody"),
        ("VAT", "vat vatu vatem", ""),
        ("zieleń", "zieleni", "zielenila"),
        ("dostępny", "dostepna", "najdostepniejszy"),
        ("decyzja", "decyzji", "decyzyj"),
        ("ZAMÓWIENIA", "zamowien", ""),
    ],
)
def test_dictionary_reads_a_word_as_titles_mean_it(dictionary: Forms, word: str, held: str, kept_out: str) -> None:
    assert set(held.split()) <= dictionary.of(word)
    assert not set(kept_out.split()) & dictionary.of(word)


def test_dictionary_leaves_words_it_lacks_to_the_rules(dictionary: Forms) -> None:
    assert dictionary.of("Przykładczanowo") == PlainForms().of("Przykładczanowo")


def test_dictionary_serves_several_threads(dictionary: Forms) -> None:
    words = ["gmina", "powiat", "budżet", "rada", "szkoła", "umowa"] * 50
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(available.__wrapped__().of, words))
    assert found == [dictionary.of(word) for word in words]


def test_rules_stand_in_where_the_dictionary_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("domain.question.forms.morfeusz", lambda: None)
    assert isinstance(available.__wrapped__(), PlainForms)


def test_dictionary_is_used_where_it_is_installed(dictionary: Forms) -> None:
    assert isinstance(dictionary, MorfeuszForms)
