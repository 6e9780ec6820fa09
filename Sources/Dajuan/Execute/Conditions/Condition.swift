import DajuanLedger

/// A condition made ready for a table: each part in the cheapest form its columns allow.
indirect enum Condition: Sendable {
  /// A look-up by code.
  case coded(CodedTest)
  /// Whole numbers beside a limit; the formula is for rows not in fixed point.
  case measured(QuantityTest, Formula)
  case all(Condition, Condition)
  case either(Condition, Condition)
  /// A table over the answers of another condition.
  case mapped(Condition, [AnswerCode])
  /// Worked out value by value.
  case formula(Formula)

  /// - Parameters:
  ///   - formula: The condition.
  ///   - columns: Those of the table.
  ///   - ledger: The ledger the columns' sources are places in.
  ///   - workers: Who works out an answer for each value of a coded column.
  ///   - rows: How many rows will be asked about: for a few it does not pay to ask about every value.
  init(
    _ formula: Formula, _ columns: BatchColumns, _ ledger: Ledger?, _ workers: Workers, rows: Int
  ) {
    if let test = CodedTest(formula, columns, ledger, workers, rows: rows) {
      self = .coded(test)
      return
    }
    func condition(_ part: Formula) -> Condition {
      Condition(part, columns, ledger, workers, rows: rows)
    }
    switch formula.kind {
    case .all(let left, let right): self = .all(condition(left), condition(right))
    case .either(let left, let right): self = .either(condition(left), condition(right))
    case .not(let operand): self = .mapped(condition(operand), AnswerTable.not)
    case .possibly(let operand): self = .mapped(condition(operand), AnswerTable.possibly)
    case .certainly(let operand): self = .mapped(condition(operand), AnswerTable.certainly)
    case .compare(let sign, let left, let right):
      self =
        QuantityTest(sign, left, right, columns).map { .measured($0, formula) }
        ?? .formula(formula)
    default: self = .formula(formula)
    }
  }

  /// The answers at the given rows, at most a chunk of them.
  func answer(_ rows: Rows, _ evaluator: Evaluator, into result: inout MutableSpan<AnswerCode>) {
    switch self {
    case .coded(let test): test.answer(rows, into: &result)
    case .measured(let test, let formula):
      if !test.answer(rows, into: &result) {
        Condition.formula(formula).answer(rows, evaluator, into: &result)
      }
    case .all(let left, let right):
      left.answer(rows, evaluator, into: &result)
      let open = right.openRows(rows, result, decided: Truth.no.code)
      right.join(open, rows, evaluator, AnswerTable.and, into: &result)
    case .either(let left, let right):
      left.answer(rows, evaluator, into: &result)
      let open = right.openRows(rows, result, decided: Truth.yes.code)
      right.join(open, rows, evaluator, AnswerTable.or, into: &result)
    case .mapped(let operand, let table):
      operand.answer(rows, evaluator, into: &result)
      for index in 0..<rows.count { result[index] = table[Int(result[index])] }
    case .formula(let formula):
      let values = evaluator.evaluate(formula, rows)
      for index in 0..<rows.count { result[index] = values.truth(index).code }
    }
  }

  /// The places among the rows that a first answer leaves open; `nil` where those are so many that all
  /// may as well be asked.
  private func openRows(
    _ rows: Rows, _ answers: borrowing MutableSpan<AnswerCode>, decided: AnswerCode
  ) -> [Int32]? {
    var open = 0
    for index in 0..<rows.count where answers[index] != decided { open += 1 }
    if open > rows.count / 2 { return nil }
    var places: [Int32] = []
    places.reserveCapacity(open)
    for index in 0..<rows.count where answers[index] != decided { places.append(Int32(index)) }
    return places
  }

  /// Puts this condition's answers together with those there are.
  private func join(
    _ open: [Int32]?, _ rows: Rows, _ evaluator: Evaluator, _ table: [AnswerCode],
    into result: inout MutableSpan<AnswerCode>
  ) {
    if let open, open.isEmpty { return }
    let asked = open.map { places in Rows(places.map { Int32(rows[Int($0)]) }[...]) } ?? rows
    let answers = [AnswerCode](unsafeUninitializedCapacity: asked.count) { buffer, count in
      buffer.initialize(repeating: 0)
      var span = buffer.mutableSpan
      self.answer(asked, evaluator, into: &span)
      count = asked.count
    }
    for (index, answer) in answers.enumerated() {
      let place = open.map { Int($0[index]) } ?? index
      result[place] = table[AnswerTable.pair(result[place], answer)]
    }
  }
}
