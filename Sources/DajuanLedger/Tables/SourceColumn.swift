/// For each row the passages it rests on, as places among the ledger's sources.
public struct SourceColumn: Sendable {
  private enum Storage: Sendable {
    /// One passage a row at most; below zero there is none.
    case one(Buffer<Int32>)
    /// Row `i` has the values from offset `i` to `i + 1`.
    case several(offsets: Buffer<Int32>, values: Buffer<Int32>)
  }

  private var storage: Storage

  /// Makes a column of the given places.
  public init(_ rows: some Sequence<[Int]> = []) {
    storage = .one(Buffer())
    for row in rows { append(row) }
  }

  /// Makes a column of at most one place a row; below zero there is none.
  public init(one places: Buffer<Int32>) { storage = .one(places) }

  /// Makes a column of lists: row `i` has the values from offset `i` to `i + 1`.
  public init(offsets: Buffer<Int32>, values: Buffer<Int32>) {
    storage = .several(offsets: offsets, values: values)
  }

  /// The number of rows.
  public var count: Int {
    switch storage {
    case .one(let places): places.count
    case .several(let offsets, _): max(0, offsets.count - 1)
    }
  }

  /// The places of a row; none where the offsets of a file do not make sense.
  public subscript(row: Int) -> [Int] {
    switch storage {
    case .one(let places):
      let place = Int(places[row])
      return place < 0 ? [] : [place]
    case .several(let offsets, let values):
      let (start, end) = (Int(offsets[row]), Int(offsets[row + 1]))
      guard start >= 0, start <= end, end <= values.count else { return [] }
      return (start..<end).map { Int(values[$0]) }
    }
  }

  /// The places of all rows where each has at most one, below zero for none; `nil` otherwise.
  public var single: Buffer<Int32>? {
    if case .one(let places) = storage { places } else { nil }
  }

  /// Where the lists of the rows begin and end, and the places of all; `nil` where each row has one
  /// place at most.
  package var lists: (offsets: Buffer<Int32>, values: Buffer<Int32>)? {
    if case .several(let offsets, let values) = storage { (offsets, values) } else { nil }
  }

  /// The same rows with other places: that of `place` is `map[place]`.
  func moved(_ map: [Int32]) -> SourceColumn {
    func moved(_ places: Buffer<Int32>) -> Buffer<Int32> {
      Buffer((0..<places.count).map { places[$0] < 0 ? -1 : map[Int(places[$0])] })
    }
    switch storage {
    case .one(let places): return SourceColumn(one: moved(places))
    case .several(let offsets, let values):
      return SourceColumn(offsets: offsets, values: moved(values))
    }
  }

  /// Adds a row.
  public mutating func append(_ row: [Int]) {
    switch storage {
    case .one(var places) where row.count <= 1:
      storage = .one(Buffer())  // Gives up the shared storage, so that the append does not copy it.
      places.append(Int32(row.first ?? -1))
      storage = .one(places)
    case .one(let places):
      var offsets: [Int32] = [0]
      var values: [Int32] = []
      for index in 0..<places.count {
        if places[index] >= 0 { values.append(places[index]) }
        offsets.append(Int32(values.count))
      }
      values += row.map(Int32.init)
      offsets.append(Int32(values.count))
      storage = .several(offsets: Buffer(offsets), values: Buffer(values))
    case .several(var offsets, var values):
      storage = .one(Buffer())
      values.append(contentsOf: row.map(Int32.init))
      offsets.append(Int32(values.count))
      storage = .several(offsets: offsets, values: values)
    }
  }

  /// The given rows, in the given order; below zero one without a passage.
  public func gathered(_ rows: [Int32], _ work: PieceWork? = nil) -> SourceColumn {
    if case .one(let places) = storage {
      return SourceColumn(one: places.gathered(rows, missing: -1, work))
    }
    return SourceColumn(rows.lazy.map { $0 < 0 ? [] : self[Int($0)] })
  }
}
