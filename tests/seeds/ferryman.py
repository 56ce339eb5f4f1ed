"""A book of our own, "The Ferryman of Orlok", as a digital library types it, and what of a reading is masked."""

from seeds.document import MaskReason
from seeds.readers import Reading

STORY = """\
The ferryman of Orlok kept no accounts. What he was paid he put into a
jar,[1] and what he owed he took out of it, and when the jar was empty he
stopped the ferry and went fishing until somebody filled it for him. That
was in the year {year}, when the river was high and the bridge was down.
"""
CHAPTERS = "\n\n".join(
    f"CHAPTER {number}\n\nTHE JAR IN {year}\n\n{STORY.format(year=year)}\n[1] It was of clay, and held forty crowns.\n"
    for number, year in (("I", 1871), ("II", 1872), ("III", 1873))
)
CONTENTS = """\
CONTENTS

CHAPTER                                             PAGE
   I. THE JAR IN 1871 . . . . . . . . . . . . . . .   1
  II. THE JAR IN 1872 . . . . . . . . . . . . . . .  14
 III. THE JAR IN 1873 . . . . . . . . . . . . . . .  27
"""
QUESTIONS = """\
Who was the ferryman of Orlok? Where did he put what he was paid? What did
he do when the jar was empty? When was the river high? How was it filled?
"""
INDEX = "INDEX\n\n" + "\n".join(
    f"{name}, {n}, {n + 12}." for n, name in enumerate(["Boats", "Clerk", "Fares", "Jar", "Oars", "River"], 3)
)
HEADER = """\
The Project Gutenberg EBook of The Ferryman of Orlok, by Hedwig Anders

Title: The Ferryman of Orlok
       from 1860 to 1880

Author: Hedwig Anders
        Karl Ruder

Translator: Ada Quill

*** START OF THIS PROJECT GUTENBERG EBOOK THE FERRYMAN OF ORLOK ***

Produced by a reader, with thanks to the

THE FERRYMAN OF ORLOK

FROM 1860 TO 1880

River Press, London, 1902

[Illustration: The ferry in winter,
from a drawing.]

"""
FOOTER = "\n\n*** END OF THIS PROJECT GUTENBERG EBOOK THE FERRYMAN OF ORLOK ***\n\nThe licence follows.\n"
BOOK = HEADER + CONTENTS + "\n\n\n" + CHAPTERS + "\n" + (QUESTIONS + "\n") * 3 + "\n\n" + INDEX + FOOTER


def reason_at(reading: Reading, words: str) -> MaskReason | None:
    at = reading.text.index(words)
    return next((mask.reason for mask in reading.masks if mask.start <= at < mask.end), None)
