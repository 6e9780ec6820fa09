/// A column of words: each distinct word once, and a code a row.
///
/// A predicate over text can so run once for each distinct word.
public struct TextColumn: Sendable {
  /// The distinct words; those of a column made row by row are in order of first appearance.
  public private(set) var words: WordList
  /// For each row the place of its word.
  public private(set) var codes: Codes
  /// The codes of the words, once a row has been added.
  private var index: [String: Int32]?

  /// Makes an empty column.
  public init() {
    words = WordList()
    codes = Codes()
  }

  /// Makes a column of the given words.
  public init(_ values: some Sequence<String?>) {
    self.init()
    for value in values { append(value) }
  }

  /// Makes a column of codes into a list of distinct words.
  public init(words: WordList, codes: Codes) {
    self.words = words
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
    codes.append(code(of: value))
  }

  private mutating func code(of word: String) -> Int32 {
    if index == nil {
      index = Dictionary(
        words.strings.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    }
    if let code = index?[word] { return code }
    let code = Int32(words.count)
    index?[word] = code
    words.append(word)
    return code
  }

  /// The given rows, in the given order; the words are shared.
  public func gathered(_ rows: some Collection<Int32>) -> TextColumn {
    TextColumn(words: words, codes: codes.gathered(rows))
  }
}
