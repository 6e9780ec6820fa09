/// What functions of numbers make of every value a quantity can have.
extension ModelQuantity {
  /// The distance from zero.
  var magnitude: ModelQuantity {
    if let low, low >= 0 { return self }
    if let high, high <= 0 { return negated }
    guard let low, let high else { return ModelQuantity(0, nil, unit) }
    let isOpen = -low == high ? opensLow && opensHigh : -low > high ? opensLow : opensHigh
    return ModelQuantity(0, max(-low, high), opensHigh: isOpen, unit)
  }

  /// The largest multiples of a step that are not above it.
  func floor(to step: Int128) -> ModelQuantity {
    func floor(_ end: Int128) -> Int128 {
      let rest = end % step
      return rest < 0 ? end - rest - step : end - rest
    }
    // Just below a multiple lies the one before.
    return ModelQuantity(
      low.map(floor), high.map { floor(opensHigh ? $0 - 1 : $0) }, unit)
  }

  func ceil(to step: Int128) -> ModelQuantity { negated.floor(to: step).negated }

  /// The nearest multiples of a step, a half away from zero.
  func rounded(to step: Int128) -> ModelQuantity {
    func round(_ end: Int128) -> Int128 {
      let far = (end.magnitude + step.magnitude / 2) / step.magnitude * step.magnitude
      return end < 0 ? -Int128(far) : Int128(far)
    }
    return ModelQuantity(
      low.map { round(opensLow ? $0 + 1 : $0) }, high.map { round(opensHigh ? $0 - 1 : $0) }, unit)
  }

  var sign: ModelQuantity {
    func sign(_ end: Int128?, _ isOpen: Bool, beyond: Int128) -> Int128 {
      guard let end else { return beyond }
      return end == 0 ? (isOpen ? -beyond : 0) : end.signum()
    }
    return ModelQuantity(
      sign(low, opensLow, beyond: -1) * Self.scale, sign(high, opensHigh, beyond: 1) * Self.scale,
      .number)
  }

  /// The middle between both ends, and the distance between them; nothing where there is none.
  var middle: ModelRange? {
    guard low != nil, high != nil else { return nil }
    let ends = ModelRange(self)
    return ModelRange((ends.low + ends.high) / 2, (ends.low + ends.high) / 2)
  }

  var width: ModelQuantity? {
    guard let low, let high else { return nil }
    return ModelQuantity(high - low, high - low, unit == .percent ? .points : unit)
  }

  static func greatest(of quantities: [ModelQuantity]) -> ModelQuantity {
    least(of: quantities.map(\.negated)).negated
  }

  /// The point as it is written in a query.
  var literal: String {
    let value = low ?? 0
    let scale = Self.scale.magnitude
    let digits = String(value.magnitude % scale + scale).dropFirst()
    let places = digits.reversed().drop { $0 == "0" }.reversed()
    let fraction = places.isEmpty ? "" : "." + String(places)
    return (value < 0 ? "-" : "") + "\(value.magnitude / scale)\(fraction)\(unit.rawValue)"
  }
}
