/// Finds the columns of a file: its footer says where the batches are, and a batch says where the
/// buffers are.
struct ArrowFileReader {
  private typealias Place = ArrowColumn.Place

  private let file: MappedFile
  /// Where the footer begins; everything else ends before it.
  private let footerStart: Int
  private let footer: ArrowFooter

  init(_ file: MappedFile) throws(ArrowProblem) {
    self.file = file
    let magic = ArrowFormat.magic
    guard file.count >= 8, file.bytes[..<magic.count].elementsEqual(magic) else {
      throw ArrowProblem("it is no Arrow file: it does not begin with `ARROW1`")
    }
    let trailer = file.count - magic.count - 4
    guard trailer >= 8, file.bytes[(trailer + 4)...].elementsEqual(magic) else {
      throw ArrowProblem("it does not end with `ARROW1`: it was cut off, or is an Arrow stream")
    }
    let length = Int(file.number(at: trailer, as: Int32.self))
    guard length > 0, length <= min(trailer - 8, ArrowFormat.metadataLimit) else {
      throw ArrowProblem("its footer cannot be \(length) bytes long")
    }
    footerStart = trailer - length
    footer = try ArrowFooter(Array(file.bytes[footerStart..<trailer]))
  }

  func table() throws(ArrowProblem) -> ArrowFile {
    guard footer.batches.count == 1 else {
      throw ArrowProblem("it has \(footer.batches.count) record batches, and only one is read")
    }
    let (message, body) = try message(of: footer.batches[0], name: "the record batch")
    let batch = try ArrowBatch(recordBatch: message, bodyLength: footer.batches[0].bodyLength)
    guard let rows = Int(exactly: batch.length),
      batch.nodes.count == footer.fields.reduce(0, { $0 + $1.nodes }),
      batch.buffers.count == footer.fields.reduce(0, { $0 + $1.buffers })
    else { throw ArrowProblem("the record batch does not have the columns of the schema") }
    let dictionaries = try dictionaries()
    var columns: [ArrowColumn] = []
    var (node, buffer) = (0, 0)
    for field in footer.fields {
      guard batch.nodes.indices.contains(node), batch.nodes[node].length == batch.length else {
        throw ArrowProblem("the column `\(field.name)` does not have as many rows as the table")
      }
      let part = Part(
        file: file, body: body, name: "the column `\(field.name)`",
        nodes: batch.nodes[node..<node + field.nodes],
        buffers: batch.buffers[buffer..<buffer + field.buffers])
      columns.append(try column(field, part, dictionaries))
      node += field.nodes
      buffer += field.buffers
    }
    return try ArrowFile(file: file, rowCount: rows, metadata: footer.metadata, columns: columns)
  }

  private func column(
    _ field: ArrowField, _ part: Part, _ dictionaries: [Int64: Part]
  ) throws(ArrowProblem) -> ArrowColumn {
    var isRead = true
    var places: [Place] = []
    var dictionary: [Place] = []
    switch field.type {
    case .number(let kind):
      places = [try part.place(1, width: kind.width)]
    case .text(let isLarge):
      places = try part.texts(isLarge: isLarge)
    case .list:
      places = try part.lists()
    case .dictionary(let codes, let isLarge):
      places = [try part.place(1, width: codes.width)]
      guard let texts = field.dictionary.flatMap({ dictionaries[$0] }) else {
        throw ArrowProblem("the column `\(field.name)` has no dictionary in the file")
      }
      dictionary = try texts.dictionary(isLarge: isLarge)
    case .other:
      isRead = false
    }
    return ArrowColumn(
      name: field.name, type: field.type, isNullable: field.isNullable, metadata: field.metadata,
      count: part.rows, nullCount: part.nulls, file: file,
      validityPlace: isRead ? try part.validity() : nil, places: places,
      dictionaryPlaces: dictionary)
  }

  private func dictionaries() throws(ArrowProblem) -> [Int64: Part] {
    var parts: [Int64: Part] = [:]
    for (index, block) in footer.dictionaries.enumerated() {
      let name = "dictionary \(index + 1)"
      let (message, body) = try message(of: block, name: name)
      let (id, batch) = try ArrowBatch.dictionary(message, bodyLength: block.bodyLength)
      let part = Part(
        file: file, body: body, name: name, nodes: batch.nodes[...], buffers: batch.buffers[...])
      guard parts.updateValue(part, forKey: id) == nil else {
        throw ArrowProblem("\(name) replaces another, which is not read here")
      }
    }
    return parts
  }

