"""The page of a world: phones side by side and a clock to move, for a person with a browser on the same machine.

    stage = Stage(world, clock, passage, (Phone(anna, "official"), Phone(maria, "organiser")))
    async with serve(world, port=8484, routes=page.routes(stage)) as address: ...

Imports nothing of the bot it shows; whoever lets time pass comes in as a `Passage`.
"""

from playground.page.door import routes
from playground.page.stage import Passage, Phone, Stage

__all__ = ["Passage", "Phone", "Stage", "routes"]
