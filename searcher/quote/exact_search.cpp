#include "searcher/quote/exact_search.hpp"

#include <algorithm>
#include <bit>
#include <functional>
#include <optional>
#include <string_view>

#include "searcher/quote/exact_match.hpp"
#include "searcher/quote/place_builder.hpp"
#include "searcher/quote/quote_limits.hpp"
#include "searcher/quote/source_window.hpp"

namespace ordalag {
namespace {

// A list's items are tried after its lead-in in so many of the best windows, so far apart.
constexpr std::size_t kLeadInWindows = 12;
constexpr PassageNumber kLeadInPassages = 60;
constexpr std::size_t kLeadInBytes = 64 * 1024;

// A window with all the words must hold nearly all of those that were looked up; not all, because
// at the ends of a quotation and at its gaps a word may be analysed otherwise than in its sentence.
bool may_hold_all(const Candidates& candidates, const CandidateWindow& window,
                  const QuoteText& quote) {
  const int missing = std::popcount(candidates.inner & ~window.terms);
  return missing <= static_cast<int>(quote.fragments.size());
}

// The windows are sorted by weight: from the first that weighs too little on none may hold all.
bool weighs_too_little(const Candidates& candidates, const CandidateWindow& window) {
  return window.weight < kQuoteLimits.near_weight * candidates.full_weight;
}

ExactPlace describe_place(const IndexReader& reader, const QuoteText& quote,
                          const SourceWindow& window, const std::vector<FragmentMatch>& matches) {
  ExactPlace found;
  found.place = place_of_matches(reader, quote, window, matches);
  found.folds = folds_of_matches(quote, window, matches);
  found.context = context_of(reader, window, matches.front().at, matches.back().end() - 1);
  note_omissions(window, matches, found.context);
  return found;
}

// Passes a text over at the price of two searches for bytes, before its words are divided: one that
// lacks the longest words of the quotation as it writes them, but for their first letter. A text that
// has them in other letters, or with a hyphen inside, is passed over wrongly, and found among the
// likely windows.
class WordProbe {
 public:
  explicit WordProbe(const QuoteText& quote) {
    std::vector<std::string_view> words;
    for (const QuoteWord& word : quote.words.words) {
      const auto written = std::string_view(quote.text).substr(word.span.begin, word.span.size());
      // Of another size than its form it holds a hyphen or the like.
      const bool plain = word.kind == QuoteWordKind::kWord && word.form_size == written.size();
      if (plain && written.size() > kShortest && !written.ends_with('-')) words.push_back(written);
    }
    std::ranges::stable_sort(words, std::ranges::greater{}, &std::string_view::size);
    for (std::size_t i = 0; i < std::min(words.size(), kWords); ++i) {
      const std::string_view rest = words[i].substr(words[i].front() == '\xC3' ? 2 : 1);
      probes_.emplace_back(rest.begin(), rest.end());
    }
  }

  bool may_stand_in(std::string_view text) const {
    return std::ranges::all_of(probes_, [&](const Probe& probe) {
      return std::search(text.begin(), text.end(), probe) != text.end();
    });
  }

 private:
  using Probe = std::boyer_moore_horspool_searcher<std::string_view::const_iterator>;
  static constexpr std::size_t kWords = 2;
  static constexpr std::size_t kShortest = 5;  // bytes; shorter ones stand everywhere

