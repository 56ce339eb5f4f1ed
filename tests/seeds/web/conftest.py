"""A site on this machine, and a fetcher that may go there."""

from collections.abc import Iterator

import pytest

from seeds.web.fetching import Fetcher
from tests.site import Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture
def fetch() -> Fetcher:
    return Fetcher.allowing("127.0.0.1/32")
