extension TextColumn {
  /// The column as a file has it.
  func arrowColumn(_ name: String, table: String) throws(StoreError) -> ArrowOutputColumn {
    try CodedRows(codes, words).column(name, table: table)
  }

  /// The column of a file, not copied and not looked at.
  init(_ column: ArrowColumn) throws(StoreError) {
    self.init(words: try column.storedWords(), codes: try column.storedCodes())
  }
}

extension PeriodColumn {
  /// The column as a file has it: each distinct period in the query language's notation.
  ///
  /// - Throws: `tooLarge` for a period whose notation does not say it, which no report has.
  func arrowColumn(_ name: String, table: String) throws(StoreError) -> ArrowOutputColumn {
    for period in periods where Period(interchange: period.description) != period {
      throw .tooLarge(table: "\(table).\(name)", reason: "\(period) is no period it can have")
    }
    return try CodedRows(codes, WordList(periods.map(\.description)))
      .column(name, table: table)
  }

  /// The column of a file, not copied; its distinct periods are read.
  init(_ column: ArrowColumn) throws(StoreError) {
    let words = try column.storedWords()
    var periods: [Period] = []
    periods.reserveCapacity(words.count)
    for code in 0..<words.count {
      guard let period = Period(interchange: words[code]) else {
        throw .damaged(
          file: column.file.path,
          reason: "the column `\(column.name)` has `\(words[code])`, which is no period")
      }
      periods.append(period)
    }
    self.init(periods: periods, codes: try column.storedCodes())
  }
}

extension SourceColumn {
  /// The column as a file has it: a number a row, or a list of them.
  func arrowColumn(_ name: String) -> ArrowOutputColumn {
    if let lists {
      return .lists(
        name, offsets: ArrowElements(lists.offsets), values: ArrowElements(lists.values))
    }
    let places = single ?? Buffer()
    var bits = ValidityBits(count: places.count)
    for row in 0..<places.count where places[row] < 0 { bits.clear(row) }
    return .numbers(name, ArrowElements(places), validity: bits.buffer)
  }

  /// The column of a file, not copied and not looked at.
  init(_ column: ArrowColumn) throws(StoreError) {
    if column.type == .list {
      let lists = try column.lists()
      self.init(offsets: lists.offsets, values: lists.values)
    } else {
      self.init(one: try column.numbers())
    }
  }
}
