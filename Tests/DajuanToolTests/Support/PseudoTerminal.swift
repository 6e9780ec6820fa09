import Glibc
import Synchronization

/// The tool at a terminal: keys go in, a screen comes out.
final class PseudoTerminal {
  /// What `tcgetattr` says of a terminal, as far as a program may change it.
  struct Modes: Equatable {
    var input: tcflag_t
    var output: tcflag_t
    var control: tcflag_t
    var local: tcflag_t
    var keys: [UInt8]

    /// Whether the kernel edits lines, as it does while no editor runs.
    var editsLines: Bool { local & tcflag_t(ICANON) != 0 }
  }

  private(set) var screen: Screen
  private var master: Int32
  private let child: Child
  private var hasHungUp = false

  /// How the terminal was set before the program started.
  let formerModes: Modes

  /// Opens a terminal and starts the tool at it, or another program, in a session of its own.
  init(
    _ arguments: [String] = [],
    of program: String? = nil,
    in sandbox: Sandbox,
    environment: [String: String] = [:],
    width: Int = 120,
    height: Int = 40,
    errors: Child.Stream? = nil
  ) throws {
    screen = Screen(width: width, height: height)
    let (master, name) = try Self.open(width: width, height: height)
    self.master = master
    do {
      formerModes = try Self.prepare(master)
      let slave = Child.Stream.file(name, flags: O_RDWR)
      child = try Child(
        program ?? Tool.path.get(),
        arguments,
        environment: sandbox.environment.merging(environment) { $1 },
        streams: (slave, slave, errors ?? slave),
        inOwnSession: true
      )
    } catch {
      close(master)
      throw error
    }
  }

  deinit { if master >= 0 { close(master) } }

  /// A new terminal: the end where a person sits, and the name of the other.
  private static func open(width: Int, height: Int) throws -> (master: Int32, name: String) {
    var size = winsize(
      ws_row: UInt16(height),
      ws_col: UInt16(width),
      ws_xpixel: 0,
      ws_ypixel: 0
    )
    var ends: (master: Int32, slave: Int32) = (-1, -1)
    var name = [CChar](repeating: 0, count: 256)
    let code = inheritance.withLock { _ in
      let code = openpty(&ends.master, &ends.slave, &name, nil, &size)
      if code == 0 {
        close(ends.slave)
        _ = fcntl(ends.master, F_SETFD, FD_CLOEXEC)
      }
      return code
    }
    guard code == 0 else { throw SystemFailure("openpty") }
    let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return (ends.master, String(decoding: bytes, as: UTF8.self))
  }

  /// Lets the kernel's own line editing know of UTF-8, as terminal emulators do.
  private static func prepare(_ master: Int32) throws -> Modes {
    var modes = termios()
    guard tcgetattr(master, &modes) == 0 else { throw SystemFailure("tcgetattr") }
    modes.c_iflag |= tcflag_t(IUTF8)
    guard tcsetattr(master, TCSANOW, &modes) == 0 else { throw SystemFailure("tcsetattr") }
    return try Self.modes(of: master)
  }

  /// How the terminal is set. On Linux the master's answer is the slave's.
  var modes: Modes {
    get throws { try Self.modes(of: master) }
  }

  private static func modes(of master: Int32) throws -> Modes {
    var modes = termios()
    guard tcgetattr(master, &modes) == 0 else { throw SystemFailure("tcgetattr") }
    return Modes(
      input: modes.c_iflag,
      output: modes.c_oflag,
      control: modes.c_cflag,
      local: modes.c_lflag,
      keys: withUnsafeBytes(of: modes.c_cc) { Array($0) }
    )
  }

  // MARK: Keys and screen

  /// Presses keys.
  func press(_ keys: String) throws { try press(bytes: Array(keys.utf8)) }

  func press(bytes: [UInt8]) throws {
    var bytes = bytes[...]
    let deadline = Deadline()
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(master, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes.removeFirst(count)
      } else if errno != EINTR && errno != EAGAIN {
        throw SystemFailure("write to the terminal")
      } else if deadline.hasPassed {
        throw Timeout(awaited: "room for keys", seen: shown)
      }
    }
  }

  /// Draws what the program writes until the screen is as wanted. Nothing is ever waited for by
  /// the clock: a condition must be one that only the awaited event makes true.
  func wait(
    for awaited: String,
    within deadline: Deadline = Deadline(),
    until isThere: (Screen) -> Bool
  ) throws {
    while !isThere(screen) {
      guard try draw(deadline.milliseconds), !deadline.hasPassed else {
        throw Timeout(awaited: awaited, seen: shown)
      }
    }
  }

  /// Draws until the terminal is set as wanted. A change of modes shows on no screen, so they are
  /// looked at again and again.
  func wait(
    for awaited: String,
    within deadline: Deadline = Deadline(),
    untilModes areSet: (Modes) -> Bool
  ) throws {
    while try !areSet(modes) {
      if deadline.hasPassed { throw Timeout(awaited: awaited, seen: shown) }
      _ = try draw(1)
    }
  }

  /// Draws until the program has ended; how it did.
  func waitForEnd() throws -> Child.Ending {
    let deadline = Deadline()
    while !hasHungUp {
      guard try draw(deadline.milliseconds) || hasHungUp else {
        throw Timeout(awaited: "the end of the program", seen: shown)
      }
    }
    return try child.wait(deadline)
  }

  func send(_ signal: Int32) { child.send(signal) }

  /// Gives the terminal another size, and an empty screen of it.
  func resize(width: Int, height: Int) throws {
    var size = winsize(
      ws_row: UInt16(height),
      ws_col: UInt16(width),
      ws_xpixel: 0,
      ws_ypixel: 0
    )
    guard ioctl(master, UInt(TIOCSWINSZ), &size) == 0 else { throw SystemFailure("TIOCSWINSZ") }
    screen = Screen(width: width, height: height)
  }

  /// Takes the terminal away, as closing a window does; how the program ended.
  func hangUp() throws -> Child.Ending {
    close(master)
    master = -1
    hasHungUp = true
    return try child.wait()
  }

  /// Takes in what comes within so many milliseconds; whether anything did.
  func draw(_ milliseconds: Int32) throws -> Bool {
    if hasHungUp { return false }
    var event = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    let ready = poll(&event, 1, milliseconds)
    if ready < 0, errno == EINTR { return true }
    guard ready > 0 else { return false }
    var bytes = [UInt8](repeating: 0, count: 1 << 14)
    let count = read(master, &bytes, bytes.count)
    if count > 0 {
      screen.feed(bytes[..<count])
      return true
    }
    // EIO: no process has the terminal open any more.
    if count < 0, errno == EINTR { return true }
    hasHungUp = true
    return false
  }

  private var shown: String { screen.transcript.joined(separator: "\n") + "▏" }
}
