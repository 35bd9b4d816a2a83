"""Settings: built-in profile, then extended files, then the nearest `qa.toml` or `[tool.qa]`, then the command line.

Three stages: `ParsedLayer` (one source), `MergedConfig` (all of them, with origins), `Settings` (complete, frozen).
"""

from qa.config.load import MergedConfig, ParsedLayer, find_config, read_config
from qa.config.place import did_you_mean
from qa.config.schema import DEFAULT_PROFILE, KEYS, PROFILES, FailOn, Key, Kind, json_schema
from qa.config.settings import Membership, Settings, load_settings, settle
from qa.config.show import Effective, explain_settings

__all__ = [
    "DEFAULT_PROFILE",
    "KEYS",
    "PROFILES",
    "Effective",
    "FailOn",
    "Key",
    "Kind",
    "Membership",
    "MergedConfig",
    "ParsedLayer",
    "Settings",
    "did_you_mean",
    "explain_settings",
    "find_config",
    "json_schema",
    "load_settings",
    "read_config",
    "settle",
]
