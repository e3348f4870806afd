from decimal import Decimal

import pytest

from domain.announcement import Fact, Why
from domain.training import Mode
from tests.domain.announcement.reading import only, words

TEXT = "Szkolenie „Prawo wodne”, 12 września 2025 r., godz. 9:00"


@pytest.mark.parametrize(
    ("written", "title", "kind"),
    [
        ("Zapraszamy na szkolenie „Prawo opcji”, które odbędzie się", "Prawo opcji", "szkolenie"),
        ("Warsztaty pt. Mediacje w urzędzie odbędą się", "Mediacje w urzędzie", "warsztat"),
        ("Temat: Mediacje w urzędzie\nTermin:", "Mediacje w urzędzie", None),
        ("Konferencja ekspercka: Plan ogólny\n", "Konferencja ekspercka: Plan ogólny", "konferencja"),
        (
            "Zapraszamy na szkolenie z zakresu prawa zamówień publicznych, które odbędzie się",
            "Szkolenie z zakresu prawa zamówień publicznych",
            "szkolenie",
        ),
        ("Zapraszam na debatę o finansach gmin, która odbędzie się", "Debata o finansach gmin", "debata"),
    ],
)
def test_title_and_kind_are_read(written: str, title: str, kind: str | None) -> None:
    draft = only(f"{written} 12 września 2025 r.").draft
    assert (draft.title, draft.kind) == (title, kind)


@pytest.mark.parametrize(
    ("written", "name", "city", "room"),
    [
        ("Miejsce: Urząd Miasta, ul. Długa 5, Tczew, sala 107", "Urząd Miasta, ul. Długa 5", "Tczew", "107"),
        ("Gdzie: Hotel Mera, 81-701 Sopot", "Hotel Mera", "Sopot", None),
        ("📍 Biblioteka Miejska w Tczewie", "Biblioteka Miejska", "Tczew", None),
    ],
)
def test_labelled_place_is_taken_apart(written: str, name: str, city: str, room: str | None) -> None:
    place = only(f"{TEXT}\n{written}").draft.place
    assert place
    assert (place.name, place.city, place.room) == (name, city, room)


@pytest.mark.parametrize(
    ("written", "name", "city", "room"),
    [
        ("w sali 107 Urzędu Miasta w Gdyni", "Urząd Miasta", "Gdynia", "107"),
        ("w Miejskim Domu Kultury w Olsztynku", "Miejski Dom Kultury", "Olsztynek", None),
        (
            "w siedzibie Związku (ul. Długa 5, Nowy Dwór Gdański)",
            "siedziba Związku, ul. Długa 5",
            "Nowy Dwór Gdański",
            None,
        ),
        ("w Hotelu Mera w Pruszczu Gdańskim", "Hotel Mera", "Pruszcz Gdański", None),
    ],
)
def test_place_in_prose_is_told_in_the_nominative(written: str, name: str, city: str, room: str | None) -> None:
    pytest.importorskip("morfeusz2")
    place = only(f"Szkolenie „Prawo wodne” odbędzie się 12 września 2025 r. o godz. 9:00 {written}.").draft.place
    assert place
    assert (place.name, place.city, place.room) == (name, city, room)


@pytest.mark.parametrize(
    ("written", "mode", "link"),
    [
        (
            "online: https://teams.microsoft.com/l/meetup-join/x",
            Mode.ONLINE,
            "https://teams.microsoft.com/l/meetup-join/x",
        ),
        ("zdalnie", Mode.ONLINE, None),
        ("Forma: stacjonarnie", Mode.ON_SITE, None),
        ("w formule hybrydowej", Mode.HYBRID, None),
        ("zapisy online", None, None),
    ],
)
def test_mode_is_what_is_said_of_the_training(written: str, mode: Mode | None, link: str | None) -> None:
    draft = only(f"{TEXT}\n{written}").draft
    assert (draft.mode, draft.online_url) == (mode, link)


