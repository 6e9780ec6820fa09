internal import Glibc
internal import Synchronization

/// Threads that share the pieces of a task.
///
/// Pieces are handed out in order. Where one fails, those before it are still finished and those after
/// it are left, so that the failure told is the same on any number of threads. Where the query is to
/// stop, all that are left are left: see ``QueryWatch``.
struct Workers: Sendable {
  /// How many threads work, this one among them.
  let count: Int
  /// Who tells whether the work is still wanted.
  private let watch: QueryWatch?

  /// Makes workers; `nil` for as many as the machine has cores for this process.
  init(_ count: Int? = nil, watch: QueryWatch? = nil) {
    // Each has room of its own, so that no number may be too large.
    self.count = min(max(1, count ?? Self.cores), 1024)
    self.watch = watch
  }

  /// The machine's cores.
  static let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  /// Whether the query is to stop, so that long work may be left where it is.
  var isStopped: Bool { watch?.stop != nil }

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
    let hands = hands(for: pieces)
    if hands == 1 { return try runAlone(pieces, body) }
    let task = SharedTask<Failure>(pieces, watch)
    withoutActuallyEscaping(body) { body in
      let threads = (1..<hands).compactMap { worker in
        Thread.start { task.work { piece throws(Failure) in try body(worker, piece) } }
      }
      task.work { piece throws(Failure) in try body(0, piece) }
      for thread in threads { pthread_join(thread, nil) }
    }
    if let failure = task.failure { throw failure }
  }

  /// How many threads work on so many pieces, this one among them.
  func hands(for pieces: Int) -> Int { max(1, min(count, pieces)) }

  /// The same on this thread, with nothing to be shared.
  private func runAlone<Failure: Error>(
    _ pieces: Int, _ body: (_ worker: Int, _ piece: Int) throws(Failure) -> Void
  ) throws(Failure) {
    watch?.progress?.begin(pieces: pieces)
    for piece in 0..<pieces {
      if isStopped { return }
      try body(0, piece)
      watch?.progress?.advance()
    }
  }

  /// Goes through so many places in order on this thread, a step at a time.
  ///
  /// - Parameters:
  ///   - places: How many there are.
  ///   - body: Takes the places of one step.
  func inSteps(of places: Int, _ body: (Range<Int>) -> Void) {
    let size = 1 << 14
    watch?.progress?.begin(pieces: (places + size - 1) / size)
    for start in stride(from: 0, to: places, by: size) {
      if isStopped { return }
      body(start..<min(start + size, places))
      watch?.progress?.advance()
    }
  }
}

/// The pieces that are left, and the first failure.
private final class SharedTask<Failure: Error>: Sendable {
  private let next = Atomic<Int>(0)
  private let end: Atomic<Int>
  private let first = Mutex<(piece: Int, failure: Failure)?>(nil)
  private let watch: QueryWatch?

  init(_ pieces: Int, _ watch: QueryWatch?) {
    end = Atomic(pieces)
    self.watch = watch
    watch?.progress?.begin(pieces: pieces)
  }

  var failure: Failure? { first.withLock { $0?.failure } }

  func work(_ body: (Int) throws(Failure) -> Void) {
    while true {
      let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
      if piece >= end.load(ordering: .relaxed) || watch?.stop != nil { return }
      do throws(Failure) {
        try body(piece)
      } catch {
        first.withLock { known in
          if known.map({ piece < $0.piece }) ?? true { known = (piece, error) }
        }
        end.min(piece, ordering: .relaxed)
      }
      watch?.progress?.advance()
    }
  }
}
