import DajuanLedger
import DajuanSyntax
import TerminalText
import Testing

@testable import Dajuan

/// Whatever the answer and the screen: no row is wider, and no figure is cut.
@Suite struct RenderWidthTests {
  private static let queries = [
    "facts", "事实", "indicators", "项目", "measures", "honours", "reports",
    "projects | summarize invested = sum(investment), n = count() by period, nature, area",
    "indicators | track", "facts | cite | take 4", "facts | describe",
    "facts | select value", "facts | select text, value, unit, source", "honours | select name",
    "projects | derive half = investment / 3 | select name, half, 一半 = half",
    "projects | derive a_long_name_without_end = number(investment) / 7 | select a_long_name_without_end",
    "facts | where 1 == 2", "500亿元 * (1 + 8%)",
    "indicators | chart bar name, growth", "指标 ｜ 图表 条形 名称，增速",
    "facts | where unit == \"个\" | chart bar subject, value",
    "indicators | where level is present | chart line period, level, name",
    "facts | where unit == \"亿元\" or unit == \"元\" | chart line subject, value",
    "facts | where unit == \"个\" | chart spark value by kind",
    "项目 ｜ 筛选 投资 有值 ｜ 图表 迷你 投资 按 期间，性质",
  ]

  private static let widths = Array(8...24) + [30, 40, 57, 80, 100, 160]

  @Test(arguments: queries, [OutputFormat.table, .box, .line])
  func noRowIsWiderThanTheScreen(query: String, format: OutputFormat) throws {
    var ask = try Asking()
    ask.options.format = format
    for width in Self.widths {
      ask.options.maximumWidth = width
      for line in try ask(query).split(separator: "\n") {
        #expect(DisplayWidth.of(line) <= width, "\(width): \(line)")
      }
    }
  }

  /// Of rows of every sort of bound, negative numbers, and none.
  @Test(arguments: [
    "indicators | chart bar name, growth", "projects | chart bar name, investment",
    "indicators | where level is present | chart line period, level, place",
    "indicators | chart line name, growth",
    "indicators | where level is present | chart spark level by place",
    "indicators | select name, growth, level, share", "projects",
  ])
  func norOfStrangeRows(query: String) throws {
    var ask = Asking(ChartRows.rows)
    for width in Self.widths {
      ask.options.maximumWidth = width
      for line in try ask(query).split(separator: "\n") {
        #expect(DisplayWidth.of(line) <= width, "\(width): \(line)")
      }
    }
  }

  /// Every figure of a column that is shown stands on one line, from the width of the widest on; on a
  /// narrower screen its characters stand one under the other.
  @Test func noFigureIsCut() throws {
    var ask = try Asking()
    let query = "facts | select subject, value, period"
    let figures = try ask.column("value", of: query)
    let widest = figures.map { DisplayWidth.of($0) }.max() ?? 0
    for width in Self.widths {
      ask.options.maximumWidth = width
      let text = try ask(query)
      guard text.hasPrefix("subject"), text.prefix(while: { $0 != "\n" }).contains("value") else {
        continue
      }
      let lines = Set(text.split(whereSeparator: { $0 == "\n" || $0 == " " }).map(String.init))
      for figure in figures where width >= widest + 12 {
        #expect(lines.contains(figure), "\(width): \(figure)")
      }
    }
    ask.options.maximumWidth = 8
    let narrow = try ask("facts | select value")
    let run = narrow.filter { $0 != "\n" && $0 != " " }
    for figure in figures { #expect(run.contains(figure), "\(figure)") }
  }

  @Test func whatGivesWayIsNamed() throws {
    var ask = try Asking()
    ask.options.maximumWidth = 60
    let text = try ask("facts | select section, subject, value, unit, force, period, text, source")
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines[0].contains("…"))
    let shown = Set(lines[0].split(separator: " "))
    #expect(shown.isSuperset(of: ["section", "value", "source"]), "the ends and the figures stay")
    let note = try #require(lines.first { $0.hasPrefix("no room for ") })
    for name in ["subject", "unit", "force", "period", "text"]
    where !shown.contains(Substring(name)) {
      #expect(note.contains(name) || text.contains("the same in every row: \(name)"))
    }
    // Of the same query without a limit nothing is left out.
    ask.options.maximumWidth = nil
    #expect(!(try ask("facts")).contains("…"))
  }

