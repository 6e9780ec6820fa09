/// A three-valued answer with the reason for having none.
///
/// `and`, `or`, `not` are Kleene's strong connectives (S. C. Kleene, Introduction to
/// Metamathematics, 1952, §64).
public enum Truth: Hashable, Sendable {
  /// Certainly so.
  case yes
  /// Certainly not so.
  case no
  /// No answer, and why.
  case undecided(Reason)

  /// Why a comparison has no answer; a higher one outweighs a lower one.
  public enum Reason: UInt8, CaseIterable, Hashable, Sendable {
    /// The interval lies on both sides of the limit.
    case bounds
    /// An operand is missing.
    case missing
    /// The operands measure different things.
    case unit
  }

  /// Makes a definite answer.
  public init(_ value: Bool) { self = value ? .yes : .no }

  /// The reason, where there is no answer.
  public var reason: Reason? {
    if case .undecided(let reason) = self { return reason }
    return nil
  }

  /// The opposite; undecided stays undecided.
  public var negated: Truth {
    switch self {
    case .yes: .no
    case .no: .yes
    case .undecided: self
    }
  }

  /// Kleene's conjunction; where neither decides, missing and unit outweigh bounds.
  public func and(_ other: Truth) -> Truth {
    switch (self, other) {
    case (.no, _), (_, .no): .no
    case (.yes, let answer), (let answer, .yes): answer
    case (.undecided(let a), .undecided(let b)):
      .undecided(a.rawValue >= b.rawValue ? a : b)
    }
  }

  /// Kleene's disjunction; where neither decides, missing and unit outweigh bounds.
  public func or(_ other: Truth) -> Truth {
    negated.and(other.negated).negated
  }
}
