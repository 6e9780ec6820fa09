import DajuanLedger
import DajuanReports
import Foundation
import FuzzTargets
import Synchronization
import Testing

/// Tables written after a change take what has not changed from the tables there are.
@Suite struct KeptRowsTests {
  private let ledger: StoredLedger

  init() throws {
    ledger = try StoredLedger()
    try ledger.ingest([
      ("青禾县-2022", StoredLedger.report("青禾县", 2022)),
      ("青禾县-2023", StoredLedger.report("青禾县", 2023, growth: "8.1%")),
      ("白杨县-2022", StoredLedger.report("白杨县", 2022)),
    ])
  }

  /// The texts that were opened while something was done.
  private func textsRead(_ body: () throws -> Void) throws -> Set<String> {
    let paths = Mutex<Set<String>>([])
    try FileSystem.$oversight.withValue({ step, path in
      if step == .open, path.contains("/reports/") {
        _ = paths.withLock { $0.insert(String(path.split(separator: "/").last ?? "")) }
      }
      return .goesOn
    }) { try body() }
    return paths.withLock { $0 }
  }

  /// The tables say what they would say if they had been made of all texts, with the same bytes but for
  /// the order of words in dictionaries.
  private func expectWhole() throws {
    let kept = try LedgerFolder.openTables(of: ledger.path).get().ledger
    let folder = try LedgerFolder(ledger.path)
    let checked = folder.checkedTables()
    #expect(checked.problems.isEmpty, "\(checked.problems)")
    var comparison = TablesComparison(try #require(checked.tables))
    var warnings: [String] = []
    for (index, entry) in try LedgerReading.entries(of: folder, warnings: &warnings).enumerated() {
      comparison.compare(entry.report, id: entry.stored.id, at: index)
    }
    #expect(comparison.differences.isEmpty, "\(comparison.differences)")
    #expect(
      try StoredLedger.answers(of: kept)
        == StoredLedger.answers(of: Ledger(LedgerReading(folder).rows)))
  }

  @Test func aReportMoreIsAllThatIsRead() throws {
    let read = try textsRead {
      try ledger.ingest([("白杨县-2023", StoredLedger.report("白杨县", 2023, growth: "6%"))])
    }
    #expect(read.contains("白杨县-2023.md") && !read.contains("青禾县-2022.md"))
    try expectWhole()
  }

  @Test func aReplacedReportKeepsItsPlace() throws {
    let read = try textsRead {
      try ledger.ingest([
        ("青禾县-2023", StoredLedger.report("赤松县", 2023, growth: "5.5%") + "新建水库2座。\n")
      ])
    }
    #expect(!read.contains("青禾县-2022.md") && !read.contains("白杨县-2022.md"))
    try expectWhole()
    // Words that only the former text had are gone.
    let facts = try LedgerFolder.openTables(of: ledger.path).get().ledger.table(.facts)
    guard case .text(let words) = facts.columns[try #require(facts.schema.index(of: "text"))] else {
      Issue.record("no column of words")
      return
    }
    #expect(words.words.strings.contains("5.5%") && !words.words.strings.contains("8.1%"))
  }

  @Test func correctedReportsAreReadUntilTheCorrectionIsTakenBack() throws {
    let read = try textsRead { try ledger.correct("青禾县-2023", "37公里", period: "2025") }
    #expect(read == ["青禾县-2023.md"])
    try expectWhole()
    try ledger.correct("青禾县-2022", "没有的话", period: "2025")
    #expect(try LedgerFolder.openTables(of: ledger.path).get().notes.count == 1)
    let again = try textsRead {
      let writer = try LedgerWriter(ledger.path, tool: ToolVersion.text, creates: false)
      try writer.replaceCorrections(CorrectionFile())
    }
    #expect(again.isEmpty)
    try ledger.ingest([])
    #expect(try LedgerFolder.openTables(of: ledger.path).get().notes.isEmpty)
    try expectWhole()
  }

  /// What is wrong with a table is not carried on.
  @Test func damagedTablesAreMadeAnew() throws {
    let table = try #require(try LedgerFolder(ledger.path).manifest.tables?.file(of: "facts"))
    let path = "\(ledger.path)/tables/\(table.name)"
    var bytes = try FileReading.bytes(of: path)
    bytes[bytes.count / 2] ^= 1
    try FileReplacement.put(bytes, at: path)
    let read = try textsRead {
      try ledger.ingest([("白杨县-2023", StoredLedger.report("白杨县", 2023))])
    }
    #expect(read.isSuperset(of: ["青禾县-2022.md", "青禾县-2023.md"]))
    try expectWhole()
  }
}
