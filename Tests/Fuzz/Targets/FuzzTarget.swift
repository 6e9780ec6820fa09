/// What arbitrary bytes are given to, and what has to hold then whatever they are.
///
/// A check that finds nothing returns. One that does throws a ``Finding``, or the process ends where
/// a program would have: at a trap, or at what a sanitizer sees. Every check gives the same for the
/// same bytes.
package enum FuzzTarget: String, CaseIterable, Sendable {
  /// Bytes as a script for the lexer, the parser and the printer.
  case parser
  /// Bytes as a script that is checked, run, and shown.
  case script
  /// Bytes as a report, text or document.
  case extractor
  /// Bytes as one file of a ledger's folder.
  case ledger
  /// Bytes as choices: a small ledger and a query that is asked of it and of a naive model.
  case query

  /// The longest input that is looked at, in bytes: what is long only takes long.
  package static let longest = 1 << 13

  /// What an input asks, where that is not what it says.
  package func meaning(of bytes: [UInt8]) -> String? {
    self == .query ? QueryTarget.text(of: bytes) : nil
  }

  /// Looks at an input.
  package func check(_ bytes: [UInt8]) throws(Finding) {
    if bytes.count > Self.longest { return }
    switch self {
    case .parser: try ParserTarget.check(bytes)
    case .script: try ScriptTarget.check(bytes)
    case .extractor: try ExtractorTarget.check(bytes)
    case .ledger: try LedgerTarget.shared.check(bytes)
    case .query: try QueryTarget.check(bytes)
    }
  }
}
