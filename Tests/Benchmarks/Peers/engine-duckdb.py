"""engine-duckdb.py REQUEST (varchar | enum): DuckDB on a file of its own.

The words are VARCHAR, or of an ENUM type for each column.
"""
import pathlib
import sys

import engine

duckdb, _ = engine.imported("duckdb", "pyarrow")

request = engine.request()
kind = sys.argv[2]


def make(path):
    facts = engine.Facts(request["facts"])
    arrow = facts.arrow()
    connection = duckdb.connect(str(path))
    columns = []
    for name in arrow.column_names:
        type = {"period": "INTEGER", "source": "INTEGER", "lower": "DECIMAL(18, 4)",
                "upper": "DECIMAL(18, 4)"}.get(name, "VARCHAR")
        if type == "VARCHAR" and kind == "enum":
            type = "enum_" + name
            words = ", ".join("'" + word.replace("'", "''") + "'" for word in facts.real_words(name))
            connection.execute(f"CREATE TYPE {type} AS ENUM ({words})")
        columns.append(f"CAST({name} AS {type}) AS {name}")
    connection.execute(f"CREATE TABLE facts AS SELECT {', '.join(columns)} FROM arrow")
    connection.close()


path = engine.made(pathlib.Path(request["cache"]) / f"{kind}.duckdb", make)
connection, opening = engine.opened(
    lambda: duckdb.connect(str(path), read_only=True),
    lambda connection: connection.execute("SELECT * FROM facts LIMIT 1").fetchall())
connection.execute(f"SET threads = {request['threads']}")

engine.answer(
    f"DuckDB {duckdb.__version__}" + (", ENUM" if kind == "enum" else ""), request,
    ask=lambda question: connection.sql(question["text"]).to_arrow_table(),
    rows=lambda table: zip(*(column.to_pylist() for column in table.columns)),
    opening=opening)
