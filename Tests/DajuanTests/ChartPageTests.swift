import DajuanLedger
import DajuanSyntax
import Testing

@testable import Dajuan

/// Charts as SVG.
@Suite struct ChartPageTests {
  private func page(_ query: String, _ rows: LedgerRows = ChartRows.rows) throws -> String {
    var session = Session(ledger: Ledger(rows))
    var page = ChartPage(RenderOptions())
    try session.run(Source(query)) { page.add($0) }
    var text = ""
    page.write(to: &text)
    return text
  }

  static let queries = [
    "indicators | chart bar name, growth", "projects | chart bar name, investment",
    "projects | chart line name, investment, area",
    "projects | chart spark investment by name, area",
    "indicators | chart line period, level, place",
    "indicators | chart line growth, growth2 = growth",
    "indicators | chart spark level by place", "indicators | chart spark growth",
    "indicators | where false | chart bar name, growth",
    "indicators | where false | chart line period, level",
    "indicators | where false | chart spark level",
    "指标 ｜ 图表 条形 名称， 增速；指标 ｜ 图表 迷你 总量 按 地区",
    "indicators | where level is missing | chart line period, level, place",
  ]

  @Test("A document is well-formed and stands by itself", arguments: queries)
  func wellFormed(query: String) throws {
    let text = try page(query)
    var checker = XMLChecker(text)
    #expect(checker.problem() == nil)
    #expect(checker.root == "svg")
    let allowed: Set<String> = [
      "svg", "title", "defs", "pattern", "rect", "g", "text", "line", "polyline", "polygon",
      "circle",
    ]
    #expect(checker.elements.subtracting(allowed) == [])
    // Nothing that loads or runs anything.
    #expect(
      !checker.attributes.contains { $0.hasPrefix("on") || $0.hasSuffix("href") || $0 == "style" })
    let links = text.replacing("http://www.w3.org/2000/svg", with: "")
    #expect(!links.contains("http") && !links.contains("javascript"))
    #expect(text.replacing("url(#uncertain)", with: "").contains("url(") == false)
    #expect(!text.contains("NaN") && !text.contains("inf"))
  }

  @Test func hostileNamesAreText() throws {
    let text = try page("projects | chart bar name, investment")
    #expect(!text.contains("<script"))
    #expect(text.contains("路&lt;script&gt;alert(&apos;x&apos;)"))
    #expect(text.contains("&lt;/script&gt;&amp;␛[31m&lt;U+2"))
    #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
  }

  @Test func everyFigureIsThere() throws {
    let line = try page("indicators | chart line period, level, place")
    for figure in ["528.7亿元", "784.2亿元", "430亿–470亿元", "≥500亿元"] {
      #expect(line.contains(": \(figure)</title>"))
    }
    #expect(line.contains("not drawn, missing"))
    let bar = try page("indicators | chart bar name, growth")
    for figure in ["10%", "7.5%以上", "3%–4.5%", "≤5.5%", "-6%～-5%"] {
      #expect(bar.contains(">\(figure)</text>"))
    }
    #expect(bar.contains("fill=\"url(#uncertain)\""))
  }

  @Test func chartsStandOneBelowTheOther() throws {
    let one = try page("indicators | chart spark level by place")
    let two = try page(
      "indicators | chart spark level by place\nindicators | count\nindicators | chart spark level by place"
    )
    #expect(Self.height(two) == Self.height(one) * 2)
    #expect(two.contains("<g transform=\"translate(0 \(SVGBuilder.number(Self.height(one))))\">"))
  }

  @Test func anAnswerThatIsNoChartIsNotDrawn() throws {
    var session = Session(ledger: Ledger(ChartRows.rows))
    var page = ChartPage(RenderOptions())
    var drawn: [Bool] = []
    try session.run(Source("indicators | count\nindicators | chart spark level")) {
      drawn.append(page.add($0))
      #expect($0.isChart == drawn.last)
      #expect(page.isEmpty != drawn.last)
    }
    #expect(drawn == [false, true])
  }

  @Test func theCheckerFindsWhatIsWrong() {
    for text in [
      "<a><b></a></b>", "<a>", "<a b=c/>", "<a b=\"<\"/>", "<a>&x;</a>", "<a>a & b</a>", "<a/><b/>",
      "<a b=\"1\" b=\"2\"/>", "<a>\u{1}</a>", "</a>",
    ] {
      var checker = XMLChecker(text)
      #expect(checker.problem() != nil, "\(text)")
    }
    var checker = XMLChecker("<a b=\"&lt;\">x<c/> &amp; y</a>\n")
    #expect(checker.problem() == nil)
  }

  private static func height(_ text: String) -> Double {
    let after = text.split(separator: " height=\"", maxSplits: 1).last ?? ""
    return Double(after.prefix { $0 != "\"" }) ?? 0
  }
}
