internal import Glibc
internal import Synchronization

/// Threads that share the pieces of a task.
///
/// Pieces are handed out in order. Where one fails, those before it are still finished and those after
/// it are left, so that the failure told is the same on any number of threads.
struct Workers: Sendable {
  /// How many threads work, this one among them.
  let count: Int

  /// Makes workers; `nil` for as many as the machine has cores for this process.
  init(_ count: Int? = nil) { self.count = max(1, count ?? Self.cores) }

  /// The machine's cores.
  static let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  /// Does all pieces. Cost: for more than one piece the starting of the threads, some tens of
  /// microseconds.
  ///
  /// - Parameters:
  ///   - pieces: How many there are.
  ///   - body: One piece; given which worker does it, from 0, and its number.
  /// - Throws: What the first failing piece threw.
  func run<Failure: Error>(
    _ pieces: Int, _ body: @Sendable (_ worker: Int, _ piece: Int) throws(Failure) -> Void
  ) throws(Failure) {
    let hands = min(count, pieces)
    if hands <= 1 {
      for piece in 0..<pieces { try body(0, piece) }
      return
    }
    let task = SharedTask<Failure>(pieces)
    withoutActuallyEscaping(body) { body in
      let threads = (1..<hands).compactMap { worker in
        Thread.start { task.work { piece throws(Failure) in try body(worker, piece) } }
      }
      task.work { piece throws(Failure) in try body(0, piece) }
      for thread in threads { pthread_join(thread, nil) }
    }
    if let failure = task.failure { throw failure }
  }
}

/// The pieces that are left, and the first failure.
private final class SharedTask<Failure: Error>: Sendable {
  private let next = Atomic<Int>(0)
  private let end: Atomic<Int>
  private let first = Mutex<(piece: Int, failure: Failure)?>(nil)

  init(_ pieces: Int) { end = Atomic(pieces) }

  var failure: Failure? { first.withLock { $0?.failure } }

  func work(_ body: (Int) throws(Failure) -> Void) {
    while true {
      let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
      if piece >= end.load(ordering: .relaxed) { return }
      do throws(Failure) {
        try body(piece)
      } catch {
        first.withLock { known in
          if known.map({ piece < $0.piece }) ?? true { known = (piece, error) }
        }
        end.min(piece, ordering: .relaxed)
      }
    }
  }
}
