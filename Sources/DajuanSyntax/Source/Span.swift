/// A half-open range of UTF-8 byte offsets into a source text.
///
/// Eight bytes, so that every token and node can carry one. An empty span marks a place between
/// two bytes, for example where something is missing.
public struct Span: Hashable, Sendable {
  private let lower: UInt32
  private let upper: UInt32

  /// A span from `start` up to, not including, `end`; `0 <= start <= end <= UInt32.max`.
  public init(_ start: Int, _ end: Int) {
    precondition(start <= end, "a span must not end before it starts")
    lower = UInt32(start)
    upper = UInt32(end)
  }

  /// The empty span at `offset`.
  public init(at offset: Int) {
    self.init(offset, offset)
  }

  /// The offset of the first byte.
  public var start: Int { Int(lower) }

  /// The offset after the last byte.
  public var end: Int { Int(upper) }

  /// The number of bytes.
  public var count: Int { end - start }

  /// Whether the span covers no byte.
  public var isEmpty: Bool { lower == upper }

  /// The smallest span that covers both this span and `other`.
  public func union(_ other: Span) -> Span {
    Span(min(start, other.start), max(end, other.end))
  }

  /// Whether `other` lies within this span.
  public func contains(_ other: Span) -> Bool {
    start <= other.start && other.end <= end
  }
}

extension Span: CustomStringConvertible {
  /// `start..<end`, in bytes.
  public var description: String { "\(start)..<\(end)" }
}
