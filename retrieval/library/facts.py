"""Facts that the operator gives by hand: later ones amend those given before, and an empty one takes a fact back."""

from dataclasses import asdict

from seeds.document import Metadata


def amended(given: Metadata, before: Metadata) -> Metadata:
    """What is given now, completed by what was given before; an empty fact stays, for it takes one back."""
    said = {name: value for name, value in asdict(given).items() if value is not None}
    return Metadata(**(asdict(before) | said))


def standing(facts: Metadata) -> Metadata:
    """The facts that hold, without those that are empty because they were taken back."""
    return Metadata(**{name: value or None for name, value in asdict(facts).items()})
