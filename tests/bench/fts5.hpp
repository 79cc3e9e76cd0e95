// SQLite's full-text table over the passages of an index, to compare with.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "core/store/index_reader.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace ordalag::bench {

class Fts5 {
 public:
  // Makes `file` and fills it with every passage. Ends the program when SQLite refuses.
  Fts5(const IndexReader& reader, const std::filesystem::path& file);
  ~Fts5();
  Fts5(const Fts5&) = delete;
  Fts5& operator=(const Fts5&) = delete;

  // Whether some passage holds the words of `quote` in a row, by a phrase query.
  bool holds(const std::string& quote);

 private:
  void run(const char* statement);
  sqlite3_stmt* prepare(const char* statement);

  sqlite3* database_ = nullptr;
  sqlite3_stmt* find_ = nullptr;
};

}  // namespace ordalag::bench
