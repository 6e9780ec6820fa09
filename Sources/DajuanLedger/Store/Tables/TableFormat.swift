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

  /// `unit:low:highest-low:high,…`, a word a stretch; `-` for one without values.
  static func text(of ranges: [[UnitRange]]) -> String {
    ranges.map { stretch in
      stretch.isEmpty
        ? "-"
        : stretch.map { "\($0.unit):\($0.low):\($0.highestLow):\($0.high)" }.joined(separator: ",")
    }.joined(separator: " ")
  }

  /// Reads what ``text(of:)`` has written, as ``ranges(_:rows:)`` does.
  static func unitRanges(_ text: String?, rows: Int, units: Int) -> [[UnitRange]] {
    guard let text else { return [] }
    var ranges: [[UnitRange]] = []
    for word in text.utf8.split(separator: UInt8(ascii: " ")) {
      var stretch: [UnitRange] = []
      if !word.elementsEqual("-".utf8) {
        for part in word.split(separator: UInt8(ascii: ",")) {
          let numbers = part.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
          guard numbers.count == 4, let unit = Int32(Substring(numbers[0])),
            let low = Int64(Substring(numbers[1])), let highestLow = Int64(Substring(numbers[2])),
            let high = Int64(Substring(numbers[3])), (0..<Int32(units)).contains(unit),
            low <= highestLow, highestLow <= high
          else { return [] }
          stretch.append(UnitRange(unit: unit, low: low, highestLow: highestLow, high: high))
        }
      }
      ranges.append(stretch)
    }
    return ranges.count == (rows + Stretch.rows - 1) / Stretch.rows ? ranges : []
  }
}
