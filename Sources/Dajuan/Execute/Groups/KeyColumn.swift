import DajuanLedger

/// What rows are grouped by, as a number a row: one coded column, or what a formula makes of it.
struct KeyColumn: Sendable {
  /// How many numbers there are.
  let count: Int
  private let codes: Codes
  /// The number by code, that of a missing value last.
  private let numbers: [Int32]
  /// The number that stands for a missing key, where one does.
  let missing: Int32?
  /// The values by number; `nil` where the column itself is the key, whose rows have them.
  let values: [Value]?

  /// `nil` where the formula looks at more than one coded column.
  init?(
    _ formula: Formula, _ columns: BatchColumns, _ context: EvaluationContext?, _ workers: Workers
  ) {
    guard let coded = CodedFormula(formula, columns, context) else { return nil }
    codes = coded.codes
    if case .column(let place) = formula.kind {
      if case .quantity = columns[place] { return nil }
      // The values of a column are distinct already.
      numbers = (0...Int32(coded.count)).map { $0 }
      (count, missing, values) = (coded.count + 1, Int32(coded.count), nil)
      return
    }
    if coded.count > 4 * coded.codes.count + 64 { return nil }
    var known: [KeyPart: Int32] = [:]
    var values: [Value] = []
    var numbers: [Int32] = []
    let all = coded.values(workers)
    workers.inSteps(of: all.count) { places in
      for value in all[places] {
        let part = KeyPart(value)
        let number = known[part] ?? Int32(values.count)
        if Int(number) == values.count {
          known[part] = number
          values.append(value)
        }
        numbers.append(number)
      }
    }
    self.numbers = numbers
    count = values.count
    missing = known[.missing]
    self.values = values
  }

  /// Makes a row's key `key · count + number` of the keys there are.
  func append(to keys: inout MutableSpan<UInt64>, _ rows: Rows) {
    switch codes.storage {
    case .bytes(let codes): append(to: &keys, rows, codes)
    case .shorts(let codes): append(to: &keys, rows, codes)
    case .ints(let codes): append(to: &keys, rows, codes)
    }
  }

  private func append<Code: FixedWidthInteger & SignedInteger & BitwiseCopyable>(
    to keys: inout MutableSpan<UInt64>, _ rows: Rows, _ codes: Buffer<Code>
  ) {
    let numbers = numbers.span
    let last = UInt32(numbers.count - 1)
    let radix = UInt64(count)
    codes.withSpan { codes in
      switch rows.storage {
      case .stretch(let stretch):
        let part = codes.extracting(stretch)
        for index in part.indices {
          let place = Swift.min(UInt32(truncatingIfNeeded: part[unchecked: index]), last)
          keys[index] = keys[index] &* radix &+ UInt64(numbers[unchecked: Int(place)])
        }
      case .selected:
        rows.forEach { index, row in
          let place = Swift.min(UInt32(truncatingIfNeeded: codes[row]), last)
          keys[index] = keys[index] &* radix &+ UInt64(numbers[unchecked: Int(place)])
        }
      }
    }
  }
}
