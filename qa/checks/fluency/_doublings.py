"""Which words of other languages than English may stand twice in a row.

Three kinds of languages: where commas part clauses by rule, hardly any word doubles ("die die" does); in others a verb
ends one clause and another begins the next ("celui qui vient vient"), so only longer words are judged; in the rest,
where doubling is a way to make adverbs ("yavaş yavaş", "piano piano"), only long ones are. Articles, prepositions and
conjunctions that never double are known for each.
"""

from __future__ import annotations

_PARTED = frozenset("de ru uk be pl cs sk bg sl lv lt fi et".split())
_LONGER = frozenset("fr es pt ro ca nl gl".split())
_LONGER_FROM, _LONG_FROM = 4, 6


def _table(rows: dict[str, str]) -> dict[str, frozenset[str]]:
    return {lang: frozenset(words.split()) for langs, words in rows.items() for lang in langs.split()}


_LAWFUL = _table(
    {
        "de": "die der das den dem sie ihr was so sehr viel viele ganz lange weit doch schön nein nie hoch es wer",
        "ru be": "что так вот еле чуть очень далеко все всё их его её то ну много мало долго быстро тихо если есть",
        "uk": "що так ось ледь дуже далеко все їх його її то ну багато мало довго тихо",
        "bg": "да се си го ги много бавно полека леко малко са",
        "pl": "to co tak bardzo dużo ich jej jego no długo powoli",
        "cs sk sl": "se si sa to co čo je jak tak moc velmi veľmi že zelo",
        "lv lt fi et": "ir ja on se ka niin ei",
        "fr": "nous vous tout tous très bien loin vite faire petit elle elles sont être avoir avait était peut doit",
        "es gl ca": "muy bien casi poco para como sobre este luego nada todo mucho tiene puede sigue molt",
        "pt": "muito bem quase para sobre logo este pouco nunca tudo tem pode devagar",
        "ro": "foarte bine încet doar toate care este sunt",
        "nl": "heel veel zeer haar zijn waren wordt werd heeft ging kwam over voor langzaam weinig dat die",
    }
)
_NEVER = _table(
    {
        "fr": "le du un une et au aux ne par sur des ou",
        "es gl": "el los las un una del al y en con por su sus",
        "ca": "el els un una del dels al als i en amb per",
        "pt": "o os as um uma do dos das e em no na nos nas ao com por",
        "ro": "și de la în un cu pe din",
        "nl": "de en een te met op aan niet",
        "it": "il lo gli di del della dei delle nel nella al alla dal dalla con per un una che ha non e la le",
        "sv": "och en ett av med till från inte",
        "da no nb nn": "og en et af av med til fra ikke",
        "el": "και του της των στο στη με για από να θα την τον",
        "tr": "ve ile için",
        "he": "של על עם",
        "ar": "في على إلى أن التي الذي مع",
        "fa": "در به از با که این را و",
        "hi ne": "के की का में से को ने और",
        "sr hr bs": "и у на за од i u na za od",
        "hu": "és a az hogy",
    }
)
_NONE: frozenset[str] = frozenset()


def may_double(word: str, lang: str) -> bool:
    """Whether `word`, lower case, may stand twice in a row in `lang`, a base tag other than English."""
    if word in _NEVER.get(lang, _NONE):
        return False
    if lang in _PARTED or lang in _LONGER:
        shortest = 1 if lang in _PARTED else _LONGER_FROM
        return len(word) < shortest or word in _LAWFUL.get(lang, _NONE)
    return len(word) < _LONG_FROM
