"""Dajuan 答卷 for Python: asks government work reports, with units, bounds and sources.

    import dajuan
    ledger = dajuan.open()                              # the bundled report; or a folder, or a report's text
    query = ledger.compile("param floor: percent; indicators | where growth >= $floor")
    query.run(floor="8%")                               # shows itself as a table, in a notebook too
    query.run(floor="8%").to_arrow()                    # pyarrow.Table; to_polars(), to_pandas(), rows()

The library is found by `DAJUAN_LIBRARY`, or as libdajuan.so where the system looks for libraries.
Needs nothing but Python; pyarrow, polars or pandas only for what bears their names.
"""

import ctypes
import json
import os
from decimal import Decimal
from ctypes import POINTER, byref, c_bool, c_char_p, c_double, c_int32, c_int64, c_void_p

__all__ = ["open", "Ledger", "Query", "Result", "Cancellation", "Error"]

_COLUMN, _PARAMETER = ("name", "chinese", "type", "unit"), ("name", "type", "value")
OK, FAILED_CHECK, WRONG_QUERY, NO_FILE, STOPPED, CANCELLED, BAD_HANDLE, BAD_ARGUMENT = range(8)


class _Int64(c_int64):
    """Refuses what ctypes would cut short without a word."""

    @classmethod
    def from_param(cls, value):
        if not -2**63 <= value < 2**63:
            raise OverflowError(f"{value} has more than 64 bits")
        return c_int64(value)


class _Int32(c_int32):
    @classmethod
    def from_param(cls, value):
        if not -2**31 <= value < 2**31:
            raise OverflowError(f"{value} has more than 32 bits")
        return c_int32(value)


class _Name(c_char_p):
    """A text that ends in a zero byte, and so has none."""

    @classmethod
    def from_param(cls, value):
        if value is not None and b"\0" in value:
            raise ValueError("a zero byte within a name")
        return c_char_p(value)


class _Limits(ctypes.Structure):
    _fields_ = [(name, c_int64) for name in ("seconds", "rows", "bytes", "threads")]


class _Stream(ctypes.Structure):
    _fields_ = [(name, c_void_p) for name in
                ("get_schema", "get_next", "get_last_error", "release", "private_data")]


def _load():
    library = ctypes.CDLL(os.environ.get("DAJUAN_LIBRARY", "libdajuan.so"))
    out = POINTER(c_void_p)
    signatures = {
        "version": (c_char_p, []),
        "interface_version": (c_int32, []),
        "free": (None, [c_void_p]),
        "handle_count": (c_int64, []),
        "open": (c_int32, [_Name, out, out]),
        "tables": (c_char_p, [c_void_p]),
        "warnings": (c_char_p, [c_void_p]),
        "compile": (c_int32, [c_void_p, c_char_p, _Int64, POINTER(_Limits), c_void_p, out, out]),
        "query_copy": (c_int32, [c_void_p, out]),
        "query_column_count": (c_int32, [c_void_p]),
        "query_parameter_count": (c_int32, [c_void_p]),
        "bind_text": (c_int32, [c_void_p, _Name, c_char_p, _Int64, out]),
        "bind_number": (c_int32, [c_void_p, _Name, c_double, _Name, out]),
        "bind_integer": (c_int32, [c_void_p, _Name, _Int64, _Name, out]),
        "bind_missing": (c_int32, [c_void_p, _Name, out]),
        "cancellation_new": (c_int32, [out]),
        "cancel": (c_int32, [c_void_p]),
        "run": (c_int32, [c_void_p, POINTER(_Limits), c_void_p, out, out]),
        "result_row_count": (c_int64, [c_void_p]),
        "result_column_count": (c_int32, [c_void_p]),
        "result_undecided_by_bounds": (c_int64, [c_void_p]),
        "result_undecided_by_missing": (c_int64, [c_void_p]),
        "result_undecided_by_unit": (c_int64, [c_void_p]),
        "result_text": (c_char_p, [c_void_p, _Int64, _Int32]),
        "result_lower": (c_bool, [c_void_p, _Int64, _Int32, POINTER(c_double)]),
        "result_upper": (c_bool, [c_void_p, _Int64, _Int32, POINTER(c_double)]),
        "result_stream": (c_int32, [c_void_p, c_void_p]),
        "result_render": (c_int32, [c_void_p, _Name, _Name, _Int32, c_void_p, POINTER(c_char_p)]),
        "error_code": (c_char_p, [c_void_p]),
        "error_text": (c_char_p, [c_void_p, _Name]),
        "error_json": (c_char_p, [c_void_p, _Name]),
        "text_bytes": (c_void_p, [c_void_p]),
        "text_length": (c_int64, [c_void_p]),
        "check": (c_int32, [c_void_p, c_char_p, _Int64, _Name, POINTER(_Limits), c_void_p, out]),
        "complete": (c_int32, [c_void_p, c_char_p, _Int64, _Int64, _Name, out]),
        "format": (c_int32, [c_void_p, c_char_p, _Int64, _Name, out, out]),
    }
    for kind in _COLUMN:
        signatures["query_column_" + kind] = (c_char_p, [c_void_p, _Int32])
        signatures["result_column_" + kind] = (c_char_p, [c_void_p, _Int32])
    for kind in _PARAMETER:
        signatures["query_parameter_" + kind] = (c_char_p, [c_void_p, _Int32])
    for name, (result, arguments) in signatures.items():
        function = getattr(library, "dajuan_" + name)
        function.restype, function.argtypes = result, arguments
    if library.dajuan_interface_version() != 1:
        raise ImportError("this module is for interface 1 of libdajuan")
    return library


