import pytest

from domain.training import Mode, Place
from tests.domain.announcement.reading import only, read

TEXT = "Szkolenie „Prawo wodne”, 12 września 2025 r., godz. 9:00"


@pytest.fixture(autouse=True)
def _dictionary() -> None:
    pytest.importorskip("morfeusz2")


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Urząd Gminy Lesznowola, ul. Gminna 60, sala 105", Place("Urząd Gminy, ul. Gminna 60", "Lesznowola", "105")),
        ("Miejsce: al. Powstańców Wlkp. 16, Konin", Place("al. Powstańców Wlkp. 16", "Konin")),
        (
            "Miejsce: Dom Technika, al. Marsz. Piłsudskiego 5, Tczew",
            Place("Dom Technika, al. Marsz. Piłsudskiego 5", "Tczew"),
        ),
        ("Miejsce: 80-895 Gdańsk, ul. Długi Targ 39", Place("ul. Długi Targ 39", "Gdańsk")),
        ("Hotel Kaszub, ul. Dworcowa 7, 84-242 Luzino", Place("Hotel Kaszub, ul. Dworcowa 7", "Luzino")),
        (
            "Urząd Miejski w Krynicy-Zdroju, ul. Kraszewskiego 7",
            Place("Urząd Miejski, ul. Kraszewskiego 7", "Krynica-Zdrój"),
        ),
        ("Miejsce: Urząd Miasta Gdyni, p. 12", Place("Urząd Miasta Gdyni", "Gdynia", "12")),
        ("Gdzie: GOK Kadzidło", Place("GOK", "Kadzidło")),
        ("Miejsce: UG Luzino, sala narad", Place("UG", "Luzino", "sala narad")),
        ("Gdzie: remiza OSP Baranowo", Place("remiza OSP", "Baranowo")),
        ("Miejsce: Konin, ul. Łąkowa 9 sala wykładowa A", Place("ul. Łąkowa 9", "Konin", "sala wykładowa A")),
        ("Miejsce: Ratusz, sala 2.08 (II piętro), Piaseczno", Place("Ratusz", "Piaseczno", "2.08, II piętro")),
        ("Miejsce: Komenda Powiatowa PSP w Sanoku, świetlica", Place("Komenda Powiatowa PSP", "Sanok", "świetlica")),
        ("Wszystkie zajęcia: siedziba PODN, Sanok, sala 7", Place("siedziba PODN", "Sanok", "7")),
        ("Miejsce: sala ślubów Starostwa Powiatowego w Pucku", Place("Starostwo Powiatowe", "Puck", "sala ślubów")),
        ("Sala Orła Białego, Urząd Marszałkowski, Opole", Place("Urząd Marszałkowski", "Opole", "Sala Orła Białego")),
        (
            "Czytelnia, I piętro\nul. Piłsudskiego 16, Tarnowskie Góry",
            Place("ul. Piłsudskiego 16", "Tarnowskie Góry", "Czytelnia, I piętro"),
        ),
        ("Sopot, Sopoteka, ul. Kościuszki 14", Place("Sopoteka, ul. Kościuszki 14", "Sopot")),
        ("Gdzie: s. 3 (piwnica)", Place(None, None, "3")),
        ("Miejsce: Książnica Miejska, ul. Polna 6, Toruń", Place("Książnica Miejska, ul. Polna 6", "Toruń")),
        ("Miejsce: ul. Długa 5, sala narad na II piętrze", Place("ul. Długa 5", None, "sala narad na II piętrze")),
        ("Miejsce: ul. Długa 5, Radom, aula na parterze", Place("ul. Długa 5", "Radom", "aula na parterze")),
        ("Biblioteka Pedagogiczna w Pile\nMiejsce: Biblioteka Pedagogiczna", Place("Biblioteka Pedagogiczna", "Piła")),
        ("Puck, świetlica wiejska", Place("świetlica wiejska", "Puck")),
        ("Rzeszów, siedziba biura", Place("siedziba biura", "Rzeszów")),
        ("Puck, organizator zastrzega zmiany", None),
        ("– stacjonarnie: Wydział Zarządzania UŁ, Łódź, aula B", Place("Wydział Zarządzania UŁ", "Łódź", "B")),
    ],
)
def test_place_in_a_line_is_taken_apart(line: str, place: Place | None) -> None:
    assert only(f"{TEXT}\n{line}").draft.place == place


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("w ratuszu w Cieszynie", Place("ratusz", "Cieszyn")),
        ("w świetlicy wiejskiej w Zakrzowie", Place("świetlica wiejska", "Zakrzów")),
        ("w remizie OSP w Juchnowcu Kościelnym", Place("remiza OSP", "Juchnowiec Kościelny")),
        ("na zamku w Malborku", Place("zamek", "Malbork")),
        ("w hotelu „Pod Różą” w Chojnicach", Place("hotel „Pod Różą”", "Chojnice")),
        ("w bibliotece przy ul. Dworcowej 2 w Luzinie", Place("biblioteka, ul. Dworcowej 2", "Luzino")),
        ("przy ul. Długiej 5 w Tczewie", Place("ul. Długiej 5", "Tczew")),
        (
            "w sali Orła Białego Urzędu Marszałkowskiego w Opolu",
            Place("Urząd Marszałkowski", "Opole", "sala Orła Białego"),
        ),
        ("w Sali Herbowej Urzędu Miasta w Gdańsku", Place("Urząd Miasta", "Gdańsk", "Sala Herbowa")),
        ("w sali Gminnego Ośrodka Kultury w Redzie", Place("Gminny Ośrodek Kultury", "Reda", "sala")),
        (
            "w sali nr 12 (II piętro) budynku Urzędu Gminy w Sulęczynie",
            Place("budynek Urzędu Gminy", "Sulęczyno", "12, II piętro"),
        ),
        ("w Parku Naukowo-Technologicznym w Gdyni", Place("Park Naukowo-Technologiczny", "Gdynia")),
        ("w Zamościu", Place(None, "Zamość")),
    ],
)
def test_place_in_prose_is_told_in_the_nominative(said: str, place: Place) -> None:
    assert only(f"Szkolenie „Prawo wodne” odbędzie się 12 września 2025 r. o godz. 9:00 {said}.").draft.place == place


