#include "searcher/quote/alterations.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <optional>
#include <unordered_map>

#include "searcher/quote/name_words.hpp"
#include "searcher/quote/word_classes.hpp"

namespace ordalag {
namespace {

constexpr std::array<std::string_view, 9> kNames = {
    "negation",     "number",     "modal",     "name",         "word_changed",
    "word_dropped", "word_added", "reordered", "tail_invented"};

// A word that was put in here and left out there has moved when no more words lie between.
constexpr std::size_t kMoveReach = 12;
// An end is invented, and not a few words changed, from this many words on ...
constexpr std::size_t kTailWords = 3;
// ... of which the source has at most this share, by chance.
constexpr double kTailShared = 0.34;
// Words side by side are paired by cost up to this many on a side, beyond it in order.
constexpr std::size_t kPairedBlock = 24;

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

struct Pair {
  std::uint32_t quote = kNone;
  std::uint32_t source = kNone;
};

struct Block {  // differing words that stand beside each other
  std::vector<std::uint32_t> quote;
  std::vector<std::uint32_t> source;
  std::size_t at = 0;  // its place among the edits
};

class Finder {
 public:
  Finder(const DividedText& quote, const DividedText& source, const Alignment& alignment,
         const AlterationOptions& options)
      : quote_(quote), source_(source), edits_(alignment.edits), names_(quote, source, options.is_name) {}

  std::vector<Alteration> run() {
    const std::size_t tail = find_tail();
    collect_blocks(tail);
    find_moves();
    for (const Block& block : blocks_) report(block);
    if (tail < edits_.size()) report_tail(tail);
    report_marks();
    return std::move(found_);
  }

 private:
  const QuoteWord& q(std::uint32_t i) const { return quote_.words->words[i]; }
  const QuoteWord& s(std::uint32_t i) const { return source_.words->words[i]; }
  std::string_view q_form(std::uint32_t i) const { return quote_.words->form(q(i)); }
  std::string_view s_form(std::uint32_t i) const { return source_.words->form(s(i)); }

  std::string q_text(std::uint32_t first, std::uint32_t last) const {
    return std::string(quote_.text.substr(q(first).span.begin, q(last).span.end - q(first).span.begin));
  }
  std::string s_text(std::uint32_t first, std::uint32_t last) const {
    return std::string(
        source_.text.substr(s(first).span.begin, s(last).span.end - s(first).span.begin));
  }

  // Where among the edits an invented end begins; edits_.size() when there is none.
  std::size_t find_tail() const {
    std::size_t begin = edits_.size();
    std::size_t words = 0;
    std::size_t shared = 0;
    std::size_t tail = edits_.size();
    while (begin > 0) {
      const Edit& edit = edits_[--begin];
      if (edit.op == EditOp::kDelete) continue;
      ++words;
      if (edit.op == EditOp::kEqual) {
        ++shared;
        // Two words in a row that stand so are no chance.
        if (begin > 0 && edits_[begin - 1].op == EditOp::kEqual) break;
        continue;
      }
      if (words >= kTailWords && static_cast<double>(shared) <= kTailShared * static_cast<double>(words)) {
        tail = begin;
      }
    }
    return tail;
  }

  void collect_blocks(std::size_t end) {
    bool open = false;
    for (std::size_t i = 0; i < end; ++i) {
      const Edit& edit = edits_[i];
      if (edit.op == EditOp::kEqual) {
        open = false;
        continue;
      }
      if (!open) blocks_.push_back({{}, {}, i});
      open = true;
      if (edit.op != EditOp::kDelete) blocks_.back().quote.push_back(edit.quote);
      if (edit.op != EditOp::kInsert) blocks_.back().source.push_back(edit.source);
    }
  }

