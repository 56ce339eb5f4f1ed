"""Does a compiled model agree with sentence-transformers? Measured on sentences of our own."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from embeddings.embedder import Vectors
from embeddings.errors import ModelError

# int8 MiniLM and BERT-small models lie well above these bounds; a wrong pooling or a forgotten prefix far below.
LEAST_COSINE = 0.95
LEAST_MEAN_COSINE = 0.98
LEAST_CORRELATION = 0.98


def check_vectors(name: str, compiled: Vectors, reference: Vectors) -> Mapping[str, float]:
    """Least and mean cosine of vectors row by row. Raises ModelError below the bounds."""
    cosines = np.einsum("ij,ij->i", compiled, reference)
    least, mean = float(cosines.min()), float(cosines.mean())
    if not (least >= LEAST_COSINE and mean >= LEAST_MEAN_COSINE):  # a NaN fails too
        raise ModelError(
            f"The compiled model {name!r} does not agree with sentence-transformers (cosine {least:.3f} at least, "
            f"{mean:.3f} in the mean; {LEAST_COSINE} and {LEAST_MEAN_COSINE} are needed): use it with --runtime torch."
        )
    return {"texts": len(cosines), "least_cosine": round(least, 4), "mean_cosine": round(mean, 4)}


def check_logits(name: str, compiled: NDArray[np.float32], reference: NDArray[np.float32]) -> Mapping[str, float]:
    """Pearson correlation of logits. Raises ModelError below the bound."""
    correlation = float(np.corrcoef(compiled, reference)[0, 1])
    if not correlation >= LEAST_CORRELATION:
        raise ModelError(
            f"The compiled cross-encoder {name!r} does not agree with sentence-transformers "
            f"(correlation {correlation:.3f}; {LEAST_CORRELATION} is needed): use another cross-encoder."
        )
    return {"pairs": len(compiled), "correlation": round(correlation, 4)}


QUESTIONS = (
    "Who ordered the attack on the harbour?",
    "When was the bridge opened to traffic?",
    "How many people lived in the city before the war?",
    "Why did the harvest fail that year?",
    "What did the delegates decide about the land?",
)

SENTENCES = (
    "The admiral ordered the attack on the harbour shortly after midnight.",
    "A steel bridge across the strait was opened to traffic in May 1932.",
    "Before the war about two million people lived in the city and its suburbs.",
    "Three weeks without rain ruined the harvest.",
    "The delegates voted to hand the land over to the villages without payment.",
    "Nobody knows who wrote the letter.",
    "He was born in Tiflis in 1881, the second son of a railway clerk.",
    "Bread was rationed at half a pound a day, and soap could not be had at all.",
    "She answered: 'I have nothing to add to what I told the court.'",
    "Strikes spread from the textile mills to the shipyards.",
    "The calendar was moved forward by thirteen days in February 1918.",
    "In the spring the river flooded the lower town, as it did nearly every year.",
    "Telegraph clerks refused to pass on the new government's orders.",
    "The treaty was signed on a railway carriage's folding table.",
    "His memoirs, written thirty years later in exile, contradict the minutes.",
    "Two regiments refused to march; a third went over to the rebels with its guns.",
    "The minister of finance resigned because the loan had not been approved.",
    "Coal!",
    "What is to be done with the wounded?",
    "The museum keeps a pair of spectacles, a pipe and an unfinished chess game.",
    "According to the census, one household in five owned no horse.",
    "The archive was moved east by train, and part of it was lost on the way.",
    "At the second session the chairman lost control of the hall within minutes.",
    "Le ministre quitta la capitale dans la nuit du 12 au 13 mars.",
    "Город был взят без единого выстрела.",
    "The price of rye doubled between August and November.",
    "Sailors guarded the telephone exchange, the post office and the state bank.",
    "An armistice came into force at eleven o'clock in the morning.",
    "They demanded an eight-hour day, the vote, and an end to night work for women.",
    "The general's telegram reached headquarters four hours too late.",
    "No shot was fired until the cruiser gave the signal.",
    "The constitution of 1906 left the army and foreign affairs to the crown.",
    "Photographs of the square show far fewer people than the poster claims.",
    "A monk, a nurse and two students carried the wounded man indoors.",
    "It snowed.",
    "The party split over a single sentence in its rules of membership.",
    "Grain was to be delivered at fixed prices, and whoever hid it faced trial.",
    "Her speech, the shortest of the evening, was the only one that people remembered.",
    "The committee met daily, kept no minutes, and disbanded in January.",
    "Historians disagree whether the order was ever sent.",
    "From the roof one could see the fortress, the palace and both bridges.",
    "The new law made divorce a matter of a few minutes at the registry.",
    "Soldiers sold their rifles for tobacco at the station.",
    "He had been a lawyer, an amateur astronomer and, for eleven days, a prime minister.",
    "The frontier was closed in 1920 and stayed closed for three years.",
    "Newspapers appeared with white columns where the censor had been at work.",
    "Trams ran again on the Monday, and the theatres opened their doors as if nothing had happened.",
    "The expedition set out with ninety dogs and came back with eleven.",
    (
        "Engineers measured the depth of the canal: 4.2 metres at the lock, 3.9 metres at the mill, and only 2.7 "
        "metres where the old barge had sunk, which is why larger ships still had to unload at the outer quay."
    ),
    (
        "When the envoys finally returned, after six weeks of talks in an unheated fortress, they brought terms "
        "that nobody in the council had expected: the loss of four provinces, of most of the coal and iron, and "
        "of the coast; an army to be sent home at once; an indemnity in gold; and, on top of all this, a promise "
        "to say nothing about it in the press. The debate lasted two days and a night. Some wanted to fight on "
        "with volunteers, some to stop the war and sign nothing, and only a minority to accept; yet the minority "
        "won, because its leader threatened to resign, and because nobody could say where the volunteers were to "
        "come from."
    ),
)
