"""`quoth bot`, and `python -m bot`: the Discord bot from the command line."""

import asyncio
import os
from pathlib import Path

import click

from bot.errors import BotError
from retrieval.cli.failures import Expected
from retrieval.cli.options import chosen_home, home_option


@click.command("bot", epilog="\b\nquoth bot")
@home_option
@click.option("--sync", is_flag=True, help="Register the commands with Discord again, and stop.")
def run(sync: bool) -> None:
    """Answer on Discord: in servers, direct messages and threads.

    The bot's token comes from DISCORD_TOKEN, from the file that DISCORD_TOKEN_FILE names, or from a .env file in the
    current folder. docs/discord.md tells how to make a bot and invite it.
    """
    try:
        from bot.starting import start  # discord.py takes long to import, and --help needs none of it
    except ModuleNotFoundError as error:
        if error.name not in ("discord", "dotenv"):
            raise
        raise Expected("the bot needs the packages of quoth[bot]: pip install 'quoth[bot]'") from None
    try:
        asyncio.run(start(Path.cwd(), os.environ, home=chosen_home(), sync_only=sync))
    except BotError as error:
        raise Expected(str(error)) from None
