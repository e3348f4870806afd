"""How long a command takes to start, beside the bare interpreter in the same run. One line of JSON a row."""

import json
import statistics
import subprocess
import sys
import time

ROUNDS = 15
WORK = {"bare interpreter": ["-c", "pass"], "python -m bot version": ["-m", "bot", "version"]}


def seconds(words: list[str]) -> float:
    """Return how long a fresh process takes."""
    began = time.perf_counter()
    subprocess.run([sys.executable, *words], check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own words
    return time.perf_counter() - began


def main() -> None:
    """Measure each in turn, so that a noisy moment hits both."""
    taken: dict[str, list[float]] = {name: [] for name in WORK}
    for _ in range(ROUNDS):
        for name, words in WORK.items():
            taken[name].append(seconds(words))
    for name, times in taken.items():
        row = {"what": name, "n": ROUNDS, "p50_s": statistics.median(times), "max_s": max(times)}
        print(json.dumps({key: round(value, 4) if isinstance(value, float) else value for key, value in row.items()}))


if __name__ == "__main__":
    main()
