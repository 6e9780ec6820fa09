internal import CEditline

/// Which key does what, in libedit's notation.
enum KeyBindings {
  /// Makes the editor's own commands known by their names.
  ///
  /// libedit keeps the names it is given, not copies: they live in `context`, which must outlive
  /// `editline`.
  static func addCommands(to editline: OpaquePointer, context: EditorContext) {
    for (name, command) in EditorContext.commands {
      let lasting = context.keep(name)
      ce_add_command(editline, lasting, lasting, command)
    }
  }

  /// Binds all keys anew: emacs's or vi's, today's keyboards', then what a person's `~/.editrc`
  /// says, then what must be there whatever that file says. Without `keys`, that file also says
  /// whose keys they are.
  static func install(
    _ keys: LineEditor.Keys?, in editline: OpaquePointer, context: EditorContext
  ) {
    ce_set_editor(editline, WideText.encode("emacs"))
    el_source(editline, nil)
    let chosen = keys?.rawValue ?? ce_get_editor(editline).map { WideText.decode($0) }
    let isVi = chosen == LineEditor.Keys.vi.rawValue
    ce_set_editor(editline, WideText.encode(isVi ? "vi" : "emacs"))
    bind(conveniences, in: editline)
    if isVi { bind(viConveniences, in: editline, inCommandMode: true) }
    PersonalBindings.install(in: editline)
    ce_set_editing(editline, 1)
    bind(essentials, in: editline)
    bind(essentials + (isVi ? viEssentials : []), in: editline, inCommandMode: true)
    context.usesViKeys = isVi
  }

  private static func bind(
    _ keys: [(key: String, command: String)], in editline: OpaquePointer,
    inCommandMode: Bool = false
  ) {
    for (key, command) in keys {
      let (key, command) = (WideText.encode(key), WideText.encode(command))
      if inCommandMode {
        ce_bind_alternate(editline, key, command)
      } else {
        ce_bind(editline, key, command)
      }
    }
  }

  /// Keys of today's keyboards and shells that libedit does not bind by itself.
  private static let conveniences = [
    ("\\e[H", "line-home"), ("\\eOH", "line-home"), ("\\e[1~", "line-home"),
    ("\\e[7~", "line-home"),
    ("\\e[F", "line-end"), ("\\eOF", "line-end"), ("\\e[4~", "line-end"),
    ("\\e[8~", "line-end"),
    ("^A", "line-home"), ("^E", "line-end"),
    ("\\e[3~", "ed-delete-next-char"),
    ("\\e[C", "ed-next-char"), ("\\eOC", "ed-next-char"),
    ("\\e[D", "ed-prev-char"), ("\\eOD", "ed-prev-char"),
    ("\\e[1;5C", "em-next-word"), ("\\e[1;3C", "em-next-word"),
    ("\\e[1;5D", "ed-prev-word"), ("\\e[1;3D", "ed-prev-word"),
    ("\\e[A", "line-up"), ("\\eOA", "line-up"), ("^P", "line-up"),
    ("\\e[B", "line-down"), ("\\eOB", "line-down"), ("^N", "line-down"),
    ("\\e[5~", "line-prefix-older"), ("\\ep", "line-prefix-older"),
    ("\\e[6~", "line-prefix-newer"), ("\\en", "line-prefix-newer"),
    ("\\e^M", "line-newline"), ("\\e^J", "line-newline"),
    ("^X^E", "line-edit"),
    ("^U", "line-kill-start"), ("^K", "line-kill-end"), ("^Y", "em-yank"),
    ("^L", "ed-clear-screen"), ("^_", "line-undo"), ("^W", "ed-delete-prev-word"),
    // Asks for one of libedit's own commands, in a way Ctrl-C does not get out of.
    ("\\ex", "ed-unassigned"),
  ]

  /// Keys of vi's command mode that work on the whole of a statement or on our history.
  private static let viConveniences = [
    ("k", "line-up"), ("\\055", "line-up"), ("^P", "line-up"),
    ("j", "line-down"), ("+", "line-down"), ("^N", "line-down"),
    ("/", "line-search-command"), ("?", "line-search-command"),
    ("n", "line-search-older"), ("N", "line-search-newer"),
    ("v", "line-edit"),
  ]

  private static let essentials = [
    ("^I", "line-complete"),
    ("^R", "line-search"),
    ("^M", "line-enter"), ("^J", "line-enter"),
    ("\\200", "line-begin"),
    ("\\201", "ed-newline"),
    ("\\202", "line-search-step"),
    ("\\203", "em-set-mark"),
    ("\\204", "em-kill-region"),
    ("\\205", "line-paste"),
    ("\\206", "vi-command-mode"),
    ("\\207", "vi-add-at-eol"),
    ("\\210", "line-kill-go"),
  ]

  private static let viEssentials = [("^M", "line-enter-command"), ("^J", "line-enter-command")]
}
