"""The running process of Terminarz: settings, wiring, alarm, command line; nothing imports it."""

__version__ = "0.1.0"
