"""A report as JSON keeps it, and back; the same record comes back."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import Any

from pydantic import TypeAdapter

from tracker.models import Report

_REPORT = TypeAdapter(Report)


def write_report(report: Report) -> dict[str, Any]:
    """The fields of ``report`` as plain values."""
    content: dict[str, Any] = _REPORT.dump_python(replace(report, rules=dict(report.rules)), mode="json")
    return content


def read_report(content: dict[str, Any]) -> Report:
    """The report that ``write_report`` wrote."""
    report = _REPORT.validate_python(content)
    return replace(report, rules=MappingProxyType(dict(report.rules)))
