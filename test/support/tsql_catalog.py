"""What a script for SQL Server leaves in a database, read with sqlglot's reader of Transact-SQL.

No server runs here, so this stands in for one: it reads every statement, keeps a catalog, and refuses what a server
would refuse. The rules are those of Microsoft's reference, not those of the generator.
"""

import re
from dataclasses import dataclass, field

import sqlglot
from sqlglot import exp

from tsql_rules import check_condition, check_default, check_filter, check_name, check_value

# Deprecated, of one code page, coarser than what Python has, or no type of SQL Server at all.
REFUSED_TYPES = {"BOOLEAN", "CHAR", "DATETIME", "IMAGE", "JSON", "NTEXT", "TEXT", "TIMESTAMP", "VARCHAR"}
# What sqlglot reads though Transact-SQL has it not; texts and names in brackets are left out.
FOREIGN = re.compile(r"\bBOOLEAN\b|\b(length|substr)\s*\(|\|\|", re.IGNORECASE)
QUOTED = re.compile(r"'(?:[^']|'')*'|\[(?:[^\]]|\]\])*\]|\"[^\"]*\"")
SCHEMA = re.compile(r"^IF SCHEMA_ID\(N'(.+)'\) IS NULL EXEC\(N'CREATE SCHEMA \[(.+)\]'\)$")
NO_SCHEMA = re.compile(r"^IF NOT EXISTS .* DROP SCHEMA \[(.+)\]$")


@dataclass
class Table:
    columns: dict[str, str] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    nullable: set[str] = field(default_factory=set)
    computed: dict[str, bool] = field(default_factory=dict)
    key: tuple[str, ...] = ()
    uniques: dict[str, tuple[str, ...]] = field(default_factory=dict)
    keys: dict[str, tuple[object, ...]] = field(default_factory=dict)
    checks: dict[str, str] = field(default_factory=dict)
    indexes: dict[str, tuple[object, ...]] = field(default_factory=dict)
    comments: dict[str, str] = field(default_factory=dict)


@dataclass
class Catalog:
    tables: dict[str, Table] = field(default_factory=dict)
    views: set[str] = field(default_factory=set)
    sequences: set[str] = field(default_factory=set)
    schemas: set[str] = field(default_factory=lambda: {"dbo"})

    def run(self, script: str) -> None:
        # Alembic writes spaces for tabs into its scripts.
        for batch in re.split(r"^GO$", script.replace("\t", "    "), flags=re.MULTILINE):
            text = "\n".join(it for it in batch.split("\n") if not it.startswith("-- Running ")).strip()
            statement = text.removesuffix(";")
            foreign = FOREIGN.search(QUOTED.sub("''", statement))
            assert foreign is None, f"{foreign[0]} is no Transact-SQL: {statement}"
            if made := SCHEMA.match(statement):
                assert made[1] == made[2], statement
                self.schemas.add(made[1])
            elif gone := NO_SCHEMA.match(statement):
                if not any(it.startswith(f"{gone[1]}.") for it in self.tables):
                    self.schemas.discard(gone[1])
            elif statement:
                for it in sqlglot.parse(statement, read="tsql", error_level=sqlglot.ErrorLevel.RAISE):
                    self.run_one(it, statement)

    def run_one(self, it: exp.Expr | None, text: str) -> None:
        match it:
            case exp.Create(kind="TABLE"):
                self.create_table(it)
            case exp.Create(kind="INDEX"):
                self.create_index(it)
            case exp.Alter():
                self.alter(it)
            case exp.Execute():
                self.comment([self.word(part) for part in it.expressions])
            case exp.Drop(kind="TABLE"):
                self.drop_table(self.name_of(it.args["tables"][0]))
            case exp.Drop(kind="INDEX"):
                self.tables[self.name_of(it.args["cluster"].this)].indexes.pop(it.args["tables"][0].name)
            case exp.Create(kind="VIEW"):
                self.views.add(self.name_of(it.this))
            case exp.Drop(kind="VIEW"):
                self.views.remove(self.name_of(it.args["tables"][0]))
            case exp.Create(kind="SEQUENCE"):
                self.sequences.add(self.name_of(it.this))
            case exp.Drop(kind="SEQUENCE"):
                self.sequences.remove(self.name_of(it.args["tables"][0]))
            case None | exp.Transaction() | exp.Commit() | exp.Set() | exp.Insert() | exp.Delete():
                pass
            case _:
                raise AssertionError(f"{type(it).__name__} is not expected: {text}")

    def name_of(self, table: exp.Table) -> str:
        assert (table.db or "dbo") in self.schemas, f"no schema {table.db}"
        return f"{table.db or 'dbo'}.{table.name}"

    @staticmethod
    def word(it: exp.Expr) -> str:
        return it.name

    def create_table(self, it: exp.Create) -> None:
        name = self.name_of(it.this.this)
        assert name not in self.tables, f"{name} twice"
        check_name(it.this.this.name)
        table = self.tables[name] = Table()
        parts = it.this.expressions
        for part in parts:
            if isinstance(part, exp.ColumnDef):
                add_column(table, part, name)
        constraints = [it for it in parts if not isinstance(it, exp.ColumnDef)]
        # Keys to the table itself come last.
        for part in sorted(constraints, key=lambda it: isinstance(it.expressions[0], exp.ForeignKey)):
            self.add_constraint(name, part)

    def add_constraint(self, name: str, it: exp.Constraint) -> None:
        table, own = self.tables[name], it.name
        check_name(own)
        taken = [other for every in self.tables.values() for other in (*every.uniques, *every.keys, *every.checks)]
        assert own not in taken, f"the constraint {own} twice"
        (what,) = it.expressions
        match what:
            case exp.PrimaryKey():
                table.key = columns_in(table, what.expressions)
                assert not table.nullable & set(table.key), f"{own} over a column that may be NULL"
            case exp.UniqueColumnConstraint():
                table.uniques[own] = columns_in(table, what.this.expressions)
            case exp.CheckColumnConstraint():
                check_condition(table.columns, what.this)
                named = {column.name for column in what.find_all(exp.Column)}
                virtual = [column for column in named if table.computed.get(column) is False]
                assert not virtual, f"{own} is over {virtual}, which are not persisted"
                table.checks[own] = what.this.sql("tsql")
            case exp.ForeignKey():
                self.add_key(table, own, what)
            case _:
                raise AssertionError(f"{what!r} is not expected")

    def add_key(self, table: Table, own: str, key: exp.ForeignKey) -> None:
        reference = key.args["reference"]
        target_name = self.name_of(reference.this.this)
        columns = columns_in(table, key.expressions)
        target = self.tables[target_name]
        referenced = columns_in(target, reference.this.expressions)
        full = [target.key, *target.uniques.values(), *(it[0] for it in target.indexes.values() if it[1] and not it[3])]
        assert any(set(it) == set(referenced) for it in full), f"{own} references no key of {target_name}"
        types = [(table.types[a], target.types[b]) for a, b in zip(columns, referenced, strict=True)]
        assert all(a == b for a, b in types), f"{own} is of other types than what it references: {types}"
        options = tuple(sorted(reference.args.get("options") or ()))
        assert not any("RESTRICT" in it for it in options), f"{own} says RESTRICT"
        if any("SET NULL" in it for it in options):
            assert set(columns) <= table.nullable, f"{own} sets NULL what is NOT NULL"
        table.keys[own] = (columns, target_name, referenced, options)

    def create_index(self, it: exp.Create) -> None:
        index = it.this
        table = self.tables[self.name_of(index.args["table"])]
        params = index.args["params"]
        check_name(index.name)
        assert index.name not in table.indexes, f"the index {index.name} twice"
        columns = columns_in(table, [part.this for part in params.args["columns"]])
        order = tuple(bool(part.args.get("desc")) for part in params.args["columns"])
        included = columns_in(table, params.args.get("include") or [])
        assert not set(columns) & set(included), f"{index.name} includes a column of its key"
        assert not any(table.types[column].endswith("(MAX)") for column in columns), f"{index.name} over a LOB"
        where = params.args.get("where")
        if where is not None:
            check_filter(set(table.columns) - set(table.computed), where.this)
        filtered = None if where is None else where.this.sql("tsql")
        table.indexes[index.name] = (columns, bool(it.args.get("unique")), order, filtered, included)

    def alter(self, it: exp.Alter) -> None:
        name = self.name_of(it.this)
        for action in it.args["actions"]:
            if isinstance(action, exp.Drop):
                (dropped,) = action.args["tables"]
                self.tables[name].keys.pop(dropped.name)
            else:
                for constraint in action.expressions:
                    self.add_constraint(name, constraint)

    def comment(self, words: list[str]) -> None:
        _, text, _, schema, _, table, *column = words
        place = self.tables[f"{schema}.{table}"]
        if column:
            assert column[1] in place.columns, f"a comment on {column[1]}"
        place.comments[column[1] if column else ""] = text

    def drop_table(self, name: str) -> None:
        for other, table in self.tables.items():
            leads = [it for it in table.keys.values() if it[1] == name]
            assert other == name or not leads, f"{name} is dropped while {other} references it"
        del self.tables[name]



