internal import CDajuan
internal import DajuanLedger

/// Keeps what an `ArrowArray` or `ArrowSchema` points at, until it is released.
private final class Keeper {
  var buffers: UnsafeMutablePointer<UnsafeRawPointer?>?
  var texts: [UnsafeMutablePointer<CChar>] = []
  var memory: [ArrowMemory.Memory] = []
  var arrays = UnsafeMutableBufferPointer<ArrowArray>(start: nil, count: 0)
  var arrayPlaces: UnsafeMutablePointer<UnsafeMutablePointer<ArrowArray>?>?
  var schemas = UnsafeMutableBufferPointer<ArrowSchema>(start: nil, count: 0)
  var schemaPlaces: UnsafeMutablePointer<UnsafeMutablePointer<ArrowSchema>?>?

  deinit {
    buffers?.deallocate()
    arrayPlaces?.deallocate()
    schemaPlaces?.deallocate()
    arrays.deallocate()
    schemas.deallocate()
    for text in texts { text.deallocate() }
  }

  func text(_ text: String) -> UnsafePointer<CChar> {
    let bytes = text.utf8CString
    let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
    for (place, byte) in bytes.enumerated() { (copy + place).initialize(to: byte) }
    texts.append(copy)
    return UnsafePointer(copy)
  }
}

extension ArrowArray {
  /// A batch: a struct with a child for each column.
  init(_ columns: [ArrowMemory], rows: Int) {
    let keeper = Keeper()
    keeper.arrays = .allocate(capacity: columns.count)
    keeper.arrayPlaces = .allocate(capacity: columns.count)
    for (place, column) in columns.enumerated() {
      keeper.arrays.initializeElement(at: place, to: ArrowArray(column))
      keeper.arrayPlaces?[place] = keeper.arrays.baseAddress.map { $0 + place }
    }
    self.init(keeper, count: rows, missing: 0, buffers: [nil])
    children = keeper.arrayPlaces
    n_children = Int64(columns.count)
  }

  private init(_ column: ArrowMemory) {
    let keeper = Keeper()
    if let texts = column.dictionary {
      keeper.arrays = .allocate(capacity: 1)
      keeper.arrays.initializeElement(
        at: 0,
        to: ArrowArray(Keeper(), count: texts.count, missing: texts.missing, buffers: texts.buffers)
      )
    }
    self.init(
      keeper, count: column.rows.count, missing: column.rows.missing, buffers: column.rows.buffers)
    dictionary = keeper.arrays.baseAddress
  }

  private init(_ keeper: Keeper, count: Int, missing: Int, buffers: [ArrowMemory.Memory?]) {
    let places = UnsafeMutablePointer<UnsafeRawPointer?>.allocate(capacity: buffers.count)
    for (place, buffer) in buffers.enumerated() {
      (places + place).initialize(to: buffer.map { UnsafeRawPointer($0.start) })
    }
    keeper.buffers = places
    keeper.memory = buffers.compactMap { $0 }
    self.init()
    length = Int64(count)
    null_count = Int64(missing)
    n_buffers = Int64(buffers.count)
    self.buffers = places
    private_data = Unmanaged.passRetained(keeper).toOpaque()
    release = { array in
      guard let array, array.pointee.release != nil else { return }
      for child in 0..<Int(array.pointee.n_children) {
        // One that was moved elsewhere is released there.
        if let child = array.pointee.children[child] { child.pointee.release?(child) }
      }
      if let dictionary = array.pointee.dictionary { dictionary.pointee.release?(dictionary) }
      let keeper = array.pointee.private_data
      array.pointee.release = nil
      array.pointee.private_data = nil
      if let keeper { Unmanaged<Keeper>.fromOpaque(keeper).release() }
    }
  }
}

extension ArrowSchema {
  /// The schema of a batch of such columns.
  init(_ columns: [ArrowMemory]) {
    let keeper = Keeper()
    keeper.schemas = .allocate(capacity: columns.count)
    keeper.schemaPlaces = .allocate(capacity: columns.count)
    for (place, column) in columns.enumerated() {
      keeper.schemas.initializeElement(at: place, to: ArrowSchema(column))
      keeper.schemaPlaces?[place] = keeper.schemas.baseAddress.map { $0 + place }
    }
    self.init(keeper, format: "+s", name: "", flags: 0)
    children = keeper.schemaPlaces
    n_children = Int64(columns.count)
  }

  private init(_ column: ArrowMemory) {
    let keeper = Keeper()
    let (format, texts) = column.type.formats
    if let texts {
      keeper.schemas = .allocate(capacity: 1)
      keeper.schemas.initializeElement(
        at: 0, to: ArrowSchema(Keeper(), format: texts, name: "", flags: 0))
    }
    self.init(
      keeper, format: format, name: column.name,
      flags: column.isNullable ? Int64(ARROW_FLAG_NULLABLE) : 0)
    dictionary = keeper.schemas.baseAddress
  }

  private init(_ keeper: Keeper, format: String, name: String, flags: Int64) {
    self.init()
    self.format = keeper.text(format)
    self.name = keeper.text(name)
    self.flags = flags
    private_data = Unmanaged.passRetained(keeper).toOpaque()
    release = { schema in
      guard let schema, schema.pointee.release != nil else { return }
      for child in 0..<Int(schema.pointee.n_children) {
        if let child = schema.pointee.children[child] { child.pointee.release?(child) }
      }
      if let dictionary = schema.pointee.dictionary { dictionary.pointee.release?(dictionary) }
      let keeper = schema.pointee.private_data
      schema.pointee.release = nil
      schema.pointee.private_data = nil
      if let keeper { Unmanaged<Keeper>.fromOpaque(keeper).release() }
    }
  }
}

extension ArrowType {
  /// The format string of the C data interface, and that of a dictionary's texts.
  fileprivate var formats: (String, String?) {
    switch self {
    case .number(let kind): (kind.format, nil)
    case .text(let isLarge): (isLarge ? "U" : "u", nil)
    case .dictionary(let codes, let isLarge): (codes.format, isLarge ? "U" : "u")
    case .list, .other: preconditionFailure("no answer has such a column")
    }
  }
}

extension ArrowKind {
  fileprivate var format: String {
    switch self {
    case .int8: "c"
    case .uint8: "C"
    case .int16: "s"
    case .int32: "i"
    case .int64: "l"
    case .float64: "g"
    }
  }
}
