internal import DajuanLedger

/// A unit that a program adds: so many of another, or a measure of its own.
///
/// It is written behind a number, without a blank, and after `to`. What is paid for each is
/// `10元 / 1箱`: behind a `/` within a unit stand only the language's own.
public struct HostUnit: Hashable, Sendable {
  /// The name, which answers show.
  public let name: String
  /// Other ways to write it.
  public let otherSpellings: [String]
  private let size: Size?

  private struct Size: Hashable, Sendable {
    let numerator: Int64
    let denominator: Int64
    let unit: String
  }

  /// A unit of a measure of its own.
  public init(_ name: String, or otherSpellings: [String] = []) {
    (self.name, self.otherSpellings, size) = (name, otherSpellings, nil)
  }

  /// A unit that is `numerator / denominator` times another, exactly: `HostUnit("箱", 24, of: "瓶")`.
  ///
  /// The other is one of the language's, one added before it, or any word, which then counts things
  /// of its own sort.
  public init(
    _ name: String, or otherSpellings: [String] = [], _ numerator: Int64,
    per denominator: Int64 = 1, of unit: String
  ) {
    (self.name, self.otherSpellings) = (name, otherSpellings)
    size = Size(numerator: numerator, denominator: denominator, unit: unit)
  }

  /// All ways to write it.
  var spellings: [String] { [name] + otherSpellings }

  /// The unit, with those added before it. A word that it is so many of may be written from then on.
  func unit(among others: inout [String: Unit]) throws(HostError) -> Unit {
    for spelling in spellings {
      if Scale.allCases.contains(where: { spelling.hasPrefix($0.word) }) {
        throw HostError(name: spelling, reason: "begins with a word for a power of ten")
      }
      guard let read = Unit.named(spelling), read.family == .classifier else {
        let isKnown = Unit.isListed(spelling)
        throw HostError(
          name: spelling,
          reason: isKnown ? "is a unit of the language already" : "is no unit's name")
      }
    }
    guard let size else {
      return Unit(name: name, dimension: Dimension(name), factor: .one, family: .classifier)
    }
    guard let base = Unit.named(size.unit, or: others) else {
      throw HostError(name: size.unit, reason: "is no unit")
    }
    if !Unit.isListed(size.unit, or: others) { others[size.unit] = base }
    guard size.numerator > 0, size.denominator > 0,
      let factor = base.factor.multiplied(by: Ratio(size.numerator, size.denominator))
    else { throw HostError(name: name, reason: "has a size that is none, or too large") }
    return Unit(name: name, dimension: base.dimension, factor: factor, family: base.family)
  }
}
