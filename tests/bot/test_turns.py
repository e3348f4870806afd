"""Turns: one person in order, people in parallel, three attempts, and nothing half done."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest
from telegram import Update
from telegram.ext import MessageHandler, filters

from bot.cli.demo.town import Town, found
from handlers.context import Context


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    async with found(database=f"sqlite:///{tmp_path}/town.db") as town:
        yield town


def inbox(tmp_path: Path) -> list[tuple[str, int]]:
    with closing(sqlite3.connect(tmp_path / "town.db")) as connection:
        return connection.execute("SELECT state, attempts FROM inbox ORDER BY update_id").fetchall()


def break_on(town: Town, word: str, error: BaseException, times: int = 99) -> list[str]:
    """Let an additional handler, asked before all others, raise on a word."""
    raised: list[str] = []

    async def fail(_: Update, context: Context) -> None:
        if len(raised) < times:
            raised.append(word)
            context.reply(context.exchange.said and context.exchange.said[0] or _nothing())  # type: ignore[arg-type]
            raise error

    town.bot.dispatcher.add_handler(MessageHandler(filters.Text([word]), fail), group=-1)
    return raised
