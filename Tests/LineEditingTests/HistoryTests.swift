import Glibc
import Testing

@testable import LineEditing

@Suite struct HistoryTests {
  @Test func statementsComeBackInTheNextSession() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("history")
    let statements = [
      "projects | count", "指标\n| 筛选 增速 ≥ 7％\n| 排序 增速 降序", #"name matches "a\nb\\c\""#,
      "tab\there\r\nend", "emoji 👩‍🌾, 𠮷野家", "`#not a comment`",
    ]
    var first = History(path: path)
    for statement in statements { #expect(first.append(statement) == true) }
    #expect(first.problem == nil)
    #expect(History(path: path).entries == statements)
    #expect(try TemporaryFolder.read(path).split(separator: "\n").count == statements.count)
  }

  @Test func theFileIsTheOwnersAlone() throws {
    let folder = try TemporaryFolder()
    let fresh = folder.file("state/dajuan/history")
    var history = History(path: fresh)
    history.append("facts")
    #expect(try TemporaryFolder.mode(fresh) == 0o600)
    #expect(try TemporaryFolder.mode(folder.file("state/dajuan")) == 0o700)

    let open = folder.file("open")
    try TemporaryFolder.write("facts\n", to: open)
    chmod(open, 0o644)
    #expect(History(path: open).entries == ["facts"])
    #expect(try TemporaryFolder.mode(open) == 0o600)
  }

  @Test func whatIsNotSaved() throws {
    let folder = try TemporaryFolder()
    var history = History(path: folder.file("history"))
    #expect(history.append("facts") == true)
    #expect(history.append("facts") == false)
    #expect(history.append("facts\n") == false, "the newline at the end makes no difference")
    #expect(history.append(" secret") == false)
    #expect(history.append("\u{3000}secret") == false, "an ideographic blank is a blank")
    #expect(history.append("") == false)
    #expect(history.append(" \n") == false)
    #expect(history.append("measures") == true)
    #expect(history.append("facts") == true, "only consecutive duplicates are dropped")
    #expect(History(path: folder.file("history")).entries == ["facts", "measures", "facts"])
  }

  @Test func neitherOfTwoSessionsLosesAnything() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("history")
    var one = History(path: path)
    var two = History(path: path)
    one.append("one 1")
    two.append("two 1")
    one.append("one 2")
    #expect(History(path: path).entries == ["one 1", "two 1", "one 2"])
    #expect(one.entries == ["one 1", "one 2"])
  }

  @Test func concurrentAppendsAndTrimsKeepTheFileWhole() async throws {
    let folder = try TemporaryFolder()
    let path = folder.file("history")
    let writers = 6
    let each = 60
    // A lock belongs to the open file, so that tasks exclude each other as processes do.
    let problems = await withTaskGroup(of: HistoryProblem?.self) { group in
      for writer in 0..<writers {
        group.addTask {
          var history = History(path: path)
          for index in 0..<each { history.append("会话\(writer)\n语句\(index)") }
          return history.problem
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(problems.allSatisfy { $0 == nil })
    let entries = History(path: path).entries
    #expect(entries.count == writers * each)
    for writer in 0..<writers {
      #expect(
        entries.filter { $0.hasPrefix("会话\(writer)\n") }
          == (0..<each).map { "会话\(writer)\n语句\($0)" }
      )
    }
  }

  @Test func aSecondProcessAppendsToo() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("history")
    var history = History(path: path)
    history.append("first")
    // Holds the lock for a while, writes half a line, and dies. (Not `system`: it ignores SIGINT
    // meanwhile, which other tests look at.)
    let script = "echo locked; sleep 0.2; printf half >> '\(path)'"
    let other = try #require(popen("flock '\(path)' sh -c \"\(script)\"", "r"))
    var word = [CChar](repeating: 0, count: 16)
    #expect(fgets(&word, 16, other) != nil, "the other process has the lock")
    history.append("second")
    #expect(pclose(other) == 0)
    #expect(history.problem == nil)
    #expect(History(path: path).entries == ["first", "half", "second"])
  }

  @Test func trimsByReplacingTheFile() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("history")
    let link = folder.file("link")
    #expect(symlink(path, link) == 0)
    var history = History(path: link, capacity: 10)
    var other = History(path: path, capacity: 10)
    for index in 0..<20 { history.append("statement \(index)") }
    #expect(try TemporaryFolder.read(path).split(separator: "\n").count == 20)
    history.append("statement 20")
    #expect(History(path: path).entries == (11...20).map { "statement \($0)" })
    #expect(try TemporaryFolder.mode(path) == 0o600)
    #expect(TemporaryFolder.names(in: folder.path) == ["history", "link"])
    var target = [CChar](repeating: 0, count: 256)
    #expect(readlink(link, &target, target.count) > 0, "the link is still a link")
    // A session that knew the old file appends to the new one.
    other.append("from the other")
    #expect(History(path: path).entries.last == "from the other")
    #expect(history.entries.count <= 20)
  }

  @Test func loadsOnlyTheNewest() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("history")
    try TemporaryFolder.write((0..<25).map { "s\($0)\n" }.joined(), to: path)
    #expect(History(path: path, capacity: 10).entries == (15..<25).map { "s\($0)" })
    #expect(try TemporaryFolder.read(path).split(separator: "\n").count == 10, "trimmed at once")
  }

  @Test func damagedLinesAreReadAsFarAsTheyGo() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("history")
    try TemporaryFolder.write("a\\qb\n\n\ntrailing\\", to: path)
    #expect(History(path: path).entries == ["a\\qb", "trailing\\"])
  }

  @Test func withoutAFileItWorksInMemory() {
    var history = History(path: nil)
    #expect(history.append("facts") == true)
    #expect(history.entries == ["facts"])
    #expect(history.problem == nil)
  }

  @Test(arguments: ["/proc/self/none/history", "/dev/null/history", "/dev/null", "/tmp"])
  func aPlaceThatCannotHoldItIsAProblemNotAnEnd(path: String) {
    var history = History(path: path)
    #expect(history.append("facts") == true)
    #expect(history.append("measures") == true)
    #expect(history.entries == ["facts", "measures"])
    #expect(history.problem?.path == path)
    #expect(history.problem?.description.hasPrefix(path + ": ") == true)
  }

  @Test(.enabled(if: geteuid() != 0, "root may write anywhere"))
  func anUnwritableFolderIsAProblem() throws {
    let folder = try TemporaryFolder()
    chmod(folder.path, 0o500)
    defer { chmod(folder.path, 0o700) }
    var history = History(path: folder.file("history"))
    #expect(history.problem == nil)
    #expect(history.append("facts") == true)
    #expect(
      history.problem
        == HistoryProblem(operation: .append, path: folder.file("history"), code: EACCES)
    )
  }

  @Test func aNamedPipeDoesNotHang() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("pipe")
    #expect(mkfifo(path, 0o600) == 0)
    #expect(
      History(path: path).problem == HistoryProblem(operation: .read, path: path, code: EINVAL)
    )
  }
}
