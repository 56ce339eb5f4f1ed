"""Settings from the environment, with their defaults."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from embeddings.models import DEFAULT_CROSS_ENCODER, DEFAULT_EMBEDDER
from retrieval.errors import SettingError


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """Where the library is, and the models for one that has none yet.

    `home` is QUOTH_HOME, else the platform's folder for data; `model` QUOTH_MODEL; `reranker` QUOTH_RERANKER;
    `allowed_networks` QUOTH_ALLOWED_NETWORKS, those besides the public internet that pages may be fetched from; `ocr`
    QUOTH_OCR, the languages in which Tesseract reads scanned pages ("eng+rus"), else they are left unread; `threshold`
    QUOTH_THRESHOLD, the confidence, 0 to 1, below which the sources are said to be silent, else the default.
    """

    home: Path
    model: str = DEFAULT_EMBEDDER
    reranker: str = DEFAULT_CROSS_ENCODER
    allowed_networks: str = ""
    ocr: str | None = None
    threshold: float | None = None

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "Settings":
        """Settings as the environment gives them; an empty value is as good as none. Raises SettingError."""
        home = environment.get("QUOTH_HOME")
        return cls(
            home=Path(home).expanduser() if home else Path(platformdirs.user_data_dir("quoth", appauthor=False)),
            model=environment.get("QUOTH_MODEL") or DEFAULT_EMBEDDER,
            reranker=environment.get("QUOTH_RERANKER") or DEFAULT_CROSS_ENCODER,
            allowed_networks=environment.get("QUOTH_ALLOWED_NETWORKS") or "",
            ocr=environment.get("QUOTH_OCR") or None,
            threshold=_threshold(environment.get("QUOTH_THRESHOLD")),
        )


def _threshold(value: str | None) -> float | None:
    if not value:
        return None
    try:
        number = float(value)
    except ValueError:
        number = -1.0
    if not 0.0 <= number <= 1.0:
        raise SettingError(f"QUOTH_THRESHOLD is {value!r}: give a number from 0 to 1, such as 0.2")
    return number