_library = _load()


def _call(name, *arguments):
    return getattr(_library, "dajuan_" + name)(*arguments)


def _listed(what, handle, kinds):
    """The columns or parameters of a handle as dictionaries."""
    return [{kind: _text(_call(f"{what}_{kind}", handle, place)) for kind in kinds}
            for place in range(_call(what + "_count", handle))]


def _text(value):
    return None if value is None else value.decode()


class Error(Exception):
    """What is wrong with a query, or why it ended; `code` and `diagnostics` tell a program."""

    def __init__(self, status, text, code="", diagnostics=()):
        super().__init__(text)
        self.status, self.code, self.diagnostics = status, code, list(diagnostics)


class _Handle:
    """A handle of the library, freed with the object."""

    def __init__(self, handle):
        self._handle = handle

    def __del__(self):
        if getattr(self, "_handle", None) and _library is not None:
            _library.dajuan_free(self._handle)
            self._handle = None


def _checked(status, error=None):
    if status == OK:
        return
    handle = error.value if error is not None else None
    if not handle:
        raise Error(status, {BAD_HANDLE: "it is closed", BAD_ARGUMENT: "an argument makes no sense"}
                    .get(status, f"status {status}"))
    try:
        lines = (_text(_call("error_json", handle, None)) or "").splitlines()
        raise Error(status, _text(_call("error_text", handle, None)).rstrip("\n"),
                    _text(_call("error_code", handle)), map(json.loads, lines))
    finally:
        _call("free", handle)


def _made(name, *arguments, has_error=True):
    """Calls what gives a handle, or an error."""
    handle, error = c_void_p(), c_void_p()
    rest = [byref(handle)] + ([byref(error)] if has_error else [])
    _checked(_call(name, *arguments, *rest), error if has_error else None)
    return handle.value


def _taken(handle):
    """The text of a handle, which is freed."""
    try:
        return ctypes.string_at(
            _call("text_bytes", handle), _call("text_length", handle)).decode()
    finally:
        _call("free", handle)


def _limits(*limits):
    """Limits of seconds, rows, memory and threads; nought is the library's own."""
    return _Limits(*(_Int64.from_param(limit).value for limit in limits))


def _of(cancellation):
    return cancellation and cancellation._handle


