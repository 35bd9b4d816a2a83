from qa.core.finding import fingerprint


def test_a_fingerprint_depends_on_what_is_pointed_at_only() -> None:
    base = fingerprint("doubled-word", "the the", "of", "city", "1", 0)
    assert base == fingerprint("doubled-word", "the the", "of", "city", "1", 0)
    assert len(base) == 16
    assert base != fingerprint("doubled-word", "the the", "of", "city", "1", 1)
    assert base != fingerprint("doubled-word", "the the", "of", "town", "1", 0)


def test_parts_cannot_run_into_each_other() -> None:
    assert fingerprint("a", "b", "c", "", "", 0) != fingerprint("a", "b", "", "c", "", 0)


def test_the_hash_never_changes() -> None:
    assert fingerprint("a", "b", "c", "d", "e", 0) == "4243e972914a2ffb"
