import DajuanLedger

extension FormulaEvaluator {
  /// A function of one row's values; missing where an argument it needs is.
  func call(_ function: ScalarFunction, _ arguments: [Value]) -> Value {
    switch function {
    case .least, .greatest: return extreme(arguments, isLeast: function == .least)
    case .concat: return .text(arguments.map(plainText).joined())
    case .length, .lowercase, .uppercase, .trim, .replace, .substring, .splitPart:
      return words(function, arguments)
    case .year, .quarter, .month, .start, .end, .duration:
      guard case .period(let period)? = arguments.first else { return .missing }
      return calendar(function, period)
    default:
      guard case .quantity(let quantity)? = arguments.first else { return .missing }
      return figure(function, quantity, arguments.dropFirst().first)
    }
  }

  // MARK: Quantities

  private func figure(_ function: ScalarFunction, _ quantity: Quantity, _ second: Value?) -> Value {
    switch function {
    case .abs: return .quantity(Self.absolute(quantity))
    case .round, .floor, .ceil:
      var places = 0
      if case .quantity(let digits)? = second {
        guard let whole = digits.wholeNumber, ScalarFunction.roundingPlaces.contains(whole) else {
          return .missing
        }
        places = whole
      }
      let rule: Decimal.Rounding = function == .round ? .nearest : function == .floor ? .down : .up
      return .quantity(quantity.rounded(places: Int32(places), rule))
    case .sign: return .quantity(Quantity(Self.sign(quantity.interval), .none))
    case .sqrt, .log, .exp: return transcendental(function, quantity, second)
    case .low:
      return quantity.interval.lower.map { .quantity(Quantity($0, quantity.unit)) } ?? .missing
    case .high:
      return quantity.interval.upper.map { .quantity(Quantity($0, quantity.unit)) } ?? .missing
    case .mid:
      return quantity.interval.middle.map { .quantity(Quantity($0, quantity.unit)) } ?? .missing
    case .width:
      guard let lower = quantity.interval.lower, let upper = quantity.interval.upper,
        let width = Quantity(Interval(upper), quantity.unit)
          .subtracting(Quantity(Interval(lower), quantity.unit))
      else { return .missing }
      return .quantity(width.derived)
    case .bound: return .text(quantity.bound.rawValue)
    case .unit: return .text(quantity.unit.name)
    case .number: return .quantity(Quantity(quantity.interval, .none))
    default: return .missing
    }
  }

  private static func absolute(_ quantity: Quantity) -> Quantity {
    let interval = quantity.interval
    if let lower = interval.lower, !lower.isNegative { return quantity.derived }
    if let upper = interval.upper, upper.signum <= 0 { return quantity.negated }
    // Zero lies within: the farther end is the upper one.
    guard let lower = interval.lower, let upper = interval.upper else {
      return Quantity(Interval(lower: Number(0), upper: nil), quantity.unit)
    }
    let below = lower.magnitude
    let excludesUpper =
      (below < upper || interval.excludesLower) && (upper < below || interval.excludesUpper)
    return Quantity(
      Interval(lower: Number(0), upper: max(below, upper), excludesUpper: excludesUpper),
      quantity.unit)
  }

  private static func sign(_ interval: Interval) -> Interval {
    let low = interval.lower.map { $0.signum == 0 && interval.excludesLower ? 1 : $0.signum } ?? -1
    let high = interval.upper.map { $0.signum == 0 && interval.excludesUpper ? -1 : $0.signum } ?? 1
    return Interval(lower: Number(low), upper: Number(high))
  }

  private func transcendental(
    _ function: ScalarFunction, _ quantity: Quantity, _ second: Value?
  ) -> Value {
    let interval = quantity.baseInterval
    var base = 1.0
    if function == .log, case .quantity(let second)? = second {
      guard let value = second.baseInterval.point?.doubleValue, value > 0, value != 1 else {
        return .missing
      }
      base = RealFunctions.log(value)
    }
    func apply(_ number: Number) -> Number? {
      let value = number.doubleValue
      switch function {
      case .sqrt: return value < 0 ? nil : .binary(value.squareRoot())
      case .log: return value <= 0 ? nil : .binary(RealFunctions.log(value) / base)
      default: return .binary(RealFunctions.exp(value))
      }
    }
    // Each is monotonous, so the ends go to the ends.
    let (lower, upper) = (interval.lower.map(apply), interval.upper.map(apply))
    if case .some(.none) = lower { return .missing }
    if case .some(.none) = upper { return .missing }
    let floor: Number? = function == .exp && interval.lower == nil ? Number(0) : lower ?? nil
    return .quantity(
      Quantity(
        Interval(
          lower: floor, upper: upper ?? nil, excludesLower: interval.excludesLower,
          excludesUpper: interval.excludesUpper
        ).withinRange, .none))
  }

  private func extreme(_ arguments: [Value], isLeast: Bool) -> Value {
    guard case .quantity? = arguments.first else { return first(of: arguments, isLeast: isLeast) }
    var result: Quantity?
    for argument in arguments {
      guard case .quantity(let next) = argument else { return .missing }
      guard let current = result else {
        result = next.derived
        continue
      }
      guard let converted = next.converted(to: current.unit) else { return .missing }
      let interval = current.interval.extreme(with: converted.interval, isLeast: isLeast)
      result = Quantity(interval, current.unit)
    }
    return result.map(Value.quantity) ?? .missing
  }

