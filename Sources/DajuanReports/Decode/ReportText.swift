/// The text of a report as UTF-8, as the extractor reads it: scalar for scalar what the bytes hold,
/// so that offsets into the one are offsets into the other.
package struct ReportText: Sendable {
  /// How the bytes wrote it.
  package enum Encoding: String, Sendable {
    case utf8 = "UTF-8"
    case utf16 = "UTF-16"
    case national = "GB18030 or Big5"
  }

  /// The text.
  package let utf8: [UInt8]
  /// How the bytes wrote it.
  package let encoding: Encoding
  /// Whether the reading of bytes that could be several things is a guess: of what is not ASCII,
  /// few are the common characters of reports.
  package let isDoubtful: Bool

  /// Reads bytes. Cost: linear.
  package init(_ bytes: [UInt8]) throws(ReadError) {
    if bytes.count > ReportReader.maximumBytes { throw .tooLarge(bytes: bytes.count) }
    let scalars = try ReportDecoder.scalars(of: bytes)
    var text: [UInt8] = []
    text.reserveCapacity(scalars.count * 3)
    for scalar in scalars { text.append(scalar: scalar) }
    let isWide = (WideText.byMark(bytes) ?? WideText.byShape(bytes)) != nil
    encoding = text == bytes ? .utf8 : isWide ? .utf16 : .national
    // Of reports' characters beyond ASCII, a third and more are among the common ones.
    isDoubtful = encoding == .national && CommonCharacters.share(of: scalars) < 0.15
    utf8 = text
  }
}
