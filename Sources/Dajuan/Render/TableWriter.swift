import DajuanLedger
import DajuanSyntax
import TerminalText

/// Writes an answer as columns under headings, aligned by terminal columns.
///
/// A table wider than the terminal first leaves out the columns in which every value is missing, but
/// for those the answer is about, and says so; then its widest columns of words are narrowed, and their cells run over several
/// lines. No word of an answer is cut off.
struct TableWriter {
  let answer: Answer
  let cells: [CellText]
  let options: RenderOptions
  let language: Language

  private static let gap = "  "
  /// What stands for a value the report does not give.
  private static let missing = "–"
  /// The narrowest that columns of words are made to fit a terminal: the first at which they do.
  private static let narrowest = [12, 6]

  /// Writes the table; the headings of the columns it left out, or `nil` where it was stopped.
  func write(to output: inout some TextOutputStream, _ shouldStop: () -> Bool) -> [String]? {
    let headings = answer.relation.columns.map { TerminalText.visible($0.label(in: language)) }
    guard let (natural, isEmpty) = measure(headings, shouldStop) else { return nil }
    var shown = Array(cells.indices)
    if let limit = options.maximumWidth, total(natural, shown) > limit {
      let kept = shown.filter { !isEmpty[$0] || answer.essential.contains($0) }
      if !kept.isEmpty { shown = kept }
    }
    let widths = fitted(natural, shown)
    write(shown.map { headings[$0] }, shown, widths, isHeading: true, to: &output)
    let rule = shown.map { String(repeating: "─", count: widths[$0]) }
    output.write(dim(rule.joined(separator: Self.gap)) + "\n")
    let isWhole = answer.forEachRow(shouldStop) { row in
      write(shown.map { text(row, $0) }, shown, widths, isHeading: false, to: &output)
    }
    guard isWhole else { return nil }
    return cells.indices.filter { !shown.contains($0) }.map { headings[$0] }
  }

  private func text(_ row: Int, _ column: Int) -> String {
    cells[column].text(answer.table[row, column]).map(TerminalText.visible) ?? Self.missing
  }

  /// Writes one row, over as many lines as its longest cell needs.
  private func write(
    _ texts: [String], _ shown: [Int], _ widths: [Int], isHeading: Bool,
    to output: inout some TextOutputStream
  ) {
    let wrapped = zip(texts, shown).map { Self.wrapped($0, to: widths[$1]) }
    for number in 0..<(wrapped.map(\.count).max() ?? 0) {
      var line = ""
      for (place, column) in shown.enumerated() {
        if place > 0 { line += Self.gap }
        let cell = number < wrapped[place].count ? wrapped[place][number] : ""
        let blanks = String(repeating: " ", count: max(0, widths[column] - DisplayWidth.of(cell)))
        line += cells[column].isRightAligned ? blanks + cell : cell + blanks
      }
      while line.utf8.last == UInt8(ascii: " ") { line.removeLast() }
      output.write((isHeading ? bold(line) : line) + "\n")
    }
  }

  private static let closing: Set<Character> = Set("，。、；：！？”’）》」』】］％…")

  /// A text cut into lines of at most so many columns, at blanks where there are any.
  static func wrapped(_ text: String, to columns: Int) -> [String] {
    if DisplayWidth.of(text) <= columns { return [text] }
    var lines: [String] = []
    var line = ""
    var width = 0
    for character in text {
      let next = DisplayWidth.of(String(character))
      if width + next > columns, !line.isEmpty {
        var rest = ""
        if let blank = line.lastIndex(of: " "), character != " " {
          rest = String(line[line.index(after: blank)...])
          line = String(line[..<blank])
        } else if closing.contains(character), line.count > 1 {
          // Closing punctuation does not begin a line (GB/T 15834—2011, 5.1).
          rest = String(line.removeLast())
        }
        lines.append(line)
        line = rest
        width = DisplayWidth.of(rest)
      }
      if line.isEmpty, character == " " { continue }
      line.append(character)
      width += next
    }
    return lines + [line]
  }

  // MARK: Widths

  /// The width each column wants, and whether all its values are missing; `nil` where it was stopped.
  private func measure(
    _ headings: [String], _ shouldStop: () -> Bool
  ) -> (widths: [Int], isEmpty: [Bool])? {
    var widths = headings.map { DisplayWidth.of($0) }
    var isEmpty = cells.map { _ in true }
    let isWhole = answer.forEachRow(shouldStop) { row in
      for column in cells.indices {
        guard let text = cells[column].text(answer.table[row, column]) else { continue }
        isEmpty[column] = false
        widths[column] = max(widths[column], DisplayWidth.of(TerminalText.visible(text)))
      }
    }
    return isWhole ? (widths, isEmpty) : nil
  }

  private func total(_ widths: [Int], _ shown: [Int]) -> Int {
    shown.reduce(0) { $0 + widths[$1] } + Self.gap.count * max(0, shown.count - 1)
  }

  /// The widths with the widest columns of words narrowed until the table fits the terminal.
  private func fitted(_ natural: [Int], _ shown: [Int]) -> [Int] {
    guard let limit = options.maximumWidth else { return natural }
    var widths = natural
    for narrowest in Self.narrowest where total(widths, shown) > limit {
      widths = fitted(natural, shown, to: limit, narrowest: narrowest)
    }
    return widths
  }

  private func fitted(
    _ natural: [Int], _ shown: [Int], to limit: Int, narrowest: Int
  ) -> [Int] {
    var widths = natural
    var excess = total(widths, shown) - limit
    while excess > 0 {
      let candidates = shown.filter { cells[$0].mayWrap && widths[$0] > narrowest }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
      // Down to the next widest, so that columns are narrowed evenly.
      let next = candidates.map { widths[$0] }.filter { $0 < widths[widest] }.max()
      let target = max(next ?? narrowest, widths[widest] - excess, narrowest)
      let step = max(1, widths[widest] - target)
      widths[widest] -= step
      excess -= step
    }
    return widths
  }

  private func bold(_ text: String) -> String {
    options.usesColor ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }

  private func dim(_ text: String) -> String {
    options.usesColor ? "\u{1B}[2m\(text)\u{1B}[0m" : text
  }
}
