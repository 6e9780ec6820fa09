import Testing

@testable import DajuanTool

/// Prose in lines of a terminal.
@Suite struct ParagraphTests {
  @Test(
    "Lines end at blanks and between wide characters, and not before a mark that ends something",
    arguments: [
      ("one two three", 8, ["one two", "three"]), ("数量照报告的写法", 8, ["数量照报", "告的写法"]),
      ("数量照报，告的写法", 8, ["数量照", "报，告的", "写法"]),
    ])
  func broken(text: String, width: Int, lines: [String]) {
    #expect(Paragraph.lines(text, width: width) == lines)
  }

  @Test(
    "Commands and what stands in backticks stay whole where a line has room for them",
    arguments: [
      ("都在文件里；.设置 名称", 16, ["都在文件里；", ".设置 名称"]),
      ("用法见 `.设置`；另有", 12, ["用法见", "`.设置`；另", "有"]),
      ("`.格式 表格` 回到表格", 8, ["`.格式", "表格` 回", "到表格"]),
      ("`很长的名字在这里`", 8, ["`很长的", "名字在这", "里`"]), ("一个`字", 4, ["一个", "`字"]),
      ("增3.5亿元", 6, ["增3.5", "亿元"]),
    ])
  func tied(text: String, width: Int, lines: [String]) {
    #expect(Paragraph.lines(text, width: width) == lines)
  }
}
