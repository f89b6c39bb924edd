"""Tries the generated backend in the current folder; the first thing that does not work ends it.

Takes JSON: {"databases": [url, ...], "requests": [[method, path, body, part of the answer], ...],
"expects": Python about `models` or null, "installs": whether pip is asked}.
Prints a line "step: ..." before each step, so that the last one is the step that failed.
"""

import asyncio
import importlib
import json
import subprocess
import sys
import warnings

import sqlalchemy as sa
from alembic import command
from fastapi import FastAPI
from httpx import ASGITransport, AsyncClient
from pydantic import SecretStr


def main(plan: dict) -> None:
    if plan["installs"]:
        install()
    warnings.simplefilter("error")
    step("import")
    application = importlib.import_module("app.main")
    models = importlib.import_module("app.models")
    step("mappers")
    sa.orm.configure_mappers()
    if plan["expects"] is not None:
        expect(plan["expects"], models)
    step("openapi")
    application.app.openapi()
    for url in plan["databases"]:
        migrate(url)
        step("requests")
        asyncio.run(send(url, plan["requests"]))


def step(name: str) -> None:
    print(f"step: {name}", flush=True)


def install() -> None:
    step("install")
    pip = [sys.executable, "-m", "pip", "install", "--dry-run", "--no-index", "--no-build-isolation"]
    subprocess.run([*pip, "."], check=True)


def expect(expression: str, models: object) -> None:
    step("expects")
    if not eval(expression, {"models": models, "sa": sa}):
        raise AssertionError(f"{expression} is not so")


def migrate(url: str) -> None:
    step("migration")
    from app.core.config import Settings
    from app.core.migrations import alembic_config

    config = alembic_config()
    config.attributes["database_url"] = Settings(database_url=SecretStr(url)).database
    command.upgrade(config, "head")
    step("comparison")
    command.check(config)


async def send(url: str, requests: list[list]) -> None:
    from app.core.config import Settings
    from app.main import create_app

    app: FastAPI = create_app(Settings(_env_file=None, database_url=SecretStr(url)))
    async with app.router.lifespan_context(app):
        transport = ASGITransport(app=app)
        async with AsyncClient(transport=transport, base_url="http://test") as client:
            for method, path, body, part in requests:
                answer = await client.request(method, path, json=body)
                what = f"{method} {path} answered {answer.status_code} {answer.text}"
                if answer.status_code >= 400 or part not in answer.text:
                    raise AssertionError(what)


main(json.loads(sys.argv[1]))