@pytest.mark.parametrize(
    "line",
    [
        "Centrum Kompetencji wraca po wakacjach",
        "Regionalna Izba Obrachunkowa – webinaria wiosenne",
        "Zgłoszenia przyjmujemy w Biurze Podawczym.",
        "Wytworzył: Wydział Informacji",
        "Spotkanie Klubu Sekretarza",
    ],
)
def test_who_invites_and_where_papers_are_left_is_no_place(line: str) -> None:
    assert only(f"{TEXT}\n{line}").draft.place is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Spotkanie „Kosze”, 9 maja (Sobota), godz. 9:00\nMiejsce: Dom Kultury", Place("Dom Kultury")),
        (
            "Spotkanie „Kosze” odbędzie się 9 maja o godz. 9:00\nw Hali Targowej, ul. Łąkowa 2, Konin",
            Place("Hala Targowa, ul. Łąkowa 2", "Konin"),
        ),
        ("Spotkanie „Kosze”, 9 maja, 17:00\nMiejsce: Sala Rycerska w Ratuszu", Place("Ratusz", None, "Sala Rycerska")),
        ("Spotkanie „Kosze”, 9 maja, sala OSP w Pcimiu", Place("sala OSP", "Pcim")),
        (
            "Spotkanie „Kosze”, 9 maja, remiza w Pcimiu (dla mieszkańców Pcimia, Lubnia i Tokarni)",
            Place("remiza", "Pcim"),
        ),
        (
            "Spotkanie „Kosze”, 9 maja, sala wykładowa 2BC, Hotel Orbis, Konin",
            Place("Hotel Orbis", "Konin", "sala wykładowa 2BC"),
        ),
        (
            "Spotkanie „Kosze”, 9 maja\nMiejsce: Dom Ludowy,\nsala narad, Konin",
            Place("Dom Ludowy", "Konin", "sala narad"),
        ),
        (
            "Spotkanie „Kosze” odbędzie się 9 maja w Domu Ludowym w miejscowości Tokarnia.",
            Place("Dom Ludowy", "Tokarnia"),
        ),
        (
            "Odwołano nam rezerwację sali w Domu Kultury. Spotkanie „Kosze” 9 maja odbędzie się w remizie w Pcimiu.",
            Place("remiza", "Pcim"),
        ),
        ("9 maja, godz. 10:00 – budynek remizy OSP Tokarnia – zebranie", Place("budynek remizy OSP", "Tokarnia")),
        (
            "Spotkanie „Kosze”\n9 maja 2026, Sala Króla Jana\nMiejsce: Urząd Miasta",
            Place("Urząd Miasta", None, "Sala Króla Jana"),
        ),
    ],
)
def test_place_as_pages_of_offices_tell_it(text: str, place: Place) -> None:
    assert only(text, "2026-05-04").draft.place == place


def test_room_beside_the_hour_belongs_to_the_place_told_elsewhere() -> None:
    text = "Szkolenie „Prawo wodne”\nTermin: 12 września 2025, godz. 11.00, sala 118\nMiejsce: Urząd Wojewódzki, Gdańsk"
    assert only(text).draft.place == Place("Urząd Wojewódzki", "Gdańsk", "118")


def test_house_in_a_title_is_no_place() -> None:
    assert only("Szkolenie „RODO w Urzędzie Gminy”\n12 września 2025 r., godz. 9:00").draft.place is None


def test_items_of_a_plan_that_are_trainings_keep_their_places() -> None:
    items = "• godz. 10.00 – Praca z piłą, Dom Ludowy w Kutnie\n• godz. 13.00 – Upadki z dachu, remiza OSP w Łapach"
    text = f"Plan:\nPiątek, 12 września 2025\n{items}"
    assert [each.draft.place for each in read(text).found] == [
        Place("Dom Ludowy", "Kutno"),
        Place("remiza OSP", "Łapy"),
    ]


