"""The rules of Terminarz: pure decisions about trainings, seats, reminders; never Telegram, SQL or a clock."""
