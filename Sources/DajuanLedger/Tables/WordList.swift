/// Distinct words in the order of their codes: strings, or the bytes of a mapped file.
///
/// The words of a file are not looked at when it is opened. Where its offsets do not make sense a word
/// reads as empty, and bytes that are no UTF-8 read as U+FFFD.
public struct WordList: Sendable {
  private enum Storage: Sendable {
    case strings([String])
    case mapped(offsets: Buffer<Int32>, bytes: Buffer<UInt8>)
  }

  private var storage: Storage

  /// Makes a list of words.
  public init(_ words: [String] = []) { storage = .strings(words) }

  /// Makes a list over UTF-8 that is not copied: word `i` is the bytes from offset `i` to `i + 1`.
  public init(offsets: Buffer<Int32>, bytes: Buffer<UInt8>) {
    storage = .mapped(offsets: offsets, bytes: bytes)
  }

  /// The number of words.
  public var count: Int {
    switch storage {
    case .strings(let words): words.count
    case .mapped(let offsets, _): max(0, offsets.count - 1)
    }
  }

  /// A word.
  public subscript(code: Int) -> String {
    switch storage {
    case .strings(let words): words[code]
    case .mapped: withBytes(of: code) { bytes in String(copying: bytes) }
    }
  }

  /// The UTF-8 of a word for the time of the call.
  public func withBytes<Result>(of code: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    switch storage {
    case .strings(let words):
      var word = words[code]
      return word.withUTF8 { body(Span(_unsafeElements: $0)) }
    case .mapped(let offsets, let bytes):
      let (start, end) = (Int(offsets[code]), Int(offsets[code + 1]))
      return bytes.withSpan { span in
        guard start >= 0, start <= end, end <= span.count else { return body(Span()) }
        return body(span.extracting(start..<end))
      }
    }
  }

  /// All words, in order. Cost: each is made anew where they stand in a file.
  public var strings: [String] {
    if case .strings(let words) = storage { return words }
    return (0..<count).map { self[$0] }
  }

  /// Whether the two are one list in memory, so that codes of the one are codes of the other.
  public func isIdentical(to other: WordList) -> Bool {
    switch (storage, other.storage) {
    case (.strings(let a), .strings(let b)):
      a.count == b.count
        && a.withUnsafeBufferPointer { a in
          b.withUnsafeBufferPointer { b in a.baseAddress == b.baseAddress }
        }
    case (.mapped(let a, _), .mapped(let b, _)): a.isIdentical(to: b)
    default: false
    }
  }

  /// Adds a word. Cost: the list becomes one of strings first.
  mutating func append(_ word: String) {
    guard case .strings(var words) = storage else {
      storage = .strings(strings + [word])
      return
    }
    storage = .strings([])  // Gives up the shared storage, so that the append does not copy it.
    words.append(word)
    storage = .strings(words)
  }
}

extension String {
  /// The text of bytes; what is no UTF-8 becomes U+FFFD.
  fileprivate init(copying bytes: Span<UInt8>) {
    self = bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}
