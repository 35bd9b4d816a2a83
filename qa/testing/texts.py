"""Texts that the laws put around, or in the place of, a check's examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

CLEAN_PARAGRAPHS: Mapping[str, tuple[str, str]] = MappingProxyType({
    "en": (
        "The delegation arrived in the morning and left before noon.",
        "The café 🎉 opened on time 👩‍🔬, as Zoë had hoped 𝒜.",
    ),
    "de": (
        "Die Abordnung kam am Morgen an und fuhr vor Mittag ab.",
        "Das Café 🎉 öffnete pünktlich 👩‍🔬, wie Zoë gehofft hatte.",
    ),
    "fr": (
        "La délégation est arrivée le matin et repartie avant midi.",
        "Le café 🎉 a ouvert à l’heure 👩‍🔬, comme Zoë le voulait.",
    ),
    "es": (
        "La delegación llegó por la mañana y partió antes del mediodía.",
        "El café 🎉 abrió a tiempo 👩‍🔬, como Zoë quería.",
    ),
    "ru": ("Делегация прибыла утром и уехала до полудня.", "Кафе 🎉 открылось вовремя 👩‍🔬, как и хотела Зоя."),
})  # fmt: skip
"""By language, a sound sentence, and one with characters of several code points or UTF-16 units."""
ANY_LANGUAGE = ("2024", "🎉 👩‍🔬 🎉")
"""The same for languages without sentences here: the first without words, the second without ASCII."""

HOSTILE_TEXTS = (
    "",
    " \t\r\n\u2028\u0085",
    "\u200b\u202e\ufeff\x00\x1b",
    "\ud800 lone surrogate \udfff",
    "“”«»„‟‹›‘’'\"「」『』《》()[]{}" * 3,
    ". , ; : ! ? … -- — – - / \\ % ‰ $ € £ ¥ ° § & @ # * _ ~ ^ | < > = +" * 2,
    "1 1,000 1.000 1 000 1'000 0.5 ,5 5. 12:30 31/06/2020 2020-02-30 30 February XIX 99th $5 5$ €5m 5 % %" * 2,
    "İstanbul ıssız Straße ﬁn ǅ ŉ ẞ e\u0301 n\u0303\u0303\u0303 \u0301",
    "中文，日本語。「引用」한국어 العربية، עברית हिन्दी ไทย 👨‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "a" * 500 + " " + "a " * 200 + "the the the " * 40,
    "The\n\nthe\r\n\r\nTHE\rthe. the.the,The:the;the!The?the",
)
"""Text of any script, broken characters, runs of marks and loops: what a file may hold that nobody wrote."""


def paragraphs_before(lang: str) -> tuple[str, str]:
    """Clean paragraphs in `lang` (a BCP 47 tag), or such as suit any language."""
    return CLEAN_PARAGRAPHS.get(lang.partition("-")[0].lower(), ANY_LANGUAGE)


def cuttings(text: str, most: int = 60) -> Iterator[str]:
    """Beginnings and ends of `text`, cut anywhere, at most twice `most`: a mark may be a text's first or last one."""
    step = max(1, len(text) // most)
    for place in range(1, len(text), step):
        yield text[:place]
        yield text[place:]
