internal import DajuanLedger

extension Fact {
  /// Changes what a correction says, and remembers it.
  mutating func apply(_ correction: Correction) {
    corrections.removeAll { $0.field == correction.field && $0.field != .note }
    corrections.append(correction)
    let word = correction.value
    switch correction.field {
    case .value:
      value = Decimal(word)
      // The ends of another number are not this one's.
      (lower, upper) = Self.ends(of: value, bound)
    case .lower: lower = Decimal(word)
    case .upper: upper = Decimal(word)
    case .bound:
      bound = Bound(rawValue: word) ?? bound
      if bound != .range { (lower, upper) = Self.ends(of: value, bound) }
    case .unit: unit = word
    case .nature:
      nature = Nature(rawValue: word) ?? nature
      if force.nature != nature { force = nature == .actual ? .achieved : .target }
    case .force:
      force = Force(rawValue: word) ?? force
      nature = force.nature
    case .period:
      period = Period(interchange: word)
      periodWords = nil
    case .kind: kind = Kind(rawValue: word) ?? kind
    case .subject: subject = word
    case .measure: measure = word
    case .role: role = Role(rawValue: word) ?? role
    case .delete, .confirm, .note: return
    }
    if correction.field.isOfNumber { settleInterval() }
  }

  /// The ends that a number states under a bound word.
  private static func ends(of value: Decimal?, _ bound: Bound) -> (Decimal?, Decimal?) {
    switch bound {
    case .exact: (value, value)
    case .atLeast, .moreThan: (value, nil)
    case .atMost, .lessThan: (nil, value)
    case .about, .range: (nil, nil)
    }
  }

  private mutating func settleInterval() {
    if bound == .about, let value {
      interval = Quantity.interval(
        of: value, bound: .about,
        lastDigit: Decimal(coefficient: 1, exponent: value.exponent))
    } else {
      interval = Interval(
        lower: lower.map(Number.exact), upper: upper.map(Number.exact),
        excludesLower: bound == .moreThan && upper == nil,
        excludesUpper: bound == .lessThan
          || bound == .moreThan && upper != nil)
    }
  }

  /// Whether the number is not as the report's words have it.
  var hasCorrectedNumber: Bool { corrections.contains { $0.field.isOfNumber } }

  /// What a reader of the sentence is told of the corrections, or nothing.
  var correctionNote: String? {
    if corrections.isEmpty { return nil }
    var parts: [String] = []
    for correction in corrections {
      let signature = [correction.by, correction.day].filter { !$0.isEmpty }.joined(separator: " ")
      var part = correction.summary
      if !signature.isEmpty { part += " (\(signature))" }
      if !correction.note.isEmpty { part += ": \(correction.note)" }
      parts.append(part)
    }
    return "更正 \(surface): " + parts.joined(separator: "; ")
  }
}

extension Correction.Field {
  /// Whether it changes what number a fact states.
  fileprivate var isOfNumber: Bool {
    switch self {
    case .value, .lower, .upper, .bound, .unit: true
    default: false
    }
  }
}
