import pytest

from tests.domain.announcement.reading import only, read

TEXT = "Konferencja „Prawo wodne” odbędzie się 12 września 2025 r. o godz. 9:00."


@pytest.fixture(autouse=True)
def _dictionary() -> None:
    pytest.importorskip("morfeusz2")


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Zajęcia prowadziła Róża Pokrzywa.", ["Róża Pokrzywa"]),
        ("Zajęcia poprowadzą: Jan Kos – członek Kolegium oraz Ewa Bąk – naczelnik.", ["Jan Kos", "Ewa Bąk"]),
        ("Z udziałem Jana Kowalskiego i Anny Nowak.", ["Jan Kowalski", "Anna Nowak"]),
        (
            "Wśród prelegentów znajdą się: dr Jan Kos, Ewa Bąk oraz Piotr Nowak z RIO.",
            ["dr Jan Kos", "Ewa Bąk", "Piotr Nowak"],
        ),
        ("Prowadzi doświadczony trener Jan Kos.", ["Jan Kos"]),
        ("Spotkanie z Olgą Tokarską, autorką książki.", ["Olga Tokarska"]),
        ("Prowadzi Marta Rak. Zapisy: tel. 58 000 00 52.", ["Marta Rak"]),
        ("Program:\n9:00 Otwarcie\n9:15 Budżet – Jan Kos, RIO\n10:00 Podatki (dr Ewa Bąk)", ["Jan Kos", "dr Ewa Bąk"]),
        (
            "Program:\n9:00 Otwarcie\n9:15 Panel\n• płk Jan Kos, dowódca\n• dr Ewa Bąk, uczelnia",
            ["płk Jan Kos", "dr Ewa Bąk"],
        ),
        ("Program:\n9:00\nOtwarcie\n10:00\nWykład „Woda”\ndr Ewa Bąk\n", ["dr Ewa Bąk"]),
        (
            "Program:\n9:00-9:20 Otwarcie\n9:20-9:50 „Pole” - Jan Kos.\n9:50-10:20 Las - Ewa Bąk.",
            ["Jan Kos", "Ewa Bąk"],
        ),
        ("Program:\n\ngodz. 9:00\n\nOtwarcie\n\ngodz. 9:15\n\nWoda, dr Ewa Bąk, RIO\n", ["dr Ewa Bąk"]),
        ("Program:\n\n– powitanie,\n\n– wykład „Woda” (Jan Kos, hydrolog),\n\n– dyskusja.", ["Jan Kos"]),
        ("W programie:\n• powitanie\n• Rzeki – Ewa Bąk\n• Jeziora, dr Jan Kos", ["Ewa Bąk", "dr Jan Kos"]),
        ("Program:\n10:00 dr Ewa Bąk – woda\n10.15 Jan Kos, RIO: las\n11:00 Dyskusja", ["dr Ewa Bąk", "Jan Kos"]),
        ("Program:\n10:00 Woda po roku 2027 dr Ewa Bąk\n11:00 Dyskusja", ["dr Ewa Bąk"]),
        (
            "W planie:\n\n1. Głosy\n\n2. Las - Jan Kos, UG, prof. Ewa Bąk, RIO\n\n3. Dyskusja\n\nProwadząca - Anna Lis",
            ["Jan Kos", "prof. Ewa Bąk", "Anna Lis"],
        ),
        ("Program:\n– zwiedzanie domu (Jan Matejko)\n– obiad", []),
        ("9:00 Otwarcie\n9:15 Panel\nZ wyrazami szacunku\nJan Kos", []),
        ("Głos zabiorą:\nJan Kos – marszałek\nEwa Bąk – profesor\nDojazd: autobus 5", ["Jan Kos", "Ewa Bąk"]),
        ("Zajęcia poprowadzą\nJan Kos i Ewa Bąk. Rejestracja trwa.", ["Jan Kos", "Ewa Bąk"]),
        ("Ewa Bąk. Trenerka i audytorka z długim stażem.", ["Ewa Bąk"]),
        ("Ewa Bąk, trenerka, tel. 58 111 22 33", []),
        ("Na pytania odpowiadać będzie Ewa Bąk, prezeska.", ["Ewa Bąk"]),
        ("Zmiany przedstawi Kierownik Referatu Podatków Jan Kos.", ["Jan Kos"]),
        ("Prowadzi Jan Kos.\nProgram:\n9:00 Otwarcie\n9:30 Woda – dr Jan Kos", ["Jan Kos"]),
        ("Patronat honorowy: Wojewoda Jan Kos", []),
        ("– Cieszymy się – mówi Jan Kos, wójt.", []),
        ("Zapisy prowadzi Jan Kos, tel. 58 111 22 33.", []),
        ("Z poważaniem\nJan Kos\nWójt Gminy", []),
    ],
)
def test_speakers_are_those_said_to_speak(written: str, names: list[str]) -> None:
    assert [each.name for each in only(f"{TEXT}\n{written}").draft.speakers or ()] == names


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Pytania pod nr 12 399 97 00 (Pani Marta Kołodziej).", "Marta Kołodziej"),
        ("Zapisy: tel. 501 555 344 – Ewa Bąk", "Ewa Bąk"),
        ("Sprawy organizacyjne: Jan Kos, tel. 89 555 31 07", "Jan Kos"),
        ("Udział potwierdzamy u Anny Nowak (a@example.org).", "Anna Nowak"),
        ("Odpowiedzialny: L. Bandrowska, 29 555 11 02", "L. Bandrowska"),
        ("Proszę pisać: k.nowak@example.org\n\npozdrawiam\nKinga Nowak\ninspektor", "Kinga Nowak"),
        ("W razie kłopotów 501 000 320.\n\nPozdrawiam\nJan Kos", "Jan Kos"),
        ("Zapisy: biuro@example.org\n\nPozdrawiam\nJan Kos\nWójt Gminy", None),
        ("Prowadzi: Jan Kos\nZapisy: biuro@example.org", None),
    ],
)
def test_contact_is_named_beside_the_address_or_signs(written: str, name: str | None) -> None:
    contact = only(f"{TEXT}\n{written}").draft.contact
    assert contact
    assert contact.name == name


