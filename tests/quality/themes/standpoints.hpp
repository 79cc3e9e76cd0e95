// Standpoints of parties with the subject that the party filed each under, and the tally of what
// the tagger says of them.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/base/document.hpp"
#include "core/base/result.hpp"
#include "core/tagging/tagger.hpp"

namespace ordalag {

struct Standpoint {
  std::string id;
  std::string title;  // never shown to the tagger
  std::string area;
  Document document;  // read as the indexer reads a record
};

// Reads themes.jsonl; `subjects` is the table from subject to area. Errors: kBadInput.
Result<std::vector<Standpoint>> read_standpoints(const std::filesystem::path& file,
                                                 const std::filesystem::path& subjects,
                                                 const Analyser& analyser);

// How the areas of a document are made of those of its passages.
enum class Pooling { kSumOfScores, kBestScore };

struct ThemeTally {
  int standpoints = 0;
  int top = 0;       // the subject is the strongest area
  int among = 0;     // the subject is among the areas
  int untagged = 0;  // no area at all
  std::map<std::pair<std::string, std::string>, int> confusion;  // (subject, strongest area)

  double share(int part) const { return standpoints == 0 ? 0 : double(part) / standpoints; }
  // Of the area as the strongest one; 0 when it never is.
  double f1(const std::string& area) const;
  double macro_f1() const;  // over the areas that are the subject of some standpoint
};

ThemeTally tally(const std::vector<Standpoint>& standpoints, const ThemeRegistry& themes,
                 Pooling pooling);

}  // namespace ordalag
