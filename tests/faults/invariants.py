"""The invariants: what must hold after every case, judged from the world's ledger, the database and the bot's log.

I1 intake: an update that was confirmed is in the inbox, ends, and takes effect at most once.
I2 seats: never more people than seats, none free while somebody waits, the queue in its order, one row a person.
I3 sending: every row ends; as many copies as its fate and its kind allow; nothing is said without a row.
I4 time: nothing is said before it is due or when it is of no use any more.
I5 authority: whoever acted as an organiser was one; no training is changed without a trace.
I6 privacy: no token, name or text of a person in what the bot says of itself.
I7 liveness: somebody new is answered within 35 seconds of the end of the fault.
I8 honesty: nobody is told of a seat that was not committed.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import timedelta
from itertools import count

from tests.faults import copies, seats, tally
from tests.faults.evidence import Evidence, gather
from tests.faults.ledger import deliveries
from tests.faults.processes import Served, known, rows

SERVES_WITHIN = 35.0
"""Seconds: Telegram may be asked again only every 30 of them after a long fault."""
SLACK = timedelta(seconds=1)
LATE = timedelta(seconds=60)
"""From the last look at whether it is of use to the answer to the call."""
TELLING = 8
"""Characters from which a line that somebody wrote is told from the words of a log."""
CONFIRMED = ("Miejsce potwierdzone", "Seat confirmed")
WITNESSES = count(9_000_000)


async def hold(bot: Served, *, besides: Collection[str] = ()) -> None:
    """Let the bot recover, start it if it does not run, and check everything besides what a case cannot keep."""
    if bot.process:
        await recovered(bot)
    else:
        polls = len(bot.world.called("getUpdates"))
        async with bot.running() as process:
            await bot.until(lambda: len(bot.world.called("getUpdates")) > polls)
            await recovered(bot)
            await bot.stop(process)
    check(bot, besides=besides)


async def recovered(bot: Served, within: float = 60.0) -> None:
    """Wait until the bot serves (I7) and has nothing left to do now."""
    witness = known(bot.world, "Świadek", "Przypadku", next(WITNESSES))
    witness.writes("/pomoc")
    await bot.until(lambda: any(message.from_bot for message in witness.chat), within=SERVES_WITHIN)
    await bot.until(lambda: at_rest(bot), within=within)


def at_rest(bot: Served) -> bool:
    """Tell whether nothing has come in that is not done, and nothing is due that is not said."""
    now = int(bot.world.clock.now().timestamp() * 1e6)
    if bot.world.updates.pending:
        return False
    return not any(
        rows(
            bot.file,
            "SELECT (SELECT COUNT(*) FROM inbox WHERE state = 'new'),"  # noqa: S608 - a number of ours
            f" (SELECT COUNT(*) FROM reply WHERE fate = 'sending' OR (fate = 'pending' AND due_at <= {now})),"
            " (SELECT COUNT(*) FROM notice WHERE fate = 'sending'"
            f" OR (fate = 'pending' AND held = 0 AND due_at <= {now} AND NOT EXISTS (SELECT 1 FROM broadcast"
            " WHERE broadcast.id = broadcast_id AND state = 'paused'))),"
            " (SELECT COUNT(*) FROM post WHERE lease IS NOT NULL)",
        )[0]
    )


def check(bot: Served, *, besides: Collection[str] = ()) -> None:
    """Fail with all that does not hold."""
    evidence = gather(bot)
    if "I1" not in besides:
        tally.note(bot.database, evidence, bot.kills)
    broken = [f"{name}: {wrong}" for name, judge in JUDGES.items() if name not in besides for wrong in judge(evidence)]
    assert not broken, "\n".join(broken[:20])


def intake(evidence: Evidence) -> Iterator[str]:
    yield from (f"it was confirmed and never kept: {number}" for number in tally.lost_in(evidence))
    yield from (f"it took effect more than once: {number} was {path}" for number, path in tally.twice_in(evidence))
    for row in evidence.now["inbox"]:
        if row["state"] == "new":
            yield f"it never ended: {row['update_id']} after {row['attempts']} attempts"


def time(evidence: Evidence) -> Iterator[str]:
    for row, delivery in copies.said_at(evidence):
        if row.due and delivery.at < row.due - SLACK:
            yield f"it was said at {delivery.at}, too early: {row}"
        if row.until and delivery.at > row.until + LATE:
            yield f"it was said at {delivery.at}, too late: {row}"


def authority(evidence: Evidence) -> Iterator[str]:
    granted: dict[int, set[int | None]] = {}
    for grant in (each.facts for each in evidence.seen if each.table == "organiser"):
        granted.setdefault(grant["official_id"], set()).add(grant["programme_id"])
    acts = [each[0] for each in evidence.states("act").values()]
    for act in acts:
        scope = granted.get(act["official_id"], set())
        if act["official_id"] is not None and not scope & {None, act["programme_id"]}:
            yield f"somebody acted without a right: {dict(act)}"
    for table in ("announcement", "broadcast"):
        for row in evidence.now[table]:
            if row["made_by"] is not None and not granted.get(row["made_by"], set()) & {None, row["programme_id"]}:
                yield f"somebody without a right made a row of {table}: {row['id']}"
    traced = {act["training_id"] for act in acts}
    for number, states in evidence.states("training").items():
        if len({(state["details"], state["status"], state["seats"]) for state in states}) > 1 and number not in traced:
            yield f"training {number} was changed by nobody"


def privacy(evidence: Evidence) -> Iterator[str]:
    world = evidence.world
    kept = {world.token: "the token", world.token.partition(":")[2]: "the token"}
    for person in world.people:
        kept[f"{person.user.first_name} {person.user.last_name}".strip()] = "a name"
        written = [message.text for message in person.chat if message.sender is person.user]
        lines = [line.strip() for text in written for line in text.splitlines()]
        kept |= {line: "what somebody wrote" for line in lines if not line.startswith("/")}
    for text, what in kept.items():
        if (what == "the token" or len(text) >= TELLING) and text in evidence.log:
            yield f"{what} is in the log, {evidence.log.count(text)} times"


def honesty(evidence: Evidence) -> Iterator[str]:
    seated = {
        (each.facts["training_id"], each.facts["official_id"])
        for each in evidence.seen
        if each.table == "registration" and each.facts["state"] == "seated"
    }
    titles = evidence.titles()
    for each in deliveries(evidence.world):
        if not any(phrase in each.text for phrase in CONFIRMED):
            continue
        about = [number for number, names in titles.items() if any(name in each.text for name in names)]
        if about and not any((number, each.chat) in seated for number in about):
            yield f"a seat was confirmed that nobody has: {each}"


def once(evidence: Evidence) -> Iterator[str]:
    yield from seats.judge(evidence)
    people = Counter((row["training_id"], row["official_id"]) for row in evidence.now["registration"])
    yield from (f"two registrations of one person: {pair}" for pair, number in people.items() if number > 1)


JUDGES: Mapping[str, Callable[[Evidence], Iterator[str]]] = {
    "I1": intake,
    "I2": once,
    "I3": copies.judge,
    "I4": time,
    "I5": authority,
    "I6": privacy,
    "I8": honesty,
}
