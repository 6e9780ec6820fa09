#!/bin/sh
# fuzz.sh BINARY FOLDER SECONDS TARGET…: runs the targets one after another, each for so many seconds.
# What reaches new code is kept in FOLDER/corpus, what goes wrong in FOLDER/findings.
set -eu
binary=$1 folder=$2 seconds=$3
shift 3
here=$(dirname "$0")
dictionary=$folder/vocabulary.dict
mkdir -p "$folder/findings"
LC_ALL=C awk -f "$here/dictionary.awk" "$here/../../Grammar/vocabulary.tsv" > "$dictionary"
# libFuzzer tells of a crash by itself; nothing that Swift keeps for good is a leak. Where each piece of memory
# was asked for is not written down, which takes a sixth of the time; an input that is found is looked at
# with ASAN_OPTIONS=malloc_context_size=30.
export SWIFT_BACKTRACE=enable=no
quick=detect_leaks=0:allocator_may_return_null=1:malloc_context_size=0:quarantine_size_mb=16
export ASAN_OPTIONS="$quick:${ASAN_OPTIONS:-}"
failed=
for target; do
  mkdir -p "$folder/corpus/$target"
  words=
  case $target in parser | script) words="-dict=$dictionary" ;; esac
  echo "== $target"
  DAJUAN_FUZZ_TARGET=$target "$binary" "$folder/corpus/$target" "$here/Corpus/$target" \
    -artifact_prefix="$folder/findings/$target-" -max_total_time="$seconds" -max_len=8192 \
    -timeout=20 -rss_limit_mb=4096 -print_final_stats=1 -verbosity="${VERBOSITY:-1}" \
    $words > "$folder/$target.log" 2>&1 || failed="$failed $target"
  grep -E 'INITED|DONE|^stat::|Fatal error|ERROR|SUMMARY|Test unit written' "$folder/$target.log" \
    | tail -12
done
[ -z "$failed" ] || { echo "found something:$failed (the inputs are in $folder/findings)"; exit 1; }
