import Glibc
import Testing

@testable import LineEditing

@Suite struct IncrementalSearchTests {
  private let entries = ["项目 | count", "指标", "projects", "项目", "指标", "项目 七"]

  private func search(_ keys: String, former: String = "") -> IncrementalSearch {
    var search = IncrementalSearch(formerPattern: former)
    for key in keys.unicodeScalars { #expect(search.step(key, in: entries) == .continue) }
    return search
  }

  @Test func findsTheNewestThenOlderOnes() {
    #expect(search("项").match == .init(entry: 5, offset: 0))
    #expect(search("项\u{12}").match == .init(entry: 3, offset: 0))
    #expect(search("项\u{12}\u{12}").match == .init(entry: 0, offset: 0))
    #expect(search("项\u{12}\u{12}\u{13}").match == .init(entry: 3, offset: 0))
    #expect(search("count").match == .init(entry: 0, offset: 5))
    #expect(search("七").match == .init(entry: 5, offset: 3), "U+4E03 is no Ctrl-C")
  }

  @Test func theSameStatementIsFoundOnce() {
    let twice = search("指\u{12}")
    #expect(twice.match == .init(entry: 4, offset: 0))
    #expect(twice.hasFailed)
  }

  @Test func failureKeepsTheLastMatchAndBackspaceUndoesIt() {
    let failed = search("项目x")
    #expect(failed.hasFailed)
    #expect(failed.match?.entry == 5)
    let mended = search("项目x\u{7F}")
    #expect(!mended.hasFailed)
    #expect(mended.pattern == "项目")
    #expect(search("项\u{7F}").match == nil)
    #expect(search("\u{7F}").pattern == "")
  }

  @Test func ctrlRAloneTakesUpTheFormerPattern() {
    #expect(search("\u{12}", former: "proj").match == .init(entry: 2, offset: 0))
    #expect(search("\u{12}").match == nil)
  }

  @Test func endings() {
    var search = search("项")
    #expect(search.step("\u{7}", in: entries) == .cancel)
    #expect(search.step("\r", in: entries) == .accept("\r"))
    #expect(search.step("\u{1B}", in: entries) == .accept("\u{1B}"))
  }
}

@Suite struct MovingTests {
  @Test func betweenTheRowsOfALine() {
    let text = "项目\n| where a\n| b"
    #expect(EditorContext.cursor(above: 1, in: text) == nil)
    #expect(EditorContext.cursor(above: 2, in: text) == nil)
    #expect(EditorContext.cursor(above: 4, in: text) == 1)
    #expect(EditorContext.cursor(above: 10, in: text) == 2, "no further than the row's end")
    #expect(EditorContext.cursor(above: 16, in: text) == 6)
    #expect(EditorContext.cursor(below: 1, in: text) == 4)
    #expect(EditorContext.cursor(below: 11, in: text) == 16)
    #expect(EditorContext.cursor(below: 13, in: text) == nil)
    #expect(EditorContext.cursor(below: 0, in: "one row") == nil)
    #expect(EditorContext.cursor(above: 0, in: "") == nil)
  }
}

// Signals, and the pipe that tells of them, belong to the whole process: one at a time.
@Suite(.serialized) struct KeyboardTests {
  @Test func anInterruptIsAFlagWhileWatched() {
    let before = handler(SIGINT)
    let interrupts = Interrupts()
    #expect(!Interrupts.isPending)
    send(SIGINT)
    #expect(Interrupts.isPending)
    Interrupts.clear()
    #expect(!Interrupts.isPending)
    #expect(handler(SIGINT) != before)
    interrupts.remove()
    #expect(handler(SIGINT) == before)
  }

  @Test func ignoredSignalsStayIgnoredWhereAsked() {
    signal(SIGHUP, SIG_IGN)
    defer { signal(SIGHUP, SIG_DFL) }
    let ignored = handler(SIGHUP)
    do {
      let watch = SignalWatch([], unlessIgnored: [SIGHUP])
      #expect(handler(SIGHUP) == ignored)
      _ = consume watch
    }
    #expect(handler(SIGHUP) == ignored)
  }

  @Test func aSignalEndsTheWaitForInput() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    defer { ends.forEach { close($0) } }
    var input = KeyboardInput(descriptor: ends[0])
    let watch = SignalWatch([SIGWINCH])
    _ = Signals.take(SIGWINCH)
    Signals.drainWakes()
    send(SIGWINCH)
    #expect(input.next() == .signal)
    #expect(Signals.take(SIGWINCH))
    #expect(!Signals.take(SIGWINCH))
    let bytes: [UInt8] = [0xE9, 0xA1]
    #expect(write(ends[1], bytes, 2) == 2)
    send(SIGWINCH)
    #expect(input.next() == .signal, "half a character is no reason to miss it")
    #expect(write(ends[1], [0xB9, 0x0A] as [UInt8], 2) == 2)
    #expect(input.next() == .scalar("项"))
    #expect(input.next() == .scalar("\n"))
    _ = consume watch
  }

  /// Sends this thread a signal, which the test runner's threads block.
  private func send(_ number: Int32) {
    var one = sigset_t()
    sigemptyset(&one)
    sigaddset(&one, number)
    pthread_sigmask(SIG_UNBLOCK, &one, nil)
    defer { pthread_sigmask(SIG_BLOCK, &one, nil) }
    raise(number)
  }

  private func handler(_ number: Int32) -> Int {
    var action = sigaction()
    sigaction(number, nil, &action)
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
  }

  @Test func takesInWhatIsThereAndReportsTheEnd() {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    var input = KeyboardInput(descriptor: ends[0])
    let bytes = Array("a\n项\n".utf8) + [0xE9]
    #expect(write(ends[1], bytes, bytes.count) == bytes.count)
    #expect(input.next() == .scalar("a"))
    input.drain()
    close(ends[1])
    #expect([input.next(), input.next()] == [.scalar("\n"), .scalar("项")])
    #expect([input.next(), input.next()] == [.scalar("\n"), .scalar("\u{FFFD}")])
    #expect(input.next() == .end)
    close(ends[0])
  }

  @Test func whatWasTypedAheadCanBeDropped() {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    var input = KeyboardInput(descriptor: ends[0])
    #expect(write(ends[1], "abc", 3) == 3)
    #expect(input.next() == .scalar("a"))
    input.discard()
    #expect(write(ends[1], "d", 1) == 1)
    #expect(input.next() == .scalar("d"))
    ends.forEach { close($0) }
  }
}
