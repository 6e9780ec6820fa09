import DajuanLedger

/// A value of an answer as a finding shows it, on one line.
struct ShownValue: CustomStringConvertible {
  let value: Value

  var description: String {
    switch value {
    case .missing: "–"
    case .text(let text): text
    case .period(let period): period.description
    case .truth(let truth): "\(truth)"
    case .source(let sources): "\(sources)"
    case .quantity(let quantity): Self.text(of: quantity.interval) + quantity.unit.name
    }
  }

  static func text(of interval: Interval) -> String {
    func text(_ end: Number?) -> String { end.map { "\($0.doubleValue)" } ?? "" }
    return (interval.excludesLower ? "(" : "[") + text(interval.lower) + ","
      + text(interval.upper) + (interval.excludesUpper ? ")" : "]")
  }
}

extension ModelValue: CustomStringConvertible {
  var description: String {
    switch self {
    case .missing: "–"
    case .text, .choice: words ?? ""
    case .period(let period): period.period?.description ?? "\(period)"
    case .truth(let truth): "\(truth)"
    case .sources(let sources): "\(sources)"
    case .quantity(let quantity):
      ShownValue.text(of: quantity.interval) + quantity.unit.rawValue
    case .approximate(let range, let unit): "\(range.low)–\(range.high)\(unit.rawValue)"
    case .inBaseUnit(let range, let unit): "\(range.low)–\(range.high) as \(unit.rawValue)"
    }
  }
}
