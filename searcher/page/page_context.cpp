#include "searcher/page/page_context.hpp"

#include <algorithm>
#include <utility>

namespace ordalag {

std::string PageContext::parameter(std::string_view name) const {
  for (const auto& [key, value] : parameters)
    if (key == name) return value;
  return {};
}

std::string PageContext::link(std::string_view to, Parameters with) const {
  if (language_chosen) with.emplace_back("lang", std::string(code()));
  std::string address(to);
  if (with.empty()) return address;
  // A fragment stays last.
  const std::size_t hash = std::min(address.find('#'), address.size());
  return address.substr(0, hash) + "?" + format_parameters(with) + address.substr(hash);
}

void choose_language(PageContext& context) {
  const std::string chosen = context.parameter("lang");
  if (chosen == "sv" || chosen == "en") {
    context.language = chosen == "en" ? Language::kEnglish : Language::kSwedish;
    context.language_chosen = true;
    return;
  }
  const std::string& accepted = context.request.accept_language;
  const std::size_t swedish = std::min(accepted.find("sv"), accepted.size());
  context.language = accepted.find("en") < swedish ? Language::kEnglish : Language::kSwedish;
}

}  // namespace ordalag
