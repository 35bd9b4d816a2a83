"""What the tests of the command line share."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
SELECT = ("--lang", "en", "--select", "space-before-punctuation,doubled-word")
BROKEN = "They reached the harbour , but the the ferry had left.\n"
