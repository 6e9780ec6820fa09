/// An answer of the model: yes, no, or the reason for having none, the graver the higher.
enum ModelTruth: Hashable, Sendable {
  case yes
  case no
  case undecided(Reason)

  enum Reason: Int, Sendable {
    case bounds
    case missing
    case unit
  }

  var negated: ModelTruth {
    switch self {
    case .yes: .no
    case .no: .yes
    case .undecided: self
    }
  }

  func and(_ other: ModelTruth) -> ModelTruth {
    if self == .no || other == .no { return .no }
    if self == .yes { return other }
    if other == .yes { return self }
    guard case .undecided(let a) = self, case .undecided(let b) = other else { return self }
    return .undecided(a.rawValue > b.rawValue ? a : b)
  }

  func or(_ other: ModelTruth) -> ModelTruth { negated.and(other.negated).negated }
}