  /// The metadata of a message, and where its body lies.
  private func message(
    of block: ArrowBlock, name: String
  ) throws(ArrowProblem) -> (FlatTable, body: Place) {
    // Each is at most a file's size when it has been looked at, so the sums do not overflow.
    let (start, length) = (Int(block.offset), Int(block.metadataLength))
    guard start >= 8, start % 8 == 0, start <= footerStart, length > 8,
      length <= min(footerStart - start, ArrowFormat.metadataLimit),
      block.bodyLength >= 0, block.bodyLength <= footerStart - start - length
    else { throw ArrowProblem("\(name) does not lie in the file") }
    guard file.number(at: start, as: UInt32.self) == ArrowFormat.continuation else {
      throw ArrowProblem("\(name) does not begin as messages do, at byte \(start)")
    }
    guard Int(file.number(at: start + 4, as: Int32.self)) == length - 8 else {
      throw ArrowProblem("\(name) is not as long as the footer says, at byte \(start + 4)")
    }
    let bytes = Array(file.bytes[start + 8..<start + length])
    let body = start + length..<start + length + Int(block.bodyLength)
    return (try FlatBuffer(bytes, name: name).root(), body)
  }
}

/// The nodes and buffers of one column, or of a dictionary.
private struct Part {
  typealias Place = ArrowColumn.Place

  let file: MappedFile
  let body: Place
  let name: String
  let nodes: ArraySlice<ArrowBatch.Node>
  let buffers: ArraySlice<ArrowBatch.Place>

  // The caller has compared them with the schema; a dictionary's are looked at in ``dictionary``.
  var rows: Int { Int(nodes.first?.length ?? 0) }
  var nulls: Int { Int(nodes.first?.nulls ?? 0) }

  /// Where a buffer of so many elements of a width lies; it may be longer.
  func place(_ index: Int, count: Int, width: Int) throws(ArrowProblem) -> Place {
    let buffer = buffers[buffers.startIndex + index]
    let (size, isTooLong) = count.multipliedReportingOverflow(by: width)
    guard buffer.offset >= 0, buffer.length >= 0, buffer.offset <= body.count,
      buffer.length <= body.count - Int(buffer.offset)
    else { throw ArrowProblem("\(name) has a buffer outside its batch") }
    guard !isTooLong, size <= buffer.length else {
      throw ArrowProblem("\(name) has a buffer too short for \(count) elements of \(width) bytes")
    }
    let start = body.lowerBound + Int(buffer.offset)
    guard start % width == 0 else { throw ArrowProblem("\(name) has a buffer that is not aligned") }
    return start..<start + size
  }

  /// Where a buffer of an element a row lies.
  func place(_ index: Int, width: Int) throws(ArrowProblem) -> Place {
    try place(index, count: rows, width: width)
  }

  /// Where a buffer of bytes lies, all of it.
  func bytes(_ index: Int, width: Int = 1) throws(ArrowProblem) -> Place {
    let length = buffers[buffers.startIndex + index].length
    return try place(index, count: Int(length) / width, width: width)
  }

  /// Of no rows, offsets may be left out.
  func offsets(width: Int) throws(ArrowProblem) -> Place {
    let isLeftOut = rows == 0 && buffers[buffers.startIndex + 1].length == 0
    let (count, isTooMany) = rows.addingReportingOverflow(isLeftOut ? 0 : 1)
    if isTooMany { throw ArrowProblem("\(name) cannot have \(rows) rows") }
    return try place(1, count: count, width: width)
  }

  /// Where the validity lies, in whole words; the format pads it to them, and does not count that.
  func validity() throws(ArrowProblem) -> Place? {
    if nulls == 0 { return nil }
    let bits = try place(0, count: rows / 8 + (rows % 8 > 0 ? 1 : 0), width: 1)
    let end = bits.lowerBound + (bits.count + 7) / 8 * 8
    guard bits.lowerBound % 8 == 0, end <= body.upperBound else {
      throw ArrowProblem("\(name) has a validity that is not aligned or padded")
    }
    return bits.lowerBound..<end
  }

  func texts(isLarge: Bool) throws(ArrowProblem) -> [Place] {
    [try offsets(width: isLarge ? 8 : 4), try bytes(2)]
  }

  func lists() throws(ArrowProblem) -> [Place] {
    let child = nodes[nodes.startIndex + 1]
    if child.nulls > 0 { throw ArrowProblem("\(name) has lists with elements without a value") }
    return [try offsets(width: 4), try place(3, count: Int(child.length), width: 4)]
  }

  func dictionary(isLarge: Bool) throws(ArrowProblem) -> [Place] {
    guard nodes.count == 1, buffers.count == 3 else {
      throw ArrowProblem("\(name) is no list of texts")
    }
    if nulls > 0 { throw ArrowProblem("\(name) has texts without a value") }
    return try texts(isLarge: isLarge)
  }
}

extension MappedFile {
  /// A number at a place that is in the file.
  fileprivate func number<Number: FixedWidthInteger & BitwiseCopyable>(
    at place: Int, as type: Number.Type
  ) -> Number {
    Number(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: type))
  }
}
