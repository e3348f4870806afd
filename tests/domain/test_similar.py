"""Similar trainings: by topics; where nobody shares one, by the words of titles; only what one can still join."""

from dataclasses import replace

from domain.occupancy import Occupancy, Stored
from domain.similar import similar
from domain.training import Status
from tests.domain.invented import at, training

NOW = at("2026-05-04T12:00")


def stored(number: int, title: str, *topics: str, start: str = "2026-05-20T09:00", **stated: object) -> Stored:
    event = training(start)
    details = replace(event.details, title=title, topics=topics or None, **stated)  # type: ignore[arg-type]
    return Stored(replace(event, id=number, details=details), Occupancy(0, None, 0))


def numbers(found: list[Stored]) -> list[int]:
    return [each.training.id for each in found]


LOST = stored(1, "Budżet gminy krok po kroku", "Finanse", "Prawo").training


def test_those_with_most_topics_in_common_come_first_then_the_earliest() -> None:
    others = [
        stored(2, "A", "finanse"),
        stored(3, "B", "PRAWO", "finanse", start="2026-05-21T09:00"),
        stored(4, "C", "prawo", start="2026-05-19T09:00"),
        stored(5, "Budżet gminy", "Zieleń"),
    ]
    assert numbers(similar(LOST, others, NOW)) == [3, 4, 2]


def test_titles_count_where_no_topic_is_shared() -> None:
    others = [stored(2, "Budżetowanie w gminach"), stored(3, "Zieleń miejska"), stored(4, "Kroki naprzód")]
    assert numbers(similar(LOST, others, NOW)) == [2]


def test_what_a_training_is_called_by_its_kind_is_not_what_it_is_about() -> None:
    lost = stored(1, "Warsztaty z archiwizacji", kind="warsztaty").training
    others = [stored(2, "Warsztaty kulinarne"), stored(3, "Archiwizacja od podstaw")]
    assert numbers(similar(lost, others, NOW)) == [3]


def test_only_what_one_can_still_join_is_offered() -> None:
    others = [
        stored(1, "Ten sam", "Finanse"),
        stored(2, "Odwołany", "Finanse", status=Status.CANCELLED),
        stored(3, "Dawny", "Finanse", start="2026-05-04T09:00"),
    ]
    assert similar(LOST, others, NOW) == []


def test_at_most_five_are_offered() -> None:
    assert len(similar(LOST, [stored(n, "A", "Finanse") for n in range(2, 12)], NOW)) == 5
