/// A FlatBuffers table to be written: values by their slots in the schema. What is left out has the
/// schema's default.
struct FlatNode: Sendable {
  enum Value: Sendable {
    case bool(Bool)
    case byte(UInt8)
    case short(Int16)
    case int(Int32)
    case long(Int64)
    case string(String)
    case table(FlatNode)
    case tables([FlatNode])
    /// Structs side by side, whose widest member takes 8 bytes.
    case structs(count: Int, bytes: [UInt8])
  }

  var values: [(slot: Int, value: Value)]

  init(_ values: [(slot: Int, value: Value)] = []) { self.values = values }
}

/// Writes FlatBuffers (the binary format of the FlatBuffers project's internals document): a table
/// stands behind its vtable, and what it points to behind the table.
struct FlatBufferBuilder {
  private var bytes: [UInt8] = []

  /// A whole buffer. Its length is a multiple of 8.
  static func bytes(of root: FlatNode) -> [UInt8] {
    var builder = FlatBufferBuilder()
    builder.append(UInt32(0))
    builder.point(from: 0, to: builder.write(root))
    builder.pad(to: 8)
    return builder.bytes
  }

  /// Writes a table and what hangs on it; gives its place.
  private mutating func write(_ node: FlatNode) -> Int {
    let slots = (node.values.map(\.slot).max() ?? -1) + 1
    // The widest first, so that few gaps stay.
    let values = node.values.sorted { $0.value.width > $1.value.width }
    var offsets = [UInt16](repeating: 0, count: slots)
    var size = 4
    for (slot, value) in values {
      size = Self.aligned(size, to: value.width)
      offsets[slot] = UInt16(size)
      size += value.width
    }
    while (bytes.count + 4 + 2 * slots) % 8 != 0 { bytes.append(0) }
    let vtable = bytes.count
    append(UInt16(4 + 2 * slots))
    append(UInt16(size))
    for offset in offsets { append(offset) }
    let table = bytes.count
    append(Int32(table - vtable))
    bytes += repeatElement(0, count: size - 4)
    for (slot, value) in values {
      let place = table + Int(offsets[slot])
      switch value {
      case .bool(let flag): store(UInt8(flag ? 1 : 0), at: place)
      case .byte(let number): store(number, at: place)
      case .short(let number): store(number, at: place)
      case .int(let number): store(number, at: place)
      case .long(let number): store(number, at: place)
      default: break
      }
    }
    for (slot, value) in node.values where value.isReference {
      point(from: table + Int(offsets[slot]), to: write(value))
    }
    return table
  }

  /// Writes what a table points to; gives its place.
  private mutating func write(_ value: FlatNode.Value) -> Int {
    switch value {
    case .table(let node):
      return write(node)
    case .string(let text):
      pad(to: 4)
      let place = bytes.count
      append(UInt32(text.utf8.count))
      bytes += text.utf8
      bytes.append(0)
      return place
    case .tables(let nodes):
      pad(to: 4)
      let place = bytes.count
      append(UInt32(nodes.count))
      for _ in nodes { append(UInt32(0)) }
      for (index, node) in nodes.enumerated() {
        point(from: place + 4 + 4 * index, to: write(node))
      }
      return place
    case .structs(let count, let structs):
      while bytes.count % 8 != 4 { bytes.append(0) }
      let place = bytes.count
      append(UInt32(count))
      bytes += structs
      return place
    case .bool, .byte, .short, .int, .long:
      preconditionFailure("a number stands in its table")
    }
  }

  private mutating func append(_ number: some FixedWidthInteger) {
    bytes.append(littleEndian: number)
  }

  private mutating func store(_ number: some FixedWidthInteger, at place: Int) {
    var number = number.littleEndian
    withUnsafeBytes(of: &number) {
      bytes.replaceSubrange(place..<place + $0.count, with: $0)
    }
  }

  /// References are counted from where they stand.
  private mutating func point(from place: Int, to target: Int) {
    store(UInt32(target - place), at: place)
  }

  private mutating func pad(to alignment: Int) {
    bytes += repeatElement(0, count: Self.aligned(bytes.count, to: alignment) - bytes.count)
  }

  private static func aligned(_ size: Int, to alignment: Int) -> Int {
    (size + alignment - 1) / alignment * alignment
  }
}

extension FlatNode.Value {
  /// How many bytes it takes in its table.
  fileprivate var width: Int {
    switch self {
    case .bool, .byte: 1
    case .short: 2
    case .int: 4
    case .long: 8
    case .string, .table, .tables, .structs: 4
    }
  }

  fileprivate var isReference: Bool {
    switch self {
    case .bool, .byte, .short, .int, .long: false
    case .string, .table, .tables, .structs: true
    }
  }
}

extension [UInt8] {
  /// Adds a number, its lowest byte first.
  mutating func append(littleEndian number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}
