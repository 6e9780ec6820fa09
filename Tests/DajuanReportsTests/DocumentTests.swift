import Testing

@testable import DajuanReports

/// Taking the text out of documents.
@Suite struct DocumentTests {
  /// Reads base 64 (RFC 4648); for fixtures only.
  private static func bytes(_ text: String) -> [UInt8] {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var bytes: [UInt8] = []
    var (bits, count): (UInt32, UInt32) = (0, 0)
    for letter in text.utf8 {
      guard let value = letters.firstIndex(of: letter) else { continue }
      (bits, count) = (bits << 6 | UInt32(value), count + 6)
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> count))
      }
    }
    return bytes
  }

  // Made with zlib 1.2.13: one block of each kind.
  private static let dynamic = bytes(
    "U1Z4OXfS82X7nvbtfzZl/9Ndc55uX/pk75xnXUufTuziejZtw5P9655t2PJsxwJj86eta16297zf0/Nsys6XDQuebd76"
      + "fPVMQ6Onu5Y/bmjiUh41adSkUZNGTRo1adSkUZNGTRo1adSkUZNINAkA")
  private static let fixed = bytes("e7Zhy7MdC4zNn7auedneAwA=")
  private static let stored = bytes("AQ4A8f/msLTmuKAzN+WFrOmHjA==")
  private static let plain = Array(
    String(repeating: "# 青禾县政府工作报告\n新修水渠37公里，改造泵站12座。\n", count: 40).utf8)

  @Test func everyKindOfBlock() throws {
    #expect(try Inflate.bytes(Self.dynamic[...], limit: 1 << 20) == Self.plain)
    #expect(try Inflate.bytes(Self.fixed[...], limit: 100) == Array("水渠37公里".utf8))
    #expect(try Inflate.bytes(Self.stored[...], limit: 100) == Array("水渠37公里".utf8))
  }

  @Test func noMoreThanTheLimit() {
    #expect(throws: DocumentError.tooLarge) {
      try Inflate.bytes(Self.dynamic[...], limit: Self.plain.count - 1)
    }
    #expect(throws: DocumentError.tooLarge) { try Inflate.bytes(Self.stored[...], limit: 13) }
  }

  /// Cut off or with any bit another, there is a text or an error, and no more of either than allowed.
  @Test func damagedStreams() {
    for stream in [Self.dynamic, Self.fixed, Self.stored] {
      for length in 0..<stream.count {
        #expect(throws: DocumentError.self) {
          try Inflate.bytes(stream[..<length], limit: 1 << 20)
        }
      }
      for bit in 0..<stream.count * 8 {
        var changed = stream
        changed[bit / 8] ^= 1 << (bit % 8)
        if let text = try? Inflate.bytes(changed[...], limit: 4000) { #expect(text.count <= 4000) }
      }
    }
  }

  // MARK: Archives

  /// An archive of one part.
  private static func archive(
    _ part: [UInt8], name: String = "word/document.xml", packed: [UInt8]? = nil,
    size: Int? = nil, checksum: UInt32? = nil
  ) -> [UInt8] {
    func little(_ value: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
    let body = packed ?? part
    let common =
      little(20, 2) + little(0, 2) + little(packed == nil ? 0 : 8, 2) + little(0, 4)
      + little(Int(checksum ?? ZipArchive.checksum(part)), 4) + little(body.count, 4)
      + little(size ?? part.count, 4) + little(name.utf8.count, 2) + little(0, 2)
    let local = little(0x0403_4B50, 4) + common + name.utf8 + body
    let central =
      little(0x0201_4B50, 4) + little(20, 2) + common + little(0, 2) + little(0, 2) + little(0, 2)
      + little(0, 4) + little(0, 4) + name.utf8
    return local + central + little(0x0605_4B50, 4) + little(0, 4) + little(1, 2) + little(1, 2)
      + little(central.count, 4) + little(local.count, 4) + little(0, 2)
  }

  private static func text(_ xml: String) throws -> String {
    String(decoding: try WordDocument.text(of: archive(Array(xml.utf8))), as: UTF8.self)
  }

  @Test func theChecksumOfArchives() {
    #expect(ZipArchive.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
  }

  @Test func paragraphsHeadingsAndTables() throws {
    let text = try Self.text(
      """
      <?xml version="1.0"?><!-- <w:t>no</w:t> --><w:document><w:body>
      <w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>青禾县政府</w:t></w:r><w:r>
      <w:t xml:space="preserve">工作报告</w:t></w:r></w:p>
      <w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>一、回顾</w:t></w:r></w:p>
      <w:p><w:r><w:t>水渠37公里 &lt;&amp;&#20116;&#x4E94;</w:t><w:br/><w:t>第二行</w:t></w:r>
      <w:del><w:r><w:delText>旧</w:delText><w:t>旧</w:t></w:r></w:del></w:p><w:p/>
      <mc:AlternateContent><mc:Choice><w:p><w:r><w:t>框</w:t></w:r></w:p></mc:Choice>
      <mc:Fallback><w:p><w:r><w:t>框</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>
      <w:tbl><w:tr><w:tc><w:p><w:r><w:t>指标</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r>
      <w:t>37公里</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>
      """)
    #expect(
      text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.trimmingBlanks }
        == [
          "# 青禾县政府工作报告", "## 一、回顾", "水渠37公里 <&五五", "第二行", "", "框", "", "指标 \t37公里",
          "",
        ])
  }

  @Test func nothingFromOutside() {
    for xml in [
      "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w:t>&x;</w:t>", "<w:t>&x;</w:t>",
      "<w:t>&#0;</w:t>", "<w:t>&#xD800;</w:t>", "<w:t>&amp</w:t>", "<w:t", "<![CDATA[x]]>",
    ] {
      #expect(throws: DocumentError.self, "\(xml)") { try Self.text(xml) }
    }
  }

  @Test func archivesThatLie() throws {
    let part = Array("<w:t>水渠37公里</w:t>".utf8)
    #expect(try !WordDocument.text(of: Self.archive(part)).isEmpty)
    let wrong: [[UInt8]] = [
      [], Array("PK".utf8), Self.archive(part, name: "other.xml"), Self.archive(part, checksum: 1),
      Self.archive(part, size: 5), Self.archive(part, size: 1 << 30),
      Self.archive(Self.plain, packed: Self.dynamic, size: 100),
    ]
    for bytes in wrong {
      #expect(throws: DocumentError.self) { try WordDocument.text(of: bytes) }
    }
    let whole = Self.archive(Self.plain, packed: Self.dynamic)
    for length in 0..<whole.count {
      #expect(throws: DocumentError.self) { try WordDocument.text(of: Array(whole[..<length])) }
    }
    for place in whole.indices {
      var bytes = whole
      bytes[place] ^= 0xFF
      _ = try? WordDocument.text(of: bytes)
    }
  }
}

extension Substring {
  /// Without blanks at its ends.
  fileprivate var trimmingBlanks: String {
    var text = self
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return String(text)
  }
}
