import pytest

from domain.announcement import Fact
from tests.domain.announcement.reading import only, words

TEXT = "Szkolenie „Prawo wodne” odbędzie się 12 września 2025 r. o godz. 9:00."


@pytest.fixture(autouse=True)
def _dictionary() -> None:
    pytest.importorskip("morfeusz2")


@pytest.mark.parametrize(
    ("written", "people"),
    [
        ("Urząd zaprasza pracowników urzędów gmin i starostw na szkolenie.", "pracownicy urzędów gmin i starostw"),
        ("Zapraszamy wójtów, burmistrzów i sekretarzy gmin.", "wójtowie, burmistrzowie i sekretarze gmin"),
        ("Zapraszamy osoby prowadzące składnice akt na zajęcia.", "osoby prowadzące składnice akt"),
        ("Spotkanie dla organizacji pozarządowych – wstęp wolny", "organizacje pozarządowe"),
        ("Webinarium dla OPS i CUS", "OPS i CUS"),
        ("Dla kogo: sołtysi i radni", "sołtysi i radni"),
        ("Szkolenie jest skierowane do redaktorów BIP.", "redaktorzy BIP"),
        ("Spotkanie jest dla mieszkanek i mieszkańców, a poprowadzi je wójt.", "mieszkanki i mieszkańcy"),
        ("Dla kogo: Udział jest otwarty dla wszystkich mieszkańców gminy", "mieszkańcy gminy"),
        ("Szkolenie dla radnych pracujących w radach osiedli", "radni pracujący w radach osiedli"),
        ("Spotkanie jest dla kół gospodyń, ośrodków pomocy i gmin.", "koła gospodyń, ośrodki pomocy i gminy"),
        ("Szkolenie dla pracowników urzędów i szkół.", "pracownicy urzędów i szkół"),
        ("W spotkaniu mogą wziąć udział sołtysi i radni.", "sołtysi i radni"),
        ("Udział mogą wziąć tylko pracownicy szkół.", "pracownicy szkół"),
        ("W naradzie mogą uczestniczyć przedstawiciele organizacji.", "przedstawiciele organizacji"),
        ("W spotkaniu mogą wziąć udział osoby zainteresowane.", None),
        ("9:25–9:40 – spotkanie dla sędziów", None),
        ("Zapraszamy Państwa na szkolenie.", None),
        ("Zapraszamy wszystkich zainteresowanych do udziału.", None),
        ("Zapraszamy serdecznie na obiad.", None),
        ("Szkolenie dla bezpieczeństwa gminy", None),
        ("Uczestnicy kursu: ........", None),
        ("Adresat: Informatyk <it@example.org>", None),
    ],
)
def test_audience_is_plainly_people(written: str, people: str | None) -> None:
    assert only(f"{TEXT}\n{written}").draft.audience == people


def test_audience_shows_its_words() -> None:
    text = f"{TEXT}\nZapraszamy skarbników gmin na zajęcia."
    assert words(text, only(text), Fact.AUDIENCE) == "skarbników gmin"


@pytest.mark.parametrize(
    ("written", "people"),
    [
        ("Szkolenie dedykowane jest pracownikom działów zamówień.", "pracownicy działów zamówień"),
        ("Warsztaty polecamy szczególnie skarbnikom oraz kierownikom.", "skarbnicy oraz kierownicy"),
        ("Odbiorcy szkolenia to kierownicy USC.", "kierownicy USC"),
        ("Adresatami są skarbnicy i główni księgowi.", "skarbnicy i główni księgowi"),
        ("Zapraszamy urzędniczki i urzędników gmin na zajęcia.", "urzędniczki i urzędnicy gmin"),
        ("Who should attend: treasurers", "treasurers"),
        (
            "The Union invites mayors and councillors of small towns to the hall.",
            "mayors and councillors of small towns",
        ),
        ("We invite you to a workshop.", None),
        ("Oferta > Szkolenia dla skarbników > Prawo", None),
    ],
)
def test_people_are_named_in_many_ways(written: str, people: str | None) -> None:
    assert only(f"{written}\n\nSzkolenie „Prawo wodne”\n12 września 2025 r.").draft.audience == people


@pytest.mark.parametrize(
    ("written", "people"),
    [
        (
            "Webinar adresowany jest do radnych, którzy uchwalają budżet. Gości witamy.",
            "radni, którzy uchwalają budżet",
        ),
        (
            "Zapraszamy pracowników gmin, którzy wydają decyzje, oraz sołtysów.",
            "pracownicy gmin, którzy wydają decyzje, oraz sołtysi",
        ),
        ("Zapraszamy radnych, którzy pytają o drogi, na szkolenie.", "radni, którzy pytają o drogi"),
        (
            "Adresaci: biblioteki gminne, które w 2026 r. liczą zbiory",
            "biblioteki gminne, które w 2026 r. liczą zbiory",
        ),
        ("Kurs skierowany jest do osób, które piszą uchwały, prowadzony online.", "osoby, które piszą uchwały"),
        (
            "Warsztaty kierujemy do osób, które prowadzą rejestry, i do radnych.",
            "osoby, które prowadzą rejestry, i radni",
        ),
        ("Szkolenie dla skarbników gmin, które odbędzie się jesienią.", "skarbnicy gmin"),
        ("Szkolenie dla sołtysów, których celem jest remont.", "sołtysi"),
        (
            "Spotkanie dla bibliotekarzy z gmin do 10 tysięcy mieszkańców.",
            "bibliotekarze z gmin do 10 tysięcy mieszkańców",
        ),
    ],
)
def test_clause_about_people_is_kept_whole(written: str, people: str) -> None:
    assert only(f"{TEXT}\n{written}").draft.audience == people


@pytest.mark.parametrize(
    ("written", "people"),
    [
        ("Dla kogo\nWarsztaty kierujemy do sołtysów oraz radnych.", "sołtysi oraz radni"),
        ("Adresaci: Zapraszamy sekretarzy gmin.", "sekretarze gmin"),
        ("Adresaci: Nie pobieramy opłat.", None),
        ("Kierujemy do Państwa ofertę szkoleń.", None),
        ("Wszystkie szkolenia są dla gmin bezpłatne.", None),
        ("Spotkanie jest dla szkół obowiązkowe.", None),
        (
            "Szkolenie przeznaczone dla radnych i innych osób zajmujących się budżetem.",
            "radni i inne osoby zajmujące się budżetem",
        ),
        ("Forum kierujemy do dyrektorów powiatowych centrów.", "dyrektorowie powiatowych centrów"),
        ("Spotkanie dla radców prawnych urzędów.", "radcowie prawni urzędów"),
        ("Archiwum zaprasza na bezpłatne szkolenie osoby prowadzące rejestry.", "osoby prowadzące rejestry"),
        ("A training for mayors and treasurers of small towns.", "mayors and treasurers of small towns"),
        ("The workshop is for clerks who issue permits.", "clerks who issue permits"),
        ("A workshop for better results.", None),
    ],
)
def test_no_sentence_is_an_audience(written: str, people: str | None) -> None:
    assert only(f"{TEXT}\n{written}").draft.audience == people


def test_letter_is_for_those_it_goes_to_where_it_invites_them() -> None:
    letter = "Panie/Panowie\nWójtowie, Burmistrzowie\n\n{}\n\nSzkolenie „Woda”, 12 września 2025 r., godz. 9:00"
    invited, asked = (
        letter.format(each) for each in ("Zapraszam Państwa na szkolenie.", "Proszę o przekazanie pisma.")
    )
    assert (only(invited).draft.audience, only(asked).draft.audience) == ("Wójtowie, Burmistrzowie", None)
