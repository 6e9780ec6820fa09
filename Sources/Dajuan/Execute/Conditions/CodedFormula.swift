import DajuanLedger

/// A formula that looks at one coded column alone, worked out once for each of the column's values.
///
/// So a predicate over text runs once for each distinct word, whatever the number of rows.
struct CodedFormula: Sendable {
  /// The codes of the rows.
  let codes: Codes
  /// How many values have a code.
  let count: Int
  /// The column alone: the value of each code, then a missing one.
  private let values: Column
  private let formula: Formula
  private let context: EvaluationContext?

  /// Finds the column; `nil` where the formula looks at another one too, or at one without codes, or
  /// calls the host, whose functions are not asked about words that no row has.
  init?(_ formula: Formula, _ columns: BatchColumns, _ context: EvaluationContext?) {
    if formula.callsHost { return nil }
    var places: Set<Int> = []
    var unitAlone = true
    formula.collectColumns(into: &places, unitAlone: &unitAlone)
    guard places.count == 1, let place = places.first else { return nil }
    switch columns[place] {
    case .text(let column):
      codes = column.codes
      count = column.words.count
      let all = Codes((0..<Int32(count)) + [Codes.missing])
      values = .text(TextColumn(words: column.words, codes: all))
    case .period(let column):
      codes = column.codes
      count = column.periods.count
      let all = Codes((0..<Int32(count)) + [Codes.missing])
      values = .period(PeriodColumn(periods: column.periods, codes: all))
    case .quantity(let column) where unitAlone:
      codes = column.unitCodes
      count = column.units.count
      values = .quantity(QuantityColumn(column.units.map { Quantity(Number(1), $0) } + [nil]))
    default: return nil
    }
    self.formula = formula.movingColumn(place, to: 0)
    self.context = context
  }

  /// What the formula comes to for each code, and last for a missing value.
  func vectors(_ workers: Workers) -> [Vector] {
    let size = FormulaEvaluator.chunkSize
    let pieces = (count + size) / size
    let results = WorkerStates<Vector>(pieces) { .repeated(.missing) }
    let evaluator = FormulaEvaluator(columns: [values], context: context)
    workers.run(pieces) { _, piece in
      let rows = piece * size..<min((piece + 1) * size, count + 1)
      results[piece] = evaluator.evaluate(formula, Rows(rows))
    }
    return results.all
  }

  /// The values for each code, and last for a missing value.
  func values(_ workers: Workers) -> [Value] {
    var values = [Value](repeating: .missing, count: count + 1)
    for (piece, vector) in vectors(workers).enumerated() {
      if workers.isStopped { break }
      let start = piece * FormulaEvaluator.chunkSize
      let size = min(FormulaEvaluator.chunkSize, count + 1 - start)
      for index in 0..<size { values[start + index] = vector.value(index) }
    }
    return values
  }
}

extension Formula {
  /// The columns it looks at. `unitAlone` becomes false where it looks at a column for more than the
  /// unit of its quantities.
  func collectColumns(into places: inout Set<Int>, unitAlone: inout Bool) {
    switch kind {
    case .column(let place):
      places.insert(place)
      unitAlone = false
    case .call(.unit, let arguments):
      if case .column(let place)? = arguments.first?.kind {
        places.insert(place)
      } else {
        for part in arguments { part.collectColumns(into: &places, unitAlone: &unitAlone) }
      }
    default:
      for part in operands { part.collectColumns(into: &places, unitAlone: &unitAlone) }
    }
  }

  /// The formula with one column's place changed.
  fileprivate func movingColumn(_ place: Int, to target: Int) -> Formula {
    mappingColumns { $0 == place ? target : $0 }
  }
}
