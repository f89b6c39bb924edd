"""Runs Alembic and pytest in forked children, which find the heavy libraries imported already.

Reads jobs as lines of JSON and answers each with a line: {"code": ..., "output": ...}.
"""

import json
import os
import signal
import sys
import tempfile
import traceback

import alembic.autogenerate  # noqa: F401
import alembic.command  # noqa: F401
import alembic.config
import asyncpg  # noqa: F401
import fastapi  # noqa: F401
import httpx  # noqa: F401
import pydantic_settings  # noqa: F401
import pytest
import sqlalchemy.dialects.postgresql  # noqa: F401
import sqlalchemy.ext.asyncio  # noqa: F401
import sqlalchemy.orm  # noqa: F401

SECONDS = 600
# What is imported before pytest starts cannot be rewritten; no generated test depends on that.
EARLY = "ignore:Module already imported so cannot be rewritten"


def main() -> None:
    answers = os.fdopen(os.dup(1), "w")
    for line in sys.stdin:
        job = json.loads(line)
        with tempfile.TemporaryFile() as printed:
            pid = os.fork()
            if pid == 0:
                child(job, printed.fileno())
            _, status = os.waitpid(pid, 0)
            printed.seek(0)
            output = printed.read().decode(errors="replace")
        answers.write(json.dumps({"code": os.waitstatus_to_exitcode(status), "output": output}) + "\n")
        answers.flush()


def child(job: dict, output: int) -> None:
    code = 1
    signal.alarm(SECONDS)
    os.dup2(output, 1)
    os.dup2(output, 2)
    try:
        os.chdir(job["folder"])
        os.environ.update(job["env"])
        sys.path.insert(0, job["folder"])
        code = run(job["commands"])
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except BaseException:
        traceback.print_exc()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code & 255)


def run(commands: list[list[str]]) -> int:
    for tool, *args in commands:
        if tool == "pytest":
            code = int(pytest.main([*args, "-W", EARLY]))
        else:
            print("alembic", *args, flush=True)
            code = alembic.config.main(argv=args, prog="alembic") or 0
        if code != 0:
            return code
    return 0


main()
