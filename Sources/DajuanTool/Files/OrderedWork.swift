internal import Dajuan
internal import Glibc

/// Work of many pieces on several threads whose results are taken in the order of the pieces.
///
/// Threads do not run ahead without end: a piece is begun only when fewer than a few results for each
/// thread wait to be taken, so that memory stays bounded however many pieces there are.
final class OrderedWork<Outcome: Sendable>: @unchecked Sendable {
  private let count: Int
  private let window: Int
  private let work: @Sendable (Int) -> Outcome
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  // Guarded by the mutex.
  private var next = 0
  private var taken = 0
  private var isStopped = false
  private var outcomes: [Int: Outcome] = [:]

  private init(count: Int, jobs: Int, work: @escaping @Sendable (Int) -> Outcome) {
    self.count = count
    window = jobs * 4
    self.work = work
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    pthread_cond_destroy(changed)
    mutex.deallocate()
    changed.deallocate()
  }

  /// Does the work, and hands over its results in order, on this thread.
  ///
  /// - Parameters:
  ///   - count: How many pieces there are.
  ///   - jobs: How many threads work.
  ///   - work: One piece, told by its number.
  ///   - tick: Called several times a second; `false` ends the work: pieces not begun are left.
  ///   - take: A piece's result; `false` ends the work.
  /// - Returns: How many results were taken.
  static func run(
    _ count: Int, jobs: Int, work: @escaping @Sendable (Int) -> Outcome,
    tick: () -> Bool = { true }, take: (Int, Outcome) -> Bool
  ) -> Int {
    if jobs == 1 || count <= 1 {
      var taken = 0
      while taken < count, tick(), take(taken, work(taken)) { taken += 1 }
      return taken
    }
    let pool = OrderedWork(count: count, jobs: jobs, work: work)
    let threads = (0..<min(jobs, count)).compactMap { _ in Thread.start { pool.labour() } }
    // Where the system gives no thread, this one works.
    if threads.isEmpty { return run(count, jobs: 1, work: work, tick: tick, take: take) }
    pool.hand(tick, take)
    for thread in threads { pthread_join(thread, nil) }
    return pool.taken
  }

  private func labour() {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while true {
      while !isStopped, next < count, next >= taken + window {
        pthread_cond_wait(changed, mutex)
      }
      if isStopped || next >= count { return }
      let piece = next
      next += 1
      pthread_mutex_unlock(mutex)
      let outcome = work(piece)
      pthread_mutex_lock(mutex)
      outcomes[piece] = outcome
      pthread_cond_broadcast(changed)
    }
  }

  private func hand(_ tick: () -> Bool, _ take: (Int, Outcome) -> Bool) {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while taken < count {
      guard let outcome = outcomes.removeValue(forKey: taken) else {
        // What was begun before a stop is still taken.
        if isStopped, taken >= next { return }
        pauseForTick()
        pthread_mutex_unlock(mutex)
        let goesOn = tick()
        pthread_mutex_lock(mutex)
        if !goesOn { stop() }
        continue
      }
      pthread_mutex_unlock(mutex)
      let goesOn = tick() && take(taken, outcome)
      pthread_mutex_lock(mutex)
      if goesOn {
        taken += 1
        pthread_cond_broadcast(changed)
      } else {
        return stop()
      }
    }
  }

  private func stop() {
    isStopped = true
    pthread_cond_broadcast(changed)
  }

  private func pauseForTick() {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    now.tv_nsec += 100_000_000
    if now.tv_nsec >= 1_000_000_000 {
      now.tv_sec += 1
      now.tv_nsec -= 1_000_000_000
    }
    pthread_cond_timedwait(changed, mutex, &now)
  }
}
