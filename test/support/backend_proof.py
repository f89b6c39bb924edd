"""Whether a generated backend works, without its own test runner.

The models are configured without a warning and the OpenAPI document is built; then on each of some databases, in a
process of its own, the migration goes up, equals the models, goes down and leaves nothing, and every table that allows
it takes a row over HTTP and gives it back. A database is left at the head of the migrations.
"""

import asyncio
import importlib
import os
import signal
import sys
import traceback
import warnings
from pathlib import Path
from typing import NoReturn

import alembic.config
import httpx
import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker, create_async_engine
from sqlalchemy.orm import configure_mappers


# An alarm of the process that forks is none of its children's.
SECONDS = 300


def prove(urls: list[str]) -> int:
    """The number, counted from one, of the first database on which the backend fails; 0 when there is none."""
    warnings.simplefilter("error")
    os.environ["APP_DATABASE_URL"] = urls[0]
    importlib.import_module("app.models")
    configure_mappers()
    main = importlib.import_module("app.main")
    assert main.app.openapi()["openapi"].startswith("3.")
    for number, url in enumerate(urls, 1):
        sys.stdout.flush()
        pid = os.fork()
        if pid == 0:
            finish_on(url)
        _, status = os.waitpid(pid, 0)
        if status != 0:
            return number
    return 0


def finish_on(url: str) -> NoReturn:
    code = 1
    signal.alarm(SECONDS)
    try:
        os.environ["APP_DATABASE_URL"] = url
        importlib.import_module("app.core.config").get_settings.cache_clear()
        prove_on()
        code = 0
    except BaseException:
        traceback.print_exc()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def prove_on() -> None:
    for command in ("upgrade head", "check", "downgrade base"):
        migrate(command)
    left = asyncio.run(remains())
    assert not left, f"the downgrade left {left}"
    migrate("upgrade head")
    asyncio.run(use())


def migrate(command: str) -> None:
    print("alembic", command, flush=True)
    code = alembic.config.main(argv=command.split(), prog="alembic") or 0
    assert code == 0, f"alembic {command} ended with {code}"


async def remains() -> list[str]:
    """What is in the database beside Alembic's own table."""
    settings = importlib.import_module("app.core.config").get_settings()
    engine = create_async_engine(settings.database, poolclass=sa.NullPool)
    async with engine.connect() as connection:
        found = await connection.run_sync(objects_of)
    await engine.dispose()
    return sorted(set(found) - {"alembic_version"})


def objects_of(connection: sa.Connection) -> list[str]:
    inspector = sa.inspect(connection)
    schemas = [None]
    enums = []
    if connection.dialect.name == "postgresql":
        own = {"public", "information_schema"}
        schemas += [it for it in inspector.get_schema_names() if it not in own]
        enums = [it["name"] for it in inspector.get_enums("*")]
    objects = (inspector.get_table_names, inspector.get_view_names, inspector.get_sequence_names)
    kinds = objects if connection.dialect.supports_sequences else objects[:2]
    names = [name for schema in schemas for kind in kinds for name in kind(schema=schema)]
    return [*names, *enums, *(it for it in schemas if it is not None)]


async def use() -> None:
    main = importlib.import_module("app.main")
    settings = importlib.import_module("app.core.config").Settings(
        _env_file=None, environment="development", database_url=os.environ["APP_DATABASE_URL"], cors_origins=[]
    )
    app = main.app
    app.state.settings = settings
    async with app.router.lifespan_context(app):
        for file in sorted(Path("tests/domains").glob("test_*.py")):
            module = importlib.import_module(f"tests.domains.{file.stem}")
            if hasattr(module, "test_create"):
                print("create and read:", file.stem, flush=True)
                await create_and_read(app, module)


async def create_and_read(app: object, module: object) -> None:
    """Runs that one test of the project in a transaction that is rolled back, as the project's own fixtures do."""
    engine: AsyncEngine = app.state.monitor.engine
    real = app.state.sessionmaker
    statements: list[str] = []

    def record(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if not statement.startswith(("SAVEPOINT", "RELEASE", "ROLLBACK")):
            statements.append(statement)

    event.listen(engine.sync_engine, "before_cursor_execute", record)
    transport = httpx.ASGITransport(app=app)
    async with engine.connect() as connection, connection.begin() as transaction:
        options = {"expire_on_commit": False, "autoflush": False, "join_transaction_mode": "create_savepoint"}
        app.state.sessionmaker = async_sessionmaker(connection, **options)
        async with (
            app.state.sessionmaker() as session,
            httpx.AsyncClient(transport=transport, base_url="http://test") as client,
        ):
            await module.test_create(client, session, statements)
        await transaction.rollback()
    event.remove(engine.sync_engine, "before_cursor_execute", record)
    app.state.sessionmaker = real
