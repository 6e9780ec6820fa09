import Testing

@testable import DajuanLedger

/// Files that are damaged, hostile, or of a kind that is not read.
@Suite struct ArrowDamageTests {
  private let folder = ArrowTestFolder()

  private func bytes(rows: Int) throws -> [UInt8] {
    let path = folder.file("sample.arrow")
    _ = try ArrowSample(rows: rows).write(to: path)
    return try FileReading.bytes(of: path)
  }

  private func reason(_ bytes: [UInt8]) -> String? {
    do {
      _ = try folder.open(bytes).rendered()
    } catch let error as StoreError {
      return error.description
    } catch {
      return "\(error)"
    }
    return nil
  }

  @Test func cutOffAnywhereItIsRefused() throws {
    let bytes = try bytes(rows: 3)
    for count in 0..<bytes.count {
      #expect(reason(Array(bytes[..<count])) != nil, "\(count) bytes")
    }
    #expect(reason(bytes) == nil)
    #expect(reason([])?.hasSuffix("it is no Arrow file: it does not begin with `ARROW1`") == true)
    #expect(
      reason(Array(bytes.dropLast()))?.hasSuffix(
        "it does not end with `ARROW1`: it was cut off, or is an Arrow stream") == true)
  }

  /// Any bit of the metadata turned: the file is refused, or what can be read lies in it.
  @Test func turnedBitsAreSurvived() throws {
    let bytes = try bytes(rows: 3)
    let trailer = bytes.count - 10
    let length = Int(bytes[trailer]) + Int(bytes[trailer + 1]) << 8
    let footer = try ArrowFooter(Array(bytes[(trailer - length)..<trailer]))
    #expect(footer.dictionaries.count == 3)
    let messages = (footer.dictionaries + footer.batches).map {
      Int($0.offset)..<Int($0.offset) + Int($0.metadataLength)
    }
    var (refused, read) = (0, 0)
    // The schema is read from the footer; the message of it at the beginning is for streams.
    for place in (messages + [(trailer - length)..<bytes.count]).joined() {
      for bit in 0..<8 {
        var turned = bytes
        turned[place] ^= 1 << bit
        if reason(turned) == nil { read += 1 } else { refused += 1 }
      }
    }
    #expect(refused > 5000 && read > 1000, "\(refused) refused, \(read) read")
  }

  /// Any byte of a buffer turned: the file opens, for its contents are not looked at.
  @Test func contentsAreNotLookedAt() throws {
    var bytes = try bytes(rows: 3)
    let file = try folder.open(bytes)
    let column = try file.column("name")
    bytes[column.places[0].lowerBound + 7] = 0x80  // An offset below nought.
    let codes = try file.column("level").places[0]
    bytes[codes.lowerBound] = 100
    let damaged = try folder.open(bytes).rendered()
    #expect(damaged["name"]?.contains("!") == true)
    #expect(damaged["level"]?.first == "!")
  }

  // Files of kinds that are not read, made by hand.

  @Test func otherKindsAreNamed() throws {
    var made = HandmadeFile()
    #expect(reason(made.bytes) == nil)
    made.version = 3
    #expect(reason(made.bytes)?.contains("of version 4, and only 5 is read") == true)
    made = HandmadeFile()
    made.endianness = 1
    #expect(reason(made.bytes)?.contains("big-endian") == true)
    made = HandmadeFile()
    made.batches = 2
    #expect(reason(made.bytes)?.contains("2 record batches, and only one") == true)
    made.batches = 0
    #expect(reason(made.bytes)?.contains("0 record batches, and only one") == true)
    made = HandmadeFile()
    made.isCompressed = true
    #expect(reason(made.bytes)?.contains("its body is compressed") == true)
    made = HandmadeFile()
    made.isDelta = true
    #expect(reason(made.bytes)?.contains("dictionary 1") == true)
    #expect(reason(made.bytes)?.contains("(a delta), which is not read") == true)
    made = HandmadeFile()
    made.dictionaries = 2
    #expect(reason(made.bytes)?.contains("dictionary 2 replaces another") == true)
    made.dictionaries = 0
    #expect(reason(made.bytes)?.contains("`a` has no dictionary in the file") == true)
    made = HandmadeFile()
    made.names = ["a", "a"]
    #expect(reason(made.bytes)?.contains("two columns `a`") == true)
    made.names = ["a", "b\u{1B}[2J"]
    #expect(reason(made.bytes)?.contains("control characters") == true)
  }

  /// A column of another type is only refused where it is asked for.
  @Test func otherTypesAreSteppedOver() throws {
    var made = HandmadeFile()
    made.secondTag = 8  // Dates take two buffers, as numbers do.
    let file = try folder.open(made.bytes)
    #expect(try file.rendered()["a"] == ["x", "x"])
    #expect(try file.column("b").type == .other("date"))
    #expect(throws: StoreError.self) { try file.column("b").numbers(of: Int32.self) }
    made.secondTag = 24
    #expect(reason(made.bytes)?.contains("the column `b` is of a type (24)") == true)
  }

  /// Lengths and places that are past all bounds.
  @Test(arguments: [-1, 3, 1 << 40, Int64.max, .min])
  func hostileNumbersAreRefused(_ number: Int64) {
    let changes: [(String, (inout HandmadeFile) -> Void)] = [
      ("rows", { $0.rows = number }), ("nulls", { $0.nulls = number }),
      ("offset", { $0.bufferOffset = number }), ("length", { $0.bufferLength = number }),
      ("block", { $0.blockOffset = number }), ("body", { $0.bodyLength = number }),
      ("texts", { $0.texts = number }),
    ]
    for (name, change) in changes {
      var made = HandmadeFile()
      change(&made)
      #expect(reason(made.bytes) != nil, "\(name) \(number)")
    }
  }
}

