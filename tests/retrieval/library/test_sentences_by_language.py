"""Sentences end where they end in English, Russian, German, French, Spanish and Turkish."""

import pytest

from retrieval.library.language import has_ordinal_stops
from retrieval.library.sentences import split_sentences

SENTENCES = {
    "en": [
        "Mr. Lind came on Jan. 5.", "He left.", "The U.S. Army sent Gen. Howe to St. Ives.", "See vol. 2, p. 34.",
        "“Who goes there?” the guard asked.", "It was 5 p.m.", "Then J. R. Oake slept.",
    ],
    "ru": [
        "В 1917 г. Керенский бежал.", "А. Ф. Керенский спорил с ним.", "См. т. 2, с. 45.", "Это было в XIX в.",
        "Потом ген. Корнилов и др. ушли, т. е. никого не стало.", "«Кто там?» — спросил он.", "До н. э. жили скифы.",
    ],
    "de": [
        "Am 7. November kam Dr. Möller.", "Kaiser Wilhelm II. floh.", "Vgl. Bd. 3, S. 45 ff.", "Er lebte z. B. in Bonn.",
        "Das war im 19. Jahrhundert.", "Um 300 v. Chr. baute man hier.", "Die sog. Freunde gingen, u. a. Karl.",
    ],
    "fr": [
        "M. Dupont arriva.", "Mme. Blin et le Dr. Petit partirent.", "Voir p. 34 et t. II, chap. IV.", "Il le dit en 50 av. J.-C. à Rome.",
        "« Qui est là ? » demanda-t-il.", "Les Cies. fermèrent.", "Louis XIV mourut.",
    ],
    "es": [
        "El Sr. Ortiz llegó el 3 de mayo.", "La Sra. Ruiz y Dña. Ana salieron.", "EE. UU. no intervino.", "Véase pág. 34 del t. II.",
        "¿Quién vino?", "¡Nadie!", "Vivió en Sta. Clara.", "Compró pan, vino, etc.", "Luego se fue.",
    ],
    "tr": [
        "Prof. Dr. Ahmet Bey 12 Mart'ta geldi.", "II. Mahmut tahta çıktı.", "Doç. Dr. Kaya 19. yüzyılı anlattı.",
        "Örn. Bursa'da 5 bin kişi vardı.", "Sn. Vali gelmedi.", "Kim geldi?", "M.Ö. 3. yüzyılda kuruldu.",
        "Bkz. Ek 3.",
    ],
}  # fmt: skip


@pytest.mark.parametrize("language", SENTENCES)
def test_sentences_end_where_they_end(language: str) -> None:
    text = " ".join(SENTENCES[language])
    found = split_sentences(text, 0, len(text), ordinals=has_ordinal_stops(text, language))
    assert [text[start:end] for start, end in found] == SENTENCES[language]
