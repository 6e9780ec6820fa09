import DajuanSyntax

@testable import Dajuan

/// What the reference must have for a word of the vocabulary.
///
/// - An operator, a function, an aggregate, a window function and a table stand in a heading, such as
///   `### floor 下取整, ceil 上取整`, with a query under it that uses them.
/// - A column stands in a row of the section of each of its tables, such as `| area 板块 | … |`, and in
///   a query of that section; a value in a row of the section of its column; a unit and a type in a row.
/// - A keyword stands in a query.
///
/// Queries that are answered by a mistake do not count.
enum ReferenceCoverage {
  /// What is missing, or `nil`.
  static func problem(with entry: VocabularyEntry, in pages: [DocumentationPage]) -> String? {
    let label = label(of: entry)
    switch entry.category {
    case .operator, .function, .aggregate, .window, .entity:
      let places = sections(titled: label, in: pages)
      if places.isEmpty { return "no heading has \(label)" }
      return places.contains { uses(entry, $0) } ? nil : "\(label) has no example"
    case .column:
      return entry.scope.lazy.compactMap { problem(withColumn: entry, of: $0, in: pages) }.first
    case .value:
      let places = entry.scope.flatMap { scope in
        Vocabulary.entries(spelled: scope, in: .column)
          .flatMap { sections(titled: self.label(of: $0), in: pages) }
      }
      return places.contains { hasRow(label, $0) } ? nil : "no row for the value \(label)"
    case .unit, .type:
      let isThere = pages.flatMap(\.sections).contains { hasRow(label, $0) }
      return isThere ? nil : "no row for \(label)"
    case .keyword:
      let isThere = pages.contains { page in
        page.pieces.exchanges.contains { !$0.isMistake && words(of: $0.query).uses(entry) }
      }
      return isThere ? nil : "no example has \(label)"
    }
  }

  private static func problem(
    withColumn entry: VocabularyEntry, of table: String, in pages: [DocumentationPage]
  ) -> String? {
    let label = label(of: entry)
    guard
      let owner = Vocabulary.entry(spelled: table, in: .entity)
        ?? Vocabulary.entry(spelled: table, in: .operator)
    else { return "\(label) is of no table" }
    let places = sections(titled: self.label(of: owner), in: pages).filter { hasRow(label, $0) }
    if places.isEmpty { return "no row for the column \(label) of \(table)" }
    return places.contains { uses(entry, $0) } ? nil : "\(label) of \(table) has no example"
  }

  /// Both spellings, or the one for both.
  private static func label(of entry: VocabularyEntry) -> String {
    entry.english == entry.chinese ? entry.english : entry.english + " " + entry.chinese
  }

  private static func sections(
    titled label: String, in pages: [DocumentationPage]
  ) -> [DocumentationPage.Section] {
    pages.flatMap(\.sections).filter { $0.title.split(separator: ", ").contains { $0 == label } }
  }

  private static func hasRow(_ label: String, _ section: DocumentationPage.Section) -> Bool {
    section.pieces.lines.contains { $0.hasPrefix("| \(label) |") }
  }

  private static func uses(_ entry: VocabularyEntry, _ section: DocumentationPage.Section) -> Bool {
    section.pieces.exchanges.contains { !$0.isMistake && words(of: $0.query).uses(entry) }
  }

  private static func words(of query: String) -> QueryWords {
    let lexed = LexedSource.lex(Source(query))
    return QueryWords(tokens: lexed.tokens.map { ($0.kind, lexed.text(of: $0)) })
  }
}

/// The words of a query, each told by what stands beside it.
private struct QueryWords {
  let tokens: [(kind: Token.Kind, text: String)]

  /// Whether the word is there in the sense of its category: an operator after a bar, a function before
  /// its arguments, anything else where it is neither.
  func uses(_ entry: VocabularyEntry) -> Bool {
    let spellings = entry.spellings.map { $0.split(separator: " ").map(String.init) }
    return tokens.indices.contains { place in
      spellings.contains { parts in
        tokens[place...].prefix(parts.count).map(\.text) == parts
          && category(at: place, count: parts.count).contains(entry.category)
      }
    }
  }

  private func category(at place: Int, count: Int) -> [VocabularyEntry.Category] {
    if place > 0, tokens[place - 1].kind == .pipe { return [.operator] }
    if tokens[place].kind == .string { return [] }
    let isCall = place + count < tokens.count && tokens[place + count].kind == .leftParenthesis
    // `in (a, b)` and `not (a)` look like calls.
    if isCall { return [.function, .aggregate, .window, .keyword] }
    return [.keyword, .entity, .column]
  }
}
