public import DajuanSyntax

/// What a caller may choose about the look of an answer.
public struct RenderOptions: Sendable {
  /// The format.
  public var format: OutputFormat
  /// The language of headings, enumerated values and footers; `nil` for the query's own in the
  /// formats for reading, and English in those for programs.
  public var language: Language?
  /// The widest a table may be, in terminal columns; `nil` for no limit.
  public var maximumWidth: Int?
  /// Whether to colour headings and footers with ANSI sequences.
  public var usesColor: Bool

  /// Makes options.
  public init(
    format: OutputFormat = .table, language: Language? = nil, maximumWidth: Int? = nil,
    usesColor: Bool = false
  ) {
    self.format = format
    self.language = language
    self.maximumWidth = maximumWidth
    self.usesColor = usesColor
  }
}
