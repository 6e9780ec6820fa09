import DajuanLedger

/// What formulas look at besides the rows. An object, as nested formulas hold it again and again on the
/// stack.
final class EvaluationContext: Sendable {
  /// Where the passages of `source` cells stand.
  let ledger: Ledger
  /// What the program around the evaluator supplies.
  let host: Host
  /// Who is told that a function of the host's failed.
  let watch: QueryWatch

  init(ledger: Ledger, host: Host, watch: QueryWatch) {
    self.ledger = ledger
    self.host = host
    self.watch = watch
  }
}

extension FormulaEvaluator {
  /// Asks a function of the host's row by row; a row where an operand is missing has no value, unless
  /// the function takes missing ones. Where it fails the query is to stop, and values mean nothing.
  func host(
    _ name: String, _ arguments: [Formula], _ type: ColumnType?, _ rows: Rows
  ) -> Vector {
    guard let context, let function = context.host.function(name) else {
      return .repeated(.missing)
    }
    let values = arguments.map { evaluate($0, rows) }
    return Vector(type, count: rows.count) { row in
      // A call may take long, so each is asked whether it is still wanted.
      if context.watch.stop != nil { return .missing }
      do throws(HostFailure) {
        return context.host.adopting(try function.value(of: values.map { $0.value(row) }))
      } catch {
        context.watch.fail(error)
        return .missing
      }
    }
  }
}
