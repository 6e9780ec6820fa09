/// The lexicon: readable tables of words, each line with the reason it is there.
///
/// A table is text of three columns parted by tabs: the words (parted by blanks), their sense, and
/// the reason. No place's name stands in any of them: what they know is how reports are written,
/// not what they say.
enum Lexicon {
  /// Reads a table; a line whose sense is unknown is a mistake of ours.
  static func table<Sense: Sendable>(
    _ text: StaticString,
    _ sense: (String) -> Sense?
  ) -> WordTable<Sense> {
    var builder = WordTable<Sense>.Builder(text)
    var rows = TableRows(text)
    while let row = rows.next(columns: 3) {
      guard let meaning = sense(row.sense) else {
        preconditionFailure("a lexicon line has an unknown sense: \(row.sense)")
      }
      builder.add(row.words, meaning)
    }
    return builder.table
  }

  /// Reads a table of words without a sense: words and reason.
  static func words(_ text: StaticString) -> WordTable<Void> {
    var builder = WordTable<Void>.Builder(text)
    var rows = TableRows(text)
    while let row = rows.next(columns: 2) { builder.add(row.words, ()) }
    return builder.table
  }

  /// Reads a table whose lines are words for one thing, the sense being the first of them.
  static func synonyms(_ text: StaticString) -> WordTable<String> {
    var builder = WordTable<String>.Builder(text)
    var rows = TableRows(text)
    while let row = rows.next(columns: 1) {
      builder.add(row.words, Array(row.words.prefix { $0 != 0x20 }).text)
    }
    return builder.table
  }

  /// Reads a table whose words may be followed by what they are called: `公里长=公里`.
  static func named<Column, Sense: Sendable>(
    _ text: StaticString,
    _ column: (String) -> Column?,
    _ sense: (_ name: String, Column) -> Sense
  ) -> WordTable<Sense> {
    var builder = WordTable<Sense>.Builder(text)
    var rows = TableRows(text)
    while let row = rows.next(columns: 3) {
      guard let column = column(row.sense) else {
        preconditionFailure("a lexicon line has an unknown sense: \(row.sense)")
      }
      var start = row.words.startIndex
      while start < row.words.endIndex {
        let rest = row.words[start...]
        let end = rest.firstIndex(of: 0x20) ?? rest.endIndex
        let mark = rest[..<end].firstIndex(of: char("="))
        let name = Array(row.words[(mark.map { $0 + 1 } ?? start)..<end])
        builder.add(row.words[start..<(mark ?? end)], sense(name.text, column))
        start = end + 1
      }
    }
    return builder.table
  }
}

extension Lexicon {
  /// The sense a word names. The cases are compared one by one: the search of the compiler's own
  /// `init(rawValue:)` makes a dictionary of a long enumeration first, which takes longer than a table.
  static func sense<Sense: CaseIterable & RawRepresentable>(_ word: String) -> Sense?
  where Sense.RawValue == String {
    Sense.allCases.first { $0.rawValue == word }
  }
}

/// The rows of a table as it stands in the rules, read letter by letter: no string is made of them.
struct TableRows {
  struct Row {
    /// The words, parted by blanks.
    var words: ArraySlice<Code>
    var sense = ""
  }

  private var letters: Letters
  private var line: [Code] = []

  init(_ text: StaticString) {
    letters = Letters(text)
    line.reserveCapacity(256)
  }

  /// The next row that is no comment.
  mutating func next(columns: Int) -> Row? {
    while let (tabs, first) = readLine(columns) {
      if line.isEmpty || line[0] == char("#") { continue }
      precondition(tabs == columns - 1, "a lexicon line has \(columns) columns: \(line.text)")
      var row = Row(words: line[..<first])
      if columns == 3 { row.sense = line.text(first..<line.count) }
      return row
    }
    return nil
  }

  /// Reads a line without its tabs, and without the reason, the last of several columns, which only
  /// people read; answers how many tabs there are, and where the first was.
  private mutating func readLine(_ columns: Int) -> (tabs: Int, first: Int)? {
    line.removeAll(keepingCapacity: true)
    var (tabs, first) = (0, 0)
    while tabs < max(columns - 1, 1), let letter = letters.next() {
      if letter == 0x0A { return (tabs, tabs == 0 ? line.count : first) }
      if letter == 0x09 {
        tabs += 1
        if tabs == 1 { first = line.count }
      } else {
        line.append(letter)
      }
    }
    if tabs == 0 { return line.isEmpty ? nil : (0, line.count) }
    return (tabs + letters.skipLine(), first)
  }
}
