"""Cards of a list keep their lines to themselves: each town, house and telephone holds for what stands below it."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from domain.announcement import Found, read

ZONE = ZoneInfo("Europe/Warsaw")
NOW = datetime(2027, 1, 11, 9, tzinfo=ZONE)


def found(text: str) -> list[Found]:
    return list(read(text, NOW, ZONE).found)


def sites(text: str) -> list[tuple[str | None, str | None]]:
    places = [each.draft.place for each in found(text)]
    return [(place.city, place.name) if place else (None, None) for place in places]


TOPICS = [("Prawo pracy 2027", "Online, 12.02.2027"), ("RODO dla kadr", "Tczew, 15.02.2027")]
CARDS = """Kalendarium bibliotek 1-14 lutego 2027

{first}
Biblioteka Publiczna, Rynek 8, tel. 00 000 11 04
pn., śr., pt. 9.00-18.00, wt., czw. 8.00-15.00
Spotkanie autorskie z Ewą Lis, 3.02, godz. 17.00
Wystawa map, do 14.02

{second}
Biblioteka Miejska, ul. Targowa 1, tel. 00 000 46 47
pn.-pt. 8.00-18.00, sob. 8.00-13.00
Szkolenie z katalogu cyfrowego dla nauczycieli, 4.02, godz. 14.00
Warsztaty introligatorskie, 9.02
"""


@pytest.mark.parametrize(
    ("first", "second"), [("Gostyń", "Rawicz"), ("GOSTYŃ", "RAWICZ"), ("Gmina Gostyń:", "Gmina Rawicz:")]
)
def test_card_holds_for_its_own_trainings(first: str, second: str) -> None:
    text = CARDS.format(first=first, second=second)
    rawicz = ("Rawicz", "Biblioteka Miejska, ul. Targowa 1")
    assert sites(text) == [("Gostyń", "Biblioteka Publiczna, Rynek 8"), rawicz, rawicz]
    assert [each.draft.contact for each in found(text)] == [None] * 3
    signup = found(f"{text}\nZapisy: tel. 00 000 00 09\n")
    assert [each.draft.contact and each.draft.contact.phone for each in signup] == ["00 000 00 09"] * 3


def test_opening_hours_of_a_card_begin_nothing() -> None:
    last = found(CARDS.format(first="Gostyń", second="Rawicz"))[-1]
    assert last.draft.title == "Warsztaty introligatorskie"
    assert str(last.draft.start) == "2027-02-09"


@pytest.mark.parametrize(
    "work", ["powieść Marii Kos „Dom nad wodą”", "książka „Dom nad wodą”", "spektakl Jana Lisa „Dom nad wodą”"]
)
def test_work_that_is_talked_about_is_no_title(work: str) -> None:
    (only,) = found(f"Spotkanie Klubu Czytelników, na którym omawiana będzie {work}, 4.02.2027, godz. 18.00\n")
    assert only.draft.title == "Spotkanie Klubu Czytelników"


@pytest.mark.parametrize(
    "beside", ["gospodarz: Centrum Inicjatyw", "wspólnie z Domem Kultury", "partner: Biblioteka Miejska"]
)
def test_host_beside_a_town_is_no_place(beside: str) -> None:
    text = (
        f"Spotkania informacyjne dla organizacji\n\nTczew ({beside}) – 3.02\nReda – 11.02\nSłupsk ({beside}) – 16.02\n"
    )
    assert sites(text) == [("Tczew", None), ("Reda", None), ("Słupsk", None)]
    assert len({each.draft.title for each in found(text)}) == 1


@pytest.mark.parametrize("head", ["Sołectwo", "Miejscowość"])
@pytest.mark.parametrize("when", ["Data, godzina", "Termin", "Data i godzina"])
def test_table_with_a_cell_a_line_has_its_towns(head: str, when: str) -> None:
    cells = ["L.p.", head, when, "Miejsce zebrania"]
    cells += ["1.", "Kamionki", "02.02.2027 r. (wtorek) godz. 17:00", "Świetlica Wiejska w Kamionkach"]
    cells += ["2.", "Kozia Wólka", "02.02.2027 r. (wtorek) godz. 18:30", "Mieszkanie Sołtysa"]
    text = "Harmonogram zebrań wiejskich\n\n" + "\n\n".join(cells) + "\n\nWstecz\n"
    assert sites(text) == [("Kamionki", "Świetlica Wiejska"), ("Kozia Wólka", "Mieszkanie Sołtysa")]
    assert [str(each.draft.start) for each in found(text)] == ["2027-02-02T17:00", "2027-02-02T18:30"]
    assert {each.draft.title for each in found(text)} == {"Zebrania wiejskie"}


@pytest.mark.parametrize(
    "again", ["(remiza; pt. 12.02 g. 19.00)", "(pt. 12 lutego, godz. 19.00)", "12.02.2027 o 19:00"]
)
def test_day_named_again_brings_its_hour(again: str) -> None:
    (only,) = found(
        f"ZEBRANIE MIESZKAŃCÓW 12 lutego br.\n\nPrzypominamy o zebraniu {again}, na którym omówimy budżet.\n"
    )
    assert str(only.draft.start) == "2027-02-12T19:00"


@pytest.mark.parametrize(
    "line", ["{day} {town} – {topic}", "{day} – {town} – {topic}", "{day} | {town} – {topic} Zapisz się"]
)
def test_town_before_a_topic_is_no_part_of_it(line: str) -> None:
    rows = [("12.02.2027", "Tczew", "Rejestr umów"), ("15.02.2027", "Reda", "Fundusz sołecki")]
    text = "\n".join(line.format(day=day, town=town, topic=topic) for day, town, topic in rows)
    read_of = found(f"Szkolenia w lutym\n{text}\n")
    assert [each.draft.title for each in read_of] == ["Rejestr umów", "Fundusz sołecki"]
    assert sites(f"Szkolenia w lutym\n{text}\n") == [("Tczew", None), ("Reda", None)]


def test_house_in_a_line_has_the_town_of_its_card() -> None:
    first = "TCZEW\n3 lutego 2027, godz. 10, Ratusz, pl. Piłsudskiego 1\n5 lutego 2027, Biblioteka, ul. Długa 2"
    text = f"Terminarz spotkań\n\n{first}\n\nREDA\n8 lutego 2027, godz. 9:00\n\nZapisy: biuro@example.org\n"
    tczew = [("Tczew", "Ratusz, pl. Piłsudskiego 1"), ("Tczew", "Biblioteka, ul. Długa 2")]
    assert sites(text) == [*tczew, ("Reda", None)]
    assert [each.draft.contact.email for each in found(text) if each.draft.contact] == ["biuro@example.org"] * 3


@pytest.mark.parametrize("blank", ["\n", ""])
def test_town_above_its_street_heads_a_card(blank: str) -> None:
    first = "Kraków\nul. Prosta 3\nWarsztaty „Dostępna strona” – 12 lutego 2027, godz. 10:00\n"
    second = "Tarnów\nul. Krzywa 5\nWarsztaty „Prosty język” – 13 lutego 2027, godz. 10:00\n"
    assert sites(first + blank + second) == [("Kraków", "ul. Prosta 3"), ("Tarnów", "ul. Krzywa 5")]
    assert [each.draft.title for each in found(first + blank + second)] == ["Dostępna strona", "Prosty język"]


@pytest.mark.parametrize("second", ["Wrocław, Rynek 2", "Wrocław, świetlica wiejska", "Wrocław (sala w centrum)"])
def test_address_in_a_row_is_no_title(second: str) -> None:
    rows = f"Tczew, ul. Długa 1 | 12.02.2027 | Kup bilet\n{second} | 15.02.2027 | Kup bilet\n"
    text = f"{rows}\nSzkolenie: Ochrona danych\n"
    assert [each.draft.title for each in found(text)] == ["Ochrona danych"] * 2
    assert [city for city, _ in sites(text)] == ["Tczew", "Wrocław"]


@pytest.mark.parametrize("price", ["cena 450 zł", "450 zł", "koszt: 450,00 zł"])
def test_price_in_the_line_of_a_day_is_no_title(price: str) -> None:
    cards = [f"{topic}\n{where}, {price}\nZapisz się\n" for topic, where in TOPICS]
    read_of = found("Oferta szkoleń otwartych\n\n" + "\n".join(cards))
    assert [each.draft.title for each in read_of] == ["Prawo pracy 2027", "RODO dla kadr"]
    assert [each.draft.price_pln for each in read_of] == [450, 450]


@pytest.mark.parametrize("blank", ["", "\n"])
@pytest.mark.parametrize("second", ["13 lutego 2027", "20.02.2027 r."])
def test_titles_below_days_stay_with_them(second: str, blank: str) -> None:
    one = "12 lutego 2027\nSpotkanie autorskie „Woda”\nBiblioteka w Redzie, ul. Długa 3\n"
    other = f"{second}\nWarsztaty „Ogień”\nDom Kultury w Rumi, ul. Krótka 5\n"
    text = f"Wydarzenia\n{one}{blank}{other}"
    assert [each.draft.title for each in found(text)] == ["Woda", "Ogień"]
    assert sites(text) == [("Reda", "Biblioteka, ul. Długa 3"), ("Rumia", "Dom Kultury, ul. Krótka 5")]
