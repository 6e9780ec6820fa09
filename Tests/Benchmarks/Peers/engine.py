"""What the scripts engine-*.py share: the facts' columns, timing, and the answer they print.

A script is called with a request, a JSON file (EngineRequest in Engines/EngineRequest.swift), and
prints its answer as JSON. It makes its own file of the facts where the request's cache has none yet,
in a process of its own, so that the memory this takes is not counted.
"""
import decimal
import importlib
import json
import os
import pathlib
import resource
import subprocess
import sys
import time

# The columns of the facts that are kept, with the type SQL has for them.
TEXTS = ["report", "place", "section", "kind", "subject", "measure", "role", "unit", "bound", "nature",
         "force"]
WIDTHS = {1: "b", 2: "h", 4: "i", 8: "q"}
NO_LOWER, NO_UPPER = 0x20, 0x40
# The columns of a result that are two, the ends of an interval.
ENDS = {"interval": ["exact"] * 2, "quotients": ["quotient"] * 2}
decimal.getcontext().prec = 40


class Facts:
    """The columns of the folder: `codes` and numbers as memory views, `words` as lists."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        manifest = json.loads((self.folder / "columns.json").read_text())
        self.count = manifest["count"]
        self.entries = {entry["name"]: entry for entry in manifest["columns"]}

    def bytes(self, name):
        return (self.folder / name).read_bytes()

    def numbers(self, name):
        return memoryview(self.bytes(name)).cast(WIDTHS[self.entries[name]["width"]])

    def words(self, name):
        return self.entries[name]["words"]

    def arrow(self):
        """A pyarrow table: dictionaries of words, decimals, and the year of each period."""
        import pyarrow as pa
        import pyarrow.compute as pc
        types = {1: pa.int8(), 2: pa.int16(), 4: pa.int32(), 8: pa.int64()}

        def plain(name):
            type = types[self.entries[name]["width"]]
            return pa.Array.from_buffers(type, self.count, [None, pa.py_buffer(self.bytes(name))])

        def coded(name):
            codes = plain(name)
            codes = pc.if_else(pc.less(codes, 0), None, codes)
            return pa.DictionaryArray.from_arrays(codes, self.words(name))

        def end(name, missing):
            # Ten-thousandths are what a decimal of 64 bits and four places is.
            marks = pc.bit_wise_and(pc.cast(plain("value.marks"), pa.int64()), missing)
            whole = pc.if_else(pc.equal(marks, 0), plain(name), None)
            return pa.Array.from_buffers(pa.decimal64(18, 4), self.count, whole.buffers())

        columns = {name: coded(name) for name in TEXTS}
        years = pa.array([int(word) for word in self.words("period")], pa.int32())
        columns["period"] = years.take(plain("period"))
        columns["lower"] = end("value.lower", NO_LOWER)
        columns["upper"] = end("value.upper", NO_UPPER)
        columns["source"] = plain("source")
        return pa.table(columns)


def made(path, make):
    """A file of the engine's own, made in another process where it is not there yet."""
    if sys.argv[-1] == "--make":
        part = pathlib.Path(str(path) + ".part")
        part.unlink(missing_ok=True)
        make(part)
        part.rename(path)
        sys.exit()
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run([sys.executable] + sys.argv + ["--make"], check=True)
    return path


def imported(*names):
    """Modules, or the end of the script with the code that says one is not installed."""
    try:
        return [importlib.import_module(name) for name in names]
    except ImportError:
        sys.exit(os.EX_UNAVAILABLE)


def request():
    with open(sys.argv[1]) as file:
        return json.load(file)


def cell(value, kind, scale):
    if value is None:
        return ""
    if kind == "quotient":
        return repr(float(value) / scale)
    if kind == "exact":
        value = decimal.Decimal(repr(value) if isinstance(value, float) else value) / scale
    if isinstance(value, decimal.Decimal):
        # A whole number keeps its zeros, a fraction loses those at its end.
        text = format(value, "f")
        return text.rstrip("0").rstrip(".") if "." in text else text
    return str(value)


def answer(engine, request, ask, rows, open_seconds, scale=1):
    """Asks every question, writes its rows, times it, and prints all.

    ask:  takes a question and gives its result, fetched
    rows: makes rows of Python's values of a result, which is not timed
    scale: by what exact numbers and quotients are to be divided
    """
    seconds = {}
    for question in request["questions"]:
        start = time.perf_counter()
        result = ask(question)
        first = time.perf_counter() - start
        cells = [kind for column in question["columns"] for kind in ENDS.get(column, [column])]
        with open(question["results"], "w", encoding="utf-8") as file:
            for row in rows(result):
                file.write("\t".join(
                    cell(value, kind, scale) for value, kind in zip(row, cells, strict=True)) + "\n")
        del result
        # What takes minutes is timed once.
        runs = [] if first > 60 else range(1) if first > 10 else range(request["runs"])
        times = [] if runs else [first]
        for _ in runs:
            start = time.perf_counter()
            result = ask(question)
            times.append(time.perf_counter() - start)
            del result
        seconds[question["name"]] = times
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(json.dumps({"engine": engine, "seconds": seconds, "open": open_seconds, "peak": peak}))
