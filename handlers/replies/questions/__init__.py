"""Answers to questions, in words: the same for the chat and for the command line; every fact comes from a row.

One module a noun: facts about time, place, seats and so on, then one training, several, and none. Never decides what a
question means, never imports telegram.
"""

from handlers.replies.questions.answers import answer as answer
from handlers.replies.questions.general import invitation as invitation
from handlers.replies.questions.plainly import plain as plain
