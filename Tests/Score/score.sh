#!/bin/sh
# score.sh DAJUAN
# Scores `DAJUAN extract` against the annotated texts in ../shared: the seed page in reading order,
# the raw page, the passages of other reports, and the growth targets of the corpus. Where ../shared
# is absent there is nothing to score, which is no failure.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
shared=$(cd "$here/../.." && cd .. && pwd)/shared
tool=${1:?usage: score.sh DAJUAN}

if [ ! -f "$shared/score.py" ]; then
  echo "score: no ../shared beside the checkout, nothing to score"
  exit 0
fi

found=$(mktemp -d)
trap 'rm -rf "$found"' EXIT
echo "== seed, reading order"
"$tool" extract "$shared/gold/seed/seed.txt" > "$found/seed.jsonl"
python3 "$shared/score.py" --gold "$shared/gold/seed" --pred "$found" --errors 20
echo "== seed, raw page"
python3 "$here/raw-page.py" "$tool" "$shared" --errors 20
echo "== passages"
python3 "$shared/score-passages" "$tool" --per --errors 40
echo "== growth targets"
python3 "$here/growth-targets.py" "$tool" "$shared"
echo "== beside Recognizers-Text and JioNLP"
python3 "$here/peers.py" "$tool" "$shared"
