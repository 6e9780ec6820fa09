internal import CEditline

/// The line libedit is editing. Offsets are in Unicode scalars, which is what `wchar_t` holds.
struct EditBuffer {
  private let editline: OpaquePointer

  init(_ editline: OpaquePointer) { self.editline = editline }

  var text: String {
    guard let line = el_wline(editline)?.pointee, let start = line.buffer else { return "" }
    return WideText.decode(UnsafeBufferPointer(start: start, count: line.lastchar - start))
  }

  var scalars: [Unicode.Scalar] {
    guard let line = el_wline(editline)?.pointee, let start = line.buffer else { return [] }
    return UnsafeBufferPointer(start: start, count: line.lastchar - start).map {
      Unicode.Scalar(UInt32(bitPattern: $0)) ?? "\u{FFFD}"
    }
  }

  var count: Int {
    guard let line = el_wline(editline)?.pointee, let start = line.buffer else { return 0 }
    return line.lastchar - start
  }

  /// Scalars before the cursor.
  var cursor: Int {
    get {
      guard let line = el_wline(editline)?.pointee, let start = line.buffer else { return 0 }
      return line.cursor - start
    }
    nonmutating set { el_cursor(editline, Int32(newValue - cursor)) }
  }

  /// Puts `text` in the place of `range`, and the cursor after it.
  func replace(_ range: Range<Int>, with text: String) {
    cursor = range.upperBound
    el_deletestr(editline, Int32(range.count))
    insert(text)
  }

  func insert(_ text: String) {
    // Refuses an empty text, which is what it should do with it.
    _ = el_winsertstr(editline, WideText.encode(text))
  }

  /// Puts `text` in the place of the whole line.
  func replaceAll(with text: String, cursor: Int) {
    replace(0..<count, with: text)
    self.cursor = cursor
  }
}