def open(path=None):
    """Opens a ledger's folder, or a report's text; without a path, the report the library brings."""
    return Ledger(_made("open", None if path is None else os.fsencode(path)))


def version():
    """The version of the library."""
    return _text(_call("version"))


class Ledger(_Handle):
    """Reports that can be asked. Threads may share one."""

    def compile(self, text, *, seconds=0, rows=0, memory=0, threads=0, cancellation=None):
        """Compiles a text with one query; raises `Error` with all that is wrong with it. Limits and
        cancellation are for the run that a `pivot` needs, now and as values are bound."""
        source = text.encode()
        return Query(_made("compile", self._handle, source, len(source),
                           byref(_limits(seconds, rows, memory, threads)), _of(cancellation)))

    def query(self, text, /, *, cancellation=None, **values):
        """Compiles and runs at once, within the same limits: see `Query.run`."""
        limits = {name: values[name] for name in ("seconds", "rows", "memory", "threads")
                  if name in values}
        query = self.compile(text, cancellation=cancellation, **limits)
        return query.run(cancellation=cancellation, **values)

    @property
    def warnings(self):
        """What a person should know of it that keeps nothing from being asked."""
        return _text(_call("warnings", self._handle)).splitlines()

    @property
    def tables(self):
        """The tables a query can start from: name, chinese, columns."""
        return json.loads(_call("tables", self._handle))

    def check(self, text, language=None, *, seconds=0, rows=0, memory=0, threads=0, cancellation=None):
        """What is wrong with a script or odd in it."""
        source = text.encode()
        found = _taken(_made("check", self._handle, source, len(source),
                             language and language.encode(),
                             byref(_limits(seconds, rows, memory, threads)), _of(cancellation),
                             has_error=False))
        return [json.loads(line) for line in found.splitlines()]

    def complete(self, text, cursor=None, language=None):
        """The words that may stand at a cursor: start, end, candidates."""
        source = text.encode()
        return json.loads(_taken(_made(
            "complete", self._handle, source, len(source), len(text) if cursor is None else cursor,
            language and language.encode(), has_error=False)))

    def format(self, text, language=None):
        """The script laid out anew."""
        source = text.encode()
        return _taken(_made("format", self._handle, source, len(source),
                            language and language.encode()))


class Cancellation(_Handle):
    """Ends calls from another thread: `cancel()`. One for each call."""

    def __init__(self):
        super().__init__(_made("cancellation_new", has_error=False))

    def cancel(self):
        _checked(_call("cancel", self._handle))


class Query(_Handle):
    """A compiled query. `run` may be called again and again, with other values."""

    @property
    def columns(self):
        """The columns of its answers: name, chinese, type, unit (None where it varies)."""
        return _listed("query_column", self._handle, _COLUMN)

    @property
    def parameters(self):
        """The parameters it declares: name, type, value (None where it has none)."""
        return _listed("query_parameter", self._handle, _PARAMETER)

    def bind(self, /, **values):
        """The same query with values: texts as they would be written in a query, numbers, (number, unit),
        truths, None for missing."""
        copy = Query(_made("query_copy", self._handle, has_error=False))
        for name, value in values.items():
            copy._bind(name.encode(), value)
        return copy

    def _bind(self, name, value):
        error = c_void_p()
        number, unit = value if isinstance(value, tuple) else (value, None)
        if value is None:
            status = _call("bind_missing", self._handle, name, byref(error))
        elif isinstance(number, (int, float)) and not isinstance(number, bool):
            kind = "bind_integer" if isinstance(number, int) else "bind_number"
            status = _call(kind, self._handle, name, number, unit and unit.encode(), byref(error))
        else:
            # Among others a decimal.Decimal, which loses nothing so.
            text = (str(number).lower() if isinstance(number, bool)
                    else f"{number:f}" if isinstance(number, Decimal) else str(number))
            text = (text + (unit or "")).encode()
            status = _call("bind_text", self._handle, name, text, len(text), byref(error))
        _checked(status, error)

    def run(self, /, *, seconds=0, rows=0, memory=0, threads=0, cancellation=None, **values):
        """Answers it. Limits of nought are the library's own; other names are parameters, and one that is
        called like a limit is given with `bind`."""
        query = self.bind(**values) if values else self
        return Result(_made("run", query._handle, byref(_limits(seconds, rows, memory, threads)),
                            _of(cancellation)))


