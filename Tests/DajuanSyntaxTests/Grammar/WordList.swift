/// The words of Grammar/vocabulary.tsv, as the recogniser reads them: from the file, not the code.
struct WordList: Sendable {
  /// Every spelling of the words of the syntax, by the English one.
  private(set) var spellings: [String: [String]] = [:]

  /// Words that are names only in backquotes.
  private(set) var reserved: Set<String> = []

  private(set) var units: Set<String> = []

  /// What words written without blanks may be divided into.
  private(set) var all: Set<String> = []

  init(_ rows: [[String: String]]) {
    for row in rows {
      let english = row["english"] ?? ""
      let chinese = row["chinese"] ?? ""
      let also = (row["also"] ?? "").split(separator: ";").map(String.init)
      let words = (english == chinese ? [english] : [english, chinese]) + also
      switch row["category"] {
      case "keyword", "operator": spellings[english] = words
      case "unit": units.formUnion(words)
      case "type": continue
      default: break
      }
      all.formUnion(words)
      if row["reserved"] == "yes" { reserved.formUnion(words) }
    }
  }

  /// Whether a run of letters and digits is words of the list and numbers, one directly after the
  /// other.
  func divides(_ run: Substring) -> Bool {
    if run.isEmpty { return true }
    return run.indices.contains { last in
      let word = run[...last]
      let isWord = all.contains(String(word)) || word.utf8.allSatisfy { 0x30...0x39 ~= $0 }
      return isWord && divides(run[run.index(after: last)...])
    }
  }
}
