import Testing

@testable import DajuanLedger

@Suite struct ColumnTests {
  private func quantities() throws -> [Quantity?] {
    let yuan = try #require(Unit.named("元"))
    let people = try #require(Unit.named("人"))
    let exact = Quantity(
      Interval(.exact(Decimal(78_420_000_000))), yuan, surface: "784.2亿元")
    let growth = Quantity(
      Interval(lower: .exact(try #require(Decimal("7.5"))), upper: nil), .percent,
      bound: .atLeast, surface: "7.5%以上")
    let surplus = Quantity(
      Interval(lower: Number(68000), upper: Number(69000), excludesUpper: true), people,
      bound: .moreThan)
    let fine = Quantity(.exact(try #require(Decimal("0.123456789"))), yuan)
    let binary = Quantity(.binary(1.0 / 3), .none)
    let vast = Quantity(.exact(Decimal(coefficient: 9, exponent: 30)), yuan)
    return [
      exact, nil, growth, surplus, fine, binary, vast, Quantity(Interval.everything, yuan),
      Quantity(7),
    ]
  }

  @Test func readsBackWhatWasPutIn() throws {
    let values = try quantities()
    let column = QuantityColumn(values)
    #expect(column.count == values.count)
    for (row, value) in values.enumerated() { #expect(column[row] == value, "row \(row)") }
  }

  @Test func gathersRowsInAnyOrder() throws {
    let values = try quantities()
    let column = QuantityColumn(values)
    let rows: [Int32] = [8, 5, 1, 0, 2, 2, 6]
    let gathered = column.gathered(rows)
    for (place, row) in rows.enumerated() { #expect(gathered[place] == values[Int(row)]) }
    var longer = gathered
    longer.append(values[3])
    #expect(longer[rows.count] == values[3])
  }

  @Test func textIsSharedByCode() {
    var column = TextColumn(["区", nil, "市", "区"])
    #expect(column.words.strings == ["区", "市"])
    #expect((0..<4).map { column[$0] } == ["区", nil, "市", "区"])
    column.append("县")
    #expect(column.gathered([4, 1, 0])[0] == "县")
    #expect(column.gathered([4, 1, 0])[1] == nil)
  }

  @Test func aTableKeepsItsRows() {
    let schema = Schema([
      ColumnDefinition("name", .text), ColumnDefinition("period", .period),
      ColumnDefinition("is", .truth), ColumnDefinition("source", .source),
    ])
    var table = Table(schema)
    let rows: [[Value]] = [
      [.text("甲"), .period(Period(year: 2021)), .truth(.yes), .source([1, 2])],
      [.missing, .missing, .truth(.undecided(.bounds)), .missing],
    ]
    for row in rows { table.append(row) }
    #expect(table.row(0) == rows[0])
    #expect(table.row(1) == rows[1])
  }

  @Test func anEmptyLedgerHasEveryTable() {
    let ledger = Ledger(LedgerRows())
    for entity in Entity.allCases {
      #expect(ledger.table(entity).count == 0)
      #expect(ledger.table(entity).schema == entity.schema)
    }
  }
}
