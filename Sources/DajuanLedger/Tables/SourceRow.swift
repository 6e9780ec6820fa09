/// A passage of a report that facts rest on (出处).
public struct SourceRow: Hashable, Sendable {
  /// The index of its report among the ledger's reports.
  public var report: Int
  /// The heading it stands under.
  public var section: String
  /// The statement, with the layout's line breaks removed.
  public var statement: String
  /// Its lines in the report's text, counted from 1.
  public var lines: ClosedRange<Int>
  /// The lines of the page it was taken from, where the text says so.
  public var pageLines: ClosedRange<Int>?
  /// What a person has corrected of its facts, in words, or nothing.
  public var note: String?

  /// Makes a source.
  public init(
    report: Int, section: String, statement: String, lines: ClosedRange<Int>,
    pageLines: ClosedRange<Int>? = nil, note: String? = nil
  ) {
    self.report = report
    self.section = section
    self.statement = statement
    self.lines = lines
    self.pageLines = pageLines
    self.note = note
  }

  /// The statement as `cite` shows it: what was corrected stands behind it, in brackets that reports
  /// do not use.
  public var cited: String { note.map { "\(statement) 〔\($0)〕" } ?? statement }
}
