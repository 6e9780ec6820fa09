/// What names stand for; a copy that is given one more name shares the rest.
///
/// A session that is kept beside the one that goes on, as the REPL does for `_`, would make a dictionary be
/// copied at each `let`. So the names are in several, each more than twice as large as the next, and only
/// the last and smallest are copied.
///
/// Cost: n names one after the other take n log n, a look-up one hash for each of at most log n
/// dictionaries; a few names are all in one.
package struct NameTable<Value> {
  /// The newest last; a name's meaning is that of the last it is in.
  private var layers: [[String: Value]] = []

  /// How many names are always kept together.
  private static var fewest: Int { 32 }

  package init() {}

  /// What a name stands for.
  package subscript(name: String) -> Value? {
    for layer in layers.reversed() {
      if let value = layer[name] { return value }
    }
    return nil
  }

  /// Gives a name a meaning in place of the one it may have.
  package mutating func bind(_ name: String, to value: Value) {
    if let last = layers.indices.last, layers[last].count < Self.fewest {
      layers[last][name] = value
    } else {
      layers.append([name: value])
    }
    while let newer = layers.last, layers.count > 1, newer.count >= Self.fewest,
      newer.count * 2 > layers[layers.count - 2].count
    {
      layers.removeLast()
      layers[layers.count - 1].merge(newer) { $1 }
    }
  }

  /// The names, each once.
  package var keys: some Collection<String> { all.keys }

  /// What comes of each name and its meaning, in no order.
  package func compactMap<Result>(
    _ transform: ((key: String, value: Value)) -> Result?
  ) -> [Result] {
    all.compactMap(transform)
  }

  private var all: [String: Value] {
    guard var all = layers.first else { return [:] }
    for layer in layers.dropFirst() { all.merge(layer) { $1 } }
    return all
  }
}

extension NameTable: Sendable where Value: Sendable {}
