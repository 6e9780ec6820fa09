internal import Dajuan
internal import DajuanLedger
internal import DajuanSyntax
internal import LineEditing
internal import TerminalText

extension Repl {
  /// Hands an answer to the person: to the file that was asked for, or else to the terminal, where the
  /// bar tells how far a long table is laid out.
  func deliver(_ result: QueryResult, after time: Duration, _ bar: QueryBar) {
    if let file = answerFile { return write(result, to: file, after: time) }
    let language = settings.language ?? result.language
    guard rendering.format != .arrow else {
      return tell(
        language == .chinese
          ? "arrow 是字节，不能显示在终端；请写 .输出 文件.arrow，或 .格式 table"
          : "arrow is bytes and not for a terminal: write .output FILE.arrow, or .mode table")
    }
    var look = rendering
    look.elapsed = settings.timer.tells(time) ? time : nil
    let isTable = [.table, .box].contains(look.format) && !result.isChart
    let pages = PagedOutput(output, settings.pager, isTable: isTable)
    var stream = AnswerStream(after: bar, pages.write)
    let isWhole = result.write(look, to: &stream, progress: bar.progress) { [stream] in
      stream.tick()
      return Interrupts.isPending || pages.isClosed
    }
    if isWhole {
      if let note = result.note(look) { pages.write(note + "\n") }
      // The formats for reading in a terminal have it in their footer.
      if let elapsed = look.elapsed, !look.format.isForTerminals {
        pages.write(QueryTime.text(elapsed) + "\n")
      }
      if look.format.isForTerminals, !result.isChart, let limit = settings.rows,
        result.table.count > limit
      {
        pages.write(
          language == .chinese ? "查看全部：.设置 行数 全部\n" : "to see all of them: .set rows all\n")
      }
    }
    if let problem = pages.finish() { tell(TerminalText.visible(problem[language])) }
  }

  private func write(_ result: QueryResult, to file: AnswerFile, after time: Duration) {
    let language = settings.language ?? result.language
    let isChinese = language == .chinese
    let path = TerminalText.visible(file.path)
    do throws(FileFailure) {
      switch try file.write(result, rendering, shouldStop: { Interrupts.isPending }) {
      case .written:
        let count = result.table.count
        var text =
          isChinese ? "\(count) 行" : count == 1 ? "1 row" : "\(count) rows"
        text += " → \(path)"
        if settings.timer.tells(time) { text += " · " + QueryTime.text(time) }
        tell(text)
        if let note = result.note(rendering) { tell(note) }
      case .stopped: break
      case .notDrawn:
        tell(
          isChinese
            ? "不是图表，未写入 \(path)；请以 图表 结尾，或写入别的文件"
            : "not written, as \(path) is for charts: end in `| chart …`, or name another file")
      }
    } catch {
      complain(TerminalText.visible(error.description(in: language)))
      answerFile = nil
      return tell(isChinese ? "答案改为显示在终端" : "answers are shown in the terminal again")
    }
    if file.isFull { answerFile = nil }
  }

  /// `.output FILE` and `.once FILE`: where answers go; without a file, to the terminal again.
  func redirect(_ command: DotCommand, isForOne: Bool) {
    let language = language(of: command)
    guard let path = TypedPaths.onePath(command.arguments) else {
      if isForOne {
        return tell(language == .chinese ? ".一次 需要文件名" : ".once needs a file")
      }
      answerFile = nil
      return
    }
    do throws(FileFailure) {
      try send(to: path, isForOne: isForOne)
    } catch {
      complain(TerminalText.visible(error.description(in: language)))
    }
  }

  /// Lets answers go to a file.
  func send(to path: String, isForOne: Bool) throws(FileFailure) {
    var look = rendering
    look.usesColor = false
    answerFile = try AnswerFile(path, format: formatOfRun, isForOne: isForOne, rendering: look)
  }

  /// Shows what may be taller than the screen.
  func showPaged(_ text: String) {
    if isStarting { return }
    let pages = PagedOutput(output, settings.pager)
    pages.write(text + "\n")
    guard let problem = pages.finish() else { return }
    tell(TerminalText.visible(problem[settings.language ?? .english]))
  }
}
