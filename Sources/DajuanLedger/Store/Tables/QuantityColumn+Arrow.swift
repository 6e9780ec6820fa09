/// Quantities in a file: `NAME_lower` and `NAME_upper` in ten-thousandths of the unit, `NAME_unit`,
/// `NAME_mark` with the bits of ``QuantityMark``, and `NAME_text` with the words of the report.
///
/// `NAME_upper` and `NAME_mark` are left out where every row is exact, `NAME_text` where no row has
/// words, and the unit and the words where another column of the table has the same.
struct QuantityFile {
  /// The column's name.
  let name: String
  /// The table's name.
  let table: String

  var lower: String { name + "_lower" }
  var upper: String { name + "_upper" }
  var unit: String { name + "_unit" }
  var mark: String { name + "_mark" }
  var text: String { name + "_text" }

  // MARK: Writing

  /// The columns of a file.
  ///
  /// - Parameters:
  ///   - column: The quantities.
  ///   - others: The table's columns of words, by their names: where one says of every row what the
  ///     units or the words say, it is named in their stead.
  /// - Returns: The columns.
  /// - Throws: `tooLarge` where the form cannot hold them.
  func columns(
    of column: QuantityColumn, among others: [(name: String, column: TextColumn)]
  ) throws(StoreError) -> [ArrowOutputColumn] {
    var metadata: ArrowMetadata = [TableFormat.scale: String(QuantityColumn.places)]
    let names = column.units.map(\.name)
    let units = TextColumn(words: WordList(names), codes: column.unitCodes)
    for unit in column.units where !Self.isTold(unit) {
      throw .tooLarge(table: "\(table).\(name)", reason: "\(unit.name) is no unit it can have")
    }
    let sharedUnit = others.first { $0.column.says(units) }?.name
    metadata.append(TableFormat.unit, sharedUnit ?? unit)
    let sharedText = column.surfaces.flatMap { words in
      others.first { $0.column.says(words) }?.name
    }
    if column.surfaces != nil { metadata.append(TableFormat.text, sharedText ?? text) }
    let noted = column.withRanges().ranges
    metadata.append(TableFormat.ranges, TableFormat.text(of: noted))
    try noteApart(of: column, in: &metadata)

    var columns: [ArrowOutputColumn] = []
    columns.append(
      .numbers(
        lower, ArrowElements(column.lower),
        validity: validity(of: column, without: QuantityMark.hasNoLower), metadata: metadata))
    if !column.marks.isEmpty {
      columns.append(
        .numbers(
          upper, ArrowElements(column.upper),
          validity: validity(of: column, without: QuantityMark.hasNoUpper),
          metadata: [TableFormat.scale: String(QuantityColumn.places)]))
      columns.append(.numbers(mark, ArrowElements(column.marks)))
    }
    if sharedUnit == nil { columns.append(try units.arrowColumn(unit, table: table)) }
    if sharedText == nil, let surfaces = column.surfaces {
      columns.append(try surfaces.arrowColumn(text, table: table))
    }
    return columns
  }

  /// Whether a unit is told by its name.
  private static func isTold(_ unit: Unit) -> Bool {
    guard let named = self.unit(named: unit.name) else { return false }
    return named.dimension == unit.dimension && named.factor == unit.factor
      && named.family == unit.family
  }

  private static func unit(named name: String) -> Unit? {
    name.isEmpty ? Unit.none : Unit.named(name)
  }

  /// Where there is an end in ten-thousandths.
  private func validity(of column: QuantityColumn, without mark: UInt8) -> Buffer<UInt64>? {
    var bits = ValidityBits(count: column.count)
    let units = column.units.count
    for row in 0..<column.count {
      let code = Int(column.unitCodes[row])
      if code < 0 || code >= units {
        bits.clear(row)
      } else if !column.marks.isEmpty, column.marks[row] != 0 {
        let own = column.marks[row]
        if !QuantityMark.isFixedPoint(own) || own & mark != 0 { bits.clear(row) }
      }
    }
    return bits.buffer
  }

  /// `row lower upper mark`, a line a row; an end is a whole number times a power of ten, `5e-9`, or
  /// `-` where there is none.
  private func noteApart(
    of column: QuantityColumn, in metadata: inout ArrowMetadata
  ) throws(StoreError) {
    if column.apart.isEmpty { return }
    var lines: [String] = []
    for (row, quantity) in column.apart.sorted(by: { $0.key < $1.key }) {
      let interval = quantity.interval
      var mark = QuantityMark.code(of: quantity.bound)
      if interval.excludesLower { mark |= QuantityMark.excludesLower }
      if interval.excludesUpper { mark |= QuantityMark.excludesUpper }
      lines.append("\(row) \(Self.text(interval.lower)) \(Self.text(interval.upper)) \(mark)")
    }
    let text = lines.joined(separator: "\n")
    if text.utf8.count > TableFormat.metadataLimit {
      throw .tooLarge(
        table: "\(table).\(name)", reason: "\(lines.count) numbers have more than 4 places")
    }
    metadata.append(TableFormat.apart, text)
  }

