internal import CEditline

/// Which key does what, in libedit's notation.
enum KeyBindings {
  /// Emacs keys, then what a person's `~/.editrc` says, then the editor's own keys, which must
  /// be there in whatever keymap that file chose.
  ///
  /// libedit keeps the names it is given, not copies: they live in `context`, which must outlive
  /// `editline`.
  static func install(in editline: OpaquePointer, context: EditorContext) {
    ce_set_editor(editline, WideText.encode("emacs"))
    for (name, command) in EditorContext.commands {
      let lasting = context.keep(name)
      ce_add_command(editline, lasting, lasting, command)
    }
    bind(conveniences, in: editline)
    el_source(editline, nil)
    bind(essentials, in: editline)
  }

  private static func bind(_ keys: [(key: String, command: String)], in editline: OpaquePointer) {
    for (key, command) in keys {
      ce_bind(editline, WideText.encode(key), WideText.encode(command))
    }
  }

  /// Keys of today's keyboards and shells that libedit does not bind by itself.
  private static let conveniences = [
    ("\\e[H", "ed-move-to-beg"), ("\\eOH", "ed-move-to-beg"), ("\\e[1~", "ed-move-to-beg"),
    ("\\e[7~", "ed-move-to-beg"),
    ("\\e[F", "ed-move-to-end"), ("\\eOF", "ed-move-to-end"), ("\\e[4~", "ed-move-to-end"),
    ("\\e[8~", "ed-move-to-end"),
    ("\\e[3~", "ed-delete-next-char"),
    ("\\e[C", "ed-next-char"), ("\\eOC", "ed-next-char"),
    ("\\e[D", "ed-prev-char"), ("\\eOD", "ed-prev-char"),
    ("\\e[1;5C", "em-next-word"), ("\\e[1;3C", "em-next-word"),
    ("\\e[1;5D", "ed-prev-word"), ("\\e[1;3D", "ed-prev-word"),
    ("\\e[A", "line-up"), ("\\eOA", "line-up"),
    ("\\e[B", "line-down"), ("\\eOB", "line-down"),
    ("\\e^M", "line-newline"), ("\\e^J", "line-newline"),
    ("^U", "vi-kill-line-prev"), ("^W", "ed-delete-prev-word"),
    // Asks for one of libedit's own commands, in a way Ctrl-C does not get out of.
    ("\\ex", "ed-unassigned"),
  ]

  private static let essentials = [
    ("^I", "line-complete"),
    ("^R", "line-search"),
    ("\\200", "line-begin"),
    ("\\201", "line-list"),
    ("\\202", "line-search-step"),
    ("\\203", "ed-prev-history"),
    ("\\204", "ed-next-history"),
  ]
}
