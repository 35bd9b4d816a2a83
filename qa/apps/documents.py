"""The pages of the documentation that are made from the code: checks, command line, configuration, formats."""

from __future__ import annotations

import importlib
import inspect
import tomllib
from collections.abc import Iterable, Sequence
from importlib import resources
from typing import Any

import click

from qa.apps.cli.main import COMMANDS, cli
from qa.apps.explain import example_lines, example_note, facts, precision_text, summary_of
from qa.config import KEYS, PROFILES
from qa.core.check import Check, Status
from qa.core.declaration import HEADINGS, sections
from qa.engine.registry import builtin_checks
from qa.read import FORMATS
from qa.report import REPORTERS

_NOTICE = "<!-- Made from the code by `qa dev generate`; edit the code, not this page. -->\n"
_CONFIG_INTRODUCTION = """\
Settings come from the profile, then from files named by `extends`, then from the nearest `qa.toml` or `[tool.qa]` in
`pyproject.toml` upwards from the current folder, then from the command line; the last one wins. Paths in a file are
relative to it. Unknown keys and checks are errors. `qa config` shows what is in effect and who set it, `qa config
--schema` prints a JSON Schema for editors.
"""
_SILENCING = """\
## Silencing findings

Whatever silenced nothing in a run is told at its end, so that it can be taken out.

**Comments** in Markdown and HTML, with ids of checks or, without any, for all:

| comment | holds for |
| --- | --- |
| `<!-- qa-ignore doubled-word -->` | the line of text it stands in; alone between two blocks, the next block |
| `<!-- qa-off doubled-word -->` … `<!-- qa-on -->` | all that stands between, or up to the end |
| `<!-- qa-ignore-file -->` | the whole file |

**A baseline** holds what is known, a finding a line: `qa check PATH --write-baseline known.jsonl` writes it, and
`baseline = "known.jsonl"` or `--baseline` uses it. A finding is known by its fingerprint: check, characters found and
the two words on each side in its paragraph. Moving it, renaming the file and editing other paragraphs change nothing.

**A decisions file** (`decisions` or `--decisions`) is made for version control: JSON lines, only ever added to; a later
line about the same thing wins, and of several the narrowest holds. `qa check` and `qa fix` respect it.

```json
{"decision": "ignore", "scope": "occurrence", "fingerprint": "9f3c2b7d01e4aa58"}
{"decision": "ignore", "scope": "document", "doc": "a17", "check": "doubled-word", "text": " the"}
{"decision": "ignore", "scope": "check", "check": "doubled-word", "text": " Duran"}
{"decision": "accept", "scope": "occurrence", "fingerprint": "77aa01c2d3e4f506"}
```

`text` is what was found; without it the scopes `document` and `check` hold for all findings of the check. `accept`
shows a finding although a wider decision ignores its like. Fingerprints, ids and texts are those of `--format jsonl`.

## Names as the house writes them

`house_list = "names.csv"` or `--house-list names.csv` names a file, UTF-8, in one of two forms: plain text with one
preferred form a line, or CSV with a header, where several forms in a cell are set apart by `|`:

```text
preferred,accepted,forbidden,note
Ostrau,,Ostrava|Ostraw,the port on the Lenk
Dara Lenk,D. Lenk,Dara Lenck,
```

Only `preferred` must be there; `;` or a tab may stand for the comma, lines that begin with `#` are passed over.
[name-against-house-list](checks.md#name-against-house-list) finds forbidden forms, and in English names that come
close to a listed one; a longer listed form shields what stands inside it. A list that contradicts itself is an error.

## Checks of your own

`plugins = ["house.py"]` adds the checks in a Python file; an installed distribution offers its own under the
entry-point group `qa.checks` (`qa --version` lists those). A plugin that cannot be loaded is a
problem, and the run goes on without it. [writing-a-check.md](writing-a-check.md) shows how one is written.
"""
_RECORD_NOTE = """\
A finding in `jsonl` and `json`; fields may be added, never renamed:

| field | holds |
| --- | --- |
| `path`, `doc`, `segment` | file, document in it (the record's id, else the path), unit or record in that |
| `check`, `mqm`, `its` | check id, MQM category, ITS 2.0 localization quality issue type |
| `severity`, `confidence` | neutral, minor, major or critical; probability that a careful editor agrees |
| `start`, `end`, `text` | half-open range of code points in the document's text, and what stands there |
| `line`, `column` | of `start`, from 1, in the same text |
| `message` | what is wrong, for people |
| `fixes` | repairs: `title`, `applicability` (`safe`, `suggest`, `display`), `edits` in the same coordinates |
| `related` | other places that belong to it |
| `evidence` | reasons: `kind` and `text` |
| `forms` | spellings of one name that were joined, for checks of names |
| `raw` | for container formats the places in the file: `start`, `end` in bytes, `line`, `column` |
| `fingerprint` | identity that outlives edits elsewhere, for baselines and decisions |

With these formats and the other ones for programs, what could not be read or checked comes on standard error, an object
`{"problem": {"kind": ..., "where": ..., "what": ...}}` a line.
"""


