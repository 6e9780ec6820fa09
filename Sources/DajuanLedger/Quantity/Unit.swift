/// A unit of measure: a name, what it measures, and its exact size in the base unit of that.
///
/// Units are looked up by the way reports and users write them (``named(_:)``), including units
/// nobody listed: an unknown word is a classifier of its own (`羽`, `宗`), and `a/b` is a quotient.
/// Equality is of the name.
public struct Unit: Hashable, Sendable {
  /// How units of one dimension behave beside each other.
  public enum Family: Hashable, Sendable {
    /// A plain number, a multiple (倍).
    case number
    /// Per cent, per mille, 成: numbers written in hundredths, thousandths, tenths.
    case percent
    /// 百分点: the difference of two percentages.
    case points
    /// Money of one currency.
    case money
    /// 个: counted things of any sort but people.
    case count
    /// A classifier that stands only for its own sort of thing.
    case classifier
    /// A physical measure.
    case measure
    /// A quotient or product of others.
    case compound
  }

  /// Interned definitions make a unit one reference wide.
  private let definition: Definition

  /// The canonical spelling: `元`, `平方米`, `%`, `元/人`; empty for a plain number.
  public var name: String { definition.name }
  /// What it measures.
  public var dimension: Dimension { definition.dimension }
  /// How it behaves beside others.
  public var family: Family { definition.family }
  /// Its exact size in the dimension's base unit.
  public var factor: Ratio { definition.factor }

  /// The unit of a plain number.
  public static let none = Unit(name: "", dimension: .none, factor: .one, family: .number)

  package init(name: String, dimension: Dimension, factor: Ratio, family: Family) {
    definition = Definition(name: name, dimension: dimension, factor: factor, family: family)
  }

  /// Equality of the name, which fixes the rest.
  public static func == (left: Unit, right: Unit) -> Bool {
    left.definition === right.definition || left.definition.name == right.definition.name
  }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(definition.name) }

  private final class Definition: Sendable {
    let name: String
    let dimension: Dimension
    let factor: Ratio
    let family: Family

    init(name: String, dimension: Dimension, factor: Ratio, family: Family) {
      self.name = name
      self.dimension = dimension
      self.factor = factor
      self.family = family
    }
  }
}

/// An exact positive fraction, the size of one unit in another.
public struct Ratio: Hashable, Sendable {
  /// The numerator.
  public let numerator: Int64
  /// The denominator.
  public let denominator: Int64

  /// One.
  public static let one = Ratio(1)

  /// Makes `numerator / denominator` in lowest terms.
  public init(_ numerator: Int64, _ denominator: Int64 = 1) {
    precondition(numerator > 0 && denominator > 0)
    var (a, b) = (numerator, denominator)
    while b != 0 { (a, b) = (b, a % b) }
    self.numerator = numerator / a
    self.denominator = denominator / a
  }

  /// Whether it is a decimal that ends: multiplying by it keeps an exact number exact.
  public var isDecimal: Bool {
    var rest = denominator
    while rest % 2 == 0 { rest /= 2 }
    while rest % 5 == 0 { rest /= 5 }
    return rest == 1
  }

  /// The quotient of two fractions, or `nil` past 64 bits.
  public func divided(by other: Ratio) -> Ratio? {
    multiplied(by: Ratio(other.denominator, other.numerator))
  }

  /// The product of two fractions, or `nil` past 64 bits.
  public func multiplied(by other: Ratio) -> Ratio? {
    let a = Ratio(numerator, other.denominator)
    let b = Ratio(other.numerator, denominator)
    let (top, overTop) = a.numerator.multipliedReportingOverflow(by: b.numerator)
    let (bottom, overBottom) = a.denominator.multipliedReportingOverflow(by: b.denominator)
    return overTop || overBottom ? nil : Ratio(top, bottom)
  }
}
