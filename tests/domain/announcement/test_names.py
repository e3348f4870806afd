import pytest

from domain.announcement.language import dictionary, names, surnames

LOCATIVE, GENITIVE = frozenset({"loc"}), frozenset({"gen"})


@pytest.mark.parametrize(
    ("written", "town"),
    [
        ("Olsztynku", "Olsztynek"),
        ("Gdyni", "Gdynia"),
        ("Pruszczu Gdańskim", "Pruszcz Gdański"),
        ("Nowym Dworze Gdańskim", "Nowy Dwór Gdański"),
        ("Bytowie", "Bytów"),
        ("Wejherowie", "Wejherowo"),
        ("Borowym Młynie", "Borowy Młyn"),
        ("Skórzewie", "Skórzewo"),
        ("Marszewie", "Marszew"),
        ("Woli Kiedrzyńskiej", "Wola Kiedrzyńska"),
    ],
)
def test_town_is_named_in_the_nominative(written: str, town: str) -> None:
    pytest.importorskip("morfeusz2")
    assert names.town(written.split()) == (town, len(written.split()))


@pytest.mark.parametrize(
    ("beside", "town"),
    [("Gmina Baranów zaprasza.", "Baranów"), ("Gmina Baranowo zaprasza.", "Baranowo"), ("", "Baranowo")],
)
def test_town_of_two_that_sound_alike_is_the_one_named_beside(beside: str, town: str) -> None:
    pytest.importorskip("morfeusz2")
    assert names.town(["Baranowie"], beside=beside) == (town, 1)


@pytest.mark.parametrize("written", ["Piły", "Woli", "Pragi"])
def test_no_town_is_named_in_the_plural(written: str) -> None:
    pytest.importorskip("morfeusz2")
    assert not names.geographic(written)


@pytest.mark.parametrize("written", ["Sadki", "Katowice", "Tychy"])
def test_town_may_have_but_a_plural(written: str) -> None:
    pytest.importorskip("morfeusz2")
    assert names.geographic(written)


@pytest.mark.parametrize("written", ["Polsce", "Warsztacie", "Ratuszu", "Sobotę", "Piątek"])
def test_countries_and_houses_are_no_towns(written: str) -> None:
    assert names.town([written]) is None


@pytest.mark.parametrize(
    ("written", "cases", "house"),
    [
        ("Biurze Rady Miasta", LOCATIVE, "Biuro Rady Miasta"),
        ("Bibliotece Miejskiej i Powiatowej", LOCATIVE, "Biblioteka Miejska i Powiatowa"),
        ("Starostwa Powiatowego", GENITIVE, "Starostwo Powiatowe"),
        ("Europejskim Centrum Solidarności", LOCATIVE, "Europejskie Centrum Solidarności"),
    ],
)
def test_house_is_named_in_the_nominative(written: str, cases: frozenset[str], house: str) -> None:
    pytest.importorskip("morfeusz2")
    assert names.house(written, cases) == house


@pytest.mark.parametrize(
    ("written", "person"),
    [("Jana Kowalskiego", "Jan Kowalski"), ("Annę Nowak", "Anna Nowak"), ("Adam Lis", "Adam Lis")],
)
def test_person_is_named_in_the_nominative(written: str, person: str) -> None:
    pytest.importorskip("morfeusz2")
    assert surnames.person(written.split()) == person


def test_without_a_dictionary_known_towns_are_named_and_the_rest_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dictionary, "morfeusz", lambda: None)
    dictionary.readings.cache_clear()
    try:
        assert names.town(["Gdyni"]) == ("Gdynia", 1)
        assert names.house("Biurze Rady Miasta", LOCATIVE) == "Biurze Rady Miasta"
        assert surnames.person(["Jana", "Kowalskiego"]) == "Jana Kowalskiego"
    finally:
        dictionary.readings.cache_clear()
