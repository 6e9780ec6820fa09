// Operators that bring in another table, and pivot.
extension Printer {
  mutating func write(_ join: Join) {
    if let kind = join.kind {
      write(kind.keyword)
      write(" ")
    }
    write(join.source)
    guard let keys = join.keys else { return }
    write(" ")
    write(.on)
    write(" ")
    list(keys) { $0.write($1) }
  }

  private mutating func write(_ key: Join.Key) {
    write(plain: key.left)
    guard let right = key.right else { return }
    write(" == ")
    write(plain: right)
  }

  mutating func write(union sources: [PipelineSource]) {
    list(sources) { $0.write($1) }
  }

  mutating func write(_ pivot: Pivot) {
    write(plain: pivot.key)
    write(" ")
    write(.values)
    write(" ")
    write(plain: pivot.value)
    guard let groups = pivot.groups else { return }
    by { $0.list(groups) { $0.write(plain: $1) } }
  }
}
