"""Why a database cannot be used, in a sentence for whoever starts the bot."""

TAKEN = "another instance of the bot already runs on it: stop that one first."


class StorageRefused(Exception):  # noqa: N818 - it is the answer to a request, and its message is the sentence to print
    """The database cannot be used; the message is one sentence that says why and what to do."""
