"""Lines that web sites put round a text, known by their wording.

Only whole lines count, and only wordings that no author needs: a sentence about copyright, or a chapter called "Search",
is left alone. Words that a heading may well consist of ("Archive", "News") are weak: they need company (`navigation`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from seeds.document import MaskReason

_MAX_LINE = 400
_MAX_CREDIT_WORDS = 14
_BULLETS = " \t\xa0\u200b\ufeff•·▪◦●■►▶▸▾▼▲△»«›‹→←↑↓↵☰✕×*+#|/\\<>[]{}–—-_=~"


@dataclass(frozen=True, kw_only=True, slots=True)
class Wording:
    """What a line's wording tells: why it is not the author's, whether that is sure without a look around.

    `menu` says that the line belongs to the site's own menu, which stands above everything on the page.
    """

    reason: MaskReason
    sure: bool = True
    menu: bool = False


def wording(line: str) -> Wording | None:
    """What the wording of `line` tells; None where it may be text."""
    if len(line) > _MAX_LINE:
        return None
    words = bare(line)
    if not words:
        return None
    if _is_pager(words):
        return Wording(reason=MaskReason.PAGER)
    for pattern, reason in _SURE:
        if pattern.match(words):
            return Wording(reason=reason, menu=pattern is _MENU)
    if _CREDIT.match(line) and len(words.split()) <= _MAX_CREDIT_WORDS:
        return Wording(reason=MaskReason.IMAGE)
    if words in _WEAK:
        return Wording(reason=MaskReason.NAVIGATION, sure=False)
    return None


def bare(line: str) -> str:
    """The line in lower case without bullets, arrows and the marks that end a label; a full stop ends a sentence and stays."""
    words = line.replace("’", "'").strip(_BULLETS).rstrip(":…!? ").removesuffix("...").casefold()
    return " ".join(words.split())


def _is_pager(words: str) -> bool:
    """Pages to go to and nothing else: "1 2 3 … 12", "3 4 5 next"."""
    parts = re.split(r"[\s|·•]+", words)
    numbers = [int(part) for part in parts if part.isdecimal() and len(part) <= 3]
    others = [part for part in parts if not part.isdecimal()]
    if len(numbers) < 2 or len(numbers) + len(others) != len(parts) or not _PAGER_WORDS.issuperset(others):
        return False
    counted = all(after == before + 1 for before, after in pairwise(numbers[:-1]))
    return counted and numbers[-1] > numbers[-2] and (numbers[0] == 1 or any(others))


def _whole(patterns: Sequence[str], *, end: str = "") -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(patterns) + ")" + end + r"\Z", re.VERBOSE)


_PAGER_WORDS = frozenset({"", "page", "pages", "go", "to", "of", "previous", "prev", "next", "first", "last"})
_PAGER_WORDS |= {"...", "…", "«", "»", "‹", "›", "<", ">", "pages:", "page:", ".."}
_SITES = (
    r"(?:facebook|twitter|instagram|youtube|linkedin|whats\ ?app|reddit|pinterest|tumblr|telegram|google\+?|flipboard"
    r"|mastodon|bluesky|vk|vkontakte|messenger|e-?mail|print|pocket|digg|stumbleupon|delicious|rss)"
)
_DATE = (
    r"(?:[\d.,/:()\ –—-]|st|nd|rd|th|at|on|utc|gmt|am|pm|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?"
    r"|sun|day)+"
)
_THINGS = (
    r"(?:page|post|article|story|entry|chapter|lecture|section|issue|lesson|part|topic|thread|essay|document|item)s?"
)

_MENU = _whole(
    (
        r"home(?:\ ?page)?|startseite|accueil|página\ principal|главная(?:\ страница)?",
        r"(?:zum\ inhalt|aller\ au\ contenu|ir\ al\ contenido|saltar\ al\ contenido|перейти\ к\ (?:содержимому|контенту)).{0,30}",
        r"(?:über\ uns|à\ propos|quiénes\ somos|chi\ siamo|о\ (?:нас|сайте|проекте)|kontakt|contacto|contatti|контакты)",
        r"skip\ (?:to|navigation|links?).{0,30}",
        r"jump\ to\ (?:content|navigation|search|main).{0,40}",
        r"(?:open|close|toggle|show|hide|expand|main|site|mobile|top|navigation|footer|user)\ (?:navigation\ )?"
        r"(?:menu|navigation|sidebar)",
        r"(?:toggle|expand\ /\ collapse)\ search(?:\ search)?",
        r"search\ (?:this|our)\ (?:site|website|blog|archive)",
        r"site\ ?(?:map|index)",
        r"(?:log|sign)\ ?(?:in|out|up)(?:\ (?:/|or|to|with)\ .{0,40})?",
        r"(?:create\ (?:an\ )?|my\ )account",
        r"(?:about|contact)(?:\ us)?",
        r"you\ are\ here.{0,120}",
        r"(?:navigation\ menu|personal\ tools|namespaces|view\ history|what\ links\ here|related\ changes|special\ pages)",
        r"(?:permanent\ link|page\ information|cite\ this\ (?:page|article|entry)|recent\ changes|random\ (?:page|article))",
        r"(?:from\ wikipedia,\ )?the\ free\ encyclop(?:a|ae|æ)dia",
    )
)
_PAGE_TOOLS = _whole(
    (
        r"(?:back|return)\ to\ [^.,]{1,40}",
        r"(?:back\ |go\ |return\ )?to\ (?:the\ )?top(?:\ of\ (?:the\ |this\ )?page)?",
        r"top\ of\ (?:the\ |this\ )?page",
        r"(?:read|show|load|see|view|learn)\ (?:more|all|full\ article)(?:\ (?:about|from|in|on|posts|articles|stories|by)"
        r"\ ?.{0,60})?",
        r"(?:read|see)\ (?:also|more|next)\ ?:.{1,120}",
        r"continue\ reading.{0,80}",
        r"view\ (?:the\ )?original\ post.{0,30}",
        rf"(?:previous|next|older|newer)\ {_THINGS}(?:\ ?[:|].{{0,100}})?",
        r"(?:previous|prev)\ ?[|/·•»›-]?\ ?(?:(?:home|up|index|contents|top)\ ?[|/·•»›-]?\ ?)?next",
        r"(?:printer?[-\ ]friendly|printable|print)\ version",
        r"print(?:er-friendly)?\ (?:this\ )?page",
        r"download\ (?:as\ |the\ )?pdf",
        r"(?:text|font)\ size.{0,20}",
        r"table\ of\ contents",
        r"advertisements?",
        r"(?:sponsored|ads)\ (?:content|links?|by).{0,30}",
        r"(?:report|hide)\ this\ ad",
        r"(?:article|story)\ continues\ below.{0,30}",
        r"(?:related|recommended|similar|popular|recent|latest|more|trending|featured|top)\ (?:articles?|posts?|stories|story"
        r"|content|pages?|links?|items?|topics?|videos?|news|comments?|entries|series|coverage|(?:great\ )?.{0,20}\ stories)",
        r"more\ (?:from|in\ this|on\ this|like\ this)\ ?.{0,40}",
        r"most\ (?:popular|read|viewed|shared)(?:\ .{0,20})?",
        r"editor'?s'?\ (?:picks?|choice)",
        r"you\ (?:may|might)\ (?:also\ )?(?:like|be\ interested\ in|enjoy)(?:\ .{0,20})?",
        r"recommended\ for\ you",
        r"(?:filed\ under|tagged(?:\ with|\ as)?)\ ?:?(?:\ \S+){1,12}",
        r"(?:posted\ in|tags|categories|topics|labels)\ ?:(?:\ ?\S+){1,16}",
        r"retrieved\ from\ \"?https?://.{1,300}",
        r"(?:loading|please\ wait)",
        r"(?:zurück\ zur\ .{1,30}|nach\ oben|haut\ de\ page|volver\ arriba|наверх|weiterlesen|lire\ la\ suite|leer\ más|leggi\ tutto"
        r"|читать\ (?:далее|дальше|ещё|также).{0,80}|print(?:able)?\ version|drucken|imprimer|imprimir|версия\ для\ печати)",
        r"(?:weitere|ähnliche)\ (?:beiträge|artikel).{0,30}|articles\ (?:similaires|liés)|artículos\ relacionados|articoli\ correlati"
        r"|(?:похожие|другие)\ (?:статьи|записи|материалы)|по\ теме",
        r"page\ \d+\ (?:of|/)\ \d+",
    )
)
_SHARING = _whole(
    (
        rf"(?:share|tweet|pin|e-?mail|print|like|send|save|bookmark)(?:\ (?:this|it|on|via|to|by|with|the|article|page|post"
        rf"|story|a|friend|link|and|&|[|/,]|x|tweet|share|like|pin|{_SITES}))+",
        r"(?:tweet|pin\ it)",
        rf"(?:share|tweet|like|pin|{_SITES})(?:\ ?[|/·•,&+]\ ?(?:and\ )?|\ and\ |\ )(?:[^\w]*(?:share|tweet|like|pin|{_SITES})"
        rf"(?:\ ?[|/·•,&+]\ ?(?:and\ )?|\ and\ |\ )?)+",
        r"(?:follow|like|join|find|connect\ with|visit)\ us(?:\ (?:on|at|via|@).{0,60})?",
        r"(?:click\ to|opens\ in\ (?:a\ )?new\ window).{0,80}",
        r"\d[\d,.]*k?\ (?:shares?|likes?|views?|retweets?|reads)(?:\ ?[|·•]?\ ?\d+\ (?:shares?|likes?|views?|comments?))*",
        r"(?:subscribe|sign\ up|register)(?:\ (?:now|today|here|free|to|for|our|the|your|a|by|via|rss|weekly|daily|monthly"
        r"|mailing|e-?mail|list|newsletters?|updates?|feed|alerts|podcast|channel|magazine|latest|news))+",
        r"(?:get\ |join\ |our\ |the\ |free\ |weekly\ |daily\ |monthly\ |e-?mail\ |mailing\ )+(?:newsletters?|list|updates)",
        r"newsletter",
        r"(?:enter\ |your\ )+e-?mail(?:\ address)?.{0,40}",
        r"(?:donate|support\ us|make\ a\ donation|become\ a\ (?:member|patron|supporter))(?:\ (?:now|today|here|online))*",
        r"(?:leave|post|add|write|submit)\ (?:a|your)\ (?:comment|reply|response).{0,40}",
        r"(?:no|\d+|one|two|three)\ (?:comments?|responses?|replies|thoughts?)(?:\ (?:on|to|so\ far|yet)\b.{0,120})?",
        r"comments\ (?:\(\d+\)|(?:are\ )?(?:closed|off|disabled)).{0,30}",
        r"fill\ in\ your\ details\ below.{0,60}",
        r"you\ are\ commenting\ using\ your\ .{1,60}",
        r"(?:\w+\.com|twitter|facebook|google\+?)\ (?:logo|photo)",
        r"connecting\ to\ %s",
        r"(?:teilen|partager|compartir|condividi|поделиться)(?:\ .{1,30})?",
        r"(?:schreibe\ einen\ kommentar|laisser\ un\ commentaire|deja\ un\ comentario|lascia\ un\ commento|оставить\ комментарий).{0,40}",
        r"notify\ me\ of\ (?:new|follow-?up)\ .{0,40}",
        r"your\ e-?mail\ address\ will\ not\ be\ published.{0,60}",
    )
)
_FOOTER = _whole(
    (
        r"copyright(?:\ (?:notice|information|policy|statement))?",
        r"copyright\ ?(?:©|\(c\)|�|&copy;|\d{4}|by\ ).{0,250}",
        r"(?:©|&copy;).{0,250}",
        r"\(c\)\ ?(?:copyright\ |\d{4}\b)(?:\S+\ ?){0,7}",
        r".{0,120}[\ ,.|]©\ ?(?:copyright\ )?\d{4}.{0,200}",
        r".{0,200}\b(?:all\ rights\ reserved|alle\ rechte\ vorbehalten|tous\ droits\ réservés|todos\ los\ derechos\ reservados"
        r"|tutti\ i\ diritti\ riservati|все\ права\ защищены).{0,150}",
        rf"(?:zuletzt\ (?:geändert|aktualisiert)|dernière\ (?:mise\ à\ jour|modification)|última\ actualización"
        rf"|ultimo\ aggiornamento|последнее\ (?:обновление|изменение)).{{0,60}}",
        r"mentions\ légales|политика\ конфиденциальности|aviso\ legal",
        r"(?:terms|conditions)(?:\ (?:and|&)\ (?:conditions|terms|privacy.{0,20})|\ of\ (?:use|service|sale))+",
        r"(?:our\ |read\ our\ )?(?:privacy|cookies?|editorial|accessibility|comment)\ (?:policy|notice|statement|settings"
        r"|preferences).{0,40}",
        r"(?:privacy|disclaimers?|legal\ notices?|impressum|datenschutz|advertise\ with\ us|write\ for\ us)",
        rf"(?:(?:this|the)\ )?(?:(?:page|site|article|entry|document|file|web\ ?page|content)\ )?(?:was\ |is\ )?last\ "
        rf"(?:updated?|revised|revision|modified|modification|edited|changed?|reviewed)(?:\ (?:on|by|at))?(?:[:\ –—-]*{_DATE})?"
        rf"(?:\ by\ .{{1,60}})?",
        rf"(?:page\ |site\ )?(?:updated|revised|modified)(?:\ on)?\ ?[:–—-]+\ ?{_DATE}",
        r"(?:proudly\ )?powered\ by\ .{1,60}",
        r"(?:web\ ?)?(?:site|page|theme|blog)\ (?:design(?:ed)?|developed|built|hosted|maintained|managed)?\ ?by\ .{1,80}",
        r"web\ ?(?:site\ )?design.{0,60}",
        r".{0,80}\b(?:available|licen[sc]ed|published|released)\ under\ .{0,60}\b(?:licen[sc]e|creative\ commons|gfdl|cc\ by)"
        r".{0,250}",
        r"e?-?(?:issn|isbn|doi)\b.{0,60}",
        r"(?:registered\ charity|charity\ (?:no|number|registration)|company\ (?:no|number|registration)).{0,150}",
        r"(?:this|our|the)\ (?:web)?site\ uses\ cookies.{0,300}",
        r"we\ (?:and\ our\ partners\ )?use\ cookies.{0,300}",
        r"by\ (?:continuing|using|browsing|submitting|signing\ up|clicking)\b.{0,120}\byou\ ?(?:'re|are)?\ (?:agree|accept"
        r"|consent).{0,200}",
        r"(?:the\ )?(?:views?|opinions?)\b.{0,60}\b(?:contributors?|authors?|expressed|writers?|editors?)\b.{0,80}\b(?:do|does|are"
        r"|may)\ not\ (?:necessarily\ )?(?:represent|reflect|those).{0,150}",
        r"(?:the\ )?(?:views?|opinions?)\b.{0,60}\bexpressed\b.{0,80}\b(?:author'?s?'?\ (?:own|alone)|solely).{0,150}",
        r"(?:sign\ up|subscribe)\ (?:for|to)\b.{0,120}\b(?:newsletter|inbox|e-?mails?|updates)\b.{0,60}",
        r"if\ you\ (?:enjoy|like|value)(?:ed)?\ (?:this|our|reading)\b.{0,160}\b(?:donat|subscrib|newsletter|patreon|support\ us)"
        r".{0,80}",
        r"(?:please\ )?enable\ javascript.{0,100}",
        r"your\ browser\ (?:does\ not|doesn't)\ support.{0,100}",
        r".{0,60}\b(?:material|contents?|images?|part\ of\ this\ (?:site|website|page|publication))\b.{0,60}\b(?:may|must)\ (?:not\ )"
        r"?be\ (?:reproduced|published|copied|redistributed|rewritten).{0,200}",
        r"you\ must\ be\ logged\ in\ to.{0,60}",
        r"(?:send|e-?mail)\ (?:us\ )?(?:your\ )?(?:comments|corrections|feedback|questions)\b.{0,100}",
        r"never\ miss\ an?\ (?:story|post|update|issue|episode).{0,60}",
        r"republished?\ .{0,60}\bcreative\ commons\b.{0,150}",
    ),
    end=r"\.?",
)
_IMAGE = _whole(
    (
        r"[\w%().~+-]+\.(?:gif|jpe?g|png|svg|webp|bmp|tiff?|ico)(?:\ ?\(?\d[\d.,]*\ ?(?:bytes|[kmg]i?b)\)?)?",
        r"(?:image|img|photo|picture|logo|icon|spacer|banner|placeholder|thumbnail)(?:\ ?\#?\d{1,4})?",
        r"(?:image|img|photo|picture|logo|file)\ ?:\ ?[\w\ .%-]+\.(?:gif|jpe?g|png|svg|webp)",
        r"click\ (?:on\ )?(?:the\ )?(?:image|picture|map|photo)?\ ?(?:to|for)\ (?:enlarge|zoom|view|larger).{0,30}",
        r"enlarge(?:\ (?:this\ )?(?:image|photo|picture))?",
        r"(?:image|photo|picture|illustration|photograph|artwork|map|cover|banner)\ (?:credits?|courtesy|source)\b.{1,120}",
        r"(?:©|\(c\))\ ?(?:photo|image|picture|photograph)s?\ ?[:/|–—-].{1,120}",
        r"(?:getty(?:\ images)?|wikimedia(?:\ commons)?|shutterstock|associated\ press|reuters|bettmann|corbis|alamy|istock|flickr"
        r"|pixabay|unsplash|hulton\ archive|ria\ novosti|magnum\ photos)(?:\ ?[/|,–—-]\ ?[\w\ .]{1,60})?",
        r"[\w\ .'-]{1,60}\ ?/\ ?(?:getty(?:\ images)?|wikimedia(?:\ commons)?|shutterstock|ap|reuters|afp|bettmann|corbis|alamy"
        r"|istock|flickr|pixabay|unsplash|epa|magnum)(?:\ ?[/|,]\ ?[\w\ .]{1,40})?",
        r"public\ domain",
    ),
    end=r"\.?",
)
# A picture's credit in its own case: what follows "by" is a name, what follows a colon is anything short.
_CREDIT = re.compile(
    r"""\W{0,3}(?:
        (?:[Pp]hoto(?:graph)?s?|[Ii]mages?|[Pp]ictures?|[Ii]llustrations?|PHOTO|IMAGE)\ ?[:/|]\s?\S.*
      | (?:Photo(?:graph)?s?|Image|Picture|Illustration|Drawing|Painting|Map|Cartoon)s?\ (?:by|courtesy\ of|via|©)\ [A-Z].{1,80}[^.!?]
      | (?:Credits?|Courtesy)\ ?(?::|of\ (?:the\ )?[A-Z]).{1,90}[^.!?]
    )\Z""",
    re.VERBOSE,
)
_SURE = (
    (_IMAGE, MaskReason.IMAGE),
    (_FOOTER, MaskReason.SITE_FOOTER),
    (_MENU, MaskReason.NAVIGATION),
    (_PAGE_TOOLS, MaskReason.NAVIGATION),
    (_SHARING, MaskReason.NAVIGATION),
)
_WEAK = frozenset(
    "archive,archives,blog,news,events,gallery,forum,forums,index,link,links,help,shop,store,books,contents,search,faq,faqs,"
    "share,print,video,videos,podcast,podcasts,topics,categories,tags,previous,next,prev,back,up,top,more,menu,subscribe,"
    "register,resources,publications,magazine,article,articles,essays,reviews,membership,visit,visit us,what's on,collection,"
    "collections,exhibitions,research,learn,learning,education,support,media,press,jobs,careers,team,our team,our work,who we are,"
    "history,politics,culture,opinion,world,business,sport,sports,science,technology,travel,art,arts,lifestyle,theory,analysis,"
    "features,interviews,latest,trending,popular,edit,talk,tools,discussion,read,view,download,live,language,languages,english,"
    "français,deutsch,español,italiano,русский,countries,authors,subjects,people,places,timeline,glossary,bibliography,maps,"
    "documents,reply,quote,comments,permalink,submit,close,accept,dismiss,cancel,go,facebook,twitter,instagram,youtube,linkedin,"
    "whatsapp,reddit,pinterest,telegram,email,e-mail,rss,donations,advertising,follow,follow us,credits,legal,imprint,accessibility,"
    "economy,society,environment,health,food,music,film,letters,columnists,entertainment,u.s.,uk,us,tv,print edition,today's paper,"
    "terms,conditions,see also,related,main page,store,projects,partners,newsroom,sponsors,staff,contributors,archives & research".split(
        ","
    )
)
