"""For editors: one page that holds everything it needs, to be sorted, filtered and clicked through without network."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TextIO

from qa.report.display import counted, visible
from qa.report.family_base import FamilySummary, closing_line
from qa.text.names.archive.families import VERDICTS, ArchiveFamily, Form

_STYLE = """
:root { color-scheme: light dark; --line: #8884; --error: #c0392b; --style: #b7791f; --unsure: #2b7a9b;
  --good: #2e8b57 }
body { font: 16px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 64rem; padding: 0 1rem }
h1 { font-size: 1.4rem } table { border-collapse: collapse; width: 100% }
th, td { text-align: left; padding: .3rem .6rem; vertical-align: top }
th button { font: inherit; font-weight: 600; background: none; border: 0; padding: 0; cursor: pointer; color: inherit }
th button[aria-pressed=true]::after { content: " ↓" }
tbody { border-top: 1px solid var(--line) } tbody[hidden] { display: none }
.n { text-align: right; font-variant-numeric: tabular-nums }
.bar { display: inline-block; height: .7em; min-width: 2px; background: var(--tone) } .main { background: var(--good) }
.error { --tone: var(--error) } .style { --tone: var(--style) } .unsure { --tone: var(--unsure) }
.verdict { color: var(--tone); font-weight: 600 } small { opacity: .75; overflow-wrap: anywhere }
form { display: flex; gap: 1rem; flex-wrap: wrap; margin: 1rem 0 }
input[type=search] { font: inherit; padding: .2rem .4rem }
"""
_SCRIPT = """
const table = document.querySelector("table"), form = document.querySelector("form");
const families = () => [...table.tBodies];
function filter() {
  const wanted = new Set([...form.querySelectorAll("input[type=checkbox]:checked")].map(box => box.value));
  const text = form.querySelector("input[type=search]").value.toLowerCase();
  for (const family of families())
    family.hidden = !wanted.has(family.dataset.verdict) || !family.textContent.toLowerCase().includes(text);
}
form.addEventListener("input", filter);
form.addEventListener("submit", event => event.preventDefault());
for (const button of table.querySelectorAll("th button"))
  button.addEventListener("click", () => {
    const key = button.dataset.key;
    const sorted = families().sort((a, b) => key === "name"
      ? a.dataset.name.localeCompare(b.dataset.name) : Number(b.dataset[key]) - Number(a.dataset[key]));
    table.append(...sorted);
    for (const other of table.querySelectorAll("th button")) other.setAttribute("aria-pressed", other === button);
  });
"""
_HEAD = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
script-src 'unsafe-inline'">
<title>Names spelt in two ways</title><style>{style}</style></head><body>
<h1>Names spelt in two ways</h1><p>{closing}</p>
<form>{boxes}<input type="search" placeholder="Name or document" aria-label="Name or document"></form>
<table><thead><tr><th><button data-key="name">Spelling</button></th>
<th><button data-key="confidence">Verdict</button></th><th><button data-key="mentions">Mentions</button></th>
<th><button data-key="documents">Documents</button></th></tr></thead>
"""
_PIXELS = 160


def write_html(families: Sequence[ArchiveFamily], summary: FamilySummary, stream: TextIO) -> None:
    """The whole page. Whatever comes out of a document is escaped."""
    boxes = "".join(f'<label><input type="checkbox" value="{name}" checked> {name}</label>' for name in VERDICTS)
    stream.write(_HEAD.format(style=_STYLE, closing=_text(closing_line(families, summary)), boxes=boxes))
    stream.writelines(_family(family) for family in families)
    stream.write(f"</table><script>{_SCRIPT}</script></body></html>\n")


def _family(family: ArchiveFamily) -> str:
    mentions, documents = sum(form.mentions for form in family.forms), max(form.documents for form in family.forms)
    most = max(form.mentions for form in family.forms)
    rows = "".join(_form(form, family, most, first=place == 0) for place, form in enumerate(family.forms))
    return (
        f'<tbody class="{family.verdict}" data-verdict="{family.verdict}" data-name="{_text(family.preferred)}"'
        f' data-confidence="{family.confidence:.3f}" data-mentions="{mentions}" data-documents="{documents}">{rows}'
        f'<tr><td colspan="4"><small>{_text("; ".join(family.evidence))}</small></td></tr></tbody>\n'
    )


def _form(form: Form, family: ArchiveFamily, most: int, *, first: bool) -> str:
    share = "decided" if family.decided else f"{round(100 * family.confidence)} %"
    habit = ", habit of a feed" if family.habit else ""
    verdict = f'<span class="verdict">{family.verdict}</span> {share}{habit}' if first else ""
    kind = "bar main" if form.written == family.preferred else "bar"
    bar = f'<span class="{kind}" style="width: {max(2, round(_PIXELS * form.mentions / most))}px"></span>'
    name = f"<b>{_text(form.written)}</b>" if form.written == family.preferred else _text(form.written)
    dates = f" {form.first} – {form.last}" if form.first else ""
    feeds = "".join(f", {feed} {documents:,}" for feed, documents in form.feeds.items())
    where = f"{counted(form.documents, 'document')}{dates}{feeds}: {', '.join(form.examples)}"
    return (
        f'<tr><td>{name}</td><td>{verdict}</td><td class="n">{form.mentions:,} {bar}</td>'
        f"<td><small>{_text(where)}</small></td></tr>"
    )


def _text(text: str) -> str:
    """`text` with nothing invisible and nothing that is markup."""
    return escape(visible(text))