  /// The text or period that comes first, or last.
  private func first(of arguments: [Value], isLeast: Bool) -> Value {
    if arguments.contains(where: \.isMissing) { return .missing }
    return arguments.dropFirst().reduce(arguments[0]) { best, next in
      let isBetter = SortKeyValue(next).comes(before: SortKeyValue(best), isDescending: !isLeast)
      return isBetter ? next : best
    }
  }

  // MARK: Periods

  private func calendar(_ function: ScalarFunction, _ period: Period) -> Value {
    func number(_ value: Int?) -> Value { value.map { .quantity(Quantity($0)) } ?? .missing }
    switch function {
    case .year: return number(period.year)
    case .quarter:
      guard let first = period.first, first / 3 == period.last / 3 else { return .missing }
      return number(Int(first % 12 / 3 + 1))
    case .month:
      guard let first = period.first, first == period.last else { return .missing }
      return number(Int(first % 12 + 1))
    case .start:
      return period.first.flatMap { Period(firstMonth: $0, lastMonth: $0) }.map(Value.period)
        ?? .missing
    case .end:
      return Period(firstMonth: period.last, lastMonth: period.last).map(Value.period) ?? .missing
    case .duration:
      if let months = period.months {
        return .quantity(Quantity(Number(months), Unit.named("个月") ?? .none))
      }
      return period.days.map { .quantity(Quantity(Number($0), Unit.named("天") ?? .none)) }
        ?? .missing
    default: return .missing
    }
  }

  // MARK: Words

  private func words(_ function: ScalarFunction, _ arguments: [Value]) -> Value {
    guard case .text(let text)? = arguments.first else { return .missing }
    switch function {
    case .length: return .quantity(Quantity(text.unicodeScalars.count))
    case .lowercase: return .text(text.lowercased())
    case .uppercase: return .text(text.uppercased())
    case .trim: return .text(Self.trimmed(text))
    case .replace:
      guard case .text(let old) = arguments[1], case .text(let new) = arguments[2] else {
        return .missing
      }
      return .text(Self.pieces(of: text, separatedBy: old).joined(separator: new))
    case .splitPart:
      guard case .text(let separator) = arguments[1], case .quantity(let place) = arguments[2],
        let index = place.wholeNumber, index >= 1
      else { return .missing }
      let pieces = Self.pieces(of: text, separatedBy: separator)
      return pieces.indices.contains(index - 1) ? .text(pieces[index - 1]) : .missing
    default:
      guard case .quantity(let place) = arguments[1], let start = place.wholeNumber, start >= 1
      else { return .missing }
      var rest = text.unicodeScalars.dropFirst(start - 1)
      if arguments.count > 2 {
        guard case .quantity(let length) = arguments[2], let count = length.wholeNumber, count >= 0
        else { return .missing }
        rest = rest.prefix(count)
      }
      return .text(String(String.UnicodeScalarView(rest)))
    }
  }

  private static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let start = scalars.drop { $0.properties.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
    return String(String.UnicodeScalarView(start[...last]))
  }

  /// The pieces between the separators; the whole where there is no separator to find.
  private static func pieces(of text: String, separatedBy separator: String) -> [String] {
    let (hay, needle) = (Array(text.utf8), Array(separator.utf8))
    guard !needle.isEmpty else { return [text] }
    var pieces: [String] = []
    var (start, index) = (0, 0)
    while index + needle.count <= hay.count {
      if hay[index..<(index + needle.count)].elementsEqual(needle) {
        pieces.append(String(decoding: hay[start..<index], as: UTF8.self))
        index += needle.count
        start = index
      } else {
        index += 1
      }
    }
    pieces.append(String(decoding: hay[start...], as: UTF8.self))
    return pieces
  }

  /// A value as text, for `concat`; what is missing adds nothing.
  private func plainText(_ value: Value) -> String {
    switch value {
    case .text(let text): text
    case .quantity(let quantity): quantity.text()
    case .period(let period): period.description
    case .truth(.yes): "true"
    case .truth(.no): "false"
    case .source(let sources):
      context.map { sources.map($0.ledger.place).joined(separator: ", ") } ?? ""
    case .missing, .truth(.undecided): ""
    }
  }
}

extension Quantity {
  /// Every value it can have, rounded.
  ///
  /// Of an end that is left out, what lies just inside is rounded: of fewer than 3 whole ones there are
  /// at most 2.
  fileprivate func rounded(places: Int32, _ rule: Decimal.Rounding) -> Quantity {
    func end(_ number: Number?, isLeftOut: Bool, inwards: Int128) -> Number? {
      let decimal: Decimal
      switch number {
      case .exact(let exact): decimal = exact
      case .binary(let double):
        guard let exact = Decimal(double) else { return nil }
        decimal = exact
      case nil: return nil
      }
      if !isLeftOut { return .exact(decimal.rounded(places: places, rule)) }
      // Nearer than any digit, and than the half of a step.
      let step = Decimal(
        coefficient: inwards, exponent: min(decimal.exponent, -places - 1) - 1)
      return .exact((decimal.adding(step) ?? decimal).rounded(places: places, rule))
    }
    return Quantity(
      Interval(
        lower: end(interval.lower, isLeftOut: interval.excludesLower, inwards: 1),
        upper: end(interval.upper, isLeftOut: interval.excludesUpper, inwards: -1)), unit)
  }
}