/// A file of two rows: a column `a` with a dictionary of one text, and a column `b` of 32-bit numbers.
private struct HandmadeFile {
  var version: Int16 = 4
  var endianness: Int16 = 0
  var batches = 1
  var dictionaries = 1
  var isCompressed = false
  var isDelta = false
  var names = ["a", "b"]
  var secondTag: UInt8 = 2
  var rows: Int64 = 2
  var nulls: Int64 = 0
  var texts: Int64 = 1
  var bufferOffset: Int64 = 64
  var bufferLength: Int64 = 8
  var bodyLength: Int64 = 128
  var blockOffset: Int64?

  var bytes: [UInt8] {
    var bytes: [UInt8] = Array("ARROW1".utf8) + [0, 0]
    var dictionary = FlatNode([(0, .long(0)), (1, .table(dictionaryBatch))])
    if isDelta { dictionary.values.append((2, .bool(true))) }
    let text: [UInt8] = [0, 0, 0, 0, 1, 0, 0, 0]
    let dictionaryBlock = add(
      2, dictionary, text + padding(56) + Array("x".utf8) + padding(63), 128, &bytes)
    var batchBlock = add(3, recordBatch, padding(128), bodyLength, &bytes)
    if let blockOffset { batchBlock.replaceSubrange(0..<8, with: little(blockOffset)) }
    bytes += little(UInt32.max) + little(UInt32(0))
    let footer = FlatBufferBuilder.bytes(
      of: FlatNode([
        (0, .short(version)), (1, .table(schema)),
        (
          2,
          .structs(
            count: dictionaries,
            bytes: (0..<dictionaries).flatMap { _ in dictionaryBlock })
        ),
        (3, .structs(count: batches, bytes: (0..<batches).flatMap { _ in batchBlock })),
      ]))
    return bytes + footer + little(Int32(footer.count)) + Array("ARROW1".utf8)
  }

  private var schema: FlatNode {
    let number = FlatNode([(0, .int(32)), (1, .bool(true))])
    let encoding = FlatNode([(0, .long(0)), (1, .table(number))])
    return FlatNode([
      (0, .short(endianness)),
      (
        1,
        .tables([
          FlatNode([
            (0, .string(names[0])), (2, .byte(5)), (3, .table(FlatNode())), (4, .table(encoding)),
          ]),
          FlatNode([(0, .string(names[1])), (2, .byte(secondTag)), (3, .table(number))]),
        ])
      ),
    ])
  }

  private var dictionaryBatch: FlatNode {
    batch(rows: 1, nodes: [texts, 0], buffers: [0, 0, 0, 8, 64, 1])
  }

  private var recordBatch: FlatNode {
    batch(
      rows: rows, nodes: [rows, 0, rows, nulls],
      buffers: [0, 0, 0, 8, 0, 0, bufferOffset, bufferLength])
  }

  private func batch(rows: Int64, nodes: [Int64], buffers: [Int64]) -> FlatNode {
    var node = FlatNode([
      (0, .long(rows)), (1, .structs(count: nodes.count / 2, bytes: nodes.flatMap(little))),
      (2, .structs(count: buffers.count / 2, bytes: buffers.flatMap(little))),
    ])
    if isCompressed { node.values.append((3, .table(FlatNode([(0, .byte(1))])))) }
    return node
  }

  /// Adds a message; gives the bytes of the `Block` that says where it is.
  private func add(
    _ kind: UInt8, _ header: FlatNode, _ body: [UInt8], _ bodyLength: Int64, _ bytes: inout [UInt8]
  ) -> [UInt8] {
    let metadata = FlatBufferBuilder.bytes(
      of: FlatNode([
        (0, .short(version)), (1, .byte(kind)), (2, .table(header)), (3, .long(bodyLength)),
      ]))
    let start = bytes.count
    bytes += little(UInt32.max) + little(Int32(metadata.count)) + metadata + body
    return little(Int64(start)) + little(Int32(metadata.count + 8)) + little(Int32(0))
      + little(bodyLength)
  }

  private func padding(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }

  private func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }
}