def test_signing_up_is_read() -> None:
    contact = "Kontakt: Anna Lis, tel. 58 111 22 33, a.lis@example.org"
    text = f"{TEXT}\nZapisy do 5 września do godz. 12:00: https://forms.gle/abc. {contact}"
    draft = only(text).draft
    assert (draft.signup_url, str(draft.signup_deadline)) == ("https://forms.gle/abc", "2025-09-05T12:00")
    assert draft.contact
    assert (draft.contact.name, draft.contact.phone, draft.contact.email) == (
        "Anna Lis",
        "58 111 22 33",
        "a.lis@example.org",
    )


@pytest.mark.parametrize(
    ("written", "price"),
    [
        ("Koszt: 350 zł brutto", "350"),
        ("Udział bezpłatny", "0"),
        ("Cena 1 450,50 zł", "1450.50"),
        ("Parking bezpłatny", None),
        ("Udział bezpłatny, liczba miejsc: 30", "0"),
        ("Cena: 300 zł, członkowie Związku: 250 zł", "300"),
        ("Koszt udziału 450 zł netto + VAT od osoby, dla członków 400 zł netto + VAT", "450"),
        ("Koszt udziału 250 zł od osoby (zrzeszeni 200 zł)", "250"),
        ("Cena: 600 zł, druga osoba z tego samego urzędu 500 zł", "600"),
        ("Cena netto: 300 zł, brutto: 369 zł", "369"),
        ("Koszt: 800 zł od osoby (dopłata do pokoju 1-os. 120 zł)", "800"),
        ("Koszt: 300 zł dla członków, 400 zł dla pozostałych", None),
        ("Koszt: 390 zł online, 490 zł stacjonarnie", None),
    ],
)
def test_price_is_as_stated(written: str, price: str | None) -> None:
    assert only(f"{TEXT}\n{written}").draft.price_pln == (Decimal(price) if price else None)


def test_different_prices_are_a_question() -> None:
    found = only(f"{TEXT}\nCena: członkowie 100 zł, pozostali 180 zł")
    assert found.draft.price_pln is None
    assert [(each.about, each.options) for each in found.questions if each.why is Why.UNCLEAR] == [
        (Fact.PRICE, ("100", "180"))
    ]


@pytest.mark.parametrize(
    ("written", "people"),
    [
        ("Liczba miejsc: 25", 25),
        ("limit 30 osób", 30),
        ("maksymalnie 20 uczestników", 20),
        ("zostało 5 wolnych miejsc", None),
        ("Aula pomieści 90 osób.", 90),
        ("Ze względu na ograniczoną liczbę miejsc (35) prosimy o pośpiech.", 35),
        ("Pracujemy w grupie 14-osobowej.", 14),
        ("Attendance is limited to 28.", 28),
        ("Przyjmiemy 22 osoby.", 22),
        ("W poprzedniej edycji liczba uczestników wyniosła 85.", None),
        ("Na zebraniu spotkało się do 50 osób.", None),
        ("Minimalna liczba uczestników: 8", None),
        ("Parking na 40 miejsc.", None),
        ("Prawo budowlane po zmianach: 42 osoby na sali", None),
        ("Wstęp wolny, ale liczba miejsc została ograniczona do 80.", 80),
        ("Liczba uczestników: 12-16 osób", 16),
        ("Przyjmiemy maksymalnie 12–16 osób.", 16),
        ("Limit: 15 do 20 osób", 20),
        ("Zostało 12 miejsc.", None),
    ],
)
def test_capacity_is_the_number_of_places(written: str, people: int | None) -> None:
    assert only(f"{TEXT}\n{written}").draft.capacity == people


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Prowadzi: dr Jan Kowalski", ["dr Jan Kowalski"]),
        ("Prelegenci: Anna Lis, Piotr Sowa", ["Anna Lis", "Piotr Sowa"]),
        ("Szkolenie poprowadzi Tomasz Wilk.", ["Tomasz Wilk"]),
    ],
)
def test_speakers_are_read(written: str, names: list[str]) -> None:
    assert [each.name for each in only(f"{TEXT}\n{written}").draft.speakers or ()] == names


def test_what_is_not_stated_stays_empty_and_is_asked() -> None:
    found = only("Szkolenie „Prawo wodne” – 12 września 2025 r.")
    assert set(found.evidence) == {Fact.TITLE, Fact.KIND, Fact.START}
    assert {(each.about, each.why) for each in found.questions} == {
        (Fact.START, Why.MISSING),
        (Fact.PLACE, Why.MISSING),
        (Fact.CAPACITY, Why.MISSING),
    }


