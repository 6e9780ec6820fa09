/// Writes a tree as nested lists, without spans: two texts with the same dump have the same tree.
///
///     (script
///       (pipeline projects
///         (where (>= investment (number 100 亿 元)))))
///
/// Names are bare; strings are quoted; a missing node is `<missing>`. Which sign equality was
/// written with does not show.
package struct TreeDump {
  private var text = ""

  /// The dump of a script.
  package static func dump(_ script: Script) -> String {
    var dump = TreeDump()
    dump.write(script)
    return dump.text
  }

  /// The dump of an expression.
  package static func dump(_ expression: Expression) -> String {
    var dump = TreeDump()
    dump.write(expression)
    return dump.text
  }
}

extension Script {
  /// The tree as nested lists, without spans.
  package var dump: String { TreeDump.dump(self) }
}

extension Expression {
  /// The tree as nested lists, without spans.
  package var dump: String { TreeDump.dump(self) }
}

// Statements.
extension TreeDump {
  private mutating func write(_ script: Script) {
    text += "(script"
    for statement in script.statements {
      text += "\n  "
      switch statement {
      case .binding(let binding): write(binding)
      case .definition(let definition): write(definition)
      case .parameter(let parameter): write(parameter)
      case .pipeline(let pipeline): write(pipeline, indent: 4)
      case .value(let expression):
        text += "(value "
        write(expression)
        text += ")"
      }
    }
    text += ")"
  }

  private mutating func write(_ binding: LetBinding) {
    text += "(let "
    write(binding.name)
    text += " "
    switch binding.value {
    case .pipeline(let pipeline): write(pipeline, indent: 4)
    case .expression(let expression): write(expression)
    }
    text += ")"
  }

  private mutating func write(_ definition: Definition) {
    text += "(def "
    write(definition.name)
    text += " (" + definition.parameters.map(\.text).joined(separator: " ") + ")"
    item(definition.body)
    text += ")"
  }

  private mutating func write(_ parameter: ParameterDeclaration) {
    text += "(param "
    write(parameter.name)
    text += " " + (parameter.type.isMissing ? "<missing>" : parameter.type.text)
    if let value = parameter.defaultValue { item(value) }
    text += ")"
  }

  private mutating func write(_ pipeline: Pipeline, indent: Int) {
    text += "(pipeline "
    write(pipeline.source, indent: indent)
    for stage in pipeline.stages {
      text += "\n" + String(repeating: " ", count: indent)
      write(stage)
    }
    text += ")"
  }

  private mutating func write(_ source: PipelineSource, indent: Int) {
    switch source {
    case .name(let name): write(name)
    case .lastResult: text += "_"
    case .previous: text += "<previous>"
    case .parenthesised(let inner, _): write(inner, indent: indent + 2)
    case .missing: text += "<missing>"
    }
  }

  private mutating func write(_ stage: Stage) {
    switch stage.kind {
    case .where(let condition): list("where") { $0.item(condition) }
    case .select(let items): list("select") { dump in items.forEach { dump.item($0) } }
    case .derive(let derivation): list("derive") { $0.items(derivation) }
    case .sort(let keys): list("sort") { dump in keys.forEach { dump.item($0) } }
    case .take(let count): list("take") { $0.items(count) }
    case .skip(let count): list("skip") { $0.items(count) }
    case .distinct(let keys): list("distinct") { dump in keys.forEach { dump.item($0) } }
    case .summarize(let summary): list("summarize") { $0.items(summary) }
    case .join(let join): list("join") { $0.items(join) }
    case .union(let sources): list("union") { dump in sources.forEach { dump.item($0) } }
    case .pivot(let pivot): list("pivot") { $0.items(pivot) }
    case .count: text += "(count)"
    case .describe: text += "(describe)"
    case .track: text += "(track)"
    case .cite: text += "(cite)"
    case .assert(let assertion): list("assert") { $0.items(assertion) }
    case .chart(let chart): list("chart " + chart.form.rawValue) { $0.items(chart) }
    case .missing: text += "<missing>"
    }
  }

  private mutating func list(_ head: String, _ body: (inout TreeDump) -> Void) {
    text += "(" + head
    body(&self)
    text += ")"
  }

  private mutating func item(_ expression: Expression) {
    text += " "
    write(expression)
  }

  private mutating func item(_ item: SelectItem) {
    switch item {
    case .keep(let assignment):
      self.item(assignment)
    case .drop(let name, _):
      text += " (drop "
      write(name)
      text += ")"
    }
  }

  private mutating func item(_ assignment: Assignment) {
    guard let name = assignment.name else { return item(assignment.value) }
    text += " (= "
    write(name)
    item(assignment.value)
    text += ")"
  }

