"""Pair British and American spellings, and -ise with -ize, from VarCon and the counted text."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from lexicon_build.counts import Counts

AMERICAN_FILES = ("congress_press", "digitalgov", "18f", "va", "presidents", "history_state", "openstax")
BRITISH_FILES = ("eltec_fiction", "uk_service_manual")
# A British form with more than this share in American text is no mark of a dialect, and the other way round. The
# British novels are few and some follow American editions, so they need a larger share and more occurrences.
_AMERICAN_SHARE, _AMERICAN_EVIDENCE = 0.15, 5
_BRITISH_SHARE, _BRITISH_EVIDENCE = 0.5, 20
_ENTRY = re.compile(r"(?P<tags>[A-Z_][A-Za-z.\-]*(?: [A-Z_][A-Za-z.\-]*)*): (?P<word>[^ ]+)")

# Forms that the other side writes too: for another sense, as another part of speech, or as a lawful variant.
WEAK_FORMS = frozenset(
    """
    acknowledgement acknowledgements analog analogs analogue analogues analyses ax axes axe barbeque bark barks
    canceled canceling cancelled cancelling catalog catalogs catalogue catalogues catalyses check checkbook
    checkbooks checked checkered checkers checking checks chili chilli curb curbed curbing curbs dialog dialogs
    dialyses disk disks disc discs draft drafted drafting drafts draughts gauge griffin gray grays hippie hippy
    inquire judgement judgements judgment judgments license licensed licenses licensing meter metered metering
    meters mold molding omelet omelette omelets omelettes paralyses practice practiced practices practicing program
    programed programing programs psychoanalyses specialities speciality specialties specialty tire tired tires
    tiring whiskey whiskeys whiskies whisky yoghurt yogurt dike dikes dyke dykes gibe gibes jibe jibes kaftan caftan
    pedlar peddler pedlars peddlers roubles rubles rouble ruble encyclopedia encyclopaedia medieval mediaeval
    archeology archaeology likable likeable livable liveable salable saleable sizable sizeable artefact artefacts
    artifact artifacts collectable collectables collectible collectibles adaptor adaptors adapter adapters
    chaperon chaperone saber sabers maths math lodgement lodgment fiber fibers sulfate sulfates sulphate
    """.split()
)
# British forms that count as such although the American files have them as part of a name, or too few times.
STRONG_FORMS = frozenset("tyre tyres kerb kerbs plough cosy practise practised practises practising licence".split())
# Pairs VarCon ties together that are no spelling variants in running prose, or are names or French words.
_OUT = frozenset(
    """
    ambience ambiences arse arses dependant dependants sheikh sheikhs spilt hanky fogey fogeys eviller evillest
    backwards barques barque blonde blondes briar briars briers briar caesar castor castors descendent drily
    faggot faggots flyer flyers formulae gospeller gospellers groyne groynes kindergartener kindergarteners manilla
    matt matts notre nought noughts oversized phoney phoneys phonies prise prised prises prising quae rencontre
    reprised saki sakis slyer slyest throughway throughways unbeknown gramme grammes story storey storeys vice vices
    gaol gaols mum mums mummy while whilst toward towards amid amidst among amongst advisor adviser advisors advisers
    connexion hallo hello gage gages tonne tonnes ensure enquiry enquiries enquire enquired enquiring
    insure insured virtualisation numbskull lupin lupins organdie preterite crozier
    """.split()
)
_BY_HAND = {
    "programme": "program",
    "programmes": "programs",
    "multicoloured": "multicolored",
    "honouree": "honoree",
    "honourees": "honorees",
    "mislabelled": "mislabeled",
    "relabelled": "relabeled",
    "centreline": "centerline",
    "theatregoer": "theatergoer",
    "neurobehavioural": "neurobehavioral",
    "paediatrics": "pediatrics",
}


def varcon_pairs(path: Path) -> list[tuple[str, str, str]]:
    """Read (kind, British or -ise form, American or -ize form) from a VarCon file, kind one of "gb", "ise"."""
    pairs = [("gb", left, right) for left, right in _BY_HAND.items()]
    verified = False
    for line in path.read_text(encoding="iso-8859-1").splitlines():
        if line.startswith("# "):
            verified = "<verified>" in line
        if line.startswith("#") or "/" not in line or not verified:
            continue
        forms: dict[str, str] = {}
        has_z = False
        for entry in line.split("|")[0].split(" / "):
            match = _ENTRY.match(entry.strip())
            if match is None:
                continue
            for tag in match["tags"].split():
                forms.setdefault(tag, match["word"])
                has_z = has_z or tag == "Z"
        american, british = forms.get("A"), forms.get("B")
        if not american or not british or american == british or "'" in american:
            continue
        kind = "ise" if has_z and forms.get("Z") == american else "gb"
        pairs.append((kind, british, american))
    return pairs


def spelling_lines(pairs: list[tuple[str, str, str]], counts: Counts, listed: dict[str, int], level: int) -> list[str]:
    """Make lines "british american flags", flags "b" and "a" marking the forms that are weak evidence."""
    american = _sum_files(counts, AMERICAN_FILES)
    british = _sum_files(counts, BRITISH_FILES)
    lines = set()
    for kind, left, right in pairs:
        if kind != "gb" or {left, right} & _OUT or not _plain(left, right):
            continue
        if not _known((left, right), american + british, listed, level):
            continue
        british_weak = _weak(left, american[left], american[right], _AMERICAN_SHARE, _AMERICAN_EVIDENCE)
        american_weak = _weak(right, british[right], british[left], _BRITISH_SHARE, _BRITISH_EVIDENCE)
        flags = ("b" if british_weak else "") + ("a" if american_weak else "")
        lines.add(f"{left} {right} {flags or '-'}")
    return sorted(lines)


def ise_ize_lines(pairs: list[tuple[str, str, str]], counts: Counts, listed: dict[str, int], level: int) -> list[str]:
    """Make lines "ise-form ize-form"."""
    every: Counter[str] = _sum_files(counts, tuple(counts.by_file))
    return sorted(
        {
            f"{left} {right}"
            for kind, left, right in pairs
            if kind == "ise"
            and left.replace("s", "z") == right.replace("s", "z")
            and _plain(left, right)
            and _known((left, right), every, listed, level)
        }
    )


def _plain(left: str, right: str) -> bool:
    return left.isalpha() and right.isalpha() and left.islower() and right.islower()


def _known(words: tuple[str, str], seen: Counter[str], listed: dict[str, int], level: int) -> bool:
    return any(seen[word] or listed.get(word, 99) <= level for word in words)


def _weak(form: str, own: int, other: int, share: float, evidence: int) -> bool:
    """Tell whether a form is also at home in the other country's text, where it and its partner were counted."""
    if form in STRONG_FORMS:
        return False
    return form in WEAK_FORMS or (own + other >= evidence and own / (own + other) > share)


def _sum_files(counts: Counts, names: tuple[str, ...]) -> Counter[str]:
    total: Counter[str] = Counter()
    for name in names:
        total.update(counts.by_file.get(name, Counter()))
    return total
