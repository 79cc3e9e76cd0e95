#include "searcher/quote/report/report_text.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "searcher/quote/report/verdict_words.hpp"
#include "searcher/render/styled_text.hpp"

namespace ordalag {
namespace {

constexpr std::string_view kIndent = "    ";
constexpr std::size_t kFurtherPlaces = 20;  // cited after the first

// What is shown before and after a place: within its paragraph, with "…" where the text goes on.
std::string lead(const std::string& before) {
  const std::size_t line = before.rfind('\n');
  return line == std::string::npos ? "…" + before : before.substr(line + 1);
}
std::string rest(const std::string& after) {
  const std::size_t line = after.find('\n');
  return line == std::string::npos ? after + "…" : after.substr(0, line);
}

class ReportView {
 public:
  ReportView(const QuoteReport& report, const TextOptions& options)
      : report_(report), answer_(report.answer), options_(options) {}

  std::string draw() {
    verdict();
    claim();
    section(QuotePhrase::kQuote);
    paragraph(answer_.request.quote, Style::kPlain);
    if (answer_.verdict == Verdict::kSpliced) {
      fragments();
    } else if (!answer_.places.empty()) {
      best_place();
      further_places();
    }
    nearest();
    return std::move(text_);
  }

 private:
  std::string phrase(QuotePhrase what, std::string_view value = {}) const {
    return say(what, options_.language, value);
  }

  void put(const StyledText& styled, std::string_view indent) {
    text_ += styled.wrapped(options_.width, indent, options_.colour);
  }
  void line(std::string_view words, Style style, std::string_view indent = {}) {
    put(StyledText().add(words, style), indent);
  }
  void paragraph(std::string_view words, Style style) { line(words, style, kIndent); }

  void section(QuotePhrase title) {
    text_ += '\n';
    line(phrase(title), Style::kStrong);
  }

  void verdict() {
    StyledText head;
    head.add(word_for(answer_.verdict, options_.language), Style::kStrong);
    if (answer_.verdict == Verdict::kAltered) {
      std::string figure = std::to_string(static_cast<int>(answer_.similarity * 100));
      head.add("  (" + phrase(QuotePhrase::kSimilarity, figure + " %") + ")", Style::kFaint);
    }
    put(head, {});
    line(reason(report_), Style::kPlain);
    for (const Alteration& alteration : answer_.alterations) {
      line("- " + describe(alteration, options_.language), Style::kPlain);
    }
    if (!answer_.folds.empty()) {
      std::string names;
      for (const Fold fold : answer_.folds.list()) {
        if (!names.empty()) names += ", ";
        names += name(fold);
      }
      line(phrase(QuotePhrase::kFolds, names), Style::kFaint);
    }
    if (answer_.common) {
      line(phrase(QuotePhrase::kCommon, std::to_string(answer_.places_found)), Style::kPlain);
    }
  }

  void claim() {
    const QuoteClaim& claimed = answer_.request.claim;
    if (claimed.empty()) return;
    std::string origin;
    for (const auto& part : {claimed.speaker, claimed.party, claimed.document}) {
      if (!part) continue;
      if (!origin.empty()) origin += ", ";
      origin += *part;
    }
    std::string words = phrase(QuotePhrase::kClaimed, origin);
    if (!answer_.places.empty()) {
      const bool fits = std::ranges::any_of(answer_.places, &QuotePlace::claim_fits);
      words += "; " + phrase(fits ? QuotePhrase::kClaimFits : QuotePhrase::kClaimUnfit);
    }
    line(words, Style::kPlain);
    if (answer_.verdict == Verdict::kMisattributed) {
      line(phrase(QuotePhrase::kFoundWith, found_with()), Style::kPlain);
    }
  }

