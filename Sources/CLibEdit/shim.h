#pragma once

// libedit sets and reads its options through C variadics, which Swift does not import. Every use the line
// editor makes of them has one wrapper with fixed arguments here; nothing else belongs in this file.

#include <histedit.h>
#include <langinfo.h>
#include <locale.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

typedef wchar_t *_Nullable (*cle_prompt_function)(EditLine *_Nullable editor);
typedef int (*cle_read_function)(EditLine *_Nullable editor, wchar_t *_Nullable character);
typedef unsigned char (*cle_key_function)(EditLine *_Nullable editor, wint_t character);

/// Makes an editor on the standard streams; libedit's own complaints about the terminal are not shown.
static inline EditLine *_Nullable cle_init(const char *_Nonnull name) {
  FILE *errors = fopen("/dev/null", "we");
  return el_init(name, stdin, stdout, errors ? errors : stderr);
}

/// Chooses the terminal description; -1 when it is not known.
static inline int cle_set_terminal(EditLine *_Nonnull editor, const char *_Nullable name) {
  return el_set(editor, EL_TERMINAL, name);
}

/// Chooses the emacs keys, whatever EDITOR says.
static inline int cle_use_emacs_keys(EditLine *_Nonnull editor) { return el_wset(editor, EL_EDITOR, L"emacs"); }

/// Leaves signals to the program.
static inline int cle_leave_signals(EditLine *_Nonnull editor) { return el_set(editor, EL_SIGNAL, 0); }

/// Keeps a pointer that `cle_context` gives back inside callbacks.
static inline int cle_set_context(EditLine *_Nonnull editor, void *_Nullable context) {
  return el_set(editor, EL_CLIENTDATA, context);
}

/// The pointer kept by `cle_set_context`.
static inline void *_Nullable cle_context(EditLine *_Nonnull editor) {
  void *context = NULL;
  el_get(editor, EL_CLIENTDATA, &context);
  return context;
}

/// Sets the function that gives the prompt, in which U+0001 encloses escape sequences.
static inline int cle_set_prompt(EditLine *_Nonnull editor, cle_prompt_function _Nonnull prompt) {
  return el_wset(editor, EL_PROMPT_ESC, prompt, L'\1');
}

/// Sets the function that reads one character.
static inline int cle_set_reader(EditLine *_Nonnull editor, cle_read_function _Nonnull read) {
  return el_wset(editor, EL_GETCFN, read);
}

/// Adds an editing function named `telaah`.
static inline int cle_add_function(EditLine *_Nonnull editor, cle_key_function _Nonnull function) {
  return el_wset(editor, EL_ADDFN, L"telaah", L"telaah", function);
}

/// Binds one character below U+0100 to an editing function.
static inline int cle_bind(EditLine *_Nonnull editor, wchar_t character, const char *_Nonnull function) {
  wchar_t key[2] = {character, 0};
  wchar_t name[64];
  if (mbstowcs(name, function, 63) == (size_t)-1) return -1;
  name[63] = 0;
  return el_wset(editor, EL_BIND, key, name, NULL);
}

/// Puts the terminal in (1) or out of (0) editing mode.
static inline int cle_prepare_terminal(EditLine *_Nonnull editor, int enter) {
  return el_set(editor, EL_PREP_TERM, enter);
}

/// Draws the prompt and the line anew from where the cursor stands.
static inline int cle_refresh(EditLine *_Nonnull editor) { return el_set(editor, EL_REFRESH); }

/// Writes bytes to the stream that libedit draws on, at once.
static inline void cle_write(const char *_Nonnull bytes, size_t count) {
  fwrite(bytes, 1, count, stdout);
  fflush(stdout);
}

/// Chooses character sets only: a locale for numbers would spoil every file that is written.
/// The environment's is kept when it is UTF-8, else UTF-8 is chosen; 0 when there is none at all.
static inline int cle_use_utf8(void) {
  setlocale(LC_CTYPE, "");
  const char *codeset = nl_langinfo(CODESET);
  if (codeset && codeset[0] == 'U' && codeset[1] == 'T' && codeset[2] == 'F') return 1;
  return setlocale(LC_CTYPE, "C.UTF-8") || setlocale(LC_CTYPE, "C.utf8") || setlocale(LC_CTYPE, "en_US.UTF-8");
}
