import DajuanLedger
import DajuanSyntax
import TerminalText

/// Writes an answer as columns under headings, aligned by terminal columns; what does not fit gives
/// way as ``TableLayout`` says. No word and no figure is cut off: a cell runs over several lines.
struct TableWriter {
  let answer: Answer
  let cells: [CellText]
  let rows: ShownRows
  let options: RenderOptions
  let language: Language

  /// Told how many rows have been measured, which nothing is written before.
  var progress: QueryProgress?

  /// What stands for a value the report does not give.
  static let missing = "–"
  /// What stands for columns and rows that have no room.
  static let elision = (columns: "…", rows: "⋮")

  /// The columns of the tables that say what a row is about.
  private static let namingColumns: Set<String> = ["name", "subject"]

  private var rules: TableRules { options.format == .box ? .box : .plain }

  /// Writes the table; what it left out, or `nil` where it was stopped.
  func write(to output: inout some TextOutputStream, _ shouldStop: () -> Bool) -> TableNotes? {
    let headings = answer.relation.columns.map { TerminalText.visible($0.label(in: language)) }
    guard let columns = measure(headings, shouldStop) else { return nil }
    let layout = TableLayout(columns, rules: rules, limit: options.maximumWidth)
    let sheet = Sheet(layout: layout, cells: cells, rules: rules)
    func rule(_ place: TableRules.Place) {
      if let line = sheet.line(place) { output.write(style.dim(line) + "\n") }
    }
    func row(_ text: (Int) -> String, bold: Bool = false) {
      for line in sheet.lines(layout.shown.map(text), elision: Self.elision.columns) {
        output.write((bold ? style.bold(line) : line) + "\n")
      }
    }
    rule(.top)
    row({ headings[$0] }, bold: true)
    rule(.underHeadings)
    guard answer.forEachRow(in: rows.head, shouldStop, { number in row { text(number, $0) } })
    else { return nil }
    if rows.hidden > 0 { row { _ in Self.elision.rows } }
    guard answer.forEachRow(in: rows.tail, shouldStop, { number in row { text(number, $0) } })
    else { return nil }
    rule(.bottom)
    return TableNotes(
      empty: layout.empty.map { headings[$0] },
      constant: layout.constant.map { headings[$0] + " " + text(rows.head.lowerBound, $0) },
      elided: layout.elided.map { headings[$0] },
      hiddenRows: rows.hidden, language: language)
  }

  private var style: TextStyle { TextStyle(usesColor: options.usesColor) }

  private func text(_ row: Int, _ column: Int) -> String {
    cells[column].text(answer.table[row, column]).map(TerminalText.visible) ?? Self.missing
  }

  /// The width each column wants; `nil` where it was stopped.
  private func measure(
    _ headings: [String], _ shouldStop: () -> Bool
  ) -> [TableLayout.Column]? {
    var columns = cells.indices.map { column in
      TableLayout.Column(
        heading: DisplayWidth.of(headings[column]), body: 1, mayWrap: cells[column].mayWrap,
        isEssential: answer.essential.contains(column),
        namesRows: Self.namingColumns.contains(answer.relation.columns[column].name))
    }
    var first = [String?](repeating: nil, count: cells.count)
    let isComparable = rows.hidden == 0 && answer.table.count > 1
    for (column, cell) in cells.enumerated() where isComparable && cell.mayWrap {
      first[column] = cell.text(answer.table[rows.head.lowerBound, column])
      columns[column].isConstant = first[column] != nil
    }
    func stopsHere() -> Bool {
      progress?.advance()
      return shouldStop()
    }
    for part in [rows.head, rows.tail] {
      let isWhole = answer.forEachRow(in: part, stopsHere) { row in
        for column in cells.indices {
          let text = cells[column].text(answer.table[row, column])
          if text != first[column] { columns[column].isConstant = false }
          guard let text else { continue }
          columns[column].values += 1
          columns[column].body = max(
            columns[column].body, DisplayWidth.of(TerminalText.visible(text)))
        }
      }
      if !isWhole { return nil }
    }
    return columns
  }
}

/// Puts the cells of a row beside each other.
private struct Sheet {
  let layout: TableLayout
  let cells: [CellText]
  let rules: TableRules

  /// The widths with that of the mark of columns left out.
  private var widths: [Int] {
    var widths = layout.widths
    if let gap = layout.gap { widths.insert(1, at: gap) }
    return widths
  }

  func line(_ place: TableRules.Place) -> String? { rules.line(place, widths) }

  /// One row, over as many lines as its longest cell needs.
  func lines(_ texts: [String], elision: String) -> [String] {
    var wrapped = zip(texts, layout.widths).map { WrappedText.lines($0, to: $1) }
    var isRight = layout.shown.map { cells[$0].isRightAligned }
    if let gap = layout.gap {
      wrapped.insert([elision], at: gap)
      isRight.insert(false, at: gap)
    }
    return (0..<(wrapped.map(\.count).max() ?? 0)).map { number in
      let parts = wrapped.indices.map { place in
        let cell = number < wrapped[place].count ? wrapped[place][number] : ""
        return isRight[place]
          ? cell.padded(before: widths[place]) : DisplayWidth.pad(cell, to: widths[place])
      }
      return (rules.leftEdge + parts.joined(separator: rules.gap) + rules.rightEdge).trimmedEnd
    }
  }
}

/// What a table did not show, in words under it.
struct TableNotes {
  /// The headings of columns in which nothing stands.
  let empty: [String]
  /// Columns with the same words in every row: heading and words.
  let constant: [String]
  /// The headings of columns that have no room.
  let elided: [String]
  let hiddenRows: Int
  let language: Language

  var lines: [String] {
    let isChinese = language == .chinese
    let comma = isChinese ? "、" : ", "
    var lines: [String] = []
    if !elided.isEmpty {
      let names = elided.joined(separator: comma)
      lines.append(
        isChinese
          ? "放不下 \(elided.count) 列：\(names)；可用 选取 挑出"
          : "no room for \(elided.count): \(names); `select` picks columns")
    }
    if !constant.isEmpty {
      let list = constant.joined(separator: comma)
      lines.append(isChinese ? "各行相同：\(list)" : "the same in every row: \(list)")
    }
    if !empty.isEmpty {
      let names = empty.joined(separator: comma)
      // In the rows between something may stand.
      let scope =
        hiddenRows == 0
        ? Bilingual("all missing", "全部缺失") : Bilingual("missing in the rows shown", "所示各行均缺失")
      lines.append(
        isChinese ? "\(scope.chinese)而未列出：\(names)" : "\(scope.english), not shown: \(names)")
    }
    if hiddenRows > 0 {
      lines.append(
        isChinese
          ? "中间 \(hiddenRows) 行未显示" : "not shown: \(hiddenRows) rows in the middle")
    }
    return lines
  }
}
