"""Names with a capital inside: "DeSantis", "McKinley", "O'Brien", "YouTube"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

from qa.text.lexicon import Lexicon

_MC = re.compile(r"Mc[a-z]{3,}")
_INNER = re.compile(r"[A-Z]\w*?[a-z][A-Z][a-z]+|O'[A-Z][a-z]+|Mc[A-Z][a-z]+")
_IN_TEXT = re.compile(r"\b[A-Z]['’a-z]++[A-Z][A-Za-z]++")


def has_inner_capital(form: str) -> bool:
    """Whether a name has a capital inside and small letters around it ("DeSantis"; not "NATO" or "A-Team")."""
    return bool(_INNER.fullmatch(form.replace("’", "'")))


def form_with_inner_capital(form: str, lexicon: Lexicon) -> str | None:
    """How a name without capital inside is nearly always written; None where it may stand so or is not known.

    Of names in Mc- the form that counted prose has most often is taken, as no other one is in use for them; of others
    only those of which 97 % of at least 20 occurrences have the capital (`en_inner_capitals.txt`).

    Args:
        form: The name as written, first letter a capital, the rest small ("Mckinley").
        lexicon: Word knowledge of the text's language.
    """
    plain = form.replace("’", "'")
    listed = _listed().get(plain)
    if listed is not None and not lexicon.is_dictionary_word(plain):
        return listed.replace("'", "’") if "’" in form else listed
    usual = lexicon.usual_form(plain) if _MC.fullmatch(plain) else None
    return usual if usual is not None and has_inner_capital(usual) else None


def may_lack_inner_capital(words: frozenset[str]) -> frozenset[str]:
    """Those of some words in small letters that `form_with_inner_capital` may know, possessive forms included."""
    return (words & _listed_small()) | {word for word in words if word[:2] == "mc"}


def forms_with_inner_capital(text: str) -> frozenset[str]:
    """The different words of a text of which `has_inner_capital` is true."""
    return frozenset(match[0] for match in _IN_TEXT.finditer(text) if has_inner_capital(match[0]))


@cache
def _listed_small() -> frozenset[str]:
    return frozenset(small for form in _listed() for small in (form.lower(), f"{form.lower()}'s"))


@cache
def _listed() -> Mapping[str, str]:
    """The listed names by their forms with one capital."""
    text = (resources.files("qa.text") / "data" / "en_inner_capitals.txt").read_text(encoding="utf-8")
    return MappingProxyType({form[0] + form[1:].lower(): form for form in text.split()})
