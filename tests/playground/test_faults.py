import pytest

from playground import answers, faults
from playground.faults import Failure, Fault, Faults
from playground.persons import Person
from playground.world import World


@pytest.mark.parametrize(
    ("failure", "status", "description"),
    [
        (faults.too_many(3), 429, "Too Many Requests: retry after 3"),
        (faults.too_many(None), 429, "Too Many Requests"),
        (faults.server_error(), 500, "Internal Server Error"),
        (faults.bad_gateway(), 502, ""),
        (faults.refused(answers.unauthorized()), 401, "Unauthorized"),
        (faults.refused(answers.not_found()), 404, "Not Found"),
        (
            faults.conflicting(),
            409,
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
        ),
        (faults.garbage(), 200, ""),
    ],
)
async def test_failure_replaces_the_answer_and_the_effect(
    world: World, anna: Person, failure: Failure, status: int, description: str
) -> None:
    world.faults.add(Fault(failure))
    answer = await world.ask("sendMessage", chat_id=anna.id, text="x")
    assert (answer.status, answer.description) == (status, description)
    assert [message.text for message in anna.chat] == ["/start"]
    assert (await world.ask("sendMessage", chat_id=anna.id, text="x")).status == 200


@pytest.mark.parametrize("failure", [faults.cut(), faults.hang(60), faults.server_error(), faults.garbage()])
async def test_failure_after_the_effect_loses_the_answer_only(world: World, anna: Person, failure: Failure) -> None:
    world.faults.add(Fault(failure, after=True))
    answer = await world.ask("sendMessage", chat_id=anna.id, text="Dotarło")
    assert answer.cut or answer.status == 500 or isinstance(answer.body, bytes)
    assert anna.last.text == "Dotarło"


async def test_slow_answer_is_the_true_one(world: World, anna: Person) -> None:
    world.faults.add(Fault(faults.slow(2.5), after=True))
    answer = await world.ask("sendMessage", chat_id=anna.id, text="x")
    assert (answer.delay, answer.result["text"]) == (2.5, "x")


async def test_fault_strikes_only_where_it_is_planned(world: World, anna: Person) -> None:
    jan = world.person("Jan")
    jan.starts()
    fault = world.faults.add(Fault(faults.server_error(), method="sendMessage", chat=jan.id, skip=1, times=2))
    assert (await world.ask("getMe")).status == 200
    assert (await world.ask("sendMessage", chat_id=anna.id, text="x")).status == 200
    to_jan = [(await world.ask("sendMessage", chat_id=jan.id, text="x")).status for _ in range(4)]
    assert to_jan == [200, 500, 500, 200]
    assert fault.hits == 2


async def test_fault_passes_over_the_methods_it_spares(world: World, anna: Person) -> None:
    fault = world.faults.add(Fault(faults.server_error(), spares=frozenset({"getUpdates", "SENDCHATACTION"})))
    assert (await world.ask("getupdates")).status == 200
    assert (await world.ask("sendChatAction", chat_id=anna.id, action="typing")).status == 200
    assert (await world.ask("sendMessage", chat_id=anna.id, text="x")).status == 500
    assert fault.hits == 1


async def test_plan_can_be_cleared(world: World) -> None:
    world.faults.add(Fault(faults.server_error(), times=None))
    assert [(await world.ask("getMe")).status for _ in range(3)] == [500] * 3
    world.faults.clear()
    assert (await world.ask("getMe")).status == 200


def test_chance_is_repeatable_by_its_seed() -> None:
    def struck(seed: int) -> list[bool]:
        plan = Faults(seed)
        plan.add(Fault(faults.cut(), probability=0.25, times=None))
        return [plan.strike("getMe", 0) is not None for _ in range(400)]

    assert struck(1) == struck(1)
    assert struck(1) != struck(2)
    assert 60 < sum(struck(1)) < 140


async def test_failed_poll_confirms_nothing_unless_carried_out(world: World, anna: Person) -> None:
    anna.writes("jeden")
    anna.writes("dwa")
    offset = world.updates.pending[1]["update_id"]
    world.faults.add(Fault(faults.bad_gateway(), method="getUpdates"))
    world.faults.add(Fault(faults.cut(), method="getUpdates", after=True, skip=0))
    await world.ask("getUpdates", offset=offset)
    assert len(world.updates.pending) == 2
    await world.ask("getUpdates", offset=offset)
    assert len(world.updates.pending) == 1
