"""What is wrong with files to be loaded, said so that whoever made them can put it right."""

from collections import Counter
from dataclasses import dataclass
from typing import Final

from auktor.core.errors import AuktorError, PersonalIdentityNumber, Refused, shown

LISTED: Final = 50


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong: in which file, on which line (counted from 1), in which column, why, and what to do."""

    file: str
    reason: str
    remedy: str
    line: int | None = None
    column: str | None = None
    value: str | None = None

    def __str__(self) -> str:
        line = f", line {self.line}" if self.line else ""
        where = f"{self.file}{line}{f', column {self.column}' if self.column else ''}"
        told = shown(self.value) if self.value else ""
        what = f" {told}:" if told and told not in self.reason else ""
        return f"{where}:{what} {self.reason}. {self.remedy}."


def problem_with_cell(file: str, line: int, column: str, value: str, error: AuktorError) -> Problem:
    """A cell that a rule of the core refused. A number shaped like a person's is not repeated."""
    reason, _, remedy = error.message.rstrip(".").partition(". ")
    told = None if isinstance(error, PersonalIdentityNumber) else value
    return Problem(file, reason, remedy or "Correct the cell", line, column, told)


class Problems:
    """Every problem is counted; the first ones of each file are kept to be shown."""

    def __init__(self) -> None:
        self.by_file: Counter[str] = Counter()
        self._kept: dict[str, list[Problem]] = {}

    def __len__(self) -> int:
        return self.by_file.total()

    def add(self, problem: Problem) -> None:
        """Count a problem, and keep it while there is room."""
        self.count(problem.file, 1)
        kept = self._kept.setdefault(problem.file, [])
        if len(kept) < LISTED:
            kept.append(problem)

    def count(self, file: str, more: int) -> None:
        """Count problems that are not described one by one."""
        self.by_file[file] += more

    @property
    def first(self) -> tuple[Problem, ...]:
        """The problems kept, by file and line."""
        return tuple(
            problem for kept in self._kept.values() for problem in sorted(kept, key=lambda each: each.line or 0)
        )

    def refuse_if_any(self) -> None:
        """Raise `LoadRefused` unless everything was right."""
        if self:
            raise LoadRefused(_told(self), problems=self.first, count=len(self))

    def __bool__(self) -> bool:
        return len(self) > 0


class LoadRefused(Refused):
    """Files that cannot be loaded as they are: `problems` are the first of them, `count` tells of all."""

    code = "LOAD_REFUSED"

    problems: tuple[Problem, ...]
    count: int


def _told(problems: Problems) -> str:
    shown_problems = problems.first[:LISTED]
    count = len(problems)
    noun = "1 problem" if count == 1 else f"{count:,} problems"
    heading = f"{noun} in {_files(problems)}. Nothing was loaded; correct the rows and load again."
    more = count - len(shown_problems)
    rest = [f"… and {more:,} more."] if more else []
    return "\n".join([heading, *(f"  {problem}" for problem in shown_problems), *rest])


def _files(problems: Problems) -> str:
    files = list(problems.by_file)
    return files[0] if len(files) == 1 else f"{len(files)} files"
