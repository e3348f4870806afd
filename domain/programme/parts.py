"""The smaller parts of the programme file: places, people, agenda, who may come; their fields in the order written."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, Annotated, Self, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PlainValidator, ValidationInfo, model_validator

from domain.programme.problem import quote
from domain.programme.sentences import told
from domain.programme.texts import Email, Key, Line, People, SomePeople, Text, Title, WebAddress
from domain.programme.times import Hour, When, before
from domain.training import Admission
from domain.wall import Wall

if TYPE_CHECKING:
    from collections.abc import Mapping

ADMISSIONS = {word.value: word for word in Admission}

Choice = TypeVar("Choice")


def one_of(words: Mapping[str, Choice]) -> PlainValidator:
    """Return a validator that takes one of the words and gives what it stands for."""

    def choose(word: object) -> Choice:
        if isinstance(word, str) and word in words:
            return words[word]
        raise told(f"Write one of these words, or null: {', '.join(map(quote, words))}.")

    return PlainValidator(choose)


def _later_than_start(end: Wall, info: ValidationInfo) -> Wall:
    start = info.data.get("start")
    if start and (before(end, start) or (end == start and end.hour)):
        raise told(f"The end must be later than the start ({start}); check both, or write null when it is not known.")
    return end


End = Annotated[When, AfterValidator(_later_than_start)]


class Part(BaseModel):
    """A part of the file: nothing but the fields named, no value bent into another type."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    @classmethod
    def names(cls) -> list[str]:
        """Return the names of the fields as the file writes them, in order."""
        return [field.alias or name for name, field in cls.model_fields.items()]


class Place(Part):
    """Where people come to."""

    name: Line | None = None
    city: Line | None = None
    room: Line | None = None


class Hours(Part):
    """The same hours on every day of a training of several days."""

    opening: Hour = Field(alias="from")
    closing: Hour = Field(alias="to")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.closing <= self.opening:
            raise told('"to" must be later than "from".')
        return self

    def hours(self) -> tuple[time, time]:
        """Return them as the domain keeps them."""
        return self.opening, self.closing


class Speaker(Part):
    """Who speaks."""

    name: Line
    role: Line | None = None


class Contact(Part):
    """Whom to ask."""

    name: Line | None = None
    role: Line | None = None
    email: Email | None = None
    phone: Line | None = None


class Material(Part):
    """A document for participants."""

    title: Title
    url: WebAddress


class AgendaItem(Part):
    """A part of a training."""

    key: Key = Field(alias="id")
    title: Title
    start: When | None = None
    end: End | None = None
    place: Place | None = None
    speakers: list[Speaker] | None = None
    track: Line | None = None
    bookable: bool | None = None
    capacity: People | None = None


class Eligibility(Part):
    """Who may sign up."""

    who: Annotated[Admission, one_of(ADMISSIONS)] | None = None
    institutions: list[Line] | None = None
    per_institution: SomePeople | None = None

    @model_validator(mode="after")
    def _agree(self) -> Self:
        if self.who is Admission.LIST and not self.institutions:
            raise told('"who" is "list", so "institutions" must name at least one.')
        if self.who in {None, Admission.ALL} and self.institutions:
            raise told('Institutions are listed, so "who" must be "list" or "members".')
        return self


class Minimum(Part):
    """The number of people without which the training does not take place."""

    people: SomePeople
    decide_by: When | None = None


class Answer(Part):
    """A question often asked, with its answer."""

    key: Key = Field(alias="id")
    question: Text = Field(alias="q")
    answer: Text = Field(alias="a")
