/// A column as the schema of a file has it.
struct ArrowField {
  let name: String
  let isNullable: Bool
  let type: ArrowType
  let metadata: ArrowMetadata
  /// Which dictionary its codes are of.
  let dictionary: Int64?
  /// How many nodes and buffers of a batch are its own and its children's.
  let nodes: Int
  let buffers: Int
}

/// How a message, or a batch in it, lies in the file.
struct ArrowBlock {
  let offset: Int64
  let metadataLength: Int32
  let bodyLength: Int64
}

/// A batch's rows and where its buffers lie in the body.
struct ArrowBatch {
  struct Node {
    let length: Int64
    let nulls: Int64
  }
  struct Place {
    let offset: Int64
    let length: Int64
  }

  let length: Int64
  let nodes: [Node]
  let buffers: [Place]
}

/// The footer: what is in the file.
struct ArrowFooter {
  let fields: [ArrowField]
  let metadata: ArrowMetadata
  let dictionaries: [ArrowBlock]
  let batches: [ArrowBlock]

  init(_ bytes: [UInt8]) throws(ArrowProblem) {
    let footer = try FlatBuffer(bytes, name: "the footer").root()
    try footer.checkVersion()
    guard let schema = try footer.table(1) else { throw footer.problem("it has no schema") }
    if try schema.number(0, default: Int16(0)) != 0 {
      throw schema.problem("its numbers are big-endian, which is not read here")
    }
    var fields: [ArrowField] = []
    for table in try schema.tables(1) { fields.append(try ArrowField(table, depth: 0)) }
    self.fields = fields
    metadata = try schema.metadata(2)
    dictionaries = try footer.structs(2, stride: 24, ArrowBlock.init)
    batches = try footer.structs(3, stride: 24, ArrowBlock.init)
  }
}

extension ArrowBlock {
  fileprivate init(_ buffer: FlatBuffer, _ place: Int) throws(ArrowProblem) {
    offset = try buffer.number(at: place)
    metadataLength = try buffer.number(at: place + 8)
    bodyLength = try buffer.number(at: place + 16)
  }
}

extension ArrowBatch {
  /// The record batch of a message.
  init(recordBatch message: FlatTable, bodyLength: Int64) throws(ArrowProblem) {
    try self.init(message.header(.recordBatch, bodyLength: bodyLength))
  }

  /// The dictionary of a message, and its number.
  static func dictionary(
    _ message: FlatTable, bodyLength: Int64
  ) throws(ArrowProblem) -> (id: Int64, batch: ArrowBatch) {
    let header = try message.header(.dictionaryBatch, bodyLength: bodyLength)
    if try header.bool(2) {
      throw header.problem("it adds to a dictionary (a delta), which is not read here")
    }
    guard let data = try header.table(1) else { throw header.problem("it has no data") }
    return (try header.number(0), try ArrowBatch(data))
  }

  private init(_ table: FlatTable) throws(ArrowProblem) {
    if try table.has(3) { throw table.problem("its body is compressed, which is not read here") }
    length = try table.number(0)
    nodes = try table.structs(1, stride: 16) { buffer, place throws(ArrowProblem) in
      Node(length: try buffer.number(at: place), nulls: try buffer.number(at: place + 8))
    }
    buffers = try table.structs(2, stride: 16) { buffer, place throws(ArrowProblem) in
      Place(offset: try buffer.number(at: place), length: try buffer.number(at: place + 8))
    }
    for node in nodes where node.length < 0 || node.nulls < 0 || node.nulls > node.length {
      throw table.problem("a column has \(node.length) rows and \(node.nulls) without a value")
    }
    if length < 0 { throw table.problem("it has \(length) rows") }
  }
}

extension FlatTable {
  fileprivate func checkVersion() throws(ArrowProblem) {
    let version: Int16 = try number(0)
    guard version == ArrowFormat.version else {
      throw problem("its metadata is of version \(Int(version) + 1), and only 5 is read")
    }
  }

  /// What a message is about.
  fileprivate func header(
    _ kind: ArrowFormat.Header, bodyLength: Int64
  ) throws(ArrowProblem) -> FlatTable {
    try checkVersion()
    let tag: UInt8 = try number(1)
    guard tag == kind.rawValue, let header = try table(2) else {
      throw problem("it is a message of kind \(tag), and not \(kind.rawValue)")
    }
    guard try number(3, default: Int64(0)) == bodyLength else {
      throw problem("its body is not as long as the footer says")
    }
    return header
  }

