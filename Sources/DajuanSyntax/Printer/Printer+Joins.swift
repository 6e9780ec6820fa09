// Operators that bring in another table, and pivot.
extension Printer {
  mutating func write(_ join: Join) {
    if let kind = join.kind {
      write(kind.keyword)
      write(" ")
    }
    let left = entity
    write(operand: join.source)
    let right = entity
    entity = left
    if let keys = join.keys {
      write(" ")
      write(.on)
      write(" ")
      list(keys) { $0.write($1, of: left, and: right) }
    }
    // From here on a name may be either side's.
    if join.kind?.bringsColumns ?? true { entity = nil }
  }

  /// A key of two tables, of which at most the entities are known.
  private mutating func write(_ key: Join.Key, of left: String?, and right: String?) {
    let here = translate(key.left, as: [.column])
    entity = right
    let there = translate(key.right ?? key.left, as: [.column])
    entity = left
    if key.right != nil {
      write(plain: here)
      write(" == ")
      write(plain: there)
    } else {
      // One name for both columns stays as it is where they would part.
      write(plain: here.text == there.text ? here : key.left)
    }
  }

  mutating func write(union sources: [PipelineSource]) {
    list(sources) { $0.write(operand: $1) }
    entity = nil
  }

  mutating func write(_ pivot: Pivot) {
    write(operand: pivot.key)
    write(" ")
    write(.values)
    write(" ")
    write(operand: pivot.value)
    guard let groups = pivot.groups else { return }
    by { $0.list(groups) { $0.write(operand: $1) } }
  }

  /// A table among operands; afterwards `entity` is what is known of it.
  private mutating func write(operand source: PipelineSource) {
    write(source)
    if !source.isEntity { entity = nil }
  }
}

extension PipelineSource {
  /// Whether it is a name, which may be an entity's.
  fileprivate var isEntity: Bool {
    if case .name = self { true } else { false }
  }
}
