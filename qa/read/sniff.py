"""Which format a file is in: by suffix, else by its first bytes."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from difflib import get_close_matches
from typing import BinaryIO

from qa.core.finding import Problem
from qa.read.base import Format, ReadOptions
from qa.read.lines import peek

_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html[\s>])", re.IGNORECASE | re.DOTALL
)
_MARKS = re.compile(rb"\A\xef\xbb\xbf")


def choose_format(
    stream: BinaryIO, path: str, options: ReadOptions, formats: Sequence[Format]
) -> tuple[Format | Problem, BinaryIO]:
    """The format of `stream`, and a stream that still begins where this one did."""
    by_id = {form.id: form for form in formats}
    if options.format is not None:
        chosen = by_id.get(options.format)
        return (chosen or _unknown(path, options.format, list(by_id))), stream
    lowered = path.lower()
    for form in formats:
        if lowered.endswith(form.suffixes):
            return form, stream
    head, stream = peek(stream)
    return by_id[sniff(head)], stream


def sniff(head: bytes) -> str:
    """The format id that the first bytes of a file look like: `jsonl`, `html`, or `text` for all the rest."""
    head = _MARKS.sub(b"", head)
    if _HTML.match(head):
        return "html"
    first, newline, _ = head.lstrip().partition(b"\n")
    if not first.startswith(b"{"):
        return "text"
    if not newline:
        return "jsonl" if re.match(rb'\{\s*"', first) else "text"
    try:
        return "jsonl" if isinstance(json.loads(first), dict) else "text"
    except (ValueError, RecursionError):
        return "text"


def _unknown(path: str, name: str, known: list[str]) -> Problem:
    close = get_close_matches(name, known, 1)
    hint = f"did you mean {close[0]!r}?" if close else f"known: {', '.join(known)}"
    return Problem(path, f"unknown format {name!r}; {hint}")
