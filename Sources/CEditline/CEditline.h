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

typedef unsigned char (*ce_command_t)(EditLine *, wint_t);
typedef wchar_t *(*ce_prompt_t)(EditLine *);

// Swift sees the C stream variables as unsafe shared state; a function has no such trouble.
static inline FILE *ce_stdin(void) { return stdin; }
static inline FILE *ce_stdout(void) { return stdout; }
static inline FILE *ce_stderr(void) { return stderr; }

static inline int ce_set_client_data(EditLine *el, void *data) {
  return el_wset(el, EL_CLIENTDATA, data);
}

static inline void *ce_get_client_data(EditLine *el) {
  void *data = NULL;
  return el_wget(el, EL_CLIENTDATA, &data) == 0 ? data : NULL;
}

// `escape` opens and closes each stretch of the prompt that takes no columns.
static inline int ce_set_prompt(EditLine *el, ce_prompt_t prompt, wchar_t escape) {
  return el_wset(el, EL_PROMPT_ESC, prompt, (int)escape);
}

static inline int ce_set_editor(EditLine *el, const wchar_t *name) {
  return el_wset(el, EL_EDITOR, name);
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

// Overrides one capability of the terminal, named as in termcap.
static inline int ce_set_capability(EditLine *el, const wchar_t *name, const wchar_t *value) {
  return el_wset(el, EL_SETTC, name, value, NULL);
}

// Cooked (0) or raw (1) terminal modes, as they were and as libedit edits in.
static inline int ce_prepare_terminal(EditLine *el, int raw) {
  return el_wset(el, EL_PREP_TERM, raw);
}

// Forgets what is on the screen and draws prompt and line from where the cursor stands.
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
