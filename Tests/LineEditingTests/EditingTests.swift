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

  @Test func theMatchesAreCounted() throws {
    let newest = try #require(search("项").standing(in: entries))
    #expect(newest == (1, 3))
    let oldest = try #require(search("项\u{12}\u{12}").standing(in: entries))
    #expect(oldest == (3, 3))
    #expect(try #require(search("指").standing(in: entries)) == (1, 1))
    #expect(search("指\u{12}").standing(in: entries) == nil)
    #expect(search("").standing(in: entries) == nil)
  }

  @Test func whatIsFoundTakesTheColourOfItsPlace() {
    let colours = [
      StyledRange(0..<4, style: "1"), StyledRange(5..<7, style: "2"),
      StyledRange(8..<12, style: "3"),
    ]
    #expect(
      StyledRange(2..<9, style: "7").laid(over: colours) == [
        StyledRange(0..<2, style: "1"), StyledRange(2..<9, style: "7"),
        StyledRange(9..<12, style: "3"),
      ])
    #expect(
      StyledRange(9..<10, style: "7").laid(over: colours) == colours.dropLast() + [
        StyledRange(8..<9, style: "3"), StyledRange(9..<10, style: "7"),
        StyledRange(10..<12, style: "3"),
      ])
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

@Suite struct PrefixSearchTests {
  private let entries = ["facts | count", "项目 | 计数", "facts | cite", "facts | cite", "f"]

  @Test func findsWhatBeginsAlikeAndComesBack() {
    var search = PrefixSearch("facts|", cursor: 5, count: entries.count)
    let steps = [true, true, true, false, false, false].map { older in
      "\(search.step(older: older, in: entries)) \(search.found)"
    }
    #expect(
      steps == [
        "true facts | cite", "true facts | count", "false facts | count", "true facts | cite",
        "true facts|", "false facts|",
      ])
    #expect(search.cursor == 5)
  }
}

@Suite struct MovingTests {
  private func above(_ cursor: Int, _ text: String) -> Int? {
    EditorContext.cursor(above: cursor, in: Array(text.unicodeScalars))
  }
  private func below(_ cursor: Int, _ text: String) -> Int? {
    EditorContext.cursor(below: cursor, in: Array(text.unicodeScalars))
  }

  @Test func betweenTheRowsOfAText() {
    let text = "项目\n| where a\n| b"
    #expect(above(1, text) == nil && above(2, text) == nil)
    #expect(above(5, text) == 1, "two columns are one wide character")
    #expect(above(10, text) == 2, "no further than the row's end")
    #expect(above(16, text) == 6)
    #expect(below(1, text) == 5)
    #expect(below(11, text) == 16)
    #expect(below(13, text) == nil && below(0, "one row") == nil && above(0, "") == nil)
  }

  @Test func aNewRowIsIndentedLikeTheLast() {
    func indent(_ text: String) -> String {
      EditorContext.indent(after: Array(text.unicodeScalars))
    }
    #expect(indent("facts |") == "")
    #expect(indent("a in (") == "  " && indent("a in（") == "  ")
    #expect(indent("x\n  project,") == "  ")
    #expect(indent("x\n  project) |") == "")
    #expect(indent("x\n    f(a)") == "    ")
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

  private func keys(_ text: String) -> (KeyboardInput, [Int32]) {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    #expect(write(ends[1], text, text.utf8.count) == text.utf8.count)
    return (KeyboardInput(descriptor: ends[0]), ends)
  }

  @Test func takesAPasteAndLeavesTheRest() {
    var (input, ends) = keys("\u{1B}[200~a\u{1B}[201\u{1B}b\n\u{1B}[201~cd")
    defer { ends.forEach { close($0) } }
    #expect(input.next() == .scalar("\u{1B}"))
    var isTaken = input.take(KeyboardInput.pasteEnd)
    #expect(!isTaken)
    isTaken = input.take(KeyboardInput.pasteStart)
    #expect(isTaken)
    var bytes: [UInt8] = []
    #expect(input.paste(into: &bytes, pause: -1) == .complete)
    #expect(String(decoding: bytes, as: UTF8.self) == "a\u{1B}[201\u{1B}b\n")
    #expect(input.next() == .scalar("c"))
  }

  @Test func anEndInPiecesIsAnEnd() {
    var (input, ends) = keys("ab\u{1B}[20")
    var bytes: [UInt8] = []
    #expect(input.paste(into: &bytes, pause: 0) == .paused)
    #expect(bytes == Array("ab".utf8), "what may be the end waits")
    #expect(write(ends[1], "1~c", 3) == 3)
    #expect(input.paste(into: &bytes, pause: -1) == .complete)
    #expect(bytes == Array("ab".utf8))
    close(ends[1])
    #expect(input.paste(into: &bytes, pause: -1) == .end)
    #expect(bytes == Array("abc".utf8))
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
