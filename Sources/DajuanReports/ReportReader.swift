/// Reads a government work report: bytes in, head, statements and facts out.
///
///     let report = try ReportReader.read(bytes, options: .init(year: 2022))
///     print(report.facts.count)
///
/// Deterministic rules over a lexicon. The stages are folders: Decode (UTF-8, GB18030), Layout
/// (lines to headings and paragraphs), Sections (what looks back and what looks forward, over which
/// period), Numerals, Quantities (units and bound words), Clauses (what is measured of what) and
/// Facts. Every fact names the rules that made it. Cost: linear in the input, time and memory.
package enum ReportReader {
  /// What is known of a report beside its text.
  package struct Options: Hashable, Sendable {
    /// The year it was delivered: it reviews the year before and plans this one.
    package var year: Int?
    /// The place it is about.
    package var place: String?

    /// Makes options; what is left out is read from the text.
    package init(year: Int? = nil, place: String? = nil) {
      self.year = year
      self.place = place
    }
  }

  /// The longest report that is read, in bytes: 16 MB, dozens of times the longest there are.
  /// Reading takes up to sixty times its text in memory, where all of it is figures.
  package static let maximumBytes = 1 << 24

  /// Reads a report.
  ///
  /// - Throws: ``ReadError`` where the bytes are no text.
  package static func read(
    _ bytes: [UInt8],
    options: Options = Options()
  ) throws(ReadError) -> Report {
    if bytes.count > maximumBytes { throw .tooLarge(bytes: bytes.count) }
    let scalars = try ReportDecoder.scalars(of: bytes)
    var lines = LineReader(scalars)
    lines.read()
    var manuscript = lines.manuscript
    manuscript.blocks = BlockAssembler(codes: manuscript.codes, lines: lines.lines).blocks()
    return ReportBuilder(manuscript: manuscript, options: options).report()
  }
}
