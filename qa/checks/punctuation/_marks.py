"""What several punctuation checks must know: abbreviations, and the words on each side of a mark."""

from __future__ import annotations

import re

_TOKEN_BEFORE = re.compile(r"[^\s\"“”„«»‘(\[{<—–/]*$")
_WORD_BEFORE = re.compile(r"[^\W\d_](?:[^\W\d_]|[’'](?=[^\W\d_]))*$")
_WORD_AFTER = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_VOWEL = re.compile(r"[aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýāēīōūаеёиоуыэюяіїєαεηιουω]", re.IGNORECASE)

# Abbreviations that have a vowel and so look like words; those of consonants only ("Dr", "vs") are told by that, single
# letters and dotted ones ("U.S") by their form. Collected by hand from style manuals and from the words that stand
# before a full stop and a lower-case letter in edited English news and Wikipedia text.
_ABBREVIATIONS = frozenset(
    "inc corp co ltd llp est al etc esp incl excl approx appt apt assn assoc ave blvd dept dist div ed eds edn ext fam"
    " gen gov govt hon int intl lieut maj max min misc mme mlle mo messrs nat natl no nos op opp orig par para pop prof"
    " pres prev prob pub publ rel rep reps repr res ret retd rev ro sen sens ser sec sect spec suppl supt temp trans"
    " transl univ vol vols viz var subsp cap capt ca cit col cols comp cont conf cf chap aug apr abr adj adv adm admin"
    " aka ala ariz ark calif colo conn del fla ill ind kan ky la mass mich minn miss mont neb nev okla ore pa penn"
    " tenn tex va vt wash wis wyo app art arts avg bef bibl biog bus cal cent circ dec jan feb oct nov sept sep jun"
    " jul doc docs elem encycl eng eq equiv fig figs fol fr freq ger gal geo hist ibid id illus imp inst introd ital"
    " jour lab lat lib lit loc log math med mem mil mod mun mus neg ob obj occ oz phil phys pl pos pref prep prim priv"
    " proc ref refs reg rom sci sci-fi sing soc sp st stat sub subj sup syn syst tel theol tot univ usu vet voc wt yr"
    " aet aux bros cath cor dep eccl ep epis exec fem fec ff fn gram gent infra lang leg masc mfg mgr mid ms mss nom"
    " oft pat per pfd poss ppl prol pron pseud quot sic tab tech terr tit treas tsp tbsp ult ut vid vs wk zool exc rec"
    " nem esq ga ia"
    # other languages
    " bzw ggf inkl evtl usw bspw abs abb aufl ausg hrsg jh mio mrd nr str tel ung vgl zzgl exkl geb gest verh ehem ev"
    " av art bd env éd ex hab janv févr juill m mm mgr p pp st ste vol"
    " sr sra srta dr dra ud uds vd vds pág págs núm art avda cía ee uu aprox"
    " г гг в вв тыс млн млрд руб коп ул им д кв стр рис табл см напр т тт др пр ст гл изд ред акад проф доц"
    " ing arch dott prof sig sigg ecc pag cap".split()
)


def is_abbreviation(text: str, dot: int) -> bool:
    """Whether the full stop at `dot` may belong to an abbreviation or an initial and need end no sentence."""
    match = _TOKEN_BEFORE.search(text, max(0, dot - 24), dot)
    token = match.group().rstrip("-").rpartition("-")[2] if match else ""
    if not token:
        return False
    bare = token.rstrip(".").lstrip("&")
    if len(bare) <= 1:
        return not bare.isdigit()
    if "." in bare:
        return not bare.replace(".", "").replace(",", "").isdigit()
    if not bare.isalpha():
        return False
    return bare.lower() in _ABBREVIATIONS or (len(bare) <= 5 and not bare.isupper() and not _VOWEL.search(bare))


# Languages that the list above knows something of; in others every short word before a full stop may be one.
LISTED = frozenset({"en", "de", "fr", "es", "it", "ru", "uk"})
_SHORT, _SHORTER = 5, 3


def is_short_form(text: str, dot: int, lang: str) -> bool:
    """Whether the full stop at `dot` may end an ordinal, or an abbreviation that no list has ("εκατ.", "tzn.")."""
    if lang == "en":
        return False
    word = word_before(text, dot)
    return text[dot - 1].isdigit() or 0 < len(word) <= (_SHORTER if lang in LISTED else _SHORT)


def word_before(text: str, at: int) -> str:
    """The word that ends directly before `at`, as written; empty where none does."""
    match = _WORD_BEFORE.search(text, max(0, at - 32), at)
    return match.group() if match else ""


def word_after(text: str, at: int) -> str:
    """The word that starts directly at `at`, with its inner hyphens and apostrophes; empty where none does."""
    match = _WORD_AFTER.match(text, at)
    return match.group() if match else ""
