/// A report as its layout gives it: the text as given, the normalised text the rules read, the way
/// back from one to the other, and the blocks.
struct Manuscript {
  /// The text as given.
  let scalars: [UInt32]
  /// Where each line of the text as given begins.
  var lineStarts: [Int] = [0]
  /// The normalised text: line breaks, marks and emphasis gone, digits and signs folded.
  var codes: [Code] = []
  /// The offset in the text as given of every normalised code unit.
  var origin: [Int32] = []
  /// The characters that entities of a web page stand for, by their offsets in the text as given.
  var replaced = ReplacedScalars()
  var blocks: [Block] = []
  /// The title a front matter gives.
  var frontTitle: String?

  init(scalars: [UInt32]) { self.scalars = scalars }

  /// The range in the text as given that a range of normalised text came from.
  func source(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else {
      let at = range.lowerBound < origin.count ? Int(origin[range.lowerBound]) : scalars.count
      return at..<at
    }
    return Int(origin[range.lowerBound])..<Int(origin[range.upperBound - 1]) + 1
  }

  /// The line, from 1, of an offset in the text as given.
  func line(at offset: Int) -> Int {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The lines of a range of the text as given.
  func lines(_ range: Range<Int>) -> ClosedRange<Int> {
    let first = line(at: range.lowerBound)
    return first...max(first, line(at: max(range.lowerBound, range.upperBound - 1)))
  }

  /// The words as given, without line breaks, blanks between them and emphasis.
  func surface(_ range: Range<Int>) -> String {
    Self.text(scalars, origin, replaced, range)
  }

  /// The scalars that a range of normalised text came from, as a string.
  static func text(
    _ scalars: [UInt32], _ origin: [Int32], _ replaced: ReplacedScalars, _ range: Range<Int>
  ) -> String {
    scalars.withUnsafeBufferPointer { scalars in
      origin.withUnsafeBufferPointer { origin in
        String(unsafeUninitializedCapacity: range.count * 4) { bytes in
          var end = 0
          if replaced.isEmpty {
            for index in range { bytes.write(scalars[Int(origin[index])], at: &end) }
          } else {
            for index in range {
              let at = origin[index]
              bytes.write(replaced[at] ?? scalars[Int(at)], at: &end)
            }
          }
          return end
        }
      }
    }
  }
}

/// A heading, a paragraph or an item of a list.
struct Block: Hashable {
  enum Kind: Hashable {
    /// A heading; 0 is the title, 1 a chapter (一、), 2 a section （一）, 3 anything lower.
    case heading(level: Int)
    case paragraph
  }

  var kind: Kind
  /// Its words in the normalised text, without its number.
  var range: Range<Int>
  /// The level its number stands for, where it has one: 1 for 一、, 2 for （一）, 3 for 1. and 一是.
  var numbering: Int?
  /// The lines of the page it was taken from, where a mark says so.
  var pageLines: ClosedRange<Int>?
  /// Whether the first sentence is set as a heading that runs in.
  var hasRunIn = false
}
