/// A column of words: each distinct word once, and a code a row.
///
/// A predicate over text can so run once for each distinct word.
public struct TextColumn: Sendable {
  /// The distinct words, in order of first appearance.
  public private(set) var words: [String] = []
  /// For each row the index of its word, or ``missingCode``.
  public private(set) var codes: [Int32] = []
  private var index: [String: Int32] = [:]

  /// The code of a row without a value.
  public static let missingCode: Int32 = -1

  /// Makes an empty column.
  public init() {}

  /// Makes a column of the given words.
  public init(_ values: some Sequence<String?>) {
    for value in values { append(value) }
  }

  /// The number of rows.
  public var count: Int { codes.count }

  /// The word of a row, or `nil` where it is missing.
  public subscript(row: Int) -> String? {
    let code = codes[row]
    return code < 0 ? nil : words[Int(code)]
  }

  /// Adds a row.
  public mutating func append(_ value: String?) {
    guard let value else {
      codes.append(Self.missingCode)
      return
    }
    if let code = index[value] {
      codes.append(code)
    } else {
      let code = Int32(words.count)
      index[value] = code
      words.append(value)
      codes.append(code)
    }
  }

  /// The given rows, in the given order; the words are shared.
  public func gathered(_ rows: [Int]) -> TextColumn {
    var result = self
    result.codes = rows.map { codes[$0] }
    return result
  }
}
