#include <algorithm>
#include <optional>

#include "searcher/quote/candidates.hpp"
#include "searcher/quote/near_search.hpp"
#include "searcher/quote/place_builder.hpp"
#include "searcher/quote/quote_limits.hpp"
#include "searcher/quote/source_window.hpp"
#include "searcher/quote/splice.hpp"

namespace ordalag {
namespace {

// A longer quotation that is no place's wording is compared as a whole only.
constexpr std::size_t kMostSplicedWords = 400;
// Rounds of looking up what is still uncovered, and windows taken in each.
constexpr std::size_t kRounds = 6;
constexpr std::size_t kWindowsInRound = 6;
constexpr std::size_t kTermsInRound = 3;
// Fragments of one place that changed order stand within the quotation's length and this.
constexpr std::uint32_t kMovedSlack = 10;

class SpliceSearch {
 public:
  SpliceSearch(const IndexReader& reader, const QuoteText& quote)
      : reader_(reader), quote_(quote), finder_(quote), runs_(quote.size()) {}

  Splice run(std::vector<SourceWindow> windows, SpliceReach reach) {
    take(std::move(windows));
    for (const std::vector<LongestRun>& runs : found_) {
      if (auto splice = in_one_window(runs)) return std::move(*splice);
    }
    if (reach == SpliceReach::kOnePlace) return {};
    constexpr auto kLeast = static_cast<std::uint32_t>(kQuoteLimits.fragment_words);
    const bool any = std::ranges::any_of(
        runs_, [](const LongestRun& run) { return run.size >= kQuoteLimits.fragment_words; });
    if (!any) return {};  // the likeliest windows hold no fragment at all
    std::vector<SplicePart> parts = cover(quote_, runs_, kLeast, kQuoteLimits.glue_words);
    for (std::size_t round = 0; parts.empty() && round < kRounds && !reader_.late(); ++round) {
      if (!look_up_uncovered()) break;
      parts = cover(quote_, runs_, kLeast, kQuoteLimits.glue_words);
    }
    return parts.size() > 1 && apart(parts) ? describe(parts) : Splice{};
  }

 private:
  void take(std::vector<SourceWindow> windows) {
    for (SourceWindow& window : windows) {
      if (reader_.late()) return;
      windows_.push_back(std::move(window));
      found_.push_back(
          finder_.runs_in(windows_.back(), static_cast<std::uint32_t>(windows_.size() - 1)));
      merge_runs(found_.back(), runs_);
    }
  }

  // The splice when one window alone holds all fragments; an empty one when it does but the
  // fragments are not apart, so that the quotation is an alteration; nothing when it does not.
  std::optional<Splice> in_one_window(std::span<const LongestRun> runs) const {
    std::vector<SplicePart> parts =
        cover(quote_, runs, static_cast<std::uint32_t>(kQuoteLimits.fragment_words),
              kQuoteLimits.glue_words);
    if (!parts.empty()) return apart(parts) ? describe(parts) : Splice{};
    parts = cover(quote_, runs, static_cast<std::uint32_t>(kQuoteLimits.moved_fragment_words), 0);
    bring_together(parts);
    if (!parts.empty() && moved(parts)) return describe(parts);
    return std::nullopt;
  }

  // Of the places where a part stands in its window the one nearest to the longest part.
  void bring_together(std::vector<SplicePart>& parts) const {
    if (parts.size() < 2) return;
    const SplicePart& longest = *std::ranges::max_element(
        parts, {}, [](const SplicePart& part) { return part.match.fragment.count; });
    const std::uint32_t anchor = longest.match.at;
    for (SplicePart& part : parts) {
      if (part.match.at == anchor) continue;
      const std::vector<std::uint32_t> places = find_fragment(
          quote_, part.match.fragment, windows_[part.window], Marks::kIgnored);
      part.match.at = *std::ranges::min_element(places, {}, [&](std::uint32_t at) {
        return at > anchor ? at - anchor : anchor - at;
      });
    }
  }

  // True when the parts are one stretch of text in another order. Two may be short; of more, short
  // ones are rather words that were changed about.
  bool moved(const std::vector<SplicePart>& parts) const {
    const auto shorter = [](const SplicePart& part) {
      return part.match.fragment.count <= kQuoteLimits.moved_fragment_words;
    };
    if (parts.size() > 2 && std::ranges::any_of(parts, shorter)) return false;
    std::uint32_t first = parts.front().match.at;
    std::uint32_t last = parts.front().match.end();
    bool out_of_order = false;
    for (std::size_t i = 1; i < parts.size(); ++i) {
      first = std::min(first, parts[i].match.at);
      last = std::max(last, parts[i].match.end());
      out_of_order = out_of_order || parts[i].match.end() <= parts[i - 1].match.at;
    }
    return out_of_order && last - first <= quote_.size() + kMovedSlack;
  }

  bool apart(const std::vector<SplicePart>& parts) const {
    for (std::size_t i = 1; i < parts.size(); ++i) {
      if (apart(parts[i - 1], parts[i])) return true;
    }
    return false;
  }

  bool apart(const SplicePart& a, const SplicePart& b) const {
    const SourceWindow& before = windows_[a.window];
    const SourceWindow& after = windows_[b.window];
    if (before.document != after.document) return true;
    const std::uint32_t end = before.span(a.match.at, a.match.end() - 1).end;
    const std::uint32_t begin = after.span(b.match.at, b.match.end() - 1).begin;
    // Parts that overlap are one stretch with a word said twice.
    if (begin < end) return after.span(b.match.at, b.match.end() - 1).end <=
                            before.span(a.match.at, a.match.end() - 1).begin;
    QuoteWords between;
    divide_quote(reader_.text(before.document).substr(end, begin - end), LineEnds::kNone, between);
    return between.words.size() >= kQuoteLimits.apart_words ||
           section_at(before.document, end - 1) != section_at(before.document, begin);
  }

