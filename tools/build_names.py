"""Build the name tables in ``qa/text/data/names`` from packages of open data and a folder of plain text.

    python tools/build_names.py TEXT_FOLDER --out qa/text/data/names [--exclude PAIRS.jsonl] [--only places,persons]

Needs the packages named in ``names_build/sources.py`` and babel, zstandard, numpy, scikit-learn, anyascii. The same
input gives the same output. Provenance and licences are in ``qa/text/data/names/README.md``.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from names_build import demonyms, english, persons, places, sources

PARTS = ("persons", "places", "demonyms", "likeness", "relation")


def write_table(path: Path, lines: list[str]) -> None:
    """Write lines `key value` sorted by the bytes of their keys, as SortedTable wants them."""
    entries = sorted(lines, key=lambda line: line.partition(" ")[0].encode() + b" ")
    path.write_text("".join(f"{line}\n" for line in entries), encoding="utf-8", newline="\n")
    print(f"{path.name}: {len(entries)} entries, {path.stat().st_size} bytes")


def read_excluded(path: Path | None) -> frozenset[str]:
    """Folded forms of a measured set, of which nothing is learned: every form and each of its words."""
    forms: set[str] = set()
    if path is not None:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            for side in ("a", "b"):
                folded = sources.plain(row[side]) or ""
                forms.update((folded, *folded.split()))
    return frozenset(forms - {""})


def main() -> None:
    """Parse the command line and build the parts asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("text", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--exclude", type=Path, help="pairs used for measuring: learn from none of their names")
    parser.add_argument("--only", default=",".join(PARTS))
    given = parser.parse_args()
    parts = given.only.split(",")
    sources.check_versions()
    if "persons" in parts:
        write_table(given.out / "persons.txt", persons.person_lines(sources.person_groups(), given.text))
    if "places" in parts:
        found = places.all_places()
        names = (form for group in sources.person_groups() for form in group.latin)
        used = places.usage(english.English(given.text), found, names, given.out / "renamed.txt")
        lines, forms = places.tables(found, used)
        write_table(given.out / "places.txt", lines)
        write_table(given.out / "place_forms.txt", forms)
    if "demonyms" in parts:
        write_table(given.out / "demonyms.txt", demonyms.demonym_lines())
    excluded = read_excluded(given.exclude)
    if "likeness" in parts:
        from names_build import likeness  # noqa: PLC0415 - numpy and scikit-learn

        likeness.build(given.out / "likeness.txt", excluded)
    if "relation" in parts:
        from names_build import relation  # noqa: PLC0415 - needs the tables built before

        relation.build(given.out / "relation.txt", excluded)


if __name__ == "__main__":
    main()