@pytest.mark.parametrize(
    ("written", "phone"), [("tel./fax 52 310 00 45", "52 310 00 45"), ("faksem: 68 329 19 03", None)]
)
def test_number_of_a_fax_alone_is_no_telephone(written: str, phone: str | None) -> None:
    contact = only(f"{TEXT}\n{written}").draft.contact
    assert (contact.phone if contact else None) == phone


@pytest.mark.parametrize(
    "number", ["46/ 55 12 009", "(46) 551-20-09", "46/55 120 09", "0-46 551 20 09", "46 / 551 20 09"]
)
def test_area_code_stands_apart_from_its_number(number: str) -> None:
    contact = only(f"{TEXT}\nKontakt: Ewa Bąk, tel. {number}, e-mail: e.bak@example.org").draft.contact
    assert contact
    assert contact.phone == number


@pytest.mark.parametrize(
    "written",
    [
        "Zajęcia poprowadzą: Jan Nowak (KIO) oraz Ewa Lis (RIO).",
        "Trenerzy: Jan Nowak (KIO) i Ewa Lis (RIO)",
        "Szkolenie prowadzą Jan Nowak (Izba) i Ewa Lis (Krajowa Szkoła)",
    ],
)
def test_house_in_brackets_ends_no_row_of_speakers(written: str) -> None:
    found = only(f"Szkolenie „Prawo wodne”, 12 września 2025 r.\n{written}")
    assert [each.name for each in found.draft.speakers or ()] == ["Jan Nowak", "Ewa Lis"]


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Wykłady poprowadzą kierowniczka Oddziału I Ewa Bąk oraz kustosz Jan Kos.", ["Ewa Bąk", "Jan Kos"]),
        ("Zajęcia poprowadzą radca prawny Jan Kos i naczelniczka Wydziału Wody Ewa Bąk.", ["Jan Kos", "Ewa Bąk"]),
        ("Poprowadzą je starszy archiwista Jan Kos oraz Ewa Bąk.", ["Jan Kos", "Ewa Bąk"]),
        ("Prowadzi Jan Kos, a zapisy przyjmuje Ewa Bąk.", ["Jan Kos"]),
    ],
)
def test_functions_around_names_are_no_names(written: str, names: list[str]) -> None:
    assert [each.name for each in only(f"{TEXT}\n{written}").draft.speakers or ()] == names


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Speakers: Anna Lis, Green City Foundation; Jan Kos, Institute of Rural Areas", ["Anna Lis", "Jan Kos"]),
        ("Lecturers: Anna Lis, urbanist, and Jan Kos, Foundation Open Fields", ["Anna Lis", "Jan Kos"]),
        ("Trainer: Anna Lis, Society Free Rivers", ["Anna Lis"]),
        ("Prelegenci: Jan Kos, Stowarzyszenie Zofia Nałkowska, i Ewa Bąk", ["Jan Kos", "Ewa Bąk"]),
    ],
)
def test_organisation_is_no_speaker(written: str, names: list[str]) -> None:
    assert [each.name for each in only(f"{TEXT}\n{written}").draft.speakers or ()] == names


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Podczas konferencji mec. Jan Kos omówi obowiązki gminy.", ["mec. Jan Kos"]),
        (
            "– Woda nie czeka – mówi st. kpt. Jan Kos, który prowadzi w Redzie szkolenia z ratownictwa.",
            ["st. kpt. Jan Kos"],
        ),
        ("Ewa Bąk i Jan Kos opowiedzą o rzekach.", ["Ewa Bąk", "Jan Kos"]),
        ("Uczelnię reprezentować będzie dr Ewa Bąk z referatem o rzekach.", ["dr Ewa Bąk"]),
        ("Jan Kos, hydrolog z Redy, wyjaśni zasady.", ["Jan Kos"]),
        ("Ewa Bąk will talk about rivers.", ["Ewa Bąk"]),
        ("z dr Ewą Kowalską", ["dr Ewa Kowalska"]),
        ("Ewa Bąk prowadzi zapisy na konferencję.", []),
        ("Obrady otworzy Jan Kos.", []),
        ("Ośrodek Jana Kosa przeprowadzi zajęcia.", []),
        ("– Woda nie czeka – mówi wójt Jan Kos.", []),
        (
            "Program:\nWoda, g. 9.00 – 11.00\n1) Rzeki (prof. Ewa Bąk)\n2) Jeziora (dr hab. Jan Kos)",
            ["prof. Ewa Bąk", "dr hab. Jan Kos"],
        ),
    ],
)
def test_names_before_what_people_do_are_speakers(written: str, names: list[str]) -> None:
    assert [each.name for each in only(f"{TEXT}\n{written}").draft.speakers or ()] == names


