import Glibc
import Testing

/// Programs that hold the library, in C, Python and Swift: each is made and run as its reader would.
@Suite struct EmbeddingTests {
  /// The package's folder, where its sources are at hand.
  private static let package = #filePath.components(before: "/Tests/")

  /// The library that was built together with these tests.
  private static func library() throws -> String {
    let tool = try Tool.path.get()
    return tool.components(before: "/dajuan") + "/libDajuanC.so"
  }

  private static func environment() throws -> [String: String] {
    [
      "DAJUAN_LIBRARY": try library(), "PYTHONPATH": package + "/Examples/python",
      "PYTHONDONTWRITEBYTECODE": "1",
    ]
  }

  /// Compiles a program in C against the library; its path.
  private static func compiled(_ source: String, in sandbox: Sandbox) throws -> String {
    let program = sandbox / "program"
    let folder = try library().components(before: "/libDajuanC.so")
    let compiler = try Filter(
      [
        "-Wall", "-Wextra", "-Werror", "-Wno-unused-but-set-variable", "-std=c11", "-pthread",
        "-I\(package)/Sources/CDajuan", package + source, "-o", program, "-L\(folder)", "-lDajuanC",
        "-Wl,-rpath,\(folder)",
      ], program: "/usr/bin/cc", in: sandbox)
    #expect(compiler.ending == .exit(0), "\(compiler.errors)")
    return program
  }

  @Test func aProgramInC() throws {
    let sandbox = try Sandbox()
    let program = try Self.compiled("/Examples/c/targets.c", in: sandbox)
    let run = try Filter(["8%", "10%"], program: program, in: sandbox)
    try expect("c/targets.out", run)
    let wrong = try Filter(["tall"], program: program, in: sandbox)
    #expect(wrong.ending == .exit(2) && wrong.errors.contains("DJ0350"))
  }

  @Test func noCallOfAHostileProgramCrashes() throws {
    let sandbox = try Sandbox()
    let program = try Self.compiled("/Tests/DajuanToolTests/Embedding/hostile.c", in: sandbox)
    let run = try Filter([], program: program, in: sandbox)
    #expect(run.ending == .exit(0), "\(run.errors)")
    #expect(run.output == "all as it should be\n")
  }

  @Test(.enabled(if: Python.has(), "no Python"))
  func aProgramInPython() throws { try runPython("questions") }

  @Test(.enabled(if: Python.has("polars", "pyarrow"), "no Python with polars and pyarrow"))
  func dataFramesInPython() throws { try runPython("frames") }

  private func runPython(_ name: String) throws {
    let command = "exec '\(Python.interpreter)' '\(Self.package)/Examples/python/\(name).py'"
    let run = try Filter(
      ["-c", command], program: "/bin/sh", in: Sandbox(), environment: Self.environment())
    try expect("python/\(name).out", run)
  }

  /// A package of its own, made by `make examples`, which `make test` does first: making it takes a minute.
  @Test func aPackageInSwift() throws {
    let program = Self.package + "/.build/examples/debug/promises"
    guard access(program, X_OK) == 0 else {
      return print("Examples/swift is not made: `make examples` makes it")
    }
    let run = try Filter(["2022"], program: program, in: Sandbox())
    try expect("swift/promises.out", run)
  }

  /// Holds what a program printed against its file of Examples/.
  private func expect(_ name: String, _ run: Filter) throws {
    #expect(run.ending == .exit(0) && run.errors == "", "\(run.errors)")
    try RecordedFile.expect(Self.package + "/Examples/" + name, run.output)
  }
}

/// The tutorial of the documentation shows what its program does.
@Suite struct TutorialTests {
  private static let package = #filePath.components(before: "/Tests/")

  @Test func everyPieceOfSwiftStandsInTheProgram() throws {
    let page = try Sandbox.read(Self.package + "/Sources/Dajuan/Dajuan.docc/Embedding.md")
    let program = try Sandbox.read(Self.package + "/Examples/swift/Sources/tutorial/Tutorial.swift")
    let lines = Self.lines(program)
    let blocks = page.split(separator: "```").filter { $0.hasPrefix("swift\n") }
    #expect(blocks.count >= 6)
    for block in blocks {
      let wanted = Self.lines(String(block.dropFirst("swift\n".count)))
      let isThere = lines.indices.contains { lines[$0...].starts(with: wanted) }
      #expect(isThere, "\(block)")
    }
  }

  @Test func theProgramDoesAsThePageSays() throws {
    let program = Self.package + "/.build/examples/debug/tutorial"
    guard access(program, X_OK) == 0 else {
      return print("Examples/swift is not made: `make examples` makes it")
    }
    let run = try Filter([], program: program, in: Sandbox())
    #expect(run.ending == .exit(0) && run.errors == "", "\(run.errors)")
    try RecordedFile.expect(Self.package + "/Examples/swift/tutorial.out", run.output)
  }

  /// The lines without what they are indented by.
  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map { String($0.drop { $0 == " " }) }
  }
}
