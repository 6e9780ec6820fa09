import DajuanLedger
import DajuanSyntax
import TerminalText
import Testing

@testable import Dajuan

#if canImport(Glibc)
  import Glibc
#endif

/// Charts in characters: each file of Tests/Charts is a query, a line `---`, and what it draws.
/// `DAJUAN_RECORD=1` writes the drawings anew.
@Suite struct ChartDrawingTests {
  static let files = RepositoryFiles.names(in: "Tests/Charts").filter { $0.hasSuffix(".txt") }

  @Test func thereAreDrawings() { #expect(Self.files.count >= 14) }

  @Test(arguments: files)
  func drawsWhatItShows(file: String) throws {
    let path = "Tests/Charts/\(file)"
    let text = try #require(RepositoryFiles.text(path))
    let query = try #require(text.split(separator: "---\n").first)
    var ask = Asking(ChartRows.rows)
    let drawn = "\(query)---\n" + (try ask(String(query)))
    if getenv("DAJUAN_RECORD") != nil { RepositoryFiles.write(drawn, to: path) }
    #expect(RepositoryFiles.text(path) == drawn)
    for line in drawn.split(separator: "\n").dropFirst() {
      #expect(DisplayWidth.of(line) <= 80 || line.hasPrefix("no room") || line.hasPrefix("图中写不下"))
      #expect(!line.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
      #expect(line.last != " ")
    }
  }

  @Test("A narrow terminal is kept to", arguments: [40, 50, 60, 100, 120])
  func widths(width: Int) throws {
    var ask = Asking(ChartRows.rows)
    ask.options.maximumWidth = width
    for query in [
      "indicators | where growth is present | chart bar name, growth",
      "indicators | where level is present | chart line period, level, place",
      "indicators | chart line name, growth",
    ] {
      for line in try ask(query).split(separator: "\n") {
        // The note beneath may be longer: it is words, which a terminal wraps.
        if ["missing", "uncertain", "no room"].contains(where: line.contains) { continue }
        #expect(DisplayWidth.of(line) <= width, "\(line)")
      }
    }
  }

  @Test func colourOnlyMarksHeadingsAndNotes() throws {
    var ask = Asking(ChartRows.rows)
    let plain = try ask("indicators | chart bar name, growth")
    ask.options.usesColor = true
    let coloured = try ask("indicators | chart bar name, growth")
    #expect(coloured.hasPrefix("\u{1B}[1mname"))
    let bare = coloured.replacing("\u{1B}[0m", with: "").replacing("\u{1B}[1m", with: "")
      .replacing("\u{1B}[2m", with: "")
    #expect(bare == plain)
  }
}

/// What a chart gives besides its picture.
@Suite struct ChartTests {
  private func written(_ query: String, _ format: OutputFormat) throws -> String {
    var ask = Asking(ChartRows.rows)
    ask.options.format = format
    return try ask(query)
  }

