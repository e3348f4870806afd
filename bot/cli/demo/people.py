"""Who lives in the demonstration: an official and an organiser, with a group and a channel, and who may still come."""

from bot.application import Bot
from bot.serving import invite_first_administrator
from playground.stage import Phone
from playground.world import World

GROUP = "Referat szkoleń"
CHANNEL = "Szkolenia Metropolii"
NEWCOMERS = (
    ("Piotr", "Zieliński"),
    ("Katarzyna", "Wójcik"),
    ("Tomasz", "Lewandowski"),
    ("Agnieszka", "Dąbrowska"),
    ("Marek", "Szymański"),
    ("Ewa", "Kaczmarek"),
    ("Paweł", "Mazur"),
    ("Joanna", "Król"),
)


async def settle_in(world: World, bot: Bot) -> list[Phone]:
    """Let the first two people move in with a group and a channel; the administrator's link waits on Maria's phone."""
    anna = Phone(world.person("Anna", "Nowak", language="pl"), "official")
    maria = Phone(world.person("Maria", "Wiśniewska", language="pl"), "organiser")
    world.group(GROUP, [maria.person, anna.person])
    channel = world.channel(CHANNEL)
    for phone in (maria, anna):
        channel.joins(phone.person)
    channel.promotes(maria.person)
    if (token := await invite_first_administrator(bot, lambda _: None)) is not None:
        maria.links[f"i{token}"] = "administrator"
    return [anna, maria]
