"""Count words written closed, hyphenated and open, and measure whether the forms are used alike."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from lexicon_build.counts import bare, read_lines, tokens

CLOSED, HYPHENATED, OPEN = range(3)
_ALIKE = 0.30  # cosine of the neighbour counts from which two forms are taken for the same word
_MIN_NEIGHBOURS = 5  # fewer occurrences than this of a form cannot prove that it is used alike
_MIN_FORM = 2

# The second part of phrasal verbs: "set up" is the verb, "setup" and "set-up" the noun.
_PARTICLES = frozenset(
    "about across after along apart around aside away back by down forth forward in into off on onto out over round "
    "through to together under up upon with".split()
)
# First parts that make another word with the same letters: "re-sign" is not "resign".
_PREFIX_DOUBLES = frozenset(
    "re-cover re-create re-creation re-form re-formed re-sign re-signed re-count re-lease re-leased re-sent re-sort "
    "re-mark re-press re-treat re-cede re-petition re-solve re-solved re-bound re-cite re-claim re-dress re-fuse "
    "re-join re-late re-pair re-place re-port re-pose re-prove re-serve re-served re-side re-store re-view re-tire "
    "re-turn re-cast re-act re-sounding pre-position co-op co-ops un-ionized multi-ply pro-verb pro-file pro-long "
    "pro-test pro-fit pro-found de-part de-fence ex-change ex-port ex-tent ex-it "
    "ex-pat ex-act ex-press mid-den e-go e-on e-state e-merge e-motion e-qual e-very e-vent e-year e-day".split()
)
# Words that follow a finished noun phrase ("" stands for punctuation or the end).
_AFTER_NOUN = (
    "",
    *"and are as at but by for from had has have in into is of on or that the to was were which who will with".split(),
)
# First parts that are grammar words: what follows them is a phrase, not a part of a compound.
_GRAMMAR = frozenset(
    "a act all am an and any as at be by can do every first five four has her here his how i in is it its man may more "
    "most my new no not of off old on one or our out over said second she six so some such than that the their then "
    "there these third this those three to two was we were what when where who will with would your".split()
)
# Grammar words whose closed and open forms are two different words.
_DIFFERENT = frozenset(
    "all most;all ready;all so;all together;all ways;al ways;a cross;a like;a lone;a long;a part;a round;a side;a way;"
    "any body;any how;any more;any one;any place;any thing;any time;any way;any where;be cause;be come;be fore;"
    "be have;be in;be side;be tween;can not;every body;every day;every one;every thing;every where;for ever;"
    "for get;for give;how ever;in deed;in doors;in side;in stead;in to;it self;may be;mean time;mean while;"
    "my self;no body;no one;no thing;no where;none the;not withstanding;now here;on to;other wise;out side;"
    "over all;over come;over look;over night;over time;some body;some day;some how;some one;some place;"
    "some thing;some time;some times;some what;some where;there after;there by;there for;there fore;to day;"
    "to gether;to get;to morrow;to ward;under go;under stand;up on;what ever;when ever;where ever;where as;which ever;"
    "while st;who ever;with draw;with hold;with in;with out;with stand;your self;them selves;our selves;"
    "him self;her self;through out;her on;the me;the re;the se;the sis;he re;he ad;we re;is land;is sue;as well;"
    "so lid;so on;so me;do or;do it;do ing;go al;go od;at tend;an other;an gel;at one;by pass;for mat;for mal;"
    "for tune;for ward;per form;per son;per cent;per haps;man age;man kind;man y;car pet;car go;sea son;"
    "ear thing;fat her;rat her;mot her;pass age;pass ion;port ion;miss ion;miss ing;miss ions;kid nap".split(";")
)

# Accidents of counting (names, slips of the glue kind) and phrases whose hyphen or blank is a matter of grammar.
_NO_COMPOUND = frozenset(
    "by way;de al;de list;democratic ally;densely populated;fair field;key stone;may day;medi cal;water gate;"
    "newly released;all state;ever more;power lines;tear gas;status quo;town hall;trade marks;upper world;"
    "vine leaves;cold water;horse hair;no man;north side;south end;student aid;sun rays;sun setting;trickle down;"
    "as is;cut off;dug out;fly in;in line;in state;look back;next door;such like;take back;to go;way side;"
    "arm our;high school;net work;one time;cat like;minute man;man date".split(";")
)
# Closed or hyphenated before a noun, open elsewhere; or a greeting against a thing.
_NOT_OPEN = frozenset(
    "after school;common sense;crash landed;down stairs;free men;front line;full time;gi bill;good day;good man;"
    "good morning;good night;half time;hard working;high road;laser focused;life saving;long standing;long time;"
    "part time;presidentially appointed;quarter century;real time;red tape;right size;round trip;summer day;"
    "sun set;tax deductible;time consuming;under class;under foot;up front;wide range;year olds;common place;"
    "community building;risk taking;cost effectively;en route;coast guard;day long;year long;week long;life long".split(
        ";"
    )
)


@dataclass
class Form:
    """One way of writing a compound: how often, and between which neighbours."""

    count: int = 0
    neighbours: Counter[str] = field(default_factory=Counter)


Compounds = dict[tuple[str, str], tuple[Form, Form, Form]]


def candidates(
    forms: Counter[str], min_hyphenated: int = 3, min_closed: int = 5, min_part: int = 200
) -> set[tuple[str, str]]:
    """Find the pairs of parts worth counting: hyphenated words, and closed words that split into frequent words."""
    lower: Counter[str] = Counter()
    for form, count in forms.items():
        lower[form.lower()] += count
    pairs: set[tuple[str, str]] = set()
    for word, count in lower.items():
        parts = word.split("-")
        if len(parts) == 2 and count >= min_hyphenated and all(p.isalpha() for p in parts) and len(parts[1]) > 1:
            pairs.add((parts[0], parts[1]))
        elif count >= min_closed and word.isalpha() and len(word) >= 6:
            for cut in range(3, len(word) - 2):
                first, second = word[:cut], word[cut:]
                if lower[first] >= min_part and lower[second] >= min_part:
                    pairs.add((first, second))
    return pairs


def count_compounds(paths: Iterable[Path], pairs: set[tuple[str, str]]) -> Compounds:
    """Count the three forms of each pair with their neighbours."""
    found: Compounds = {pair: (Form(), Form(), Form()) for pair in pairs}
    closed = {first + second: (first, second) for first, second in sorted(pairs)}
    for path in paths:
        for line in read_lines(path):
            pieces = [(before, bare(word).lower()) for before, word in tokens(line)]
            _count_line(pieces, found, closed)
    return found


def _count_line(pieces: list[tuple[str, str]], found: Compounds, closed: dict[str, tuple[str, str]]) -> None:
    last = len(pieces) - 1
    for index, (before, word) in enumerate(pieces):
        width = 1
        if (pair := closed.get(word)) is not None:
            form = found[pair][CLOSED]
        elif "-" in word:
            first, _, second = word.partition("-")
            if (first, second) not in found:
                continue
            form = found[first, second][HYPHENATED]
        elif index < last and pieces[index + 1][0] == " " and (word, pieces[index + 1][1]) in found:
            form = found[word, pieces[index + 1][1]][OPEN]
            width = 2
        else:
            continue
        form.count += 1
        form.neighbours["L" + (pieces[index - 1][1] if index and before == " " else "")] += 1
        after = pieces[index + width] if index + width <= last else ("", "")
        form.neighbours["R" + (after[1] if after[0] == " " else "")] += 1


def alike(one: Form, two: Form) -> float:
    """Cosine of the square roots of the neighbour counts, 0 to 1."""
    product = sum(math.sqrt(n * two.neighbours[key]) for key, n in one.neighbours.items())
    total = math.sqrt(one.neighbours.total() * two.neighbours.total())
    return product / total if total else 0.0


def compound_lines(found: Compounds, listed: Container[str]) -> list[str]:
    """Make lines "first second closed hyphenated open flags", sorted.

    The counts are occurrences. The flags name the pairs of forms whose mixture is a finding: "1" closed and
    hyphenated, "2" closed and open, "3" hyphenated and open; "-" for none.

    Args:
        found: The counted forms.
        listed: Dictionary words, lower case: a closed form outside it is taken for a slip unless it is frequent.
    """
    lines = []
    for pair, forms in sorted(found.items()):
        if sum(form.count >= _MIN_FORM for form in forms) < 2 or sum(form.count for form in forms) < 6:
            continue
        closed = forms[CLOSED].count
        if closed and "".join(pair) not in listed and closed < 0.2 * forms[HYPHENATED].count:
            continue
        flags = _flags(pair, forms, listed)
        if flags or forms[HYPHENATED].count >= _MIN_FORM or " ".join(pair) in _DIFFERENT:
            counts = " ".join(str(form.count) for form in forms)
            lines.append(f"{pair[0]} {pair[1]} {counts} {flags or '-'}")
    return lines


def _flags(pair: tuple[str, str], forms: tuple[Form, Form, Form], listed: Container[str]) -> str:
    flags = ""
    closed, hyphenated, is_open = forms
    if " ".join(pair) in _NO_COMPOUND:
        return flags
    if min(closed.count, hyphenated.count) and len(pair[0]) > 1 and "-".join(pair) not in _PREFIX_DOUBLES:
        flags += "1"
    if pair[1] in _PARTICLES or pair[0] in _GRAMMAR or " ".join(pair) in _DIFFERENT | _NOT_OPEN:
        return flags
    if pair[0] == "well" or pair[0].endswith("ly"):
        return flags
    if "".join(pair) in listed and _same(closed, is_open):
        flags += "2"
    if _stands_alone(hyphenated) and _same(hyphenated, is_open):
        flags += "3"
    return flags


def _same(one: Form, two: Form) -> bool:
    return min(one.count, two.count) >= _MIN_NEIGHBOURS and alike(one, two) >= _ALIKE


def _stands_alone(form: Form) -> bool:
    """Tell whether a form mostly ends its noun phrase; before a noun the hyphen is there for grammar's sake."""
    ends = sum(form.neighbours["R" + word] for word in _AFTER_NOUN)
    return ends >= 0.5 * form.count
