#include "searcher/quote/report/quote_report.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "core/text/utf8.hpp"
#include "searcher/answer/hit_builder.hpp"
#include "searcher/quote/report/verdict_words.hpp"

namespace ordalag {
namespace {

std::uint32_t overlap(const ByteSpan& a, const ByteSpan& b) {
  const std::uint32_t begin = std::max(a.begin, b.begin);
  const std::uint32_t end = std::min(a.end, b.end);
  return end > begin ? end - begin : 0;
}

// The passage that holds most of the place's text; of equal ones the first.
PassageNumber main_passage(const QuotePlace& place, const IndexReader& reader) {
  PassageNumber best = place.passages.front();
  std::uint32_t most = 0;
  for (const PassageNumber number : place.passages) {
    const ByteSpan bytes = reader.passage(number).bytes;
    std::uint32_t held = 0;
    for (const ByteSpan& span : place.spans) held += overlap(span, bytes);
    if (held > most) {
      best = number;
      most = held;
    }
  }
  return best;
}

// Code points of a span of the canonical text, counted from the passage it begins in.
CodePointSpan code_points(const ByteSpan& span, const Passage& from, std::string_view text) {
  const std::uint32_t begin =
      from.span.begin +
      count_code_points(text.substr(from.bytes.begin, span.begin - from.bytes.begin));
  return {begin, begin + count_code_points(text.substr(span.begin, span.size()))};
}

// What of a place stands so in the quotation too, as marks in its passage's text.
std::vector<Mark> equal_marks(const QuotePlace& place, const ByteSpan& passage,
                              std::string_view text) {
  std::vector<Mark> marks;
  std::size_t at = place.spans.front().begin;
  for (const DiffPiece& piece : place.diff) {
    if (piece.source.empty()) continue;
    const std::size_t begin = text.find(piece.source, at);
    if (begin == std::string_view::npos) break;
    at = begin + piece.source.size();
    const std::size_t first = std::max<std::size_t>(begin, passage.begin);
    const std::size_t last = std::min<std::size_t>(at, passage.end);
    if (piece.op != EditOp::kEqual || first >= last) continue;
    marks.push_back({{static_cast<std::uint32_t>(first - passage.begin),
                      static_cast<std::uint32_t>(last - passage.begin)},
                     MatchClass::kExact,
                     piece.quote});
  }
  return marks;
}

Finding finding_of(const Hit& hit, std::size_t rank, double score, std::vector<Mark> marks) {
  Finding finding;
  finding.rank = static_cast<std::uint32_t>(rank);
  finding.score = score;
  keep_apart(marks);
  finding.snippet = make_snippet(hit.text, marks);
  return finding;
}

QuoteMatch make_match(const QuotePlace& place, std::size_t rank, const IndexReader& reader,
                      const HitBuilder& hits) {
  QuoteMatch match;
  match.hit = hits.build(main_passage(place, reader));
  const std::string_view text = reader.text(place.document);
  std::vector<Passage> passages;
  for (const PassageNumber number : place.passages) {
    passages.push_back(reader.passage(number));
    match.passages.push_back(passages.back().id);
  }
  for (const ByteSpan& span : place.spans) {
    const auto from = std::ranges::find_if(passages, [&](const Passage& passage) {
      return span.begin >= passage.bytes.begin && span.begin < passage.bytes.end;
    });
    match.spans.push_back(code_points(span, *from, text));
  }
  match.hit.finding = finding_of(match.hit, rank, place.similarity,
                                 equal_marks(place, match.hit.passage.bytes, text));
  return match;
}

}  // namespace

Result<QuoteReport> make_report(QuoteAnswer answer, const IndexReader& reader,
                                const Registries& registries, Language language) {
  const HitBuilder hits(reader, registries, language);
  QuoteReport report;
  for (const QuotePlace& place : answer.places) {
    report.matches.push_back(make_match(place, report.matches.size() + 1, reader, hits));
  }
  for (const PassageNumber number : answer.nearest) {
    Hit hit = hits.build(number);
    hit.finding = finding_of(hit, report.nearest.size() + 1, 0, {});
    report.nearest.push_back(std::move(hit));
  }
  report.answer = std::move(answer);
  report.index_id = reader.info().id;
  report.language = language;
  ORDALAG_CHECK(reader.health());
  return report;
}

std::string_view reason(const QuoteReport& report) {
  const VerdictRule& rule = *report.answer.rule;
  return report.language == Language::kSwedish ? rule.reason_sv : rule.reason;
}

std::string summary(const QuoteReport& report) {
  std::string text(word_for(report.answer.verdict, report.language));
  text += ": ";
  text += reason(report);
  std::string separator = " (";
  for (const Alteration& alteration : report.answer.alterations) {
    text += std::exchange(separator, "; ") + describe(alteration, report.language);
  }
  text += report.answer.alterations.empty() ? "." : ").";
  if (!report.matches.empty()) text += ' ' + report.matches.front().hit.cite + '.';
  return text;
}

}  // namespace ordalag
