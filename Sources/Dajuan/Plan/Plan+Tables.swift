package import DajuanSyntax

// Operations that bring in another table.
extension Plan {
  package struct Join: Sendable {
    package let kind: JoinKind
    package let right: Plan
    package let keys: [Step.Join.Key]
    /// The right side's columns in the result, after the left side's.
    package let kept: [Int]

    init(_ join: Step.Join, right: Plan) {
      (kind, keys, kept) = (join.kind, join.keys, join.kept)
      self.right = right
    }
  }

  package struct Union: Sendable {
    package struct Part: Sendable {
      package let plan: Plan
      /// For each column of the result the one here that goes under it; the result may have more.
      package let places: [Int?]
    }

    package let parts: [Part]
  }
}
