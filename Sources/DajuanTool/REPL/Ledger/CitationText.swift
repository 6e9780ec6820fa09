internal import Dajuan
internal import DajuanLedger
internal import DajuanReports
internal import DajuanSyntax
internal import TerminalText

/// The sentences behind a row, for a terminal: the row's figures marked, each with its place.
struct CitationText {
  let ledger: Ledger
  let opened: OpenedReports
  let language: Language
  let usesColor: Bool
  let width: Int

  /// So many sentences are shown of a row that rests on more.
  private static let shownPassages = 5

  private var isChinese: Bool { language == .chinese }

  /// The lines for a row, counted from 1.
  func text(_ citation: Citation, row: Int) -> String {
    let count = citation.sources.count
    if count == 0 {
      return isChinese ? "第 \(row) 行不依据任何语句" : "row \(row) rests on no sentence"
    }
    let shown = citation.sources.prefix(Self.shownPassages)
    var head = isChinese ? "第 \(row) 行" : "row \(row)"
    if count > 1 {
      head += isChinese ? "依据 \(count) 条语句" : " rests on \(count) sentences"
      if shown.count < count {
        head +=
          isChinese ? "，先列 \(shown.count) 条" : ", of which the first \(shown.count)"
      }
    }
    var blocks = [head]
    var read: [Int: Report?] = [:]
    for source in shown {
      let passage = ledger.sources[source]
      let report =
        read[passage.report]
        ?? opened.reports(only: ledger.reportName(passage.report)).first
      read[passage.report] = .some(report)
      blocks.append(block(source, passage, citation.cells, report))
    }
    if shown.count < count {
      blocks.append(
        isChinese
          ? "  全部语句：｜ 出处 ｜ 选取 语句，行" : "  all of them: | cite | select statement, line")
    }
    return blocks.joined(separator: "\n")
  }

  /// A sentence and where it stands.
  private func block(
    _ source: Int, _ passage: SourceRow, _ cells: [Value], _ report: Report?
  ) -> String {
    let statement = Array(TerminalText.visible(passage.statement))
    let figures = CitedFigures(ledger: ledger, source: source, cells: cells).texts
    let marks = Self.places(of: figures.map { Array(TerminalText.visible($0)) }, in: statement)
    var lines = marked(statement, marks)
    lines.append(place(passage))
    let rules = rules(of: figures, passage, report)
    if !rules.isEmpty {
      let list = rules.joined(separator: isChinese ? "，" : ", ")
      lines.append((isChinese ? "规则 " : "rules: ") + list)
    }
    if let note = passage.note { lines.append(TerminalText.visible(note)) }
    return lines.enumerated().flatMap { index, line in
      index < lines.count - 1 - (rules.isEmpty ? 0 : 1) - (passage.note == nil ? 0 : 1)
        ? ["  " + line] : Paragraph.lines(line, width: max(8, width - 4)).map { "    " + $0 }
    }.joined(separator: "\n")
  }

  /// Report, place, section and lines.
  private func place(_ passage: SourceRow) -> String {
    func lines(_ range: ClosedRange<Int>, _ english: String, _ chinese: String) -> String {
      let isOne = range.count == 1
      let numbers = "\(range.lowerBound)" + (isOne ? "" : "–\(range.upperBound)")
      return (isChinese ? chinese : english + (isOne ? "" : "s")) + " " + numbers
    }
    var parts = [TerminalText.visible(ledger.reportName(passage.report))]
    let reports = ledger.table(.reports)
    if let column = reports.schema.index(of: "place"), passage.report >= 0,
      passage.report < reports.count, case .text(let place) = reports[passage.report, column]
    {
      parts.append(TerminalText.visible(place))
    }
    if !passage.section.isEmpty { parts.append(TerminalText.visible(passage.section)) }
    parts.append(lines(passage.lines, "line", "行"))
    if let page = passage.pageLines {
      parts.append(lines(page, "page line", "源页行"))
    }
    return parts.joined(separator: isChinese ? "，" : ", ")
  }

