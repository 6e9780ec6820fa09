import DajuanLedger
import DajuanReports

/// Any bytes are read or refused as a report, and what is read lies in the text: places in order,
/// words as they stand there, ends of numbers in order, rows on passages there are.
enum ExtractorTarget {
  static func check(_ bytes: [UInt8]) throws(Finding) {
    guard let text = text(of: bytes),
      let report = try? ReportReader.read(text, options: .init(year: year(of: bytes))),
      let decoded = try? ReportText(text)
    else { return }
    let scalars = Array(String(decoding: decoded.utf8, as: UTF8.self).unicodeScalars)
    let lines = 1 + scalars.count { $0.properties.isWhitespace && $0 != " " }
    for statement in report.statements {
      let isInside = statement.range.upperBound <= scalars.count && statement.lines.lowerBound >= 1
      try require(isInside && statement.lines.upperBound <= lines, "statement \(statement.range)")
    }
    try checkFacts(of: report, scalars)
    try checkRows(of: report)
  }

  /// A document's text, or the bytes themselves; nothing for a document that is refused.
  private static func text(of bytes: [UInt8]) -> [UInt8]? {
    bytes.starts(with: [0x50, 0x4B, 3, 4]) ? try? WordDocument.text(of: bytes) : bytes
  }

  /// Some are read with a year and some without.
  private static func year(of bytes: [UInt8]) -> Int? { bytes.count % 2 == 0 ? 2022 : nil }

  private static func checkFacts(of report: Report, _ scalars: [Unicode.Scalar]) throws(Finding) {
    var last = 0
    for fact in report.facts {
      let range = fact.range
      try require(range.lowerBound >= last && range.upperBound <= scalars.count, "fact at \(range)")
      last = range.lowerBound
      try require(report.statements.indices.contains(fact.statement), "statement of \(fact)")
      let statement = report.statements[fact.statement]
      let isInLines =
        fact.lines.lowerBound >= statement.lines.lowerBound
        && fact.lines.upperBound <= statement.lines.upperBound
      try require(isInLines, "lines \(fact.lines) of a fact, \(statement.lines) of its statement")
      try checkSurface(of: fact, scalars[range])
      if let low = fact.interval.lower, let high = fact.interval.upper {
        try require(!(high < low), "ends out of order: \(fact)")
      }
      if let low = fact.lower, let high = fact.upper {
        try require(!(Number.exact(high) < Number.exact(low)), "ends out of order: \(fact)")
      }
    }
    for line in report.factLines().split(separator: UInt8(ascii: "\n")) {
      try require((try? JSONReader.value(of: Array(line))) != nil, "no JSON: \(line)")
    }
  }

  /// A surface is what stands at its place without line breaks and marks.
  private static func checkSurface(
    of fact: Fact, _ place: ArraySlice<Unicode.Scalar>
  ) throws(Finding) {
    var rest = place
    for scalar in fact.surface.unicodeScalars {
      guard let next = rest.firstIndex(of: scalar) else {
        throw Finding("`\(fact.surface)` does not stand at \(fact.range)")
      }
      rest = rest[(next + 1)...]
    }
  }

  private static func checkRows(of report: Report) throws(Finding) {
    var rows = LedgerRows()
    for id in ["a", "b"] { rows.append(report: report, id: id) }
    try require(rows.facts.count == 2 * report.facts.count, "\(rows.facts.count) rows of facts")
    let standing =
      rows.indicators.map(\.standing.sources) + rows.projects.map(\.standing.sources)
      + rows.measures.map(\.standing.sources) + rows.honours.map(\.sources)
      + rows.facts.map { [$0.source] }
    for sources in standing {
      let isKnown = sources.allSatisfy { rows.sources.indices.contains($0) }
      try require(isKnown && !sources.isEmpty, "sources \(sources) of \(rows.sources.count)")
    }
    try require(rows.sources.allSatisfy { (0..<2).contains($0.report) }, "a source's report")
    let ledger = Ledger(rows)
    try require(ledger.table(.facts).count == rows.facts.count, "rows of the table of facts")
  }
}
