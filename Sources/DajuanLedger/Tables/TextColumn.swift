/// A column of words: each distinct word once, and a code a row.
///
/// A predicate over text can so run once for each distinct word.
public struct TextColumn: Sendable {
  /// The distinct words; those of a column made row by row are in order of first appearance.
  public var words: WordList { distinct.words }
  /// For each row the place of its word.
  public private(set) var codes: Codes
  private var distinct: DistinctWords

  /// Makes an empty column.
  public init() {
    distinct = DistinctWords()
    codes = Codes()
  }

  /// Makes a column of the given words.
  public init(_ values: some Sequence<String?>) {
    self.init()
    for value in values { append(value) }
  }

  /// Makes a column of codes into a list of distinct words.
  public init(words: WordList, codes: Codes) {
    distinct = DistinctWords(words)
    self.codes = codes
  }

  /// The number of rows.
  public var count: Int { codes.count }

  /// The word of a row, or `nil` where it is missing.
  public subscript(row: Int) -> String? {
    let code = Int(codes[row])
    return code < 0 || code >= words.count ? nil : words[code]
  }

  /// Adds a row.
  public mutating func append(_ value: String?) {
    guard let value else { return codes.append(Codes.missing) }
    codes.append(distinct.code(of: value))
  }

  /// Adds the rows of another column. Cost: a look-up for each word, and a code for each row.
  public mutating func append(contentsOf other: TextColumn) {
    if count == 0 {
      self = other
      return
    }
    if words.isIdentical(to: other.words) {
      codes.append(contentsOf: (0..<other.count).lazy.map { other.codes[$0] })
      return
    }
    // Only words that rows have are taken over.
    codes.append(
      contentsOf: other.codes.translated(of: other.words.count) {
        distinct.code(of: other.words[$0])
      })
  }

  /// The given rows, in the given order, below zero one without a word; the words are shared.
  public func gathered(_ rows: [Int32], _ work: PieceWork? = nil) -> TextColumn {
    TextColumn(words: words, codes: codes.gathered(rows, work))
  }
}