  /// Which rule found each figure, where its report can be read again.
  private func rules(of figures: [String], _ passage: SourceRow, _ report: Report?) -> [String] {
    guard let report else { return [] }
    var rules: [String] = []
    for fact in report.facts(of: passage) where figures.contains(fact.surface) {
      let rule = "\(TerminalText.visible(fact.surface)) \(fact.rule)"
      if !rules.contains(rule) { rules.append(rule) }
    }
    return rules
  }

  // MARK: Marks

  /// Where figures stand in a sentence: not within a longer number.
  static func places(of figures: [[Character]], in text: [Character]) -> [Range<Int>] {
    var places: [Range<Int>] = []
    func isDigit(_ place: Int) -> Bool {
      guard text.indices.contains(place) else { return false }
      return text[place].isASCII && text[place].isNumber || text[place] == "."
    }
    for figure in figures.sorted(by: { $0.count > $1.count }) where !figure.isEmpty {
      var start = 0
      while start + figure.count <= text.count {
        let range = start..<start + figure.count
        let isWhole =
          !(isDigit(range.lowerBound - 1) && isDigit(range.lowerBound))
          && !(isDigit(range.upperBound) && isDigit(range.upperBound - 1))
        if isWhole, text[range].elementsEqual(figure), !places.contains(where: range.overlaps) {
          places.append(range)
          start = range.upperBound
        } else {
          start += 1
        }
      }
    }
    return places.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// The sentence in lines, the marked stretches in colour, or between signs where there is none.
  private func marked(_ text: [Character], _ places: [Range<Int>]) -> [String] {
    let room = max(8, width - 2)
    if !usesColor {
      var shown = text
      for place in places.reversed() {
        shown.insert("◂", at: place.upperBound)
        shown.insert("▸", at: place.lowerBound)
      }
      return Paragraph.lines(String(shown), width: room)
    }
    return Paragraph.ranges(text, width: room).map { line in
      var shown = ""
      for place in line {
        if let mark = places.first(where: { $0.contains(place) }) {
          if place == max(mark.lowerBound, line.lowerBound) { shown += "\u{1B}[1;33m" }
          shown.append(text[place])
          if place == min(mark.upperBound, line.upperBound) - 1 { shown += "\u{1B}[0m" }
        } else {
          shown.append(text[place])
        }
      }
      return shown
    }
  }
}

/// Which figures of a sentence a row's cells are, as the report writes them.
struct CitedFigures {
  let ledger: Ledger
  /// The sentence, by its place among the ledger's sources.
  let source: Int
  let cells: [Value]

  /// Those the row shows itself; of values that were worked out, the figures that measure the same, and
  /// of these the very one where there is one; of a row without figures, all there are. Cost: a look at
  /// the source of each fact.
  var texts: [String] {
    let quantities = cells.compactMap { if case .quantity(let value) = $0 { value } else { nil } }
    let facts = facts
    let own = Set(quantities.compactMap(\.surface))
    let shown = facts.filter { own.contains($0.text) || own.contains($0.value.surface ?? "") }
    if !shown.isEmpty { return shown.map(\.text) }
    let measures = quantities.map(\.unit).filter { $0 != .none }
    if measures.isEmpty { return facts.map(\.text) }
    let alike = facts.filter { fact in
      measures.contains {
        $0.dimension == fact.value.unit.dimension
          && ($0.family == .percent) == (fact.value.unit.family == .percent)
      }
    }
    let same = alike.filter { fact in
      quantities.contains { $0.interval == fact.value.interval && $0.unit == fact.value.unit }
    }
    return (same.isEmpty ? alike : same).map(\.text)
  }

  private var facts: [(text: String, value: Quantity)] {
    let table = ledger.table(.facts)
    guard let place = table.schema.index(of: "source"), let text = table.schema.index(of: "text"),
      let value = table.schema.index(of: "value"), case .source(let sources) = table.columns[place]
    else { return [] }
    let single = sources.single
    var facts: [(text: String, value: Quantity)] = []
    for row in 0..<table.count {
      let isHere = single.map { Int($0[row]) == source } ?? sources[row].contains(source)
      guard isHere, case .text(let words) = table[row, text],
        case .quantity(let quantity) = table[row, value]
      else { continue }
      facts.append((words, quantity))
    }
    return facts
  }
}
