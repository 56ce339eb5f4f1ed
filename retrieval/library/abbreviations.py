"""Words whose full stop need not end a sentence, and words that begin one, in English, German, French, Russian,
Spanish and Turkish.

Every word is in lower case without its full stop. The tables follow from how each kind behaves before a capital:
a title is always followed by a name, "No." only means number before a figure, "etc." may well be the last word.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = _words(
    "adm amb brig bros capt cdr cf cmdr col comdr comte cpl dr ens fr frl gen gouv gov hon hr insp lieut lt maj me "
    "messrs mgr mlle mlles mm mme mmes mr mrs ms mt mte pf pres prof pvt rep rev rt sen sgt sr st ste sts supt viz vs "
    "bzw bsp ca geb gest hrsg sog vgl zit z.b d.h u.a i.e e.g av c.-à-d p.ex "
    "dña excma excmo gral ilmo ilma lcdo lic mons pbro profa rr sra sras sres sta sto tte ud uds vd vds "
    "alb bkz bnb doç müh örn sn yrd yzb ütğm "
    "акад ген гр им исп кн ком о-ва обл о.г полк проф св см ср стр тов ул"
)
"""Never the last word of a sentence."""

REFERENCES = _words(
    "abb abs abt anm app appx arg art bd bde bk bks bl ch chap chaps col cols ed eds f fasc ff fig figs fn fol frag "
    "jg kap ln lib ll ms mss n nn no nos nr op p par pl pp pt pts qu r s sec sect ser ss t tab tbl tl tome v vol vols "
    "vv z zeile lám núm núms pág págs párr md sf "
    "гл изд кн л лл п пп рис с сс т табл тт ч"
)
"""The end of a sentence unless a number follows."""

MONTHS = _words("jan feb febr mar apr jun jul aug sep sept oct okt nov dec dez janv févr avr juil déc")
"""Abbreviated months: the end of a sentence unless a number follows."""

CLOSERS = _words(
    "al approx assn ave bldg blvd cie co comp corp cp dept dist div esq etc et.al ibid inc incl jhdt jh jr loc ltd mfg "
    "n.chr n.st n.s nachf nat o.s op.cit p.m a.m ph.d m.d b.c a.d b.c.e c.e rd sqq sq str u usw univ u.s.w v.chr "
    "aa cc cía cías mm uu vb yy hzl "
    "вв в г гг др и.о мин млн млрд н.с н.ст н.э пр прим проч р руб с.г ст ст.ст т.д т.е т.п тыс"
)
"""The end of a sentence only where the next word often begins one."""

STARTERS = _words(
    # English
    "a above according across after again against all almost along already also although amid among an and "
    "another any are around as at because before behind below beneath beside besides between beyond both but by "
    "can could did do does down during each either even every everyone few finally first for from furthermore had "
    "has have he hence her here hers his how however i if in indeed inside instead is it its just last later let "
    "like many meanwhile more moreover most much my near nearly neither never nevertheless next no nobody none "
    "nor not nothing now of off on once one only or other others opposite our out outside over past perhaps "
    "rather several shall she should similarly since so some soon still such than that the their then there "
    "thereafter therefore these they this those though three through throughout thus to today together toward "
    "towards two under unlike until up upon was we were what when whenever where whereas whether which while who "
    "whoever whom whose why will with within without would yes yet you your "
    # German
    "aber als am auch auf aus bei bis da damals danach dann das dass dem den denn der des deshalb die dies diese "
    "dieser dieses doch durch ein eine einem einen einer er erst es für hier ihr ihre im in ist jedoch man mit "
    "nach nicht noch nun nur ob obwohl oder seine seit sie sind so und unter vom von vor während was weil wenn "
    "wer wie wir wo zu zum zur zwar "
    # French
    "ainsi après au aussi aux avant avec car ce cela celui ces cet cette chaque comme dans de depuis des dès donc "
    "du elle elles en enfin ensuite entre et eux il ils je la le les leur lorsque l mais même ne ni nous on or où "
    "par parce pendant peu plus pour pourtant puis qu quand que quel quelle qui quoi sa sans selon ses si son "
    "sous sur tandis tous tout toute très trop un une vers vous y "
    # Spanish
    "al algunos antes aquel aquella aquellos aunque cada casi como con contra cuando cuatro después desde dos durante el ella "
    "ellos entonces entre era esa ese eso esta estas este esto estos fue había hasta hubo la las los luego mientras muchos muy "
    "nadie ninguno nos nosotros otra otro otros para pero poco por porque pues según sin sino sobre su sus también tampoco tan "
    "todas todo todos tras tres un una unos y ya "
    # Turkish
    "ama ancak artık ayrıca bazı biz bu buna bunda bundan bunlar bunun burada böylece böyle çünkü daha fakat her hiç iki ilk ise "
    "kimi nihayet o ona onlar onun önce orada oysa öyle sonra sonunda şimdi şu üç ve yani yine "
    # Russian
    "а без был была были было в ведь во вот все всё вскоре где да даже для до его ее её если есть еще ещё же за и "
    "из или их к как когда который кто ли между мы на над наш не нет ни но о об однако он она они оно от перед по "
    "под после потом потому при с сам так также там тем теперь то тогда только ты у уже что чтобы эта эти это "
    "этот я"
)
"""Words that, with a capital, speak for a new sentence."""

SAYING = _words(
    "added admitted agreed announced answered argued asked began bellowed called claimed commented concluded "
    "continued cried declared demanded echoed exclaimed explained growled inquired insisted interrupted muttered "
    "objected observed pleaded proclaimed recalled remarked repeated replied retorted roared said says screamed "
    "shouted shrieked snapped thundered urged warned whispered wondered wrote yelled"
)
"""Verbs that attribute a quotation: '"Who goes there?" Petrov asked.' is one sentence."""

SPACED = frozenset(
    {
        ("z", "b"), ("v", "chr"), ("n", "chr"), ("u", "a"), ("u", "ä"), ("d", "h"), ("i", "d"), ("s", "o"), ("o", "ä"),
        ("ee", "uu"), ("rr", "cc"), ("aa", "vv"), ("apr", "j"), ("av", "j"), ("т", "е"), ("т", "д"),
        ("т", "п"), ("н", "э"), ("н", "ст"), ("ст", "ст"), ("и", "о"), ("с", "г"), ("т", "н"), ("m", "ö"),
    }
)  # fmt: skip
"""Abbreviations of two words that are printed with a space between: "z. B.", "v. Chr.", "EE. UU.", "т. е."."""

ORDINAL_MONTHS = _words(
    "januar jänner februar feber märz april mai juni juli august september oktober november dezember "
    "jan feb mär apr jun jul aug sep sept okt nov dez jahrhundert jahrhunderts jh jhdt jahrtausend"
)
"""After a figure and a full stop these make a German ordinal: "7. November"."""
