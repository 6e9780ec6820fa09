import DajuanSyntax

@testable import Dajuan

/// What the reference has for the words of the vocabulary, and what it lacks.
///
/// - An operator, a function, an aggregate, a window function and a table stand in a heading, such as
///   `### floor 下取整, ceil 上取整`, with a query under it that uses them.
/// - A column stands in a row of the section of each of its tables, such as `| area 板块 | … |`, and in
///   a query of that section; a value in a row of the section of its column; a unit and a type in a row.
/// - A keyword stands in a query.
///
/// Queries that are answered by a mistake do not count.
struct ReferenceCoverage {
  private let sections: [CoveredSection]

  static let catalog = ReferenceCoverage(DocumentationPage.catalog)

  init(_ pages: [DocumentationPage]) {
    sections = pages.flatMap(\.sections).map { CoveredSection($0) }
  }

  /// What is missing of a word, or `nil`.
  func problem(with entry: VocabularyEntry) -> String? {
    let label = Self.label(of: entry)
    switch entry.category {
    case .operator, .function, .aggregate, .window, .entity:
      let places = sections(titled: label)
      if places.isEmpty { return "no heading has \(label)" }
      return places.contains { $0.uses(entry) } ? nil : "\(label) has no example"
    case .column:
      return entry.scope.lazy.compactMap { problem(withColumn: entry, of: $0) }.first
    case .value:
      let columns = entry.scope.flatMap { Vocabulary.entries(spelled: $0, in: .column) }
      let places = columns.flatMap { sections(titled: Self.label(of: $0)) }
      return places.contains { $0.rows.contains(label) } ? nil : "no row for the value \(label)"
    case .unit, .type:
      return sections.contains { $0.rows.contains(label) } ? nil : "no row for \(label)"
    case .keyword:
      return sections.contains { $0.uses(entry) } ? nil : "no example has \(label)"
    }
  }

  private func problem(withColumn entry: VocabularyEntry, of table: String) -> String? {
    let label = Self.label(of: entry)
    guard
      let owner = Vocabulary.entry(spelled: table, in: .entity)
        ?? Vocabulary.entry(spelled: table, in: .operator)
    else { return "\(label) is of no table" }
    let places = sections(titled: Self.label(of: owner)).filter { $0.rows.contains(label) }
    if places.isEmpty { return "no row for the column \(label) of \(table)" }
    // The rows that fail a check are shown, and no query goes on from them.
    if table == "assert" { return nil }
    return places.contains { $0.uses(entry) } ? nil : "\(label) of \(table) has no example"
  }

  private func sections(titled label: String) -> [CoveredSection] {
    sections.filter { $0.titles.contains(label) }
  }

  /// Both spellings, or the one for both.
  private static func label(of entry: VocabularyEntry) -> String {
    entry.english == entry.chinese ? entry.english : entry.english + " " + entry.chinese
  }
}

/// A section, looked through once: its titles, the first cells of its rows, the words of its queries.
private struct CoveredSection {
  let titles: [String]
  let rows: Set<String>
  private let queries: [QueryWords]

  init(_ section: DocumentationPage.Section) {
    titles = section.title.split(separator: ", ").map { String($0) }
    rows = Set(
      section.pieces.lines.filter { $0.hasPrefix("| ") }
        .map { $0.dropFirst(2).split(separator: " | ").first.map { String($0) } ?? "" })
    queries = section.pieces.exchanges.filter { !$0.isMistake }.map { QueryWords($0.query) }
  }

  func uses(_ entry: VocabularyEntry) -> Bool { queries.contains { $0.uses(entry) } }
}

/// The words of a query, each told by what stands beside it.
private struct QueryWords {
  private let tokens: [(kind: Token.Kind, text: String)]

  init(_ query: String) {
    let lexed = LexedSource.lex(Source(query))
    tokens = lexed.tokens.map { ($0.kind, lexed.text(of: $0).filter { $0 != "`" }) }
  }

  /// Whether the word is there in the sense of its category: an operator after a bar, a function before
  /// its arguments, anything else where it is neither.
  func uses(_ entry: VocabularyEntry) -> Bool {
    let spellings = entry.spellings.map { $0.split(separator: " ").map { String($0) } }
    return tokens.indices.contains { place in
      spellings.contains { parts in
        tokens[place...].prefix(parts.count).map(\.text) == parts
          && categories(at: place, count: parts.count).contains(entry.category)
      }
    }
  }

  private func categories(at place: Int, count: Int) -> [VocabularyEntry.Category] {
    if tokens[place].kind == .quotedName { return [.column] }
    if tokens[place].kind != .word { return [] }
    if place > 0, tokens[place - 1].kind == .pipe { return [.operator] }
    let isCall = place + count < tokens.count && tokens[place + count].kind == .leftParenthesis
    // `in (a, b)` and `not (a)` look like calls.
    return isCall ? [.function, .aggregate, .window, .keyword] : [.keyword, .entity, .column]
  }
}
