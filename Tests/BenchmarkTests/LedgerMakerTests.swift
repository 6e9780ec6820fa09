import DajuanLedger
import Foundation
import Testing

@testable import dajuan_bench

@Suite struct LedgerMakerTests {
  private let facts = LedgerMaker.tables(facts: 20_000).ledger.table(.facts)

  private func words(_ column: String) throws -> [String] {
    let index = try #require(facts.schema.index(of: column))
    return facts.columns[index].words
  }

  @Test func makesTheSameTwice() {
    let again = LedgerMaker.tables(facts: 20_000).ledger.table(.facts)
    #expect(facts.count == 20_000)
    #expect(again.count == facts.count)
    #expect((0..<facts.count).allSatisfy { facts.row($0) == again.row($0) })
  }

  @Test func hasTheSharesOfRealReports() throws {
    func share(_ column: String, _ word: String) throws -> Double {
      Double(try words(column).count { $0 == word }) / Double(facts.count)
    }
    #expect(try (0.84...0.86).contains(share("bound", "exact")))
    #expect(try (0.335...0.35).contains(share("nature", "target")))
    #expect(try (0.19...0.24).contains(share("unit", "%")))
    #expect(try (0.13...0.17).contains(share("unit", "元")))
    #expect(try (0.49...0.56).contains(share("kind", "indicator")))
  }

  @Test func hasFourHundredIndicatorsSomeToldMuchMoreThanOthers() throws {
    #expect(Set(Indicator.all.map(\.name)).count == 400)
    let told = Dictionary(grouping: try words("subject"), by: { $0 }).mapValues(\.count)
    #expect(told.count == 400)
    let counts = told.values.sorted()
    #expect(counts[399] > 6 * counts[20])
  }

  @Test func namesPlacesApart() {
    #expect(Set((0..<8532).map(Places.name)).count == 8532)
  }

  @Test func ordersReportsByPlaceAndYearAndTellsOfTheirYears() throws {
    let reports = try words("report")
    #expect(reports.first == "\(try words("place")[0])-2005")
    let periods = try words("period")
    let natures = try words("nature")
    for row in 0..<facts.count {
      let reportYear = try #require(Int(reports[row].suffix(4)))
      let year = try #require(Int(periods[row]))
      #expect((natures[row] == "actual") == (year < reportYear))
    }
  }

  @Test func saysTheSameInTheValueAndBesideIt() throws {
    let value = try #require(facts.schema.index(of: "value"))
    let (units, bounds) = (try words("unit"), try words("bound"))
    for row in 0..<facts.count {
      guard case .quantity(let quantity) = facts[row, value] else {
        Issue.record("no value in row \(row)")
        return
      }
      #expect(quantity.unit.name == units[row])
      #expect(quantity.bound.rawValue == bounds[row])
      #expect(quantity.isExact == (quantity.bound == .exact))
    }
  }

  @Test func opensAsAFolderWhoseTablesAreWhole() throws {
    let cache = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: cache) }
    let made = try MadeLedger.made(facts: 20_000, in: cache)
    let ledger = try made.ledger()
    let read = ledger.table(.facts)
    #expect(read.count == facts.count)
    #expect((0..<facts.count).allSatisfy { facts.row($0) == read.row($0) })
    let (tables, problems) = try LedgerFolder(made.folder).checkedTables()
    #expect(problems == [])
    #expect(try #require(tables).ends.count == ledger.table(.reports).count)
    #expect((0.45...0.47).contains(Double(ledger.sources.count) / Double(facts.count)))
  }

  @Test func takesAtMostFortyBytesAFact() throws {
    let cache = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: cache) }
    let (columns, file) = try MadeLedger.made(facts: 100_000, in: cache).bytes(of: .facts)
    let text = try #require(columns.first { $0.name == "text" }).bytes
    #expect(file - text <= 40 * 100_000)
    #expect(columns.reduce(0) { $0 + $1.bytes } <= file)
  }
}

extension Column {
  /// The words of a column of text or periods, row by row.
  fileprivate var words: [String] {
    (0..<count).map { row in
      switch self[row] {
      case .text(let word): word
      case .period(let period): period.description
      default: ""
      }
    }
  }
}
