"""The stage: a world with people's phones, a clock to move and mishaps to plan; what a visitor does there are acts.

    stage = Stage(world, clock, passage, [Phone(anna, "official"), Phone(maria, "organiser")])
    await perform(stage, {"act": "write", "who": anna.id, "chat": anna.id, "text": "/start"})

The page and the terminal face show it. Imports no HTTP and nothing of the bot that plays.
"""

from playground.stage.acts import WrongActError, perform
from playground.stage.mishaps import Mishaps
from playground.stage.stage import Passage, Phone, Stage
from playground.stage.traffic import Passed, Traffic

__all__ = ["Mishaps", "Passage", "Passed", "Phone", "Stage", "Traffic", "WrongActError", "perform"]
