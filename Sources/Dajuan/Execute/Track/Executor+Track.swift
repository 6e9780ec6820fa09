import DajuanLedger

extension Executor {
  /// A row for each figure of each target, and one for a target without any: what was promised, what was reported, and what became
  /// of it. Rows that are no targets fall away.
  ///
  /// Outcomes are looked up in the whole table, whatever earlier operators left of it.
  ///
  /// Cost: a pass over the rows, one over the table, and one hash for each figure.
  func track(
    _ batch: Batch, _ tracking: Tracking, _ operation: Plan.Operation
  ) throws(QueryFailure) -> Batch {
    let targets = TargetRows(batch, tracking)
    var rows: [Int32] = []
    var subjects: Set<Subject> = []
    var senses: [String: NameSense] = [:]
    try forEachChunk(of: batch.rows, [], batch.columns, operation) { chunk, _ in
      for row in chunk {
        guard let subject = targets.subject(row) else { continue }
        rows.append(Int32(row))
        subjects.insert(subject)
      }
    }
    let outcomes = Outcomes(of: tracking.entity, for: subjects, in: ledger, workers)
    try checkpoint(operation)
    var table = Table(operation.relation.schema)
    var lineage = batch.lineage.map { _ in [[Int]]() }
    try forEachChunk(of: Rows(rows[...]), [], batch.columns, operation) {
      (chunk, _) throws(QueryFailure) in
      for row in chunk {
        // Each is held against every outcome of its subject.
        try checkpoint(operation)
        for promise in targets.promises(row) {
          let name = promise.subject.name
          let sense = senses[name] ?? NameSense(name)
          senses[name] = sense
          let pairing = Pairing(promise, sense, outcomes)
          table.append(targets.cells(row, promise, pairing))
          lineage?.append(
            (batch.lineage?[row] ?? []) + pairing.sources + pairing.baseSources)
        }
      }
    }
    return Batch(columns: BatchColumns(table.columns), height: table.count, lineage: lineage)
  }
}

/// The rows before `track`, read as targets.
private struct TargetRows {
  let batch: Batch
  let tracking: Tracking

  init(_ batch: Batch, _ tracking: Tracking) {
    self.batch = batch
    self.tracking = tracking
  }

  private func value(_ row: Int, _ name: String) -> Value {
    tracking.positions[name].map { batch.columns[$0][row] } ?? .missing
  }

  /// Whose target a row is; `nil` where it is none, or has no name.
  func subject(_ row: Int) -> Subject? {
    guard value(row, "nature") == .text(Nature.target.rawValue),
      case .text(let name) = value(row, "name")
    else { return nil }
    var place: String?
    if case .text(let word) = value(row, "place") { place = word }
    return Subject(place: place, name: name)
  }

  /// What a target row promises, figure by figure; one without figures is a promise all the same.
  func promises(_ row: Int) -> [Promise] {
    guard let subject = subject(row) else { return [] }
    var period: Period?
    if case .period(let value) = value(row, "period") { period = value }
    let promises = tracking.measures.compactMap { figure -> Promise? in
      guard case .quantity(let quantity) = batch.columns[figure.position][row] else { return nil }
      return Promise(
        subject: subject, period: period,
        figure: Promise.Figure(measure: figure.measure, quantity: quantity))
    }
    return promises.isEmpty ? [Promise(subject: subject, period: period, figure: nil)] : promises
  }

  /// The row of the result, in the order of the checker's columns.
  func cells(_ row: Int, _ promise: Promise, _ pairing: Pairing) -> [Value] {
    func quantity(_ quantity: Quantity?) -> Value { quantity.map(Value.quantity) ?? .missing }
    return [
      value(row, "place"), value(row, "name"),
      promise.figure.map { .text($0.measure.rawValue) } ?? .missing, value(row, "period"),
      quantity(promise.figure?.quantity), value(row, "force"),
      quantity(pairing.implied), quantity(pairing.actual),
      pairing.basis.map { .text($0.rawValue) } ?? .missing, .text(pairing.status.rawValue),
      quantity(pairing.gap), value(row, "source"),
      pairing.sources.isEmpty ? .missing : .source(pairing.sources),
    ]
  }
}
