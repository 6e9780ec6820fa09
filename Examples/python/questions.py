"""What a program in Python asks of the bundled report: python questions.py"""

import ctypes
from decimal import Decimal

import dajuan

ledger = dajuan.open()
print([table["name"] for table in ledger.tables], ledger.warnings)

query = ledger.compile("param floor: percent; indicators | where growth >= $floor | select name, growth")
print([(column["name"], column["type"]) for column in query.columns])
for floor in ("3%", (8, "%"), (Decimal("9.5"), "%"), "10%"):
    result = query.run(floor=floor)
    print(floor, len(result), result.undecided["bounds"])

print(query.run(floor="8%"))
print(query.run(floor="8%").interval(0, 1))
print(query.run(floor="8%").render("csv"), end="")
print([row["name"] for row in query.run(floor="8%")], query.run(floor="8%").columns[1]["unit"])
# A parameter that is called like a limit is bound beforehand.
few = ledger.compile("param rows: number; param all: truth; facts | where $all | take $rows")
print(len(few.bind(rows=3, all=True).run(seconds=5)))
print(ledger.query("项目 ｜ 筛选 投资 有值 ｜ 取 2 ｜ 选取 名称，投资").render("markdown"))

try:
    ledger.compile("projects | where investment > 5人")
except dajuan.Error as error:
    print(error.code, error.diagnostics[0]["line"], error.diagnostics[0]["column"])
try:
    ledger.query("facts", rows=10)
except dajuan.Error as error:
    print(error.code)
for huge in ({"floor": (2**64 + 8, "%")}, {"floor": "8%", "rows": 2**64 + 1}):
    try:
        print(query.run(**huge))
    except (OverflowError, ctypes.ArgumentError) as error:
        print("more than 64 bits" in str(error))

print([word["text"] for word in ledger.complete("indicators | whe")["candidates"]])
print(ledger.format("facts|where kind==project|count"), end="")
