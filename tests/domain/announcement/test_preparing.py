import subprocess
import sys

PREPARED = """
import sys
import bot.application
from domain import announcement

def compiled():
    return "domain.announcement.announcing" in sys.modules

before = compiled()
announcement.prepare()
print(before, compiled())
"""


def test_start_leaves_patterns_to_whoever_prepares_them() -> None:
    told = subprocess.run([sys.executable, "-c", PREPARED], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["False", "True"]
