"""The verbs, with what belongs to them, that say who speaks before a quotation."""

from seeds.quotations import SPEECH
from seeds.voices.cues.testimony import TESTIMONY

ADVERB = (
    r"(?:\w+ly|once|later|thus|so|now|already|then|also|had|has|have|did|would|could|might|must|can|may|will|shall|should|again"
    r"|himself|herself|itself|themselves|soon|first|finally|always|often|never|almost|just|at\ last|further|used\ to"
    r"|(?:was|were|is|are)\ (?:wont|accustomed)\ to)"
)
"""A pattern, for `re.VERBOSE`, of what stands between a subject and its verb."""
_MORE = (
    r"(?:decided|decides|decreed|decrees|ordered|orders|demanded|demands|maintained|maintains|affirmed"
    r"|affirms|asserted|asserts|swore"
    r"|prayed|advised|advises|spoke|speaks|spake|addressed|addresses|called\ out|calls\ out"
    r"|cried\ out|broke\ out"
    r"|burst\ out|proceeds|proceeded|began|begins|ended|ends|closed|closes"
    r"|provides|stipulates|stipulated|enacts|enacted|telephoned|telephones|(?:sent|sends|brought|wrote)\ word"
    r"|called\ aloud|phoned|radioed|ordains|ordained|resolves|resolved|prescribes|rejoins|taunted|threatened|vowed|wired"
    r"|apostrophi[sz]ed|apostrophi[sz]es|ejaculated|subjoined|subjoins|remonstrated|interposed"
    r"|quoth|returned|rejoined|assured|suggested"
    r"|(?:(?<=\bto\s)|(?<=\bdid\s)|(?<=would\s)|(?<=could\s)|(?<=might\s)|(?<=must\s))"
    r"(?:say|tell|write|declare|reply|answer|ask|shout|cry|exclaim|explain|add|remark|observe|announce|speak|continue|quote|repeat|mutter|murmur|whisper|confess|protest|insist|maintain|assert|affirm|address|boast|ejaculate|inquire|enquire|demand|object|retort|urge|warn|pronounce|proclaim|groan|scream|yell|roar|shriek|sigh|plead|beg|suggest|advise|admit|argue|comment|complain|conclude|lament|swear|vow|pray|utter)"
    r"|saying|telling|writing|declaring|replying|answering|asking|shouting|crying|exclaiming|explaining"
    r"|adding|remarking|observing|reporting|stating|urging|insisting|protesting"
    r"|announcing|repeating|muttering|whispering|concluding|sighing|sobbing|screaming|yelling|roaring|begging|imploring|pleading|threatening"
    r"|(?:had|has)\ (?:written|spoken|told|sung|begun)|(?:was|is|were)\ of\ (?:the\ )?opinion|contended|contends"
    r"|expressed\ (?:himself|herself|itself|themselves)|moving|speaking(?=\s(?:as|thus)\b|\s?[:,])"
    r"|boasting|commanding|ordering|demanding|affirming|asserting|maintaining|complaining"
    r"|ejaculating|babbling|stammering|growling|grumbling|groaning|moaning|wailing|hissing|bellowing|barking|chanting|singing|vociferating|entreating"
    r"|beseeching|assuring|warning|advising|retorting|rejoining|proclaiming|vowing|swearing|protesting|objecting|inquiring|enquiring|jeering"
    r"|continuing|persisting|cursing|confessing|admitting|suggesting|exhorting|lamenting|apostrophi[sz]ing|interrupting|interposing"
    r"|calling\ out|crying\ out|declaimed|(?:has|had|puts|put|expresses|expressed|phrases|phrased)\ it|cries\ out|breaks\ out|bursts\ out)"
)
GIVES = (
    rf"(?:pronounced?s?|utter(?:ed|s)|issue[ds]|deliver(?:ed|s)|publish(?:ed|es)|sends?|sent|gave|gives|made|makes|composed"
    rf"|penned|scribbled|dictated|addressed|offer(?:ed|s)|passed|adopted|voted|took|swore|presented|moved|proposed|submitted|despatched|dispatched|forwarded|posted|appended"
    rf"|attached|inserted|inscribed|drew\ up|handed|entered|used|uses|employed"
    rf"|proposing|uttering|sending|issuing|offering|adopting|delivering|publishing|raising|repeating"
    rf"|putting|put|puts|ma(?:de|kes)\ use\ of|left|wrote|writes|asked|asks|raised|raises|drew|draws|set\ up|sets\ up|quoted)"
    rf"(?:,\s[^,.;:]{{2,40}},)?\s(?:down\s)?(?:him\s|her\s|them\s|me\s|us\s|to\s[^.,:;“”\"]{{2,40}}\s)?(?:to\ it\ |\w+ly\s)?"
    r"(?:(?:this|these|the|an?"
    rf"|his|her|their|its|another|those|such|some|two|three|several)\s|(?=(?:[\w-]+\s){{0,2}}words\b))(?:[\w-]+[\s-]){{0,3}}{TESTIMONY}"
)
"""A verb and its object that say that one gives a speech or a letter."""
_WORDS = (
    r"(?:(?:describe|define|characteri[sz]e|express|relate|depict|paint|portray|record|narrate|judge|formulate|phrase|word|argue|reason|comment|render"
    r"|translate|interpret|voice|satiri[sz]e|commence|open|conclude|estimate|address|deliver)"
    r"(?:s|es|ed|d)|sum(?:s|med)\ up|(?:refer|allude)(?:s|red|d)|puts?|spoke|speaks|began|begins)"
)
_THUS = (
    rf"(?:(?<=\bthus\s){_WORDS}\b"
    rf"|{_WORDS}(?=\s[^.;:“”\"]{{0,80}}\b(?:thus|as\ follows|in\ these\ words|in\ the\ following\ words"
    rf"|in\ an?\ (?:\w+\ ){{1,3}}(?:manner|way|tone|fashion))\s?:))"
)
"""A verb that says how somebody words it: "he thus sums up the case", "he states it thus:"."""
_FOLLOWED = r"(?:published|publishes|issued|issues|addressed|sent|sends|submitted|read)\s(?:to\s[^.,:;“”\"]{2,40}\s)?the\sfollowing\b"
VERB = rf"(?:{SPEECH}|{_MORE}|{GIVES}|{_FOLLOWED}|{_THUS})"
"""A pattern, for `re.VERBOSE`, of a verb that leads in to a quotation, or that says that one gives a speech or a letter."""
