"""A plan: what is read for an operation, level by level, and what the answer is built of. Data only; it prints itself.

A level is one statement over the keys of all parents. Its rows are tuples: the selected facts in order, then the
parent's key, then the values the list is ordered by, in a page of each parent the place in it, and last the revision
that was read. Fields name facts by their place in that tuple.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from graphql.execution.values import VariableValues

from auktor.core.vocabulary import Language
from db.facts import Fact
from schema.declarations import AtMoment, Found, History, Identified, Listed, OfMoment, Relation
from schema.execution.arguments import Arguments
from schema.execution.asking import Asking, asking_of
from schema.execution.flaws import Place
from schema.execution.folding import Columns, Fold
from schema.execution.forms import Called, Constant, Form
from schema.wording import given

Build = Callable[..., Any]
Ready = Callable[..., Any] | Exception
_MARKED = ("startCursor", "endCursor")


def order_in(parent: int, *, nested: bool) -> slice:
    """Where in a row, whose parent's key is at that place, the values stand that its list is ordered by."""
    return slice(parent + 1, -2 if nested else -1)


@dataclass(frozen=True, slots=True)
class NotPlanned:
    """Why an operation has no plan; stock graphql-core runs it whole."""

    reason: str


@dataclass(frozen=True, slots=True)
class Stored:
    """A fact of the row, changed to its wire form where the two differ."""

    place: int
    change: Callable[[Any], Any] | None


@dataclass(frozen=True, slots=True)
class Named:
    """The object's id."""

    type_name: str
    place: int


@dataclass(frozen=True, slots=True)
class Computed:
    """Python over facts of the row; `finish` completes what it gives in its form.

    Where it takes arguments of its own, `given` says which of the level's computations it is.
    """

    compute: Callable[..., Any]
    needs: tuple[Stored, ...]
    given: int | None
    form: Form
    finish: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Below:
    """The answer of a level below, found by the fact that its rows name; `required` where it may not be null."""

    child: int
    place: int
    required: bool


@dataclass(frozen=True, slots=True)
class Folded:
    """An object that stands in the same row, joined; there is none where its number, at `place`, is null."""

    place: int
    shown: "Object"
    required: bool


ObjectField = Constant | Stored | Named | Computed | Below | Folded


@dataclass(frozen=True, slots=True)
class Object:
    """An object of one type: its fields by the names they are answered under, and where the question asks for each."""

    type_name: str
    fields: Mapping[str, ObjectField]
    places: Mapping[str, Place]


class Given(NamedTuple):
    """A computation over facts of the row, and the arguments that the question gives it."""

    compute: Callable[..., Any]
    arguments: Arguments

    def ready(self, variables: VariableValues, language: Language) -> Callable[..., Any]:
        """The computation as a function of the facts alone; a GraphQLError where an argument cannot be coerced."""
        return given(self.compute, self.arguments.values(variables), language)


@dataclass(slots=True)
class Level:
    """One statement: which facts of a noun it selects, the levels below it, and its computations that take arguments.

    Of a level that is `at_hand` the rows were read already, whole, and nothing is joined to them. `given_in` has the
    computations ready in each language, where no variable is in their arguments.
    """

    model: type[Fact]
    names: list[str] = field(default_factory=list[str])
    children: list["Child"] = field(default_factory=list["Child"])
    given: list[Given] = field(default_factory=list[Given])
    folds: list[Fold] = field(default_factory=list[Fold])
    within: str = ""
    at_hand: bool = False
    given_in: dict[Language, Sequence[Ready]] = field(default_factory=dict[Language, Sequence[Ready]])

    def place(self, name: str) -> int:
        """Where a fact stands in the row; selected from now on."""
        told = self.within + name
        if told not in self.names:
            self.names.append(told)
        return self.names.index(told)

    def folded(self, name: str, declared: Relation, model: type[Fact]) -> "Level":
        """The objects that a reference of these rows names, joined to them: a level without a statement of its own."""
        self.place(declared.by)
        fold = Fold(self.within + declared.by, f"{self.within}{name}.", declared)
        if fold not in self.folds:
            self.folds.append(fold)
        return Level(model, self.names, self.children, self.given, self.folds, fold.within)

    def columns(self, *, cursors: bool = False) -> Columns:
        """What the statement reads."""
        return Columns(tuple(self.names), tuple(self.folds), cursors)

    @property
    def parent(self) -> int:
        """Where the parent's key stands in the row."""
        return len(self.names)


