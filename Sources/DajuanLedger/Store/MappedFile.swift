internal import Glibc

/// A file's bytes in memory, read from the disk when they are first touched, never copied.
///
/// Files of a ledger are replaced and never changed, so what is mapped stays as it was opened, even when
/// the name stands for a newer file.
package final class MappedFile: Sendable {
  /// The file, as it was named.
  package let path: String
  private let base: UnsafeRawPointerBox
  /// The number of bytes.
  package let count: Int

  private struct UnsafeRawPointerBox: @unchecked Sendable {
    let pointer: UnsafeMutableRawPointer?
  }

  /// Maps a file. Cost: that of opening it, whatever its size.
  package init(_ path: String) throws(FileFailure) {
    // A link could lead out of the ledger.
    let descriptor = FileSystem.open(
      path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileFailure(path: path, code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileFailure(path: path, code: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileFailure(path: path, code: EINVAL) }
    self.path = path
    count = Int(status.st_size)
    if count == 0 {
      base = UnsafeRawPointerBox(pointer: nil)
      return
    }
    let pointer = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard pointer != MAP_FAILED else { throw FileFailure(path: path, code: errno) }
    base = UnsafeRawPointerBox(pointer: pointer)
  }

  deinit { if let pointer = base.pointer { munmap(pointer, count) } }

  /// The bytes, as long as this lives.
  package var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: base.pointer, count: count)
  }

  /// A stretch of the file as numbers, without a copy; `nil` where it leaves the file or does not lie
  /// as the numbers have to.
  package func buffer<Element: BitwiseCopyable & Sendable>(
    of type: Element.Type, at offset: Int, count elements: Int
  ) -> Buffer<Element>? {
    let (length, isTooLong) = elements.multipliedReportingOverflow(
      by: MemoryLayout<Element>.stride)
    guard !isTooLong, elements >= 0, offset >= 0, offset <= count, length <= count - offset,
      offset % MemoryLayout<Element>.alignment == 0
    else { return nil }
    if elements == 0 { return Buffer() }
    let stretch = UnsafeRawBufferPointer(rebasing: bytes[offset..<(offset + length)])
    return Buffer(stretch.bindMemory(to: type), owner: self)
  }
}
