// The metadata as FlatBuffers; the slots are those of the format's schema.

extension FlatNode {
  /// A `Message`.
  static func message(
    _ kind: ArrowFormat.Header, _ header: FlatNode, bodyLength: Int
  ) -> FlatNode {
    FlatNode([
      (0, .short(ArrowFormat.version)), (1, .byte(kind.rawValue)), (2, .table(header)),
      (3, .long(Int64(bodyLength))),
    ])
  }

  /// A `Schema`.
  static func schema(_ columns: [ArrowOutputColumn], _ metadata: ArrowMetadata) -> FlatNode {
    var dictionaries: Int64 = 0
    let fields = columns.map { column in
      defer { if column.dictionary != nil { dictionaries += 1 } }
      return field(column, dictionary: dictionaries)
    }
    return FlatNode([(0, .short(0)), (1, .tables(fields))] + keyValues(2, metadata))
  }

  /// A `RecordBatch`, whose buffers lie in the body one behind the other, aligned.
  static func batch(rows: Int, _ nodes: [ArrowBatch.Node], _ buffers: [ArrowBody]) -> FlatNode {
    var nodeBytes: [UInt8] = []
    for node in nodes {
      nodeBytes.append(littleEndian: node.length)
      nodeBytes.append(littleEndian: node.nulls)
    }
    var bufferBytes: [UInt8] = []
    var offset = 0
    for buffer in buffers {
      bufferBytes.append(littleEndian: Int64(offset))
      bufferBytes.append(littleEndian: Int64(buffer.byteCount))
      offset += buffer.paddedCount
    }
    return FlatNode([
      (0, .long(Int64(rows))), (1, .structs(count: nodes.count, bytes: nodeBytes)),
      (2, .structs(count: buffers.count, bytes: bufferBytes)),
    ])
  }

  /// A `DictionaryBatch`.
  static func dictionary(_ id: Int, _ batch: FlatNode) -> FlatNode {
    FlatNode([(0, .long(Int64(id))), (1, .table(batch))])
  }

  /// A `Footer`.
  static func footer(
    schema: FlatNode, dictionaries: [ArrowBlock], batch: ArrowBlock
  ) -> FlatNode {
    FlatNode([
      (0, .short(ArrowFormat.version)), (1, .table(schema)), (2, blocks(dictionaries)),
      (3, blocks([batch])),
    ])
  }

  private static func blocks(_ blocks: [ArrowBlock]) -> Value {
    var bytes: [UInt8] = []
    for block in blocks {
      bytes.append(littleEndian: block.offset)
      bytes.append(littleEndian: block.metadataLength)
      bytes.append(littleEndian: Int32(0))
      bytes.append(littleEndian: block.bodyLength)
    }
    return .structs(count: blocks.count, bytes: bytes)
  }

  private static func field(_ column: ArrowOutputColumn, dictionary: Int64) -> FlatNode {
    var values: [(Int, Value)] = [
      (0, .string(column.name)), (1, .bool(column.isNullable)),
    ]
    values += type(column.type)
    if case .dictionary(let codes, _) = column.type {
      let encoding = FlatNode([(0, .long(dictionary)), (1, .table(number(codes).parameters))])
      values.append((4, .table(encoding)))
    }
    return FlatNode(values + keyValues(6, column.metadata))
  }

  /// The values of a `Field` that say of what type it is.
  private static func type(_ type: ArrowType) -> [(Int, Value)] {
    func plain(_ tag: ArrowFormat.TypeTag, _ parameters: FlatNode = FlatNode()) -> [(Int, Value)] {
      [(2, .byte(tag.rawValue)), (3, .table(parameters))]
    }
    switch type {
    case .number(let kind):
      let (tag, parameters) = number(kind)
      return plain(tag, parameters) + [(5, .tables([]))]
    case .text(let isLarge), .dictionary(_, let isLarge):
      return plain(isLarge ? .largeUtf8 : .utf8) + [(5, .tables([]))]
    case .list:
      let (tag, parameters) = number(.int32)
      let element = FlatNode(
        [(0, .string("item")), (1, .bool(false))] + plain(tag, parameters) + [(5, .tables([]))])
      return plain(.list) + [(5, .tables([element]))]
    case .other:
      preconditionFailure("columns of other types are not made")
    }
  }

  private static func number(
    _ kind: ArrowKind
  ) -> (tag: ArrowFormat.TypeTag, parameters: FlatNode) {
    if kind == .float64 { return (.floatingPoint, FlatNode([(0, .short(ArrowFormat.double))])) }
    let width = Int32(8 * kind.width)
    return (.int, FlatNode([(0, .int(width)), (1, .bool(kind != .uint8))]))
  }

  private static func keyValues(_ slot: Int, _ metadata: ArrowMetadata) -> [(Int, Value)] {
    if metadata.entries.isEmpty { return [] }
    let nodes = metadata.entries.map {
      FlatNode([(0, .string($0.key)), (1, .string($0.value))])
    }
    return [(slot, .tables(nodes))]
  }
}

extension ArrowBody {
  /// How many bytes it takes in the file.
  var paddedCount: Int { ArrowFormat.aligned(byteCount) }
}
