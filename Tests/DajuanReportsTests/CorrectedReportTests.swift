import DajuanLedger
import Testing

@testable import DajuanReports

/// Corrections over what the rules found, and what there is to doubt.
@Suite struct CorrectedReportTests {
  private static func report(_ text: String) throws -> Report {
    try ReportReader.read(Array(text.utf8), options: .init(year: 2022, place: "青禾县"))
  }

  private static let text = """
    一、2021年工作回顾

    东部新修水渠37公里。西部新修水渠37公里，改造泵站12座。

    二、2022年工作安排

    新修水渠39公里以上。
    """

  private static func correction(
    _ prefix: String, _ quote: String, _ suffix: String, _ field: Correction.Field,
    _ value: String = ""
  ) -> Correction {
    Correction(
      anchor: .init(report: "a", prefix: prefix, quote: quote, suffix: suffix), field: field,
      value: value, by: "李", date: "2026-11-25T10:00:00", note: "")
  }

  @Test func theWordsAroundTellWhichFactIsMeant() throws {
    let report = try Self.report(Self.text)
    for fact in report.facts {
      let anchor = report.anchor(of: fact, report: "a")
      let (corrected, unmatched) = report.corrected(
        by: [Correction(anchor: anchor, field: .kind, value: "other")])
      #expect(unmatched.isEmpty)
      #expect(corrected.facts.filter { !$0.corrections.isEmpty }.map(\.range) == [fact.range])
    }
  }

  @Test func everyField() throws {
    let report = try Self.report(Self.text)
    let changes: [(Correction.Field, String, (Fact) -> Bool)] = [
      (.value, "40", { $0.interval == Interval(lower: .exact(Decimal(40)), upper: nil) }),
      (.upper, "50", { $0.interval.upper == .exact(Decimal(50)) && $0.lower == Decimal(39) }),
      (.lower, "", { $0.interval == .everything }),
      (.bound, "less_than", { $0.interval.excludesUpper && $0.lower == nil }),
      (.bound, "exact", { $0.interval.point == .exact(Decimal(39)) }),
      (.unit, "米", { $0.unit == "米" && $0.value == Decimal(39) }),
      (.nature, "actual", { $0.nature == .actual && $0.force == .achieved }),
      (.force, "strive", { $0.nature == .target && $0.force == .strive }),
      (.period, "2022-2026", { $0.period == Period(years: 2022, through: 2026) }),
      (.period, "", { $0.period == nil }), (.kind, "other", { $0.kind == .other }),
      (.subject, "灌渠", { $0.subject == "灌渠" }), (.measure, "新修", { $0.measure == "新修" }),
      (.role, "change", { $0.role == .change }),
    ]
    for (field, value, holds) in changes {
      let correction = Self.correction("新修水渠", "39公里以上", "。", field, value)
      #expect(correction.problem == nil)
      let corrected = report.corrected(by: [correction]).report
      let fact = try #require(corrected.facts.last)
      #expect(holds(fact), "\(field) \(value)")
      #expect(fact.surface == "39公里以上", "the words stay the report's")
    }
  }

  @Test func aLaterLineHolds() throws {
    let report = try Self.report(Self.text)
    let corrected = report.corrected(by: [
      Self.correction("", "12座", "", .kind, "other"),
      Self.correction("", "12座", "", .kind, "project"),
      Self.correction("", "12座", "", .delete), Self.correction("", "12座", "", .confirm),
    ]).report
    #expect(corrected.facts.count == 4)
    let fact = try #require(corrected.facts.first { $0.surface == "12座" })
    #expect(fact.kind == .project)
    #expect(fact.correctionNote?.contains("kind project (李 2026-11-25)") == true)
  }

  @Test func whatFindsNothingIsTold() throws {
    let report = try Self.report(Self.text)
    let (same, unmatched) = report.corrected(by: [
      Self.correction("", "38公里", "", .delete), Self.correction("", "37公里", "", .delete),
      Self.correction("北部", "37公里", "！", .delete),
    ])
    #expect(same.facts.map(\.range) == report.facts.map(\.range))
    #expect(
      unmatched.map(\.reason) == [
        "no fact of the report has these words",
        "2 facts have these words: it needs a prefix or suffix",
        "the words are there, and not with those before and after them",
      ])
  }

  @Test func halfOfTheWordsAroundAreEnoughForOne() throws {
    let report = try Self.report(Self.text)
    let (corrected, unmatched) = report.corrected(
      by: [Self.correction("南部新修水渠", "37公里", "，改造泵站", .delete)])
    #expect(unmatched.isEmpty)
    #expect(corrected.facts.count == 3)
    #expect(corrected.facts.first?.range == report.facts.first?.range)
  }

  @Test func brokenLinesDoNotMatter() throws {
    let long = Self.text.replacing("西部新修", with: "各级各部门坚持一年接着一年干，在西部新修")
    let report = try Self.report(long)
    // As a page of narrow columns has it.
    let broken = try Self.report(
      long.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        stride(from: 0, to: line.count, by: 20).map { line.dropFirst($0).prefix(20) }
          .joined(separator: "\n")
      }.joined(separator: "\n"))
    let anchor = report.anchor(of: report.facts[1], report: "a")
    let (corrected, unmatched) = broken.corrected(by: [Correction(anchor: anchor, field: .delete)])
    #expect(unmatched.isEmpty)
    #expect(corrected.facts.map(\.surface) == ["37公里", "12座", "39公里以上"])
  }

  @Test func doubtsHaveTheirReasons() throws {
    let report = try Self.report(
      """
      新修幼儿园、敬老院分别为4和6所，财政自给率为103%，进入一个新阶段。

      一、2021年工作回顾

      地区生产总值增长7.5%。
      """)
    let doubts = zip(report.facts, report.doubts()).map { ($0.surface, $1) }
    func reasons(_ surface: String) -> [Doubt.Reason] {
      doubts.first { $0.0 == surface }?.1.reasons ?? []
    }
    #expect(reasons("4").contains(.suppliedUnit) && reasons("4").contains(.noSection))
    #expect(reasons("103%").contains(.largeShare))
    #expect(reasons("7.5%").isEmpty)
    #expect(doubts.allSatisfy { $0.1.score == $0.1.reasons.reduce(0) { $0 + $1.weight } })
  }

  @Test func anAccountCountsWhatIsLeftUnread() throws {
    let account = ReportAccount(try Self.report(Self.text + "\n落实“369”工作机制。2020年以来第2次。\n"))
    #expect(account.total == 4)
    #expect(account.unreadFigures == 2)
  }
}