  @Test func otherFormatsHaveTheRows() throws {
    let query = "indicators | where growth >= 10% | chart bar name, 增速 = growth"
    #expect(try written(query, .csv) == "name,增速\n固定资产投资,10%\n")
    #expect(
      try written(query, .jsonl) == """
        {"name":"固定资产投资","增速":{"text":"10%","value":10,"lower":10,"upper":10,"unit":"%",\
        "bound":"exact"}}

        """)
    #expect(try written(query, .json).hasPrefix("[{\"name\""))
    #expect(try written(query, .markdown).hasPrefix("| name | 增速 |\n| --- | ---: |\n"))
    #expect(
      try written("indicators | where level > 800亿元 | chart spark level by place, period", .csv)
        == "place,period,level\n甲区,2022,843亿元\n")
  }

  @Test func whatGoesOnFromAChartHasItsRows() throws {
    var ask = Asking(ChartRows.rows)
    #expect(try ask("indicators | chart bar name, growth").contains("█"))
    #expect(try ask.column("name", of: "| where growth > 8%") == ["固定资产投资"])
    #expect(try ask("let c = indicators | chart bar name, growth\nc").contains("█"))
    #expect(!(try ask("c | take 3").contains("█")))
  }

  @Test(arguments: [
    ("indicators | chart bar name, place", ["DJ0307@place"]),
    ("indicators | chart bar name, grwth", ["DJ0202@grwth"]),
    ("指标 | 图表 折线 期间, 名称", ["DJ0307@名称"]),
    ("indicators | chart line source, level", ["DJ0307@source"]),
    ("indicators | chart spark period by place", ["DJ0307@period"]),
    ("indicators | chart bar name, level, growth", ["DJ0143@bar name, level, growth"]),
    ("indicators | chart line level, level", ["DJ0206@level"]),
    ("indicators | chart bar name, growth | take 3", ["DJ0355@take"]),
    ("indicators | chart bar name, growth | cite | count", ["DJ0355@cite"]),
    ("indicators | chart bar name, growth | sort period", ["DJ0355@sort"]),
    ("indicators | chart bar name, sum(growth)", ["DJ0308@sum(growth)"]),
    ("indicators | chart bar name, lag(growth)", ["DJ0351@lag(growth)"]),
  ])
  func mistakes(query: String, expected: [String]) {
    var ask = Asking(ChartRows.rows)
    #expect(ask.mistakes(query) == expected)
  }

  @Test func oneDimensionAnAxis() throws {
    var ask = Asking(SampleRows.rows)
    for query in [
      "indicators | chart bar name, level", "indicators | chart line period, level, place",
      "indicators | chart spark level", "indicators | chart line level, growth",
    ] {
      #expect(ask.mistakes(query) == ["DJ0401@level"])
    }
    let error = #expect(throws: ScriptError.self) {
      try ask.session.run(Source("indicators | chart bar name, level")) { _ in }
    }
    #expect(
      error?.diagnostics.first?.message(in: .english) == "`chart bar` over both 元 and 人")
    #expect(ask.mistakes("indicators | chart spark level by unit(level)") == [])
    #expect(ask.mistakes("indicators | where unit(level) == \"元\" | chart bar name, level") == [])
  }

  @Test func unitsOfOneDimensionAreDrawnToOneScale() throws {
    var ask = Asking(
      YearRows.rows([
        ("甲", 2020, SampleRows.quantity("1", "公里")), ("乙", 2020, SampleRows.quantity("500", "米")),
      ]))
    let bars = try ask("indicators | chart bar place, level").split(separator: "\n")
      .map { $0.count { $0 == "█" } }
    #expect(bars[1] > 40 && bars[2] == bars[1] / 2)
  }
}

@Suite struct ChartScaleTests {
  private static let axes: [([Double], [String])] = [
    ([0, 10], ["0", "5", "10"]),
    ([-3.2, 10], ["-5", "0", "5", "10"]),
    ([528.7, 843], ["500", "600", "700", "800", "900"]),
    ([7, 7], ["2", "4", "6", "8", "10", "12"]),
    ([0, 0], ["-1", "-0.5", "0", "0.5", "1"]),
    ([0.001, 0.0035], ["0.001", "0.002", "0.003", "0.004"]),
    (
      [4e15, 4e15 + 4],
      ["0", "2000000000000000", "4000000000000000", "6000000000000000", "8000000000000000"]
    ),
  ]

  @Test(arguments: axes)
  func ticksAreRound(numbers: [Double], labels: [String]) {
    let scale = ChartScale(numbers) { $0.description }
    #expect(scale.ticks.map(\.label) == labels)
    #expect(numbers.allSatisfy { (0...1).contains(scale.position($0)) })
  }

  @Test func roomIsLeftForOpenEnds() {
    let scale = ChartScale([0, 10], hasRoomAbove: true, hasRoomBelow: true) { $0.description }
    #expect(scale.low < 0 && scale.high > 10)
  }

  @Test func anyNumbersFit() {
    for exponent in stride(from: -300, through: 300, by: 7) {
      var number = 1.0
      for _ in 0..<abs(exponent) { number = exponent < 0 ? number / 10 : number * 10 }
      let scale = ChartScale([number, number * 3]) { _ in "" }
      #expect(scale.ticks.count >= 3 && scale.ticks.count <= 7)
      #expect(scale.low <= number && number * 3 <= scale.high * (1 + 1e-12))
    }
  }
}