def test_words_of_each_fact_are_those_of_the_text_given() -> None:
    text = "📣 **Szkolenie** „Prawo\u00a0wodne”\r\n📅 12\u00ad września 2025 r.\r\n📍 Urząd Miasta, Tczew"
    found = only(text)
    assert words(text, found, Fact.TITLE) == "Prawo\u00a0wodne"
    assert words(text, found, Fact.PLACE) == "Urząd Miasta"
    assert words(text, found, Fact.CITY) == "Tczew"


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("Ankieta jest pod adresem: https://forms.example.org/kosze", None),
        ("Zapisy: https://forms.example.org/kosze", "https://forms.example.org/kosze"),
        ("Zgłoszenia online do 5 września: https://kosze.example.org", "https://kosze.example.org"),
    ],
)
def test_form_for_signing_up_is_no_survey_and_no_meeting(written: str, link: str | None) -> None:
    draft = only(f"{TEXT}\n{written}").draft
    assert (draft.signup_url, draft.online_url) == (link, None)


def test_entities_of_a_web_page_are_read_as_their_signs() -> None:
    text = (
        "Szkolenie &bdquo;Prawo&rdquo;, 12&nbsp;wrze&#347;nia 2025&nbsp;r., godz.&nbsp;9:00, cena 399,00&nbsp;z&#322;"
    )
    found = only(text)
    assert (found.draft.title, str(found.draft.price_pln)) == ("Prawo", "399")
    assert words(text, found, Fact.TITLE) == "Prawo"


@pytest.mark.parametrize(
    "written", ["biuro(at)urzad.example.org", "biuro [at] urzad.example.org", "biuro(małpa)urzad(kropka)example.org"]
)
def test_spelt_out_address_is_read(written: str) -> None:
    text = f"{TEXT}. Zgłoszenia: {written}"
    found = only(text)
    assert found.draft.contact is not None
    assert found.draft.contact.email == "biuro@urzad.example.org"
    assert words(text, found, Fact.CONTACT_EMAIL) == written


@pytest.mark.parametrize(
    ("written", "capacity"),
    [
        ("Ilość miejsc – dwadzieścia pięć", 25),
        ("Liczba miejsc: do trzydziestu", 30),
        ("Mamy piętnaście miejsc.", 15),
        ("Przygotowaliśmy miejsca dla trzydziestu dwóch osób.", 32),
        ("Z jednej gminy pięć osób.", None),
        ("Omówimy dwadzieścia pięć wyroków o miejscach pracy.", None),
    ],
)
def test_places_counted_in_words_are_read(written: str, capacity: int | None) -> None:
    assert only(f"{TEXT}\n{written}").draft.capacity == capacity


@pytest.mark.parametrize(
    "written",
    [
        "Cena: 540.00 +VAT",
        "Koszt: 540 netto/os.",
        "Cena: 540 zł. Przy zgłoszeniu do 5 września cena wynosi 480 zł.",
        "Cena promocyjna 480 zł; cena 540 zł",
    ],
)
def test_price_is_what_is_paid_without_hurry(written: str) -> None:
    assert only(f"{TEXT}\n{written}").draft.price_pln == Decimal(540)


@pytest.mark.parametrize("place", ["szkolenie online", "Transmisja ONLINE", "webinar na platformie Zoom"])
def test_place_that_is_no_place_is_online(place: str) -> None:
    draft = only(f"{TEXT}\nMiejsce: {place}").draft
    assert (draft.place, draft.mode) == (None, Mode.ONLINE)


@pytest.mark.parametrize(
    ("written", "mode"),
    [
        ("Szkolenie przeprowadzimy na platformie szkoleniowej.", Mode.ONLINE),
        ("Spotykamy się za pośrednictwem platformy MyTeam.", Mode.ONLINE),
        ("Miejsce: Internet", Mode.ONLINE),
        ("Zgłoszenia na platformie ePUAP.", None),
        ("Wnioski składamy na platformie zakupowej.", None),
    ],
)
def test_training_over_the_net_is_online(written: str, mode: Mode | None) -> None:
    assert only(f"{TEXT}\n{written}").draft.mode is mode
