"""Which trainings a page announces: the days that are theirs, their titles, and the stretches that tell of each."""
