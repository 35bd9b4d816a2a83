"""Look-ups in sorted lines agree with a dictionary."""

from hypothesis import given
from hypothesis import strategies as st

from qa.text.sorted_table import SortedTable

KEYS = st.text(st.characters(exclude_characters=" \n", exclude_categories=["Cs"]), min_size=1, max_size=4)


@given(st.dictionaries(KEYS, st.text("abc,", max_size=5), max_size=30), st.lists(KEYS, max_size=10))
def test_every_key_is_found_and_nothing_else(entries: dict[str, str], others: list[str]) -> None:
    lines = sorted(f"{key} {value}\n".encode() for key, value in entries.items())
    table = SortedTable(b"".join(lines))
    for key in [*entries, *others]:
        assert table.get(key) == entries.get(key)
        assert (key in table) == (key in entries)
