"""The screens of questions that were passed on, and of synonyms."""

from collections.abc import Iterator
from dataclasses import replace

from domain import handed_over as over
from domain.asked import Behaviour, Intent, Missed
from domain.faq import Faq, Synonym
from handlers.replies import (
    handed_over,
    overview,
    synonyms,
)
from handlers.reply import Reply
from handlers.texts import Words
from tests.handlers.samples import (
    ASKED,
    NOW,
    PROGRAMME,
)

FREQUENT = Faq(4, 1, "chat-7", str(ASKED.text), "Tak, link przyjdzie rano.", (), 12)
PASSINGS: tuple[over.Passing, ...] = (
    over.Passed(),
    over.Passed(newcomer=True),
    over.NobodyThere(PROGRAMME.coordinator),
    over.NobodyThere(None),
    over.Forgotten(),
    over.TooMany(10),
    over.NotAllowed(),
)
ANSWERINGS: tuple[over.Answering, ...] = (
    over.Told(ASKED),
    over.Told(ASKED, "Hanna Brzozowska"),
    over.Told(ASKED, ""),
    over.TooLong(2000),
    over.Forgotten(),
)


def question_screens(say: Words) -> Iterator[tuple[str, Reply]]:
    yield from ((f"answering {n}", handed_over.answering(say, each, 7)) for n, each in enumerate(ANSWERINGS))
    yield "question, nobody", handed_over.question(say, replace(ASKED, asker=None, training=None))
    yield "dropped", handed_over.dropped(say)
    saying = (
        *(handed_over.passing(say, each) for each in PASSINGS),
        handed_over.closing(say, over.Closed(ASKED)),
        handed_over.closing(say, over.Forgotten()),
        handed_over.keeping(say, over.Kept(FREQUENT)),
        handed_over.keeping(say, over.Kept(FREQUENT, again=True)),
        handed_over.keeping(say, over.Forgotten()),
    )
    yield from ((f"question's fate {n}", said) for n, said in enumerate(saying) if isinstance(said, Reply))
    missed = [Missed(behaviour, intent, 12, 3) for behaviour in Behaviour for intent in Intent]
    yield "questions, none", overview.overview(say, over.Overview((), ()))
    for number in range(0, len(missed), 6):
        seen = over.Overview([ASKED, replace(ASKED, training=None)] * 5, missed[number : number + 6])
        yield f"questions {number}", overview.overview(say, seen)
    groups = [Synonym(n, ("cuw", "centrum usług wspólnych", "shared services" * n), 5, NOW) for n in range(1, 9)]
    yield "synonyms", synonyms.synonyms(say, groups)
    yield "synonyms, next", synonyms.synonyms(say, groups, 2)
    yield "synonyms, none", synonyms.synonyms(say, ())
    for outcome in (over.Added(groups[0]), over.Malformed(), over.TooMany(200)):
        yield f"synonyms, {outcome}", synonyms.equating(say, outcome)
