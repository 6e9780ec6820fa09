# Writes the words of Grammar/vocabulary.tsv as a dictionary of libFuzzer, which takes bytes beyond ASCII
# as \xAB only. Run with LC_ALL=C, so that a character is a byte.
BEGIN {
  FS = "\t"
  for (byte = 1; byte < 256; byte++) code[sprintf("%c", byte)] = byte
}
NR > 1 {
  count = split($2 "\t" $3 "\t" $4, words, /[\t ]/)
  for (place = 1; place <= count; place++) write(words[place])
}
function write(word,    place, letter, text) {
  if (word == "" || word in written) return
  written[word] = 1
  for (place = 1; place <= length(word); place++) {
    letter = substr(word, place, 1)
    if (letter ~ /[A-Za-z0-9_]/) text = text letter
    else text = text sprintf("\\x%02X", code[letter])
  }
  print "\"" text "\""
}
