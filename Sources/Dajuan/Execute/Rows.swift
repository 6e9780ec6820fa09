/// Some rows of a batch in order: a stretch of them, or those of a selection.
struct Rows: RandomAccessCollection, Sendable {
  enum Storage: Sendable {
    case stretch(Range<Int>)
    case selected(ArraySlice<Int32>)
  }

  let storage: Storage

  /// The rows of a stretch.
  init(_ stretch: Range<Int>) { storage = .stretch(stretch) }

  /// The given rows.
  init(_ rows: ArraySlice<Int32>) { storage = .selected(rows) }

  var startIndex: Int { 0 }

  var endIndex: Int {
    switch storage {
    case .stretch(let stretch): stretch.count
    case .selected(let rows): rows.count
    }
  }

  subscript(index: Int) -> Int {
    switch storage {
    case .stretch(let stretch): stretch.lowerBound + index
    case .selected(let rows): Int(rows[rows.startIndex + index])
    }
  }

  /// The rows at some places of these.
  func part(_ places: Range<Int>) -> Rows {
    switch storage {
    case .stretch(let stretch):
      Rows(stretch.lowerBound + places.lowerBound..<stretch.lowerBound + places.upperBound)
    case .selected(let rows):
      Rows(rows[rows.startIndex + places.lowerBound..<rows.startIndex + places.upperBound])
    }
  }

  /// Calls with the place and the number of each row, in order; the form of the rows is looked at once.
  @inline(__always)
  func forEach(_ body: (_ index: Int, _ row: Int) -> Void) {
    switch storage {
    case .stretch(let stretch):
      for index in 0..<stretch.count { body(index, stretch.lowerBound &+ index) }
    case .selected(let rows):
      rows.withUnsafeBufferPointer { rows in
        for index in 0..<rows.count { body(index, Int(rows[index])) }
      }
    }
  }

  /// The same while the body answers `true`; whether it always did.
  @inline(__always)
  func allSatisfy(_ body: (_ index: Int, _ row: Int) -> Bool) -> Bool {
    switch storage {
    case .stretch(let stretch):
      for index in 0..<stretch.count where !body(index, stretch.lowerBound &+ index) {
        return false
      }
    case .selected(let rows):
      return rows.withUnsafeBufferPointer { rows in
        for index in 0..<rows.count where !body(index, Int(rows[index])) { return false }
        return true
      }
    }
    return true
  }

  /// Whether they are all rows of so many, as they stand.
  func isAll(of count: Int) -> Bool {
    if case .stretch(let stretch) = storage { stretch == 0..<count } else { false }
  }

  /// The rows as a selection.
  var selection: [Int32] {
    switch storage {
    case .stretch(let stretch): stretch.map(Int32.init)
    case .selected(let rows): Array(rows)
    }
  }
}
