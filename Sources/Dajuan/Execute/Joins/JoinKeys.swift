import DajuanLedger

/// The keys of a join where all are coded columns, as one number a row that the two sides share.
struct JoinKeys: Sendable {
  let left: JoinSide
  let right: JoinSide
  /// How many different keys there can be.
  let count: UInt64

  /// The number of a row that lacks a key.
  static let missing = UInt64.max

  /// `nil` where a key is no coded column, or there can be too many for 62 bits.
  init?(_ left: BatchColumns, _ right: BatchColumns, _ keys: [Step.Join.Key]) {
    var sides: (left: [JoinSide.Part], right: [JoinSide.Part]) = ([], [])
    var product: UInt64 = 1
    for key in keys {
      let parts: (JoinSide.Part, JoinSide.Part)
      let count: Int
      switch (left[key.left], right[key.right]) {
      case (.text(let own), .text(let other)):
        count = own.words.count
        let codes =
          own.words.isIdentical(to: other.words)
          ? nil : Self.translation(own.words.strings, other.words.strings)
        parts = (JoinSide.Part(own.codes, count), JoinSide.Part(other.codes, count, codes))
      case (.period(let own), .period(let other)):
        count = own.periods.count
        let codes = Self.translation(own.periods, other.periods)
        parts = (JoinSide.Part(own.codes, count), JoinSide.Part(other.codes, count, codes))
      default: return nil
      }
      sides.left.append(parts.0)
      sides.right.append(parts.1)
      let (next, isOver) = product.multipliedReportingOverflow(by: UInt64(max(1, count)))
      if isOver || next > 1 << 62 { return nil }
      product = next
    }
    (self.left, self.right) = (JoinSide(parts: sides.left), JoinSide(parts: sides.right))
    count = product
  }

  /// For each value of the right side the left side's code; below zero where it has none.
  private static func translation<Key: Hashable>(_ own: [Key], _ other: [Key]) -> [Int32] {
    let codes = Dictionary(
      own.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    return other.map { codes[$0] ?? -1 }
  }
}

/// One side of a join.
struct JoinSide: Sendable {
  /// One of its key columns.
  struct Part: Sendable {
    fileprivate let codes: Codes
    /// By code the number of the key, and last that of a missing one: below zero.
    fileprivate let numbers: [Int32]
    fileprivate let count: UInt64

    /// - Parameters:
    ///   - codes: Of the rows.
    ///   - count: How many numbers there are.
    ///   - numbers: By code; `nil` where codes are numbers.
    fileprivate init(_ codes: Codes, _ count: Int, _ numbers: [Int32]? = nil) {
      self.codes = codes
      self.numbers = (numbers ?? (0..<Int32(count)).map { $0 }) + [-1]
      self.count = UInt64(max(1, count))
    }
  }

  fileprivate let parts: [Part]

  /// Writes the key of each row, ``JoinKeys/missing`` where it lacks one.
  func write(to keys: inout MutableSpan<UInt64>, _ rows: Rows) {
    for index in 0..<rows.count { keys[index] = 0 }
    for part in parts {
      switch part.codes.storage {
      case .bytes(let codes): part.append(to: &keys, rows, codes)
      case .shorts(let codes): part.append(to: &keys, rows, codes)
      case .ints(let codes): part.append(to: &keys, rows, codes)
      }
    }
  }
}

extension JoinSide.Part {
  fileprivate func append<Code: FixedWidthInteger & SignedInteger & BitwiseCopyable>(
    to keys: inout MutableSpan<UInt64>, _ rows: Rows, _ codes: Buffer<Code>
  ) {
    let last = UInt32(numbers.count - 1)
    let numbers = numbers.span
    codes.withSpan { codes in
      for index in 0..<rows.count {
        let code = UInt32(truncatingIfNeeded: codes[rows[index]])
        let number = numbers[unchecked: Int(Swift.min(code, last))]
        let key = keys[index]
        keys[index] =
          number < 0 || key == JoinKeys.missing
          ? JoinKeys.missing : key &* count &+ UInt64(number)
      }
    }
  }
}
