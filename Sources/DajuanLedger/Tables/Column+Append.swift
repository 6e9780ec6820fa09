extension Column {
  /// Adds the rows of another column; values of another type than this column's count as missing.
  public mutating func append(contentsOf other: Column) {
    switch (self, other) {
    case (.text(var column), .text(let added)):
      self = .truth([])  // Gives up the shared storage, so that the append does not copy it.
      column.append(contentsOf: added)
      self = .text(column)
    case (.quantity(var column), .quantity(let added)):
      self = .truth([])
      column.append(contentsOf: added)
      self = .quantity(column)
    case (.period(var column), .period(let added)):
      self = .truth([])
      column.append(contentsOf: added)
      self = .period(column)
    case (.truth(let values), .truth(let added)): self = .truth(values + added)
    case (.source(var column), .source(let added)):
      self = .truth([])
      for row in 0..<added.count { column.append(added[row]) }
      self = .source(column)
    default: appendMissing(other.count)
    }
  }

  /// Adds rows without a value.
  public mutating func appendMissing(_ count: Int) {
    for _ in 0..<count { append(.missing) }
  }
}
