import DajuanLedger

/// A condition on one coded column: an answer for each code, looked up row by row.
struct CodedTest: Sendable {
  private let codes: Codes
  /// The answers by code, those of missing values at the end; for codes of one and two bytes by their
  /// bits, so that no code of a damaged file leads past it.
  private let answers: [AnswerCode]

  init?(
    _ formula: Formula, _ columns: BatchColumns, _ ledger: Ledger?, _ workers: Workers, rows: Int
  ) {
    guard let coded = CodedFormula(formula, columns, ledger) else { return nil }
    // Working out every word for a few rows would be the slower way.
    if coded.count > 4 * rows + 64 { return nil }
    codes = coded.codes
    var byCode: [AnswerCode] = []
    byCode.reserveCapacity(coded.count + 1)
    for (piece, vector) in coded.vectors(workers).enumerated() {
      let size = min(Evaluator.chunkSize, coded.count + 1 - piece * Evaluator.chunkSize)
      for index in 0..<size { byCode.append(vector.truth(index).code) }
    }
    switch codes.storage {
    case .bytes: answers = Self.spread(byCode, over: 1 << 8)
    case .shorts: answers = Self.spread(byCode, over: 1 << 16)
    case .ints: answers = byCode
    }
  }

  private static func spread(_ byCode: [AnswerCode], over size: Int) -> [AnswerCode] {
    var table = [AnswerCode](repeating: byCode[byCode.count - 1], count: size)
    for code in 0..<min(byCode.count - 1, size / 2) { table[code] = byCode[code] }
    return table
  }

  /// The answers at the given rows.
  func answer(_ rows: Rows, into result: inout MutableSpan<AnswerCode>) {
    let table = answers.span
    switch codes.storage {
    case .bytes(let codes):
      codes.withSpan { codes in
        switch rows.storage {
        case .stretch(let stretch):
          let part = codes.extracting(stretch)
          for index in part.indices {
            result[index] = table[unchecked: Int(UInt8(bitPattern: part[unchecked: index]))]
          }
        case .selected(let rows):
          for (index, row) in rows.enumerated() {
            result[index] = table[unchecked: Int(UInt8(bitPattern: codes[Int(row)]))]
          }
        }
      }
    case .shorts(let codes):
      codes.withSpan { codes in
        switch rows.storage {
        case .stretch(let stretch):
          let part = codes.extracting(stretch)
          for index in part.indices {
            result[index] = table[unchecked: Int(UInt16(bitPattern: part[unchecked: index]))]
          }
        case .selected(let rows):
          for (index, row) in rows.enumerated() {
            result[index] = table[unchecked: Int(UInt16(bitPattern: codes[Int(row)]))]
          }
        }
      }
    case .ints(let codes):
      let last = UInt32(table.count - 1)
      codes.withSpan { codes in
        switch rows.storage {
        case .stretch(let stretch):
          let part = codes.extracting(stretch)
          for index in part.indices {
            let place = min(UInt32(bitPattern: part[unchecked: index]), last)
            result[index] = table[unchecked: Int(place)]
          }
        case .selected(let rows):
          for (index, row) in rows.enumerated() {
            result[index] = table[unchecked: Int(min(UInt32(bitPattern: codes[Int(row)]), last))]
          }
        }
      }
    }
  }
}
