"""Reads and writes Arrow files with pyarrow, for ArrowInteropTests.

    arrow-peer.py read FILE     says what is in the file, a line a column: name, type, values
    arrow-peer.py write FOLDER  writes files for the tests to read
"""

import sys

import pyarrow as pa


def shown(value):
    if value is None:
        return "null"
    if isinstance(value, list):
        return " ".join(str(number) for number in value)
    return str(value)


def read(path):
    with pa.memory_map(path) as source:
        reader = pa.ipc.open_file(source)
        assert reader.num_record_batches == 1
        batch = reader.get_batch(0)
        batch.validate(full=True)
        table = pa.Table.from_batches([batch])
        print("metadata", shown({k.decode(): v.decode() for k, v in (table.schema.metadata or {}).items()}), sep="\t")
        for field in table.schema:
            column = table.column(field.name).to_pylist()
            print(field.name, field.type, "|".join(map(shown, column)), sep="\t")
        plain = {name: table.column(name).to_pylist() for name in table.column_names}
        others(path, table, plain)


def others(path, table, plain):
    try:
        import polars
    except ImportError:
        print("polars", "absent", sep="\t")
    else:
        frame = polars.read_ipc(path)
        same = frame.to_dict(as_series=False) == plain
        print("polars", "same" if same else "different", sep="\t")
    try:
        import duckdb
    except ImportError:
        print("duckdb", "absent", sep="\t")
    else:
        rows = duckdb.sql("select * from \"table\"").fetchall() if table.num_columns else []
        same = [list(row.values()) for row in table.to_pylist()] == [list(row) for row in rows]
        print("duckdb", "same" if same else "different", sep="\t")


def save(path, table, **options):
    batch_size = options.pop("batch_size", None)
    # An empty table would be written without any batch.
    batches = table.to_batches(batch_size) or [pa.RecordBatch.from_pylist([], table.schema)]
    with pa.OSFile(path, "wb") as sink:
        options = pa.ipc.IpcWriteOptions(**options)
        with pa.ipc.new_file(sink, table.schema, options=options) as writer:
            for batch in batches:
                writer.write_batch(batch)


def write(folder):
    words = ["河", "", None, "mill", "河"]
    columns = {
        "byte": pa.array([1, -2, None, 4, 5], pa.int8()),
        "short": pa.array([1, -2, 300, 4, 5], pa.int16()),
        "when": pa.array([0, 1, 2, 3, None], pa.timestamp("us")),
        "int": pa.array([1, None, 70000, None, 5], pa.int32()),
        "pair": pa.array([{"x": 1, "y": "a"}] * 5, pa.struct({"x": pa.int8(), "y": pa.utf8()})),
        "long": pa.array([1, -2, 1 << 40, 4, None], pa.int64()),
        "strings": pa.array([["a"], [], None, ["b", "c"], []], pa.list_(pa.utf8())),
        "tag": pa.array([0, 255, 3, None, 5], pa.uint8()),
        "flag": pa.array([True, None, False, True, True]),
        "ratio": pa.array([0.5, -12.0, None, 1e300, 0.0], pa.float64()),
        "text": pa.array(words, pa.utf8()),
        "large": pa.array(words, pa.large_utf8()),
        "code": pa.array(words).dictionary_encode(),
        "small": pa.DictionaryArray.from_arrays(pa.array([1, 0, None, 1, 0], pa.int8()), ["x", "y"]),
        "number": pa.DictionaryArray.from_arrays(pa.array([1, 0, None, 1, 0], pa.int8()), [10, 20]),
        "list": pa.array([[1, 2], [], None, [3], [-4, 5]], pa.list_(pa.int32())),
    }
    table = pa.table(columns)
    table = table.replace_schema_metadata({"of": "青禾"})
    save(folder + "/plain.arrow", table)
    save(folder + "/none.arrow", table.slice(0, 0))
    save(folder + "/sliced.arrow", table.slice(1, 3))
    save(folder + "/two.arrow", table, batch_size=3)
    save(folder + "/v4.arrow", table, metadata_version=pa.ipc.MetadataVersion.V4)
    save(folder + "/views.arrow", pa.table({"view": pa.array(["a"], pa.string_view())}))
    for codec in ["lz4", "zstd"]:
        if pa.Codec.is_available(codec):
            save(f"{folder}/{codec}.arrow", table, compression=codec)


if __name__ == "__main__":
    {"read": read, "write": write}[sys.argv[1]](sys.argv[2])
