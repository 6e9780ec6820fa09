import DajuanLedger

/// Brings memory near before rows are picked from it.
///
/// Rows that a condition has kept lie scattered over a chunk, and a loop that works on them waits for the
/// memory of one before it asks for that of the next. Asked for beforehand, a number from each line of the
/// cache, they come side by side.
enum Preloading {
  /// How many bytes come at a time.
  private static let line = 64
  /// Rows that lie wider apart than this are not worth the lines between them.
  private static let sparsest = 32

  /// Asks for what the rows have in the parts of a column of quantities; marks may be empty.
  @inline(__always)
  static func preload<Code: BitwiseCopyable & FixedWidthInteger>(
    _ rows: Rows, of codes: Span<Code>, _ lower: Span<Int64>, _ marks: Span<UInt8>
  ) {
    guard let reach = reach(of: rows) else { return }
    preload(lower, reach)
    preload(codes, reach)
    preload(marks, reach)
  }

  /// The stretch of a column that some rows lie in, where they lie close together in order.
  private static func reach(of rows: Rows) -> Range<Int>? {
    guard case .selected(let selected) = rows.storage, let first = selected.first,
      let last = selected.last, last > first
    else { return nil }
    let reach = Int(first)..<Int(last) + 1
    return reach.count <= rows.count * sparsest ? reach : nil
  }

  /// Asks for a stretch of a column.
  private static func preload<Element: BitwiseCopyable & FixedWidthInteger>(
    _ column: Span<Element>, _ reach: Range<Int>
  ) {
    guard reach.upperBound <= column.count else { return }
    var seen: Element = 0
    let step = line / MemoryLayout<Element>.stride
    var place = reach.lowerBound
    while place < reach.upperBound {
      seen ^= column[unchecked: place]
      place &+= step
    }
    keep(seen)
  }

  /// Makes use of a number, lest nothing be loaded for it.
  @inline(never)
  @_optimize(none)
  private static func keep<Element>(_ number: Element) {}
}
