#include "searcher/quote/exact_match.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "searcher/quote/quote_limits.hpp"

namespace ordalag {
namespace {

bool stands_at(const QuoteText& quote, QuoteFragment fragment, const SourceWindow& window,
               std::size_t at, Marks marks) {
  for (std::uint32_t i = 1; i < fragment.count; ++i) {
    if (quote.keys[fragment.first + i] != window.keys[at + i]) return false;
  }
  for (std::uint32_t i = 0; i < fragment.count; ++i) {
    const QuoteWord& q = quote.words.words[fragment.first + i];
    const QuoteWord& s = window.words.words[at + i];
    if (i > 0 && marks == Marks::kCompared && q.marks_before != s.marks_before) return false;
    // Keys are hashes; what is called exact rests on the letters.
    if (quote.words.form(q) != window.words.form(s)) return false;
  }
  return true;
}

// The colon of a lead-in is a mark of its list, as a bullet is: before an item it may be left out.
bool fits_lead_in(MarkPack quote, MarkPack source) {
  return quote == source || (quote == 0 && source == ':');
}

bool fits_before(const QuoteText& quote, const SourceWindow& window, std::size_t at) {
  if (quote.words.gap_at(0)) return true;
  return marks_text(window.words.marks_at(at)).ends_with(marks_text(quote.words.marks_at(0)));
}

bool fits_after(const QuoteText& quote, const SourceWindow& window, std::size_t end) {
  if (quote.words.gap_after) return true;
  if (measures_number(window.words, end)) return false;
  std::string marks = marks_text(quote.words.marks_after);
  const std::string source = marks_text(window.words.marks_at(end));
  if (source.starts_with(marks)) return true;
  if (!marks.ends_with('.')) return false;
  marks.pop_back();
  return source.starts_with(marks);
}

}  // namespace

std::vector<std::uint32_t> find_fragment(const QuoteText& quote, QuoteFragment fragment,
                                         const SourceWindow& window, Marks marks) {
  std::vector<std::uint32_t> found;
  if (fragment.count == 0 || window.keys.size() < fragment.count) return found;
  const std::uint64_t first = quote.keys[fragment.first];
  const std::size_t last = window.keys.size() - fragment.count;
  for (std::size_t at = 0; at <= last; ++at) {
    if (window.keys[at] == first && stands_at(quote, fragment, window, at, marks)) {
      found.push_back(static_cast<std::uint32_t>(at));
    }
  }
  return found;
}

std::vector<FragmentMatch> find_whole(const QuoteText& quote, const SourceWindow& window) {
  const QuoteFragment whole{0, static_cast<std::uint32_t>(quote.size())};
  std::vector<FragmentMatch> found;
  if (quote.words.gap_at(0) || quote.words.gap_after) return found;
  for (const std::uint32_t at : find_fragment(quote, whole, window, Marks::kCompared)) {
    if (fits_before(quote, window, at) && fits_after(quote, window, at + whole.count)) {
      found.push_back({whole, at});
    }
  }
  return found;
}

bool drops_final_stop(const QuoteText& quote, const SourceWindow& window, std::uint32_t end) {
  return !marks_text(window.words.marks_at(end)).starts_with(marks_text(quote.words.marks_after));
}

std::optional<std::vector<FragmentMatch>> find_elided(const QuoteText& quote,
                                                      const SourceWindow& window) {
  struct Step {
    std::uint32_t at = 0;
    std::size_t before = 0;  // step of the fragment before that this one follows
  };
  std::vector<std::vector<Step>> steps;  // for each fragment the places that a row can reach
  for (const QuoteFragment& fragment : quote.fragments) {
    std::vector<Step> reached;
    for (const std::uint32_t at : find_fragment(quote, fragment, window, Marks::kCompared)) {
      if (steps.empty()) {
        if (fits_before(quote, window, at)) reached.push_back({at, 0});
        continue;
      }
      const std::uint32_t count = quote.fragments[steps.size() - 1].count;
      const auto after = std::ranges::upper_bound(
          steps.back(), at, {}, [&](const Step& step) { return step.at + count; });
      if (after == steps.back().begin()) continue;  // nothing ends before it
      const auto nearest = std::prev(after);
      if (at - (nearest->at + count) >= kQuoteLimits.gap_words) continue;
      reached.push_back({at, static_cast<std::size_t>(nearest - steps.back().begin())});
    }
    if (reached.empty()) return std::nullopt;
    steps.push_back(std::move(reached));
  }
  const std::uint32_t last_count = quote.fragments.back().count;
  const auto last = std::ranges::find_if(steps.back(), [&](const Step& step) {
    return fits_after(quote, window, step.at + last_count);
  });
  if (last == steps.back().end()) return std::nullopt;
  std::vector<FragmentMatch> row(quote.fragments.size());
  Step step = *last;
  for (std::size_t i = row.size(); i-- > 0;) {
    row[i] = {quote.fragments[i], step.at};
    if (i > 0) step = steps[i - 1][step.before];
  }
  return row;
}

std::vector<FragmentMatch> find_across(const QuoteText& quote, const SourceWindow& window,
                                       std::uint32_t lead_end, std::uint32_t item) {
  const auto size = static_cast<std::uint32_t>(quote.size());
  if (quote.has_gap() || item >= window.keys.size()) return {};
  for (std::uint32_t count = 1; count < size && count <= lead_end; ++count) {
    if (quote.keys[count] != window.keys[item] ||
        item + (size - count) > window.keys.size()) {
      continue;
    }
    const FragmentMatch lead{{0, count}, lead_end - count};
    const FragmentMatch rest{{count, size - count}, item};
    if (fits_lead_in(quote.words.marks_at(count), window.words.marks_at(lead_end)) &&
        stands_at(quote, lead.fragment, window, lead.at, Marks::kCompared) &&
        stands_at(quote, rest.fragment, window, rest.at, Marks::kCompared) &&
        quote.keys[0] == window.keys[lead.at] && fits_before(quote, window, lead.at) &&
        fits_after(quote, window, rest.end())) {
      return {lead, rest};
    }
  }
  return {};
}

}  // namespace ordalag
