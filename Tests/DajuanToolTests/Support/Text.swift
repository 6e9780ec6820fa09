extension StringProtocol {
  /// Without the blanks at both ends.
  var trimmed: String {
    var rest = Substring(self)
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}

/// A table as it stands on a screen, cut into its columns again by the rule under the headings.
struct ShownTable {
  let headings: [String]
  /// The cells of each row of text; a cell that runs over several rows has a piece in each.
  let rows: [[String]]

  init?(_ lines: [String]) {
    guard let rule = lines.firstIndex(where: { $0.hasPrefix("──") }), rule > 0 else { return nil }
    var columns: [Range<Int>] = []
    var start = 0
    for stretch in lines[rule].split(separator: " ", omittingEmptySubsequences: false) {
      let width = stretch.count
      if width > 0 { columns.append(start..<(start + width)) }
      start += width + 1
    }
    let cut = { (line: String) in columns.map { Self.slice(line, $0).trimmed } }
    headings = columns.indices.map { column in
      lines[..<rule].map { cut($0)[column] }.joined()
    }
    rows = lines[(rule + 1)...].map(cut)
  }

  /// All of a column's text, without the breaks.
  func text(of heading: String) -> String? {
    headings.firstIndex(of: heading).map { column in rows.map { $0[column] }.joined() }
  }

  private static func slice(_ line: String, _ columns: Range<Int>) -> String {
    var column = 0
    var result = ""
    for character in line {
      if columns.contains(column) { result.append(character) }
      column += Screen.columns(String(character))
    }
    return result
  }
}

extension String {
  /// What stands before the last occurrence of a part.
  func components(before part: String) -> String {
    var end = endIndex
    while end > startIndex {
      end = index(before: end)
      if self[end...].hasPrefix(part) { return String(self[..<end]) }
    }
    return self
  }
}
