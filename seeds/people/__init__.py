"""Names of people: whether a line is one, which ones a text holds, and the full form of a surname."""

from seeds.people.form import NAME, TITLED
from seeds.people.names import People, person, plain_name

__all__ = ["NAME", "TITLED", "People", "person", "plain_name"]
