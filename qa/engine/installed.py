"""Distributions that offer checks, told without importing them or the checks of the package."""

from __future__ import annotations

ENTRY_POINT_GROUP = "qa.checks"


def installed_plugins() -> list[tuple[str, str]]:
    """Name and version of each distribution that offers checks, sorted."""
    from importlib.metadata import entry_points  # noqa: PLC0415 - costs 20 ms: only when asked

    distributions = [entry.dist for entry in entry_points(group=ENTRY_POINT_GROUP)]
    return sorted({(dist.name, dist.version) for dist in distributions if dist is not None})
