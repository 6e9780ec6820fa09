/// What a table's file says of itself and of its columns beside their names and types: the keys of its
/// metadata, the version of its form, and how lists of numbers are written.
enum TableFormat {
  /// The version of the form that is written, and the only one that is read.
  static let version = "1"
  /// The name of the table, of the file.
  static let table = "dajuan.table"
  /// The version of the form, of the file.
  static let format = "dajuan.format"
  /// How many words of a dictionary are real, where the last one only stands for what is missing.
  static let words = "dajuan.words"
  /// The lowest and highest code or number of each ``Stretch``.
  static let ranges = "dajuan.ranges"
  /// How many decimal places a number has.
  static let scale = "dajuan.scale"
  /// The column that holds the units of a quantity.
  static let unit = "dajuan.unit"
  /// The column that holds the words of a quantity.
  static let text = "dajuan.text"
  /// The rows of a quantity whose ends are no whole ten-thousandths of 64 bits.
  static let apart = "dajuan.apart"

  /// How much metadata a column may have; an Arrow file's own limit is a few times that.
  static let metadataLimit = 1 << 21

  /// `low:high low:high …`
  static func text(of ranges: [ClosedRange<some FixedWidthInteger>]) -> String {
    ranges.map { "\($0.lowerBound):\($0.upperBound)" }.joined(separator: " ")
  }

  /// Reads ranges, one for each stretch of so many rows; none where the text is anything else, as
  /// they only spare work.
  static func ranges<Number: FixedWidthInteger>(
    _ text: String?, rows: Int
  ) -> [ClosedRange<Number>] {
    guard let text else { return [] }
    var ranges: [ClosedRange<Number>] = []
    ranges.reserveCapacity(rows / Stretch.rows + 1)
    for part in text.utf8.split(separator: UInt8(ascii: " ")) {
      guard let colon = part.firstIndex(of: UInt8(ascii: ":")),
        let low = Number(Substring(part[..<colon])),
        let high = Number(Substring(part[part.index(after: colon)...])), low <= high
      else { return [] }
      ranges.append(low...high)
    }
    return ranges.count == (rows + Stretch.rows - 1) / Stretch.rows ? ranges : []
  }
}
