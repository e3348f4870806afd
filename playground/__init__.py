"""A local Telegram: a world in memory, as strict as the real one, and the doors by which a bot reaches it.

Imports nothing of the bot it plays with; any bot that speaks the Bot API can play.
"""
