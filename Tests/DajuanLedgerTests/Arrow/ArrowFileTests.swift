import Testing

@testable import DajuanLedger

/// Tables written to Arrow files and read again.
@Suite struct ArrowFileTests {
  @Test(arguments: [0, 1, 2, 63, 64, 65, 1000])
  func everyTypeComesBack(_ rows: Int) throws {
    let folder = ArrowTestFolder()
    let sample = ArrowSample(rows: rows)
    let path = folder.file("sample.arrow")
    let written = try sample.write(to: path)
    let file = try ArrowFile(MappedFile(path))
    #expect(file.rowCount == rows)
    #expect(file.metadata == ["table": "样本"])
    #expect(file.columns.map(\.name) == sample.columns.map(\.name))
    for column in file.columns {
      #expect(column.type == sample.types[column.name], "\(column.name)")
      let values = try #require(sample.values[column.name])
      #expect(try column.rendered() == values, "\(column.name)")
      #expect(column.nullCount == values.count { $0 == nil })
      #expect((column.validity == nil) == !values.contains(nil))
    }
    #expect(try file.column("short").isNullable && !file.column("byte").isNullable)
    #expect(try file.column("short").metadata["of"] == "short")

    let bytes = try FileReading.bytes(of: path)
    #expect(written.byteCount == bytes.count)
    var checksum = XXH64()
    bytes.withUnsafeBytes { checksum.update($0) }
    #expect(written.checksum == checksum.hex)
    #expect(try sample.write(to: path) == written, "the same bytes each time")
  }

  /// Many pieces, and more rows than are asked for at a time.
  @Test func manyRowsComeInPieces() throws {
    let folder = ArrowTestFolder()
    let count = 300_001
    let path = folder.file("many.arrow")
    _ = try ArrowWriter.write(
      [
        .numbers("made", ArrowElements(count: count) { $0.map(Int64.init) }),
        .numbers("held", ArrowElements((0..<count).map { Int32($0) &* 3 })),
      ], rowCount: count, to: path)
    let file = try ArrowFile(MappedFile(path))
    let (made, held) = try (
      file.column("made").numbers(of: Int64.self), file.column("held").numbers(of: Int32.self)
    )
    #expect((0..<count).allSatisfy { made[$0] == Int64($0) && held[$0] == Int32($0) &* 3 })
  }

  @Test func buffersLieAligned() throws {
    let folder = ArrowTestFolder()
    let path = folder.file("sample.arrow")
    _ = try ArrowSample(rows: 77).write(to: path)
    for column in try ArrowFile(MappedFile(path)).columns {
      for place in column.places + column.dictionaryPlaces + [column.validityPlace ?? 0..<0] {
        #expect(place.lowerBound % 64 == 0, "\(column.name)")
      }
    }
  }

  @Test func aTableMayHaveNoColumns() throws {
    let folder = ArrowTestFolder()
    let path = folder.file("none.arrow")
    _ = try ArrowWriter.write([], rowCount: 0, to: path)
    let file = try ArrowFile(MappedFile(path))
    #expect(file.rowCount == 0 && file.columns.isEmpty && file.metadata == [:])
  }

  @Test func whatIsAskedForMustBeThere() throws {
    let folder = ArrowTestFolder()
    let path = folder.file("sample.arrow")
    _ = try ArrowSample(rows: 3).write(to: path)
    let file = try ArrowFile(MappedFile(path))
    func reason(_ body: (ArrowFile) throws -> Void) -> String? {
      do { try body(file) } catch { return (error as? StoreError)?.description }
      return nil
    }
    #expect(reason { _ = try $0.column("colour") } == "\(path): there is no column `colour` in it")
    #expect(
      reason { _ = try $0.column("long").numbers(of: Int32.self) }
        == "\(path): the column `long` holds int64, and not int32")
    #expect(
      reason { _ = try $0.column("name").texts(offsets: Int64.self) }
        == "\(path): the column `name` holds utf8, and not large_utf8")
    #expect(
      reason { _ = try $0.column("level").codes(of: Int32.self) }
        == "\(path): the column `level` holds dictionary<utf8, int8>, and not dictionary<utf8, int32>"
    )
    #expect(reason { _ = try $0.column("unit").dictionary(offsets: Int32.self) } != nil)
    #expect(reason { _ = try $0.column("tag").lists() } != nil)
    #expect(reason { _ = try $0.column("unit").codes(of: Int16.self) } == nil)
  }

  /// A write that fails leaves the file as it was.
  @Test func aFailedWriteLeavesTheFile() throws {
    let folder = ArrowTestFolder()
    let path = folder.file("kept.arrow")
    let first = try ArrowSample(rows: 5).write(to: path)
    #expect(throws: FileFailure.self) {
      try ArrowSample(rows: 100_000).write(to: "/dev/full")
    }
    #expect(throws: FileFailure.self) {
      try ArrowSample(rows: 5).write(to: folder.file("missing/kept.arrow"))
    }
    #expect(try FileReading.bytes(of: path).count == first.byteCount)
    #expect(try FileReading.names(in: folder.path) == ["kept.arrow"])
  }
}
