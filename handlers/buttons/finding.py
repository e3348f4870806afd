"""Presses that look at trainings and change nothing. Never imports telegram."""

from __future__ import annotations

from handlers.buttons.kinds import About, Filtered, Plain


class ShowMenu(Plain):
    """The menu."""

    code = "m"


class ShowHelp(Plain):
    """How it works and whom to ask."""

    code = "e"


class ShowList(Filtered):
    """A page of the upcoming trainings."""

    code = "l"


class ChooseTopic(Filtered):
    """A page of topics to filter the list by; the rest of the filter is kept."""

    code = "lt"


class ChooseMonth(Filtered):
    """A page of months to filter the list by."""

    code = "lm"


class ChoosePlace(Filtered):
    """A page of towns to filter the list by."""

    code = "lp"


class ShowCard(About):
    """Everything about one training."""

    code = "c"


class SendCalendar(About):
    """One training as a calendar file."""

    code = "k"


class SendAllCalendar(Plain):
    """All my trainings as one calendar file."""

    code = "ka"


Finding = (
    ShowMenu | ShowHelp | ShowList | ChooseTopic | ChooseMonth | ChoosePlace | ShowCard | SendCalendar | SendAllCalendar
)
