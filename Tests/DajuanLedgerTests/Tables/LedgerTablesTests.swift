import Glibc
import Testing

@testable import DajuanLedger

/// When the tables of a folder are used, and when they are not.
@Suite struct LedgerTablesTests {
  private let folder = LedgerTestFolder()
  private let sample = LedgerSample(seed: 7)

  private func problem(_ tool: String = ToolVersion.text) throws -> TablesProblem? {
    switch try LedgerFolder.openTables(of: folder.ledger, madeBy: tool) {
    case .success: nil
    case .failure(let problem): problem
    }
  }

  @Test func notesComeWithThem() throws {
    try folder.write(sample)
    let opened = try LedgerFolder.openTables(of: folder.ledger + "/").get()
    #expect(opened.notes == ["\(folder.ledger)/corrections.tsv: one finds nothing"])
    #expect(opened.ledger.reportName(1) == "报告1" && opened.ledger.reportName(3) == "")
  }

  @Test func ofAnotherVersionOrOtherCorrectionsTheyAreOutdated() throws {
    try folder.write(sample)
    #expect(try problem("0.0") == .outdated("of version \(ToolVersion.text)"))
    try FileReplacement.put(Array("#\n".utf8), at: folder.ledger + "/corrections.tsv")
    #expect(try problem() == .outdated("older than its corrections"))
    unlink(folder.ledger + "/corrections.tsv")
    #expect(try problem() == nil)
  }

  @Test func ofOtherReportsTheyAreOutdatedAndKept() throws {
    try folder.write(sample)
    do {
      var writer = try LedgerWriter(folder.ledger, tool: ToolVersion.text, creates: false)
      try writer.stage(
        Array("新".utf8),
        StoredReport(
          id: "新", file: "新.txt", sha256: SHA256.hex(Array("新".utf8)),
          origin: .init(name: "", sha256: "", form: "UTF-8")))
      try writer.commit()
    }
    #expect(try problem() == .outdated("older than its list of reports"))
    #expect(try LedgerFolder(folder.ledger).strangers() == [])
  }

  @Test func aLedgerWithoutThemHasNone() throws {
    var writer = try LedgerWriter(folder.ledger, tool: ToolVersion.text, creates: true)
    try writer.commit()
    #expect(try problem() == .missing)
  }

  /// The list of reports is told by its checksum; laid out anew by hand, it is read and is the same.
  @Test func aManifestLaidOutByHandIsTheSame() throws {
    try folder.write(sample)
    let path = folder.ledger + "/ledger.json"
    let text = String(decoding: try FileReading.bytes(of: path), as: UTF8.self)
    try FileReplacement.put(Array(text.replacing("\n", with: "\n  ").utf8), at: path)
    #expect(try problem() == nil)
    try FileReplacement.put(Array(text.replacing("报告1", with: "报告9").utf8), at: path)
    #expect(try problem() == .outdated("older than its list of reports"))
  }

  /// Who has the tables open keeps them, whatever becomes of the files.
  @Test func anOpenLedgerKeepsItsTables() throws {
    try folder.write(sample)
    let before = try folder.open()
    let names = Set(try FileReading.names(in: folder.ledger + "/tables"))
    let other = LedgerSample(seed: 8)
    try folder.write(other)
    let now = Set(try FileReading.names(in: folder.ledger + "/tables"))
    #expect(names.count == 7 && now.count == 7 && names.isDisjoint(with: now))
    TableFileTests.expectSame(before, sample.tables.ledger)
    TableFileTests.expectSame(try folder.open(), other.tables.ledger)
  }

  @Test func whatWasStagedAndNotCommittedGoes() throws {
    try folder.write(sample)
    let names = Set(try FileReading.names(in: folder.ledger + "/tables"))
    do {
      var writer = try LedgerWriter(folder.ledger, tool: ToolVersion.text, creates: false)
      try writer.stage(
        LedgerSample(seed: 9).tables, of: writer.folder.origin(madeBy: ToolVersion.text), notes: [])
    }
    #expect(Set(try FileReading.names(in: folder.ledger + "/tables")) == names)
    TableFileTests.expectSame(try folder.open(), sample.tables.ledger)
  }
}
