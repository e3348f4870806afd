"""Questions as the bot keeps them: noted as if it had just answered, with the button to pass them on."""

from bot.cli.demo.town import Resident, Town
from domain.asked import Behaviour, Intent
from domain.desks.questions import QuestionsDesk
from domain.official import Language, Official
from domain.question.answer import Answer

TEXT = "Czy będzie transmisja online?"


async def asked(town: Town, person: Resident, text: str = TEXT, *numbers: int) -> int:
    """Keep a question about these trainings that the data could not answer; return its id."""
    async with town.bot.storage.transaction() as transaction:
        found = [await transaction.trainings.get(number) for number in numbers]
        about = tuple(stored for stored in found if stored)
        answer = Answer(Intent.LINK, Behaviour.ABSTAIN, Language.POLISH, about)
        desk = QuestionsDesk(transaction, town.clock.now(), controller_named=True)
        return await desk.note(Official(person.person.id), person.person.id, text, answer)


async def passed_on(town: Town, person: Resident, text: str = TEXT, *numbers: int) -> int:
    """Let a person ask and pass the question on; return its id."""
    number = await asked(town, person, text, *numbers)
    await person.forges(f"z:{number}")
    return number


async def replies(organiser: Resident, text: str, to: int = -1) -> str:
    """Let an organiser reply to a message of the bot, the newest unless another is named; return what is heard last."""
    told = [message for message in organiser.person.chat if message.from_bot][to]
    organiser.person.replies(told, text)
    await organiser.town.settle()
    return organiser.last.text.replace("\N{NO-BREAK SPACE}", " ")
