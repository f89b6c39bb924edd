"""What SQL Server refuses in names, defaults, conditions and values."""

from collections.abc import Collection

from sqlglot import exp

FUNCTIONS = {"NEWID", "SYSUTCDATETIME"}
PREDICATES = (exp.Predicate, exp.In, exp.Between, exp.Is, exp.Like, exp.Exists)


def check_name(name: str) -> None:
    assert 0 < len(name) <= 128, f"{name} is too long"


def check_default(it: exp.Expr, place: str) -> None:
    # sqlglot takes the literal of no bytes for a name.
    if isinstance(it, exp.NextValueFor) or it.name == "0x":
        return
    assert not it.find(exp.Column, exp.Boolean), f"the default of {place} is {it.sql('tsql')}"
    for call in it.find_all(exp.Anonymous):
        assert call.name.upper() in FUNCTIONS, f"the default of {place} calls {call.name}"


def check_condition(columns: Collection[str], it: exp.Expr) -> None:
    """A condition is made of comparisons: a column, even a bit, is none."""
    it = it.unnest()
    if isinstance(it, exp.And | exp.Or):
        check_condition(columns, it.left)
        check_condition(columns, it.right)
    elif isinstance(it, exp.Not):
        check_condition(columns, it.this)
    else:
        assert isinstance(it, PREDICATES), f"{it.sql('tsql')} is no condition"
        for part in it.iter_expressions():
            check_value(part)
    for column in it.find_all(exp.Column):
        assert column.name in columns, f"no column {column.name}"


def check_value(it: exp.Expr) -> None:
    """A value has no truth in it, but for the conditions of CASE."""
    for part in it.walk(prune=lambda node: isinstance(node, exp.Case)):
        assert not isinstance(part, (exp.Boolean, exp.DPipe, *PREDICATES)), f"{part.sql('tsql')} is no value"


def check_filter(columns: Collection[str], it: exp.Expr) -> None:
    """The condition of an index: comparisons of a column with constants, all of which must hold."""
    it = it.unnest()
    if isinstance(it, exp.And):
        check_filter(columns, it.left)
        check_filter(columns, it.right)
        return
    if isinstance(it, exp.Not) and isinstance(it.this, exp.Is):
        it = it.this
    assert isinstance(it, exp.EQ | exp.NEQ | exp.GT | exp.GTE | exp.LT | exp.LTE | exp.In | exp.Is), it.sql("tsql")
    named = [column.name for column in it.find_all(exp.Column)]
    assert len(named) == 1 and named[0] in columns, f"{it.sql('tsql')} is not about one stored column"
