/// The codes of a column's rows, as narrow as its file keeps them: places in a list of distinct values.
///
/// Below zero a row has no value. Codes of a file are not looked at when it is opened; whoever looks a
/// code up takes one past the list's end for a missing value.
@frozen
public struct Codes: Sendable {
  /// The widths there are.
  @frozen
  public enum Storage: Sendable {
    case bytes(Buffer<Int8>)
    case shorts(Buffer<Int16>)
    case ints(Buffer<Int32>)
  }

  /// The codes themselves.
  public private(set) var storage: Storage

  /// The lowest and highest code of each ``Stretch``, where they have been noted; empty otherwise.
  public internal(set) var ranges: [ClosedRange<Int32>] = []

  /// The code of a row without a value.
  @inlinable public static var missing: Int32 { -1 }
  /// The code of a row without a value, as units did not go together where it was worked out.
  @inlinable public static var conflict: Int32 { -2 }

  /// Makes an empty column.
  public init() { storage = .ints(Buffer()) }

  /// Makes a column of codes.
  public init(_ codes: [Int32]) { storage = .ints(Buffer(codes)) }

  /// Makes a column of codes of any width.
  public init(_ storage: Storage, ranges: [ClosedRange<Int32>] = []) {
    self.storage = storage
    self.ranges = ranges
  }

  /// The number of rows.
  public var count: Int {
    switch storage {
    case .bytes(let codes): codes.count
    case .shorts(let codes): codes.count
    case .ints(let codes): codes.count
    }
  }

  /// Whether the two are one stretch of memory: what is known of the one holds of the other.
  public func isIdentical(to other: Codes) -> Bool {
    switch (storage, other.storage) {
    case (.bytes(let a), .bytes(let b)): a.isIdentical(to: b)
    case (.shorts(let a), .shorts(let b)): a.isIdentical(to: b)
    case (.ints(let a), .ints(let b)): a.isIdentical(to: b)
    default: false
    }
  }

  /// The code of a row.
  public subscript(row: Int) -> Int32 {
    switch storage {
    case .bytes(let codes): Int32(codes[row])
    case .shorts(let codes): Int32(codes[row])
    case .ints(let codes): codes[row]
    }
  }

  /// Adds a row.
  public mutating func append(_ code: Int32) {
    ranges = []
    guard case .ints(var codes) = storage else {
      storage = .ints(Buffer((0..<count).map { self[$0] } + [code]))
      return
    }
    storage = .bytes(Buffer())  // Gives up the shared storage, so that the append does not copy it.
    codes.append(code)
    storage = .ints(codes)
  }

  /// Adds rows.
  public mutating func append(contentsOf more: some Collection<Int32>) {
    ranges = []
    guard case .ints(var codes) = storage else {
      storage = .ints(Buffer((0..<count).map { self[$0] } + more))
      return
    }
    storage = .bytes(Buffer())
    codes.append(contentsOf: more)
    storage = .ints(codes)
  }

  /// The codes of the rows where the values have others.
  ///
  /// - Parameters:
  ///   - count: How many values there are.
  ///   - code: The other code of one; asked once for each that a row has.
  /// - Returns: A code for each row.
  func translated(of count: Int, _ code: (Int) -> Int32) -> [Int32] {
    var known = [Int32](repeating: Codes.missing, count: count)
    return (0..<self.count).map { row in
      let own = Int(self[row])
      if own < 0 || own >= count { return Codes.missing }
      if known[own] < 0 { known[own] = code(own) }
      return known[own]
    }
  }

  /// The given rows, in the given order; below zero one without a value.
  public func gathered(_ rows: [Int32], _ work: PieceWork? = nil) -> Codes {
    switch storage {
    case .bytes(let codes): Codes(.bytes(codes.gathered(rows, missing: -1, work)))
    case .shorts(let codes): Codes(.shorts(codes.gathered(rows, missing: -1, work)))
    case .ints(let codes): Codes(.ints(codes.gathered(rows, missing: -1, work)))
    }
  }
}
