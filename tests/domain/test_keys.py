from domain.keys import key_of
from domain.training import Details
from domain.wall import Wall

OPTIONS = Details(title="Prawo opcji – „ćwiczenia”", start=Wall.parse("2026-05-11T09:00"))


def test_key_is_the_day_and_the_title() -> None:
    assert key_of(OPTIONS, ()) == "2026-05-11-prawo-opcji-cwiczenia"


def test_key_that_is_taken_gets_a_number() -> None:
    taken = {"2026-05-11-prawo-opcji-cwiczenia", "2026-05-11-prawo-opcji-cwiczenia-2"}
    assert key_of(OPTIONS, taken) == "2026-05-11-prawo-opcji-cwiczenia-3"


def test_title_without_letters_leaves_the_day() -> None:
    assert key_of(Details(title="???", start=Wall.parse("2026-05-11")), ()) == "2026-05-11"
