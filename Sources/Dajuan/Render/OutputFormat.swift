/// How an answer is written.
public enum OutputFormat: String, CaseIterable, Sendable {
  /// Columns under headings, for a person.
  case table
  /// Comma-separated values (RFC 4180).
  case csv
  /// One JSON array of objects (RFC 8259).
  case json
  /// One JSON object a line.
  case jsonl
  /// A table of GitHub Flavored Markdown.
  case markdown

  /// Whether the format is for a person, who wants the footer and rounded figures.
  var isForReading: Bool { self == .table || self == .markdown }

  /// Whether an empty line parts the answers of several queries. In JSON each is a line of its own.
  public var isSpaced: Bool { self != .json && self != .jsonl }
}
