package import DajuanLedger

/// A report as it was read: its head, its sections, its statements and the facts found in them.
package struct Report: Sendable {
  /// Its title, or nothing where it has none.
  package var title: String?
  /// The place it is about, as its own words name it.
  package var place: String?
  /// The level of the place.
  package var level: Level?
  /// When it was delivered, as exactly as it says.
  package var date: ReportDate?
  /// What it looks back on.
  package var reviewed: Period?
  /// What it plans for.
  package var planned: Period?
  /// The number of characters that are not blank.
  package var characters: Int
  /// Its sentences and headings, in the order of the text.
  package var statements: [Statement]
  /// In the order of the text.
  package var facts: [Fact]

  /// The facts as lines of JSON, UTF-8, each with the end of its line: what ``Fact/json(in:document:)``
  /// gives, without strings in between.
  ///
  /// - Parameter document: The report's id, already in JSON, which begins each line.
  /// - Returns: The lines.
  package func factLines(document: String? = nil) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(facts.count * 400)
    for index in facts.indices {
      facts[index].appendJSON(to: &bytes, in: self, document: document)
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }
}

/// A sentence of a report, or a line of a list, with the layout's line breaks removed.
package struct Statement: Sendable, Hashable {
  /// The words, without footnote and page marks; put together when they are asked for.
  package var text: String { words.text }
  /// Where the words are kept.
  var words: StatementWords
  /// Where it stands in the text as given, in Unicode scalars.
  package var range: Range<Int>
  /// Its lines in the text as given, counted from 1.
  package var lines: ClosedRange<Int>
  /// The lines of the page it was taken from, where the text says so (`〔源12–13行〕`).
  package var pageLines: ClosedRange<Int>?
  /// The heading it stands under, or nothing before the first.
  package var section: String?
  /// What its section says of it, before its own cues are read.
  package var nature: Nature
  /// The period its section is about.
  package var period: Period?
}

/// One quantity found in a report.
package struct Fact: Sendable, Hashable {
  /// Number and unit as written, line breaks removed, with an inner 余 or 多 and a trailing 以上,
  /// 左右 or 以内; a leading 至少, 超, 近 or 约 stays outside.
  package var surface: String
  /// The bound word before the surface, where one belongs to it (`至少`, `超过`), or nothing.
  package var leading: String
  /// Where the surface stands in the text as given, in Unicode scalars.
  package var range: Range<Int>
  /// Its lines in the text as given, counted from 1.
  package var lines: ClosedRange<Int>
  /// The index of its statement in the report.
  package var statement: Int
  /// What is measured of what, in normal form: `重大项目 完成投资`, `地区生产总值 增长`.
  package var subject: String
  /// The measure alone: `完成投资`, `增长`; empty where the subject is the thing counted.
  package var measure: String
  /// What the number does for the subject.
  package var role: Role
  /// The number in ``unit`` with 万 and 亿 folded in; `nil` for a range. A fall is negative.
  package var value: Decimal?
  /// The unit as written, in simplified characters, with 万 and 亿 folded into the number.
  package var unit: String
  /// The lower end the text states, or `nil`.
  package var lower: Decimal?
  /// The upper end the text states, or `nil`.
  package var upper: Decimal?
  /// The sense of the bound word, turned where a fall is told.
  package var bound: Bound
  /// What is known of the number, in ``unit``.
  package var interval: Interval
  /// Whether it was done or is aimed at.
  package var nature: Nature
  /// How strongly it is put.
  package var force: Force
  /// When it is, where the text and its year of delivery tell.
  package var period: Period?
  /// The words for the period where no year can be resolved.
  package var periodWords: String?
  /// What it is about.
  package var kind: Kind
  /// The name of the rule that read it.
  package var rule: String
  /// What a person has said of it since, in order; empty where it is as the rules found it.
  package var corrections: [Correction] = []
}
