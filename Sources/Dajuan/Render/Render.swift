import DajuanLedger
import DajuanSyntax
import TerminalText

extension QueryResult {
  /// Writes the answer, with its footer in the formats for reading. A chart is drawn in characters
  /// where the format is `table`; the other formats have its rows.
  ///
  /// - Parameters:
  ///   - options: The look.
  ///   - output: Where to.
  ///   - shouldStop: Asked every few rows; `true` ends the writing where it is.
  /// - Returns: Whether all was written.
  @discardableResult
  public func write(
    _ options: RenderOptions, to output: inout some TextOutputStream,
    shouldStop: () -> Bool = { false }
  ) -> Bool {
    let isForReading = options.format.isForReading
    let language = options.language ?? (isForReading ? self.language : .english)
    let cells = answer.relation.columns.map {
      CellText(
        column: $0, language: language, style: isForReading ? .brief : .full, ledger: ledger)
    }
    switch options.format {
    case .table where isValue:
      output.write(valueText(cells[0], language) + "\n")
    case .table:
      if let chart {
        ChartWriter(result: self, chart: chart, options: options, language: language)
          .write(to: &output)
      } else if answer.table.count > 0, !cells.isEmpty {
        let table = TableWriter(
          answer: answer, cells: cells, options: options, language: language)
        guard let hidden = table.write(to: &output, shouldStop) else { return false }
        if !hidden.isEmpty { output.write(dim(Self.note(hidden, language), options) + "\n") }
      }
      output.write(dim(footer(language).counts, options) + "\n")
      if let hint = footer(language).hint { output.write(dim(hint, options) + "\n") }
    case .csv:
      return CSVWriter(answer: answer, cells: cells, language: language)
        .write(to: &output, shouldStop)
    case .json, .jsonl:
      return JSONWriter(
        answer: answer, cells: cells, language: language, isLines: options.format == .jsonl
      )
      .write(to: &output, shouldStop)
    case .markdown:
      let writer = MarkdownWriter(answer: answer, cells: cells, language: language)
      guard writer.write(to: &output, shouldStop) else { return false }
      output.write("\n\(footer(language).counts)\n")
    }
    return true
  }

  /// What the formats for programs leave out of the answer itself: how many rows were undecided.
  /// `nil` where none was, or where the format's own footer says so.
  public func note(_ options: RenderOptions) -> String? {
    options.format.isForReading ? nil : footer(options.language ?? language).undecidedCounts
  }

  /// What an expression comes to, or why it comes to nothing.
  private func valueText(_ cell: CellText, _ language: Language) -> String {
    let value = answer.table[0, 0]
    let isChinese = language == .chinese
    switch value {
    case .truth(.undecided(.bounds)): return isChinese ? "难定（因界）" : "undecided, by bounds"
    case .truth(.undecided(.unit)):
      return isChinese ? "难定（单位不同）" : "undecided, as units differ"
    default:
      let text = cell.text(value) ?? (isChinese ? "缺失" : "missing")
      return TerminalText.visible(text)
    }
  }

  func footer(_ language: Language) -> Footer {
    Footer(
      rows: answer.table.count, undecided: answer.undecided, condition: answer.condition,
      language: language)
  }

  private static func note(_ hidden: [String], _ language: Language) -> String {
    let names = hidden.joined(separator: language == .chinese ? "、" : ", ")
    return language == .chinese ? "全部缺失而未列出：\(names)" : "all missing, not shown: \(names)"
  }

  private func dim(_ text: String, _ options: RenderOptions) -> String {
    options.usesColor ? "\u{1B}[2m\(text)\u{1B}[0m" : text
  }
}

extension Answer {
  /// Calls with each row in order.
  ///
  /// - Parameters:
  ///   - shouldStop: Asked every few rows.
  ///   - body: Takes the row's number.
  /// - Returns: Whether it came to the last one.
  func forEachRow(_ shouldStop: () -> Bool, _ body: (Int) -> Void) -> Bool {
    for row in 0..<table.count {
      if row % 256 == 255, shouldStop() { return false }
      body(row)
    }
    return true
  }
}
