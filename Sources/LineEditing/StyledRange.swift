/// Part of a text and how it looks.
package struct StyledRange: Sendable, Equatable {
  /// Which Unicode scalars of the text.
  package var range: Range<Int>

  /// The parameters of the colour sequence before it, such as `1;36` (ECMA-48, SGR).
  package var style: String

  package init(_ range: Range<Int>, style: String) {
    self.range = range
    self.style = style
  }

  /// Ranges in order with this one in the place of what it covers of them.
  func laid(over others: [StyledRange]) -> [StyledRange] {
    let before = others.compactMap { part(of: $0, in: 0..<range.lowerBound) }
    let after = others.compactMap { part(of: $0, in: range.upperBound..<Int.max) }
    return before + [self] + after
  }

  private func part(of other: StyledRange, in limits: Range<Int>) -> StyledRange? {
    let rest = other.range.clamped(to: limits)
    return rest.isEmpty ? nil : StyledRange(rest, style: other.style)
  }
}
