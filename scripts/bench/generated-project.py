"""Prints what the application of the current folder costs: import, and the same request to its first and last table."""

import asyncio
import json
import logging
import time

before = time.process_time()
from app.api import ROUTERS  # noqa: E402
from app.main import app  # noqa: E402

imported = time.process_time() - before
REQUESTS, ROUNDS = 60, 20


async def receive():
    return {"type": "http.request", "body": b"", "more_body": False}


async def refused(path):
    """A list whose parameters are refused, so that no database takes part."""
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "query_string": b"limit=0",
        "headers": [],
    }
    seen = []

    async def send(message):
        seen.append(message.get("status"))

    await app(scope, receive, send)
    assert seen[0] == 422, seen


async def milliseconds(path):
    before = time.process_time()
    for _ in range(REQUESTS):
        await refused(path)
    return (time.process_time() - before) / REQUESTS * 1000


async def main():
    logging.disable()
    ends = ROUTERS[0].prefix, ROUTERS[-1].prefix
    async with app.router.lifespan_context(app):
        rounds = [[await milliseconds(path) for path in ends] for _ in range(ROUNDS)]
    first, last = (min(column) for column in zip(*rounds))
    print(json.dumps({"imported": imported, "first": first, "last": last}))


asyncio.run(main())
