import Testing

@Suite struct ScreenTests {
  private func screen(_ text: String, width: Int = 10, height: Int = 4) -> Screen {
    var screen = Screen(width: width, height: height)
    screen.feed(text)
    return screen
  }

  @Test func textAndControls() {
    let shown = screen("ab\r\nc\tdX\u{8}e\u{7}", width: 12)
    #expect(shown.rows == ["ab", "c       de", "", ""])
    #expect(shown.bells == 1)
    #expect(shown.row == 1)
  }

  @Test func aRowFilledToItsEndWrapsOnlyWithTheNextCharacter() {
    let full = screen("0123456789")
    #expect(full.row == 0 && full.column == 9 && full.wrapsNext)
    #expect(screen("0123456789\r\nx").rows == ["0123456789", "x", "", ""])
    #expect(screen("0123456789x").rows == ["0123456789", "x", "", ""])
    #expect(screen("0123456789x").wraps == 1 && full.wraps == 0)
    #expect(screen("0123456789\u{8}x").rows[0] == "01234567x9")
  }

  @Test func wideCharactersTakeTwoColumns() {
    let shown = screen("指标｜x")
    #expect(shown.rows[0] == "指标｜x")
    #expect(shown.column == 7)
    #expect(screen("123456789指").rows == ["123456789", "指", "", ""], "it is not torn apart")
    #expect(screen("12345678指").wrapsNext)
  }

  @Test func halfAWideCharacterOverwrittenIsGone() {
    #expect(screen("指标\rx").rows[0] == "x 标")
    #expect(screen("指标\u{1B}[2Gx").rows[0] == " x标")
    #expect(screen("指标\u{1B}[2G目").rows[0] == " 目")
    #expect(screen("指标\u{1B}[2G\u{1B}[K").rows[0] == "")
  }

  @Test func marksJoinTheCharacterBefore() {
    #expect(screen("e\u{301}x").rows[0] == "e\u{301}x")
    #expect(screen("指\u{FE0F}x").column == 3)
  }

  @Test func theCursorMoves() {
    #expect(screen("a\u{1B}[3;5Hb").rows == ["a", "", "    b", ""])
    #expect(screen("abc\u{1B}[2Dx\u{1B}[1Cy").rows[0] == "axcy")
    #expect(screen("\u{1B}[2Ba\u{1B}[A\u{1B}[Gb").rows == ["", "b", "a", ""])
    #expect(screen("a\u{1B}7\u{1B}[4;4Hb\u{1B}8c").rows == ["ac", "", "", "   b"])
    let far = screen("\u{1B}[99;99H")
    #expect(far.row == 3 && far.column == 9)
  }

  @Test func erasing() {
    #expect(screen("abcdef\u{1B}[3D\u{1B}[K").rows[0] == "abc")
    #expect(screen("abcdef\u{1B}[3D\u{1B}[1K").rows[0] == "    ef")
    #expect(screen("a\r\nb\r\nc\u{1B}[2;1H\u{1B}[J").rows == ["a", "", "", ""])
    #expect(screen("a\r\nb\u{1B}[2J").rows == ["", "", "", ""])
    #expect(screen("abcdef\u{1B}[4D\u{1B}[2X").rows[0] == "ab  ef")
  }

  @Test func insertingAndDeleting() {
    #expect(screen("abcdef\u{1B}[4D\u{1B}[2@").rows[0] == "ab  cdef")
    #expect(screen("abcdef\u{1B}[4D\u{1B}[2P").rows[0] == "abef")
    #expect(screen("abc\r\u{1B}[4hx\u{1B}[4ly").rows[0] == "xybc")
    #expect(screen("a\r\nb\r\nc\u{1B}[2;1H\u{1B}[L").rows == ["a", "", "b", "c"])
    #expect(screen("a\r\nb\r\nc\u{1B}[1;1H\u{1B}[M").rows == ["b", "c", "", ""])
  }

  @Test func scrolling() {
    let shown = screen("1\r\n2\r\n3\r\n4\r\n5")
    #expect(shown.rows == ["2", "3", "4", "5"])
    #expect(shown.scrolledOff == ["1"])
    #expect(shown.transcript == ["1", "2", "3", "4", "5"])
    #expect(shown.absoluteRow == 4)
    #expect(screen("1\r\n2\u{1B}[1;1H\u{1B}M").rows == ["", "1", "2", ""])
    let region = screen("1\r\n2\r\n3\r\n4\u{1B}[2;3r\u{1B}[3;1H\nx")
    #expect(region.rows == ["1", "3", "x", "4"])
    #expect(region.scrolledOff.isEmpty)
  }

  @Test func coloursShowNothingAndWhatIsUnknownIsNoted() {
    let coloured = screen("\u{1B}[1;36mdajuan\u{1B}[0m> \u{1B}[?2004h")
    #expect(coloured.rows[0] == "dajuan>")
    #expect(coloured.unknown.isEmpty)
    #expect(screen("\u{1B}[5~").unknown == ["CSI 5~"])
    #expect(screen("\u{1B}]0;name\u{7}x\u{1B}]2;other\u{1B}\\").title == "other")
  }

  @Test func inputMayBreakOffAnywhere() {
    let bytes = Array("指\u{1B}[2;3H标\u{1B}]0;t\u{1B}\\！".utf8)
    let whole = screen(String(decoding: bytes, as: UTF8.self))
    var pieces = Screen(width: 10, height: 4)
    for byte in bytes { pieces.feed([byte]) }
    #expect(pieces.rows == whole.rows)
    #expect(pieces.rows == ["指", "  标！", "", ""])
    #expect(pieces.title == "t")
    pieces.feed([0xFF, 0x41])
    #expect(pieces.rows[1] == "  标！\u{FFFD}A")
  }
}
