#include "searcher/serve/warm_up.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ordalag {
namespace {

// A fifth word hardly gains anything more.
constexpr std::size_t kWords = 4;
// Shorter ones are mostly function words, which warm little but their own postings.
constexpr std::size_t kLeastBytes = 6;

std::vector<std::string> commonest_words(const IndexReader& reader) {
  using Counted = std::pair<std::uint32_t, std::string>;
  std::vector<Counted> best;  // most frequent first
  reader.each_form([&best](std::string_view form, std::uint32_t passages) {
    const bool common = best.size() < kWords || passages > best.back().first;
    if (form.size() < kLeastBytes || !common) return;
    if (best.size() == kWords) best.pop_back();
    Counted counted{passages, form};
    const auto place = std::ranges::lower_bound(best, counted, std::ranges::greater{});
    best.insert(place, std::move(counted));
  });
  std::vector<std::string> words;
  for (Counted& counted : best) words.push_back(std::move(counted.second));
  return words;
}

}  // namespace

void warm_up(Searcher& searcher, Deadline::Clock::time_point until) {
  searcher.set_deadline(until);
  for (std::string& word : commonest_words(searcher.reader())) {
    if (Deadline::Clock::now() >= until) break;
    SearchRequest request;
    request.query = std::move(word);
    request.syntax = Syntax::kWords;
    // What goes wrong here is told to whoever asks and meets it.
    static_cast<void>(searcher.search(request));
  }
  searcher.set_deadline({});
}

}  // namespace ordalag
