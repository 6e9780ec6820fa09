import Testing

@testable import DajuanLedger

/// The metadata's binary format.
@Suite struct FlatBufferTests {
  private static let node = FlatNode([
    (0, .bool(true)), (1, .short(-2)), (2, .string("青禾")), (4, .long(.min)),
    (5, .tables([FlatNode([(0, .int(7))]), FlatNode(), FlatNode([(1, .byte(9))])])),
    (6, .structs(count: 2, bytes: Array(0..<32))), (9, .table(FlatNode([(0, .string(""))]))),
  ])

  @Test func comesBackAsItWas() throws {
    let bytes = FlatBufferBuilder.bytes(of: Self.node)
    #expect(bytes.count % 8 == 0)
    let root = try FlatBuffer(bytes, name: "it").root()
    #expect(try root.bool(0))
    #expect(try root.number(1) == Int16(-2))
    #expect(try root.string(2) == "青禾")
    #expect(try root.number(3, default: Int32(5)) == 5, "left out")
    #expect(try root.number(4) == Int64.min)
    let tables = try root.tables(5)
    #expect(try tables.map { try $0.number(0) as Int32 } == [7, 0, 0])
    #expect(try tables.map { try $0.number(1) as UInt8 } == [0, 0, 9])
    let places = try root.structs(6, stride: 16) { buffer, place throws(ArrowProblem) in
      #expect(place % 8 == 0)
      return try buffer.number(at: place + 8) as Int64
    }
    #expect(places == [0x0f0e_0d0c_0b0a_0908, 0x1f1e_1d1c_1b1a_1918])
    #expect(try root.table(9)?.string(0) == "")
    #expect(try root.has(9) && !root.has(8) && !root.has(100))
    #expect(try root.tables(8).isEmpty && root.table(8) == nil && root.string(100) == nil)
  }

  /// Cut off anywhere, or with any bit turned, it is read or refused.
  @Test func isReadWithDistrust() {
    func readAll(_ bytes: [UInt8]) throws(ArrowProblem) {
      let root = try FlatBuffer(bytes, name: "it").root()
      _ = try (root.bool(0), root.number(1, default: Int16(0)), root.string(2))
      _ = try root.number(4, default: Int64(0))
      for table in try root.tables(5) { _ = try table.number(0, default: Int32(0)) }
      _ = try root.structs(6, stride: 16) { buffer, place throws(ArrowProblem) in
        try buffer.number(at: place + 8) as Int64
      }
      _ = try root.table(9)?.string(0)
    }
    let bytes = FlatBufferBuilder.bytes(of: Self.node)
    var refused = 0
    for count in 0..<bytes.count {
      do { try readAll(Array(bytes[..<count])) } catch { refused += 1 }
    }
    #expect(refused > bytes.count / 2)
    for bit in 0..<8 * bytes.count {
      var turned = bytes
      turned[bit / 8] ^= 1 << (bit % 8)
      try? readAll(turned)
    }
  }

  /// A list of references to one list of references, and so on, unfolds without end.
  @Test func isNotUnfoldedWithoutEnd() {
    func unfold(_ table: FlatTable, _ depth: Int) throws(ArrowProblem) {
      guard depth < 20 else { return }
      for child in try table.tables(0) { try unfold(child, depth + 1) }
    }
    // A list of twenty times the table that it belongs to.
    var bytes: [UInt8] = []
    for number in [12] as [UInt32] { bytes.append(littleEndian: number) }
    for number in [6, 8, 4, 0] as [UInt16] { bytes.append(littleEndian: number) }
    for number in [8, 4, 20] as [UInt32] { bytes.append(littleEndian: number) }
    for _ in 0..<20 { bytes.append(littleEndian: UInt32(0)) }
    #expect(throws: ArrowProblem.self, "references lead forward") {
      try unfold(FlatBuffer(bytes, name: "it").root(), 0)
    }
    // Each table's list leads twenty times to the next table.
    bytes = []
    bytes.append(littleEndian: UInt32(12))
    for number in [6, 8, 4, 0] as [UInt16] { bytes.append(littleEndian: number) }
    for _ in 0..<20 {
      bytes.append(littleEndian: Int32(bytes.count - 4))
      bytes.append(littleEndian: UInt32(4))
      bytes.append(littleEndian: UInt32(20))
      for index in 0..<20 { bytes.append(littleEndian: UInt32(80 - 4 * index)) }
    }
    bytes.append(littleEndian: Int32(bytes.count - 4))
    bytes.append(littleEndian: UInt32(0))
    do {
      try unfold(FlatBuffer(bytes, name: "it").root(), 0)
      Issue.record("it was unfolded")
    } catch {
      #expect(error.reason.contains("again and again"), "\(error.reason)")
    }
  }
}
