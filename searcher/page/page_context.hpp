// What every page is made from: the question, the index, the reader's language.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/answer/searcher.hpp"
#include "searcher/http/message.hpp"
#include "searcher/http/url.hpp"
#include "searcher/render/figures.hpp"

namespace ordalag {

struct PageContext {
  const HttpRequest& request;
  std::filesystem::path index;
  std::shared_ptr<Searcher> searcher;
  Language language = Language::kSwedish;
  Parameters parameters;          // of the query, or of a form that was sent
  std::vector<std::string> path;  // segments, decoded
  bool language_chosen = false;   // by `lang`: links carry it on

  // The one of two texts that is in the reader's language.
  std::string_view say(std::string_view swedish, std::string_view english) const {
    return language == Language::kSwedish ? swedish : english;
  }
  std::string_view code() const { return say("sv", "en"); }
  // The first value of a parameter; empty when it is not there.
  std::string parameter(std::string_view name) const;
  // "/quote?q=…": with `lang` when the reader has chosen one.
  std::string link(std::string_view path, Parameters with = {}) const;
  // A count as it is written in the reader's language.
  std::string figure(std::uint64_t number) const { return grouped(number, language); }
};

// Swedish or English by `lang`, else by the first of them in Accept-Language.
void choose_language(PageContext& context);

}  // namespace ordalag