def test_sentence_below_several_topics_names_no_speaker_of_all() -> None:
    text = "3.10.2025 Woda w mieście\n10.10.2025 Las w gminie\n17.10.2025 Drogi powiatu\n\n{}"
    spoken = read(text.format("Podczas szkolenia Jan Kos omówi zmiany w prawie.")).found
    announced = read(text.format("Wszystkie szkolenia prowadzi Jan Kos.")).found
    assert [[each.name for each in one.draft.speakers or ()] for one in (*spoken, *announced)] == [[]] * 3 + [
        ["Jan Kos"]
    ] * 3


@pytest.mark.parametrize(
    ("written", "names"),
    [
        (
            "Sesję otworzą wystąpienia, po 20 minut:\n\n1. Prof. Ewa Bąk – Woda.\n2. Jan Kos, sekretarz gminy – Las.",
            ["Prof. Ewa Bąk", "Jan Kos"],
        ),
        ("Wykłady\n- dr Jan Kos: Rzeki\n- Ewa Bąk: Jeziora", ["dr Jan Kos", "Ewa Bąk"]),
        ("Keynotes\n* Ewa Bąk – Rivers\n* Anna Lis – Lakes", ["Ewa Bąk", "Anna Lis"]),
        ("Komitet naukowy:\n1. Ewa Bąk – przewodnicząca\n2. Jan Kos – członek", []),
    ],
)
def test_names_before_talks_are_speakers(written: str, names: list[str]) -> None:
    assert [each.name for each in only(f"{TEXT}\n{written}").draft.speakers or ()] == names
