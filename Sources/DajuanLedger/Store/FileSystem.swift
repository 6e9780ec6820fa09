internal import Glibc

/// The steps by which a ledger's files are opened and changed, all of them, so that a test can come
/// between any two: let one fail as a full disk does, or let nothing happen any more, as after the
/// process was killed.
///
/// Each gives what the call of that name gives, and sets `errno` where it fails.
package enum FileSystem {
  /// A kind of step.
  package enum Step: String, Hashable, Sendable {
    case open, create, write, permit, flush, rename, unlink, makeFolder, removeFolder
  }

  /// What becomes of a step.
  package enum Verdict: Hashable, Sendable {
    case goesOn
    /// It fails with the error number, and nothing is done.
    case fails(Int32)
    /// A write of so many bytes at most, which then fails with the error number.
    case breaksOff(after: Int, Int32)
  }

  /// Asked before each step, with the path where one is known; `nil` outside tests.
  @TaskLocal package static var oversight: (@Sendable (Step, String) -> Verdict)?

  static func open(_ path: String, _ flags: Int32) -> Int32 {
    isRefused(.open, path) ? -1 : Glibc.open(path, flags)
  }

  /// Makes and opens a file whose name ends in six characters of the system's choice.
  static func create(_ template: inout [CChar], in folder: String) -> Int32 {
    isRefused(.create, folder) ? -1 : mkstemp(&template)
  }

  static func write(
    _ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int
  ) -> Int {
    switch verdict(.write, "") {
    case .goesOn: return Glibc.write(descriptor, bytes, count)
    case .fails(let code):
      errno = code
      return -1
    case .breaksOff(let length, let code):
      _ = Glibc.write(descriptor, bytes, min(length, count))
      errno = code
      return -1
    }
  }

  static func setPermissions(_ descriptor: Int32, _ mode: mode_t) -> Int32 {
    isRefused(.permit, "") ? -1 : fchmod(descriptor, mode)
  }

  static func flush(_ descriptor: Int32, _ path: String) -> Int32 {
    isRefused(.flush, path) ? -1 : fsync(descriptor)
  }

  static func rename(_ path: String, to target: String) -> Int32 {
    isRefused(.rename, target) ? -1 : Glibc.rename(path, target)
  }

  @discardableResult
  static func unlink(_ path: String) -> Int32 {
    isRefused(.unlink, path) ? -1 : Glibc.unlink(path)
  }

  static func makeFolder(_ path: String) -> Int32 {
    isRefused(.makeFolder, path) ? -1 : mkdir(path, 0o755)
  }

  @discardableResult
  static func removeFolder(_ path: String) -> Int32 {
    isRefused(.removeFolder, path) ? -1 : rmdir(path)
  }

  private static func verdict(_ step: Step, _ path: String) -> Verdict {
    oversight.map { $0(step, path) } ?? .goesOn
  }

  private static func isRefused(_ step: Step, _ path: String) -> Bool {
    switch verdict(step, path) {
    case .goesOn: return false
    case .fails(let code), .breaksOff(_, let code):
      errno = code
      return true
    }
  }
}
