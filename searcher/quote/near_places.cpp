#include <algorithm>
#include <iterator>
#include <optional>

#include "searcher/quote/near_search.hpp"
#include "searcher/quote/place_builder.hpp"
#include "searcher/quote/quote_limits.hpp"
#include "searcher/quote/source_window.hpp"

namespace ordalag {
namespace {

// Signs that differ weigh a quarter of a word.
constexpr double kSignWeight = 0.25;

struct Aligned {
  Alignment alignment;
  double similarity = 0;
  std::uint32_t source_words = 0;
};

std::uint32_t source_words(const Alignment& alignment) {
  return static_cast<std::uint32_t>(std::ranges::count_if(
      alignment.edits, [](const Edit& edit) { return edit.op != EditOp::kInsert; }));
}

// Aligns fragment by fragment, each after the one before; what lies between costs nothing.
Alignment align_fragments(const QuoteText& quote, const SourceWindow& window) {
  Alignment whole;
  std::uint32_t from = 0;
  for (const QuoteFragment& fragment : quote.fragments) {
    const auto keys = std::span(quote.keys).subspan(fragment.first, fragment.count);
    Alignment part = align_words(keys, std::span(window.keys).subspan(from));
    std::uint32_t end = from;
    for (Edit& edit : part.edits) {
      edit.quote += fragment.first;
      edit.source += from;
      if (edit.op != EditOp::kInsert) end = edit.source + 1;
    }
    whole.edits.insert(whole.edits.end(), part.edits.begin(), part.edits.end());
    whole.distance += part.distance;
    from = end;
  }
  return whole;
}

// How many words that the quotation has too many are those that it has too few.
std::uint32_t moved_words(const QuoteText& quote, const SourceWindow& window,
                          const Alignment& alignment) {
  std::vector<std::uint64_t> added;
  std::vector<std::uint64_t> missing;
  for (const Edit& edit : alignment.edits) {
    if (edit.op == EditOp::kEqual) continue;
    if (edit.op != EditOp::kDelete) added.push_back(quote.keys[edit.quote]);
    if (edit.op != EditOp::kInsert) missing.push_back(window.keys[edit.source]);
  }
  std::ranges::sort(added);
  std::ranges::sort(missing);
  std::vector<std::uint64_t> both;
  std::ranges::set_intersection(added, missing, std::back_inserter(both));
  return static_cast<std::uint32_t>(both.size());
}

// A quotation that ends between a number and its sign of measure lacks the sign.
void take_in_measure(const QuoteText& quote, const SourceWindow& window, Alignment& alignment) {
  if (alignment.edits.empty() || quote.words.gap_after) return;
  const Edit last = alignment.edits.back();
  if (last.op != EditOp::kEqual || !measures_number(window.words, last.source + 1)) return;
  alignment.edits.push_back({EditOp::kDelete, last.quote + 1, last.source + 1});
  ++alignment.distance;
}

Aligned align(const QuoteText& quote, const SourceWindow& window) {
  Aligned result;
  result.alignment = quote.fragments.size() > 1 ? align_fragments(quote, window)
                                                : align_words(quote.keys, window.keys);
  take_in_measure(quote, window, result.alignment);
  result.source_words = source_words(result.alignment);
  const double longer = std::max<double>(static_cast<double>(quote.size()), result.source_words);
  // A word that only changed place is one difference, not an omission and an addition.
  const double differing = result.alignment.distance - moved_words(quote, window, result.alignment);
  result.similarity = 1 - differing / longer;
  return result;
}

void count_equal(const QuoteText& quote, const Alignment& alignment, NearPlace& near) {
  std::uint32_t run = 0;
  std::uint32_t content = 0;
  bool beginning = true;
  for (const Edit& edit : alignment.edits) {
    if (edit.op != EditOp::kEqual) {
      run = content = 0;
      beginning = false;
      continue;
    }
    ++near.equal_words;
    ++run;
    if (quote.content[edit.quote]) {
      ++near.equal_content;
      ++content;
    }
    if (beginning) {
      near.first_run = run;
      near.first_content = content;
    }
    if (run > near.longest_run) {
      near.longest_run = run;
      near.run_content = content;
    }
  }
}

bool is_clear(const NearPlace& near) {
  if (near.first_run >= kQuoteLimits.beginning_words &&
      near.first_content >= kQuoteLimits.beginning_content_words) {
    return true;
  }
  if (near.longest_run >= kQuoteLimits.anchor_words &&
      near.run_content >= kQuoteLimits.anchor_content_words &&
      near.place.similarity >= kQuoteLimits.anchored_similarity) {
    return true;
  }
  if (near.place.similarity >= kQuoteLimits.great_similarity &&
      near.equal_words >= kQuoteLimits.great_equal_words && near.equal_content > 0) {
    return true;
  }
  return near.place.similarity >= kQuoteLimits.least_similarity &&
         near.equal_words >= kQuoteLimits.least_equal_words &&
         near.equal_content >= kQuoteLimits.least_content_words;
}

// With equal words throughout, only punctuation differs: similarity must still stay below 1.
double with_signs(double similarity, const std::vector<Alteration>& alterations,
                  std::size_t words) {
  const auto signs = static_cast<double>(std::ranges::count(alterations, true, &Alteration::sign));
  return similarity - std::min(0.1, kSignWeight * signs / static_cast<double>(words));
}

NearPlace describe_near(const IndexReader& reader, const QuoteText& quote,
                        const SourceWindow& window, const Aligned& aligned,
                        const AlterationOptions& options) {
  NearPlace near;
  near.place = place_of_alignment(reader, quote, window, aligned.alignment);
  near.alterations =
      find_alterations(quote.divided(), window.divided(), aligned.alignment, options);
  near.place.similarity = with_signs(aligned.similarity, near.alterations, quote.size());
  near.distance = aligned.alignment.distance;
  count_equal(quote, aligned.alignment, near);
  std::optional<std::uint32_t> first;
  std::uint32_t last = 0;
  for (const Edit& edit : aligned.alignment.edits) {
    if (edit.op == EditOp::kInsert) continue;
    if (!first) first = edit.source;
    last = edit.source;
  }
  near.context = context_of(reader, window, first.value_or(0), last);
  if (!quote.composed) near.folds.add(Fold::kComposition);
  near.clear = is_clear(near);
  return near;
}

}  // namespace

std::vector<NearPlace> find_near_places(const IndexReader& reader, const QuoteText& quote,
                                        std::span<const SourceWindow> windows,
                                        const AlterationOptions& options) {
  std::vector<Aligned> aligned;
  double best = 0;
  for (const SourceWindow& window : windows) {
    if (reader.late()) return {};
    aligned.push_back(align(quote, window));
    if (aligned.back().source_words > 0) best = std::max(best, aligned.back().similarity);
  }
  std::vector<NearPlace> places;
  for (std::size_t i = 0; i < windows.size(); ++i) {
    if (aligned[i].source_words == 0 || aligned[i].similarity < best - 1e-9) continue;
    NearPlace near = describe_near(reader, quote, windows[i], aligned[i], options);
    // Windows overlap: one place may be found in two of them.
    const bool known = std::ranges::any_of(places, [&](const NearPlace& other) {
      return other.place.document == near.place.document && other.place.spans == near.place.spans;
    });
    if (!known) places.push_back(std::move(near));
  }
  return places;
}

}  // namespace ordalag
