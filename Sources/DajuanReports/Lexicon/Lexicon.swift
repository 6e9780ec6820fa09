/// The lexicon: readable tables of words, each line with the reason it is there.
///
/// A table is text of three columns parted by tabs: the words (parted by blanks), their sense, and
/// the reason. No place's name stands in any of them: what they know is how reports are written,
/// not what they say.
enum Lexicon {
  /// Reads a table; lines whose sense is unknown are a mistake of ours.
  static func table<Sense: Sendable>(
    _ text: String,
    _ sense: (Substring) -> Sense?
  ) -> WordTable<Sense> {
    WordTable(entries(text, sense))
  }

  /// The words of a table with their senses, in its order.
  static func entries<Sense>(
    _ text: String,
    _ sense: (Substring) -> Sense?
  ) -> [(word: String, sense: Sense)] {
    var entries: [(word: String, sense: Sense)] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      precondition(columns.count == 3, "a lexicon line has three columns: \(line)")
      guard let meaning = sense(columns[1]) else {
        preconditionFailure("a lexicon line has an unknown sense: \(line)")
      }
      for word in columns[0].split(separator: " ") { entries.append((String(word), meaning)) }
    }
    return entries
  }

  /// The words of a one-sense table: words and reason.
  static func words(_ text: String) -> WordTable<Void> {
    var entries: [(word: String, sense: Void)] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let columns = line.split(separator: "\t")
      precondition(columns.count == 2, "a word list line has two columns: \(line)")
      for word in columns[0].split(separator: " ") { entries.append((String(word), ())) }
    }
    return WordTable(entries)
  }
}
