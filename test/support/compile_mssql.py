"""Compiles a generated project for SQL Server, in its folder, and fails where a server would.

The migration goes up and down as a script, the models are compiled as they are, and both must make the same database;
no row may be reached by two cascades; queries of lists compile.
"""

import contextlib
import importlib
import io
import logging
import sys
import warnings
from pathlib import Path

sys.path[:0] = [str(Path.cwd()), str(Path(__file__).parent)]

import alembic.config
import sqlalchemy as sa
from sqlalchemy.dialects import mssql
from sqlalchemy.orm import configure_mappers
from sqlalchemy.schema import AddConstraint, CreateIndex, CreateTable, SetColumnComment, SetTableComment
from tsql_catalog import Catalog

SPREADING = ("CASCADE", "SET NULL", "SET DEFAULT")


def script(*command: str) -> str:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        alembic.config.main([*command, "--sql"], prog="alembic")
    return printed.getvalue()


def dialect() -> sa.Dialect:
    made = mssql.dialect()
    made.server_version_info, made.default_schema_name = (14,), "dbo"
    return made


def of_models(metadata: sa.MetaData) -> Catalog:
    """The catalog of what SQLAlchemy would create for the models."""
    catalog, to = Catalog(), dialect()
    catalog.schemas |= {it.schema for it in metadata.tables.values() if it.schema}
    keys = []
    for table in metadata.sorted_tables:
        late = [it for it in table.foreign_key_constraints if it.use_alter]
        catalog.run(str(CreateTable(table, include_foreign_key_constraints=[]).compile(dialect=to)))
        keys += [*late, *(it for it in table.foreign_key_constraints if it not in late)]
        for index in table.indexes:
            catalog.run(str(CreateIndex(index).compile(dialect=to)))
        if table.comment:
            catalog.run(str(SetTableComment(table).compile(dialect=to)))
        for column in table.columns:
            if column.comment:
                catalog.run(str(SetColumnComment(column).compile(dialect=to)))
    for key in keys:
        catalog.run(str(AddConstraint(key).compile(dialect=to)))
    return catalog


def check_cascades(catalog: Catalog) -> None:
    """What one DELETE or UPDATE spreads to is a tree (error 1785)."""
    for action in ("DELETE", "UPDATE"):
        edges: dict[str, list[str]] = {}
        for name, table in catalog.tables.items():
            for _, target, _, options in table.keys.values():
                if any(f"ON {action} {it}" in options for it in SPREADING):
                    edges.setdefault(target, []).append(name)
        for start in edges:
            reached, open_ = [start], [start]
            while open_:
                for it in edges.get(open_.pop(), []):
                    assert it not in reached, f"ON {action} of {start} reaches {it} by two ways"
                    reached.append(it)
                    open_.append(it)


def main() -> None:
    warnings.simplefilter("error")
    logging.disable()
    models = importlib.import_module("app.models")
    configure_mappers()
    up, down = Catalog(), script("downgrade", "head:base")
    up.run(script("upgrade", "head"))
    check_cascades(up)
    tables = models.Base.metadata.tables.values()
    made = of_models(models.Base.metadata)
    migrated = {name: it for name, it in up.tables.items() if name != "dbo.alembic_version"}
    # A view without a definition is made by others.
    views = {it.fullname if it.schema else f"dbo.{it.name}" for it in tables if it.info.get("is_view")}
    assert up.views <= views, f"{up.views - views} are no views of the models"
    for name in sorted({*migrated, *made.tables} - views):
        assert migrated.get(name) == made.tables.get(name), f"{name}\n{migrated.get(name)}\n{made.tables.get(name)}"
    up.run(down)
    assert set(up.tables) == {"dbo.alembic_version"}, f"the downgrade left {up.tables}"
    assert not up.views, f"the downgrade left {up.views}"
    assert not up.sequences, f"the downgrade left {up.sequences}"
    assert up.schemas == {"dbo"}, f"the downgrade left {up.schemas}"


main()
