"""Answers as data frames, by way of Arrow: needs pyarrow and polars."""

import dajuan
import polars
import pyarrow

ledger = dajuan.open()
result = ledger.query("indicators | where nature == target | sort growth desc | select name, growth")
table = result.to_arrow()
assert isinstance(table, pyarrow.Table)
print(table.column_names)
print(table["growth_lower"].to_pylist())

frame = result.to_polars()
assert isinstance(frame, polars.DataFrame)
print(frame.filter(polars.col("growth_lower") > 7)["name"].to_list())

# The frame needs neither the answer nor the ledger.
del result, ledger, table
print(frame["growth_text"].to_list())
