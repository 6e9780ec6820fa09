/// A table in an Arrow file (the IPC file format, metadata version 5, one record batch), mapped and
/// read in place.
///
/// Opening reads the metadata and no row: the cost is that of the number of columns. It is sure then
/// that every buffer of a column whose type is read lies in the file, aligned, and is long enough for
/// its rows. **What the buffers hold is not looked at**: codes may be out of range or negative,
/// offsets may go down or past the end of what they count, texts may be no UTF-8, values without
/// validity and bits behind the last row may be anything. Who reads values checks them first.
package struct ArrowFile: Sendable {
  /// The file.
  package let file: MappedFile
  /// How many rows every column has.
  package let rowCount: Int
  /// What the file says of itself.
  package let metadata: ArrowMetadata
  /// The columns, in order; those of types that are not read, too.
  package let columns: [ArrowColumn]
  private let indices: [String: Int]

  /// Opens a table.
  ///
  /// - Parameter file: The file.
  /// - Throws: `damaged`, with what is wrong and where, also for what is a sound Arrow file of a kind
  ///   that is not read: compressed, big-endian, of several batches.
  package init(_ file: MappedFile) throws(StoreError) {
    do throws(ArrowProblem) {
      self = try ArrowFileReader(file).table()
    } catch {
      throw .damaged(file: file.path, reason: error.reason)
    }
  }

  init(
    file: MappedFile, rowCount: Int, metadata: ArrowMetadata, columns: [ArrowColumn]
  ) throws(ArrowProblem) {
    self.file = file
    self.rowCount = rowCount
    self.metadata = metadata
    self.columns = columns
    var indices: [String: Int] = [:]
    for (index, column) in columns.enumerated() {
      guard indices.updateValue(index, forKey: column.name) == nil else {
        throw ArrowProblem("there are two columns `\(column.name)`")
      }
    }
    self.indices = indices
  }

  /// Whether there is a column of a name.
  package func has(_ name: String) -> Bool { indices[name] != nil }

  /// A column by its name.
  ///
  /// - Throws: `damaged` where there is none.
  package func column(_ name: String) throws(StoreError) -> ArrowColumn {
    guard let index = indices[name] else {
      throw .damaged(file: file.path, reason: "there is no column `\(name)` in it")
    }
    return columns[index]
  }
}

/// A column of an ``ArrowFile``. Its contents are not to be trusted, as it says there.
package struct ArrowColumn: Sendable {
  /// Bytes in the file.
  typealias Place = Range<Int>

  package let name: String
  package let type: ArrowType
  /// Whether the schema lets rows be without a value.
  package let isNullable: Bool
  /// What the file says of the column.
  package let metadata: ArrowMetadata
  /// How many rows it has.
  package let count: Int
  /// How many rows the file says have no value. Not to be trusted either.
  package let nullCount: Int

  let file: MappedFile
  let validityPlace: Place?
  /// What the rows hold, without validity, in the format's order.
  let places: [Place]
  /// Of a dictionary the offsets and bytes.
  let dictionaryPlaces: [Place]

  /// A bit for every row, the lowest first: set where it has a value. `nil` where every row has one.
  /// Bits behind the last row may be anything.
  package var validity: Buffer<UInt64>? { validityPlace.map { elements($0) } }

  /// How many bytes of the file its rows, their validity and its dictionary take; what the file says of
  /// the column is not among them.
  package var byteCount: Int {
    (places + dictionaryPlaces + [validityPlace].compactMap { $0 }).reduce(0) { $0 + $1.count }
  }

  /// The numbers, one a row; anything where a row has no value.
  ///
  /// - Throws: `damaged` where the column holds something else.
  package func numbers<Number: ArrowNumber>(
    of type: Number.Type = Number.self
  ) throws(StoreError) -> Buffer<Number> {
    try expect(.number(Number.arrowKind))
    return elements(places[0])
  }

  /// The texts: where each begins and ends, a number more than rows, and the bytes of all.
  ///
  /// - Throws: `damaged` where the column holds something else, or its offsets have another width.
  package func texts<Offset: ArrowInteger>(
    offsets: Offset.Type = Offset.self
  ) throws(StoreError) -> ArrowTexts<Offset> {
    try expect(.text(isLarge: Offset.bitWidth == 64))
    return texts(in: places)
  }

  /// The codes of a column with a dictionary, one a row.
  ///
  /// - Throws: `damaged` where the column holds something else, or its codes have another width.
  package func codes<Code: ArrowInteger>(
    of type: Code.Type = Code.self
  ) throws(StoreError) -> Buffer<Code> {
    guard case .dictionary(Code.arrowKind, _) = self.type else {
      throw mismatch("dictionary<utf8, \(Code.arrowKind.rawValue)>")
    }
    return elements(places[0])
  }

  /// The texts that codes stand for.
  ///
  /// - Throws: `damaged` where the column holds something else, or their offsets have another width.
  package func dictionary<Offset: ArrowInteger>(
    offsets: Offset.Type = Offset.self
  ) throws(StoreError) -> ArrowTexts<Offset> {
    guard case .dictionary(_, Offset.bitWidth == 64) = type else {
      throw mismatch("dictionary<\(ArrowType.text(isLarge: Offset.bitWidth == 64).description), …>")
    }
    return texts(in: dictionaryPlaces)
  }

  /// The lists: where each begins and ends, a number more than rows, and the numbers of all.
  ///
  /// - Throws: `damaged` where the column holds something else.
  package func lists() throws(StoreError) -> (offsets: Buffer<Int32>, values: Buffer<Int32>) {
    try expect(.list)
    return (offsets(in: places[0]), elements(places[1]))
  }

  private func texts<Offset: ArrowInteger>(in places: [Place]) -> ArrowTexts<Offset> {
    ArrowTexts(offsets: offsets(in: places[0]), bytes: elements(places[1]))
  }

  /// Of no rows, the format lets the offsets be left out.
  private func offsets<Offset: ArrowInteger>(in place: Place) -> Buffer<Offset> {
    place.isEmpty ? Buffer([0]) : elements(place)
  }

  private func elements<Element>(_ place: Place) -> Buffer<Element> {
    guard
      let buffer = file.buffer(
        of: Element.self, at: place.lowerBound, count: place.count / MemoryLayout<Element>.stride)
    else { preconditionFailure("the place was checked when the file was opened") }
    return buffer
  }

  private func expect(_ wanted: ArrowType) throws(StoreError) {
    if type != wanted { throw mismatch(wanted.description) }
  }

  private func mismatch(_ wanted: String) -> StoreError {
    .damaged(
      file: file.path,
      reason: "the column `\(name)` holds \(type.description), and not \(wanted)")
  }
}

/// Texts side by side. Offsets are not to be trusted, nor bytes to be UTF-8.
package struct ArrowTexts<Offset: ArrowInteger>: Sendable {
  /// Where each text begins in the bytes, and where the last one ends.
  package let offsets: Buffer<Offset>
  package let bytes: Buffer<UInt8>

  /// How many texts there are.
  package var count: Int { offsets.count - 1 }
}
