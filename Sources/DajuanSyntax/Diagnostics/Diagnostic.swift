/// One mistake found in a query: what, where, and if possible how to mend it.
///
/// The words live in `DiagnosticFacts`; a diagnostic holds only the stable code and what fills the
/// holes, so it can be shown in either language and compared by value.
public struct Diagnostic: Hashable, Sendable {
  /// The stable code.
  public let code: DiagnosticCode

  /// What fills the holes `{0}`, `{1}`, … of the message.
  public let arguments: [Bilingual]

  /// Where the mistake is.
  public let span: Span

  /// Notes on other places, or on the operands.
  public let labels: [Label]

  /// The one change that would mend it, if there is one.
  public let suggestion: Suggestion?

  /// A diagnostic at a place, its arguments the same in both languages: names, numbers, units.
  public init(
    _ code: DiagnosticCode,
    _ arguments: [String] = [],
    at span: Span,
    labels: [Label] = [],
    suggestion: Suggestion? = nil
  ) {
    self.init(
      code,
      terms: arguments.map { Bilingual($0, $0) },
      at: span,
      labels: labels,
      suggestion: suggestion
    )
  }

  /// A diagnostic at a place, its arguments words of each language.
  public init(
    _ code: DiagnosticCode,
    terms: [Bilingual],
    at span: Span,
    labels: [Label] = [],
    suggestion: Suggestion? = nil
  ) {
    self.code = code
    arguments = terms
    self.span = span
    self.labels = labels
    self.suggestion = suggestion
  }

  /// Whether it stops the query.
  public var severity: Severity { code.fact.severity }

  /// The message, its holes filled.
  public func message(in language: Language) -> String {
    code.fact.message.filled(with: arguments.map(\.shortened))[language]
  }
}

extension Diagnostic {
  /// How grave a diagnostic is.
  public enum Severity: String, Sendable {
    /// The query does not run.
    case error
    /// The query runs, but probably not as meant.
    case warning
  }

  /// A note on a place.
  public struct Label: Hashable, Sendable {
    /// The place.
    public let span: Span

    /// What is there.
    public let text: Bilingual

    /// A note in both languages.
    public init(_ span: Span, _ text: Bilingual) {
      self.span = span
      self.text = text
    }

    /// A note that reads the same in both languages, such as a type or a unit.
    public init(_ span: Span, _ text: String) {
      self.init(span, Bilingual(text))
    }
  }

  /// A change that would mend a mistake.
  public struct Suggestion: Hashable, Sendable {
    /// What to do, in words.
    public let text: Bilingual

    /// The change itself, in source order and not overlapping; empty where words must do.
    public let edits: [Edit]

    /// A suggestion in words, with the edits that carry it out.
    public init(_ text: Bilingual, edits: [Edit] = []) {
      self.text = text
      self.edits = edits
    }

    /// “Write `replacement`” instead of what stands at `span`.
    public static func write(_ replacement: String, insteadOf span: Span) -> Suggestion {
      Suggestion(
        Bilingual("write `\(replacement)`", "请写 `\(replacement)`").shortened,
        edits: [Edit(span, replacement)]
      )
    }

    /// “Did you mean `name`?” in place of what stands at `span`.
    public static func didYouMean(_ name: String, insteadOf span: Span) -> Suggestion {
      Suggestion(
        Bilingual("did you mean `\(name)`?", "是不是要写 `\(name)`？").shortened,
        edits: [Edit(span, name)]
      )
    }
  }

  /// A replacement of one stretch of source text.
  public struct Edit: Hashable, Sendable {
    /// What to replace; empty to insert.
    public let span: Span

    /// The new text.
    public let replacement: String

    /// Replaces the text at `span`.
    public init(_ span: Span, _ replacement: String) {
      self.span = span
      self.replacement = replacement
    }
  }
}

extension Bilingual {
  /// The text, cut where it is too long for a message: a name can be as long as its script.
  fileprivate var shortened: Bilingual {
    func cut(_ text: String) -> String {
      let scalars = text.unicodeScalars
      guard text.utf8.count > 160, scalars.count > 160 else { return text }
      return String(String.UnicodeScalarView(scalars.prefix(120))) + "…"
        + String(String.UnicodeScalarView(scalars.suffix(20)))
    }
    return Bilingual(cut(english), cut(chinese))
  }
}

extension Source {
  /// The text after `edits`, which are in source order and do not overlap.
  public func applying(_ edits: [Diagnostic.Edit]) -> Source {
    var result: [UInt8] = []
    var offset = 0
    for edit in edits where edit.span.start >= offset && edit.span.end <= bytes.count {
      result += bytes[offset..<edit.span.start]
      result += Array(edit.replacement.utf8)
      offset = edit.span.end
    }
    result += bytes[offset...]
    return Source(name: name, bytes: result)
  }
}
