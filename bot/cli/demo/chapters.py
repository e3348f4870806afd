"""What the tour says between the conversations, in Polish and English. What the bot says comes from the bot."""

from collections.abc import Mapping
from datetime import datetime

from babel import Locale
from babel.dates import format_datetime

TEXTS: Mapping[str, Mapping[str, str]] = {
    "pl": {
        "invitation": "Organizatorka otwiera jednorazowy link",
        "sign_up": "Anna rozgląda się i zapisuje pierwszy raz, dwoma dotknięciami",
        "last_seat": "Piotr zajmuje ostatnie miejsce; Anna nie znajduje wolnego i czeka",
        "passed_on": "Piotr rezygnuje; po minucie Anna dostaje propozycję miejsca i przyjmuje ją",
        "undo": "mija minuta na cofnięcie",
        "hour": "Organizatorka importuje program jeszcze raz: znane są już godzina i sala",
        "gathered": "dziesięć minut później, żeby dalsze zmiany zmieściły się w tej samej wiadomości",
        "questions": "Pytania zwykłym zdaniem: trzy mają odpowiedź od razu, także po angielsku",
        "handed_over": "Tego nie ma w programie: Piotr przekazuje pytanie, organizatorka odpowiada, teraz wie każdy",
        "reminder": "Zegar idzie do ostatniego dnia roboczego przed szkoleniem; Anna nie może przyjść, a jednak może",
        "day_before": "jest wtorek, 14:00",
        "hour_before": "środa, godzina przed początkiem",
        "group": "W grupie: na polecenie bot odpowiada bez nazwisk i zaprasza do rozmowy prywatnej",
        "mine": "Anna jeszcze raz patrzy na swoje zapisy",
        "subscribed": "Anna i Piotr chcą wiedzieć o nowych szkoleniach",
        "pasted": "Wieczorem organizatorka wkleja ogłoszenie bez godzin i bez roku; godzinę jednego dopisuje",
        "published": "Pokazana jest liczba osób i pora; publikacja",
        "morning": "czwartek, 8:00: piszemy do osób, które tego chciały",
        "seated": "Oboje zapisują się na wtorek",
        "rooms": "Sala zmienia się dwa razy w ciągu dziesięciu minut; każda osoba słyszy o tym raz",
        "called_off": "Jedno szkolenie zostaje odwołane, z podaniem powodu",
        "written": "Wiadomość do wszystkich: wstrzymana na noc, wznowiona rano",
        "held": "piątek, 9:00: wstrzymana wiadomość do nikogo nie doszła",
        "foreseen": "Organizatorka patrzy, co wyjdzie w ciągu dwóch tygodni, i wstrzymuje przypomnienie",
        "explained": "Anna pyta, dlaczego nic nie przychodzi; przypomnienie dostaje inną godzinę",
        "as_moved": "poniedziałek, 9:30: przypomnienie przychodzi o wyznaczonej porze",
        "unreached": "Zmiana sali nie do wszystkich dociera; bot sam mówi, do kogo warto zadzwonić",
        "blocked": "Piotr blokuje bota w Telegramie",
        "reported": "kwadrans później: zmiana wyszła, jedna osoba jej nie dostała",
        "complete": "To już wszystko: każdy krok poszedł tak, jak powinien.",
        "stopped": "Zwiedzanie przerwane: {problem}",
        "missing": "{name}: brakuje {missing}, jest:\n{text}\n{labels}",
        "counted": "{name}: wiadomości jest {heard}, powinno być {wanted}",
        "unwanted": "{name}: nie powinno być {unwanted}, jest:\n{text}",
        "moment": "dd.MM H:mm",
    },
    "en": {
        "invitation": "The organiser opens the one-time link",
        "sign_up": "Anna looks around and signs up for the first time, in two taps",
        "last_seat": "Piotr takes a last seat; Anna finds the training full and waits",
        "passed_on": "Piotr withdraws; a minute later Anna is offered the seat and takes it",
        "undo": "the minute of undo passes",
        "hour": "The organiser imports the programme again: an hour and a room became known",
        "gathered": "ten minutes later, so that further edits would have been told in the same message",
        "questions": "Questions in plain words: three are answered at once, in English as well",
        "handed_over": "The programme does not say: Piotr passes it on, the organiser answers, now all know",
        "reminder": "The clock goes to the last working day before; Anna cannot come, then she can",
        "day_before": "it is Tuesday, 14:00",
        "hour_before": "Wednesday, an hour before",
        "group": "In the group: the bot answers a command without names, and invites to the private chat",
        "mine": "Anna looks at her sign-ups once more",
        "subscribed": "Anna and Piotr want to hear of new trainings",
        "pasted": "In the evening the organiser pastes an announcement without hours or year, and adds one hour",
        "published": "The number of people and the time are shown; it is published",
        "morning": "Thursday, 8:00: those who wanted it are told",
        "seated": "Both sign up for Tuesday",
        "rooms": "The room changes twice within ten minutes; everybody hears of it once",
        "called_off": "One training is called off, with the reason",
        "written": "A message to everybody: paused for the night, resumed in the morning",
        "held": "Friday, 9:00: the paused message has reached nobody",
        "foreseen": "The organiser looks at what goes out within two weeks, and holds a reminder",
        "explained": "Anna asks why nothing comes; the reminder gets another hour",
        "as_moved": "Monday, 9:30: the reminder comes at the hour that was set",
        "unreached": "A change of the room does not reach everybody; the bot says by itself whom to telephone",
        "blocked": "Piotr blocks the bot in Telegram",
        "reported": "a quarter of an hour later: the change is out, one person did not get it",
        "complete": "The tour is complete: every step went as it should.",
        "stopped": "The tour stopped: {problem}",
        "missing": "{name} should read {missing}, but reads:\n{text}\n{labels}",
        "counted": "{name} sees {heard} messages, not {wanted}",
        "unwanted": "{name} should not read {unwanted}, but reads:\n{text}",
        "moment": "d MMM H:mm",
    },
}


class Chapters:
    """The tour's words in one language, "pl" or "en"."""

    def __init__(self, language: str) -> None:
        self._texts = TEXTS[language]
        self._locale = Locale("en", "GB") if language == "en" else Locale(language)

    def __call__(self, key: str, **values: object) -> str:
        """Fill in a text."""
        return self._texts[key].format(**values)

    def moment(self, at: datetime) -> str:
        """Write an instant, given in the time of the place, as day, month and hour."""
        return format_datetime(at, self._texts["moment"], locale=self._locale)
