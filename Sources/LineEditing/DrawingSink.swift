internal import Glibc

/// What libedit draws on: memory, of which only the bell and a cleared screen are taken note of.
final class DrawingSink {
  /// The capability with which libedit clears its screen; nothing else it writes has this byte.
  static let clearMark: UInt8 = 0x0C

  let stream: UnsafeMutablePointer<FILE>
  private let buffer = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: 1)
  private let size = UnsafeMutablePointer<Int>.allocate(capacity: 1)

  /// Nil where memory is short.
  init?() {
    buffer.initialize(to: nil)
    size.initialize(to: 0)
    guard let stream = open_memstream(buffer, size) else {
      buffer.deallocate()
      size.deallocate()
      return nil
    }
    self.stream = stream
  }

  deinit {
    fclose(stream)
    free(buffer.pointee)
    buffer.deallocate()
    size.deallocate()
  }

  /// Whether the bell was rung and the screen cleared since this was last asked.
  func take() -> (rings: Bool, clears: Bool) {
    fflush(stream)
    defer { rewind(stream) }
    guard let bytes = buffer.pointee else { return (false, false) }
    let written = UnsafeBufferPointer(start: bytes, count: size.pointee)
    return (written.contains(0x07), written.contains(CChar(Self.clearMark)))
  }
}
