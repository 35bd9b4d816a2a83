"""Learn which words take the article that their first letter does not suggest."""

from __future__ import annotations

import re
from collections import Counter

from lexicon_build.counts import Counts

VOWELS = "aeiou"
# First letters whose sound the spelling leaves open: for these also the regular words are kept as confirmed.
OPEN_START = re.compile(r"eu|ew|uni|u[bklrst][aeiou]|uk|ou|on[ce]|y[^aeiou]|ho[nu]|hei|herb|hist|hote|x[^aeiou]")
_SURE = 0.9
# Words that follow the letter "a" or an abbreviation rather than an article.
_NOT_AFTER_ARTICLE = frozenset("a an and as at by in is it of on or to us".split())
# Initials whose names start with a vowel sound although they are consonants.
_VOWEL_NAMED = frozenset("FHLMNRSX")
# By hand: what the text has too seldom to learn from, and what usage divides on.
_BY_HAND = {
    "either": "FAQ habitual hallucination herb herbal herbs heroic historic historical historian historically homage "
    "hors hotel hysterical LED hereditary ROTC SAP SQL URL URN".split(),
    "a": "eucalyptus eunuch euphemism euphoria eureka euthanasia ewe ewer FIFA HAMAS HUD LAN LASER LEGO LIBOR LIDAR "
    "MASH MERS NASCAR NASDAQ NICE NIMBY oaxacan oneness ouija RAM RICO ROM SALT SARS SIM START SWAT ubiquity UEFA "
    "ugandan uighur ukulele unicorn unicef UNICEF unicycle unification unilever unison unitarian univocal uranus "
    "urologist uruguayan usurious utensil uterine uterus uyghur uzbek yttrium".split(),
    "an": "heirs honesty honorarium honoree honorific hourglass hours FA FDA FIA FSA HIV HR MBA MIT MLA MRI NAACP "
    "NGO NRA NSA oeuvre onion onus RAF RPG SAS SAT SOS SUV udder ulcer ulterior ultimate ultimatum ultra umpire "
    "uninformed unimpeded unimpressed uninspired unintelligible unimaginative uninvited ultraviolet uruk yves".split(),
}
_EITHER = 0.15


def article_key(word: str) -> str:
    """Fold a word, keeping capitals of initialisms: they are read differently from words."""
    return word if len(word) > 1 and word.isupper() and word.isalpha() else word.lower()


def article_lines(counts: Counts) -> list[str]:
    """Make lines "word article", article one of a, an, either; sorted."""
    seen: dict[str, Counter[str]] = {}
    for (article, word), count in counts.articles.items():
        if not word[0].isalpha():
            continue
        parts = [word] if "-" not in word else [word, word.split("-", 1)[0]]
        for part in parts:
            seen.setdefault(article_key(part), Counter())[article] += count
    known = {word: verdict for word, tally in seen.items() if (verdict := _verdict(word, tally))}
    for verdict, words in _BY_HAND.items():
        known.update(dict.fromkeys(words, verdict))
    kept = {word: verdict for word, verdict in known.items() if _useful(word, verdict, known)}
    return sorted((f"{word} {verdict}" for word, verdict in kept.items()), key=lambda line: (line.lower(), line))


def _useful(word: str, verdict: str, known: dict[str, str]) -> bool:
    """Leave out what the lookup gets right without an entry: a compound like its first part, most initialisms."""
    if len(word) < 2 or word in _NOT_AFTER_ARTICLE:
        return False
    if "-" in word and known.get(article_key(word.split("-", 1)[0])) == verdict:
        return False
    if word.isupper() and word[0] not in _VOWEL_NAMED and word[0] != "U":
        return verdict != ("an" if word[0] in "AEIO" else "a")
    return True


def _verdict(word: str, tally: Counter[str]) -> str | None:
    total = tally.total()
    regular = "an" if word[0].lower() in VOWELS else "a"
    other = "a" if regular == "an" else "an"
    against = tally[other] / total
    rare = min(tally["a"], tally["an"])
    undecided = bool(OPEN_START.match(word.lower())) or word.isupper()
    if total < (2 if undecided else 4):
        return None
    if rare >= 3 and rare / total >= _EITHER:
        return "either"
    if against >= _SURE:
        return other
    return regular if undecided and against <= 1 - _SURE else None
