#!/usr/bin/env python3
"""peers.py DAJUAN SHARED
Scores Recognizers-Text and JioNLP beside `DAJUAN extract` on the annotated texts, in the columns they
fill: where a quantity stands, its value and unit, its bounds. Each peer that is not installed is passed
over (`pip install jionlp recognizers-text-suite 'emoji<2'`).

The peers are given the benefit of the doubt: a bare number has the annotated unit, overlapping finds
are reduced to the longest, and JioNLP, which reads money only, is also scored on money alone."""
import json
import os
import subprocess
import sys
import tempfile
import warnings

warnings.filterwarnings("ignore")

COLUMNS = ["span", "value+unit", "bounds"]
UNITS = {
    "Chinese yuan": "元", "United States dollar": "美元", "Dollar": "美元", "Euro": "欧元",
    "Square meter": "平方米", "Square kilometer": "平方公里", "Hectare": "公顷", "Mu": "亩",
    "Kilometer": "公里", "Meter": "米", "Ton": "吨", "Metric ton": "吨", "Kilogram": "千克",
    "Cubic meter": "立方米", "Liter": "升",
}


def recognizers(text, gold):
    from recognizers_number import recognize_number, recognize_percentage
    from recognizers_number_with_unit import recognize_currency, recognize_dimension
    from recognizers_text import Culture

    found = []
    for read in (recognize_number, recognize_percentage, recognize_currency, recognize_dimension):
        for hit in read(text, Culture.Chinese):
            value = (hit.resolution or {}).get("value")
            if value is None:
                continue
            unit = hit.resolution.get("unit")
            unit = UNITS.get(unit, unit) if unit else ""
            if value.endswith("%"):
                value, unit = value[:-1], "百分点" if "百分点" in hit.text else "%"
            found.append(fact(hit.start, hit.end + 1, text, value, unit, value, value))
    for item in found:
        if not item["unit"]:
            item["unit"] = next(
                (row["unit"] for row in gold
                 if row["start"] < item["end"] and item["start"] < row["end"]), "")
    return longest(found)


def jionlp(text, gold):
    import jionlp as jio

    found = []
    for hit in jio.ner.extract_money(text, with_parsing=True):
        detail = hit["detail"]
        number = detail["num"]
        lower, upper = number if isinstance(number, list) else (number, number)
        value = "" if isinstance(number, list) else number
        start, end = hit["offset"]
        found.append(fact(start, end, text, value, detail["case"], lower, upper))
    return longest(found)


def fact(start, end, text, value, unit, lower, upper):
    return {
        "surface": text[start:end], "start": start, "end": end, "subject": "", "value": value,
        "unit": unit, "lower": lower, "upper": upper, "nature": "", "period": "", "kind": "",
    }


def longest(found):
    kept = []
    for item in sorted(found, key=lambda f: (f["start"] - f["end"], f["start"])):
        if all(item["end"] <= k["start"] or k["end"] <= item["start"] for k in kept):
            kept.append(item)
    return sorted(kept, key=lambda f: f["start"])


def dajuan(tool):
    def read(text, gold):
        with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf8") as file:
            file.write(text)
            file.flush()
            run = subprocess.run(
                [tool, "extract", file.name, "--year", "2022"], capture_output=True, text=True)
        return [json.loads(line) for line in run.stdout.splitlines()]
    return read


def rows(path):
    with open(path, encoding="utf8") as file:
        lines = [line for line in file.read().split("\n") if line and not line.startswith("#")]
    names = lines[0].split("\t")
    found = [dict(zip(names, line.split("\t"))) for line in lines[1:]]
    for row in found:
        row["start"], row["end"] = int(row["start"]), int(row["end"])
    return found, lines[0]


def score(shared, gold, predicted):
    run = subprocess.run(
        [sys.executable, os.path.join(shared, "score.py"), "--gold", gold, "--pred", predicted,
         "--json"], capture_output=True, text=True)
    if run.returncode:
        sys.exit(run.stderr)
    return json.loads(run.stdout)


def texts(shared):
    for folder in ("seed", "passages"):
        directory = os.path.join(shared, "gold", folder)
        for name in sorted(os.listdir(directory)):
            path = os.path.join(directory, name[:-4] + ".tsv")
            if name.endswith(".txt") and os.path.exists(path):
                yield name[:-4], os.path.join(directory, name), path


def evaluate(shared, read, money):
    gold_directory, pred_directory = tempfile.mkdtemp(), tempfile.mkdtemp()
    for name, text_path, gold_path in texts(shared):
        with open(text_path, encoding="utf8") as file:
            text = file.read()
        gold, head = rows(gold_path)
        found = read(text, gold)
        if money:
            gold = [row for row in gold if row["unit"].endswith("元")]
            found = [f for f in found if (f["unit"] or "").endswith("元")]
        names = head.split("\t")
        with open(os.path.join(gold_directory, name + ".tsv"), "w", encoding="utf8") as file:
            file.write(head + "\n")
            for row in gold:
                file.write("\t".join(str(row.get(n, "")) for n in names) + "\n")
        with open(os.path.join(gold_directory, name + ".txt"), "w", encoding="utf8") as file:
            file.write(text)
        with open(os.path.join(pred_directory, name + ".jsonl"), "w", encoding="utf8") as file:
            for f in found:
                file.write(json.dumps(f, ensure_ascii=False) + "\n")
    return score(shared, gold_directory, pred_directory)


def main():
    tool, shared = sys.argv[1], sys.argv[2]
    runs = [("all", False, [("dajuan", dajuan(tool))]), ("money", True, [("dajuan", dajuan(tool))])]
    for name, read in (("recognizers-text", recognizers), ("jionlp", jionlp)):
        try:
            read("投资5亿元。", [])
        except ImportError as error:
            print(f"{name}: not installed ({error})")
            continue
        runs[0][2].append((name, read))
        runs[1][2].append((name, read))
    print("F1".ljust(8) + "tool".ljust(18) + "".join(c.rjust(12) for c in COLUMNS))
    for title, money, tools in runs:
        for name, read in tools:
            result = evaluate(shared, read, money)
            print(title.ljust(8) + name.ljust(18), end="")
            print("".join(f"{result['fields'][c]['F1']:12.3f}" for c in COLUMNS))


if __name__ == "__main__":
    main()
