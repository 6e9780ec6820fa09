/// A name as written, in either language.
///
/// The text is normalised: full-width letters and digits are half-width, and the backquotes of a
/// quoted name are gone. An empty text marks a name that is missing; its diagnostic exists already.
package struct Name: Hashable, Sendable {
  /// The name itself.
  package let text: String

  /// Where it stands, with its backquotes.
  package let span: Span

  /// Whether it stood in backquotes.
  package let isQuoted: Bool

  package init(_ text: String, _ span: Span, isQuoted: Bool = false) {
    self.text = text
    self.span = span
    self.isQuoted = isQuoted
  }

  /// The name that should have stood at `span`.
  package static func missing(_ span: Span) -> Name {
    Name("", span)
  }

  /// Whether it stands for a name that is not there.
  package var isMissing: Bool { text.isEmpty }
}
