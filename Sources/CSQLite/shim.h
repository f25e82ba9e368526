#pragma once
#include <sqlite3.h>

/// Switches off what a database file could make its reader do: sqlite3_db_config takes a variable number of
/// arguments, which cannot be called from Swift. Returns SQLITE_OK or the first refusal.
static inline int telaah_sqlite_protect(sqlite3 *database) {
  static const int settings[][2] = {
    {SQLITE_DBCONFIG_DEFENSIVE, 1},      {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
    {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0}, {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
    {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
  };
  for (unsigned index = 0; index < sizeof settings / sizeof *settings; index++) {
    int status = sqlite3_db_config(database, settings[index][0], settings[index][1], (int *)0);
    if (status != SQLITE_OK) return status;
  }
  return SQLITE_OK;
}
