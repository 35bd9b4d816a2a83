"""Words that nothing may part from the next one, for the check of marks inside phrases."""

from __future__ import annotations

import re

# Counted in 12 million words of edited English (press releases, Wikipedia, textbooks, fiction, speeches): a comma
# stands behind "the" three times, behind "its" and "our" never lawfully; a semicolon behind "and" once.
DETERMINERS = frozenset("the a an my your its our their every".split())
# "In group a, they won": a letter behind these is no article.
LABELLED = frozenset(
    "group plan vitamin class hepatitis section part type grade team pool category league block gate hall".split()
)
LINKS = frozenset("and but or than whose which because although".split())
# Prepositions that end no sentence, not even an exclamation.
NEVER_LAST = frozenset("alongside amid during despite into via including among".split())
PREPOSITIONS = frozenset("of to in on at by for from with between".split()) | NEVER_LAST
MONTHS = frozenset("january february march april may june july august september october november december".split())
BEFORE_DATE = frozenset("on in of by than from until".split())
DATE = re.compile(
    r"\d|(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)

# Words with the word they govern: nothing stands between the two.
GOVERNS = {
    word: frozenset(followers.split())
    for followers, words in {
        "to": "according due able unable similar related prior thanks owing refers referred"
        " referring relating close access",
        "of": "because instead number consists consisting consisted regardless capable kind lack"
        " result amount majority",
        "on": "based depending depends relying relies",
        "as": "such known regarded",
        "than": "rather more less fewer better higher lower larger",
        "from": "coming suffering stemming apart",
        "for": "responsible",
        "with": "compared",
        "be have not": "will would can could may might must should",
        "be": "not",
    }.items()
    for word in words.split()
}
BINDING = DETERMINERS | LINKS | PREPOSITIONS | MONTHS | BEFORE_DATE | GOVERNS.keys()
LONGEST = max(map(len, BINDING)) + 1
# Starts at the mark, which is rarer than the words; the word before it is looked up.
MARK = re.compile(r"[,;:!?][ \u00a0]+(?=[\w“\"])")
NAMES = (
    ("United", "States|Nations|Kingdom|Arab"),
    ("New", "York|Zealand|Delhi|Jersey|Hampshire|Orleans"),
    ("Prime", "Minister"),
    ("European", "Union|Commission|Parliament"),
    ("Soviet", "Union"),
    ("Arab", "Emirates"),
    ("White", "House"),
    ("Supreme", "Court"),
    ("Los", "Angeles"),
    ("San", "Francisco"),
    ("Hong", "Kong"),
    ("Saudi", "Arabia"),
    ("South", "Korea|Africa"),
    ("North", "Korea"),
)
INSIDE_NAME = re.compile(r"[,;:.!?](?:" + "|".join(rf"(?<=\b{first}.) (?=(?:{rest})\b)" for first, rest in NAMES) + ")")
# Words that may open an insertion or a second member behind "the," and the like.
INSERTS = frozenset(
    "um uh er erm well say yes no to at in on by for as so if or and then now perhaps possibly probably"
    " arguably her his its our their my your hers we us you i they how what shall let dare mind"
    " quote admittedly frankly once apparently supposedly allegedly albeit".split()
)
# These stand alone as adverbs ("came in; tea was served"), though hardly behind a plural ("protests in; support of").
ADVERBS = frozenset({"in", "on", "by"})
RELATIVE = re.compile(r"\b(?:what|which|who|whom|that|all|to)\b")
PLURAL = re.compile(r"\b(?!\w*(?:[su]s|is) )[a-z]{3,}s \w+$")
QUESTION = re.compile(
    r"(?:^|[,;:—–-] ?|\b(?:and|but|so|then|or|wonder|ask|asked|know) )[\"“‘'(]?"
    r"(?:[^\W\d_]+,? )?(?:who|whom|whose|what|which|where|when"
    r"|why|how|do|does|did|don’t|don't|is|are|was|were|has|have|had|can|could|will|would|shall|should|may|might|must|am|[a-z]+n[’']t)\b",
    re.IGNORECASE,
)
ADVERB = re.compile(
    r"\b(?:from|early|later?|now|mov\w{1,3}|went|go(?:ing)?|came|com(?:e|ing)|carr\w{1,5}"
    r"|passed|stand\w*|drop\w*) (?:on|in|by)$"
)
GOVERNING = re.compile(
    r"(?:^|, |(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bbeen )(?<!\bwere )(?<!\b.m ))"
    r"(?<=\s)(?:[Aa]ccording|[Dd]ue|[Oo]wing|[Tt]hanks|[Pp]rior|referring) to$"
)
# "boats and, vessels of all kinds": no comma closes what this one would open.
AND_NOUN = re.compile(r"(?![a-z]+(?:ly|ing|ed|en) )[a-z]{4,} [^,;:.!?()\"“”\n]*[.\n]")
FINITE = frozenset("is are was were has have had will would".split())
# "well known, as ...": the adjective, not the verb that governs "as".
WELL = re.compile(r"\b(?:well|best|better|little|widely|so|not)[ -]known$")
# "must, and will, be paid": the second of two verbs.
SECOND_VERB = re.compile(r"\w, (?:and|or|but|if not) (?:\w+ ){0,3}\w+$")
# A comma before, so that this one closes what it opened.
OPENED = re.compile(r", \w+[^,.;:!?\n]*$")
LIST = re.compile(r"[,;()\n]| (?:and|or) ")
# "similar, to some extent," is an insertion.
PARENTHESIS = re.compile(r"[^,.;:!?\n]{1,40},(?! (?:who|whose|which|where)\b)")
# A new clause behind a semicolon: "a habit I cannot get rid of; it bothers me".
NEW_CLAUSE = frozenset("i he she it we they you there this that not but and because so for when if of to yet".split())
# A preposition may be stranded at the end of a relative or passive clause ("all that it was spoken of").
STRANDS = re.compile(
    r"\b(?:what|which|who|whom|that|all|nothing|something|anything|to|was|were|is|are|be|been|you|he|she|they|we|I|not"
    r"|do|does|did|can|could|would|cannot|\w+n[’']t)\b"
)