  // Takes words that only changed place out of the blocks and reports them, neighbours as one.
  void find_moves() {
    struct Stretch {
      std::uint32_t first_quote, last_quote, first_source, last_source;
    };
    std::optional<Stretch> open;
    const auto close = [&] {
      if (!open) return;
      found_.push_back({{AlterationType::kReordered},
                        q_text(open->first_quote, open->last_quote),
                        s_text(open->first_source, open->last_source), false});
      open.reset();
    };
    for (Block& block : blocks_) {
      for (std::uint32_t& word : block.quote) {
        std::uint32_t* partner = find_partner(block, word);
        if (partner == nullptr) continue;
        Stretch move = stretch_of<Stretch>(word, *partner);
        if (open && move.first_quote <= open->last_quote + 1) {
          move.first_quote = std::min(move.first_quote, open->first_quote);
          move.last_quote = std::max(move.last_quote, open->last_quote);
          move.first_source = std::min(move.first_source, open->first_source);
          move.last_source = std::max(move.last_source, open->last_source);
        } else {
          close();
        }
        open = move;
        word = kNone;
        *partner = kNone;
      }
    }
    close();
    for (Block& block : blocks_) {
      std::erase(block.quote, kNone);
      std::erase(block.source, kNone);
    }
  }

  std::uint32_t* find_partner(const Block& from, std::uint32_t word) {
    for (Block& block : blocks_) {
      const std::size_t apart = block.at > from.at ? block.at - from.at : from.at - block.at;
      if (apart > kMoveReach) continue;
      for (std::uint32_t& source : block.source) {
        if (source != kNone && s(source).key == q(word).key) return &source;
      }
    }
    return nullptr;
  }

  // The words from where `word` stands in the quotation to where it would stand by the source.
  template <class Stretch>
  Stretch stretch_of(std::uint32_t word, std::uint32_t partner) const {
    Stretch stretch{word, word, partner, partner};
    const auto at = [&](auto matches) {
      return static_cast<std::size_t>(std::ranges::find_if(edits_, matches) - edits_.begin());
    };
    std::size_t a = at([&](const Edit& e) { return e.op != EditOp::kDelete && e.quote == word; });
    std::size_t b = at([&](const Edit& e) { return e.op != EditOp::kInsert && e.source == partner; });
    if (a > b) std::swap(a, b);
    for (std::size_t i = a; i <= b; ++i) {
      const Edit& edit = edits_[i];
      if (edit.op != EditOp::kDelete) {
        stretch.first_quote = std::min(stretch.first_quote, edit.quote);
        stretch.last_quote = std::max(stretch.last_quote, edit.quote);
      }
      if (edit.op != EditOp::kInsert) {
        stretch.first_source = std::min(stretch.first_source, edit.source);
        stretch.last_source = std::max(stretch.last_source, edit.source);
      }
    }
    return stretch;
  }

  void report(const Block& block) {
    for (const Pair& pair : pair_words(block)) {
      if (pair.source == kNone) {
        report_one(pair.quote, kNone, AlterationType::kWordAdded);
      } else if (pair.quote == kNone) {
        report_one(kNone, pair.source, AlterationType::kWordDropped);
      } else {
        report_pair(pair.quote, pair.source);
      }
    }
  }

