"""Pictures of the bot at work, with the starter library: `python -m tests.discord.screenshots docs/images`.

Needs the loopback Discord beside the checkout, Chromium, and a font with emoji (Debian: chromium, fonts-noto-color-emoji).
"""

import asyncio
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("QUOTH_SHARED", ROOT.parent / "shared"))
WIDTH = 760


async def pictures(folder: Path, home: Path) -> None:
    """Ask the running bot, and take its picture."""
    sys.path.insert(0, str(SHARED / "discord"))
    import discord_sim

    sim = discord_sim.DiscordSim()
    sim.bot.raw["username"] = "Quoth"
    rooms = ("russia-1917", "study-group", "questions", "library", "moderators")
    guild = sim.guild("History Club", rooms)
    answer, silence, conversation, sources, settings = guild["handles"]
    ada, ben = sim.user("Ada"), sim.user("Ben")
    mona = sim.user("Mona", permissions=discord_sim.DEFAULT_PERMS | 1 << 5)
    guild["members"] += [ada, ben, mona]
    environment = {"PYTHONPATH": str(ROOT), "QUOTH_HOME": str(home)}
    async with sim:
        await sim.launch(["-m", "bot"], env=environment, log=str(home / "bot.log"), cwd=str(home))
        await sim.wait_ready(120, ["ask"])

        it = await sim.slash(ada, answer, "/ask", question="Who stormed the Winter Palace?")
        await sim.click(ben, it.message, "Cite")
        shoot(sim, folder / "answer.png", answer, viewer=ada)
        shoot(sim, folder / "cite.png", answer, viewer=ben)
        await sim.click(mona, it.message, "Why?")
        shoot(sim, folder / "why.png", answer, viewer=mona)

        await sim.slash(ada, silence, "/ask", question="What did Napoleon think of the Suez Canal?")
        shoot(sim, folder / "abstention.png", silence, viewer=ada)

        first = await sim.say(ben, conversation, "What was the Constituent Assembly?", mention=True)
        reply = await sim.reply_to(first, 30)
        second = await sim.say(ben, conversation, "When did it meet?", reply_to=reply)
        await sim.reply_to(second, 30)
        shoot(sim, folder / "follow-up.png", conversation, viewer=ben)

        await sim.slash(ada, sources, "/sources")
        await sim.slash(ada, sources, "/source", document="two-calendars")
        shoot(sim, folder / "sources.png", sources, viewer=ada)

        panel = await sim.slash(mona, settings, "/settings")
        chosen = {
            item["custom_id"].split(":")[2]: item["custom_id"]
            for item in panel.message.components
            if "custom_id" in item
        }
        await sim.select(mona, panel.message, chosen["channels"], answer.id, conversation.id)
        await sim.select(mona, panel.message, chosen["feedback"], settings.id)
        shoot(sim, folder / "settings.png", settings, viewer=mona)
        sim.assert_clean()


def shoot(sim: Any, file: Path, channel: Any, *, viewer: Any) -> None:
    """Take the picture of a channel as somebody sees it."""
    sim.render_png(str(file), width=WIDTH, channels=[channel], viewer=viewer)
    file.with_suffix(".html").unlink()


def main() -> None:
    """Run from the command line."""
    folder = Path(sys.argv[1]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        home = Path(scratch)
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "QUOTH_HOME": str(home)}
        subprocess.run([sys.executable, "-m", "retrieval.cli", "add", "--starter"], check=True, env=environment)
        asyncio.run(pictures(folder, home))


if __name__ == "__main__":
    main()
