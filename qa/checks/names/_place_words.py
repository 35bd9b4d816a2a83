"""Names of places that are also common nouns, or parts of such: "a jersey", "brussels sprouts", "plaster of paris".

Collected by hand for this project: place names that general dictionaries of English (Webster's Revised Unabridged of
1913, Wiktionary) also enter in small letters, for cloths, wares, drinks, plants, animals, games and the like. Facts of
the language; no dictionary's list or text was copied.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

COMMON_NOUNS = frozenset(
    # cloths, clothes and leather
    "angora arras bermuda bermudas cambric cashmere chantilly cheviot damask damascus denim duffel guernsey holland"
    " homburg jersey jerseys lisle madras melton morocco nankeen panama panamas shetland tulle tweed wellington"
    " wellingtons worsted"
    # wares, metals, colours
    " china cologne delft japan limoges magenta manila manilla mocha siena sienna solferino tripoli"
    # food, drink, tobacco
    " bologna bordeaux bourbon brie burgundy camembert champagne cheddar chianti cognac edam frankfurter gouda gruyere"
    " hamburger havana havanas java madeira malaga marsala medoc moselle orange port stilton tabasco tequila tokay"
    " turkey turkeys vichy wiener"
    # animals, carriages, games, measures of money, other things
    " afghan alsatian ayrshire badminton bantam canary chad chads chile colon davenport genoa guinea guineas landau"
    " limerick limericks marathon pekinese polo rugby sucre surrey tangerine victoria waterloo"
    # peoples' names that are words for things as well, bodies, "lingua franca", a unit
    " dick franca french indian quattro shannon soviet soviets turkish varna".split()
)
"""Names of places, and a few other names, that stand in small letters where they are words for things."""

_BEFORE_NOUNS = MappingProxyType(
    {
        "baltimore": "oriole orioles",
        "berlin": "wool",
        "boston": "bean beans fern ivy lettuce terrier terriers",
        "brazil": "nut nuts",
        "brussels": "sprout sprouts carpet lace",
        "california": "poppy poppies roll rolls",
        "canada": "balsam goose geese",
        "ceylon": "tea",
        "cuba": "libre",
        "delhi": "belly",
        "dover": "sole",
        "dresden": "china",
        "epsom": "salt salts",
        "hamburg": "steak",
        "india": "ink paper rubber",
        "jamaica": "pepper rum",
        "jerusalem": "artichoke artichokes cherry cricket crickets",
        "jordan": "almond almonds",
        "kobe": "beef",
        "lima": "bean beans",
        "london": "broil",
        "naples": "yellow",
        "norway": "lobster maple rat rats spruce",
        "oregon": "grape pine",
        "paris": "green",
        "peking": "duck ducks",
        "peru": "balsam",
        "seville": "orange oranges",
        "singapore": "sling slings",
        "valencia": "orange oranges",
        "venice": "turpentine",
        "vienna": "sausage sausages",
        "virginia": "creeper ham reel",
        "yorkshire": "pudding puddings terrier terriers",
    }
)
"""Place -> the nouns with which it makes a word for something else."""
_BEHIND = MappingProxyType({"paris": "plaster of", "kiev": "chicken", "alaska": "baked"})
"""Place -> the words behind which it is the last part of a word for something else."""


def is_in_compound(before: Sequence[str], word: str, after: str) -> bool:
    """Whether a small word is a part of a fixed compound with its neighbours, or stands behind "a" and so is a noun.

    before: the words in front of it, the nearest last. after: the one behind it, or nothing. All in small letters.
    """
    if before and before[-1] in ("a", "an"):
        return True
    if after in _BEFORE_NOUNS.get(word, "").split():
        return True
    behind = _BEHIND.get(word, "").split()
    return bool(behind) and list(before[-len(behind) :]) == behind
