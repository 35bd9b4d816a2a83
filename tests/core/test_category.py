from qa.core.category import TREE, Category, Severity

ITS_TYPES = {
    "terminology", "mistranslation", "omission", "untranslated", "addition", "duplication", "inconsistency", "grammar",
    "legal", "register", "locale-specific-content", "locale-violation", "style", "characters", "misspelling",
    "typographical", "formatting", "inconsistent-entities", "numbers", "markup", "pattern-problem", "whitespace",
    "internationalization", "length", "non-conformance", "uncategorized", "other",
}  # fmt: skip


def test_every_category_is_in_the_tree_with_a_type_of_its() -> None:
    assert set(TREE) == set(Category)
    assert {info.its for info in TREE.values()} <= ITS_TYPES


def test_parents_lead_to_the_top() -> None:
    for category in Category:
        seen = set()
        node: str | None = category.value
        while node is not None:
            assert node not in seen
            seen.add(node)
            node = TREE[Category(node)].parent


def test_severities_are_ordered_with_mqm_weights() -> None:
    assert [severity.weight for severity in sorted(Severity, key=lambda severity: severity.rank)] == [0, 1, 5, 25]