def columns_in(table: Table, parts: list[exp.Expr]) -> tuple[str, ...]:
    names = [(part.find(exp.Identifier) or part).name for part in parts]
    assert len(set(names)) == len(names), f"{names} has a column twice"
    assert set(names) <= set(table.columns), f"{names} are not all of {list(table.columns)}"
    return tuple(names)


def add_column(table: Table, it: exp.ColumnDef, owner: str) -> None:
    check_name(it.name)
    assert it.name.lower() not in map(str.lower, table.columns), f"{owner}.{it.name} twice"
    constraints = [part.args["kind"] for part in it.constraints]
    computed = [part for part in constraints if isinstance(part, exp.ComputedColumnConstraint)]
    required = any(
        isinstance(part, exp.NotNullColumnConstraint) and not part.args.get("allow_null") for part in constraints
    )
    numbered = any(isinstance(part, exp.AutoIncrementColumnConstraint) for part in constraints)
    if computed:
        (part,) = computed
        persisted = bool(part.args.get("persisted"))
        assert persisted or not (required or part.args.get("not_null")), f"{owner}.{it.name} is NOT NULL, not persisted"
        sources = {column.name for column in part.find_all(exp.Column)}
        assert not sources & set(table.computed), f"{owner}.{it.name} is computed from what is computed"
        check_value(part.this)
        table.computed[it.name] = persisted
        required = required or bool(part.args.get("not_null"))
        table.types[it.name] = part.find(exp.Cast).to.sql("tsql").upper()
    else:
        table.types[it.name] = it.kind.sql("tsql").upper()
    kind = table.types[it.name].split("(")[0]
    assert kind not in REFUSED_TYPES or owner == "dbo.alembic_version", f"{owner}.{it.name} is {kind}"
    for part in constraints:
        if isinstance(part, exp.DefaultColumnConstraint):
            check_default(part.this, f"{owner}.{it.name}")
            part.set("this", part.this.unnest())
    if not required and not numbered:
        table.nullable.add(it.name)
    table.columns[it.name] = it.sql("tsql")
