/// Makes any bytes valid UTF-8 of the same length.
enum UTF8Repair {
  /// What stands in for a byte that does not decode. A source may have it too: only where there was
  /// damage was it reported.
  static let substitute: UInt8 = 0x1A

  /// The bytes with each that does not decode replaced by `substitute`, and where those were;
  /// neighbouring ones are one span. Cost: one pass, a copy only where something is wrong.
  static func repair(_ bytes: [UInt8]) -> (bytes: [UInt8], damage: [Span]) {
    var result = bytes
    var damage: [Span] = []
    var start = 0
    while let broken = firstBroken(in: result, from: start) {
      for offset in broken.start..<broken.end { result[offset] = substitute }
      if let last = damage.last, last.end == broken.start {
        damage[damage.count - 1] = last.union(broken)
      } else {
        damage.append(broken)
      }
      start = broken.end
    }
    return (result, damage)
  }

  private static func firstBroken(in bytes: [UInt8], from start: Int) -> Span? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span.extracting(start...))
      return nil
    } catch {
      let range = error.byteOffsets
      return Span(start + range.lowerBound, start + max(range.upperBound, range.lowerBound + 1))
    }
  }
}
