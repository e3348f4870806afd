"""The door: `python -m bot`, also installed as `terminarz`. Never imports more than the command line."""

import sys

from bot.cli import main

if __name__ == "__main__":
    sys.exit(main())
