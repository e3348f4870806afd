"""What a number stands for, as buttons come and go."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.terminal.numbers import Numbers, Spot

MENU = ["Szkolenia", "Zapisy", "Pomoc"]
LIST = ["2", "3", "Temat", "5", "Dalej", "Menu"]


class Board:
    """Messages with buttons, told by their labels unless by what stands before a colon, and the numbers shown last."""

    def __init__(self) -> None:
        self.on: dict[int, list[Spot]] = {}
        self.shown: dict[Spot, int] = {}
        self.numbers = Numbers(lambda message: self.on.get(message, []))

    def show(self, message: int, labels: list[str]) -> list[int]:
        self.on[message] = [Spot(message, "data", label.split(":")[0], label.split(":")[-1]) for label in labels]
        numbers = self.numbers.of(self.on[message])
        self.shown = {spot: number for spot, number in self.shown.items() if spot.message != message} | dict(numbers)
        return [numbers[spot] for spot in self.on[message]]

    def delete(self, message: int) -> None:
        for spot in self.on.pop(message, []):
            self.shown.pop(spot, None)


@pytest.fixture
def board() -> Board:
    return Board()


def test_label_that_is_a_number_is_the_number(board: Board) -> None:
    assert board.show(1, LIST) == [2, 3, 1, 5, 4, 6]
    assert board.show(2, ["0", "007", "1234567", "٣", "Menu"]) == [0, 7, 8, 9, 10]


def test_label_finds_its_number_taken_by_a_button_that_is_still_there(board: Board) -> None:
    assert board.show(1, MENU) == [1, 2, 3]
    assert board.show(2, LIST) == [4, 6, 7, 5, 8, 9]
    assert [spot and spot.message for spot in map(board.numbers.find, range(1, 6))] == [1, 1, 1, 2, 2]


def test_label_takes_its_number_over_in_the_answer_to_a_line(board: Board) -> None:
    board.show(1, MENU)
    board.numbers.answering = True
    assert board.show(2, LIST) == [2, 3, 4, 5, 6, 7]
    assert [spot and spot.message for spot in map(board.numbers.find, range(1, 6))] == [1, 2, 2, 2, 2]
    assert board.show(1, MENU) == [1, 8, 9]


def test_message_that_comes_meanwhile_takes_nothing_over(board: Board) -> None:
    board.show(1, LIST)
    assert board.show(2, ["Będę", "2", "Nie przyjdę"]) == [7, 8, 9]
    assert [spot and spot.label for spot in map(board.numbers.find, range(1, 7))] == [
        "Temat", "2", "3", "Dalej", "5", "Menu",
    ]  # fmt: skip


def test_edited_message_gives_its_labels_their_numbers_and_keeps_the_others(board: Board) -> None:
    board.show(1, LIST)
    assert board.show(1, ["4", "6", "Temat", "7", "Menu"]) == [4, 6, 1, 7, 8]


def test_label_moves_to_its_number_and_the_old_one_still_serves(board: Board) -> None:
    board.show(1, ["Zapisz mnie"])
    assert board.show(2, ["1"]) == [2]
    board.delete(1)
    assert board.show(2, ["1"]) == [1]
    board.numbers.free()
    assert board.numbers.find(1) == board.numbers.find(2) == board.on[2][0]
    assert board.show(3, ["Menu"]) == [3]


def test_number_of_a_button_that_is_gone_is_nobody_s_until_freed(board: Board) -> None:
    board.show(1, MENU)
    assert board.show(1, ["Zapisz mnie", "Pomoc"]) == [4, 3]
    assert [(board.numbers.find(number), board.numbers.knew(number)) for number in (1, 2)] == [(None, True)] * 2
    board.numbers.free()
    assert (board.numbers.find(1), board.numbers.knew(1)) == (None, True)
    assert board.show(2, MENU) == [1, 2, 5]
    assert not board.numbers.knew(6)


def test_button_that_comes_back_at_once_has_its_number_again(board: Board) -> None:
    board.show(1, MENU)
    board.show(1, ["Nie"])
    assert board.show(1, MENU) == [1, 2, 3]


def test_labels_keep_their_numbers_for_the_next_time(board: Board) -> None:
    board.show(1, LIST)
    board.delete(1)
    board.numbers.free()
    assert board.show(2, MENU) == [1, 4, 6]
    assert board.show(3, LIST) == [2, 3, 7, 5, 8, 9]


def test_button_is_found_with_the_label_it_has_now(board: Board) -> None:
    board.show(1, ["cisza:⬜ Cisza"])
    board.on[1] = [Spot(1, "data", "cisza", "✅ Cisza")]
    found = board.numbers.find(1)
    assert found is not None
    assert found.label == "✅ Cisza"


def test_two_buttons_with_one_label_have_two_numbers(board: Board) -> None:
    assert board.show(1, ["a:2", "b:2", "a:2", "Menu"]) == [2, 1, 2, 3]


LABELS = st.lists(st.sampled_from(["1", "2", "3", "5", "Menu", "Temat", "Dalej", "Nie"]), unique=True, max_size=5)
Move = tuple[int, list[str]] | int | None
"""Show a message, delete one, or let numbers go."""
MOVES = st.lists(st.one_of(st.tuples(st.integers(1, 4), LABELS), st.integers(1, 4), st.none()), max_size=30)


def moved(board: Board, move: Move) -> None:
    match move:
        case None:
            board.numbers.free()
        case int(message):
            board.delete(message)
        case message, labels:
            board.show(message, labels)


@given(MOVES)
def test_whatever_comes_and_goes_a_number_means_what_stands_beside_it(moves: list[Move]) -> None:
    board = Board()
    for move in moves:
        moved(board, move)
        assert len({*board.shown.values()}) == len(board.shown)
        assert [board.numbers.find(number) for number in board.shown.values()] == [*board.shown]


@given(MOVES)
def test_labels_alone_take_numbers_that_are_not_free_yet(moves: list[Move]) -> None:
    board, meant = Board(), dict[int, Spot]()
    for move in moves:
        moved(board, move)
        if move is None:
            meant.clear()
        for spot, number in board.shown.items():
            assert meant.setdefault(number, spot) == spot or int(spot.label) == number
            meant[number] = spot


@given(MOVES)
def test_labels_have_their_numbers_unless_another_message_has_them(moves: list[Move]) -> None:
    board = Board()
    for move in moves:
        moved(board, move)
        shown = board.on.get(move[0], []) if isinstance(move, tuple) else []
        for spot in shown:
            if spot.label.isdecimal() and board.shown[spot] != int(spot.label):
                holder = board.numbers.find(int(spot.label))
                assert holder is not None
                assert holder.message != spot.message
