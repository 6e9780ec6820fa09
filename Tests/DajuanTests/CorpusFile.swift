/// A file of Tests/Corpus: cases of one phase, and the ledger they are asked of.
///
/// The format is written down in Tests/Corpus/README.md.
struct CorpusFile {
  /// One case: what it shows, the query, and what must come of it.
  struct Case {
    let title: String
    let query: String
    var outcome: String
  }

  let path: String
  /// The folder of `ledgers/` with the tables the queries are asked of; `nil` for the bundled report.
  private(set) var ledger: String?
  private(set) var cases: [Case] = []
  /// The lines before the first case, as they are.
  private let preamble: [Substring]

  init?(_ path: String) {
    guard let text = RepositoryFiles.text(path) else { return nil }
    self.path = path
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    let starts = lines.indices.filter { lines[$0].hasPrefix("=== ") }
    preamble = Array(lines[..<(starts.first ?? lines.count)])
    for line in preamble where line.hasPrefix("ledger: ") { ledger = String(line.dropFirst(8)) }
    for (position, start) in starts.enumerated() {
      let end = position + 1 < starts.count ? starts[position + 1] : lines.count
      cases.append(Case(title: lines[start].dropFirst(4), lines[(start + 1)..<end]))
    }
  }

  /// The file again, with the outcomes its cases have now.
  func text(_ outcomes: [String]) -> String {
    var text = preamble.map { $0 + "\n" }.joined()
    for (index, example) in cases.enumerated() {
      if index > 0 { text += "\n" }
      text += "=== \(example.title)\n\(example.query)\n---\n"
      text += outcomes[index].isEmpty ? "" : outcomes[index] + "\n"
    }
    return text
  }

  /// The files of a phase, in order.
  static func paths(_ phase: String) -> [String] {
    let folder = "Tests/Corpus/" + phase
    return RepositoryFiles.names(in: folder).filter { $0.hasSuffix(".case") }
      .map { folder + "/" + $0 }
  }

  /// The rows of a table of tab-separated values, each field under the name in the first line.
  static func rows(_ path: String) -> [[String: String]]? {
    guard let text = RepositoryFiles.text("Tests/Corpus/" + path) else { return nil }
    let lines = text.split(separator: "\n")
    guard let head = lines.first?.split(separator: "\t") else { return [] }
    return lines.dropFirst().map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      let pairs = zip(head, fields).filter { !$1.isEmpty }
      return Dictionary(uniqueKeysWithValues: pairs.map { (String($0), String($1)) })
    }
  }
}

extension CorpusFile.Case {
  fileprivate init(title: Substring, _ lines: ArraySlice<Substring>) {
    let line = lines.firstIndex { $0 == "---" } ?? lines.endIndex
    var outcome = lines[line...].dropFirst()
    while outcome.last?.isEmpty == true { outcome.removeLast() }
    self.title = String(title)
    query = lines[..<line].joined(separator: "\n")
    self.outcome = outcome.joined(separator: "\n")
  }
}
