import DajuanLedger
import DajuanReports
import Foundation
import Testing

@Suite("Text as it comes: encodings, web pages, traditional forms")
struct EncodingTests {
  private static let text = """
    一、2021年工作回顾
    全县新建水厂3座，财政收入达到12.5亿元，增长8%。
    """

  private func lines(_ bytes: [UInt8]) throws -> [String] {
    try ReportReader.read(bytes, options: .init(year: 2022)).facts.map {
      $0.subject + " " + line($0)
    }
  }

  private let expected = ["新建水厂 3 座", "财政收入 1250000000 元", "财政收入 增长 8 %"]

  private func wide(_ text: String, isBig: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return isBig ? [high, low] : [low, high]
    }
  }

  @Test("UTF-16 by its mark, and by its shape where it has none", arguments: [true, false])
  func utf16(isBig: Bool) throws {
    #expect(try lines(wide("\u{FEFF}" + Self.text, isBig: isBig)) == expected)
    #expect(try lines(wide(Self.text, isBig: isBig)) == expected)
  }

  @Test("a lone surrogate is no UTF-16, and letters beside noughts are")
  func shapes() throws {
    #expect(throws: ReadError.self) { try ReportReader.read([0xFF, 0xFE, 0x00, 0xD8]) }
    #expect(throws: Never.self) { try ReportReader.read(wide("plain\nwords\n", isBig: false)) }
  }

  @Test("Big5 is told from GB18030 by its characters")
  func big5() throws {
    // 全縣新建水廠3座，財政收入達到12億元。
    let bytes: [UInt8] = [
      0xA5, 0xFE, 0xBF, 0xA4, 0xB7, 0x73, 0xAB, 0xD8, 0xA4, 0xF4, 0xBC, 0x74, 0x33, 0xAE, 0x79,
      0xA1, 0x41, 0xB0, 0x5D, 0xAC, 0x46, 0xA6, 0xAC, 0xA4, 0x4A, 0xB9, 0x46, 0xA8, 0xEC, 0x31,
      0x32, 0xBB, 0xF5, 0xA4, 0xB8, 0xA1, 0x43,
    ]
    #expect(try lines(bytes) == ["新建水厂 3 座", "财政收入 1200000000 元"])
  }

  @Test("what bytes are read as is told, and whether that is a guess")
  func told() throws {
    // 全市新修水渠37公里，工作有新进展。
    let plain: [UInt8] = [
      0xC8, 0xAB, 0xCA, 0xD0, 0xD0, 0xC2, 0xD0, 0xDE, 0xCB, 0xAE, 0xC7, 0xFE, 0x33, 0x37, 0xB9,
      0xAB,
      0xC0, 0xEF, 0xA3, 0xAC, 0xB9, 0xA4, 0xD7, 0xF7, 0xD3, 0xD0, 0xD0, 0xC2, 0xBD, 0xF8, 0xD5,
      0xB9,
      0xA1, 0xA3,
    ]
    // 啊阿埃挨哎唉哀皑癌蔼: characters, and no sentence of a report.
    let odd: [UInt8] = (0xA1...0xAA).flatMap { [0xB0, $0] }
    let read = try ReportText(plain)
    #expect(read.encoding == .national && !read.isDoubtful)
    #expect(String(decoding: read.utf8, as: UTF8.self) == "全市新修水渠37公里，工作有新进展。")
    #expect(try ReportText(odd).isDoubtful)
    let utf8 = try ReportText(read.utf8)
    #expect(utf8.encoding == .utf8 && utf8.utf8 == read.utf8 && !utf8.isDoubtful)
    #expect(try ReportText(wide("一、回顾\n水渠37公里。\n", isBig: true)).encoding == .utf16)
  }

  @Test("traditional forms beyond units: verbs, nouns and headings")
  func traditional() throws {
    let text = """
      二、2022年工作總體要求和預期目標
      規模以上工業增加值增長9%左右，新增城鎮就業3萬人，確保糧食產量穩定在6億斤以上。
      """
    let found = try ReportReader.read(Array(text.utf8), options: .init(year: 2022)).facts
    #expect(found.map(\.nature) == [.target, .target, .target])
    #expect(found.map(\.force) == [.target, .target, .ensure])
    #expect(found.map(\.subject) == ["规模以上工业增加值 增长", "新增城镇就业 人数", "粮食产量"])
  }

  @Test("著 and 乾 are simplified characters too")
  func ambiguous() throws {
    #expect(try facts("著名景区接待游客3万人次。").map(\.subject) == ["著名景区接待游客"])
  }

  @Test("a web page: blocks are lines, scripts and styles are nothing, entities are characters")
  func html() throws {
    let page = """
      <!DOCTYPE html><html><head><title>某某县政府工作报告</title>
      <style>p { width: 95%; margin: 3元 }</style>
      <script>if (a < 3 && b) { add("<p>建成9座</p>"); }</script></head><body>
      <p style="margin: 0;
      font-size: 16pt">一、2021年工作回顾</p><p><span>&nbsp;&nbsp;</span>全县新建水厂3座，&#36130;政收入\
      达到12.5&nbsp;亿元，增长8&#x25;。</p></body></html>
      """
    #expect(try lines(Array(page.utf8)) == expected)
    let report = try ReportReader.read(Array(page.utf8), options: .init(year: 2022))
    #expect(report.facts.map(\.surface) == ["3座", "12.5亿元", "8%"])
    #expect(report.statements.last?.text == "全县新建水厂3座，财政收入达到12.5亿元，增长8%。")
  }

  @Test("cells of a table's row stand side by side")
  func table() throws {
    let page = """
      <table><tr><td>财政收入</td><td>12.5亿元</td></tr><tr><td>水厂</td><td>3座</td></tr></table>
      """
    #expect(try lines(Array(page.utf8)) == ["财政收入 1250000000 元", "水厂 3 座"])
  }

  @Test("a sign that is less than is no tag")
  func signs() throws {
    #expect(try lines(Array("新建水厂3座，a<b。\n".utf8)) == ["新建水厂 3 座"])
  }
}
