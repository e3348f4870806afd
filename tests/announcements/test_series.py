"""Lists and series whose name stands once above them: their lines tell days, hours and houses, and no other titles."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from domain.announcement import Found, read

ZONE = ZoneInfo("Europe/Warsaw")
NOW = datetime(2027, 1, 11, 9, tzinfo=ZONE)


def found(text: str) -> list[Found]:
    return list(read(text, NOW, ZONE).found)


def titles(text: str) -> list[str | None]:
    return [each.draft.title for each in found(text)]


def begins(text: str) -> list[str]:
    return [str(each.draft.start) for each in found(text)]


def rooms(text: str) -> list[str | None]:
    return [each.draft.place.room if each.draft.place else None for each in found(text)]


@pytest.mark.parametrize(
    "heading", ["Kalendarz szkoleń „Wniosek bez błędu”:", "Warsztaty z pisania wniosków:", "Terminy szkoleń „Nabór”:"]
)
def test_list_of_trainings_about_applications_is_no_list_of_deadlines(heading: str) -> None:
    text = f"""Szkolenia dla sołectw z naborów

{heading}
- 2 lutego, godz. 16:00: OSP Borki (sala OSP)
- 2 lutego, godz. 18:30: OSP Lipowo (sala OSP)
- 4 lutego, godz. 17:00: Sośnie (Dom Ludowy)
"""
    assert begins(text) == ["2027-02-02T16:00", "2027-02-02T18:30", "2027-02-04T17:00"]
    assert len(set(titles(text))) == 1


def test_days_for_applications_are_those_of_no_training() -> None:
    text = """Szkolenie z obsługi generatora

Termin szkolenia: 2 lutego 2027, godz. 10:00
Wnioski można składać:
- 8 lutego, Borki
- 9 lutego, Lipowo
"""
    assert begins(text) == ["2027-02-02T10:00"]


@pytest.mark.parametrize(
    "offer",
    [
        "Do wyboru są trzy terminy: 2, 9 i 16 lutego 2027 r.",
        "Podajemy dostępne terminy: 2, 9, 16 lutego 2027",
        "Oto możliwe daty: 2, 9 oraz 16 lutego 2027 r.",
    ],
)
def test_days_that_one_may_choose_of_are_those_of_trainings(offer: str) -> None:
    text = f"""Urzędnicy poznają nowe druki

Pracownicy gmin wezmą udział w szkoleniu z nowych druków. {offer} w sali 12 Urzędu Gminy w Borkach.

Podobne szkolenie odbyło się już w Tczewie, 4 stycznia 2027 r.

Autor: Ewa o 21:07
"""
    assert [each for each in begins(text) if each > "2027-02"] == ["2027-02-02", "2027-02-09", "2027-02-16"]
    assert not any("21:07" in each for each in begins(text))


@pytest.mark.parametrize(
    ("room", "other"),
    [("sala Zielona", "sala kinowa"), ("sala lustrzana", "aula"), ("sala Herbowa", "czytelnia")],
)
def test_room_house_and_street_of_a_line_are_no_title(room: str, other: str) -> None:
    text = f"""Szkolenia o obsłudze mieszkańców

Urząd Marszałkowski organizuje szkolenia z kontaktu z mieszkańcem w urzędzie. Terminy będą trzy:

1. Płońsk, 3 lutego (środa), godz. 11.00 – {room}, Biblioteka Powiatowa im. Dąbrowskiej, ul. Północna 15A

2. Zwoleń, 9 lutego (wtorek), godz. 9.30 – {other}, Zespół Szkół Rolniczych, ul. Parkowa 8

3. Garwolin, 12 lutego (piątek), godz. 10.00 – sala 206, Starostwo Powiatowe, ul. Mazowiecka 26
"""
    assert titles(text) == ["Szkolenia o obsłudze mieszkańców"] * 3
    assert rooms(text)[0] == room
    assert rooms(text)[2] == "206"


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Wędrowna Szkoła Skarbników rusza dalej", "Wędrowna Szkoła Skarbników"),
        ("Akademia Młodego Radnego wraca!", "Akademia Młodego Radnego"),
        ("Objazdowa Pracownia Statutów startuje po feriach", "Objazdowa Pracownia Statutów"),
    ],
)
def test_series_is_called_by_its_headline(said: str, name: str) -> None:
    text = f"""{said}

To bezpłatne szkolenia dla skarbników gmin i pracowników urzędów. Uczymy, jak czytać sprawozdania.

Najbliższe przystanki:

