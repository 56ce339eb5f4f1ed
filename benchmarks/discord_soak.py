"""Whether the bot keeps answering for a long time while things go wrong.

    python benchmarks/discord_soak.py --minutes 20

Every ten seconds something happens: the gateway's cable is pulled, Discord asks to reconnect (op 7), ends the session (op 9), or
answers a request with 429 or 500. Some people ask all the while; mentions are sent also while the bot has no session, a
command only while it has one (Discord refuses it otherwise). Prints what was lost, and the bot's memory after the
first minute and at the end. Exit 1 if anything was lost or the memory grew by more than 10 %.
"""

import argparse
import asyncio
import itertools
import json
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from loopback import ROOT, discord_sim, environment, memory, percentiles, questions, seeds_library

REQUESTS = (
    ("POST", "/channels/*/messages"),
    ("PATCH", "/webhooks/*/messages/@original"),
    ("POST", "/interactions/*/callback"),
    ("POST", "/channels/*/typing"),
)


class Soak:
    """People who ask, things that go wrong, and what came of it."""

    def __init__(self, sim: Any, channels: list[Any], until: float) -> None:
        self.sim = sim
        self.channels = channels
        self.until = until
        self.asked: Counter[str] = Counter()
        self.lost: list[str] = []
        self.faults: Counter[str] = Counter()
        self.acknowledged: list[float] = []
        self.mentions: list[Any] = []

    async def break_things(self) -> None:
        """Something every ten seconds."""
        chance = random.Random(7)
        for fault in itertools.cycle(("cut", "429", "op 7", "500", "op 9", "close 4000")):
            await asyncio.sleep(10)
            if time.monotonic() > self.until:
                return
            self.faults[fault] += 1
            method, path = chance.choice(REQUESTS)
            if fault == "cut":
                self.sim.drop()
            elif fault == "op 7":
                await self.sim.reconnect_op()
            elif fault == "op 9":
                await self.sim.invalidate(resumable=False)
            elif fault == "close 4000":
                await self.sim.close_gateway(4000)
            elif fault == "429":
                self.sim.fault(method, path, status=429, retry_after=1.0)
            else:
                self.sim.fault(method, path, status=500)

    async def ask(self, user: Any, asked: list[str], seed: int) -> None:
        """One person's questions, one every few seconds."""
        chance = random.Random(seed)
        while time.monotonic() < self.until:
            await asyncio.sleep(chance.expovariate(1 / 4))
            channel, question = chance.choice(self.channels), chance.choice(asked)
            if chance.random() < 0.5:
                await self._mention(user, channel, question)
            else:
                await self._command(user, channel, question)

    async def _mention(self, user: Any, channel: Any, question: str) -> None:
        self.asked["mention" if self.sim.online else "mention without a session"] += 1
        message = await self.sim.say(user, channel, question, mention=True)
        self.mentions.append(message)
        try:
            self._judge(await self.sim.reply_to(message, 120))
        except AssertionError:
            self.lost.append(f"mention at {time.monotonic() - self.sim.t0:.0f} s")

    async def _command(self, user: Any, channel: Any, question: str) -> None:
        while not self.sim.online:
            await asyncio.sleep(0.1)
        self.asked["command"] += 1
        it = await self.sim.slash(user, channel, "/ask", question=question, timeout=120, expect_ack=False)
        if it.failed:
            self.lost.append(f"command at {time.monotonic() - self.sim.t0:.0f} s: {it.failed}")
        else:
            self.acknowledged.append(it.ack_ms)
            self._judge(it.message)

    def _judge(self, message: Any) -> None:
        """Count what is no answer: one has a quotation, or says that the sources do not answer."""
        quoted = any((embed.get("description") or "").startswith("> ") for embed in message.embeds)
        if not quoted and "do not say" not in message.text:
            self.lost.append(f"no answer at {time.monotonic() - self.sim.t0:.0f} s: {message.text[:80]!r}")


async def soak(args: argparse.Namespace, home: Path) -> dict[str, Any]:
    """Run the soak and return the figures."""
    sim = discord_sim().DiscordSim()
    guild = sim.guild("Soak", [f"room-{number}" for number in range(12)])
    users = [sim.user(f"user{number}") for number in range(args.users)]
    guild["members"] += users
    async with sim:
        bot = await sim.launch(["-m", "bot"], env=environment(home), log=str(home / "bot.log"), cwd=str(ROOT))
        await sim.wait_ready(120, ["ask"])
        run = Soak(sim, guild["handles"], time.monotonic() + 60 * args.minutes)
        asked = questions()
        people = [asyncio.create_task(run.ask(user, asked, seed)) for seed, user in enumerate(users)]
        breaking = asyncio.create_task(run.break_things())
        await asyncio.sleep(min(60, 15 * args.minutes))
        early = memory(bot.pid)
        await asyncio.gather(*people, breaking)
        await asyncio.sleep(2)
        late = memory(bot.pid)
        twice = sum(max(0, len(sim.replies(each)) - 1) for each in run.mentions)
        return {
            "minutes": args.minutes,
            "faults": dict(run.faults),
            "asked": dict(run.asked),
            "lost": run.lost,
            "duplicates": twice,
            "sessions": len(sim.identifies),
            "resumed": sim.resumes,
            "acknowledged_ms": percentiles(run.acknowledged),
            "memory_mib_early": early,
            "memory_mib_end": late,
            "violations": dict(Counter(each["rule"] for each in sim.violations)),
        }


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=20.0)
    parser.add_argument("--users", type=int, default=8)
    parser.add_argument("--home", type=Path, help="a library to keep between runs")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        home = args.home or Path(scratch)
        seeds_library(home)
        figures = asyncio.run(soak(args, home))
    print(json.dumps(figures, indent=1))
    grown = figures["memory_mib_end"]["now"] > 1.1 * figures["memory_mib_early"]["now"]
    return 1 if figures["lost"] or figures["duplicates"] or grown else 0


if __name__ == "__main__":
    sys.exit(main())
