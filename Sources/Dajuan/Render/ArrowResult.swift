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
        let coded = answer.table.columns[index].coded
        var words = ArrowWords(codes: coded?.count ?? 0)
        isWhole = answer.forEachRow(shouldStop) { row in
          words.append(code: coded?.codes[row]) { cell.text(answer.table[row, index]) }
        }
        columns.add(words, cell.column.name)
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
    add(ArrowWords(quantities.lazy.map { $0?.unit.name }), name + "_unit")
    add(ArrowWords(quantities.lazy.map { $0.map(cell.text) }), name + "_text")
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

  mutating func add(_ words: ArrowWords, _ name: String) {
    columns.append(
      .dictionary(
        unique(name), codes: ArrowElements(words.codes), offsets: ArrowElements(words.offsets),
        bytes: ArrowElements(words.bytes), validity: Self.validity(words.isThere)))
  }

  private static func validity(_ isThere: some Collection<Bool>) -> Buffer<UInt64>? {
    var words = [UInt64](repeating: 0, count: (isThere.count + 63) / 64)
    for (row, isThere) in isThere.enumerated() where isThere {
      words[row / 64] |= 1 << UInt64(row % 64)
    }
    return Buffer(words)
  }
}

/// A column of words for Arrow: each once, in the order in which they first come, and a code a row.
private struct ArrowWords {
  private(set) var codes: [Int32] = []
  private(set) var isThere: [Bool] = []
  private(set) var offsets: [Int64] = [0]
  private(set) var bytes: [UInt8] = []
  /// By their bytes: to Swift a character and what it is composed of are the same.
  private var places: [[UInt8]: Int32] = [:]
  /// For the codes of a column what was made of each.
  private var known: [(code: Int32, isThere: Bool)?] = []

  /// Makes an empty column for rows that have so many codes among them.
  init(codes count: Int) { known = Array(repeating: nil, count: count) }

  init(_ words: some Sequence<String?>) {
    for word in words { append(word) }
  }

  mutating func append(_ word: String?) {
    isThere.append(word != nil)
    let word = Array((word ?? "").utf8)
    let code = places[word] ?? Int32(places.count)
    if places.updateValue(code, forKey: word) == nil {
      bytes += word
      offsets.append(Int64(bytes.count))
    }
    codes.append(code)
  }

  /// Adds the word of a row; what has a code is made once for all rows that have it.
  mutating func append(code: Int32?, _ make: () -> String?) {
    guard let place = code.map({ Int($0) }), known.indices.contains(place) else {
      return append(make())
    }
    if let word = known[place] {
      codes.append(word.code)
      isThere.append(word.isThere)
      return
    }
    append(make())
    known[place] = (codes[codes.count - 1], isThere[isThere.count - 1])
  }
}

extension Column {
  /// The codes of words or periods, and of how many; `nil` where there are more of these than rows, which few
  /// rows of a large table have.
  fileprivate var coded: (codes: Codes, count: Int)? {
    let (codes, count): (Codes, Int)
    switch self {
    case .text(let column): (codes, count) = (column.codes, column.words.count)
    case .period(let column): (codes, count) = (column.codes, column.periods.count)
    default: return nil
    }
    return count <= codes.count ? (codes, count) : nil
  }
}
