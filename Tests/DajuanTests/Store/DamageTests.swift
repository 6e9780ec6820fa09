import Dajuan
import DajuanLedger
import DajuanReports
import Foundation
import FuzzTargets
import Testing

/// Ledgers whose files were cut off or changed, by a disk or on purpose.
@Suite struct DamageTests {
  private let whole: StoredLedger
  private let answers: String
  private let tables: [StoredTables.File]

  init() throws {
    whole = try StoredLedger()
    try whole.ingest([
      ("青禾县-2022", StoredLedger.report("青禾县", 2022)),
      ("青禾县-2023", StoredLedger.report("青禾县", 2023, growth: "8.1%")),
    ])
    answers = try #require(try whole.answers())
    tables = try #require(try LedgerFolder(whole.path).manifest.tables).files
  }

  /// How many damages of a table are tried: DAJUAN_DAMAGES, or a few.
  private static let rounds =
    ProcessInfo.processInfo.environment["DAJUAN_DAMAGES"].flatMap { Int($0) } ?? 60

  private static func change(_ path: String, _ change: (inout [UInt8]) -> Void) throws {
    var bytes = try FileReading.bytes(of: path)
    change(&bytes)
    try FileReplacement.put(bytes, at: path)
  }

  /// Cut off or with a bit turned, a table is told with the way out, and the texts are read.
  @Test func aDamagedTableIsToldAndTheTextsAreRead() throws {
    let ledger = try whole.copy()
    var random = SeededGenerator(seed: 22)
    for table in tables {
      let path = "\(ledger.path)/tables/\(table.name)"
      let sound = try FileReading.bytes(of: path)
      var damages: [[UInt8]] = [0, 1, 7, 8, sound.count / 2, sound.count - 1].map {
        Array(sound.prefix($0))
      }
      for _ in 0..<12 {
        var bytes = sound
        bytes[Int.random(in: 0..<bytes.count, using: &random)] ^=
          1
          << UInt8.random(
            in: 0..<8, using: &random)
        damages.append(bytes)
      }
      for bytes in damages {
        try FileReplacement.put(bytes, at: path)
        let (opened, warnings) = try Ledger.open(folder: ledger.path)
        #expect(opened.table(.facts).count == 12)
        #expect(warnings.count == 1 && warnings[0].hasPrefix(path), "\(warnings)")
        #expect(warnings[0].contains("`dajuan verify --rebuild \(ledger.path)`"))
      }
      unlink(path)
      #expect(try Ledger.open(folder: ledger.path).warnings.first?.hasPrefix(path) == true)
      #expect(try ledger.answers() == answers)
      try FileReplacement.put(sound, at: path)
    }
    #expect(try Ledger.open(folder: ledger.path).warnings.isEmpty)
  }

  @Test func aDamagedManifestIsToldOrRead() throws {
    let ledger = try whole.copy()
    let path = ledger.path + "/ledger.json"
    let sound = try FileReading.bytes(of: path)
    var random = SeededGenerator(seed: 23)
    var outcomes: Set<String> = []
    for length in stride(from: 0, to: sound.count - 2, by: sound.count / 30) {
      try FileReplacement.put(Array(sound.prefix(length)), at: path)
      #expect(throws: LedgerFolderError.self, "of \(length) bytes") {
        try Ledger.open(folder: ledger.path)
      }
    }
    for _ in 0..<150 {
      try FileReplacement.put(sound, at: path)
      try Self.change(path) {
        $0[Int.random(in: 0..<$0.count, using: &random)] ^=
          1
          << UInt8.random(
            in: 0..<8, using: &random)
      }
      do {
        let (opened, warnings) = try Ledger.open(folder: ledger.path)
        outcomes.insert(warnings.isEmpty ? "read" : "told")
        #expect(opened.table(.facts).count == 12)
      } catch {
        outcomes.insert("refused")
        #expect(error.description.contains(ledger.path))
      }
    }
    #expect(outcomes == ["read", "told", "refused"])
  }

  /// Whoever writes a table with a checksum of its own cannot make a query read outside of it: there is
  /// an answer, true or not, or an error.
  @Test(arguments: 0..<7) func whateverATableHoldsNothingIsReadOutsideOfIt(_ index: Int) throws {
    let ledger = try whole.copy()
    let table = tables[index]
    let path = "\(ledger.path)/tables/\(table.name)"
    let manifest = ledger.path + "/ledger.json"
    let sound = try FileReading.bytes(of: path)
    let text = String(decoding: try FileReading.bytes(of: manifest), as: UTF8.self)
    var random = SeededGenerator(seed: UInt64(100 + index))
    var counts = (used: 0, refused: 0)
    for round in 0..<Self.rounds {
      var bytes = sound
      for _ in 0...round % 3 {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch round % 4 {
        case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 1: bytes[place] = 0xFF
        // Numbers that lead far away, in whole words.
        case 2:
          for offset in 0..<4 where place / 4 * 4 + offset < bytes.count {
            bytes[place / 4 * 4 + offset] = offset == 3 ? 0x7F : 0xFF
          }
        default:
          let length = min(8, bytes.count - place)
          bytes.replaceSubrange(place..<place + length, with: repeatElement(0x80, count: length))
        }
      }
      try FileReplacement.put(bytes, at: path)
      let forged = text.replacing(table.checksum, with: XXH64.hex(of: bytes))
      try FileReplacement.put(Array(forged.utf8), at: manifest)
      let (opened, warnings) = try Ledger.open(folder: ledger.path)
      if warnings.isEmpty { counts.used += 1 } else { counts.refused += 1 }
      _ = try StoredLedger.answers(of: opened)
      _ = try LedgerFolder(ledger.path).checkedTables()
    }
    #expect(counts.used > 0 && counts.refused > 0, "\(counts)")
  }
}
