/// How an answer is written.
public enum OutputFormat: String, CaseIterable, Sendable {
  /// Columns under headings, for a person.
  case table
  /// A table with lines around its cells.
  case box
  /// A block a row, each column on a line of its own.
  case line
  /// Comma-separated values (RFC 4180).
  case csv
  /// Tab-separated values: one row a line, with tabs, line ends and backslashes in a cell written as
  /// `\t`, `\n`, `\r` and `\\`.
  case tsv
  /// One JSON array of objects (RFC 8259).
  case json
  /// One JSON object a line.
  case jsonl
  /// A table of GitHub Flavored Markdown.
  case markdown
  /// A `table` element of HTML.
  case html
  /// An Apache Arrow IPC file: bytes, which the tool writes, and no text.
  case arrow

  /// Whether the format is for a person, who wants the footer and rounded figures.
  var isForReading: Bool {
    switch self {
    case .table, .box, .line, .markdown, .html: true
    case .csv, .tsv, .json, .jsonl, .arrow: false
    }
  }

  /// Whether charts are drawn in it, in characters, expressions stand alone, and the footer tells the
  /// time.
  public var isForTerminals: Bool { self == .table || self == .box || self == .line }

  /// The Chinese word for it; formats that other programs define keep their names.
  package var chinese: String {
    switch self {
    case .table: "表格"
    case .box: "方框"
    case .line: "竖排"
    case .csv, .tsv, .json, .jsonl, .markdown, .html, .arrow: rawValue
    }
  }

  /// The format of a name in either language; `nil` for none.
  package init?(named name: String) {
    guard let format = Self.allCases.first(where: { $0.rawValue == name || $0.chinese == name })
    else { return nil }
    self = format
  }

  /// Whether an empty line parts the answers of several queries. In JSON each is a line of its own.
  public var isSpaced: Bool { self != .json && self != .jsonl && self != .arrow }

  /// The format that the ending of a file's name stands for; `nil` for none.
  public init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: "."), !fileName[dot...].contains("/") else { return nil }
    switch fileName[fileName.index(after: dot)...].lowercased() {
    case "csv": self = .csv
    case "tsv", "tab": self = .tsv
    case "json": self = .json
    case "jsonl", "ndjson": self = .jsonl
    case "md", "markdown": self = .markdown
    case "html", "htm": self = .html
    case "arrow", "feather": self = .arrow
    case "txt": self = .table
    default: return nil
    }
  }
}
