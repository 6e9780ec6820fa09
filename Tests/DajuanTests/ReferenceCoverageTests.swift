import DajuanSyntax
import Testing

@testable import Dajuan

/// Every word of the vocabulary has a place in the catalog, with an example that is run where it is an
/// operator, a function, a table or a column.
@Suite struct ReferenceCoverageTests {
  private static let entries = Vocabulary.entries

  @Test(arguments: entries.indices)
  func everyWordHasItsPlace(index: Int) {
    let entry = Self.entries[index]
    #expect(ReferenceCoverage.catalog.problem(with: entry) == nil)
  }

  /// What would be missing is noticed: a place, an example, an example of the right word, and one that
  /// is more than a mistake.
  @Test(
    arguments: [
      ("", false),
      ("## skip 跳过", false),
      ("## skip 跳过\n```dajuan\ndajuan> facts | take 3\n```", false),
      ("## skip 跳过\n```dajuan\ndajuan> facts | derive skip = 3\n```", false),
      ("## skip 跳过\n```dajuan\ndajuan> facts | skip x\nerror[DJ0202]: none\n```", false),
      ("## skip\n```dajuan\ndajuan> facts | skip 3\n```", false),
      ("## skip 跳过\n## Next\n```dajuan\ndajuan> facts | skip 3\n```", false),
      ("## skip 跳过\n```dajuan\ndajuan> facts | skip 3\n```", true),
      ("## take 取, skip 跳过\n### Groups\n```dajuan\ndajuan> 事实 ｜ 跳过 ３\n```", true),
    ])
  func operatorsNeedAnExample(text: String, isEnough: Bool) throws {
    let skip = try #require(Vocabulary.entry(spelled: "skip", in: .operator))
    let page = DocumentationPage(path: "", text: text)
    #expect((ReferenceCoverage([page]).problem(with: skip) == nil) == isEnough)
  }

  @Test(
    arguments: [
      ("## honours 荣誉\n```dajuan\ndajuan> honours | select level\n```", false),
      ("## honours 荣誉\n| level 层级 | x |\n```dajuan\ndajuan> honours\n```", false),
      ("## honours 荣誉\n| level 总量 | x |\n```dajuan\ndajuan> honours | select level\n```", false),
      ("## honours 荣誉\n| level 层级 | x |\n```dajuan\ndajuan> 荣誉 ｜ 选取 层级\n```", false),
      (
        "## honours 荣誉\n| level 层级 | x |\n```dajuan\ndajuan> 荣誉 ｜ 选取 层级\n```\n"
          + "## reports 报告\n| level 层级 | x |\n```dajuan\ndajuan> reports | select level\n```", true
      ),
    ])
  func columnsNeedARowAndAnExampleInEachTable(text: String, isEnough: Bool) throws {
    let level = try #require(Vocabulary.entry(spelled: "层级", in: .column))
    let page = DocumentationPage(path: "", text: text)
    #expect((ReferenceCoverage([page]).problem(with: level) == nil) == isEnough)
  }

  /// Every page is reached from the first one, and no link leads nowhere.
  @Test func linksLeadToPages() throws {
    let pages = Set(DocumentationPage.catalog.map { Self.name(of: $0) })
    var listed: Set<String> = []
    for page in DocumentationPage.catalog {
      for line in page.pieces.lines {
        for piece in line.components(after: "<doc:") {
          let target = piece.prefix { $0 != ">" && $0 != "#" }
          #expect(pages.contains(String(target)), "\(page.path): \(target)")
          if Self.name(of: page) == "Dajuan" { listed.insert(String(target)) }
        }
      }
    }
    #expect(listed == pages.subtracting(["Dajuan"]))
  }

  private static func name(of page: DocumentationPage) -> String {
    String(page.path.split(separator: "/").last?.dropLast(3) ?? "")
  }
}

extension String {
  /// What follows each occurrence of a mark, up to the next.
  fileprivate func components(after mark: String) -> [Substring] {
    split(separator: mark, omittingEmptySubsequences: false).dropFirst().map { $0 }
  }
}
