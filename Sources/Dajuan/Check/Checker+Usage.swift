import DajuanSyntax

/// The names a script makes, and which of them it uses.
struct Usage {
  /// What a name is for: a value and a function may share one.
  enum Kind: Hashable {
    case value
    case function
  }

  private struct Key: Hashable {
    let text: String
    let kind: Kind
  }

  private var pending: [Key: Name] = [:]
  private var unused: [Name] = []

  /// Takes up a name; the one it takes the place of can be used no more.
  mutating func make(_ name: Name, _ kind: Kind) {
    if let old = pending.updateValue(name, forKey: Key(text: name.text, kind: kind)) {
      unused.append(old)
    }
  }

  mutating func use(_ name: String, _ kind: Kind) {
    pending[Key(text: name, kind: kind)] = nil
  }

  /// The names that were never used, in the order of the text.
  var neverUsed: [Name] {
    (unused + pending.values).sorted { $0.span.start < $1.span.start }
  }
}

extension Checker {
  /// Counts a name as used, where it means a value of the script.
  mutating func used(_ name: Name, _ formula: Formula) -> Formula {
    if expansion.call == nil { usage.use(name.text, .value) }
    return formula
  }

  mutating func reportUnused() {
    for name in usage.neverUsed { report(.unusedName, [name.text], at: name.span) }
  }
}