@dataclass(slots=True)
class One:
    """At most one object a parent."""

    declared: Relation
    level: Level
    shown: Object
    build: Build


@dataclass(frozen=True, slots=True)
class Total:
    """How many rows the whole list has."""


@dataclass(frozen=True, slots=True)
class Nodes:
    """The rows of the page."""

    shown: Object


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a row stands in the list."""


@dataclass(frozen=True, slots=True)
class Edges:
    """The rows with their cursors."""

    fields: Mapping[str, Constant | Cursor | Object]
    places: Mapping[str, Place]


@dataclass(frozen=True, slots=True)
class Ends:
    """Whether the list goes on, and from where: answered name → field of PageInfo."""

    fields: Mapping[str, Constant | str]


PageField = Constant | Total | Nodes | Edges | Ends


@dataclass(slots=True)
class Page:
    """A page of a list a parent, or of one list at the root.

    `counts`: whether its total is asked for; `reads`: its rows; `marks`: cursors.
    """

    declared: Listed
    arguments: Arguments
    level: Level
    fields: Mapping[str, PageField]
    places: Mapping[str, Place]
    build: Build
    nested: bool
    asked: Asking | None = None
    counts: bool = field(init=False)
    reads: bool = field(init=False)
    marks: bool = field(init=False)

    def __post_init__(self) -> None:
        fields = self.fields.values()
        self.counts = any(isinstance(each, Total) for each in fields)
        self.reads = any(isinstance(each, Nodes | Edges | Ends) for each in fields)
        self.marks = any(
            isinstance(inner, Cursor) or inner in _MARKED
            for each in fields
            if isinstance(each, Edges | Ends)
            for inner in each.fields.values()
        )

    def asking(self, variables: VariableValues) -> Asking:
        """How the list is asked for; parted once where no variable is in its arguments."""
        if self.asked is not None:
            return self.asked
        asking = asking_of(self.declared, self.arguments.values(variables))
        if not self.arguments.varies:
            self.asked = asking
        return asking


@dataclass(slots=True)
class Versions:
    """Every version of each parent."""

    declared: History
    model: type[Fact]
    form: Form
    place: Place


@dataclass(frozen=True, slots=True)
class Child:
    """What stands below a level: the field it answers, and which fact of the level's rows it is found by."""

    name: str
    place: int
    part: One | Page | Versions


@dataclass(slots=True)
class Single:
    """One object at the root, found by the field's arguments."""

    declared: Found
    arguments: Arguments
    level: Level
    shown: Object
    build: Build


@dataclass(frozen=True, slots=True)
class Identities:
    """Objects by ids: one level for each noun that an id may be of, a form for each type that is none.

    `several` where the field is a list.
    """

    declared: Identified
    arguments: Arguments
    branches: Mapping[str, One]
    others: Mapping[str, Form]
    place: Place
    several: bool


@dataclass(frozen=True, slots=True)
class Day:
    """A fact of the moment itself."""

    declared: OfMoment
    form: Form


@dataclass(frozen=True, slots=True)
class Moved:
    """The register at another moment."""

    declared: AtMoment
    arguments: Arguments
    root: "Root"


RootField = Constant | Page | Single | Identities | Day | Called | Moved


@dataclass(frozen=True, slots=True)
class Root:
    """The fields of the register at one moment."""

    fields: Mapping[str, RootField]
    places: Mapping[str, Place]


@dataclass(frozen=True, slots=True)
class Plan:
    """A compiled operation; `calls` where a resolver of its own reads for it beside its statements.

    `general`: where plans that PostgreSQL makes once serve its statements, whatever their values.
    """

    name: str
    root: Root
    statements: int
    calls: bool
    general: bool
