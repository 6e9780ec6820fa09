internal import Dajuan
internal import DajuanLedger
internal import DajuanSyntax
internal import LineEditing
internal import TerminalText

extension Repl {
  /// Reads what is saved, and lets the command line speak after it.
  func loadSettings() {
    if let file = settingsFile {
      do throws(FileFailure) {
        let (saved, unknown) = try file.load()
        settings = saved
        if let line = unknown.first {
          settingsProblems.append(
            "settings: \(file.path):\(line) is not understood, and kept as it is")
        }
      } catch {
        settingsProblems.append("settings: \(error.description)")
      }
    }
    if let format = options.format {
      settings.choose(format.rawValue, for: .mode)
      formatOfRun = format
    }
    if let language = options.lang { settings.choose(language.rawValue, for: .lang) }
    if options.guardsFormulas { settings.choose("on", for: .csvGuard) }
    applySettings()
  }

  /// Makes the settings hold.
  private func applySettings() {
    options.messages.lang = settings.language
    rendering.format = settings.format
    rendering.language = settings.language
    rendering.guardsFormulas = settings.guardsFormulas
    rendering.maximumRows = settings.rows
  }

  /// `.set`: lists the settings, tells of one, or chooses a value for it and keeps it for the next time.
  func set(_ command: DotCommand) {
    let language = language(of: command)
    guard let name = command.arguments.first else { return show(settingsList(language)) }
    guard let setting = Setting(named: name) else {
      let names = Setting.allCases.flatMap { [$0.rawValue, $0.chinese] }
      let nearest = NearestName(name).best(among: names)
      let text =
        language == .chinese
        ? "没有设置 \(name)" + (nearest.map { "；是不是 \($0)？" } ?? "；见 .设置")
        : "there is no setting \(name); " + (nearest.map { "did you mean \($0)?" } ?? "see .set")
      return complain(TerminalText.visible(text))
    }
    guard let word = command.arguments.dropFirst().first else {
      return show(summary(setting, language))
    }
    let isStandard = ["default", "默认"].contains(word)
    guard let value = isStandard ? setting.standard : setting.value(word) else {
      return complain(refusal(word, setting, language))
    }
    choose(isStandard ? nil : value, for: setting)
    save(isStandard ? nil : value, for: setting, language)
  }

  /// `.mode`, `.width`, `.timer`, `.lang`: tells of a setting, or chooses a value for this time only.
  func choose(_ setting: Setting, _ command: DotCommand) {
    let language = language(of: command)
    guard let word = command.arguments.first else {
      let choices = setting.choices(language)
      return tell(
        setting.shown(settings[setting], language)
          + (language == .chinese ? "；可选 \(choices)" : "; one of \(choices)"))
    }
    guard let value = setting.value(word) else {
      return complain(refusal(word, setting, language))
    }
    choose(value, for: setting)
    if setting == .mode { formatOfRun = settings.format }
  }

  private func choose(_ value: String?, for setting: Setting) {
    settings.choose(value, for: setting)
    applySettings()
  }

  /// Why a value is none, with the nearest one or those there are.
  private func refusal(_ word: String, _ setting: Setting, _ language: Language) -> String {
    let nearest = NearestName(word).best(
      among: setting.values.flatMap { [$0.english, $0.chinese] })
    let choices = setting.choices(language)
    let text =
      language == .chinese
      ? "\(setting.chinese)不能是 \(word)；" + (nearest.map { "是不是 \($0)？" } ?? "可选 \(choices)")
      : "\(setting.rawValue) cannot be \(word); "
        + (nearest.map { "did you mean \($0)?" } ?? "one of \(choices)")
    return Self.laidOut(text)
  }

  private func settingsList(_ language: Language) -> String {
    var listing = Listing()
    for setting in Setting.allCases {
      listing.add([
        setting.rawValue, setting.chinese, setting.shown(settings[setting], language),
        setting.gloss[language],
      ])
    }
    let place = settingsFile.map { TerminalText.visible($0.path) } ?? "–"
    return listing.text(width: Terminal.width) + "\n"
      + Self.laidOut(
        language == .chinese
          ? "保存在 \(place)；.设置 名称 默认 还原一项"
          : "kept in \(place); .set name default undoes one")
  }

  private func summary(_ setting: Setting, _ language: Language) -> String {
    """
    \(setting.rawValue)  \(setting.chinese)  \(setting.shown(settings[setting], language))
      \(setting.gloss[language])
      \(setting.choices(language))
    """
  }

  /// Keeps a value; where that cannot be done says so, once.
  private func save(_ value: String?, for setting: Setting, _ language: Language) {
    let problem: String?
    if let settingsFile {
      do throws(FileFailure) {
        try settingsFile.save(value, for: setting)
        return
      } catch { problem = error.description }
    } else {
      problem = nil
    }
    guard !hasSaidUnsaved else { return }
    hasSaidUnsaved = true
    let why = problem.map { (language == .chinese ? "：" : ": ") + $0 } ?? ""
    tell(
      TerminalText.visible(
        (language == .chinese
          ? "只在本次有效，无法保存" : "holds for this time only, as it cannot be saved") + why))
  }
}
