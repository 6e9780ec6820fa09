"""Times calls of a compiled query from Python: calls.py CALLS QUERY, or calls.py CALLS SQL FILE for SQLite's.

Each call takes another of the kinds of facts as its parameter. Prints the seconds for all calls and the rows
that came back.
"""

import sys
import time

KINDS = ["indicator", "project", "livelihood"]


def main(calls, text, file=None):
    if file:
        import sqlite3
        database = sqlite3.connect(file)

        def run(kind):
            return len(database.execute(text, (kind,)).fetchall())
    else:
        import dajuan
        query = dajuan.open().compile(text)

        def run(kind):
            return len(query.run(k=kind))
    rows = sum(run(kind) for kind in KINDS)
    start = time.perf_counter()
    for call in range(calls):
        rows += run(KINDS[call % len(KINDS)])
    print(time.perf_counter() - start, rows)


if __name__ == "__main__":
    main(int(sys.argv[1]), *sys.argv[2:])
