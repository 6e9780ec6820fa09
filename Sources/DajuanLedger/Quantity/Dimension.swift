/// What a unit measures: a product of powers of base kinds, such as 元 × 人⁻¹.
///
/// Base kinds are physical (length, mass, time, power, energy, voltage, …), one for each currency,
/// one for each classifier of counted things, and percentage points. A plain number, a percentage
/// and a multiple have no factors at all.
public struct Dimension: Hashable, Sendable {
  /// One base kind and its power, never zero.
  public struct Factor: Hashable, Sendable {
    /// The base kind: `length`, `元`, `家`.
    public let base: String
    /// Its power.
    public let power: Int16
  }

  /// The factors, ordered by base kind.
  public let factors: [Factor]

  /// No dimension: numbers, percentages, multiples.
  public static let none = Dimension(factors: [])

  /// A power of one base kind.
  public init(_ base: String, power: Int16 = 1) {
    factors = [Factor(base: base, power: power)]
  }

  private init(factors: [Factor]) { self.factors = factors }

  /// Whether there are no factors.
  public var isNone: Bool { factors.isEmpty }

  /// The dimension of a product; powers add, and those that cancel go.
  public func multiplied(by other: Dimension) -> Dimension { merged(other, sign: 1) }

  /// The dimension of a quotient.
  public func divided(by other: Dimension) -> Dimension { merged(other, sign: -1) }

  private func merged(_ other: Dimension, sign: Int16) -> Dimension {
    var powers: [String: Int16] = [:]
    for factor in factors { powers[factor.base, default: 0] += factor.power }
    for factor in other.factors {
      // Held at the largest power; nothing that is measured comes near it.
      let sum = Int(powers[factor.base] ?? 0) + Int(sign) * Int(factor.power)
      powers[factor.base] = Int16(clamping: sum)
    }
    let kept = powers.filter { $0.value != 0 }.sorted { $0.key < $1.key }
    return Dimension(factors: kept.map { Factor(base: $0.key, power: $0.value) })
  }
}
