/// Codes on their way to a file, and back.
///
/// In a file the code of a row without a value is one past the last real word, where a word stands
/// that is nobody's: other readers, Polars first, refuse a code outside of the dictionary even where
/// the row has no value. Words that no row has are left out.
struct CodedRows {
  private let codes: Codes
  private let list: WordList
  /// How many words there are.
  private let words: Int
  /// A bit for every row that has a value; `nil` where every row has one.
  private let validity: Buffer<UInt64>?
  private let ranges: [ClosedRange<Int32>]

  /// Looks at every row once, or twice where there are words that no row has.
  init(_ codes: Codes, _ list: WordList) {
    let (codes, list) = Self.pruned(codes, list) ?? (codes, list)
    (self.codes, self.list, words) = (codes, list, list.count)
    (validity, ranges) =
      switch codes.storage {
      case .bytes(let buffer): Self.look(at: buffer, words)
      case .shorts(let buffer): Self.look(at: buffer, words)
      case .ints(let buffer): Self.look(at: buffer, words)
      }
  }

  private static func look(
    at codes: Buffer<some FixedWidthInteger & BitwiseCopyable & Sendable>, _ words: Int
  ) -> (Buffer<UInt64>?, [ClosedRange<Int32>]) {
    var bits = ValidityBits(count: codes.count)
    var ranges: [ClosedRange<Int32>] = []
    codes.withSpan { codes in
      for start in stride(from: 0, to: codes.count, by: Stretch.rows) {
        var (low, high) = (Int.max, Int.min)
        for row in start..<min(start + Stretch.rows, codes.count) {
          var code = Int(codes[row])
          if code < 0 || code >= words {
            code = words
            bits.clear(row)
          }
          low = min(low, code)
          high = max(high, code)
        }
        ranges.append(Int32(low)...Int32(high))
      }
    }
    return (bits.buffer, ranges)
  }

  /// The codes and words without those words that no row has; `nil` where every word is some row's.
  private static func pruned(_ codes: Codes, _ list: WordList) -> (Codes, WordList)? {
    var isUsed = [Bool](repeating: false, count: list.count)
    var left = list.count
    for row in 0..<codes.count where left > 0 {
      let code = Int(codes[row])
      if isUsed.indices.contains(code), !isUsed[code] {
        isUsed[code] = true
        left -= 1
      }
    }
    if left == 0 { return nil }
    var now: [Int32] = []
    var next: Int32 = 0
    for isUsed in isUsed {
      now.append(isUsed ? next : Codes.missing)
      if isUsed { next += 1 }
    }
    let kept = isUsed.indices.filter { isUsed[$0] }.map { list[$0] }
    return (Codes(codes.translated(of: now.count) { now[$0] }), WordList(kept))
  }

  /// A column with a dictionary of the words, its codes as narrow as they can be.
  ///
  /// - Throws: `tooLarge` where the words are more than 2 GiB.
  func column(
    _ name: String, table: String, metadata: ArrowMetadata = [:]
  ) throws(StoreError) -> ArrowOutputColumn {
    var metadata = metadata
    metadata.append(TableFormat.ranges, TableFormat.text(of: ranges))
    let hasMissing = validity != nil
    if hasMissing { metadata.append(TableFormat.words, String(words)) }
    var text = try DictionaryText(list, count: words, name: "\(table).\(name)")
    if hasMissing { try text.append(Self.nobody(among: list, words)) }
    let last = words + (hasMissing ? 0 : -1)
    if last <= Int(Int8.max) { return column(name, Int8.self, text, metadata) }
    if last <= Int(Int16.max) { return column(name, Int16.self, text, metadata) }
    return column(name, Int32.self, text, metadata)
  }

  private func column<Code: ArrowInteger>(
    _ name: String, _ type: Code.Type, _ text: DictionaryText, _ metadata: ArrowMetadata
  ) -> ArrowOutputColumn {
    let (codes, words) = (codes, words)
    return .dictionary(
      name,
      codes: ArrowElements(count: codes.count) { rows in
        rows.map { row in
          let code = Int(codes[row])
          return Code(code < 0 || code >= words ? words : code)
        }
      }, offsets: ArrowElements(text.offsets), bytes: ArrowElements(text.bytes),
      validity: validity, metadata: metadata)
  }

  /// A word that is none of the real ones: the empty one, where it can be.
  private static func nobody(among words: WordList, _ count: Int) -> String {
    var word = ""
    // Each of the longer words can be taken by one real word only.
    while (0..<count).contains(where: { words[$0] == word }) { word += "-" }
    return word
  }
}

/// The words of a dictionary, side by side.
private struct DictionaryText {
  private(set) var offsets: [Int32] = [0]
  private(set) var bytes: [UInt8] = []
  private let name: String

  init(_ words: WordList, count: Int, name: String) throws(StoreError) {
    self.name = name
    offsets.reserveCapacity(count + 2)
    for code in 0..<count {
      words.withBytes(of: code) { word in
        word.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
      }
      try note()
    }
  }

  mutating func append(_ word: String) throws(StoreError) {
    bytes += word.utf8
    try note()
  }

  private mutating func note() throws(StoreError) {
    guard let end = Int32(exactly: bytes.count) else {
      throw .tooLarge(table: name, reason: "its distinct words are more than 2 GiB")
    }
    offsets.append(end)
  }
}

/// A bit for every row, set where it has a value.
struct ValidityBits {
  private var words: [UInt64]
  private var hasCleared = false

  /// Bits that are all set.
  init(count: Int) { words = [UInt64](repeating: .max, count: (count + 63) / 64) }

  mutating func clear(_ row: Int) {
    words[row >> 6] &= ~(1 << UInt64(row & 63))
    hasCleared = true
  }

  /// The bits; `nil` where all are set.
  var buffer: Buffer<UInt64>? { hasCleared ? Buffer(words) : nil }
}

extension ArrowColumn {
  /// The codes of a column with a dictionary, whatever their width, with the ranges noted of them.
  func storedCodes() throws(StoreError) -> Codes {
    let ranges: [ClosedRange<Int32>] = TableFormat.ranges(
      metadata[TableFormat.ranges], rows: count)
    switch type {
    case .dictionary(.int8, _): return Codes(.bytes(try codes()), ranges: ranges)
    case .dictionary(.int16, _): return Codes(.shorts(try codes()), ranges: ranges)
    default: return Codes(.ints(try codes()), ranges: ranges)
    }
  }

  /// The real words of a column with a dictionary.
  func storedWords() throws(StoreError) -> WordList {
    let texts: ArrowTexts<Int32> = try dictionary()
    guard let real = metadata[TableFormat.words] else {
      return WordList(offsets: texts.offsets, bytes: texts.bytes)
    }
    guard let count = Int(real), (0...texts.count).contains(count) else {
      throw .damaged(
        file: file.path, reason: "the column `\(name)` cannot have `\(real)` real words")
    }
    return WordList(offsets: texts.offsets.first(count + 1), bytes: texts.bytes)
  }
}