  /// A figure is nothing without what it is of.
  @Test(arguments: [
    ("projects | take 1", "name", 80), ("projects", "name", 40),
    ("indicators | track", "name", 40), ("facts", "subject", 80), ("事实", "主体", 40),
  ])
  func theColumnThatNamesTheRowsStays(query: String, column: String, width: Int) throws {
    var ask = try Asking()
    ask.options.maximumWidth = width
    let headings = try #require(try ask(query).split(separator: "\n").first)
    #expect(headings.contains("…"), "something has given way")
    #expect(headings.split(separator: " ").contains(Substring(column)), "\(headings)")
  }

  @Test func whatIsTheSameInEveryRowIsToldBelow() throws {
    var ask = try Asking()
    ask.options.maximumWidth = 80
    let text = try ask("indicators | where nature == target")
    #expect(text.contains("the same in every row: place 郑州市二七区"))
    #expect(!(try #require(text.split(separator: "\n").first)).contains("place"))
    ask.options.maximumWidth = 200
    #expect(!(try ask("indicators | where nature == target")).contains("the same"))
  }

  @Test func ofVeryManyRowsTheFirstAndTheLastAreShown() throws {
    var ask = try Asking()
    ask.options.maximumRows = 5
    let text = try ask("facts | select subject, value")
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines.count == 2 + 5 + 1 + 2)
    #expect(lines[2].contains("先后应对疫情") && lines[5].hasPrefix("⋮"))
    #expect(lines.suffix(2) == ["not shown: 46 rows in the middle", "51 rows"])
    ask.options.format = .csv
    #expect(try ask("facts | select subject").split(separator: "\n").count == 52)
    ask.options.format = .table
    ask.options.maximumRows = 51
    #expect(!(try ask("facts | select subject")).contains("⋮"))
  }

  /// Of rows that are not shown nothing is said.
  @Test func whatIsMissingInTheRowsShownMayBeThereBetweenThem() throws {
    var ask = try Asking()
    ask.options.maximumWidth = 36
    ask.options.maximumRows = 2
    let query = "facts | select subject, measure, value, source"
    let lines = try ask(query).split(separator: "\n")
    #expect(lines.joined(separator: " ").contains("missing in the rows shown, not shown: measure"))
    #expect(try ask("事实 ｜ 选取 主体，度量，数值，出处").contains("\n所示各行均缺失而未列出：度量\n"))
    ask.options.maximumRows = nil
    #expect(!(try ask(query)).contains("missing"))
  }

  @Test func theFooterTellsTheTime() throws {
    var ask = try Asking()
    ask.options.elapsed = .microseconds(1234)
    #expect(try ask("honours | take 1 | select name").hasSuffix("\n1 row · 1.2 ms\n"))
    #expect(try ask("1 + 1") == "2\n1.2 ms\n")
    for (time, text) in [
      (Duration.microseconds(40), "0 ms"), (.microseconds(350), "0.4 ms"),
      (.microseconds(9_949), "9.9 ms"), (.milliseconds(35), "35 ms"),
      (.milliseconds(1_236), "1.24 s"), (.seconds(312), "312 s"),
    ] {
      #expect(QueryTime.text(time) == text)
    }
  }
}

/// One word of size a column.
@Suite struct ColumnScaleTests {
  private func shared(_ figures: [(String, String)]) -> ColumnScale.Shared {
    var scale = ColumnScale()
    for (number, unit) in figures { scale.add(SampleRows.quantity(number, unit)) }
    return scale.shared
  }

  @Test func theLargestWordThatNoFigureIsTooSmallFor() {
    #expect(shared([("56864000000", "元"), ("32000000", "元")]) == .word(.hundredMillion))
    #expect(shared([("514000000", "元"), ("325000", "元")]) == .word(.tenThousand))
    #expect(shared([("514000000", "元"), ("3", "元")]) == .none)
    #expect(shared([("20000", "人"), ("311", "人")]) == .word(.tenThousand))
    #expect(shared([("20000", "人"), ("35", "人")]) == .word(nil))
    #expect(shared([("35", "人"), ("8", "人")]) == .none, "there is no word to share")
    #expect(shared([("20000", "人"), ("20000", "元")]) == .none)
    #expect(shared([("7.5", "%")]) == .none)
  }

  @Test func reportedWordsStay() throws {
    var ask = try Asking()
    let text = try ask("facts | where unit == \"人\" | select value")
    #expect(text.contains("1.04万人") && text.contains("6.8万余人"))
    let computed = try ask("facts | where unit == \"人\" | derive x = value * 1 | select x | take 1")
    #expect(computed.contains("1.04万人"))
  }

  @Test func programsHaveEachFigureItsOwnWord() throws {
    var ask = Asking(ChartRows.rows)
    let query = "projects | derive x = investment * 1 | select x"
    #expect(try ask(query).contains("0.01亿元"))
    ask.options.format = .csv
    #expect(try ask(query).contains("100万元"))
  }
}
