"""The message that every client sends, and what Telegram says of it."""

TOKEN = "1000000001:BENCHMARK" + "x" * 26
TEXT = (
    "<b>Zmiana terminu szkolenia</b>\n\n" + "Szkolenie <i>Zamówienia publiczne</i> odbędzie się w innym dniu. " * 5
)[:299] + "."
KEYBOARD = {
    "inline_keyboard": [
        [{"text": "Szczegóły", "callback_data": "c:12"}, {"text": "Rezygnuję", "callback_data": "s:12"}],
        [{"text": "Nie pisz o tym", "callback_data": "n:12"}],
    ]
}
MESSAGE = {
    "message_id": 4711,
    "from": {"id": 1000000001, "is_bot": True, "first_name": "Terminarz", "username": "terminarz_bot"},
    "chat": {"id": 5000000001, "first_name": "Anna", "last_name": "Nowak", "type": "private"},
    "date": 1777269600,
    "text": TEXT,
    "entities": [{"offset": 0, "length": 24, "type": "bold"}, {"offset": 36, "length": 20, "type": "italic"}],
    "reply_markup": KEYBOARD,
}
