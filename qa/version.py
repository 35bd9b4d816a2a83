"""The version of the distribution, as a literal so that printing it costs nothing."""

__version__ = "0.1.0"
