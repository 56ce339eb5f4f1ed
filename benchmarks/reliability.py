"""A reliability plot as SVG: the share of right answers against the confidence that they were given."""

from collections.abc import Sequence

SIDE, MARGIN = 320, 48


def drawn(bins: Sequence[tuple[int, float, float]]) -> str:
    """The plot of (answers, mean confidence, share right); a disc's area grows with its answers."""
    most = max((count for count, _, _ in bins), default=1)
    discs = "".join(
        f'<circle cx="{_x(sure):.1f}" cy="{_y(right):.1f}" r="{3 + 9 * (count / most) ** 0.5:.1f}" fill="#35608d" '
        f'fill-opacity="0.75"><title>{count} answers: confidence {sure:.2f}, right {right:.2f}</title></circle>'
        for count, sure, right in bins
    )
    ticks = "".join(
        f'<text x="{_x(each)}" y="{_y(0) + 18}" text-anchor="middle">{each}</text>'
        f'<text x="{_x(0) - 8}" y="{_y(each) + 4}" text-anchor="end">{each}</text>'
        for each in (0.0, 0.25, 0.5, 0.75, 1.0)
    )
    whole = SIDE + 2 * MARGIN
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" font-family="sans-serif" font-size="11">'
        f'<rect width="{whole}" height="{whole}" fill="white"/>'
        f'<rect x="{_x(0)}" y="{_y(1)}" width="{SIDE}" height="{SIDE}" fill="none" stroke="#999"/>'
        f'<line x1="{_x(0)}" y1="{_y(0)}" x2="{_x(1)}" y2="{_y(1)}" stroke="#999" stroke-dasharray="4 4"/>{ticks}{discs}'
        f'<text x="{_x(0.5)}" y="{whole - 10}" text-anchor="middle">confidence</text>'
        f'<text x="14" y="{_y(0.5)}" text-anchor="middle" transform="rotate(-90 14 {_y(0.5)})">share that is right</text>'
        "</svg>\n"
    )


def _x(share: float) -> float:
    return MARGIN + SIDE * share


def _y(share: float) -> float:
    return MARGIN + SIDE * (1 - share)
