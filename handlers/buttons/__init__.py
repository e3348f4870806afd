"""What a press of a button means, and how it travels: at most 64 ASCII bytes, readable for ever.

A press is a request from anyone at any time: it carries numbers and marks, never a person's rights or the state of
things. Never imports telegram.
"""

# One door to all presses; each of the five modules defines nothing else.
from handlers.buttons.announcing import *  # noqa: F403
from handlers.buttons.asking import *  # noqa: F403
from handlers.buttons.binding import *  # noqa: F403
from handlers.buttons.broadcasting import *  # noqa: F403
from handlers.buttons.changing import *  # noqa: F403
from handlers.buttons.delivering import *  # noqa: F403
from handlers.buttons.finding import *  # noqa: F403
from handlers.buttons.forecasting import *  # noqa: F403
from handlers.buttons.kinds import ONLINE as ONLINE
from handlers.buttons.kinds import Wish as Wish
from handlers.buttons.kinds import mark as mark
from handlers.buttons.news import *  # noqa: F403
from handlers.buttons.organising import *  # noqa: F403
from handlers.buttons.own import *  # noqa: F403
from handlers.buttons.signing_up import *  # noqa: F403
from handlers.buttons.wire import Press as Press
from handlers.buttons.wire import decode as decode
from handlers.buttons.wire import encode as encode