def pages() -> dict[str, str]:
    """All pages by file name; the checks are those of the package, without plugins."""
    checks = sorted(builtin_checks(), key=lambda check: check.id)
    return {
        "checks.md": checks_page(checks),
        "cli.md": cli_page(),
        "config.md": config_page(checks),
        "formats.md": formats_page(),
    }


def checks_page(checks: Sequence[type[Check]]) -> str:
    """The catalogue: a table of all checks, then each with its documentation and examples."""
    rows = [
        (
            f"[{check.id}](#{check.id})",
            summary_of(check),
            check.severity.value,
            "preview" if check.status is Status.PREVIEW else ", ".join(sorted(check.profiles)),
            precision_text(check) or "not yet",
        )
        for check in checks
    ]
    parts = [
        "# Checks\n",
        _NOTICE,
        f"{len(checks)} checks. “Measured” is the share of findings that careful readers agreed with, on development "
        "sets that\nthe check was not written from; a check below the bar of its profile stays in preview, off by "
        "default.\n",
        _table(("check", "what it flags", "severity", "profiles", "measured"), rows),
    ]
    return "\n".join([*parts, *map(_check_section, checks)])


def _check_section(check: type[Check]) -> str:
    documented = sections(check)
    parts = [f"## {check.id}\n", documented[""] + "\n", _table(("", ""), [*facts(check).items()])]
    parts += [f"**{heading}.** {documented[heading]}\n" for heading in HEADINGS if documented.get(heading)]
    for heading, examples in (("Found, with what the fix makes of it", check.bad), ("Left alone", check.good)):
        lines: list[str] = []
        for example in examples:
            note = example_note(example)
            lines += [f"# {note}"] if note else []
            lines += [*example_lines(example), ""]
        parts.append(f"{heading}:\n\n{_fenced(lines[:-1])}")
    options = check.options()
    if options:
        rows = [(f"`{name}`", f"`{option.default!r}`", option.doc) for name, option in sorted(options.items())]
        parts.append(f"Options, in `qa.toml` under `[checks.{check.id}]`:\n")
        parts.append(_table(("option", "default", "meaning"), rows))
    return "\n".join(parts)


def cli_page() -> str:
    """Every command with its arguments and options."""
    parts = ["# Command line\n", _NOTICE, "```\nqa COMMAND [OPTIONS] ...\n```\n", (cli.help or "") + "\n"]
    parts.append(_table(("command", "does"), [(f"[{name}](#qa-{name})", line) for name, line in COMMANDS.items()]))
    parts.append(_fenced((cli.epilog or "").replace("\b\n", "").strip().splitlines()))
    context = cli.make_context("qa", ["check"], resilient_parsing=True)
    for name in COMMANDS:
        command = cli.get_command(context, name)
        assert command is not None
        parts.append(_command_section(command, click.Context(command, context, info_name=name)))
    rows = [(f"`{name}`", _first_sentence(home)) for name, home in REPORTERS.items()]
    parts += ["## Reports\n", _table(("format", "what"), rows), _RECORD_NOTE]
    return "\n".join(parts)


def _first_sentence(home: str) -> str:
    """The summary of a reporter's module."""
    return (importlib.import_module(home.partition(":")[0]).__doc__ or "").strip().split("\n\n")[0]


def _command_section(command: click.Command, context: click.Context) -> str:
    usage = " ".join(["qa", str(command.name), *command.collect_usage_pieces(context)])
    rows = []
    for parameter in command.get_params(context):
        if isinstance(parameter, click.Option) and not parameter.hidden:
            names = ", ".join(f"`{name}`" for name in (*parameter.opts, *parameter.secondary_opts))
            rows.append((names, _value_of(parameter), _help_of(parameter)))
    text = inspect.cleandoc(command.help or "")
    return "\n".join(
        [f"## qa {command.name}\n", f"```\n{usage}\n```\n", text + "\n", _table(("option", "value", "meaning"), rows)]
    )


