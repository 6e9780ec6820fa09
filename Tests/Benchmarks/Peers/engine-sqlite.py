"""engine-sqlite.py REQUEST (plain | indexed): SQLite on a file of its own, numbers in ten-thousandths.

Indexed, each question has the index that helps it most; plain, there is none.
"""
import pathlib
import sqlite3
import sys

import engine

engine.imported("pyarrow")
request = engine.request()
kind = sys.argv[2]


def make(path):
    facts = engine.Facts(request["facts"])
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA cache_size = -1000000")
    names = engine.TEXTS + ["period", "lower", "upper", "source"]
    types = [f"{name} {'TEXT' if name in engine.TEXTS else 'INTEGER'}" for name in names]
    connection.execute(f"CREATE TABLE facts (id INTEGER PRIMARY KEY, {', '.join(types)})")
    coded = [(facts.numbers(name), facts.words(name)) for name in engine.TEXTS]
    coded.append((facts.numbers("period"), [int(word) for word in facts.words("period")]))
    marks, lower = facts.numbers("value_mark"), facts.numbers("value_lower")
    upper, source = facts.numbers("value_upper"), facts.numbers("source")

    def rows():
        for row in range(facts.count):
            mark = marks[row]
            yield (*(words[codes[row]] for codes, words in coded),
                   None if mark & engine.NO_LOWER else lower[row],
                   None if mark & engine.NO_UPPER else upper[row], source[row])

    connection.executemany(
        f"INSERT INTO facts ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})", rows())
    if kind == "indexed":
        for number, columns in enumerate(request["indices"]):
            connection.execute(f"CREATE INDEX index_{number} ON facts ({columns})")
        connection.execute("ANALYZE")
    connection.commit()
    connection.close()


def joined(cursor):
    """Rows in which the columns x_high and x_low are one."""
    names = [description[0] for description in cursor.description]
    rows = cursor.fetchall()
    high = [place for place, name in enumerate(names) if name.endswith("_high")]
    if not high:
        return rows
    place = high[0]
    return [row[:place] + (None if row[place] is None else row[place] * 10**9 + row[place + 1],)
            + row[place + 2:] for row in rows]


path = engine.made(pathlib.Path(request["cache"]) / f"{kind}.sqlite", make)
connection, opening = engine.opened(
    lambda: sqlite3.connect(f"file:{path}?mode=ro", uri=True),
    lambda connection: connection.execute("SELECT * FROM facts LIMIT 1").fetchall())
connection.execute("PRAGMA cache_size = -2000000")
connection.execute(f"PRAGMA threads = {request['threads']}")
connection.execute("PRAGMA temp_store = MEMORY")

engine.answer(
    f"SQLite {sqlite3.sqlite_version}, " + ("indexed" if kind == "indexed" else "no index"), request,
    ask=lambda question: joined(connection.execute(question["text"])), rows=lambda rows: rows,
    opening=opening, scale=10_000)
