internal import DajuanLedger
internal import Glibc

/// The lines of a stream, as many at a time as have come: it waits for one and never for more, so that
/// a program that feeds documents one by one has each answer before it sends the next.
struct LineSource {
  /// A line with its number, counted from 1.
  struct Line: Sendable {
    let number: Int
    /// Nothing where the line is longer than may be.
    let bytes: [UInt8]?
  }

  private let path: String
  private let descriptor: Int32
  private let longest: Int
  private var buffer: [UInt8] = []
  /// Where in the buffer the next line begins.
  private var start = 0
  /// Up to where the buffer is known to have no line's end.
  private var searched = 0
  private var number = 0
  private var hasEnded = false
  /// Whether the rest of a line that is too long is passed over.
  private var isSkipping = false

  /// Opens a file; `-` is standard input.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - longest: The most bytes a line may have.
  /// - Throws: Why it cannot be opened.
  init(_ path: String, longest: Int) throws(FileFailure) {
    self.path = path
    self.longest = longest
    descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw FileFailure(path: path, code: errno) }
  }

  /// The lines that are there, one at least; none at the end of the stream.
  ///
  /// - Parameter size: About how many bytes are enough.
  /// - Returns: The lines, in order.
  /// - Throws: Why no more can be read.
  mutating func lines(_ size: Int) throws(FileFailure) -> [Line] {
    var lines: [Line] = []
    var taken = 0
    while true {
      while taken < size, let line = nextLine() {
        taken += line.bytes?.count ?? 0
        lines.append(line)
      }
      if taken >= size || hasEnded { return lines }
      if !lines.isEmpty, !hasMore { return lines }
      try fill()
    }
  }

  private mutating func nextLine() -> Line? {
    if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
      let bytes = Array(buffer[start..<end])
      (start, searched) = (end + 1, end + 1)
      return finish(bytes)
    }
    searched = buffer.count
    if buffer.count - start > longest {
      isSkipping = true
      start = buffer.count
    }
    guard hasEnded, start < buffer.count || isSkipping else { return nil }
    let bytes = Array(buffer[start...])
    (buffer, start, searched) = ([], 0, 0)
    return finish(bytes)
  }

  private mutating func finish(_ bytes: [UInt8]) -> Line {
    number += 1
    // A mark of the encoding before the first line is no part of it.
    let hasMark = number == 1 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let bytes = hasMark ? Array(bytes.dropFirst(3)) : bytes
    defer { isSkipping = false }
    return Line(number: number, bytes: isSkipping || bytes.count > longest ? nil : bytes)
  }

  private var hasMore: Bool {
    var source = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&source, 1, 0) > 0
  }

  private mutating func fill() throws(FileFailure) {
    if start > 0 {
      buffer.removeFirst(start)
      (start, searched) = (0, searched - start)
    }
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count > 0 { buffer += chunk[..<count] }
      if count == 0 { hasEnded = true }
      if count >= 0 { return }
      if errno != EINTR { throw FileFailure(path: path, code: errno) }
    }
  }

  /// Closes the file.
  func close() {
    if path != "-" { Glibc.close(descriptor) }
  }
}
