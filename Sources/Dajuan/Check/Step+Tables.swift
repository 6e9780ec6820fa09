package import DajuanLedger
package import DajuanSyntax

// Steps that bring in another table, and pivot.
extension Step {
  package struct Join: Sendable {
    /// A column of each side, by position.
    package struct Key: Sendable {
      package let left: Int
      package let right: Int
    }

    package let kind: JoinKind
    package let right: CheckedQuery
    package let keys: [Key]
    /// The right side's columns in the result, after the left side's.
    package let kept: [Int]
    /// How many operators it brings in.
    let weight: Int

    init(kind: JoinKind, right: CheckedQuery, keys: [Key], kept: [Int]) {
      (self.kind, self.right, self.keys, self.kept) = (kind, right, keys, kept)
      weight = right.weight
    }
  }

  package struct Union: Sendable {
    package struct Part: Sendable {
      package let query: CheckedQuery
      /// For each column of the result the one here that goes under it; the result may have more.
      package let places: [Int?]
    }

    package let parts: [Part]
    /// How many operators it brings in.
    let weight: Int

    init(parts: [Part]) {
      self.parts = parts
      weight = parts.reduce(0) { $0 + $1.query.weight }
    }
  }

  package struct Pivot: Sendable {
    package let key: Int
    package let value: Int
    package let groups: [Int]
    /// The values of the key, one for each column after the groups; a missing one among them is the
    /// column of rows without a key. `nil` where they could not be found out: such a step cannot be
    /// carried out.
    package let values: [Value]?
  }
}

extension Step {
  /// How many operators it stands for: itself, and those of the queries it brings in.
  var weight: Int {
    switch kind {
    case .join(let join): 1 + join.weight
    case .union(let union): 1 + union.weight
    default: 1
    }
  }
}

extension CheckedQuery {
  /// The number of its operators, with those of the queries it brings in. Cost: linear in its own
  /// steps, since each knows its weight.
  var weight: Int { steps.reduce(1) { $0 + $1.weight } }
}
