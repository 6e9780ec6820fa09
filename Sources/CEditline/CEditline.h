// libedit's el_wset and history_w are variadic, which Swift cannot call. Each use the
// editor makes of them stands here once, with the argument types that option really takes;
// the compiler then checks what the varargs would not.

#ifndef CEDITLINE_H
#define CEDITLINE_H

#include <histedit.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <wchar.h>

// The terminfo database under termcap's names, from the library that libedit itself stands on. Its
// header would bring macros of very many short words.
int tgetent(char *buffer, const char *name);
int tgetnum(const char *name);
char *tgetstr(const char *name, char **area);

typedef unsigned char (*ce_command_t)(EditLine *, wint_t);

// Swift sees the C stream variables as unsafe shared state; a function has no such trouble.
static inline FILE *ce_stdin(void) { return stdin; }
static inline FILE *ce_stdout(void) { return stdout; }
static inline FILE *ce_stderr(void) { return stderr; }

// An editor of the terminal on standard input and output that draws on `screen`.
static inline EditLine *ce_init(const char *program, FILE *screen) {
  return el_init_fd(program, stdin, screen, stderr, 0, 1, 2);
}

static inline int ce_set_client_data(EditLine *el, void *data) {
  return el_wset(el, EL_CLIENTDATA, data);
}

static inline void *ce_get_client_data(EditLine *el) {
  void *data = NULL;
  return el_wget(el, EL_CLIENTDATA, &data) == 0 ? data : NULL;
}

static inline int ce_set_editor(EditLine *el, const wchar_t *name) {
  return el_wset(el, EL_EDITOR, name);
}

// The name of the key map in use, "emacs" or "vi".
static inline const wchar_t *ce_get_editor(EditLine *el) {
  const wchar_t *name = NULL;
  return el_wget(el, EL_EDITOR, &name) == 0 ? name : NULL;
}

static inline int ce_set_signal_handling(EditLine *el, int enabled) {
  return el_wset(el, EL_SIGNAL, enabled);
}

static inline int ce_set_reader(EditLine *el, el_rfunc_t reader) {
  return el_wset(el, EL_GETCFN, reader);
}

static inline int ce_add_command(
    EditLine *el, const wchar_t *name, const wchar_t *help, ce_command_t command) {
  return el_wset(el, EL_ADDFN, name, help, command);
}

static inline int ce_bind(EditLine *el, const wchar_t *key, const wchar_t *command) {
  return el_wset(el, EL_BIND, key, command, NULL);
}

// Carries out a line of an editrc(5) file.
static inline int ce_parse_line(EditLine *el, const wchar_t *line) {
  TokenizerW *tokenizer = tok_winit(NULL);
  int count = 0;
  const wchar_t **words = NULL;
  int result = -1;
  if (tokenizer == NULL) return result;
  if (tok_wstr(tokenizer, line, &count, &words) == 0 && count > 0) {
    result = el_wparse(el, count, words);
  }
  tok_wend(tokenizer);
  return result;
}

// Binds in the map of vi's command mode.
static inline int ce_bind_alternate(EditLine *el, const wchar_t *key, const wchar_t *command) {
  return el_wset(el, EL_BIND, L"-a", key, command, NULL);
}

// Whether lines are edited at all.
static inline int ce_set_editing(EditLine *el, int enabled) {
  return el_wset(el, EL_EDITMODE, enabled);
}

// Overrides one capability of the terminal, named as in termcap.
static inline int ce_set_capability(EditLine *el, const wchar_t *name, const wchar_t *value) {
  return el_wset(el, EL_SETTC, name, value, NULL);
}

// Cooked (0) or raw (1) terminal modes, as they were and as libedit edits in.
static inline int ce_prepare_terminal(EditLine *el, int raw) {
  return el_wset(el, EL_PREP_TERM, raw);
}

// While lines are edited, the terminal neither translates line ends nor stops at Ctrl-S. Takes
// effect at once, and so only after ce_prepare_terminal(el, 1).
static inline int ce_leave_characters_alone(EditLine *el) {
  return el_wset(el, EL_SETTY, L"-d", L"-icrnl", L"-inlcr", L"-ixon", NULL);
}

// Forgets what is on the screen and draws the line from where the cursor stands.
static inline int ce_redraw(EditLine *el) { return el_wset(el, EL_REFRESH); }

static inline int ce_set_history(EditLine *el, HistoryW *history) {
  return el_wset(el, EL_HIST, history_w, history);
}

static inline int ce_history_set_size(HistoryW *history, int size) {
  HistEventW event;
  return history_w(history, &event, H_SETSIZE, size);
}

static inline int ce_history_enter(HistoryW *history, const wchar_t *entry) {
  HistEventW event;
  return history_w(history, &event, H_ENTER, entry);
}

#endif