  // Pairs changed words so that like stands with like, in order; the rest is added or dropped.
  std::vector<Pair> pair_words(const Block& block) const {
    const std::size_t n = block.quote.size();
    const std::size_t m = block.source.size();
    std::vector<Pair> pairs;
    if (n > kPairedBlock || m > kPairedBlock) {
      for (std::size_t i = 0; i < std::max(n, m); ++i) {
        pairs.push_back({i < n ? block.quote[i] : kNone, i < m ? block.source[i] : kNone});
      }
      return pairs;
    }
    std::vector<double> cost((n + 1) * (m + 1));
    const auto at = [&](std::size_t i, std::size_t j) -> double& { return cost[i * (m + 1) + j]; };
    for (std::size_t i = n + 1; i-- > 0;) {
      for (std::size_t j = m + 1; j-- > 0;) {
        if (i == n || j == m) {
          at(i, j) = static_cast<double>(n - i + m - j);
          continue;
        }
        at(i, j) = std::min({at(i + 1, j + 1) + pair_cost(block.quote[i], block.source[j]),
                             at(i + 1, j) + 1, at(i, j + 1) + 1});
      }
    }
    for (std::size_t i = 0, j = 0; i < n || j < m;) {
      if (i < n && j < m &&
          at(i, j) == at(i + 1, j + 1) + pair_cost(block.quote[i], block.source[j])) {
        pairs.push_back({block.quote[i++], block.source[j++]});
      } else if (i < n && (j == m || at(i, j) == at(i + 1, j) + 1)) {
        pairs.push_back({block.quote[i++], kNone});
      } else {
        pairs.push_back({kNone, block.source[j++]});
      }
    }
    return pairs;
  }

  // Between 0 and 2: below 2 a pair beats an addition and an omission.
  double pair_cost(std::uint32_t quote, std::uint32_t source) const {
    const std::string_view a = q_form(quote);
    const std::string_view b = s_form(source);
    if (differ_by_one_letter(a, b) || differ_by_denial(a, b)) return 0.25;
    const bool like = is_negation(a) == is_negation(b) && is_modal(a) == is_modal(b) &&
                      number(q(quote), a) == number(s(source), b);
    const bool special = is_negation(a) || is_modal(a) || number(q(quote), a);
    if (like && special) return 0.5;
    return like ? 1 : 1.5;
  }

  static bool number(const QuoteWord& word, std::string_view form) {
    return word.kind == QuoteWordKind::kNumber || is_number_word(form) || form == "%" ||
           form == "‰";
  }

  void report_one(std::uint32_t quote, std::uint32_t source, AlterationType structural) {
    const bool added = source == kNone;
    const std::string_view form = added ? q_form(quote) : s_form(source);
    const QuoteWord& word = added ? q(quote) : s(source);
    std::vector<AlterationType> types;
    if (is_negation(form)) types.push_back(AlterationType::kNegation);
    if (number(word, form)) types.push_back(AlterationType::kNumber);
    if (is_modal(form)) types.push_back(AlterationType::kModal);
    if (added ? names_.in_quote(quote) : names_.in_source(source)) {
      types.push_back(AlterationType::kName);
    }
    const bool plain = types.empty();
    types.push_back(structural);
    std::string text = added ? q_text(quote, quote) : s_text(source, source);
    // Plain words beside each other are one difference.
    Alteration* last = found_.empty() ? nullptr : &found_.back();
    const std::uint32_t number_of_word = added ? quote : source;
    if (plain && last != nullptr && last->types == types && last_plain_ + 1 == number_of_word) {
      (added ? last->quote : last->source) += " " + text;
    } else {
      found_.push_back({std::move(types), added ? std::move(text) : std::string(),
                        added ? std::string() : std::move(text), false});
    }
    last_plain_ = plain ? number_of_word : kNone - 1;
  }

  void report_pair(std::uint32_t quote, std::uint32_t source) {
    const std::string_view a = q_form(quote);
    const std::string_view b = s_form(source);
    std::vector<AlterationType> types;
    bool both = false;  // the words are of one class, so it was that which was changed
    const auto note = [&](AlterationType type, bool of_quote, bool of_source) {
      if (!of_quote && !of_source) return;
      types.push_back(type);
      both = both || (of_quote && of_source);
    };
    if (differ_by_denial(a, b)) {
      note(AlterationType::kNegation, true, true);
    } else {
      note(AlterationType::kNegation, is_negation(a), is_negation(b));
    }
    note(AlterationType::kNumber, number(q(quote), a), number(s(source), b));
    note(AlterationType::kModal, is_modal(a), is_modal(b));
    if (names_.in_quote(quote) || names_.in_source(source)) {
      note(AlterationType::kName, names_.may_be_in_quote(quote), names_.may_be_in_source(source));
    }
    const bool digits = q(quote).kind == QuoteWordKind::kNumber;
    if (!both || (!digits && differ_by_one_letter(a, b))) {
      types.push_back(AlterationType::kWordChanged);
    }
    found_.push_back({std::move(types), q_text(quote, quote), s_text(source, source), false});
    last_plain_ = kNone - 1;
  }

