import DajuanLedger
import DajuanSyntax
import TerminalText

extension QueryResult {
  /// Writes the answer, with its footer in the formats for reading. A chart is drawn in characters
  /// where the format is `table`, `box` or `line`; the other formats have its rows. For `arrow`, which is
  /// bytes and no text, nothing is written.
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
    write(options, to: &output, progress: nil, shouldStop: shouldStop)
  }

  /// The same; `progress` is told how far a long table is laid out, which nothing is written before.
  @discardableResult
  package func write(
    _ options: RenderOptions, to output: inout some TextOutputStream, progress: QueryProgress?,
    shouldStop: () -> Bool
  ) -> Bool {
    let language = language(options)
    if options.format.isForTerminals {
      return writeForTerminal(options, language, to: &output, progress, shouldStop)
    }
    let cells = cells(
      language, isForReading: options.format.isForReading, shouldStop: shouldStop)
    switch options.format {
    case .csv, .tsv:
      let writer = DelimitedWriter(
        answer: answer, cells: cells, language: language,
        form: options.format == .csv ? .csv : .tsv, guardsFormulas: options.guardsFormulas)
      return writer.write(to: &output, shouldStop)
    case .json, .jsonl:
      let isLines = options.format == .jsonl
      let writer = JSONWriter(answer: answer, cells: cells, language: language, isLines: isLines)
      return writer.write(to: &output, shouldStop)
    case .markdown:
      let writer = MarkdownWriter(answer: answer, cells: cells, language: language)
      guard writer.write(to: &output, shouldStop) else { return false }
      output.write("\n\(footer(language).counts)\n")
    case .html:
      let writer = HTMLWriter(
        answer: answer, cells: cells, language: language, footer: footer(language).counts)
      return writer.write(to: &output, shouldStop)
    case .arrow: return false
    case .table, .box, .line: break
    }
    return true
  }

  /// A table, a chart or a value, with its footer.
  private func writeForTerminal(
    _ options: RenderOptions, _ language: Language, to output: inout some TextOutputStream,
    _ progress: QueryProgress?, _ shouldStop: () -> Bool
  ) -> Bool {
    var notes: [String] = []
    var footer = footer(language)
    footer.elapsed = options.elapsed
    if isValue {
      let cells = cells(language, isForReading: true)
      output.write(valueText(cells[0], language) + "\n")
      notes = options.elapsed.map { [QueryTime.text($0)] } ?? []
    } else {
      if let chart {
        ChartWriter(result: self, chart: chart, options: options, language: language)
          .write(to: &output)
      } else if answer.table.count > 0, !answer.relation.columns.isEmpty {
        let rows = ShownRows(count: answer.table.count, limit: options.maximumRows)
        progress?.begin(
          language == .chinese ? "排版" : "laying out",
          pieces: (rows.head.count + rows.tail.count) / Answer.rowsBetweenStops)
        let cells = cells(language, isForReading: true, rows: rows, shouldStop: shouldStop)
        let left =
          options.format == .line
          ? RecordWriter(
            answer: answer, cells: cells, rows: rows, options: options, language: language
          ).write(to: &output, shouldStop)
          : TableWriter(
            answer: answer, cells: cells, rows: rows, options: options, language: language,
            progress: progress
          ).write(to: &output, shouldStop)
        guard let left else { return false }
        notes = left.lines
      }
      notes += [footer.line] + (footer.hint.map { [$0] } ?? [])
    }
    let style = TextStyle(usesColor: options.usesColor)
    for line in notes.flatMap({ WrappedText.lines($0, to: options.maximumWidth ?? .max) }) {
      output.write(style.dim(line) + "\n")
    }
    return true
  }

  /// The language an answer is written in.
  private func language(_ options: RenderOptions) -> Language {
    options.language ?? (options.format.isForReading ? language : .english)
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
}

extension Answer {
  /// So many rows are looked at between two questions whether to stop.
  static let rowsBetweenStops = 256

  /// Calls with each row in order.
  ///
  /// - Parameters:
  ///   - rows: Which ones; all without them.
  ///   - shouldStop: Asked every few rows.
  ///   - body: Takes the row's number.
  /// - Returns: Whether it came to the last one.
  func forEachRow(
    in rows: Range<Int>? = nil, _ shouldStop: () -> Bool, _ body: (Int) -> Void
  ) -> Bool {
    for row in rows ?? 0..<table.count {
      if row % Self.rowsBetweenStops == Self.rowsBetweenStops - 1, shouldStop() { return false }
      body(row)
    }
    return true
  }
}
