"""Names of which the family name comes first: Chinese, Korean, Vietnamese; and Hungarian ones at home.

Sources: for Chinese the hundred most frequent family names in the report on names of the Ministry of Public Security,
2020, in pinyin; for Korean the family names of over 100,000 people in the census of Statistics Korea, 2015, in their
usual romanisations; for Vietnamese the fourteen names that nine in ten people have (Lê Trung Hoa, “Họ và tên người
Việt Nam”, 2005); the syllables are those of Hanyu pinyin (ISO 7098) and of Korean given names in the romanisations
McCune-Reischauer and Revised, without marks; Hungarian given names are those of the civil register's yearly lists
that English does not share. Lists of facts, not under copyright. Syllables and names that are also
English or other European names or words are no proof by themselves; see `read_family_first`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from qa.text.names.fold import fold

Origin = Literal["Chinese", "Korean"]

_CHINESE = frozenset(
    "wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang han"
    " feng deng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren yao lyu shen zhong"
    " cui tan fan wang liao shi jin jia xia fu fang zou xiong bai meng qin qiu hou yan lei long duan hao kong shao mao"
    " chang wan gu lai kang he qian xi tao hua ruan wen yin shu pang".split()
)
KOREAN_FAMILIES = frozenset(
    "kim lee yi rhee park pak bak choi choe jung jeong chung cheong kang gang cho jo yoon yun jang chang lim im rim han"
    " oh seo suh shin sin kwon gwon hwang ahn an song ryu yoo yu hong jeon chun ko go moon mun son sohn yang bae paik"
    " baek huh heo nam noh roh ha joo ju woo ku koo min ban ri ro".split()
)
"""Korean family names in their usual romanisations, folded: the one list for all that asks for them."""
_VIETNAMESE = frozenset("nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong".split())
_HUNGARIAN_GIVEN = frozenset(
    "viktor lászló jános istván györgy ferenc sándor tamás gábor zoltán attila katalin zsolt károly lajos imre béla"
    " ágnes ilona erzsébet judit miklós mihály levente zsuzsanna zsuzsa balázs gergely ákos csaba józsef kálmán mátyás"
    " andrás márton zsófia eszter ildikó gyula tibor jenő géza árpád szilárd".split()
)

# Taiwanese and older spellings of Chinese family names (Wade-Giles).
_WADE_GILES = frozenset(
    "tsai chen lin hsu hsieh chiang chou cheng tseng tsao chang hsiao hung kuo liang lo teng yeh".split()
)
# Which finals follow each initial; the finals of j, q, x and of zh, ch, sh, z, c, s, r are nearly the same.
_FINALS = {
    "b": "a ai an ang ao ei en eng i ian iao ie in ing o u",
    "p": "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
    "m": "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
    "f": "a an ang ei en eng o ou u",
    "d": "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo",
    "t": "a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo",
    "n": "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan ue uo",
    "l": "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan ue un uo",
    "g k h zh ch sh": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "zh ch sh r z c s": "i",
    "j q x": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "r": "an ang ao e en eng ong ou u ua uan ui un uo",
    "z c s": "a ai an ang ao e en eng ong ou u uan ui un uo",
    "y": "a an ang ao e i in ing o ong ou u uan ue un",
    "w": "a ai an ang ei en eng o u",
    "": "a ai an ang ao e en er ou",
}
# Chinese and Korean given names keep the second syllable small behind the hyphen; "Jean-Luc" does not.
_HYPHENATED = re.compile(r"[A-Z][a-z]{1,5}[-‑][a-z]{1,6}")
_KOREAN_SYLLABLES = (
    "ae|bae|baek|beom|bin|bo|bok|bong|bum|byung|byeong|chae|chan|chang|cheol|chol|chul|chun|dae|deok|deuk|do|dong|duk"
    "|eok|eon|eun|ga|gab|gap|geon|geun|gi|gil|gon|goo|gu|guk|gun|gwan|gwang|gyeong|gyu|gyun|ha|hae|hak|han|he|hee|heon"
    "|ho|hong|hoon|hui|hun|hwa|hwan|hye|hyeok|hyeon|hyo|hyok|hyon|hyong|hyuk|hyun|hyung|ik|il|in|ja|jae|jai|jang|je"
    "|jeong|ji|jin|jo|jong|joo|joon|ju|jun|jung|kap|ki|kon|koo|kook|ku|kuk|kun|kwan|kwang|kyo|kyong|kyou|kyu|kyun"
    "|kyung|man|mi|min|mo|moon|mun|myeong|myong|myung|na|nae|nam|no|ok|pil|pom|pyo|pyong|pyung|rae|ri|rim|ryong|ryol"
    "|sam|sang|se|seo|seob|seok|seon|seong|seop|seung|shik|si|sik|sim|so|sok|son|song|sook|soo|sop|su|suk|sun|sung|tae"
    "|taek|tak|to|ui|un|uk|ung|won|woo|wook|woong|yeol|yeon|yeong|yo|yol|yon|yong|yoo|yoon|young|yu|yul|yun|yung"
)
_TWO_KOREAN = re.compile(rf"(?:{_KOREAN_SYLLABLES})[- ](?:{_KOREAN_SYLLABLES})")


class FamilyFirst(NamedTuple):
    """A full name read as family name and given name, both as written."""

    family: str
    given: str
    origin: Origin


def read_family_first(first: str, rest: str) -> FamilyFirst | None:
    """The name "first rest" if it can only be one with the family name first, as far as lists tell.

    rest: one word, or two for Korean given names ("Jong Un"). Chinese: a listed family name and a given name of
    exactly two syllables that is written as one word ("Jinping", "Shui-bian") and no family name. Korean: a listed
    family name and two syllables of given names, with a hyphen or apart. Names of one syllable, which are often family
    names as well, and Vietnamese ones, which lists cannot tell from words of other languages, are not read.
    """
    family, given = fold(first), rest.lower().replace("‑", "-")
    if not given.isascii() or not first[:1].isupper() or not rest[:1].isupper():
        return None
    if family in KOREAN_FAMILIES and _TWO_KOREAN.fullmatch(given):
        return FamilyFirst(first, rest, "Korean")
    if family in _CHINESE and " " not in given and is_two_pinyin(given) and fold(given) not in family_names():
        return FamilyFirst(first, rest, "Chinese")
    if family in _CHINESE | _WADE_GILES and _HYPHENATED.fullmatch(rest):
        return FamilyFirst(first, rest, "Chinese")
    return None


def is_two_pinyin(word: str) -> bool:
    """Whether a word in small letters can be read as two syllables of pinyin ("jinping", "xi'an", "xiu-ying")."""
    return bool(_two_syllables().fullmatch(word))


@cache
def _two_syllables() -> re.Pattern[str]:
    syllables = {
        initial + final
        for initials, finals in _FINALS.items()
        for initial in initials.split() or [""]
        for final in finals.split()
    }
    one = "|".join(sorted(syllables, key=len, reverse=True))
    return re.compile(rf"(?:{one})['’-]?(?:{one})")


@cache
def family_names() -> frozenset[str]:
    """All listed family names, folded; Hungarian ones are not."""
    return _CHINESE | _WADE_GILES | KOREAN_FAMILIES | _VIETNAMESE


@cache
def hungarian_given_names() -> frozenset[str]:
    """Common Hungarian given names that English does not share, small letters, with their accents and without."""
    return _HUNGARIAN_GIVEN | frozenset(map(fold, _HUNGARIAN_GIVEN))