  void report_tail(std::size_t tail) {
    std::uint32_t first = kNone;
    std::uint32_t first_source = kNone;
    std::uint32_t last_source = 0;
    for (std::size_t i = tail; i < edits_.size(); ++i) {
      const Edit& edit = edits_[i];
      if (edit.op != EditOp::kDelete) first = std::min(first, edit.quote);
      if (edit.op == EditOp::kInsert) continue;
      first_source = std::min(first_source, edit.source);
      last_source = std::max(last_source, edit.source);
    }
    const auto last = static_cast<std::uint32_t>(quote_.words->words.size()) - 1;
    found_.push_back({{AlterationType::kTailInvented}, q_text(first, last),
                      first_source == kNone ? std::string() : s_text(first_source, last_source),
                      false});
  }

  // Punctuation between words that stand so in both.
  void report_marks() {
    if (edits_.empty()) return;
    const Edit& first = edits_.front();
    const Edit& last = edits_.back();
    if (first.op == EditOp::kEqual && !quote_.words->gap_at(0)) note_first_marks(first.source);
    for (std::size_t i = 1; i < edits_.size(); ++i) {
      if (edits_[i].op != EditOp::kEqual || edits_[i - 1].op != EditOp::kEqual) continue;
      if (quote_.words->gap_at(edits_[i].quote)) continue;
      note_marks(quote_.words->marks_at(edits_[i].quote), source_.words->marks_at(edits_[i].source));
    }
    if (last.op == EditOp::kEqual && !quote_.words->gap_after) note_last_marks(last.source + 1);
  }

  // At its ends a quotation may have fewer marks than the source, and a full stop of its own.
  void note_first_marks(std::uint32_t word) {
    const MarkPack quote = quote_.words->marks_at(0);
    const MarkPack source = source_.words->marks_at(word);
    if (!marks_text(source).ends_with(marks_text(quote))) note_marks(quote, source);
  }
  void note_last_marks(std::uint32_t word) {
    const MarkPack quote = quote_.words->marks_after;
    const MarkPack source = source_.words->marks_at(word);
    std::string marks = marks_text(quote);
    if (marks_text(source).starts_with(marks)) return;
    if (marks.ends_with('.')) marks.pop_back();
    if (!marks_text(source).starts_with(marks)) note_marks(quote, source);
  }

  void note_marks(MarkPack quote, MarkPack source) {
    if (quote == source) return;
    const AlterationType type = quote == 0    ? AlterationType::kWordDropped
                                : source == 0 ? AlterationType::kWordAdded
                                              : AlterationType::kWordChanged;
    found_.push_back({{type}, marks_text(quote), marks_text(source), true});
  }

  DividedText quote_;
  DividedText source_;
  const std::vector<Edit>& edits_;
  NameWords names_;
  std::vector<Block> blocks_;
  std::vector<Alteration> found_;
  std::uint32_t last_plain_ = kNone - 1;
};

}  // namespace

std::string_view name(AlterationType type) { return kNames[static_cast<std::size_t>(type)]; }

std::vector<Alteration> find_alterations(const DividedText& quote, const DividedText& source,
                                         const Alignment& alignment,
                                         const AlterationOptions& options) {
  return Finder(quote, source, alignment, options).run();
}

bool same_words(const Alignment& alignment) {
  return std::ranges::all_of(alignment.edits,
                             [](const Edit& edit) { return edit.op == EditOp::kEqual; });
}

}  // namespace ordalag
