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

  /// The words and numbers a run is made of, one directly after the other: the fewest, and of ways
  /// with as many the one whose last words are longest.
  func division(of run: String) -> [String]? {
    let scalars = Array(run.unicodeScalars)
    var ways: [[String]?] = [[]]
    for end in 1...max(1, scalars.count) where end <= scalars.count {
      var best: [String]?
      for (start, way) in ways.enumerated() {
        let word = String(String.UnicodeScalarView(scalars[start..<end]))
        guard let way, all.contains(word) || word.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else {
          continue
        }
        if way.count + 1 < best?.count ?? .max { best = way + [word] }
      }
      ways.append(best)
    }
    return ways[scalars.count]
  }
}