  private mutating func item(_ key: SortKey) {
    guard let direction = key.direction else { return item(key.value) }
    text += direction == .descending ? " (desc" : " (asc"
    item(key.value)
    text += ")"
  }

  private mutating func items(_ count: RowCount) {
    item(count.count)
    guard !count.groups.isEmpty else { return }
    text += " "
    list("by") { dump in count.groups.forEach { dump.item($0) } }
  }

  private mutating func item(_ source: PipelineSource) {
    text += " "
    write(source, indent: 8)
  }

  private mutating func items(_ join: Join) {
    if let kind = join.kind { text += " " + kind.rawValue }
    item(join.source)
    guard let keys = join.keys else { return }
    text += " "
    list("on") { dump in
      for key in keys {
        if let right = key.right {
          dump.text += " "
          dump.list("==") { $0.names([key.left, right]) }
        } else {
          dump.names([key.left])
        }
      }
    }
  }

  private mutating func items(_ pivot: Pivot) {
    names([pivot.key, pivot.value])
    guard let groups = pivot.groups else { return }
    text += " "
    list("by") { $0.names(groups) }
  }

  private mutating func names(_ names: [Name]) {
    for name in names {
      text += " "
      write(name)
    }
  }

  private mutating func items(_ summary: Summary) {
    summary.aggregates.forEach { item($0) }
    guard !summary.groups.isEmpty else { return }
    text += " "
    list("by") { dump in summary.groups.forEach { dump.item($0) } }
  }
}

// Windows, checks and charts.
extension TreeDump {
  private mutating func items(_ derivation: Derivation) {
    derivation.columns.forEach { item($0) }
    guard let window = derivation.window else { return }
    if !window.groups.isEmpty {
      text += " "
      list("by") { dump in window.groups.forEach { dump.item($0) } }
    }
    guard !window.order.isEmpty else { return }
    text += " "
    list("sort") { dump in window.order.forEach { dump.item($0) } }
  }

  private mutating func items(_ assertion: Assertion) {
    item(assertion.condition)
    if let message = assertion.message { text += " " + Printer.quoted(message) }
  }

  private mutating func items(_ chart: Chart) {
    chart.columns.forEach { item($0) }
    guard !chart.groups.isEmpty else { return }
    text += " "
    list("by") { dump in chart.groups.forEach { dump.item($0) } }
  }
}

// Expressions.
extension TreeDump {
  private mutating func write(_ name: Name) {
    if name.isMissing {
      text += "<missing>"
    } else if name.isQuoted {
      text += "`\(name.text)`"
    } else {
      text += name.text
    }
  }

  private mutating func write(_ expression: Expression) {
    switch expression.kind {
    case .number(let number): write(number)
    case .string(let value): text += Printer.quoted(value)
    case .period(let period): text += "(period \(Printer.text(period)))"
    case .truth(let value): text += value ? "#true" : "#false"
    case .missingValue: text += "#missing"
    case .name(let name): write(name)
    case .reference(let name):
      text += "$"
      write(name)
    case .unary(let unary): list(unary.operator.rawValue) { $0.item(unary.operand) }
    case .binary(let binary): write(binary)
    case .test(let test): write(test)
    case .call(let call): write(call)
    case .range(let lower, let upper):
      list("..") {
        $0.item(lower)
        $0.item(upper)
      }
    case .list(let elements): list("list") { dump in elements.forEach { dump.item($0) } }
    case .conversion(let operand, let unit): write(operand, to: unit)
    case .parenthesised(let inner): list("paren") { $0.item(inner) }
    case .missing: text += "<missing>"
    }
  }

  private mutating func write(_ number: NumberLiteral) {
    if number.isBare {
      text += number.digits
    } else {
      let parts = [number.digits, number.scale, number.unit].filter { !$0.isEmpty }
      text += "(number \(parts.joined(separator: " ")))"
    }
  }

  private mutating func write(_ operand: Expression, to unit: UnitName) {
    list("to") {
      $0.item(operand)
      let parts = [unit.scale, unit.unit].filter { !$0.isEmpty }
      $0.text += " " + (parts.isEmpty ? "<missing>" : parts.joined(separator: " "))
    }
  }

  private mutating func write(_ binary: Binary) {
    let negation = binary.isNegated ? "not-" : ""
    list(negation + binary.operator.rawValue) {
      $0.item(binary.left)
      $0.item(binary.right)
    }
  }

  private mutating func write(_ test: Test) {
    list((test.isNegated ? "is-not-" : "is-") + test.state.rawValue) { $0.item(test.operand) }
  }

  private mutating func write(_ call: Call) {
    list("call") { dump in
      dump.text += " "
      dump.write(call.function)
      call.arguments.forEach { dump.item($0) }
    }
  }
}
