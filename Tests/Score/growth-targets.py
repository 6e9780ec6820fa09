#!/usr/bin/env python3
"""growth-targets.py DAJUAN SHARED [--all]
Compares the GDP growth target `DAJUAN extract` finds in each report of the corpus with the list in
growth-targets.tsv: lower end, upper end, and bound word. Every disagreement is printed, as about
one row of the list in twenty-five is itself wrong."""
import collections
import csv
import json
import os
import subprocess
import sys

MODIFIER = {"exact": "无修饰", "about": "左右", "at_least": "以上", "range": "区间", "more_than": "以上"}


def is_gdp(subject):
    return "生产总值" in subject or "GDP" in subject


def target(tool, path, year):
    run = subprocess.run([tool, "extract", path, "--year", year], capture_output=True, text=True)
    if run.returncode:
        return None, f"exit {run.returncode}"
    found = [json.loads(line) for line in run.stdout.splitlines()]
    found = [
        f
        for f in found
        if f["nature"] == "target" and f["role"] == "growth" and is_gdp(f["subject"])
        and f["period"] == year and f["unit"] == "%"
    ]
    return (found[0], "") if found else (None, "no such fact")


def main():
    tool, shared = sys.argv[1], sys.argv[2]
    rows = collections.OrderedDict()
    with open(os.path.join(shared, "gold", "growth-targets.tsv"), encoding="utf8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            rows[(row["place"], row["year"])] = row
    agreed = total = 0
    for (place, year), row in rows.items():
        path = os.path.join(shared, "corpus", place, year + ".md")
        if not os.path.exists(path):
            continue
        total += 1
        fact, why = target(tool, path, year)
        if fact is None:
            print(f"{place} {year}: {why}; listed {row['low']} {row['high']} {row['modifier']}")
            continue
        low, high = fact["value"] or fact["lower"], fact["upper"] if fact["bound"] == "range" else ""
        got = (low, high, MODIFIER.get(fact["bound"], fact["bound"]))
        if got == (row["low"], row["high"], row["modifier"]):
            agreed += 1
        else:
            print(f"{place} {year}: found {got} in {fact['subject']}; listed", end=" ")
            print(row["low"], row["high"], row["modifier"], row["span"])
    print(f"growth targets: {agreed} of {total} agree, {agreed / max(total, 1):.3f}")


if __name__ == "__main__":
    main()
