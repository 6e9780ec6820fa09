/// `sources.arrow`: the passages, a row each, with their words in one long stretch.
///
/// An object, so that a ledger stays small however many columns this has.
final class StoredSources: Sendable {
  static let name = "sources"

  private let reports: TextColumn
  private let sections: TextColumn
  private let statements: ArrowTexts<Int64>
  private let lines: (first: Buffer<Int32>, last: Buffer<Int32>)
  private let pageLines: (first: Buffer<Int32>, last: Buffer<Int32>)
  private let notes: TextColumn
  let count: Int

  /// The table of a file, not copied and not looked at.
  init(_ file: ArrowFile) throws(StoreError) {
    count = file.rowCount
    reports = try TextColumn(file.column("report"))
    sections = try TextColumn(file.column("section"))
    statements = try file.column("statement").texts()
    lines = (try file.column("first_line").numbers(), try file.column("last_line").numbers())
    pageLines = (
      try file.column("first_page_line").numbers(), try file.column("last_page_line").numbers()
    )
    notes = try TextColumn(file.column("note"))
  }

  subscript(index: Int) -> SourceRow {
    guard (0..<count).contains(index) else { return .unknown }
    return SourceRow(
      report: report(of: index), section: sections[index] ?? "",
      statement: statement(index),
      lines: Self.range(lines.first[index], lines.last[index]) ?? 0...0,
      pageLines: Self.range(pageLines.first[index], pageLines.last[index]), note: notes[index])
  }

  /// The report of a passage; below zero where there is none.
  func report(of index: Int) -> Int {
    guard (0..<count).contains(index) else { return -1 }
    let report = Int(reports.codes[index])
    return (0..<reports.words.count).contains(report) ? report : -1
  }

  private func statement(_ index: Int) -> String {
    let (start, end) = (Int(statements.offsets[index]), Int(statements.offsets[index + 1]))
    return statements.bytes.withSpan { bytes in
      guard start >= 0, start <= end, end <= bytes.count else { return "" }
      return bytes.extracting(start..<end).withUnsafeBufferPointer {
        String(decoding: $0, as: UTF8.self)
      }
    }
  }

  /// Lines are counted from 1, and nought stands for none.
  private static func range(_ first: Int32, _ last: Int32) -> ClosedRange<Int>? {
    first < 1 ? nil : Int(first)...Int(max(first, last))
  }

  // MARK: Writing

  /// The columns of a file. Cost: memory for the words of all passages.
  ///
  /// - Parameters:
  ///   - sources: The passages.
  ///   - names: The short names of the reports.
  /// - Returns: The columns.
  /// - Throws: `tooLarge` where the form cannot hold them.
  static func columns(
    of sources: SourceTable, reports names: WordList
  ) throws(StoreError) -> [ArrowOutputColumn] {
    var reports: [Int32] = []
    var sections = TextColumn()
    var notes = TextColumn()
    var offsets: [Int64] = [0]
    var bytes: [UInt8] = []
    var lines: (first: [Int32], last: [Int32]) = ([], [])
    var pages: (first: [Int32], last: [Int32]) = ([], [])
    var withoutPage = ValidityBits(count: sources.count)
    for index in 0..<sources.count {
      let row = sources[index]
      reports.append(Int32(row.report))
      sections.append(row.section.isEmpty ? nil : row.section)
      bytes += row.statement.utf8
      offsets.append(Int64(bytes.count))
      lines.first.append(Int32(row.lines.lowerBound))
      lines.last.append(Int32(row.lines.upperBound))
      if row.pageLines == nil { withoutPage.clear(index) }
      pages.first.append(Int32(row.pageLines?.lowerBound ?? 0))
      pages.last.append(Int32(row.pageLines?.upperBound ?? 0))
      notes.append(row.note)
    }
    let validity = withoutPage.buffer
    return [
      try TextColumn(words: names, codes: Codes(reports)).arrowColumn("report", table: name),
      try sections.arrowColumn("section", table: name),
      .texts("statement", offsets: ArrowElements(offsets), bytes: ArrowElements(bytes)),
      .numbers("first_line", ArrowElements(lines.first)),
      .numbers("last_line", ArrowElements(lines.last)),
      .numbers("first_page_line", ArrowElements(pages.first), validity: validity),
      .numbers("last_page_line", ArrowElements(pages.last), validity: validity),
      try notes.arrowColumn("note", table: name),
    ]
  }
}
