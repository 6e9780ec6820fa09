/// `corrections.tsv`: a person's corrections as text that can be read, edited and compared.
///
/// A line is a correction, its fields parted by tabs, in the order the first line names; `#` begins
/// a remark. In a field `\t`, `\n` and `\\` stand for a tab, a line break and a backslash. Lines that
/// are no corrections are kept as they are.
package struct CorrectionFile: Hashable, Sendable {
  /// A line that cannot be a correction.
  package struct Problem: Error, Hashable {
    /// Counted from 1.
    package let line: Int
    package let reason: String
  }

  private enum Line: Hashable {
    case text(String)
    case correction(Correction)
  }

  private var lines: [Line]
  private var columns: [Column]

  private enum Column: String, CaseIterable {
    case report, prefix, quote, suffix, field, value, by, date, note

    var isNeeded: Bool { [.report, .quote, .field].contains(self) }
  }

  /// The corrections, in the order of the file: a later one of a field holds.
  package var corrections: [Correction] {
    lines.compactMap { if case .correction(let correction) = $0 { correction } else { nil } }
  }

  /// A file without corrections.
  package init() {
    columns = Column.allCases
    lines = [
      .text("# Corrections of a person, applied over what the rules found; a later line holds."),
      .text(columns.map(\.rawValue).joined(separator: "\t")),
    ]
  }

  /// Reads a file.
  package init(_ text: String) throws(Problem) {
    self.init()
    let (empty, all) = (lines, columns)
    lines = []
    columns = []
    var body = text[...]
    if body.hasPrefix("\u{FEFF}") { body = body.dropFirst() }
    for (index, part) in body.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let line = String(part)
      if line.isEmpty || line.hasPrefix("#") {
        lines.append(.text(line))
      } else if columns.isEmpty {
        columns = try Self.columns(line, number: index + 1)
        lines.append(.text(line))
      } else {
        lines.append(.correction(try correction(line, number: index + 1)))
      }
    }
    if lines.last == .text("") { lines.removeLast() }
    if columns.isEmpty {
      columns = all
      lines.append(empty[empty.count - 1])
    }
  }

  /// The file as text.
  package var text: String {
    lines.map { line in
      switch line {
      case .text(let text): text
      case .correction(let correction):
        columns.map { Self.escaped(Self.field($0, of: correction)) }.joined(separator: "\t")
      }
    }.joined(separator: "\n") + "\n"
  }

  /// Adds corrections at the end.
  package mutating func append(_ corrections: [Correction]) {
    // A file edited by hand may lack columns that are needed now.
    for column in Column.allCases where !columns.contains(column) { addColumn(column) }
    lines += corrections.map(Line.correction)
  }

  /// Takes the last corrections back: those at the end that were said of one fact at one time.
  ///
  /// - Returns: What was taken back, in the order of the file.
  package mutating func removeLast() -> [Correction] {
    guard let last = corrections.last else { return [] }
    var removed: [Correction] = []
    while let index = lines.lastIndex(where: { if case .correction = $0 { true } else { false } }),
      case .correction(let correction) = lines[index],
      correction.anchor == last.anchor, correction.date == last.date, correction.by == last.by,
      !removed.contains(where: { $0.field == correction.field })
    {
      removed.insert(correction, at: 0)
      lines.remove(at: index)
    }
    return removed
  }

  private mutating func addColumn(_ column: Column) {
    columns.append(column)
    let header = lines.firstIndex { line in
      if case .text(let text) = line { !text.isEmpty && !text.hasPrefix("#") } else { false }
    }
    if let header {
      lines[header] = .text(columns.map(\.rawValue).joined(separator: "\t"))
    }
  }

  // MARK: Lines

  private static func columns(_ line: String, number: Int) throws(Problem) -> [Column] {
    var columns: [Column] = []
    for name in line.split(separator: "\t", omittingEmptySubsequences: false) {
      guard let column = Column(rawValue: String(name)), !columns.contains(column) else {
        throw Problem(
          line: number,
          reason: "the first line names the columns, and `\(name)` is none, or is named twice")
      }
      columns.append(column)
    }
    if let missing = Column.allCases.first(where: { $0.isNeeded && !columns.contains($0) }) {
      throw Problem(line: number, reason: "the column `\(missing.rawValue)` is missing")
    }
    return columns
  }

  private func correction(_ line: String, number: Int) throws(Problem) -> Correction {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
    if fields.count > columns.count {
      throw Problem(
        line: number, reason: "\(fields.count) fields for \(columns.count) columns")
    }
    var values: [Column: String] = [:]
    for (column, field) in zip(columns, fields) { values[column] = Self.unescaped(field) }
    let word = values[.field] ?? ""
    guard let field = Correction.Field(rawValue: word) else {
      let words = Correction.Field.allCases.map(\.rawValue).joined(separator: ", ")
      throw Problem(line: number, reason: "`\(word)` is no field; one of \(words)")
    }
    let correction = Correction(
      anchor: Correction.Anchor(
        report: values[.report] ?? "", prefix: values[.prefix] ?? "",
        quote: values[.quote] ?? "", suffix: values[.suffix] ?? ""),
      field: field, value: values[.value] ?? "", by: values[.by] ?? "",
      date: values[.date] ?? "", note: values[.note] ?? "")
    if correction.anchor.report.isEmpty || correction.anchor.quote.isEmpty {
      throw Problem(line: number, reason: "a correction needs a report and a quote")
    }
    if let problem = correction.problem {
      throw Problem(line: number, reason: problem.description)
    }
    return correction
  }

  private static func field(_ column: Column, of correction: Correction) -> String {
    switch column {
    case .report: correction.anchor.report
    case .prefix: correction.anchor.prefix
    case .quote: correction.anchor.quote
    case .suffix: correction.anchor.suffix
    case .field: correction.field.rawValue
    case .value: correction.value
    case .by: correction.by
    case .date: correction.date
    case .note: correction.note
    }
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t": result += "\\t"
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}", "\u{B}", "\u{C}": result += "\\n"
      case "\\": result += "\\\\"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func unescaped(_ text: Substring) -> String {
    var result = ""
    var isEscaped = false
    for character in text {
      if isEscaped {
        result += character == "t" ? "\t" : character == "n" ? "\n" : String(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return isEscaped ? result + "\\" : result
  }
}
