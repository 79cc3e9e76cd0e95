#include "tests/bench/fts5.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <string_view>

namespace ordalag::bench {
namespace {

[[noreturn]] void give_up(sqlite3* database) {
  std::printf("SQLite: %s\n", sqlite3_errmsg(database));
  std::exit(1);
}

void bind_text(sqlite3_stmt* statement, std::string_view text) {
  sqlite3_bind_text(statement, 1, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
}

}  // namespace

Fts5::Fts5(const IndexReader& reader, const std::filesystem::path& file) {
  if (sqlite3_open(file.c_str(), &database_) != SQLITE_OK) give_up(database_);
  run("CREATE VIRTUAL TABLE passages USING fts5(text, tokenize = 'unicode61 remove_diacritics 0')");
  run("BEGIN");
  sqlite3_stmt* insert = prepare("INSERT INTO passages(text) VALUES (?)");
  for (DocumentNumber document = 0; document < reader.document_count(); ++document) {
    const StoredDocument& stored = reader.document(document);
    for (std::uint32_t i = 0; i < stored.passages; ++i) {
      bind_text(insert, reader.passage_text(stored.first_passage + i));
      if (sqlite3_step(insert) != SQLITE_DONE) give_up(database_);
      sqlite3_reset(insert);
    }
  }
  sqlite3_finalize(insert);
  run("COMMIT");
  run("INSERT INTO passages(passages) VALUES ('optimize')");
  find_ = prepare("SELECT rowid FROM passages WHERE passages MATCH ? LIMIT 10");
}

Fts5::~Fts5() {
  sqlite3_finalize(find_);
  sqlite3_close(database_);
}

void Fts5::run(const char* statement) {
  if (sqlite3_exec(database_, statement, nullptr, nullptr, nullptr) != SQLITE_OK) {
    give_up(database_);
  }
}

sqlite3_stmt* Fts5::prepare(const char* statement) {
  sqlite3_stmt* prepared = nullptr;
  if (sqlite3_prepare_v2(database_, statement, -1, &prepared, nullptr) != SQLITE_OK) {
    give_up(database_);
  }
  return prepared;
}

bool Fts5::holds(const std::string& quote) {
  std::string phrase = "\"";
  std::ranges::copy_if(quote, std::back_inserter(phrase), [](char c) { return c != '"' && c != 0; });
  phrase += '"';
  bind_text(find_, phrase);
  bool any = false;
  int step = sqlite3_step(find_);
  for (; step == SQLITE_ROW; step = sqlite3_step(find_)) any = true;
  if (step != SQLITE_DONE) give_up(database_);
  sqlite3_reset(find_);
  return any;
}

}  // namespace ordalag::bench