  // Who does hold the words: speakers and parties, each once.
  std::string found_with() const {
    std::vector<std::string> names;
    for (const QuoteMatch& match : report_.matches) {
      const Attribution& by = match.hit.passage.attribution;
      std::string who = by.speaker.value_or("");
      for (const PartyCode& party : by.party) {
        if (!who.empty()) who += ", ";
        who += party.value;
      }
      if (who.empty()) who = phrase(QuotePhrase::kUnnamed);
      if (std::ranges::find(names, who) == names.end()) names.push_back(who);
    }
    std::string joined;
    for (const std::string& who : names) joined += (joined.empty() ? "" : "; ") + who;
    return joined;
  }

  void best_place() {
    const QuotePlace& place = answer_.places.front();
    section(QuotePhrase::kSource);
    StyledText source;
    source.add(lead(place.before), Style::kFaint);
    bool marked = false;
    for (const DiffPiece& piece : place.diff) {
      if (&piece != &place.diff.front()) source.add(" ");
      if (piece.op == EditOp::kEqual) {
        source.add(piece.source, Style::kExact);
        continue;
      }
      marked = true;
      if (!piece.source.empty()) source.add("[-" + piece.source + "-]", Style::kInflected);
      if (piece.op == EditOp::kReplace) source.add(" ");
      if (!piece.quote.empty()) source.add("{+" + piece.quote + "+}", Style::kSynonym);
    }
    source.add(rest(place.after), Style::kFaint);
    put(source, kIndent);
    if (marked) paragraph(phrase(QuotePhrase::kLegend), Style::kFaint);
    cite(report_.matches.front().hit);
    context();
  }

  void cite(const Hit& hit) {
    paragraph("— " + hit.cite, Style::kStrong);
    paragraph(hit.passage.id.value, Style::kFaint);
  }

  void context() {
    const QuoteContext& context = answer_.context;
    text_ += '\n';
    if (context.omitted_negation) line(phrase(QuotePhrase::kOmittedNegation), Style::kStrong);
    if (context.cut_negation) line(phrase(QuotePhrase::kCutNegation), Style::kStrong);
    if (context.starts_mid_sentence) line(phrase(QuotePhrase::kStartsMid), Style::kPlain);
    if (context.ends_mid_sentence) line(phrase(QuotePhrase::kEndsMid), Style::kPlain);
    if (!context.omitted.empty()) {
      line(phrase(QuotePhrase::kOmitted, context.omitted), Style::kPlain);
    }
    if (text_.ends_with("\n\n")) text_.pop_back();
  }

  void further_places() {
    if (report_.matches.size() < 2) return;
    section(QuotePhrase::kAlsoAt);
    const std::size_t shown = std::min(report_.matches.size(), kFurtherPlaces + 1);
    for (std::size_t i = 1; i < shown; ++i) {
      paragraph("— " + report_.matches[i].hit.cite, Style::kPlain);
    }
    if (shown < report_.matches.size()) {
      paragraph(phrase(QuotePhrase::kMore, std::to_string(report_.matches.size() - shown)),
                Style::kFaint);
    }
  }

  void fragments() {
    section(QuotePhrase::kSource);
    for (std::size_t i = 0; i < report_.matches.size(); ++i) {
      const QuotePlace& place = answer_.places[i];
      StyledText part;
      part.add(std::to_string(i + 1) + ". ", Style::kFaint);
      part.add(lead(place.before), Style::kFaint);
      part.add(place.matched_text, Style::kExact);
      part.add(rest(place.after), Style::kFaint);
      put(part, kIndent);
      cite(report_.matches[i].hit);
    }
  }

  void nearest() {
    if (report_.nearest.empty()) return;
    section(QuotePhrase::kNearest);
    for (const Hit& hit : report_.nearest) {
      paragraph(hit.text, Style::kPlain);
      paragraph("— " + hit.cite, Style::kFaint);
    }
  }

  const QuoteReport& report_;
  const QuoteAnswer& answer_;
  const TextOptions& options_;
  std::string text_;
};

}  // namespace

std::string quote_text(const QuoteReport& report, const TextOptions& options) {
  return ReportView(report, options).draw();
}

}  // namespace ordalag
