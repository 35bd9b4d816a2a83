"""Entry point: a group whose commands are imported when they are called, and the rules for how the program ends."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

import click

from qa.apps.cli.interrupt import stop_status, stoppable
from qa.errors import QaError
from qa.version import __version__

COMMANDS = {
    "check": "Find what is wrong in translated texts.",
    "names": "List names that are spelt in more than one way.",
    "index": "Keep the names of an archive in a file.",
    "decide": "Decide whether spellings are one name, once and for all.",
    "fix": "Repair what can be repaired with certainty.",
    "checks": "List all checks.",
    "explain": "Explain one check, with examples.",
    "config": "Show the settings in effect and where each comes from.",
}
"""Each command with its help line; `qa.apps.cli.<name>` holds it. A test compares the lines with the commands."""
HIDDEN = ("dev",)
CLEAN, FOUND, USAGE, PROBLEMS = 0, 1, 2, 3
BROKEN_PIPE = 141
_EPILOG = """\b
Exit status: 0 nothing found (at or above --fail-on), 1 findings, 2 wrong usage or configuration,
3 something could not be read or checked (the rest was), 130 stopped with Ctrl-C, 143 with SIGTERM.

\b
Completion: put into ~/.bashrc   eval "$(_QA_COMPLETE=bash_source qa)"
            or into ~/.zshrc    eval "$(_QA_COMPLETE=zsh_source qa)"
            or for fish         _QA_COMPLETE=fish_source qa > ~/.config/fish/completions/qa.fish
"""


class UsageFailure(click.ClickException):
    """Wrong usage or configuration, told in one line."""

    exit_code = USAGE


class LazyGroup(click.Group):
    """Imports the module of a command when the command is called or its own help asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands in the order of the table, the daily ones first."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in COMMANDS and cmd_name not in HIDDEN:
            return None
        command = importlib.import_module(f"qa.apps.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that was named; a misspelt one brings the nearest to mind, a file the command that reads it."""
        name = args[0] if args else ""
        if name and not name.startswith("-") and name not in COMMANDS and name not in HIDDEN:
            from qa.config.place import did_you_mean  # noqa: PLC0415 - only an error needs it

            hint = did_you_mean(name, COMMANDS)
            if not hint and os.path.lexists(name):
                hint = f"; to check this file: qa check {name}"
            raise UsageFailure(f"no such command “{name}”{hint or ' (qa --help lists them)'}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table of commands, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def main(self, args: Sequence[str] | None = None, *positional: Any, **named: Any) -> Any:
        """Run and end the program with one of the documented exit statuses."""
        named["standalone_mode"] = False
        for name in ("stdout", "stderr"):
            if getattr(sys, name) is None:  # closed by the caller: nobody wants to read it
                setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - open to the end
            stream = getattr(sys, name)
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        with stoppable():
            status = self._run(args, *positional, **named)
        sys.exit(status)

    def _run(self, args: Sequence[str] | None, *positional: Any, **named: Any) -> int:
        """Run, and put every way to end into an exit status and at most one line."""
        try:
            status = super().main(args, *positional, **named)
            sys.stdout.flush()
        except click.exceptions.Exit as stop:
            return stop.exit_code
        except KeyboardInterrupt as stop:
            return stop_status(stop)
        except click.Abort as abort:
            # click turns what ends a command into its own error and keeps the cause.
            return stop_status(
                abort.__cause__ if isinstance(abort.__cause__, KeyboardInterrupt) else KeyboardInterrupt()
            )
        except BrokenPipeError:
            _silence_stdout()
            return BROKEN_PIPE
        except Exception as error:
            if os.environ.get("QA_TRACEBACK"):
                raise
            return _tell(error)
        return status if isinstance(status, int) else CLEAN

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what the library refuses is the user's to mend."""
        try:
            return super().invoke(ctx)
        except QaError as error:
            raise UsageFailure(str(error)) from error
        except BrokenPipeError:
            _silence_stdout()
            return BROKEN_PIPE


def _tell(error: Exception) -> int:
    """Say on standard error what ended the program; its exit status."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show()
        return USAGE
    if isinstance(error, click.ClickException):
        click.echo(f"qa: error: {_one_line(error)}", err=True)
        return USAGE
    what = _refused(error) if isinstance(error, OSError) else _internal(error)
    click.echo(f"qa: error: {what}", err=True)
    return PROBLEMS


def _refused(error: OSError) -> str:
    """What the system refused, in one line: a full disk, a file that vanished."""
    from qa.report.display import visible  # noqa: PLC0415 - only an error needs it

    place = f"{error.filename}: " if error.filename else ""
    return visible(f"{place}{error.strerror or type(error).__name__}; make room or mend access, then run again")


def _one_line(error: click.ClickException) -> str:
    """The message, and for a misused option where to read more."""
    from qa.report.display import visible  # noqa: PLC0415 - only an error needs it

    if isinstance(error, click.NoSuchOption):
        from qa.config.place import did_you_mean  # noqa: PLC0415 - only an error needs it

        text = f"no such option {error.option_name}{did_you_mean(error.option_name, error.possibilities or ())}"
    else:
        text = error.format_message()
    if isinstance(error, click.UsageError) and error.ctx is not None:
        text = f"{text.rstrip('.')} ({error.ctx.command_path} --help tells more)"
    return visible(" ".join(text.split()))


def _internal(error: Exception) -> str:
    """A mistake of the program itself, in one line: what and where."""
    from traceback import extract_tb  # noqa: PLC0415 - only an error needs it

    last = extract_tb(error.__traceback__)[-1]
    place = f"{Path(last.filename).name}:{last.lineno}"
    what = " ".join(f"{type(error).__name__}: {error}".split())
    return f"{what} (at {place}); this is a mistake in qa itself, please report it; QA_TRACEBACK=1 shows more"


def _silence_stdout() -> None:
    """Let the interpreter's last flush go nowhere: nobody reads any more."""
    try:
        descriptor = sys.stdout.fileno()
    except (OSError, ValueError):
        return
    os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)


def _show_version(context: click.Context, _parameter: click.Parameter, asked: bool) -> None:
    if not asked or context.resilient_parsing:
        return
    from qa.engine.installed import installed_plugins  # noqa: PLC0415 - looking for them takes a while

    click.echo("\n".join([f"qa {__version__}", *(f"plugin {name} {version}" for name, version in installed_plugins())]))
    context.exit()


@click.group(
    cls=LazyGroup,
    name="qa",
    epilog=_EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "-V",
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Show the version, and plugins with theirs, and exit.",
)
def cli() -> None:
    """Translation quality checks: exact places, reasons, measured confidence, fixes."""


def main() -> NoReturn:
    """Run the program `qa`."""
    cli.main(prog_name="qa")
    raise AssertionError("the program has ended")
