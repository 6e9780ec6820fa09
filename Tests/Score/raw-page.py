#!/usr/bin/env python3
"""raw-page.py DAJUAN SHARED [--errors N]
Scores `DAJUAN extract` on the raw newspaper page: its columns are out of order and its lines broken.
The annotation is of the page in reading order, so each fact's span in the raw page is first looked
up in raw-spans.tsv and carried over to reading order; what has no such span is a false alarm."""
import csv
import json
import os
import subprocess
import sys
import tempfile


def rows(path):
    with open(path, encoding="utf8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def overlap(a, b):
    return min(a[1], b[1]) - max(a[0], b[0])


def main():
    tool, shared, rest = sys.argv[1], sys.argv[2], sys.argv[3:]
    gold = os.path.join(shared, "gold", "seed")
    annotated = rows(os.path.join(gold, "seed.tsv"))
    spans = rows(os.path.join(gold, "raw-spans.tsv"))
    page = os.path.join(shared, "seed", "report.txt")
    run = subprocess.run([tool, "extract", page], capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"exit {run.returncode}: {run.stderr[:300]}")
    facts = [json.loads(line) for line in run.stdout.splitlines() if line.strip()]
    carried, exact, beyond = [], 0, 1_000_000
    for fact in facts:
        own = (fact["start"], fact["end"])
        best = max(
            range(len(spans)),
            key=lambda i: overlap(own, (int(spans[i]["raw_start"]), int(spans[i]["raw_end"]))),
        )
        raw = (int(spans[best]["raw_start"]), int(spans[best]["raw_end"]))
        if overlap(own, raw) > 0:
            exact += own == raw
            fact["start"], fact["end"] = int(annotated[best]["start"]), int(annotated[best]["end"])
        else:
            fact["start"], fact["end"] = beyond, beyond + 1
            beyond += 2
        carried.append(fact)
    print(f"raw page: {len(facts)} facts, {exact} of {len(spans)} spans exactly as annotated")
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "seed.jsonl"), "w", encoding="utf8") as file:
            for fact in carried:
                file.write(json.dumps(fact, ensure_ascii=False) + "\n")
        score = os.path.join(shared, "score.py")
        command = [sys.executable, score, "--gold", gold, "--pred", folder] + rest
        return subprocess.run(command).returncode


if __name__ == "__main__":
    sys.exit(main())
