"""A world in which every rule can be broken: people, groups and messages in every state that Telegram tells apart."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from operator import attrgetter

from playground.answers import Answer, Json
from playground.clock import ManualClock
from playground.files import MEGABYTE, Upload
from playground.world import World

BUTTON = {"inline_keyboard": [[{"text": "Tak", "callback_data": "yes"}]]}


@dataclass
class Setting:
    """Ids of everything a call may name; `old` messages are three days old, and so is the `stale` press."""

    world: World
    anna: int
    stranger: int
    blocker: int
    deleted: int
    group: int
    forum: int
    topic: int
    thrown_out: int
    gone: int
    moved: int
    moved_to: int
    subscribed: int
    hushed: int
    hushed_channel: int
    hushed_post: int
    sent: int = 0
    own: int = 0
    document: int = 0
    protected: int = 0
    note: int = 0
    old: int = 0
    foreign: int = 0
    press: str = ""
    stale: str = ""
    huge: str = ""

    async def ask(self, method: str, params: Mapping[str, object], files: Mapping[str, Upload] | None = None) -> Answer:
        """Call a method; parameters that are `attrgetter`s are looked up here."""
        given = {name: value(self) if isinstance(value, attrgetter) else value for name, value in params.items()}
        return await self.world.call(self.world.token, method, given, files)


async def settle(clock: ManualClock) -> Setting:
    """Make the world and let everything happen that the rules are about."""
    world = World(clock)
    anna, stranger, blocker, deleted = (world.person(name) for name in ("Anna", "Jan", "Ewa", "Ola"))
    for person in (anna, blocker, deleted):
        person.starts()
    old = await _sent(world, "sendMessage", chat_id=anna.id, text="Dawno temu")
    anna.forges("x")
    stale = world.updates.pending[-1]["callback_query"]["id"]
    clock.advance(timedelta(days=3))
    blocker.blocks()
    deleted.deactivates()
    group, thrown_out, moving = (world.group(title, [anna]) for title in ("Referat", "Zarząd", "Wydział"))
    gone, forum = world.group("Biuro", [anna], supergroup=True), world.group("Forum", [anna], forum=True)
    subscribed, moved = world.channel("Ogłoszenia", with_bot=False), moving.id
    subscribed.shared.members[world.bot.id] = "member"
    thrown_out.removes_bot(by=anna)
    moving.becomes_supergroup()
    await world.ask("leaveChat", chat_id=gone.id)
    hushed, hushed_channel = world.group("Kadry", [anna], supergroup=True), world.channel("Aktualności")
    hushed_post = await _sent(world, "sendMessage", chat_id=hushed_channel.id, text="Zapraszamy")
    for silent in (hushed, hushed_channel):
        silent.silences_bot(by=anna)
    setting = Setting(
        world, anna.id, stranger.id, blocker.id, deleted.id, group.id, forum.id, forum.opens_topic(anna, "Sprawy"),
        thrown_out.id, gone.id, moved, moving.id, subscribed.id, hushed.id, hushed_channel.id, hushed_post, old=old,
    )  # fmt: skip
    setting.sent = await _sent(world, "sendMessage", chat_id=anna.id, text="Na pewno?", reply_markup=BUTTON)
    setting.own = anna.writes("Moje słowa").id
    upload = {"document": Upload("a.txt", b"a")}
    setting.document = (await setting.ask("sendDocument", {"chat_id": anna.id}, upload)).result["message_id"]
    setting.protected = await _sent(world, "sendMessage", chat_id=anna.id, text="Poufne", protect_content=True)
    setting.foreign = group.writes(anna, "Nie bota").id
    await world.ask("pinChatMessage", chat_id=anna.id, message_id=setting.sent)
    setting.note, setting.stale = anna.chat[-1].id, stale
    anna.forges("x")
    setting.press = world.updates.pending[-1]["callback_query"]["id"]
    setting.huge = anna.sends_document("f.mp4", b"", claimed_size=20 * MEGABYTE + 1).raw()["document"]["file_id"]
    await world.ask("unpinChatMessage", chat_id=anna.id)
    return setting


async def _sent(world: World, method: str, **params: object) -> int:
    sent: Json = (await world.ask(method, **params)).result
    return int(sent["message_id"])