→ 2 lutego, Sierpc – Centrum Kultury, sala lustrzana
→ 16 lutego, Pułtusk – Dom Polonii, ul. Szkolna 11
→ 2 marca, Garbatka – Ośrodek Wypoczynkowy Polanka
"""
    assert titles(text) == [name] * 3
    assert [each.draft.price_pln for each in found(text)] == [0] * 3


@pytest.mark.parametrize("house", ["Resursa", "Stara Prochownia", "Kuźnia"])
def test_name_of_a_house_stands_where_other_lines_have_houses(house: str) -> None:
    lines = ["Sierpc – Centrum Kultury", "Pułtusk – Dom Polonii, ul. Szkolna 11", f"Żyrardów – {house}"]
    text = "\n".join(f"→ {2 + 7 * number} lutego, {line}" for number, line in enumerate(lines))
    assert titles(f"Akademia Rad Seniorów\n\n{text}\n") == ["Akademia Rad Seniorów"] * len(lines)
    topics = text.replace("Centrum Kultury", "Prawo pracy").replace("Dom Polonii, ul. Szkolna 11", "Podatki")
    assert titles(f"Akademia Rad Seniorów\n\n{topics}\n")[:2] == ["Prawo pracy", "Podatki"]


@pytest.mark.parametrize("verb", ["zawita do naszego powiatu", "dotrze do Borków", "wraca do regionu"])
def test_sentence_that_says_where_a_training_goes_is_no_title(verb: str) -> None:
    text = f"""Szkolenie o nowym programie usług

17 lutego 2027 r. szkolenie dotyczące Programu Usług {verb}.

Samorządy spotkają się 17 lutego o godz. 11.00 w Domu Kultury w Zamościu.
"""
    assert titles(text) == ["Szkolenie o nowym programie usług"]


@pytest.mark.parametrize(
    "gift",
    [
        "Za szybkie zgłoszenie (do 25 stycznia) dajemy kubek.",
        "Za zapisanie się do 25 stycznia dostaje się notes.",
        "Upominek za zgłoszenie najpóźniej do 25 stycznia!",
    ],
)
def test_day_until_which_a_gift_is_given_closes_no_list(gift: str) -> None:
    text = f"Szkolenie z prawa pracy\n2 lutego 2027, godz. 10:00, Rzeszów\n\n{gift}\n"
    assert [each.draft.signup_deadline for each in found(text)] == [None]
    asked = found(f"{text}Zgłoszenia przyjmujemy do 28 stycznia.\n")
    assert [str(each.draft.signup_deadline) for each in asked] == ["2027-01-28"]


@pytest.mark.parametrize("matter", ["zgromadzenia i imprezy masowe", "zebrania oraz referenda", "sesje i komisje rady"])
def test_several_of_a_kind_joined_to_another_thing_are_a_matter(matter: str) -> None:
    text = f"""Szkolenia zimowej szkoły urzędnika

W planie:
• 11.02 (czw.) – dłużnik alimentacyjny i gmina
• 19.02 (pt.) – {matter}
• 24.02 (śr.) – pierwsza pomoc z użyciem AED
"""
    assert [each.draft.kind for each in found(text)] == ["szkolenie"] * 3
    assert titles(text)[1] == matter


@pytest.mark.parametrize(
    ("said", "audience"),
    [
        ("Radni i sołtysi z Borków wezmą udział w szkoleniu", "radni i sołtysi"),
        ("Kierownicy jednostek spotkają się na warsztatach", "kierownicy jednostek"),
        (
            "Pracownicy urzędu, radni oraz sołtysi będą uczestniczyć w szkoleniu",
            "pracownicy urzędu, radni oraz sołtysi",
        ),
    ],
)
def test_those_who_will_take_part_are_the_audience(said: str, audience: str) -> None:
    text = f"""Obsługa syren w gminie

{said} z obsługi syren. Terminy: 2-3 i 16-17 lutego 2027 r., za każdym razem w godz. 8.00-14.30.

Na zgłoszenia czeka do 25 stycznia Anna Lis, stanowisko ds. obronnych, tel. 00 000 26 70.
"""
    drafts = [each.draft for each in found(text)]
    assert [each.audience for each in drafts] == [audience] * 2
    assert [each.contact and each.contact.name for each in drafts] == ["Anna Lis"] * 2
    assert all(each.daily_hours for each in drafts)


@pytest.mark.parametrize(
    "been",
    ["4 stycznia 2027 r. podobne szkolenie odbyło się w Tczewie.", "W dniach 4-5 stycznia zorganizowano je w Tczewie."],
)
def test_last_day_for_signing_up_is_of_no_training_that_was_before_it(been: str) -> None:
    text = f"""Obsługa syren w gminie

Zapraszamy na szkolenie z obsługi syren. Terminy: 9 i 16 lutego 2027 r., w godz. 8.00-14.30.

{been}

Na zgłoszenia czeka do 25 stycznia Anna Lis, tel. 00 000 26 70.
"""
    named = [(each.past, each.draft.contact and each.draft.contact.name) for each in found(text)]
    assert [name for past, name in named if not past] == ["Anna Lis"] * 2
    assert not any(name for past, name in named if past)


@pytest.mark.parametrize(
    "other", ["Są dwa terminy wpłat: 5 i 12 marca.", "Znane są terminy odbioru odpadów: 5, 12 marca."]
)
def test_days_offered_for_something_else_are_those_of_no_training(other: str) -> None:
    text = f"Szkolenie z prawa pracy\n\nSzkolenie odbędzie się 2 lutego 2027, godz. 10:00 w Rzeszowie.\n\n{other}\n"
    assert begins(text) == ["2027-02-02T10:00"]
