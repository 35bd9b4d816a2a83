"""Name slips planted in a passage, and names of two people made alike."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import NamedTuple

from judge_build.groups import Groups

# Differences between the ways in which languages write the sounds of foreign names.
_RULES = (
    "kh~h h~kh y~i i~y ia~ya ya~ia e~ie ie~e u~oo oo~u u~ou ou~u k~c c~k k~q q~k s~ss ss~s sh~sch sch~sh sh~s ch~tch"
    " tch~ch v~w w~v zh~j j~zh zh~z ts~tz ts~c tz~ts yu~iu iu~yu ks~x x~ks ei~ey ey~ei ai~ay ay~ai ph~f f~ph f~ff th~t"
    " t~th dzh~j j~dj g~gu gu~g y~iy iy~y y~yy i~ii ee~i i~ee ll~l l~ll n~nn nn~n yo~e e~yo o~a a~o ye~e e~ye"
    " ev~eff ov~off dh~d gh~g g~gh aa~a a~aa uu~u ae~e oe~o ue~u j~y y~j z~s s~z"
).split()
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_VOWELS = "aeiou"
_FOREIGN, _ATTESTED, _FOREIGN_WITH_SLIP = 0.3, 0.11, 0.2
"""Shares of slips: two spellings of a foreign name, of a name of the passage, slips in a foreign name."""
_ONCE, _THINNED = 0.8, 0.35
"""Shares of slips that stand once, and of passages cut to few places of the name."""


class Planted(NamedTuple):
    """A passage with a slip: which spelling was put in the place of which, and by what kind of slip."""

    text: str
    wrong: str
    right: str
    kind: str


def transposition(name: str, rnd: Random) -> str:
    """Two neighbouring letters swapped."""
    at = rnd.randrange(1, len(name) - 1)
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def metathesis(name: str, rnd: Random) -> str:
    """The consonants of two syllables swapped."""
    places = [at for at, letter in enumerate(name) if letter.lower() not in _VOWELS and at]
    pairs = [(i, j) for i in places for j in places if 1 < j - i <= 3 and name[i].lower() != name[j].lower()]
    if not pairs:
        return name
    i, j = rnd.choice(pairs)
    letters = list(name)
    letters[i], letters[j] = letters[j], letters[i]
    return "".join(letters)


def drop(name: str, rnd: Random) -> str:
    """A letter left out."""
    at = rnd.randrange(1, len(name))
    return name[:at] + name[at + 1 :]


def double(name: str, rnd: Random) -> str:
    """A letter written twice."""
    at = rnd.randrange(1, len(name))
    return name[:at] + name[at] + name[at:]


def undouble(name: str, rnd: Random) -> str:
    """A double letter written once."""
    places = [match.start() for match in re.finditer(r"(\w)\1", name.lower())]
    if not places:
        return name
    at = rnd.choice(places)
    return name[:at] + name[at + 1 :]


def vowel(name: str, rnd: Random) -> str:
    """A vowel for another."""
    places = [at for at, letter in enumerate(name) if letter in _VOWELS and at]
    if not places:
        return name
    at = rnd.choice(places)
    return name[:at] + rnd.choice(_VOWELS) + name[at + 1 :]


def keyboard(name: str, rnd: Random) -> str:
    """A letter for its neighbour on the keyboard."""
    at = rnd.randrange(1, len(name))
    for row in _ROWS:
        place = row.find(name[at])
        if place >= 0:
            return name[:at] + rnd.choice(row[max(0, place - 1) : place] + row[place + 1 : place + 2]) + name[at + 1 :]
    return name


def substitution(name: str, rnd: Random) -> str:
    """A consonant for any other."""
    at = rnd.randrange(1, len(name))
    return name[:at] + rnd.choice("bcdfghklmnprstvz") + name[at + 1 :]


def addition(name: str, rnd: Random) -> str:
    """A letter too many."""
    at = rnd.randrange(1, len(name) + 1)
    return name[:at] + rnd.choice("aeiouhnrstlya") + name[at:]


def ending(name: str, rnd: Random) -> str:
    """A case ending of the source language left on, or the last vowel taken for one."""
    if name[-1] in _VOWELS and len(name) > 5:
        return name[:-1]
    return name + rnd.choice(("a", "a", "a", "u", "e", "om", "y", "o"))


def rule(name: str, rnd: Random) -> str:
    """A sound spelt in another way."""
    rules = [pair.split("~") for pair in _RULES]
    found = [(old, new) for old, new in rules if old in name.lower()[1:] or name.lower().startswith(old)]
    if not found:
        return name
    old, new = rnd.choice(found)
    places = [match.start() for match in re.finditer(old, name.lower())]
    at = rnd.choice(places)
    changed = name[:at] + new + name[at + len(old) :]
    return changed[0].upper() + changed[1:]


KINDS: dict[str, tuple[Callable[[str, Random], str], float]] = {
    "transposition": (transposition, 1.0),
    "metathesis": (metathesis, 0.9),
    "drop": (drop, 1.0),
    "double": (double, 1.0),
    "undouble": (undouble, 0.7),
    "vowel": (vowel, 1.0),
    "keyboard": (keyboard, 0.9),
    "substitution": (substitution, 0.6),
    "addition": (addition, 0.6),
    "ending": (ending, 2.5),
    "rule": (rule, 3.0),
}


_GENITIVES = (
    ("sky", "skogo"),
    ("skiy", "skogo"),
    ("ski", "skogo"),
    ("sky", "skaya"),
    ("iy", "iya"),
    ("ei", "eya"),
    ("ov", "ova"),
    ("ev", "eva"),
    ("in", "ina"),
)


def inflect(text: str, people: Sequence[str], groups: Groups, rnd: Random) -> Planted | None:
    """A Slavic name of a man in the place of one of `people`, with a case ending left on where it stands alone.

    The genitive of a man's name looks like the name of a woman: "according to Tarskova" beside "Ivan Tarskov".
    """
    pair = groups.pair(rnd)
    right = rnd.choice(people)
    if pair is None or pair[0] in text or not re.search(r"[bdgklmnprstv]$|sky$|skiy$|ei$", pair[0]):
        return None
    text, right = _replace_all(text, right, pair[0]), pair[0]
    alone = [
        match.start() for match in _places(text, right) if not re.search(r"[A-Z][\w.]* $", text[: match.start()][-20:])
    ]
    wrong = next((right.removesuffix(old) + new for old, new in _GENITIVES if right.endswith(old)), right + "a")
    if rnd.random() < 0.2:
        wrong = right + rnd.choice(("u", "om", "e", "y"))
    if not alone or len(_places(text, right)) < 2 or wrong in text:
        return None
    at = rnd.choice(alone)
    return Planted(text[:at] + wrong + text[at + len(right) :], wrong, right, "inflected")


def plant(text: str, names: Sequence[str], groups: Groups, rnd: Random) -> Planted | None:
    """A slip in one or some of the places of one of `names`, each of which stands at least twice in the text."""
    chosen = _foreign_name(text, names, groups, rnd) if rnd.random() < _FOREIGN else _own_name(text, names, groups, rnd)
    if chosen is None or chosen.wrong == chosen.right or chosen.wrong in text:
        return None
    text, wrong, right, _ = chosen
    share = 1 if rnd.random() < _ONCE else rnd.randint(1, max(1, len(_places(text, right)) - 1))
    if len(_places(text, right)) > 2 and rnd.random() < _THINNED:  # so that counts alone do not tell
        text, share = _thin_out(text, right, rnd), 1
    places = [match.start() for match in _places(text, right)]
    if len(places) < 2:
        return None
    for at in sorted(rnd.sample(places, min(share, len(places) - 1)), reverse=True):
        text = text[:at] + wrong + text[at + len(right) :]
    return chosen._replace(text=text)


def _foreign_name(text: str, names: Sequence[str], groups: Groups, rnd: Random) -> Planted | None:
    """A foreign name in the place of one of `names` throughout, and another spelling of it."""
    pair = groups.pair(rnd)
    if pair is None or pair[0] in text:
        return None
    return Planted(_replace_all(text, rnd.choice(names), pair[0]), pair[1], pair[0], "attested")


def _own_name(text: str, names: Sequence[str], groups: Groups, rnd: Random) -> Planted | None:
    """One of `names`, or a foreign name in its place, and a slip in it."""
    right = rnd.choice(names)
    if rnd.random() < _ATTESTED:
        variant = groups.variant_of(right.lower(), rnd)
        return Planted(text, variant.capitalize(), right, "attested") if variant else None
    if rnd.random() < _FOREIGN_WITH_SLIP:
        foreign = _foreign_name(text, [right], groups, rnd)
        if foreign is None:
            return None
        text, right = foreign.text, foreign.right
    kind = rnd.choices(list(KINDS), [weight for _, weight in KINDS.values()])[0]
    return Planted(text, KINDS[kind][0](right, rnd), right, kind)


def make_alike(text: str, people: Sequence[str], groups: Groups, rnd: Random) -> str | None:
    """The passage with two of its people given different names that look alike."""
    if len(people) < 2:
        return None
    one, two = rnd.sample(list(people), 2)
    if rnd.random() < 0.3:
        near = groups.neighbours(rnd)
        base = rnd.choice(("Iv", "Petr", "Mikhail", "Sokol", "Orl", "Kuznets", "Fedor", "Nikola", "Smirn", "Popk"))
        near = (base + "ov", base + "ova") if rnd.random() < 0.4 else near
    elif rnd.random() < 0.3:
        near = (one, one + rnd.choice(("s", "son", "e", "er", "n", "i", "o", "a")))
    else:
        near = groups.neighbours(rnd)
    if near is None or near[1] in text:
        return None
    return _replace_all(_replace_all(text, one, near[0]), two, near[1])


def _places(text: str, name: str) -> list[re.Match[str]]:
    return list(re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text))


def _replace_all(text: str, name: str, new: str) -> str:
    return re.sub(rf"(?<![\w-]){re.escape(name)}(?![\w-])", new, text)


def _thin_out(text: str, name: str, rnd: Random) -> str:
    """The passage with only those paragraphs that leave two or three places of the name."""
    kept: list[str] = []
    seen = 0
    wanted = rnd.randint(2, 3)
    for paragraph in text.split("\n\n"):
        here = len(_places(paragraph, name))
        if seen + here <= wanted or not seen:
            kept.append(paragraph)
            seen += here
    return "\n\n".join(kept)
