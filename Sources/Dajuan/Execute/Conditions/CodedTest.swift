import DajuanLedger

/// A condition on one coded column: an answer for each code, looked up row by row.
struct CodedTest: Sendable {
  private let codes: Codes
  /// The answers by code, those of missing values at the end; for codes of one and two bytes by their
  /// bits, so that no code of a damaged file leads past it.
  private let answers: [AnswerCode]
  /// For each code how many codes up to it, itself included, may be answered otherwise than no.
  private let openUpTo: [Int32]
  private let missing: AnswerCode
  /// Whether a value there is leaves a row undecided.
  private let hasUndecided: Bool
  /// The only code that is answered with yes, where all others are answered with no and a row without a
  /// value has no answer: then codes are compared and not looked up.
  private let only: Int32?

  init?(
    _ formula: Formula, _ columns: BatchColumns, _ context: EvaluationContext?, _ workers: Workers,
    rows: Int
  ) {
    guard let coded = CodedFormula(formula, columns, context) else { return nil }
    // Working out every word for a few rows would be the slower way.
    if coded.count > 4 * rows + 64 { return nil }
    codes = coded.codes
    var byCode: [AnswerCode] = []
    byCode.reserveCapacity(coded.count + 1)
    for (piece, vector) in coded.vectors(workers).enumerated() {
      let size = min(
        FormulaEvaluator.chunkSize, coded.count + 1 - piece * FormulaEvaluator.chunkSize)
      for index in 0..<size { byCode.append(vector.truth(index).code) }
    }
    missing = byCode[byCode.count - 1]
    let words = byCode.dropLast()
    hasUndecided = words.contains { $0 > Truth.yes.code }
    var open: Int32 = 0
    openUpTo = words.map { answer in
      open += answer == Truth.no.code ? 0 : 1
      return open
    }
    let isOne =
      words.count { $0 != Truth.no.code } == 1 && missing == Truth.undecided(.missing).code
    only = isOne ? words.firstIndex(of: Truth.yes.code).map { Int32($0) } : nil
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

  /// Whether the answer to every row of a stretch is known to be no.
  func isNever(in stretch: Int) -> Bool {
    guard codes.ranges.indices.contains(stretch) else { return false }
    let range = codes.ranges[stretch]
    if range.lowerBound < 0 || range.upperBound >= openUpTo.count {
      if missing != Truth.no.code { return false }
    }
    let low = Int(Swift.max(0, range.lowerBound))
    let high = Swift.min(Int(range.upperBound), openUpTo.count - 1)
    return high < low || areAllNo(low...high)
  }

  /// Whether codes from one to another are all answered with no.
  private func areAllNo(_ codes: ClosedRange<Int>) -> Bool {
    openUpTo[codes.upperBound] == (codes.lowerBound == 0 ? 0 : openUpTo[codes.lowerBound - 1])
  }

  /// Whether it is codes of this memory that are tested, and rows of this code are turned away.
  func excludes(_ code: Int, of other: Codes) -> Bool {
    openUpTo.indices.contains(code) && codes.isIdentical(to: other) && areAllNo(code...code)
  }

  /// Whether no row of a stretch is left undecided.
  func isDecided(in stretch: Int) -> Bool {
    guard codes.ranges.indices.contains(stretch), !hasUndecided else { return false }
    let range = codes.ranges[stretch]
    return missing <= Truth.yes.code
      || range.lowerBound >= 0 && range.upperBound < openUpTo.count
  }

  /// The answers at the given rows.
  func answer(_ rows: Rows, into result: inout MutableSpan<AnswerCode>) {
    precondition(rows.count <= result.count)
    switch codes.storage {
    case .bytes(let codes):
      codes.withSpan { answer(rows, $0, into: &result) { Int(UInt8(bitPattern: $0)) } }
    case .shorts(let codes):
      codes.withSpan { answer(rows, $0, into: &result) { Int(UInt16(bitPattern: $0)) } }
    case .ints(let codes):
      let last = UInt32(answers.count - 1)
      codes.withSpan {
        answer(rows, $0, into: &result) { Int(min(UInt32(bitPattern: $0), last)) }
      }
    }
  }

  /// `place` leads from a code to its answer, and never past the last.
  @inline(__always)
  private func answer<Code: FixedWidthInteger & SignedInteger & BitwiseCopyable>(
    _ rows: Rows, _ codes: Span<Code>, into result: inout MutableSpan<AnswerCode>,
    _ place: (Code) -> Int
  ) {
    let table = answers.span
    guard case .stretch(let stretch) = rows.storage else {
      rows.forEach { index, row in
        result[unchecked: index] = table[unchecked: place(codes[row])]
      }
      return
    }
    let part = codes.extracting(stretch)
    guard let only = only.flatMap({ Code(exactly: $0) }), let end = Code(exactly: openUpTo.count)
    else {
      for index in part.indices {
        result[unchecked: index] = table[unchecked: place(part[unchecked: index])]
      }
      return
    }
    let absent = missing
    for index in part.indices {
      let code = part[unchecked: index]
      let hasNone = code < 0 || code >= end
      result[unchecked: index] = hasNone ? absent : code == only ? 1 : 0
    }
  }
}
