/// Looks at all that a table's file holds, which opening it does not: every code, offset, text and
/// source.
struct TableCheck {
  private let file: ArrowFile
  /// How many passages a source can name.
  private let sources: Int
  private(set) var problems: [String] = []

  /// Checks a table. Cost: a look at every row of every column.
  init(_ file: ArrowFile, sources: Int) {
    self.file = file
    self.sources = sources
    for column in file.columns {
      do throws(StoreError) {
        try check(column)
      } catch {
        problems.append(error.description)
      }
    }
  }

  private mutating func add(_ column: ArrowColumn, _ reason: String) {
    problems.append("\(file.file.path): the column `\(column.name)` \(reason)")
  }

  private mutating func check(_ column: ArrowColumn) throws(StoreError) {
    switch column.type {
    case .dictionary(let kind, false):
      let words: ArrowTexts<Int32> = try column.dictionary()
      check(words, of: column)
      let real = try column.storedWords().count
      switch kind {
      case .int8: checkCodes(try column.codes(of: Int8.self), column, real, words.count)
      case .int16: checkCodes(try column.codes(of: Int16.self), column, real, words.count)
      default: checkCodes(try column.codes(of: Int32.self), column, real, words.count)
      }
    case .text(true):
      check(try column.texts(offsets: Int64.self), of: column)
    case .list:
      let (offsets, values) = try column.lists()
      checkOffsets(offsets, upTo: values.count, column)
      checkSources(values, column)
    case .number(.int32) where column.name == "source":
      checkSources(try column.numbers(of: Int32.self), column)
    case .number(.int64) where column.name.hasSuffix("_upper"):
      try checkEnds(column)
    case .number: break
    default: add(column, "holds \(column.type.description), which no table has")
    }
  }

  private mutating func check<Offset: ArrowInteger>(
    _ texts: ArrowTexts<Offset>, of column: ArrowColumn
  ) {
    guard checkOffsets(texts.offsets, upTo: texts.bytes.count, column) else { return }
    let bad = texts.bytes.withSpan { bytes in
      (0..<texts.count).first { index in
        let text = bytes.extracting(Int(texts.offsets[index])..<Int(texts.offsets[index + 1]))
        return text.withUnsafeBufferPointer { String(validating: $0, as: UTF8.self) == nil }
      }
    }
    if let bad { add(column, "has a text that is not UTF-8, number \(bad)") }
  }

  @discardableResult
  private mutating func checkOffsets<Offset: ArrowInteger>(
    _ offsets: Buffer<Offset>, upTo end: Int, _ column: ArrowColumn
  ) -> Bool {
    var last: Offset = 0
    for index in 0..<offsets.count {
      if offsets[index] < last || Int(offsets[index]) > end {
        add(column, "has an offset out of order, number \(index)")
        return false
      }
      last = offsets[index]
    }
    return true
  }

  private mutating func checkCodes<Code: ArrowInteger>(
    _ codes: Buffer<Code>, _ column: ArrowColumn, _ real: Int, _ words: Int
  ) {
    for row in 0..<codes.count {
      let code = Int(codes[row])
      if code < 0 || code >= words {
        return add(column, "has a code outside of its dictionary in row \(row)")
      }
      if (code >= real) == column.hasValue(row) {
        return add(column, "has a code against its validity in row \(row)")
      }
    }
  }

  private mutating func checkSources(_ places: Buffer<Int32>, _ column: ArrowColumn) {
    for row in 0..<places.count where Int(places[row]) >= sources {
      return add(column, "names passage \(places[row]), and there are \(sources)")
    }
  }

  /// The ends of a quantity are in order, and its mark says something.
  private mutating func checkEnds(_ column: ArrowColumn) throws(StoreError) {
    let name = String(column.name.dropLast("_upper".count))
    let lower: Buffer<Int64> = try file.column(name + "_lower").numbers()
    let upper: Buffer<Int64> = try column.numbers()
    let marks: Buffer<UInt8> = try file.column(name + "_mark").numbers()
    let other = QuantityMark.isBinary | QuantityMark.hasNoLower | QuantityMark.hasNoUpper
    for row in 0..<marks.count where marks[row] & other == 0 && column.hasValue(row) {
      if lower[row] > upper[row] || marks[row] == 0 && lower[row] != upper[row] {
        return add(column, "ends before it begins, or says more than its mark, in row \(row)")
      }
    }
  }
}

extension ArrowColumn {
  /// Whether the validity says that a row has a value.
  fileprivate func hasValue(_ row: Int) -> Bool {
    guard let validity else { return true }
    return validity[row >> 6] & (1 << UInt64(row & 63)) != 0
  }
}

extension LedgerFolder {
  /// Looks at all that the tables' files hold: their checksums, and every code, offset, text and
  /// source. Cost: that of reading them.
  ///
  /// - Returns: The tables where they can be read at all, with the rows of each report; and what is
  ///   wrong.
  package func checkedTables() -> (tables: LedgerTables?, problems: [String]) {
    guard let stored = manifest.tables else { return (nil, []) }
    var files: [String: ArrowFile] = [:]
    var problems: [String] = []
    for name in StoredTables.names {
      do throws(TablesProblem) {
        guard let entry = stored.file(of: name) else {
          throw .damaged(file: path + "/" + Self.manifestName, reason: "it names no table \(name)")
        }
        files[name] = try open(entry, isChecked: true)
      } catch {
        problems.append(error.description(folder: path))
      }
    }
    guard problems.isEmpty else { return (nil, problems) }
    let sources = files[StoredSources.name]?.rowCount ?? 0
    for name in StoredTables.names {
      if let file = files[name] { problems += TableCheck(file, sources: sources).problems }
    }
    do throws(StoreError) {
      return (try Self.tables(of: files), problems)
    } catch {
      return (nil, problems + [error.description])
    }
  }

  /// The tables of files, with the rows of each report.
  private static func tables(of files: [String: ArrowFile]) throws(StoreError) -> LedgerTables {
    let ledger = try ledger(of: files)
    guard let reports = files[Entity.reports.rawValue] else {
      preconditionFailure("all tables were opened")
    }
    let counts = Dictionary(
      uniqueKeysWithValues: RowEnds.Part.allCases.map { ($0, files[$0.rawValue]?.rowCount ?? 0) })
    guard let ends = try RowEnds(reports, counts: counts) else {
      throw .damaged(
        file: reports.file.path, reason: "where the rows of reports end does not fit the tables")
    }
    return LedgerTables(ledger, ends: ends)
  }
}
