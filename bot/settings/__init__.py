"""Settings: what can be set, where it is read from, what is said when it is wrong. Never imports the rest of bot."""

from bot.refusals import SettingsRefused
from bot.settings.loading import Reading, load_settings, read_settings
from bot.settings.schema import Chat, Controller, Institution, Intake, Logs, Reminders, Sending, Settings

__all__ = [
    "Chat",
    "Controller",
    "Institution",
    "Intake",
    "Logs",
    "Reading",
    "Reminders",
    "Sending",
    "Settings",
    "SettingsRefused",
    "load_settings",
    "read_settings",
]
