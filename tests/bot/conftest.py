"""Fixtures for the tests of the bot."""

import pytest


def pytest_configure(config: pytest.Config) -> None:
    # Raised inside discord.py on Python 3.11 and 3.12 when it imports its voice support, which we do not use.
    config.addinivalue_line("filterwarnings", "ignore:'audioop' is deprecated:DeprecationWarning")