  private static func text(_ number: Number?) -> String {
    switch number {
    case nil: "-"
    case .exact(let decimal): "\(decimal.coefficient)e\(decimal.exponent)"
    case .binary(let value): "b" + String(value.bitPattern, radix: 16)
    }
  }

  // MARK: Reading

  /// The column of a file, not copied and not looked at; its distinct units are read, and the rows
  /// that do not fit.
  func column(of file: ArrowFile) throws(StoreError) -> QuantityColumn {
    let low = try file.column(lower)
    let coded = try file.column(low.metadata[TableFormat.unit] ?? unit)
    let words = try coded.storedWords()
    var units: [Unit] = []
    units.reserveCapacity(words.count)
    for code in 0..<words.count {
      guard let unit = Self.unit(named: words[code]) else {
        throw .damaged(
          file: file.file.path,
          reason: "the column `\(coded.name)` has `\(words[code])`, which is no unit")
      }
      units.append(unit)
    }
    var surfaces: TextColumn?
    if let name = low.metadata[TableFormat.text] {
      surfaces = try TextColumn(file.column(name))
    }
    let hasMarks = file.has(mark)
    let codes = try coded.storedCodes()
    let (highs, marks): (Buffer<Int64>, Buffer<UInt8>) =
      hasMarks
      ? (try file.column(upper).numbers(), try file.column(mark).numbers()) : (Buffer(), Buffer())
    return QuantityColumn(
      units: units, unitCodes: codes, lower: try low.numbers(), upper: highs, marks: marks,
      surfaces: surfaces, apart: try apart(of: low, units, codes, surfaces),
      ranges: TableFormat.unitRanges(
        low.metadata[TableFormat.ranges], rows: file.rowCount, units: units.count))
  }

  private func apart(
    of column: ArrowColumn, _ units: [Unit], _ codes: Codes, _ surfaces: TextColumn?
  ) throws(StoreError) -> [Int32: Quantity] {
    guard let text = column.metadata[TableFormat.apart] else { return [:] }
    var apart: [Int32: Quantity] = [:]
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count == 4, let row = Int32(fields[0]), (0..<codes.count).contains(Int(row)),
        let lower = Self.number(fields[1]), let upper = Self.number(fields[2]),
        let mark = UInt8(fields[3]), mark & QuantityMark.bound != QuantityMark.apart
      else {
        throw .damaged(
          file: column.file.path,
          reason: "the column `\(column.name)` has `\(line)` in its metadata")
      }
      let code = Int(codes[Int(row)])
      guard units.indices.contains(code) else { continue }
      apart[row] = Quantity(
        Interval(
          lower: lower, upper: upper, excludesLower: mark & QuantityMark.excludesLower != 0,
          excludesUpper: mark & QuantityMark.excludesUpper != 0), units[code],
        bound: PackedInterval(lower: 0, upper: 0, mark: mark).bound,
        surface: surfaces?[Int(row)])
    }
    return apart
  }

  /// What the powers of ten of numbers can be; none of a report comes near.
  private static let exponents: ClosedRange<Int32> = -10_000...10_000

  /// An end, there or not; `nil` for what is none.
  private static func number(_ text: Substring) -> Number?? {
    if text == "-" { return .some(nil) }
    if text.hasPrefix("b") {
      guard let bits = UInt64(text.dropFirst(), radix: 16) else { return nil }
      return .some(.binary(Double(bitPattern: bits)))
    }
    guard let e = text.firstIndex(of: "e"), let coefficient = Int128(text[..<e]),
      let exponent = Int32(text[text.index(after: e)...]), exponents.contains(exponent)
    else { return nil }
    return .some(.exact(Decimal(coefficient: coefficient, exponent: exponent)))
  }
}

extension TextColumn {
  /// Whether the column has the same word as the other in every row. Cost: a look at every row at
  /// most.
  fileprivate func says(_ other: TextColumn) -> Bool {
    guard count == other.count else { return false }
    // What each code of the other is here, once it has been met.
    var known = [Int32?](repeating: nil, count: other.words.count + 1)
    for row in 0..<count {
      let (own, others) = (Int(codes[row]), Int(other.codes[row]))
      let isMissing = own < 0 || own >= words.count
      let code = others < 0 || others >= other.words.count ? other.words.count : others
      if (code == other.words.count) != isMissing { return false }
      if isMissing { continue }
      if let met = known[code] {
        if met != Int32(own) { return false }
      } else if words[own] == other.words[code] {
        known[code] = Int32(own)
      } else {
        return false
      }
    }
    return true
  }
}
