internal import Glibc

/// Room on the stack for the deepest texts that the limits let through.
///
/// Trees of 256 levels, or of 512 operators in a row, are walked by functions that call themselves. A
/// program may ask from a thread whose stack is too small for that, or from a stack of its own making
/// that the system knows nothing of: the work is then done on a thread beside it.
enum StackRoom {
  /// What is enough, with much to spare, in bytes.
  static let enough = 4 << 20

  /// Calls a function where there is room for it, and waits for it. Cost: none where there is; else the
  /// starting of a thread, some tens of microseconds.
  static func call<Value, Failure: Error>(
    _ body: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    if left >= enough { return try body() }
    nonisolated(unsafe) var outcome: Result<Value, Failure>?
    withoutActuallyEscaping(body) { body in
      nonisolated(unsafe) let body = body
      let thread = Thread.start { outcome = Result(catching: body) }
      if let thread { pthread_join(thread, nil) }
    }
    // Where no thread is to be had, what there is must do.
    guard let outcome else { return try body() }
    return try outcome.get()
  }

  /// The bytes of stack below this call; none where it is on a stack that is not the thread's.
  private static var left: Int {
    var marker: UInt8 = 0
    let here = withUnsafePointer(to: &marker) { UInt(bitPattern: $0) }
    let stack = bounds
    return stack.contains(here) ? Int(here - stack.lowerBound) : 0
  }

  /// Where this thread's stack is. For the first thread the system looks that up in a file, so it is kept.
  private static var bounds: Range<UInt> {
    let known = UInt(bitPattern: pthread_getspecific(keys.low))
    if known > 0 { return known..<UInt(bitPattern: pthread_getspecific(keys.high)) }
    var attributes = pthread_attr_t()
    guard let attributesOfThread, attributesOfThread(pthread_self(), &attributes) == 0 else {
      return 0..<0
    }
    defer { pthread_attr_destroy(&attributes) }
    var (start, size): (UnsafeMutableRawPointer?, Int) = (nil, 0)
    guard pthread_attr_getstack(&attributes, &start, &size) == 0, let start else { return 0..<0 }
    pthread_setspecific(keys.low, start)
    pthread_setspecific(keys.high, start + size)
    return UInt(bitPattern: start)..<UInt(bitPattern: start + size)
  }

  /// `pthread_getattr_np`, which the C library's module leaves out.
  private static let attributesOfThread = dlsym(nil, "pthread_getattr_np").map {
    unsafeBitCast(
      $0, to: (@convention(c) (pthread_t, UnsafeMutablePointer<pthread_attr_t>) -> Int32).self)
  }

  /// Two words of each thread, and nothing to be done as it ends: the library may be gone by then.
  private static let keys: (low: pthread_key_t, high: pthread_key_t) = {
    var (low, high) = (pthread_key_t(), pthread_key_t())
    pthread_key_create(&low, nil)
    pthread_key_create(&high, nil)
    return (low, high)
  }()
}
