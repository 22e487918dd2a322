"""The tracker's version; a report names the version of the parser that made it."""

VERSION = "0.1.0"
