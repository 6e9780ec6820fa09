import DajuanLedger
import DajuanSyntax

/// Writes a plan as text, one operation a line, formulas as nested lists.
///
///     scan indicators
///     filter (>= growth 7%)
///     sort level desc, limit 3
///
/// Queries that are brought in stand indented under the operation that wants them. Columns are
/// called as they are where the operation reads them.
struct PlanDump {
  private(set) var lines: [String] = []
  private let indent: String
  /// The columns that the next operation reads.
  private var columns: [String]
  /// How the operation that is being written ran, and the queries it brought in.
  private var step: PlanProfile.Step?
  private var inner: [PlanProfile] = []

  /// - Parameters:
  ///   - plan: The plan.
  ///   - profile: How it ran, to be told beside each operation.
  ///   - indent: What stands before each line.
  init(_ plan: Plan, profile: PlanProfile? = nil, indent: String = "") {
    self.indent = indent
    columns = plan.origin.relation.columns.map(\.name)
    step = profile.map { PlanProfile.Step(rows: $0.scanned) }
    add("scan \(plan.origin.name)" + (plan.keepsLineage ? ", keeping lineage" : ""))
    for (place, operation) in plan.operations.enumerated() {
      step = profile?.steps[place]
      inner = step?.inner ?? []
      write(operation)
      columns = operation.relation.columns.map(\.name)
    }
  }

  private mutating func add(_ line: String) {
    lines.append(indent + line + (step.map { "  ⟶ " + $0.summary } ?? ""))
  }

  private mutating func add(_ plan: Plan) {
    let profile = inner.isEmpty ? nil : inner.removeFirst()
    lines += PlanDump(plan, profile: profile, indent: indent + "  ").lines
  }

  private mutating func write(_ operation: Plan.Operation) {
    let names = operation.relation.columns.map(\.name)
    switch operation.kind {
    case .filter(let condition): add("filter " + text(condition))
    case .project(let formulas):
      add("project " + joined(zip(names, formulas).map { named($0, $1) }))
    case .extend(let extensions): add("extend " + joined(texts(of: extensions, names)))
    case .sort(let orders, let limit):
      add("sort " + joined(orders.map(text)) + (limit.map { ", limit \($0)" } ?? ""))
    case .slice(let slice): write(slice)
    case .distinct(let places): add("distinct " + joined(places.map(name)))
    case .aggregate(let aggregates, let groups): write(aggregates, groups)
    case .count: add("count")
    case .describe: add("describe")
    case .track(let tracking):
      add("track \(tracking.entity.rawValue) " + joined(tracking.measures.map(\.measure.rawValue)))
    case .cite: add("cite")
    case .window(let windows): write(windows, names)
    case .assert(let condition, let message):
      add("assert " + text(condition) + (message.map { ", \"\($0)\"" } ?? ""))
    case .chart(let chart, let formulas):
      add("chart \(chart.form.rawValue) " + joined(zip(names, formulas).map { named($0, $1) }))
    case .join, .union, .pivot: writeTables(operation, names)
    }
  }

  /// Operations that bring in other tables, or make columns of values.
  private mutating func writeTables(_ operation: Plan.Operation, _ names: [String]) {
    switch operation.kind {
    case .join(let join):
      let right = join.right.relation.columns.map(\.name)
      let keys = join.keys.map { "(== \(name($0.left)) \(right[$0.right]))" }
      let kept = join.kept.map { right[$0] }
      add(
        "join \(join.kind.rawValue) on " + joined(keys)
          + (kept.isEmpty ? "" : ", adding " + joined(kept)))
      add(join.right)
    case .union(let union):
      add("union " + joined(names))
      union.parts.forEach { add($0.plan) }
    case .pivot(let pivot):
      let groups = pivot.groups.map(name)
      let values = pivot.values?.map(Self.text) ?? ["?"]
      add(
        "pivot \(name(pivot.key)) values \(name(pivot.value))"
          + (groups.isEmpty ? "" : " by " + joined(groups)) + " into " + joined(values))
    default: break
    }
  }

  private func texts(of extensions: [Step.Extension], _ names: [String]) -> [String] {
    var next = columns.count
    return extensions.map { `extension` in
      let place = `extension`.replaces ?? next
      if `extension`.replaces == nil { next += 1 }
      return named(place < names.count ? names[place] : "?", `extension`.formula)
    }
  }

  private mutating func write(_ slice: Step.Slice) {
    var parts: [String] = []
    if slice.skip > 0 { parts.append("skip \(slice.skip)") }
    if let take = slice.take { parts.append("take \(take)") }
    if !slice.groups.isEmpty {
      parts.append("by " + slice.groups.map(text).joined(separator: ", "))
    }
    add("slice " + parts.joined(separator: " "))
  }

  /// The operation after it calls the results by their number: `aggregate 0`.
  private mutating func write(_ aggregates: [Aggregate], _ groups: [Formula]) {
    let keys = groups.map(text)
    let found = aggregates.map { aggregate -> String in
      var parts = [aggregate.function.rawValue]
      if let argument = aggregate.argument { parts.append(text(argument)) }
      if aggregate.function == .quantile { parts.append("\(aggregate.share)") }
      return "(" + parts.joined(separator: " ") + ")"
    }
    add("aggregate " + joined(found) + (keys.isEmpty ? "" : " by " + joined(keys)))
  }

