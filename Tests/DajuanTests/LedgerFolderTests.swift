import Dajuan
import DajuanLedger
import DajuanSyntax
import Glibc
import Testing

/// Ledgers on disk, opened by a program.
@Suite struct LedgerFolderTests {
  @Test func openedAndAsked() throws {
    var template = Array("/tmp/dajuan-ledger.XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    let folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    defer {
      for name in ["reports/a.txt", "ledger.json", "corrections.tsv"] {
        unlink(folder + "/" + name)
      }
      rmdir(folder + "/reports")
      rmdir(folder)
    }
    let text = Array("一、2021年工作回顾\n\n新修水渠37公里。\n".utf8)
    try Self.store(text, in: folder)
    let (ledger, warnings) = try Ledger.open(folder: folder)
    #expect(warnings.count == 2 && warnings[0].contains("it has no tables yet"))
    #expect(warnings[1].contains("the correction of 38公里 in a"))
    var session = Session(ledger: ledger)
    var answer = ""
    try session.run(Source("facts | select report, text, period")) {
      $0.write(RenderOptions(format: .csv), to: &answer)
    }
    #expect(answer == "report,text,period\na,37公里,2019\n")
    #expect(throws: LedgerFolderError.self) { try Ledger.open(folder: folder + "/reports") }
  }

  private static func store(_ text: [UInt8], in folder: String) throws {
    var writer = try LedgerWriter(folder, tool: "test", creates: true)
    try writer.stage(
      text,
      StoredReport(
        id: "a", file: "a.txt", sha256: SHA256.hex(text),
        origin: .init(name: "a.txt", sha256: "", form: "UTF-8"), givenYear: 2022))
    try writer.commit()
    var corrections = CorrectionFile()
    corrections.append(
      ["37公里", "38公里"].map {
        Correction(
          anchor: .init(report: "a", prefix: "", quote: $0, suffix: ""), field: .period,
          value: "2019")
      })
    try writer.replaceCorrections(corrections)
  }
}
