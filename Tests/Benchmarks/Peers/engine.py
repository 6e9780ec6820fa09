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
# The bits of a whole number with the letter that memory views have for it.
WIDTHS = {8: "b", 16: "h", 32: "i", 64: "q"}
NO_LOWER, NO_UPPER = 0x20, 0x40
# The columns of a result that are two, the ends of an interval.
ENDS = {"interval": ["exact"] * 2, "quotients": ["quotient"] * 2}
decimal.getcontext().prec = 40


class Facts:
    """The facts of a ledger's folder, `facts.arrow`, whose dictionaries are words and then, where a row
    has none, a word that is nobody's."""

    def __init__(self, folder):
        import pyarrow as pa
        manifest = json.loads((pathlib.Path(folder) / "ledger.json").read_text())
        entry = next(file for file in manifest["tables"]["files"] if file["table"] == "facts")
        file = pa.memory_map(str(pathlib.Path(folder) / "tables" / entry["file"]))
        self.table = pa.ipc.open_file(file).read_all()
        self.count = self.table.num_rows

    def column(self, name):
        return self.table.column(name).chunk(0)

    def numbers(self, name):
        """The numbers or codes of a column as a memory view, anything where a row has none."""
        import pyarrow as pa
        column = self.column(name)
        values = column.indices if pa.types.is_dictionary(column.type) else column
        return memoryview(values.buffers()[1]).cast("B")[: self.count * values.type.bit_width // 8].cast(
            WIDTHS[values.type.bit_width])

    def real_words(self, name):
        words = self.column(name).dictionary.to_pylist()
        metadata = self.table.schema.field(name).metadata or {}
        return words[: int(metadata.get(b"dajuan.words", len(words)))]

    def words(self, name):
        """What the codes of a column stand for, None where that is nothing."""
        words = self.real_words(name)
        return words + [None] * (len(self.column(name).dictionary) - len(words))

    def arrow(self):
        """A pyarrow table: dictionaries of words, decimals, and the year of each period."""
        import pyarrow as pa

        def end(name):
            # Ten-thousandths are what a decimal of 64 bits and four places is.
            return pa.Array.from_buffers(pa.decimal64(18, 4), self.count, self.column(name).buffers())

        columns = {name: self.column(name) for name in TEXTS}
        years = pa.array([int(word) for word in self.words("period")], pa.int32())
        columns["period"] = years.take(self.column("period").indices)
        columns["lower"] = end("value_lower")
        columns["upper"] = end("value_upper")
        columns["source"] = self.column("source")
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


def opened(open_data, ask):
    """Opens an engine's data: what `open_data` gives, and the seconds of that and of that with a first
    row; what the system keeps of the file it has read before.

    ask: takes what was opened and fetches one row of all columns
    """
    start = time.perf_counter()
    data = open_data()
    alone = time.perf_counter() - start
    ask(data)
    return data, {"open": alone, "firstRow": time.perf_counter() - start}


def answer(engine, request, ask, rows, opening, scale=1):
    """Asks every question, writes its rows, times it, and prints all.

    A question is timed as often as is asked, but for no longer than the request's `cap` together with
    its first run, which counts where there is time for no other.

    ask:  takes a question and gives its result, fetched
    rows: makes rows of Python's values of a result, which is not timed
    opening: the seconds of `opened`
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
        times = []
        while len(times) < request["runs"] and (
                first + sum(times) + (times[-1] if times else first) <= request["cap"]):
            start = time.perf_counter()
            result = ask(question)
            times.append(time.perf_counter() - start)
            del result
        seconds[question["name"]] = times or [first]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(json.dumps({"engine": engine, "seconds": seconds, "peak": peak, **opening}))
