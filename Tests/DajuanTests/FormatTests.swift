import DajuanLedger
import DajuanSyntax
import Testing

@testable import Dajuan

#if canImport(Glibc)
  import Glibc
#endif

/// Formats for spreadsheets, pages and tables of other programs.
@Suite struct FormatTests {
  private static var rows: LedgerRows {
    var rows = LedgerRows()
    rows.honours = ["=1+1", "@sum", "－1", "plain", "a\tb\\c\nd", "<b>&\"'"].map {
      HonourRow(place: nil, name: $0, level: nil, period: nil, sources: [])
    }
    return rows
  }

  private func written(_ query: String, _ options: RenderOptions) throws -> String {
    var ask = Asking(Self.rows)
    ask.options = options
    return try ask(query)
  }

  @Test func tsvIsARowALine() throws {
    let text = try written("honours | select name, level", RenderOptions(format: .tsv))
    #expect(
      text == """
        name\tlevel
        =1+1\t
        @sum\t
        －1\t
        plain\t
        a\\tb\\\\c\\nd\t
        <b>&"'\t

        """)
  }

  @Test func formulasAreNeutralisedOnRequest() throws {
    var options = RenderOptions(format: .csv, guardsFormulas: true)
    let text = try written("honours | select name | take 4", options)
    #expect(text == "name\n'=1+1\n'@sum\n'－1\nplain\n")
    options.guardsFormulas = false
    #expect(try written("honours | select name | take 1", options) == "name\n=1+1\n")
    // A negative figure is none.
    var ask = Asking(ChartRows.rows)
    ask.options = RenderOptions(format: .tsv, guardsFormulas: true)
    #expect(try ask("indicators | where growth < -1% | select growth").contains("\n-3.2%\n"))
  }

  @Test func htmlEscapes() throws {
    let text = try written("honours | select name | skip 5", RenderOptions(format: .html))
    #expect(
      text == """
        <meta charset="utf-8">
        <table lang="en">
        <caption style="caption-side:bottom">1 row</caption>
        <thead>
        <tr><th>name</th></tr>
        </thead>
        <tbody>
        <tr><td>&lt;b&gt;&amp;&quot;&apos;</td></tr>
        </tbody>
        </table>

        """)
  }

  @Test func aBoxStandsAroundEveryCell() throws {
    #expect(
      try written("honours | select name, level | skip 3 | take 1", RenderOptions(format: .box))
        == """
        ┌───────┬───────┐
        │ name  │ level │
        ├───────┼───────┤
        │ plain │ –     │
        └───────┴───────┘
        1 row

        """)
  }

  @Test func aBlockARow() throws {
    var options = RenderOptions(format: .line)
    #expect(
      try written("honours | select name, level | skip 3", options)
        == """
        ── 1 ───────────────────────────────────
         name  plain
        level  –
        ── 2 ───────────────────────────────────
         name  a␉b\\c␊d
        level  –
        ── 3 ───────────────────────────────────
         name  <b>&"'
        level  –
        3 rows

        """)
    (options.maximumRows, options.maximumWidth, options.language) = (2, 30, .chinese)
    #expect(
      try written("honours | select name = \"名称很长要分几行才写得下的荣誉，后面还有\", level", options)
        == """
        ── 1 ─────────────────────────
        name  名称很长要分几行才写得下
              的荣誉，后面还有
        层级  –
        ⋮
        ── 6 ─────────────────────────
        name  名称很长要分几行才写得下
              的荣誉，后面还有
        层级  –
        中间 4 行未显示
        6 行

        """)
    #expect(try written("1 + 1", options) == "2\n")
  }

  @Test func formatsHaveChineseNames() {
    for format in OutputFormat.allCases {
      #expect(OutputFormat(named: format.chinese) == format)
      #expect(OutputFormat(named: format.rawValue) == format)
    }
    #expect(OutputFormat(named: "竖排") == .line && OutputFormat(named: "横排") == nil)
  }

  @Test func namesOfFilesTellTheFormat() {
    for (name, format) in [
      ("a.csv", OutputFormat.csv), ("a.b.TSV", .tsv), ("x/y.md", .markdown), ("p.htm", .html),
      ("r.arrow", .arrow), ("l.ndjson", .jsonl), ("n.txt", .table),
    ] {
      #expect(OutputFormat(fileName: name) == format)
    }
    for name in ["csv", "a.dir/csv", "a.svg", "a."] { #expect(OutputFormat(fileName: name) == nil) }
  }

  @Test func anArrowFileOfAnAnswer() throws {
    let folder = ArrowAnswerFolder()
    var session = Session(ledger: try .bundled())
    let query = "projects | summarize s = sum(investment), n = count() by period, nature"
    var answers: [QueryResult] = []
    try session.run(Source(query)) { answers.append($0) }
    let file = try folder.written(#require(answers.first))
    #expect(file.rowCount == 2)
    #expect(
      file.columns.map(\.name) == [
        "period", "nature", "s", "s_lower", "s_upper", "s_unit", "s_text", "n",
      ])
    #expect(try file.values("n") == [Int64(6), 8])
    #expect(try file.values("s") == [56_864_000_000.0, 40_000_000_000])
  }
}

/// A folder for the file of a test, which goes with it.
private final class ArrowAnswerFolder {
  private let path: String

  init() {
    var template = Array("/tmp/dajuan-answer.XXXXXX".utf8CString)
    precondition(mkdtemp(&template) != nil, "a folder for the test's file")
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit {
    unlink(path + "/answer.arrow")
    rmdir(path)
  }

  /// Writes an answer and reads the file.
  func written(_ result: QueryResult) throws -> ArrowFile {
    let name = path + "/answer.arrow"
    let descriptor = open(name, O_WRONLY | O_CREAT, 0o600)
    defer { close(descriptor) }
    #expect(try result.writeArrow(to: descriptor, name: name))
    return try ArrowFile(MappedFile(name))
  }
}

extension ArrowFile {
  fileprivate func values<Element: ArrowNumber>(_ name: String) throws -> [Element] {
    let buffer: Buffer<Element> = try column(name).numbers()
    return (0..<buffer.count).map { buffer[$0] }
  }
}
