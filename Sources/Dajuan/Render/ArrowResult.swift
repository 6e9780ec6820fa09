package import DajuanLedger
import DajuanSyntax

extension QueryResult {
  /// Writes the rows as an Apache Arrow IPC file, which pyarrow, polars, DuckDB and pandas read.
  ///
  /// Columns have their English names, and words are as programs have them in CSV. What is a plain
  /// number by its type is one column, of 64-bit integers or else of binary floating point. Any other
  /// quantity `x` is five: `x` where it is exactly known, `x_lower` and `x_upper`, missing
  /// where there is no limit, all three in the unit as written with 万 and 亿 folded in; `x_unit`; and
  /// `x_text`, which loses nothing. Periods, sources and truth values are words.
  ///
  /// - Parameters:
  ///   - descriptor: An open file or a pipe.
  ///   - name: What it is called in a failure.
  ///   - shouldStop: Asked every few rows, before anything is written; `true` ends it.
  /// - Returns: Whether it was written.
  /// - Throws: Why it cannot be written. Cost: a pass over the values, and memory for a copy of them.
  package func writeArrow(
    to descriptor: Int32, name: String, shouldStop: () -> Bool = { false }
  ) throws(FileFailure) -> Bool {
    guard let columns = arrowColumns(shouldStop) else { return false }
    _ = try ArrowWriter.write(columns, rowCount: answer.table.count, to: descriptor, name: name)
    return true
  }

  /// The columns of the Arrow form: see ``writeArrow(to:name:shouldStop:)``. `nil` where it was stopped.
  package func arrowColumns(
    _ shouldStop: () -> Bool = { false }
  ) -> [ArrowOutputColumn]? {
    var columns = ArrowResultColumns()
    let cells = cells(.english, isForReading: false)
    for (index, cell) in cells.enumerated() {
      var isWhole = true
      if case .quantity = cell.column.type {
        var quantities: [Quantity?] = []
        isWhole = answer.forEachRow(shouldStop) { row in
          if case .quantity(let quantity) = answer.table[row, index] {
            quantities.append(quantity)
          } else {
            quantities.append(nil)
          }
        }
        columns.add(quantities, cell)
      } else {
        var words: [String?] = []
        isWhole = answer.forEachRow(shouldStop) { words.append(cell.text(answer.table[$0, index])) }
        columns.add(words: words, cell.column.name)
      }
      guard isWhole else { return nil }
    }
    return columns.columns
  }
}

/// The columns of an Arrow file, one after another.
private struct ArrowResultColumns {
  private(set) var columns: [ArrowOutputColumn] = []
  private var names: Set<String> = []

  /// A name no other column has: where it is taken, with a number behind it.
  private mutating func unique(_ name: String) -> String {
    var candidate = name
    var number = 2
    while !names.insert(candidate).inserted {
      candidate = "\(name)_\(number)"
      number += 1
    }
    return candidate
  }

  mutating func add(_ quantities: [Quantity?], _ cell: CellText) {
    let name = cell.column.name
    let present = quantities.lazy.compactMap { $0 }
    if cell.column.type == .quantity(.exactly(.none)), present.allSatisfy(\.isExact) {
      let whole = quantities.map { $0?.interval.point.flatMap(Self.whole) }
      let areWhole = zip(whole, quantities).allSatisfy { ($0 == nil) == ($1 == nil) }
      return areWhole
        ? add(numbers: whole, zero: Int64(0), name)
        : add(numbers: quantities.map { $0?.interval.point?.doubleValue }, zero: 0, name)
    }
    add(numbers: quantities.map { $0?.interval.point?.doubleValue }, zero: 0, name)
    add(numbers: quantities.map { $0?.interval.lower?.doubleValue }, zero: 0, name + "_lower")
    add(numbers: quantities.map { $0?.interval.upper?.doubleValue }, zero: 0, name + "_upper")
    add(words: quantities.lazy.map { $0?.unit.name }, name + "_unit")
    add(words: quantities.lazy.map { $0.map(cell.text) }, name + "_text")
  }

  private static func whole(_ number: Number) -> Int64? {
    guard case .exact(let decimal) = number, (0...18).contains(decimal.exponent) else { return nil }
    var value = decimal.coefficient
    for _ in 0..<decimal.exponent { value *= 10 }
    return Int64(exactly: value)
  }

  private mutating func add<Element: ArrowNumber>(
    numbers: [Element?], zero: Element, _ name: String
  ) {
    columns.append(
      .numbers(
        unique(name), ArrowElements(numbers.map { $0 ?? zero }),
        validity: Self.validity(numbers.lazy.map { $0 != nil })))
  }

  mutating func add(words: some Collection<String?>, _ name: String) {
    var places: [String: Int32] = [:]
    var offsets: [Int64] = [0]
    var bytes: [UInt8] = []
    var codes: [Int32] = []
    var isThere: [Bool] = []
    for word in words {
      isThere.append(word != nil)
      let word = word ?? ""
      let code = places[word] ?? Int32(places.count)
      if places.updateValue(code, forKey: word) == nil {
        bytes += word.utf8
        offsets.append(Int64(bytes.count))
      }
      codes.append(code)
    }
    columns.append(
      .dictionary(
        unique(name), codes: ArrowElements(codes), offsets: ArrowElements(offsets),
        bytes: ArrowElements(bytes), validity: Self.validity(isThere)))
  }

  private static func validity(_ isThere: some Collection<Bool>) -> Buffer<UInt64>? {
    var words = [UInt64](repeating: 0, count: (isThere.count + 63) / 64)
    for (row, isThere) in isThere.enumerated() where isThere {
      words[row / 64] |= 1 << UInt64(row % 64)
    }
    return Buffer(words)
  }
}
