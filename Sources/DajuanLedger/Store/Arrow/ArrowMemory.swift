/// A column of an Arrow record batch in memory, as the Arrow C data interface wants it: the memory of
/// each buffer, which lives as long as this does.
package struct ArrowMemory: Sendable {
  package let name: String
  package let type: ArrowType
  package let isNullable: Bool
  /// The rows: codes, where there is a dictionary.
  package let rows: Part
  /// The texts that codes stand for.
  package let dictionary: Part?

  /// Rows, or the texts of a dictionary.
  package struct Part: Sendable {
    package let count: Int
    package let missing: Int
    /// In the order of the format; nil for a validity that is not needed.
    package let buffers: [Memory?]
  }

  /// A stretch of memory, aligned to 64 bytes as the format recommends.
  package final class Memory: @unchecked Sendable {
    package let start: UnsafeMutableRawPointer

    fileprivate init(_ body: ArrowBody) {
      start = .allocate(
        byteCount: max(body.byteCount, 1), alignment: ArrowFormat.alignment)
      var next = 0
      let (start, end) = (start, body.byteCount)
      do throws(FileFailure) {
        try body.write { bytes in
          precondition(next + bytes.count <= end, "as many bytes as were said")
          if let from = bytes.baseAddress {
            (start + next).copyMemory(from: from, byteCount: bytes.count)
          }
          next += bytes.count
        }
      } catch {
        preconditionFailure("memory is no file")
      }
      precondition(next == end, "as many bytes as were said")
    }

    deinit { start.deallocate() }
  }

  /// Puts a column into memory. Cost: a copy of its values.
  package init(_ column: ArrowOutputColumn) {
    name = column.name
    type = column.type
    isNullable = column.isNullable
    rows = Part(column.content)
    dictionary = column.dictionary.map(Part.init)
  }
}

extension ArrowMemory.Part {
  fileprivate init(_ content: ArrowContent) {
    precondition(content.nodes.count == 1, "lists are no column of an answer")
    count = Int(content.nodes[0].length)
    missing = Int(content.nodes[0].nulls)
    let hasValidity = missing > 0
    buffers = content.buffers.enumerated().map { place, body in
      place == 0 && !hasValidity ? nil : ArrowMemory.Memory(body)
    }
  }
}
