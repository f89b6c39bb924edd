"""Compares projects file by file, as Python itself and the readers of other languages see them.

Reads {"pairs": [{"plain": [[path, text]], "hostile": [[path, text]], "identifiers": bool}]} and prints a list of
[number of the pair, path, what differs]. Constants are blanked; names count where `identifiers` is set. SQL is a
constant as well: whether a default is written so depends on its quotes, and for SQL Server on its letters. Values in
the paths of tests are quoted where they need it.
"""

import ast
import json
import re
import sys
import tomllib

# Every harmless text starts with its number.
HARMLESS = re.compile(r"n\d{3}", re.IGNORECASE)


class Mask(ast.NodeTransformer):
    def visit_Constant(self, node):
        return ast.Constant(value=None)

    def visit_Call(self, node):
        function = ast.unparse(node.func)
        self.generic_visit(node)
        if function in ("sa.text", "sql_by_dialect") and all(map(is_constant, node.args)):
            return ast.Constant(value=None)
        return node.args[0] if function == "quote" else node

    def visit_IfExp(self, node):
        self.generic_visit(node)
        return ast.Constant(value=None) if is_constant(node.body) and is_constant(node.orelse) else node

    def visit_ImportFrom(self, node):
        node.names = [it for it in node.names if it.name not in ("sql_by_dialect", "quote")]
        return node if node.names else None


def is_constant(node):
    return isinstance(node, ast.Constant)


def shape(node):
    return [type(node).__name__, *(shape(child) for child in ast.iter_child_nodes(node))]


def same_values(plain, hostile):
    """A text may differ where the harmless one stands, and there alone."""
    if isinstance(plain, dict) and isinstance(hostile, dict) and plain.keys() == hostile.keys():
        return all(same_values(plain[key], hostile[key]) for key in plain)
    if isinstance(plain, list) and isinstance(hostile, list) and len(plain) == len(hostile):
        return all(same_values(*pair) for pair in zip(plain, hostile))
    is_placed = isinstance(plain, str) and isinstance(hostile, str) and HARMLESS.search(plain)
    return bool(is_placed) or plain == hostile


def difference(path, plain, hostile, identifiers):
    if path.endswith(".py"):
        trees = [Mask().visit(ast.parse(text)) for text in (plain, hostile)]
        read = ast.dump if identifiers else shape
        return None if read(trees[0]) == read(trees[1]) else "another shape"
    if path.endswith(".toml"):
        return None if same_values(tomllib.loads(plain), tomllib.loads(hostile)) else "other values"
    if path.endswith((".yml", ".yaml")):
        return "nothing here reads YAML"
    return None if plain.count("\n") == hostile.count("\n") else "another number of lines"


def main():
    found = []
    for number, pair in enumerate(json.load(sys.stdin)["pairs"]):
        for (path, plain), (_, hostile) in zip(pair["plain"], pair["hostile"], strict=True):
            if plain == hostile:
                continue
            try:
                what = difference(path, plain, hostile, pair["identifiers"])
            except (SyntaxError, ValueError) as error:
                what = str(error)
            if what is not None:
                found.append([number, path, what])
    print(json.dumps(found))


main()