  fileprivate func metadata(_ slot: Int) throws(ArrowProblem) -> ArrowMetadata {
    var metadata: ArrowMetadata = [:]
    for entry in try tables(slot) {
      metadata.append(try entry.string(0) ?? "", try entry.string(1) ?? "")
    }
    return metadata
  }
}

extension ArrowField {
  fileprivate init(_ table: FlatTable, depth: Int) throws(ArrowProblem) {
    guard depth < ArrowFormat.depthLimit else { throw table.problem("its types are too deep") }
    name = try table.string(0) ?? ""
    // Names get into messages, and those to the terminal.
    if name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      throw table.problem("the name of a column has control characters in it")
    }
    isNullable = try table.bool(1)
    metadata = try table.metadata(6)
    let tag: UInt8 = try table.number(2)
    guard let layout = TypeLayout(tag) else {
      throw table.problem("the column `\(name)` is of a type (\(tag)) that is not known here")
    }
    var children: [ArrowField] = []
    for child in try table.tables(5) { children.append(try ArrowField(child, depth: depth + 1)) }
    let plain = try layout.type(table.table(3), children)
    guard let encoding = try table.table(4) else {
      (type, dictionary) = (plain, nil)
      nodes = children.reduce(1) { $0 + $1.nodes }
      buffers = children.reduce(try layout.buffers(of: table.table(3))) { $0 + $1.buffers }
      return
    }
    // In the batch stand the codes alone.
    (nodes, buffers) = (1, 2)
    dictionary = try encoding.number(0)
    let codes = try encoding.table(1).map { table throws(ArrowProblem) in try Self.integer(table) }
    switch (codes ?? .number(.int32), plain) {
    case (.number(let codes), .text(let isLarge)) where codes != .uint8:
      type = .dictionary(codes: codes, isLarge: isLarge)
    case (let codes, let values):
      type = .other("dictionary<\(values.description), \(codes.description)>")
    }
  }

  fileprivate static func integer(_ table: FlatTable) throws(ArrowProblem) -> ArrowType {
    let width: Int32 = try table.number(0)
    let isSigned = try table.bool(1)
    let name = "\(isSigned ? "" : "u")int\(width)"
    return ArrowKind(rawValue: name).map(ArrowType.number) ?? .other(name)
  }
}

/// How the columns of a type lie in a batch (the format's columnar layout): needed to step over those
/// that are not read.
private struct TypeLayout {
  let tag: UInt8
  let name: String
  private let count: Int

  /// Names and numbers of buffers, by the tags of `Type`, which begin with 1. Types whose buffers a
  /// batch counts (`BinaryView` and `Utf8View`) cannot be stepped over.
  private static let known: [(name: String, buffers: Int)?] = [
    ("null", 0), ("int", 2), ("floating_point", 2), ("binary", 3), ("utf8", 3), ("bool", 2),
    ("decimal", 2), ("date", 2), ("time", 2), ("timestamp", 2), ("interval", 2), ("list", 2),
    ("struct", 1), ("union", 1), ("fixed_size_binary", 2), ("fixed_size_list", 1), ("map", 2),
    ("duration", 2), ("large_binary", 3), ("large_utf8", 3), ("large_list", 2),
    ("run_end_encoded", 0), nil, nil, ("list_view", 3), ("large_list_view", 3),
  ]
  private static let union: UInt8 = 14

  init?(_ tag: UInt8) {
    guard tag > 0, Int(tag) <= Self.known.count, let layout = Self.known[Int(tag) - 1] else {
      return nil
    }
    (self.tag, name, count) = (tag, layout.name, layout.buffers)
  }

  /// How many buffers there are, without those of the children.
  func buffers(of parameters: FlatTable?) throws(ArrowProblem) -> Int {
    guard tag == Self.union, let parameters else { return count }
    // A dense one has offsets as well.
    return try parameters.number(0) == Int16(1) ? 2 : 1
  }

  func type(
    _ parameters: FlatTable?, _ children: [ArrowField]
  ) throws(ArrowProblem) -> ArrowType {
    switch (ArrowFormat.TypeTag(rawValue: tag), parameters) {
    case (.int, let parameters?): return try ArrowField.integer(parameters)
    case (.floatingPoint, let parameters?):
      return try parameters.number(0) == ArrowFormat.double ? .number(.float64) : .other(name)
    case (.utf8, _): return .text(isLarge: false)
    case (.largeUtf8, _): return .text(isLarge: true)
    case (.list, _):
      if children.map(\.type) == [.number(.int32)] { return .list }
      return .other("list<\(children.map(\.type.description).joined(separator: ", "))>")
    default: return .other(name)
    }
  }
}
