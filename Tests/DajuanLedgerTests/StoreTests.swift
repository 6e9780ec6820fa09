import Testing

@testable import DajuanLedger

/// The pieces a ledger folder is made of.
@Suite struct StoreTests {
  /// The examples of FIPS 180-4, and the lengths at which padding takes another block.
  @Test func checksums() {
    #expect(
      SHA256.hex([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      SHA256.hex(Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      SHA256.hex(Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8))
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    #expect(
      SHA256.hex([UInt8](repeating: 0x61, count: 1_000_000))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    let digests = (50..<70).map { SHA256.hex([UInt8](repeating: 0, count: $0)) }
    #expect(Set(digests).count == 20)
    #expect(digests[14] == "f5a5fd42d16a20302798ef6ed309979b43003d2320d9f0e8ea9831a92759fb4b")
  }

  /// Computed with xxHash 0.8.1: of no bytes, and to each side of a step in the algorithm.
  @Test(arguments: [
    (0, "ef46db3751d8e999"), (1, "1f25c8d0bc1f4bb6"), (4, "9bb64b7d66ee9fda"),
    (8, "dab99d95c6f90092"), (15, "1b47cb8243cc8e32"), (31, "a2aa5f33cc4a6119"),
    (32, "23c3c17ef790fd97"), (33, "50a7cfc7ba588784"), (64, "0eb64b3ef6eeb01f"),
    (100, "a61f8d4c170fe531"), (1000, "5f235fa033f1a3fb"),
  ])
  func checksumsOfTables(_ count: Int, _ expected: String) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: 7 * $0 + 3) }
    for piece in [1, 7, 32, 45, 1000] {
      var checksum = XXH64()
      bytes.withUnsafeBytes { bytes in
        for start in stride(from: 0, to: count, by: piece) {
          checksum.update(UnsafeRawBufferPointer(rebasing: bytes[start...].prefix(piece)))
        }
      }
      #expect(checksum.hex == expected, "in pieces of \(piece)")
    }
  }

  @Test func jsonIsReadStrictly() throws {
    let value = try JSONReader.value(
      of: Array(#" {"a": [1, -2.5e3, true, null], "b": "\"\\\/é😀\n", "b": {}} "#.utf8))
    #expect(value["a"]?.array == [.number("1"), .number("-2.5e3"), .bool(true), .null])
    #expect(value["b"] == .object([]))
    #expect(
      value.json == #"{"a":[1,-2.5e3,true,null],"b":"\"\\/é😀\n","b":{}}"#)
    #expect(try JSONReader.value(of: Array(#""\ud83d\ude00\ud800x""#.utf8)).string == "😀\u{FFFD}x")
    for text in [
      "", " ", "{", "[", "[1,]", "{\"a\"}", "{\"a\":}", "{a:1}", "01", "1.", ".5", "1e", "-", "+1",
      "tru", "nul", "\"", "\"\\", "\"\\x\"", "\"\\u12\"", "\"\u{1}\"", "1 2", "[1}", "'a'",
      String(repeating: "[", count: 10_000),
    ] {
      #expect(throws: JSONProblem.self, "\(text.prefix(20))") {
        try JSONReader.value(of: Array(text.utf8))
      }
    }
    #expect(throws: JSONProblem.self) { try JSONReader.value(of: [0x22, 0xFF, 0x22]) }
  }

  @Test func aManifestComesBackAsItWas() throws {
    var full = StoredReport(
      id: "青禾县-2022", file: "青禾县-2022.md", sha256: "00",
      origin: .init(name: "报告 \"新\".md", sha256: "11", form: "UTF-8"))
    let bare = full
    full.id = "b"
    full.file = "b.txt"
    (full.givenPlace, full.givenYear, full.title) = ("青禾县", 2022, "政府工作报告\n")
    (full.place, full.level, full.year, full.facts) = ("青禾县", "county", 2022, 7)
    for reports in [[], [bare], [bare, full]] {
      let manifest = LedgerManifest(tool: "0.1", reports: reports)
      #expect(try LedgerManifest(Array(manifest.json.utf8), folder: "x") == manifest)
    }
    full.id = bare.id
    #expect(throws: StoreError.self, "two reports of one id") {
      try LedgerManifest(
        Array(LedgerManifest(tool: "", reports: [bare, full]).json.utf8), folder: "x")
    }
  }

  @Test(arguments: [
    "2021", "2021-03", "2021-03-15", "2021Q1", "2017-2021", "-2021", "2021-01/2021-08",
    "2020-11-30/2021-02-03",
  ])
  func periodsComeBackAsTheyWere(_ text: String) throws {
    let period = try #require(Period(interchange: text))
    #expect(period.interchange == text)
    #expect(Period(interchange: period.description) == period)
  }

  @Test(arguments: [
    "", "21", "2021-13", "2021Q5", "2021Q", "2021-2017", "2021-", "2021/", "..", "x", "2021-1",
    "二〇二一", "2021-02-30", "+2021",
  ])
  func whatIsNoPeriod(_ text: String) {
    #expect(Period(interchange: text) == nil)
  }
}