  std::vector<Probe> probes_;
};

bool known(const ExactPlaces& places, DocumentNumber document, ByteSpan span) {
  return std::ranges::any_of(places.places, [&](const ExactPlace& other) {
    return other.place.document == document && other.place.spans.front() == span;
  });
}

bool in_one_section(const IndexReader& reader, const SourceWindow& window,
                    const std::vector<FragmentMatch>& matches) {
  const auto section = [&](std::uint32_t word) {
    const std::uint32_t at = window.offset + window.words.words[word].span.begin;
    return reader.passage(passage_at(reader, window.document, at)).section;
  };
  return section(matches.front().at) == section(matches.back().end() - 1);
}

void add(const IndexReader& reader, const QuoteText& quote, const SourceWindow& window,
         const std::vector<FragmentMatch>& matches, ExactPlaces& places) {
  const ByteSpan span = window.span(matches.front().at, matches.front().end() - 1);
  if (known(places, window.document, span)) return;
  if (places.places.size() >= kQuoteLimits.most_places) {
    places.complete = false;
    return;
  }
  places.places.push_back(describe_place(reader, quote, window, matches));
}

// The quotation has the last word of the lead-in and the first of the item, one after the other.
bool may_join(const QuoteText& quote, std::string_view lead_in, std::string_view item) {
  QuoteWords words;
  divide_quote(lead_in.substr(lead_in.rfind(' ') + 1), LineEnds::kNone, words);
  if (words.words.empty()) return false;
  const std::uint64_t last = words.words.back().key;
  divide_quote(item.substr(0, item.find(' ')), LineEnds::kNone, words);
  if (words.words.empty()) return false;
  const std::uint64_t first = words.words.front().key;
  return std::ranges::adjacent_find(quote.keys, [&](std::uint64_t a, std::uint64_t b) {
           return a == last && b == first;
         }) != quote.keys.end();
}

// The quotation over the lead-in of `item` and the item, when others stand between the two.
void search_after_lead_in(const IndexReader& reader, const QuoteText& quote,
                          DocumentNumber document, PassageNumber item, ByteSpan window_bytes,
                          ExactPlaces& places) {
  const Passage passage = reader.passage(item);
  if (!passage.lead_in) return;
  const PassageNumber lead = reader.document(document).first_passage + *passage.lead_in;
  const ByteSpan lead_bytes = reader.passage(lead).bytes;
  const std::string_view text = reader.text(document);
  if (!may_join(quote, text.substr(lead_bytes.begin, lead_bytes.size()),
                text.substr(passage.bytes.begin, passage.bytes.size())))
    return;
  const std::uint32_t end = std::max(window_bytes.end, passage.bytes.end);
  if (end - lead_bytes.begin > kLeadInBytes) return;
  SourceWindow window;
  read_window(reader, document, {lead_bytes.begin, end}, window);
  const auto word_at = [&](std::uint32_t byte) {
    const auto word = std::ranges::lower_bound(window.words.words, byte - window.offset, {},
                                               [](const QuoteWord& w) { return w.span.begin; });
    return static_cast<std::uint32_t>(word - window.words.words.begin());
  };
  const std::vector<FragmentMatch> matches =
      find_across(quote, window, word_at(lead_bytes.end), word_at(passage.bytes.begin));
  if (!matches.empty()) add(reader, quote, window, matches, places);
}

// Fragments of function words alone, or many single words, prove nothing.
bool fragments_tell(const QuoteText& quote) {
  return quote.size() >= 2 * quote.fragments.size() &&
         std::ranges::all_of(quote.fragments, [&](const QuoteFragment& fragment) {
           const auto begin = quote.content.begin() + fragment.first;
           return fragment.count >= 3 || std::find(begin, begin + fragment.count, true) !=
                                             begin + fragment.count;
         });
}

}  // namespace

ExactPlaces find_exact_places(const IndexReader& reader, const QuoteText& quote,
                              const Candidates& candidates) {
  ExactPlaces places;
  places.complete = candidates.complete;
  const WordProbe probe(quote);
  SourceWindow window;
  for (const CandidateWindow& candidate : candidates.windows) {
    if (weighs_too_little(candidates, candidate) || reader.late()) break;
    if (!may_hold_all(candidates, candidate, quote)) continue;
    const std::string_view text = reader.text(candidate.document);
    if (!probe.may_stand_in(text.substr(candidate.bytes.begin, candidate.bytes.size()))) continue;
    read_window(reader, candidate.document, candidate.bytes, window);
    for (const FragmentMatch& match : find_whole(quote, window)) {
      add(reader, quote, window, {match}, places);
    }
  }
  if (!places.places.empty()) return places;
  const std::size_t tried = std::min(candidates.windows.size(), kLeadInWindows);
  for (std::size_t i = 0; i < tried; ++i) {
    const CandidateWindow& candidate = candidates.windows[i];
    if (reader.late()) break;
    // The lead-in may stand far above: the window may hold the words of the item alone.
    const PassageNumber last = std::min(candidate.last, candidate.first + kLeadInPassages);
    for (PassageNumber item = candidate.first; item <= last; ++item) {
      search_after_lead_in(reader, quote, candidate.document, item, candidate.bytes, places);
    }
  }
  return places;
}

ExactPlaces find_exact_places_in(const IndexReader& reader, const QuoteText& quote,
                                 std::span<const SourceWindow> windows) {
  ExactPlaces places;
  for (const SourceWindow& window : windows) {
    if (reader.late()) break;
    for (const FragmentMatch& match : find_whole(quote, window)) {
      add(reader, quote, window, {match}, places);
    }
  }
  return places;
}

ExactPlaces find_elided_places(const IndexReader& reader, const QuoteText& quote,
                               const Candidates& candidates) {
  ExactPlaces places;
  places.complete = candidates.complete;
  if (!quote.has_gap() || !fragments_tell(quote)) return places;
  SourceWindow window;
  for (const CandidateWindow& candidate : candidates.windows) {
    if (weighs_too_little(candidates, candidate) || reader.late()) break;
    if (!may_hold_all(candidates, candidate, quote)) continue;
    read_window(reader, candidate.document, candidate.bytes, window);
    const auto matches = find_elided(quote, window);
    if (matches && in_one_section(reader, window, *matches)) {
      add(reader, quote, window, *matches, places);
    }
  }
  return places;
}

}  // namespace ordalag
