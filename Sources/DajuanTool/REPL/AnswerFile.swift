internal import Dajuan
internal import DajuanLedger
internal import Glibc

/// A file that answers go to instead of the terminal: `.output` and `.once`.
///
/// What the file held stays until the first answer is whole and takes its place; every further one is
/// added behind it as soon as it is there, and one that is stopped or fails leaves nothing behind. Charts
/// are one SVG document, written anew with each; an Arrow file holds one answer.
final class AnswerFile {
  /// What became of an answer.
  enum Outcome {
    case written
    /// Ctrl-C.
    case stopped
    /// It is no chart, and the file is for charts.
    case notDrawn
  }

  let path: String
  /// The format that the file asks for: that given, or that of its name; `nil` for one of charts.
  let format: OutputFormat?
  /// Whether it takes no further answer.
  private(set) var isFull: Bool

  private let isForOne: Bool
  private let replacement: FileReplacement
  private let output: FileOutput
  private var page: ChartPage
  private var hasAnswered = false

  /// Begins a file. Nothing of it is changed yet.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - format: The format asked for; `nil` for that of the name, a table where it has none.
  ///   - isForOne: Whether it takes one answer only.
  ///   - rendering: The look of charts.
  /// - Throws: Why it cannot be written.
  init(
    _ path: String, format: OutputFormat?, isForOne: Bool, rendering: RenderOptions
  ) throws(FileFailure) {
    self.path = path
    let drawsCharts = format == nil && path.lowercased().hasSuffix(".svg")
    self.format = drawsCharts ? nil : format ?? OutputFormat(fileName: path) ?? .table
    self.isForOne = isForOne || self.format == .arrow
    isFull = false
    replacement = try FileReplacement(of: path)
    output = FileOutput(descriptor: replacement.descriptor)
    page = ChartPage(rendering)
  }

  /// Writes an answer.
  ///
  /// - Parameters:
  ///   - result: The answer.
  ///   - rendering: The look; the format is the file's.
  ///   - shouldStop: Asked now and then.
  /// - Returns: What became of it.
  /// - Throws: Why it cannot be written; the file then holds the answers before it.
  func write(
    _ result: QueryResult, _ rendering: RenderOptions, shouldStop: () -> Bool
  ) throws(FileFailure) -> Outcome {
    let before = lseek(replacement.descriptor, 0, SEEK_CUR)
    do throws(FileFailure) {
      guard let format else {
        guard page.add(result) else { return .notDrawn }
        try writePage()
        isFull = isForOne
        return .written
      }
      let isWhole =
        format == .arrow
        ? try result.writeArrow(
          to: replacement.descriptor, name: path, shouldStop: shouldStop)
        : try write(result, format, rendering, shouldStop: shouldStop)
      if !isWhole {
        takeBack(to: before)
        return .stopped
      }
    } catch {
      takeBack(to: before)
      throw error
    }
    try replacement.commit()
    hasAnswered = true
    isFull = isForOne
    return .written
  }

  private func write(
    _ result: QueryResult, _ format: OutputFormat, _ rendering: RenderOptions,
    shouldStop: () -> Bool
  ) throws(FileFailure) -> Bool {
    var rendering = rendering
    rendering.format = format
    rendering.maximumWidth = nil
    rendering.maximumRows = nil
    rendering.usesColor = false
    var stream = output
    if hasAnswered, format.isSpaced { output.write("\n") }
    let isWhole = result.write(rendering, to: &stream) { shouldStop() || output.failure != nil }
    output.flush()
    if let code = output.failure { throw FileFailure(path: path, code: code) }
    return isWhole
  }

  /// The charts so far, from the file's beginning.
  private func writePage() throws(FileFailure) {
    takeBack(to: 0)
    var stream = output
    page.write(to: &stream)
    output.flush()
    if let code = output.failure { throw FileFailure(path: path, code: code) }
    try replacement.commit()
    hasAnswered = true
  }

  /// Makes the file as long as it was. A pipe or a device cannot take anything back.
  private func takeBack(to length: Int) {
    guard length >= 0, ftruncate(replacement.descriptor, length) == 0 else { return }
    lseek(replacement.descriptor, length, SEEK_SET)
  }
}
