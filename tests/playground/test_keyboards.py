import pytest

from playground.persons import Person
from playground.world import World

Rows = list[list[dict[str, object]]]


def inline(*buttons: dict[str, object]) -> dict[str, Rows]:
    return {"inline_keyboard": [list(buttons)]}


async def test_buttons_are_shown_in_rows(world: World, anna: Person) -> None:
    rows: Rows = [
        [{"text": "Zapisz mnie", "callback_data": "x" * 64}, {"text": "", "callback_data": "unseen"}],
        [],
        [{"text": "Strona", "url": "https://example.org"}, {"text": "Kod", "copy_text": {"text": "123"}}],
    ]
    sent = (await world.ask("sendMessage", chat_id=anna.id, text="x", reply_markup={"inline_keyboard": rows})).result
    assert anna.last.labels == [["Zapisz mnie"], ["Strona", "Kod"]]
    assert sent["reply_markup"]["inline_keyboard"][1][0] == {"text": "Strona", "url": "https://example.org/"}


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("nonsense", "can't parse reply keyboard markup JSON object"),
        ([1], "object expected as reply markup"),
        ({"inline_keyboard": "bad"}, 'field "inline_keyboard" must be of type Array'),
        ({"keyboard": "bad"}, 'field "keyboard" must be of type Array'),
        ({"force_reply": "yes"}, 'field "force_reply" must be of type Boolean'),
        (inline({"callback_data": "x"}), "can't parse inline keyboard button: Can't find field \"text\""),
        (
            inline({"text": 5, "callback_data": "x"}),
            'can\'t parse inline keyboard button: Field "text" must be of type String',
        ),
        (
            inline({"text": "x"}),
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            inline({"text": "x", "callback_data": ""}),
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            inline({"text": "x", "callback_data": "y", "url": "https://example.org"}),
            "can't parse inline keyboard button: Exactly one of the optional fields must be used",
        ),
        (inline({"text": "x", "callback_data": "x" * 65}), "BUTTON_DATA_INVALID"),
        (inline({"text": "x", "callback_data": "ą" * 33}), "BUTTON_DATA_INVALID"),
        (inline({"text": "x", "url": "nowhere"}), "inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL"),
        (
            inline({"text": "x", "url": "http://localhost/a"}),
            "inline keyboard button URL 'http://localhost/a' is invalid: Wrong HTTP URL",
        ),
        (
            inline({"text": "x", "url": "ftp://example.org"}),
            "inline keyboard button URL 'ftp://example.org' is invalid: Unsupported URL protocol",
        ),
        (
            inline({"text": "x", "web_app": {"url": "http://example.org"}}),
            "inline keyboard button Web App URL 'http://example.org' is invalid: Only HTTPS links are allowed",
        ),
        (inline({"text": "x", "pay": True}), "BUTTON_TYPE_INVALID"),
        (inline({"text": "x", "copy_text": {"text": "x" * 257}}), "BUTTON_COPY_TEXT_INVALID"),
        ({"inline_keyboard": [[{"text": "x", "callback_data": "y"}] * 101]}, "reply markup is too long"),
    ],
)
async def test_keyboard_is_refused(world: World, anna: Person, markup: object, reason: str) -> None:
    answer = await world.ask("sendMessage", chat_id=anna.id, text="x", reply_markup=markup)
    assert (answer.status, answer.description) == (400, f"Bad Request: {reason}")


async def test_keyboard_below_the_writing_line_sends_its_words(world: World, anna: Person) -> None:
    markup = {"keyboard": [[{"text": "Tak"}, "Nie"]]}
    sent = (await world.ask("sendMessage", chat_id=anna.id, text="Na pewno?", reply_markup=markup)).result
    assert "reply_markup" not in sent
    anna.presses("Nie")
    assert anna.chat[-1].text == "Nie"
    await world.ask("sendMessage", chat_id=anna.id, text="x", reply_markup={"remove_keyboard": True})
    with pytest.raises(AssertionError, match="no single button 'Tak'"):
        anna.presses("Tak")
