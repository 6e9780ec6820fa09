import DajuanLedger
import Glibc
import Testing

/// What programs that hold the library may rely on: every public declaration, as it was when it was last
/// looked at. `DAJUAN_RECORD=1` takes a change up, which then is to be read in the difference.
@Suite struct PublicFaceTests {
  private static let package = #filePath.components(before: "/Tests/")

  @Test(arguments: ["Dajuan", "DajuanLedger", "DajuanReports", "DajuanSyntax"])
  func declarationsAreTheKnownOnes(module: String) throws {
    let sandbox = try Sandbox()
    let modules = try Tool.path.get().components(before: "/dajuan") + "/Modules"
    let command =
      "PATH='\(Self.path)' swift symbolgraph-extract -module-name \(module) -I '\(modules)' "
      + "-skip-synthesized-members -output-dir '\(sandbox.path)'"
    let run = try Filter(["-c", command], program: "/bin/sh", in: sandbox)
    guard run.ending == .exit(0) else {
      return print("the public face of \(module) is not looked at: \(run.errors)")
    }
    let graph = try JSONReader.value(
      of: Array(Sandbox.read(sandbox / "\(module).symbols.json").utf8))
    let symbols = try #require(graph["symbols"]?.array)
    let lines = symbols.map { symbol in
      let place = (symbol["pathComponents"]?.array ?? []).compactMap(\.string)
      let pieces = (symbol["declarationFragments"]?.array ?? []).compactMap {
        $0["spelling"]?.string
      }
      return place.joined(separator: ".") + "\t" + pieces.joined()
    }.sorted()
    #expect(lines.count > 3)
    try RecordedFile.expect(
      Self.package + "/Tests/API/\(module).tsv", lines.joined(separator: "\n") + "\n")
    let undocumented = symbols.filter { symbol in
      let name = symbol["names"]?["title"]?.string ?? ""
      // The names of cases say what they are.
      if symbol["kind"]?["identifier"]?.string == "swift.enum.case" { return false }
      return symbol["docComment"] == nil && !name.contains("==") && !name.hasPrefix("hash(")
    }.compactMap { $0["names"]?["title"]?.string }
    #expect(undocumented == [], "declarations without a word on them")
  }

  /// Where the toolchain is that these tests were built by.
  private static var path: String {
    getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
  }
}
