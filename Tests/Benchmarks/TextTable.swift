import Foundation

/// Cells in rows, for a terminal or for Markdown.
struct TextTable {
  var header: [String]
  var rows: [[String]] = []

  init(_ header: [String]) { self.header = header }

  /// The columns below each other, figures to the right.
  var text: String {
    lines.map { row in
      row.indices.map { column in
        let blanks = String(repeating: " ", count: width(column) - row[column].count)
        return column == 0 ? row[column] + blanks : blanks + row[column]
      }
      .joined(separator: "  ")
    }
    .joined(separator: "\n")
  }

  /// The table in Markdown.
  var markdown: String {
    let rule = header.indices.map { $0 == 0 ? "---" : "---:" }
    return ([header, rule] + rows).map { "| " + $0.joined(separator: " | ") + " |" }
      .joined(separator: "\n")
  }

  private var lines: [[String]] { [header] + rows }

  private func width(_ column: Int) -> Int { lines.map { $0[column].count }.max() ?? 0 }

  static func milliseconds(_ seconds: Double) -> String { short(seconds * 1000) }

  static func short(_ value: Double) -> String {
    String(format: value < 10 ? "%.2f" : value < 1000 ? "%.1f" : "%.0f", value)
  }
}
