import DajuanLedger

/// A condition made ready for a table: each part in the cheapest form its columns allow.
indirect enum Condition: Sendable {
  /// A look-up by code.
  case coded(CodedTest)
  /// Whole numbers beside a limit; the formula is for rows not in fixed point.
  case measured(QuantityTest, Formula)
  /// Packed numbers beside packed numbers.
  case compared(PackedComparison)
  case all(Condition, Condition)
  case either(Condition, Condition)
  /// A table over the answers of another condition.
  case mapped(Condition, [AnswerCode])
  /// Worked out value by value.
  case formula(Formula)

  /// - Parameters:
  ///   - formula: The condition.
  ///   - columns: Those of the table.
  ///   - context: What formulas look at besides the rows.
  ///   - workers: Who works out an answer for each value of a coded column.
  ///   - rows: How many rows will be asked about: for a few it does not pay to ask about every value.
  init(
    _ formula: Formula, _ columns: BatchColumns, _ context: EvaluationContext?, _ workers: Workers,
    rows: Int
  ) {
    if let test = CodedTest(formula, columns, context, workers, rows: rows) {
      self = .coded(test)
      return
    }
    func condition(_ part: Formula) -> Condition {
      Condition(part, columns, context, workers, rows: rows)
    }
    switch formula.kind {
    case .all(let left, let right):
      self = Self.both(condition(left), condition(right))
    case .either(let left, let right):
      let (a, b) = Self.cheapFirst(condition(left), condition(right))
      self = .either(a, b)
    case .not(let operand): self = .mapped(condition(operand), AnswerTable.not)
    case .possibly(let operand): self = .mapped(condition(operand), AnswerTable.possibly)
    case .certainly(let operand): self = .mapped(condition(operand), AnswerTable.certainly)
    case .compare(let sign, let left, let right):
      if let test = QuantityTest(sign, left, right, columns) {
        self = .measured(test, formula)
      } else if let test = PackedComparison(formula, columns, context, workers, rows: rows) {
        self = .compared(test)
      } else {
        self = .formula(formula)
      }
    default: self = .formula(formula)
    }
  }

  /// Two conditions in the order in which it is best to ask: the answer is the same in either.
  private static func cheapFirst(_ a: Condition, _ b: Condition) -> (Condition, Condition) {
    !a.isCheap && b.isCheap ? (b, a) : (a, b)
  }

  /// Both conditions, with all that costs little asked together and first.
  private static func both(_ a: Condition, _ b: Condition) -> Condition {
    switch (a.cheapPart, b.cheapPart) {
    case (let x?, let y?): return .all(.all(x.first, y.first), .all(x.rest, y.rest))
    case (let x?, nil):
      return b.isCheap ? .all(.all(x.first, b), x.rest) : .all(x.first, .all(x.rest, b))
    case (nil, let y?):
      return a.isCheap ? .all(.all(a, y.first), y.rest) : .all(y.first, .all(a, y.rest))
    case (nil, nil):
      let (first, second) = cheapFirst(a, b)
      return .all(first, second)
    }
  }

  /// Whether the answer to every row of a stretch of the table is known to be no.
  func isNever(in stretch: Int) -> Bool {
    switch self {
    case .coded(let test): test.isNever(in: stretch)
    case .measured(let test, _): test.isNever(in: stretch)
    case .all(let left, let right): left.isNever(in: stretch) || right.isNever(in: stretch)
    case .either(let left, let right): left.isNever(in: stretch) && right.isNever(in: stretch)
    case .compared, .mapped, .formula: false
    }
  }

  /// Whether it is known to turn away all rows of a code.
  func excludes(_ code: Int, of codes: Codes) -> Bool {
    switch self {
    case .coded(let test): test.excludes(code, of: codes)
    case .all(let left, let right):
      left.excludes(code, of: codes) || right.excludes(code, of: codes)
    case .either(let left, let right):
      left.excludes(code, of: codes) && right.excludes(code, of: codes)
    case .measured, .compared, .mapped, .formula: false
    }
  }

  /// Whether it is known to leave no row of a stretch of the table undecided.
  func isDecided(in stretch: Int) -> Bool {
    switch self {
    case .coded(let test): test.isDecided(in: stretch)
    case .all(let left, let right), .either(let left, let right):
      left.isDecided(in: stretch) && right.isDecided(in: stretch)
    case .mapped(let operand, _): operand.isDecided(in: stretch)
    case .measured, .compared, .formula: false
    }
  }

  /// The answers at the given rows, at most a chunk of them.
  func answer(
    _ rows: Rows, _ evaluator: FormulaEvaluator, into result: inout MutableSpan<AnswerCode>
  ) {
    switch self {
    case .coded(let test): test.answer(rows, into: &result)
    case .measured(let test, let formula):
      for place in test.answer(rows, into: &result) {
        let row = rows[place]
        result[place] = evaluator.evaluate(formula, Rows(row..<row + 1)).truth(0).code
      }
    case .compared(let test): test.answer(rows, evaluator, into: &result)
    case .all(let left, let right):
      left.answer(rows, evaluator, into: &result)
      let open = right.openRows(rows, result, decided: Truth.no.code)
      right.join(open, rows, evaluator, into: &result) { AnswerTable.and($0, $1) }
    case .either(let left, let right):
      left.answer(rows, evaluator, into: &result)
      let open = right.openRows(rows, result, decided: Truth.yes.code)
      right.join(open, rows, evaluator, into: &result) { AnswerTable.or($0, $1) }
    case .mapped(let operand, let table):
      operand.answer(rows, evaluator, into: &result)
      for index in 0..<rows.count { result[index] = table[Int(result[index])] }
    case .formula(let formula):
      let values = evaluator.evaluate(formula, rows)
      for index in 0..<rows.count { result[index] = values.truth(index).code }
    }
  }

  /// The same as a list.
  func answers(_ rows: Rows, _ evaluator: FormulaEvaluator) -> [AnswerCode] {
    [AnswerCode](unsafeUninitializedCapacity: rows.count) { buffer, count in
      buffer.initialize(repeating: 0)
      var span = buffer.mutableSpan
      answer(rows, evaluator, into: &span)
      count = rows.count
    }
  }

  /// Whether asking about a row costs less than leaving it out.
  private var isCheap: Bool {
    switch self {
    case .coded: true
    case .all(let left, let right), .either(let left, let right): left.isCheap && right.isCheap
    case .mapped(let operand, _): operand.isCheap
    case .measured, .compared, .formula: false
    }
  }

  /// A part that costs little and what is left, all of which must hold; `nil` where there are no two such
  /// parts.
  var cheapPart: (first: Condition, rest: Condition)? {
    if case .all(let first, let rest) = self, first.isCheap, !rest.isCheap { return (first, rest) }
    return nil
  }

  /// The places among the rows that a first answer leaves open; `nil` where all may as well be asked.
  private func openRows(
    _ rows: Rows, _ answers: borrowing MutableSpan<AnswerCode>, decided: AnswerCode
  ) -> [Int32]? {
    if isCheap { return nil }
    let count = rows.count
    precondition(count <= answers.count)
    var open = 0
    for index in 0..<count { open &+= answers[unchecked: index] == decided ? 0 : 1 }
    if open > count / 2 { return nil }
    return [Int32](unsafeUninitializedCapacity: open + 1) { buffer, written in
      for index in 0..<count {
        buffer[written] = Int32(truncatingIfNeeded: index)
        written &+= answers[unchecked: index] == decided ? 0 : 1
      }
    }
  }

  /// Puts this condition's answers together with those there are.
  @inline(__always)
  private func join(
    _ open: [Int32]?, _ rows: Rows, _ evaluator: FormulaEvaluator,
    into result: inout MutableSpan<AnswerCode>,
    _ connect: (AnswerCode, AnswerCode) -> AnswerCode
  ) {
    if let open, open.isEmpty { return }
    let asked = open.map { places in Rows(places.map { Int32(rows[Int($0)]) }[...]) } ?? rows
    let answers = self.answers(asked, evaluator)
    guard let open else {
      let count = answers.count
      precondition(count <= result.count)
      for index in 0..<count {
        result[unchecked: index] = connect(result[unchecked: index], answers[index])
      }
      return
    }
    for (index, place) in open.enumerated() {
      result[Int(place)] = connect(result[Int(place)], answers[index])
    }
  }
}
