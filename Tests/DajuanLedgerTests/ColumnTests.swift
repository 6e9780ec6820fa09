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

  @Test func wordsThatAreCanonicallyEquivalentHaveOneCode() {
    // Of each pair the first is made of characters that only stand for themselves, or of one.
    let pairs = [("六", "\u{F9D1}"), ("é", "e\u{301}"), ("K", "\u{212A}"), ("が", "か\u{3099}")]
    for (plain, other) in pairs {
      for words in [[plain, other, plain, "数"], [other, plain, "数", other]] {
        let column = TextColumn(words)
        #expect(column.words.count == 2, "\(words)")
        #expect((0..<words.count).map { column[$0] } == words.map(Optional.init))
      }
    }
  }

  @Test func codesOfWordsAreThoseOfADictionary() {
    var generator = SystemRandomNumberGenerator()
    let letters = Array("增长的abZ0，“”（）％亿元·²①\u{F9D1}六")
    var values: [String?] = []
    for length in 0..<400 {
      let word = String(
        (0..<length % 4).map { _ in letters.randomElement(using: &generator) ?? "a" })
      values.append(length % 7 == 0 ? nil : word)
    }
    var codes: [String: Int32] = [:]
    var column = TextColumn()
    for (row, value) in values.enumerated() {
      column.append(value)
      let code = value.map { word in
        codes[word, default: Int32(codes.count)]
      }
      if let value, let code { codes[value] = code }
      #expect(column.codes[row] == code ?? Codes.missing)
    }
    #expect(column.words.count == codes.count)
    var longer = TextColumn(words: column.words, codes: column.codes)
    longer.append(contentsOf: TextColumn(["长长长长", values[1], "长长长长"]))
    #expect(longer.words.count == codes.count + 1)
    #expect(longer[longer.count - 2] == values[1])
  }

  @Test func periodsHaveACodeEach() {
    let years = (0..<300).map { Period(year: 1900 + $0 % 100) }
    var column = PeriodColumn(years.map { $0 } + [nil, Period(throughYear: 1950)])
    #expect(column.periods.count == 101)
    #expect((0..<300).map { column[$0] } == years)
    column = PeriodColumn(periods: column.periods, codes: column.codes)
    column.append(Period(year: 1950))
    #expect(column.periods.count == 101)
    #expect(column[302] == Period(year: 1950))
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

  @Test func rowsThatAreAddedMakeWhatIsNotedOfStretchesForgotten() throws {
    let noted = QuantityColumn(try quantities().prefix(3)).withRanges()
    #expect(!noted.ranges.isEmpty && !noted.unitCodes.ranges.isEmpty)
    var one = noted
    one.append(Quantity(7))
    var several = noted
    several.append(contentsOf: noted)
    for longer in [one, several] {
      #expect(longer.ranges.isEmpty && longer.unitCodes.ranges.isEmpty)
    }
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
