package import DajuanLedger

/// What was found in a report, in numbers, and what was left unread.
package struct ReportAccount: Sendable, Hashable {
  /// How many facts there are of each kind, in the order of ``Kind``.
  package let facts: [Kind: Int]
  package let indicators: Int
  package let projects: Int
  package let measures: Int
  package let honours: Int
  /// Runs of digits that are part of no fact and of no date: names, section numbers, ordinals, and
  /// what the rules do not know.
  package let unreadFigures: Int

  /// How many facts there are.
  package var total: Int { facts.values.reduce(0, +) }

  /// Counts. Cost: that of making the report's rows.
  package init(_ report: Report) {
    var rows = LedgerRows()
    rows.append(report: report, id: "")
    facts = Dictionary(grouping: report.facts, by: \.kind).mapValues(\.count)
    indicators = rows.indicators.count
    projects = rows.projects.count
    measures = rows.measures.count
    honours = rows.honours.count
    unreadFigures = report.unreadFigures()
  }
}

extension Report {
  /// Counts the runs of digits in its statements that no fact has and that are followed by neither
  /// 年, 月 nor 日. Cost: linear in the text.
  func unreadFigures() -> Int {
    var count = 0
    var next = 0
    for statement in statements {
      let source = statement.words.source
      var index = statement.words.range.lowerBound
      let end = statement.words.range.upperBound
      while index < end {
        guard Self.isDigit(source.scalars[Int(source.origin[index])]) else {
          index += 1
          continue
        }
        let start = Int(source.origin[index])
        while index < end, Self.isDigit(source.scalars[Int(source.origin[index])]) { index += 1 }
        let after = index < end ? source.scalars[Int(source.origin[index])] : 0
        while next < facts.count, facts[next].range.upperBound <= start { next += 1 }
        let isRead = next < facts.count && facts[next].range.lowerBound <= start
        if !isRead, !Self.timeWords.contains(after) { count += 1 }
      }
    }
    return count
  }

  private static func isDigit(_ scalar: UInt32) -> Bool {
    (0x30...0x39).contains(scalar) || (0xFF10...0xFF19).contains(scalar)
  }

  /// 年, 月, 日.
  private static let timeWords: Set<UInt32> = [0x5E74, 0x6708, 0x65E5]
}