def _value_of(option: click.Option) -> str:
    if option.is_flag:
        return ""
    if isinstance(option.type, click.Choice):
        return ", ".join(f"`{choice}`" for choice in option.type.choices)
    return option.metavar or option.type.name.upper()


def _help_of(option: click.Option) -> str:
    shown = option.show_default and isinstance(option.default, str)
    return (option.help or "") + (f" Default: `{option.default}`." if shown else "")


def config_page(checks: Sequence[type[Check]]) -> str:
    """Every setting, the profiles, and the options of single checks."""
    rows = [
        (
            f"`{key.name}`",
            key.kind.value,
            ", ".join(f"`{choice}`" for choice in key.choices),
            "" if key.default is None else f"`{_toml(key.default)}`",
            key.doc,
        )
        for key in KEYS.values()
    ]
    with_options = [check for check in checks if check.options()]
    options = [
        (f"[{check.id}](checks.md#{check.id})", f"`{name}`", f"`{_toml(option.default)}`", option.doc)
        for check in with_options
        for name, option in sorted(check.options().items())
    ]
    return "\n".join(
        [
            "# Configuration\n",
            _NOTICE,
            _CONFIG_INTRODUCTION,
            '```toml\nprofile = "translation"\nlang = "en-GB"\nignore = ["doubled-space"]\n\n[checks.doubled-word]\n'
            'severity = "major"\n```\n',
            "## Settings\n",
            _table(("setting", "holds", "values", "default", "meaning"), rows),
            "## Profiles\n",
            _table(
                ("profile", "min_confidence", "preview", "checks on"), [_profile_row(name, checks) for name in PROFILES]
            ),
            "## Settings of single checks\n",
            "Under `[checks.ID]` every check takes `enabled` (true or false, whatever the profile says) and `severity` "
            "(neutral, minor,\nmajor, critical)"
            + (", and some take options of their own:\n" if options else "; checks of your own may take options.\n"),
            *([_table(("check", "option", "default", "meaning"), options)] if options else []),
            _SILENCING,
        ]
    )


def _profile_row(name: str, checks: Iterable[type[Check]]) -> tuple[str, ...]:
    text = (resources.files("qa.config") / "profiles" / f"{name}.toml").read_text(encoding="utf-8")
    values = tomllib.loads(text)
    preview = bool(values.get("preview"))
    on = [
        check
        for check in checks
        if name in check.profiles and (check.status is Status.STABLE or (preview and check.status is Status.PREVIEW))
    ]
    return f"`{name}`", f"{values['min_confidence']:.2f}", _toml(preview), str(len(on))


def formats_page() -> str:
    """Every format that can be read, with the notes of its reader."""
    rows = [
        (
            f"`{form.id}`",
            " ".join(f"`{suffix}`" for suffix in form.suffixes),
            form.summary,
            "yes" if form.streams else "no",
        )
        for form in FORMATS
    ]
    parts = [
        "# Formats\n",
        _NOTICE,
        "The suffix tells the format; without a known one the first bytes do, and `--input-format` overrules both. "
        "Folders are\nread with all files below whose suffix is known, hidden ones left out. A document that is read "
        "whole may have up to 32 MB.\n`start` and `end` of a finding count code points of the whole decoded file for "
        "plain text,\nMarkdown and HTML, and of the record's text for the others, where `raw` gives the bytes in the "
        "file.\n",
        _table(("format", "suffixes", "what", "streamed"), rows),
    ]
    homes: dict[str, list[str]] = {}
    for form in FORMATS:
        homes.setdefault(form.module, []).append(form.id)
    for home, names in homes.items():
        text = (importlib.import_module(home).__doc__ or "").strip()
        parts.append(f"## {', '.join(names)}\n\n{text}\n")
    return "\n".join(parts)


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "".join("| " + " | ".join(map(_cell, line)) + " |\n" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _fenced(lines: Sequence[str]) -> str:
    """Lines as they are, in a fence that none of them can close."""
    fence = "```"
    while any(fence in line for line in lines):
        fence += "`"
    return "\n".join([f"{fence}text", *(line.rstrip() for line in lines), fence, ""])


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return f'"{value}"' if isinstance(value, str) else str(value)
