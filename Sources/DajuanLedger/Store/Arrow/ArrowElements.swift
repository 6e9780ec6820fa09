/// Numbers that are to be written, at once or piece by piece, so that a column need not be in memory
/// as it stands in the file.
package struct ArrowElements<Element: BitwiseCopyable & Sendable> {
  /// How many there are.
  package let count: Int
  let body: ArrowBody

  /// Those of an array.
  package init(_ elements: [Element]) { self.init(Buffer(elements)) }

  /// Those of a buffer.
  package init(_ buffer: Buffer<Element>) { self.init([buffer]) }

  /// Those of buffers, one behind the other.
  package init(_ buffers: [Buffer<Element>]) {
    self.init(count: buffers.reduce(0) { $0 + $1.count }) { take throws(FileFailure) in
      for buffer in buffers { try ArrowBody.pass(buffer, to: take) }
    }
  }

  /// Those that are made as they are asked for.
  ///
  /// - Parameters:
  ///   - count: How many there are.
  ///   - make: Gives the elements of a range, as many as it is long. The ranges come in order, some
  ///     ten thousand elements each.
  package init(count: Int, _ make: @escaping (Range<Int>) -> [Element]) {
    let length = 1 << 16
    self.init(count: count) { take throws(FileFailure) in
      for start in stride(from: 0, to: count, by: length) {
        let range = start..<min(start + length, count)
        let elements = make(range)
        precondition(elements.count == range.count, "as many elements as were asked for")
        try ArrowBody.pass(Buffer(elements), to: take)
      }
    }
  }

  private init(count: Int, write: @escaping ArrowBody.Write) {
    self.count = count
    body = ArrowBody(byteCount: count * MemoryLayout<Element>.stride, write: write)
  }
}

/// Bytes of a batch's body, and how they come.
struct ArrowBody {
  typealias Take = (UnsafeRawBufferPointer) throws(FileFailure) -> Void
  typealias Write = (Take) throws(FileFailure) -> Void

  let byteCount: Int
  let write: Write

  static var empty: ArrowBody { ArrowBody(byteCount: 0) { _ in } }

  /// The validity: as it is, but with nothing set behind the last row.
  static func validity(_ words: Buffer<UInt64>, rows: Int) -> ArrowBody {
    let whole = rows / 64
    let tail = rows % 64 == 0 ? [] : [words[whole] & lowBits(rows % 64)]
    return ArrowBody(byteCount: 8 * (whole + tail.count)) { take throws(FileFailure) in
      try words.withSpan { span throws(FileFailure) in
        try span.extracting(first: whole).bytes.withUnsafeBytes(take)
      }
      try pass(Buffer(tail), to: take)
    }
  }

  /// How many of the rows have no value. Cost: a pass over the words.
  static func nullCount(_ words: Buffer<UInt64>, rows: Int) -> Int {
    let whole = rows / 64
    var set = 0
    words.withSpan { span in
      for index in 0..<whole { set += span[index].nonzeroBitCount }
    }
    if rows % 64 > 0 { set += (words[whole] & lowBits(rows % 64)).nonzeroBitCount }
    return rows - set
  }

  static func pass(
    _ buffer: Buffer<some BitwiseCopyable & Sendable>, to take: Take
  ) throws(FileFailure) {
    try buffer.withSpan { span throws(FileFailure) in try span.bytes.withUnsafeBytes(take) }
  }

  private static func lowBits(_ count: Int) -> UInt64 { (1 << UInt64(count)) - 1 }
}