class Result(_Handle):
    """An answer. In a notebook it shows itself as a table; `print` shows it as the tool does."""

    def __len__(self):
        return _call("result_row_count", self._handle)

    def __iter__(self):
        return iter(self.rows())

    @property
    def columns(self):
        """Its columns, as the query has them: name, chinese, type, unit."""
        return _listed("result_column", self._handle, _COLUMN)

    @property
    def undecided(self):
        """How many rows the conditions left undecided, by reason."""
        return {reason: _call("result_undecided_by_" + reason, self._handle)
                for reason in ("bounds", "missing", "unit")}

    def render(self, format="table", language=None, width=0, *, cancellation=None):
        """The answer in a format of the command line."""
        text = c_char_p()
        _checked(_call("result_render", self._handle, format.encode(),
                       language and language.encode(), width, _of(cancellation), byref(text)))
        return _text(text.value)

    def rows(self):
        """The rows as dictionaries, quantities as the JSON of the command line has them."""
        return json.loads(self.render("json"))

    def interval(self, row, column):
        """The ends of a quantity in its unit, None where there is none: `(7.5, None)`."""
        ends = []
        for end in ("lower", "upper"):
            value = c_double()
            found = _call("result_" + end, self._handle, row, column, byref(value))
            ends.append(value.value if found else None)
        return tuple(ends)

    def __arrow_c_stream__(self, requested_schema=None):
        """The Arrow PyCapsule interface: pyarrow, polars, DuckDB and pandas take it without copying."""
        stream = _Stream()
        _checked(_call("result_stream", self._handle, byref(stream)))
        return _capsule(stream)

    def to_arrow(self):
        """A `pyarrow.Table`."""
        import pyarrow
        return pyarrow.table(self)

    def to_polars(self):
        """A `polars.DataFrame`."""
        import polars
        return polars.DataFrame(self)

    def to_pandas(self):
        """A `pandas.DataFrame`, by way of pyarrow."""
        return self.to_arrow().to_pandas()

    def __str__(self):
        return self.render().rstrip("\n")

    def _repr_html_(self):
        return self.render("html")


# The capsule owns the stream's memory, and releases what nobody took.
_memory = ctypes.pythonapi
_memory.PyMem_RawMalloc.restype, _memory.PyMem_RawMalloc.argtypes = c_void_p, [ctypes.c_size_t]
_memory.PyMem_RawFree.restype, _memory.PyMem_RawFree.argtypes = None, [c_void_p]
_memory.PyCapsule_New.restype = ctypes.py_object
_memory.PyCapsule_New.argtypes = [c_void_p, c_char_p, c_void_p]
_memory.PyCapsule_GetPointer.restype = c_void_p
_memory.PyCapsule_GetPointer.argtypes = [c_void_p, c_char_p]
_NAME = b"arrow_array_stream"


@ctypes.PYFUNCTYPE(None, c_void_p)
def _release(capsule):
    address = _memory.PyCapsule_GetPointer(capsule, _NAME)
    stream = _Stream.from_address(address)
    if stream.release:
        ctypes.CFUNCTYPE(None, c_void_p)(stream.release)(address)
    _memory.PyMem_RawFree(address)


def _capsule(stream):
    size = ctypes.sizeof(_Stream)
    address = _memory.PyMem_RawMalloc(size)
    ctypes.memmove(address, byref(stream), size)
    return _memory.PyCapsule_New(address, _NAME, ctypes.cast(_release, c_void_p))
