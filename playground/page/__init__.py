"""The page of a stage: phones side by side and a clock to move, for a person with a browser on the same machine.

    async with serve(world, port=8484, routes=page.routes(stage)) as address: ...

Imports nothing of the bot it shows.
"""

from playground.page.door import routes

__all__ = ["routes"]