def test_journey_goes_to_its_town() -> None:
    place = only("Wyjazd studyjny do Nałęczowa, 12 września 2025 r., godz. 9:00").draft.place
    assert place == Place(None, "Nałęczów")


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("Zebranie mieszkańców (świetlica na placu Lipowym; pn. 15.09 g. 19.00)", Place("świetlica na placu Lipowym")),
        ("Zebranie 15 września o 18.00, remiza na ul. Polnej 3", Place("remiza, ul. Polnej 3")),
        (
            "Zebranie 15 września o 18.00 w klubie na osiedlu Słonecznym w Tczewie",
            Place("klub na osiedlu Słonecznym", "Tczew"),
        ),
    ],
)
def test_house_may_be_told_by_the_square_it_stands_on(written: str, place: Place) -> None:
    assert only(written).draft.place == place


@pytest.mark.parametrize("kind", ["webinar", "webinarium"])
def test_webinar_is_online_even_if_only_its_title_says_so(kind: str) -> None:
    assert only(f"Zapraszamy na {kind} o prawach mieszkańców.\nKiedy: 12 września, 19:30").draft.mode is Mode.ONLINE


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("o godz. 9:00 w ratuszu.", "ratusz"),
        ("o godz. 9:00 w świetlicy wiejskiej.", "świetlica wiejska"),
        ("na Uniwersytecie Gdańskim, sala 1.04.", "Uniwersytet Gdański"),
        ("o godz. 9:00. Wnioski przyjmuje urząd.", None),
        ("o 9:00. Administratorem danych osobowych jest Dom Kultury w Tczewie.", None),
    ],
)
def test_house_right_behind_the_hour_is_the_place(written: str, name: str | None) -> None:
    place = only(f"Szkolenie „Prawo wodne” odbędzie się 12 września 2025 r. {written}").draft.place
    assert (place and place.name) == name


def test_letters_behind_a_room_are_its_house() -> None:
    place = only("Szkolenie „Petycje”, 12.09.2025\nMiejsce: czytelnia główna WBP, ul. Długa 7, Leszno").draft.place
    assert place == Place("WBP, ul. Długa 7", "Leszno", "czytelnia główna")


def test_town_before_a_stream_is_the_town() -> None:
    place = only("Szkolenie „Petycje”, 12.09.2025\nMiejsce: Dom Kultury, ul. Długa 7, Leszno oraz online").draft.place
    assert place == Place("Dom Kultury, ul. Długa 7", "Leszno", None)


def test_training_about_personal_data_has_its_place() -> None:
    text = "Szkolenie z RODO i ochrony danych osobowych: 12 września 2025 r., godz. 9, sala 12, Ratusz w Tczewie"
    assert only(text).draft.place == Place("Ratusz", "Tczew", "12")


@pytest.mark.parametrize(("town", "read_as"), [("Łodzi", "Łódź"), ("Tczewa", "Tczew"), ("Kielc", "Kielce")])
def test_town_that_owns_an_office_is_the_one_that_is_known(town: str, read_as: str) -> None:
    place = only(f"Szkolenie „Petycje”, 12.09.2025\nMiejsce: Urząd Miasta {town}, ul. Długa 7").draft.place
    assert place is not None
    assert place.city == read_as


@pytest.mark.parametrize("lead", ["Wszystko", "Całość", "Zawsze", "Spotkania", "Zajęcia odbędą się", "Stacjonarnie"])
def test_word_before_a_town_that_names_no_house_is_none(lead: str) -> None:
    place = only(f"Szkolenie: Sieć w gminie\n12 maja 2025, godz. 9:00\n\n{lead} w Gdyni, ul. 10 Lutego 24.").draft.place
    assert place == Place("ul. 10 Lutego 24", "Gdynia")


@pytest.mark.parametrize(
    ("written", "room"),
    [
        ("sala konferencyjna, III piętro", "sala konferencyjna, III piętro"),
        ("sala 12 (II piętro)", "12, II piętro"),
        ("aula na parterze, wejście B", "aula na parterze"),
        ("w sali 7 na drugim piętrze", "7 na drugim piętrze"),
        ("II piętro", None),
    ],
)
def test_floor_beside_a_room_belongs_to_it(written: str, room: str | None) -> None:
    text = f"Szkolenie „Sieć w gminie”\nTermin: 12 maja 2025, godz. 9:00\nMiejsce: Urząd Miasta w Słupsku, {written}"
    assert only(text).draft.place == Place("Urząd Miasta", "Słupsk", room)


@pytest.mark.parametrize(
    ("written", "room"),
    [
        ("sala 3.02 / City Hall in Słupsk, room 3.02", "3.02"),
        ("sala 12 / Town Hall of Słupsk, room 12", "12"),
        ("sala herbowa / City Hall, armorial hall", "sala herbowa"),
    ],
)
def test_place_in_another_language_behind_a_slash_is_the_same(written: str, room: str) -> None:
    text = f"Szkolenie „Sieć w gminie”\nTermin: 12 maja 2025\nMiejsce / Venue: Urząd Miasta w Słupsku, {written}"
    assert only(text).draft.place == Place("Urząd Miasta", "Słupsk", room)
