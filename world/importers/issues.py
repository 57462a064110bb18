"""What an import has to say about a file, a column or a row."""

from collections import Counter
from dataclasses import dataclass, field

ERROR = "error"
WARNING = "warning"
INFO = "info"


@dataclass(frozen=True)
class Issue:
    """One remark. `row` counts the header as row 1, as a spreadsheet shows it; None speaks of the whole file."""

    code: str
    message: str
    severity: str = ERROR
    row: int | None = None
    column: str = ""

    def __str__(self) -> str:
        where = [f"row {self.row}"] if self.row is not None else []
        where += [self.column] if self.column else []
        return f"{self.severity}: {', '.join(where)}{': ' if where else ''}{self.message}"


@dataclass
class Issues:
    """Remarks of one import: all are counted, the first of each severity are kept."""

    keep: int = 1000
    kept: list[Issue] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    codes: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, issue: Issue) -> None:
        self.counts[issue.severity] += 1
        self.codes[issue.severity, issue.code] += 1
        if self.counts[issue.severity] <= self.keep:
            self.kept.append(issue)

    def summary(self) -> list[dict[str, object]]:
        """How many remarks there are of each severity and code."""
        return [
            {"severity": severity, "code": code, "count": count}
            for (severity, code), count in sorted(self.codes.items())
        ]

    def extend(self, issues: list[Issue]) -> None:
        for issue in issues:
            self.add(issue)
