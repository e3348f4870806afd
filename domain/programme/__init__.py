"""The programme file: one organiser's trainings as JSON that people write by hand and the bot writes too.

`read` gives domain values or refuses the whole file with every problem, `write` is its inverse; `seats` tells how many
seats the bot may give after an import, `free_seats` what an export says is left. Knows no storage and sends nothing.
"""

from domain.programme.problem import FileRefused, Problem
from domain.programme.reading import Listed, ProgrammeFile, read
from domain.programme.seating import free_seats, seats
from domain.programme.writing import write

__all__ = ["FileRefused", "Listed", "Problem", "ProgrammeFile", "free_seats", "read", "seats", "write"]
