"""parse-sql.py FILE RUNS: how long parsers of SQL need for the statements of a file.

Prints a line for each parser that is installed: its name, the bytes it read and the median of its
seconds, with tabs between. SQLite has no call that only parses: it prepares each statement, which
also resolves its names and plans it.
"""
import sqlite3
import statistics
import sys
import time

path, runs = sys.argv[1], int(sys.argv[2])
text = open(path, encoding="utf-8").read()
size = len(text.encode())


def report(name, size, run, times=runs):
    seconds = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        seconds.append(time.perf_counter() - start)
    print(name, size, statistics.median(seconds), sep="\t")


def sqlite():
    columns = ("id, name, place, nature, force, period, growth, level, share, source, area, count, "
               "threshold, started, completed, total_investment, investment, category, quantity, "
               "coverage, beneficiaries")
    base = sqlite3.connect(":memory:", cached_statements=0)
    for table in ("indicators", "projects", "measures", "facts", "honours"):
        base.execute(f"CREATE TABLE {table} ({columns})")
    statements = [s for s in text.split(";\n") if s.strip()]

    def prepare():
        for statement in statements:
            # EXPLAIN prepares the statement and runs nothing of it.
            base.execute("EXPLAIN " + statement)

    report("SQLite " + sqlite3.sqlite_version + ", prepare", size, prepare)


def duckdb():
    import duckdb
    connection = duckdb.connect()
    report("DuckDB " + duckdb.__version__, size, lambda: connection.extract_statements(text))


def sqlglot():
    import sqlglot
    # A tenth, as it takes its time.
    part = text[: text.index(";\n", len(text) // 10) + 2]
    report("sqlglot " + sqlglot.__version__, len(part.encode()),
           lambda: sqlglot.parse(part, read="sqlite"), 1)


for peer in (sqlite, duckdb, sqlglot):
    try:
        peer()
    except ImportError:
        pass