  /// Window functions stand where their values are used, and see the columns before the step.
  private mutating func write(_ windows: Step.Windows, _ names: [String]) {
    let before = columns
    let items = windows.items.map { item -> String in
      let calls = item.calls.map { call -> String in
        let distance = [.lag, .lead].contains(call.function) ? ["\(call.distance)"] : []
        let parts = [call.function.rawValue] + (call.argument.map { [text($0)] } ?? []) + distance
        return "(" + parts.joined(separator: " ") + ")"
      }
      let place = item.column.replaces ?? columns.count
      columns += calls
      defer {
        columns.removeLast(calls.count)
        if item.column.replaces == nil { columns.append(place < names.count ? names[place] : "?") }
      }
      return named(place < names.count ? names[place] : "?", item.column.formula)
    }
    columns = before
    add(
      "window " + joined(items)
        + (windows.groups.isEmpty ? "" : " by " + joined(windows.groups.map(text)))
        + (windows.order.isEmpty ? "" : " sort " + joined(windows.order.map(text))))
  }

  private func text(_ order: Step.SortOrder) -> String {
    text(order.formula) + (order.isDescending ? " desc" : "")
  }

  private func joined(_ parts: [String]) -> String { parts.joined(separator: ", ") }

  private func named(_ name: String, _ formula: Formula) -> String {
    let value = text(formula)
    return value == name ? name : "\(name) = \(value)"
  }

  private func name(_ column: Int) -> String {
    columns.indices.contains(column) ? columns[column] : "#\(column)"
  }
}

extension PlanDump {
  private func list(_ head: String, _ parts: [Formula]) -> String {
    "(" + ([head] + parts.map(text)).joined(separator: " ") + ")"
  }

  private func text(_ formula: Formula) -> String {
    switch formula.kind {
    case .column(let column): name(column)
    case .constant(let value), .parameter(_, let value): Self.text(value)
    case .negate(let operand): list("-", [operand])
    case .arithmetic(let sign, let left, let right): list(sign.rawValue, [left, right])
    case .compare(let sign, let left, let right): list(sign.rawValue, [left, right])
    case .all(let left, let right): list("and", [left, right])
    case .either(let left, let right): list("or", [left, right])
    case .not(let operand): list("not", [operand])
    case .text(let test, let left, let right): list(test.rawValue, [left, right])
    case .overlaps(let left, let right): list("overlaps", [left, right])
    case .member(let operand, let members):
      "(in " + ([text(operand)] + members.map(text)).joined(separator: " ") + ")"
    case .state(let operand, let state): list("is-\(state.rawValue)", [operand])
    case .coalesce(let operands): list("coalesce", operands)
    case .convert(let operand, let unit):
      "(to \(text(operand)) \(unit == .none ? "1" : unit.name))"
    case .choose(let branches, let otherwise):
      "(case "
        + branches.map { "(\(text($0.condition)) \(text($0.value)))" }.joined(separator: " ")
        + " \(text(otherwise)))"
    case .possibly(let operand): list("possibly", [operand])
    case .certainly(let operand): list("certainly", [operand])
    case .call(let function, let arguments): list(function.rawValue, arguments)
    case .host(let function, let arguments): list(function, arguments)
    case .invalid: "<invalid>"
    }
  }

  private func text(_ member: Formula.Member) -> String {
    switch member {
    case .value(let formula): text(formula)
    case .range(let lower, let upper): list("..", [lower, upper])
    case .within(let period): list("within", [period])
    }
  }

  private static func text(_ value: Value) -> String {
    switch value {
    case .missing: "missing"
    case .text(let text): "\"\(text)\""
    case .quantity(let quantity): quantity.text(.full)
    case .period(let period): period.description
    case .truth(.yes): "true"
    case .truth(.no): "false"
    case .truth(.undecided): "undecided"
    case .source(let sources): sources.map(String.init).joined(separator: ",")
    }
  }
}

extension PlanProfile.Step {
  /// `12 rows, 3.4 ms`
  fileprivate var summary: String {
    var parts: [String] = []
    if let rows { parts.append(rows == 1 ? "1 row" : "\(rows) rows") }
    if let time { parts.append(time.milliseconds) }
    if passedOver > 0 { parts.append("passing over \(passedOver) of \(stretches) stretches") }
    if parts.isEmpty { parts.append("not reached") }
    return parts.joined(separator: ", ")
  }
}

extension Duration {
  /// `3.4 ms`, to a tenth of a millisecond.
  fileprivate var milliseconds: String {
    let tenths = Int((self / .microseconds(100)).rounded())
    return "\(tenths / 10).\(tenths % 10) ms"
  }
}

extension Plan {
  /// The plan as text with how it ran: the rows each operation left, and its time. A condition without a
  /// time of its own was carried out by the operation after it.
  package func dump(_ profile: PlanProfile) -> String {
    let threads = profile.threads == 1 ? "1 thread" : "\(profile.threads) threads"
    return
      (PlanDump(self, profile: profile).lines + ["total \(profile.time.milliseconds), \(threads)"])
      .joined(separator: "\n")
  }

  /// The plan as text: one operation a line, queries that are brought in indented. It ends without
  /// a line break.
  package var dump: String { PlanDump(self).lines.joined(separator: "\n") }
}
