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
  /// How many rows a table may show, two at least; of more it shows the first and the last, and says
  /// so. `nil` for all.
  public var maximumRows: Int?
  /// How long the query took, where the footer is to tell.
  public var elapsed: Duration?
  /// Whether words in CSV and TSV that a spreadsheet would take for a formula get an apostrophe before
  /// them.
  public var guardsFormulas: Bool
  /// Whether to colour headings and footers with ANSI sequences.
  public var usesColor: Bool

  /// Makes options.
  public init(
    format: OutputFormat = .table, language: Language? = nil, maximumWidth: Int? = nil,
    maximumRows: Int? = nil, guardsFormulas: Bool = false, usesColor: Bool = false
  ) {
    self.format = format
    self.language = language
    self.maximumWidth = maximumWidth
    self.maximumRows = maximumRows
    self.guardsFormulas = guardsFormulas
    self.usesColor = usesColor
  }
}
