"""Frequent little words of the languages for which tantivy has stems and no stop words, by Snowball's names of them.

And of Spanish: Snowball's list has forms of "estar" that are nouns, too, so that "Estados Unidos" would be "Unidos".
"""

from collections.abc import Mapping


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


STOP_WORDS: Mapping[str, frozenset[str]] = {
    "arabic": _words(
        "في من على إلى عن مع هذا هذه ذلك التي الذي ما لا لم لن هو هي هم كان كانت قد أن إن أو ثم كل بعد قبل بين حتى عند كما هل متى "
        "أين كيف"
    ),
    "greek": _words(
        "ο η το οι τα του της των τον την τους τις και να με που από για στο στη στην στον στα στις στους δεν θα είναι ήταν "
        "ένα ένας μια ως κατά μετά πριν αλλά ή ότι πως τι ποιος ποια ποιο πότε πού πώς γιατί αυτό αυτή"
    ),
    "romanian": _words(
        "de la în și a al ai ale cu pe nu din care că o un este era sunt pentru mai prin după dar sau ce ca când unde cum cine fi "
        "fost se lui ei lor acest această între până"
    ),
    "spanish": _words(
        "a al algo algunas algunos ante antes como con contra cual cuando de del desde donde durante e el él ella ellas ellos "
        "en entre era eran eres es esa esas ese eso esos esta está están estas este esto estos estaba estaban fue fueron ha "
        "había habían han hasta hay la las le les lo los mas más me mi mis mucho muy nada ni no nos nosotros o os otra otras "
        "otro otros para pero poco por porque que qué quien quién quienes se sea ser si sí sido sin sobre son su sus también "
        "tanto te tiene tienen todo todos tu tus un una uno unos y ya yo cómo cuál cuáles cuándo cuánto cuántos dónde"
    ),
    "tamil": _words("ஒரு என்று மற்றும் இந்த அந்த இது அது என்ன யார் எப்போது எங்கே"),
    "turkish": _words(
        "ve bir bu da de için ile o olarak çok daha gibi kadar sonra ama ne mi mı mu mü olan en her ki ya hangi kim kimdir nedir "
        "nerede nasıl neden niçin kaç kaçıncı hangisi ise değil şu tarafından olduğu oldu vardır var"
    ),
}
