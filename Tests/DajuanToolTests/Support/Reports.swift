import Glibc

/// Reports of places that are on no map, for ledgers.
enum Reports {
  /// A report with one indicator, livelihood measures and a target.
  static func text(_ place: String, _ year: Int, growth: String = "7.5%") -> String {
    """
    # \(place)政府工作报告

    ——\(year)年1月12日在\(place)第三届人民代表大会第二次会议上

    ## 一、\(year - 1)年工作回顾

    地区生产总值完成84.2亿元，增长\(growth)。新建幼儿园6所，新增学位1800个。

    ## 二、\(year)年工作安排

    地区生产总值增长8%以上。力争新修水渠37公里。

    """
  }

  /// The facts of such a report.
  static let facts = 6
}

extension Sandbox {
  /// Makes a folder; its path.
  @discardableResult
  func makeFolder(_ name: String) throws -> String {
    guard mkdir(self / name, 0o755) == 0 else { throw SystemFailure("mkdir") }
    return self / name
  }

  /// Writes a program for a shell, in a folder that can be a `PATH`; the folder.
  func writeProgram(_ name: String, _ script: String) throws -> String {
    let folder = self / "programs"
    mkdir(folder, 0o755)
    try write("#!/bin/sh\n" + script + "\n", to: "programs/\(name)")
    guard chmod(folder + "/" + name, 0o755) == 0 else { throw SystemFailure("chmod") }
    return folder
  }

  /// A ledger of two reports; its path.
  func makeLedger() throws -> String {
    try write(Reports.text("青禾县", 2022), to: "a.md")
    try write(Reports.text("青禾县", 2023, growth: "8.1%"), to: "b.md")
    let run = try Filter(
      ["ingest", self / "a.md", self / "b.md", "--into", self / "ledger"], in: self)
    guard run.ending == .exit(0) else { throw ToolFailure(errors: run.errors) }
    return self / "ledger"
  }

  /// The answer of a ledger to a query, as lines of CSV.
  func ask(_ ledger: String, _ query: String) throws -> [String] {
    try Filter(["-l", ledger, "--format", "csv", "-c", query], in: self).lines
  }
}

/// A run of the tool that should have gone well.
struct ToolFailure: Error {
  let errors: String
}