  std::uint32_t section_at(DocumentNumber document, std::uint32_t byte) const {
    return reader_.passage(passage_at(reader_, document, byte)).section;
  }

  Splice describe(const std::vector<SplicePart>& parts) const {
    Splice splice;
    std::uint32_t end = 0;
    for (const SplicePart& part : parts) {
      const QuoteFragment& fragment = part.match.fragment;
      for (; end < fragment.first; ++end) splice.glue.push_back(added(end));
      end = fragment.first + fragment.count;
      splice.places.push_back(
          place_of_matches(reader_, quote_, windows_[part.window], {part.match}));
      splice.places.back().similarity =
          static_cast<double>(fragment.count) / static_cast<double>(quote_.size());
    }
    return splice;
  }

  Alteration added(std::uint32_t word) const {
    const ByteSpan span = quote_.words.words[word].span;
    return {{AlterationType::kWordAdded}, quote_.text.substr(span.begin, span.size()), {}, false};
  }

  // Looks up the longest stretch of words that no long run holds. False: no fragment is there.
  bool look_up_uncovered() {
    std::vector<bool> covered(quote_.size(), false);
    for (std::size_t i = 0; i < runs_.size(); ++i) {
      if (runs_[i].size < kQuoteLimits.fragment_words) continue;
      std::fill_n(covered.begin() + static_cast<std::ptrdiff_t>(i), runs_[i].size, true);
    }
    std::size_t best = 0;
    std::size_t size = 0;
    for (std::size_t begin = 0; begin < covered.size();) {
      std::size_t end = begin;
      while (end < covered.size() && !covered[end] && !tried(begin)) ++end;
      if (end - begin > size) {
        best = begin;
        size = end - begin;
      }
      begin = std::max(end, begin + 1);
    }
    if (size == 0) return false;
    looked_up_.push_back(best);
    std::vector<QuoteTerm> terms;
    for (const QuoteTerm& term : quote_.terms) {
      if (term.word >= best && term.word < best + size) terms.push_back(term);
    }
    const QuoteWord& last = quote_.words.words[best + size - 1];
    const std::size_t bytes = last.span.end - quote_.words.words[best].span.begin;
    const Candidates candidates = find_candidates(reader_, {.terms = terms,
                                                            .bytes = bytes,
                                                            .at_most = kQuoteLimits.compared_windows,
                                                            .least_terms = kTermsInRound,
                                                            .prefer = {}});
    take(read_likely_windows(reader_, candidates, std::span(quote_.keys).subspan(best, size),
                             kWindowsInRound));
    const auto stretch = std::span(runs_).subspan(best, size);
    return std::ranges::any_of(stretch, [](const LongestRun& run) {
      return run.size >= kQuoteLimits.fragment_words;
    });
  }

  bool tried(std::size_t begin) const {
    return std::ranges::find(looked_up_, begin) != looked_up_.end();
  }

  const IndexReader& reader_;
  const QuoteText& quote_;
  RunFinder finder_;
  std::vector<SourceWindow> windows_;
  std::vector<std::vector<LongestRun>> found_;  // runs of each window
  std::vector<LongestRun> runs_;
  std::vector<std::size_t> looked_up_;  // first words of stretches that were looked up
};

// A quotation with marked gaps: each fragment by itself, wherever it stands.
Splice find_fragments(const IndexReader& reader, const QuoteText& quote) {
  Splice splice;
  std::vector<QuotePlace>& places = splice.places;
  SourceWindow window;
  for (const QuoteFragment& fragment : quote.fragments) {
    if (reader.late()) return {};
    std::vector<QuoteTerm> terms;
    for (const QuoteTerm& term : quote.terms) {
      if (term.word >= fragment.first && term.word < fragment.first + fragment.count) {
        terms.push_back(term);
      }
    }
    const std::uint32_t end = quote.words.words[fragment.first + fragment.count - 1].span.end;
    const std::size_t bytes = end - quote.words.words[fragment.first].span.begin;
    const std::size_t before = places.size();
    const Candidates candidates =
        find_candidates(reader, {.terms = terms,
                                 .bytes = bytes,
                                 .at_most = kQuoteLimits.aligned_windows,
                                 .least_terms = kTermsInRound,
                                 .prefer = {}});
    for (const CandidateWindow& candidate : candidates.windows) {
      read_window(reader, candidate.document, candidate.bytes, window);
      const auto found = find_fragment(quote, fragment, window, Marks::kIgnored);
      if (found.empty()) continue;
      places.push_back(place_of_matches(reader, quote, window, {{fragment, found.front()}}));
      places.back().similarity =
          static_cast<double>(fragment.count) / static_cast<double>(quote.size());
      break;
    }
    if (places.size() == before) return {};
  }
  return splice;
}

}  // namespace

Splice find_splice(const IndexReader& reader, const QuoteText& quote,
                   std::vector<SourceWindow> windows, SpliceReach reach) {
  if (quote.size() > kMostSplicedWords) return {};
  if (quote.fragments.size() == 1) return SpliceSearch(reader, quote).run(std::move(windows), reach);
  return reach == SpliceReach::kEverywhere ? find_fragments(reader, quote) : Splice{};
}

}  // namespace ordalag
