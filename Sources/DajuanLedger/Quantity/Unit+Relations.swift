extension Unit {
  /// Whether quantities in the two units can be compared and added.
  ///
  /// Units of one dimension can. A bare number or 个 stands for any counted thing but people (人)
  /// and visits (人次); other classifiers stand only for themselves.
  public func isCommensurable(with other: Unit) -> Bool {
    if self == other || dimension == other.dimension { return true }
    return isGeneric && other.isThing || other.isGeneric && isThing
      || isGeneric && other.isGeneric
  }

  /// A bare number or 个.
  private var isGeneric: Bool { family == .number && name != "倍" || family == .count }

  /// What a bare number or 个 does not stand for: people and visits.
  private static let people: Set<Dimension> = [Dimension("人"), Dimension("人次")]

  /// A classifier of things, which 个 may stand in for.
  private var isThing: Bool {
    family == .classifier && !Self.people.contains(dimension) || family == .count
  }

  /// The exact number of `other` units in one of these, for commensurable units.
  public func size(in other: Unit) -> Ratio? {
    guard isCommensurable(with: other) else { return nil }
    return factor.divided(by: other.factor)
  }

  /// A unit, and the factor a number must be multiplied by to be in it.
  public typealias Conversion = (unit: Unit, factor: Ratio)

  /// The unit of a product: `元/人 × 人` is 元, `元 × %` is 元 with the factor 1/100.
  public func multiplied(by other: Unit) -> Conversion? {
    if other == .none { return (self, .one) }
    if dimension.isNone { return (other, factor) }
    return combined(
      with: other, dimension.multiplied(by: other.dimension), size: other.factor, joint: "·")
  }

  /// The unit of a quotient: like things give a plain number, others `元/公里`.
  public func divided(by other: Unit) -> Conversion? {
    if other == .none { return (self, .one) }
    if let size = size(in: other) { return (.none, size) }
    let inverse = Ratio(other.factor.denominator, other.factor.numerator)
    return combined(
      with: other, dimension.divided(by: other.dimension), size: inverse, joint: "/")
  }

  private func combined(
    with other: Unit, _ result: Dimension, size: Ratio, joint: String
  ) -> Conversion? {
    if other.dimension.isNone { return (self, size) }
    guard let total = factor.multiplied(by: size) else { return nil }
    if result.isNone { return (.none, total) }
    let shared = Set(dimension.factors.map(\.base))
    let isPlain =
      family != .compound && other.family != .compound
      && !other.dimension.factors.contains { shared.contains($0.base) }
    guard isPlain else { return (Unit.base(of: result), total) }
    let name = (self == .none ? "1" : name) + joint + other.name
    return (Unit(name: name, dimension: result, factor: total, family: .compound), .one)
  }

  /// The unit of size one of what this measures: 元 for 亿元, 平方米 for 亩, a plain number for %.
  package var base: Unit { Unit.base(of: dimension) }

  /// The unit of size one of a dimension: the listed one, or a product of listed ones.
  static func base(of dimension: Dimension) -> Unit {
    if let unit = baseUnits[dimension] { return unit }
    var above: [String] = []
    var below: [String] = []
    for factor in dimension.factors {
      let power = factor.power.magnitude
      let one = baseUnits[Dimension(factor.base)]?.name ?? factor.base
      let known = baseUnits[Dimension(factor.base, power: Int16(power))]?.name
      let name = known ?? (power == 1 ? one : "\(one)^\(power)")
      if factor.power > 0 { above.append(name) } else { below.append(name) }
    }
    let name = ([above.isEmpty ? "1" : above.joined(separator: "·")] + below).joined(separator: "/")
    return Unit(name: name, dimension: dimension, factor: .one, family: .compound)
  }
}
