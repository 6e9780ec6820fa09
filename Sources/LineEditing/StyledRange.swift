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
}
