"""The house keeps its order: one check a file, files named after what they hold, nothing heavy at start-up."""

import ast
import importlib
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import qa.checks
from qa.engine.registry import builtin_checks, checks_in

PACKAGE = Path(qa.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
CHECK_MODULES = [
    module.name
    for module in pkgutil.walk_packages(qa.checks.__path__, "qa.checks.")
    if not module.ispkg and not module.name.rsplit(".", 1)[1].startswith("_")
]
LONGEST_FILE = 400
START_UP = """
import sys
sys.argv = ["qa", *{arguments!r}]
from qa.apps.cli.main import main
try:
    main()
except SystemExit:
    pass
heavy = {{"numpy", "sacrebleu", "transformers", "torch", "qa.checks", "charset_normalizer"}} & set(sys.modules)
assert not heavy, heavy
"""


@pytest.mark.parametrize("name", CHECK_MODULES)
def test_a_check_file_holds_one_check_named_after_it(name: str) -> None:
    (check,) = checks_in(importlib.import_module(name))
    assert check.id.replace("-", "_") == name.rsplit(".", 1)[1]
    assert check.__name__ == "".join(part.capitalize() for part in check.id.split("-"))


def test_ids_and_former_ids_are_used_once() -> None:
    names = [name for check in builtin_checks() for name in (check.id, *check.aliases)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_files_are_short_and_documented(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= LONGEST_FILE
    assert ast.get_docstring(ast.parse(source))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_library_code_never_prints_exits_or_reads_the_environment(path: Path) -> None:
    if path.is_relative_to(PACKAGE / "apps") or path.name == "__main__.py":
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in {"print", "exit", "quit", "input"}
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            assert (node.value.id, node.attr) not in {
                ("sys", "exit"),
                ("os", "environ"),
                ("os", "getenv"),
                ("os", "getcwd"),
                ("Path", "cwd"),
            }


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["--version"]])
def test_start_up_imports_nothing_heavy(arguments: list[str]) -> None:
    code = START_UP.format(arguments=arguments)
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
