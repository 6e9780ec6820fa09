/// A page of a PDF (ISO 32000-1) with Chinese text in columns, no font embedded: `pdftotext` takes the
/// characters from the font's map to Unicode (section 9.10.3).
struct PDFPage {
  /// The file.
  let bytes: [UInt8]

  /// Sets a text in columns of so many characters a line and lines a column.
  ///
  /// - Parameters:
  ///   - text: One paragraph a line.
  ///   - columns: How many columns.
  ///   - width: Characters in a line.
  ///   - height: Lines in a column.
  ///   - acrossColumns: Whether the lines are written across the columns, not down each.
  init(_ text: String, columns: Int, width: Int, height: Int, acrossColumns: Bool) {
    let lines = text.split(separator: "\n").flatMap { paragraph in
      stride(from: 0, to: paragraph.count, by: width).map {
        String(paragraph.dropFirst($0).prefix(width))
      }
    }
    precondition(lines.count <= columns * height, "the text fits the page")
    var placed = lines.enumerated().map { index, line in
      (x: 40 + index / height * 260, y: 780 - index % height * 18, line: line)
    }
    if acrossColumns { placed.sort { ($1.y, $0.x) < ($0.y, $1.x) } }
    let glyphs = Dictionary(
      uniqueKeysWithValues: Set(text.unicodeScalars).sorted().enumerated().map { ($1, $0 + 1) })
    var content = "BT\n"
    for (x, y, line) in placed {
      let codes = line.unicodeScalars.map { Self.hexadecimal(UInt32(glyphs[$0] ?? 0)) }.joined()
      content += "/F 12 Tf 1 0 0 1 \(x) \(y) Tm <\(codes)> Tj\n"
    }
    bytes = Self.file(content + "ET", glyphs)
  }

  private static func file(_ content: String, _ glyphs: [Unicode.Scalar: Int]) -> [UInt8] {
    var map = "begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
    for (scalar, glyph) in glyphs.sorted(by: { $0.value < $1.value }) {
      map +=
        "1 beginbfchar <\(hexadecimal(UInt32(glyph)))> <\(hexadecimal(scalar.value))> endbfchar\n"
    }
    map += "endcmap"
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        + "/Resources << /Font << /F 5 0 R >> >> >>",
      "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
      "<< /Type /Font /Subtype /Type0 /BaseFont /Plain /Encoding /Identity-H "
        + "/DescendantFonts [6 0 R] /ToUnicode 8 0 R >>",
      "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Plain /DW 1000 /FontDescriptor 7 0 R "
        + "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
      "<< /Type /FontDescriptor /FontName /Plain /Flags 4 /FontBBox [0 -200 1000 900] "
        + "/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>",
      "<< /Length \(map.utf8.count) >>\nstream\n\(map)\nendstream",
    ]
    var file = Array("%PDF-1.4\n".utf8)
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(file.count)
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n".utf8
    }
    let table = file.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n".utf8
    for offset in offsets {
      let digits = String(offset)
      file += String(repeating: "0", count: 10 - digits.count).utf8
      file += "\(digits) 00000 n \n".utf8
    }
    file +=
      "trailer << /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n".utf8
    return file
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
