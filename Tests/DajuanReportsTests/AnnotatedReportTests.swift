import DajuanLedger
import DajuanReports
import Testing

@Suite(
  "Annotated reports beside the checkout",
  .enabled(
    if: Shared.isPresent,
    "no ../shared beside the checkout: its annotated texts are not read"
  )
)
struct AnnotatedReportTests {
  /// A row's number, unit and ends as the annotation has them.
  private func expected(_ row: [String: String]) -> [String] {
    [row["surface"], row["value"], row["unit"], row["lower"], row["upper"], row["modality"]]
      .map { $0 ?? "" }
  }

  private func found(_ fact: Fact) -> [String] {
    [
      fact.surface, fact.value?.description ?? "", fact.unit, fact.lower?.description ?? "",
      fact.upper?.description ?? "", fact.nature.rawValue,
    ]
  }

  @Test("the page in reading order: every quantity, where it stands, nothing else")
  func readingOrder() throws {
    let report = try ReportReader.read(try Shared.bytes("gold/seed/seed.txt"))
    let rows = try Shared.rows("gold/seed/seed.tsv")
    #expect(report.facts.map(found) == rows.map(expected))
    #expect(report.facts.map { "\($0.range.lowerBound)" } == rows.map { $0["start"] ?? "" })
    #expect(report.facts.map { $0.period?.interchange } == rows.map { $0["period"] })
  }

  @Test("the raw page, columns out of order and lines broken: the same quantities")
  func rawPage() throws {
    let report = try ReportReader.read(try Shared.bytes("seed/report.txt"))
    let rows = try Shared.rows("gold/seed/seed.tsv")
    let spans = try Shared.rows("gold/seed/raw-spans.tsv")
    let inOrder = zip(rows, spans).sorted {
      Int($0.1["raw_start"] ?? "") ?? 0 < Int($1.1["raw_start"] ?? "") ?? 0
    }
    #expect(report.facts.map(found) == inOrder.map { expected($0.0) })
    #expect(
      report.facts.map { "\($0.range.lowerBound)" } == inOrder.map { $0.1["raw_start"] ?? "" }
    )
    #expect(report.facts.map { "\($0.range.upperBound)" } == inOrder.map { $0.1["raw_end"] ?? "" })
  }

  @Test("annotated passages: at most one quantity in fifty read otherwise than annotated")
  func passages() throws {
    var (agreed, total) = (0, 0)
    for number in ["03", "08", "10", "11", "14", "15"] {
      let pointer = String(
        decoding: try Shared.bytes("gold/passages/\(number).pointer"),
        as: UTF8.self
      )
      .split { $0 == " " || $0 == "\n" || $0 == "\t" }.map(String.init)
      let path = try #require(pointer.first)
      let line = try #require(Int(pointer[1]))
      let year = path.split(separator: "/").last.flatMap { Int($0.prefix(4)) }
      let report = try ReportReader.read(
        try Shared.bytes("gold/reports/" + path),
        options: .init(year: year)
      )
      let rows = try Shared.rows("gold/passages/\(number).tsv").map(expected)
      let facts = report.facts.filter { $0.lines.lowerBound == line }.map(found)
      total += rows.count
      agreed += zip(rows, facts).count { $0[1...] == $1[1...] }
      #expect(facts.count == rows.count, "passage \(number)")
    }
    #expect(total > 90 && agreed * 50 >= total * 49)
  }
}
