/// What a file has become.
package struct ArrowWritten: Hashable, Sendable {
  /// Its size in bytes.
  package let byteCount: Int
  /// Its ``XXH64``, as 16 hexadecimal digits.
  package let checksum: String
}

/// Writes tables as Arrow files (the IPC file format, metadata version 5): the schema, a dictionary
/// batch for each column that has one, one record batch with all rows, and the footer.
///
/// Every buffer begins at a multiple of 64 bytes in the file, so that it can be mapped and read in
/// place. The same columns give the same bytes.
package enum ArrowWriter {
  /// Writes a table in the place of what the file held before, at one stroke.
  ///
  /// - Parameters:
  ///   - columns: The columns, each of so many rows, no two of one name.
  ///   - rowCount: How many rows the table has.
  ///   - metadata: What the file says of itself.
  ///   - path: The file.
  /// - Returns: Its size and checksum.
  /// - Throws: Why it cannot be written; the file is then as it was. Cost: linear; memory for the
  ///   pieces that the columns come in, and no more.
  package static func write(
    _ columns: [ArrowOutputColumn], rowCount: Int, metadata: ArrowMetadata = [:], to path: String
  ) throws(FileFailure) -> ArrowWritten {
    let replacement = try FileReplacement(of: path)
    let written = try write(
      columns, rowCount: rowCount, metadata: metadata, to: replacement.descriptor, name: path)
    try replacement.commit()
    return written
  }

  /// Writes a table to an open file or a pipe, from its beginning.
  ///
  /// - Parameters:
  ///   - columns: As above.
  ///   - rowCount: As above.
  ///   - metadata: As above.
  ///   - descriptor: Where to.
  ///   - name: What it is called in a failure.
  /// - Returns: Its size and checksum.
  /// - Throws: Why it cannot be written; a part may have been.
  package static func write(
    _ columns: [ArrowOutputColumn], rowCount: Int, metadata: ArrowMetadata = [:],
    to descriptor: Int32, name: String
  ) throws(FileFailure) -> ArrowWritten {
    precondition(columns.allSatisfy { $0.content.rows == rowCount }, "columns of one table")
    precondition(Set(columns.map(\.name)).count == columns.count, "names of their own")
    var file = ArrowStream(descriptor, path: name)
    try write(columns, rowCount, metadata, to: &file)
    return ArrowWritten(byteCount: file.count, checksum: file.checksum.hex)
  }

  private static func write(
    _ columns: [ArrowOutputColumn], _ rowCount: Int, _ metadata: ArrowMetadata,
    to file: inout ArrowStream
  ) throws(FileFailure) {
    let schema = FlatNode.schema(columns, metadata)
    try file.write(ArrowFormat.magic + [0, 0])
    _ = try file.write(.schema, schema, [])
    var dictionaries: [ArrowBlock] = []
    for content in columns.compactMap(\.dictionary) {
      let batch = FlatNode.batch(rows: content.rows, content.nodes, content.buffers)
      let header = FlatNode.dictionary(dictionaries.count, batch)
      dictionaries.append(try file.write(.dictionaryBatch, header, content.buffers))
    }
    let buffers = columns.flatMap(\.content.buffers)
    let batch = FlatNode.batch(rows: rowCount, columns.flatMap(\.content.nodes), buffers)
    let block = try file.write(.recordBatch, batch, buffers)
    let footer = FlatBufferBuilder.bytes(
      of: .footer(schema: schema, dictionaries: dictionaries, batch: block))
    precondition(footer.count <= ArrowFormat.metadataLimit, "metadata that can be read again")
    var end: [UInt8] = []
    end.append(littleEndian: ArrowFormat.continuation)
    end.append(littleEndian: UInt32(0))
    end += footer
    end.append(littleEndian: Int32(footer.count))
    try file.write(end + ArrowFormat.magic)
    try file.flush()
  }
}

/// The bytes of a file on their way to it, counted and summed up.
private struct ArrowStream {
  /// How many bytes there were.
  private(set) var count = 0
  private(set) var checksum = XXH64()
  private let descriptor: Int32
  private let path: String
  /// Small pieces, gathered.
  private var pending: [UInt8] = []

  /// How much is written at a time; small enough to be still in the cache after the checksum.
  private static let pieceSize = 1 << 18

  init(_ descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  /// Writes a message and its body; says where they lie.
  mutating func write(
    _ kind: ArrowFormat.Header, _ header: FlatNode, _ body: [ArrowBody]
  ) throws(FileFailure) -> ArrowBlock {
    let start = count
    let bodyLength = body.reduce(0) { $0 + $1.paddedCount }
    var metadata = FlatBufferBuilder.bytes(of: .message(kind, header, bodyLength: bodyLength))
    // So long that the body begins aligned.
    let end = ArrowFormat.aligned(start + 8 + metadata.count)
    metadata += repeatElement(0, count: end - start - 8 - metadata.count)
    precondition(metadata.count < ArrowFormat.metadataLimit, "metadata that can be read again")
    var prefix: [UInt8] = []
    prefix.append(littleEndian: ArrowFormat.continuation)
    prefix.append(littleEndian: Int32(metadata.count))
    try write(prefix + metadata)
    for buffer in body {
      let start = count
      try buffer.write { bytes throws(FileFailure) in try write(bytes) }
      precondition(count - start == buffer.byteCount, "as many bytes as were announced")
      try write([UInt8](repeating: 0, count: buffer.paddedCount - buffer.byteCount))
    }
    return ArrowBlock(
      offset: Int64(start), metadataLength: Int32(end - start), bodyLength: Int64(bodyLength))
  }

  mutating func write(_ bytes: [UInt8]) throws(FileFailure) {
    try bytes.span.bytes.withUnsafeBytes { bytes throws(FileFailure) in try write(bytes) }
  }

  mutating func write(_ bytes: UnsafeRawBufferPointer) throws(FileFailure) {
    count += bytes.count
    if pending.count + bytes.count <= Self.pieceSize {
      pending += bytes
      return
    }
    try flush()
    for start in stride(from: 0, to: bytes.count, by: Self.pieceSize) {
      try put(
        UnsafeRawBufferPointer(rebasing: bytes[start...].prefix(Self.pieceSize)))
    }
  }

  /// Writes what has been gathered.
  mutating func flush() throws(FileFailure) {
    let gathered = pending
    pending.removeAll(keepingCapacity: true)
    try gathered.span.bytes.withUnsafeBytes { bytes throws(FileFailure) in try put(bytes) }
  }

  private mutating func put(_ bytes: UnsafeRawBufferPointer) throws(FileFailure) {
    checksum.update(bytes)
    if let code = FileReplacement.write(bytes, to: descriptor) {
      throw FileFailure(path: path, code: code)
    }
  }
}
