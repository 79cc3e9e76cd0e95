#include "searcher/quote/quote_checker.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <tuple>
#include <unordered_set>

#include "searcher/quote/candidates.hpp"
#include "searcher/quote/claim.hpp"
#include "searcher/quote/exact_search.hpp"
#include "searcher/quote/judgement.hpp"
#include "searcher/quote/near_search.hpp"
#include "searcher/quote/quote_limits.hpp"
#include "searcher/quote/quote_text.hpp"

namespace ordalag {
namespace {

double milliseconds_since(std::chrono::steady_clock::time_point start) {
  const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - start;
  return spent.count();
}

}  // namespace

// Where a quotation stands word for word.
struct Standing {
  Candidates candidates;
  ExactPlaces places;
  std::vector<SourceWindow> windows;  // the likeliest, read when it is not elided nor found at once
  bool exact = false;
  bool elided = false;
};

struct QuoteChecker::Impl {
  const IndexReader& reader;
  const Analyser& analyser;
  const PartyRegistry& parties;
  WordCache cache;
  AlterationOptions alteration_options;

  Standing look_up(const QuoteText& quote, const QuoteClaim& claim) const;
  void judge(const QuoteText& quote, Standing standing, QuoteAnswer& out) const;
  void take_exact(ExactPlaces found, QuoteAnswer& out) const;
  void take_near(std::vector<NearPlace> near, QuoteAnswer& out) const;
  void take_splice(Splice splice, QuoteAnswer& out) const;
  void take_nearest(const Candidates& candidates, QuoteAnswer& out) const;
  bool judge_claims(ExactPlaces& found, const QuoteClaim& claim) const;
  auto order_key(const QuotePlace& place) const;
  std::uint32_t distinct_places(const std::vector<QuotePlace>& places) const;
};

// Claimed origin first, then the latest document, then by id and place.
auto QuoteChecker::Impl::order_key(const QuotePlace& place) const {
  const DocumentFacts& facts = reader.document(place.document).facts;
  std::string date = facts.date ? facts.date->value : std::string();
  for (char& c : date) c = static_cast<char>('~' - c);  // later dates first
  return std::tuple(-place.similarity, !place.claim_fits, !facts.date, std::move(date),
                    facts.id.value, place.spans.front().begin);
}

std::uint32_t QuoteChecker::Impl::distinct_places(const std::vector<QuotePlace>& places) const {
  std::unordered_set<PassageNumber> groups;
  for (const QuotePlace& place : places) groups.insert(reader.edition_group(place.passages.front()));
  return static_cast<std::uint32_t>(groups.size());
}

bool QuoteChecker::Impl::judge_claims(ExactPlaces& found, const QuoteClaim& claim) const {
  const ClaimJudge judge(reader, parties, claim);
  bool any = false;
  for (ExactPlace& place : found.places) {
    place.place.claim_fits = judge.fits(place.place);
    any = any || place.place.claim_fits;
  }
  return any;
}

void QuoteChecker::Impl::take_exact(ExactPlaces found, QuoteAnswer& out) const {
  std::ranges::sort(found.places, {},
                    [this](const ExactPlace& place) { return order_key(place.place); });
  out.similarity = 1;
  out.folds = found.places.front().folds;
  out.context = std::move(found.places.front().context);
  out.places_complete = found.complete;
  for (ExactPlace& place : found.places) out.places.push_back(std::move(place.place));
}

void QuoteChecker::Impl::take_near(std::vector<NearPlace> near, QuoteAnswer& out) const {
  const ClaimJudge judge(reader, parties, out.request.claim);
  for (NearPlace& place : near) place.place.claim_fits = judge.fits(place.place);
  std::ranges::sort(near, {}, [this](const NearPlace& place) { return order_key(place.place); });
  out.similarity = near.front().place.similarity;
  out.alterations = std::move(near.front().alterations);
  out.context = std::move(near.front().context);
  out.folds = near.front().folds;
  for (NearPlace& place : near) out.places.push_back(std::move(place.place));
}

void QuoteChecker::Impl::take_splice(Splice splice, QuoteAnswer& out) const {
  const ClaimJudge judge(reader, parties, out.request.claim);
  for (QuotePlace& part : splice.places) {
    part.claim_fits = judge.fits(part);
    out.similarity = std::max(out.similarity, part.similarity);
  }
  out.places = std::move(splice.places);
  out.alterations = std::move(splice.glue);
}

void QuoteChecker::Impl::take_nearest(const Candidates& candidates, QuoteAnswer& out) const {
  for (const CandidateWindow& window : candidates.windows) {
    if (out.nearest.size() >= kQuoteLimits.nearest) break;
    out.nearest.push_back(window.first);
  }
}

Standing QuoteChecker::Impl::look_up(const QuoteText& quote, const QuoteClaim& claim) const {
  Standing standing;
  if (quote.content_words() == 0) return standing;
  constexpr std::size_t kRoomForGaps = 6;  // more gaps seldom leave out 120 words each
  const std::size_t gaps = std::min(quote.fragments.size() - 1, kRoomForGaps);
  const std::size_t bytes = quote.text.size() + gaps * kQuoteLimits.gap_bytes;
  CandidateRequest request{.terms = quote.terms,
                           .bytes = bytes,
                           .at_most = kQuoteLimits.candidate_windows,
                           .prefer = {}};
  const ClaimJudge judge(reader, parties, claim);
  // Common wording must not be denied to whom it is claimed of because others were looked at first.
  if (!claim.empty()) {
    request.prefer = [&](const CandidateWindow& window) {
      QuotePlace place;
      place.document = window.document;
      place.passages = {window.first, window.last};
      return judge.fits(place);
    };
  }
  standing.candidates = find_candidates(reader, request);
  if (quote.size() < kQuoteLimits.fewest_words) return standing;
  standing.places = find_exact_places(reader, quote, standing.candidates);
  standing.exact = !standing.places.places.empty();
  if (standing.exact) return standing;
  standing.places = find_elided_places(reader, quote, standing.candidates);
  standing.elided = !standing.places.places.empty();
  if (standing.elided) return standing;
  standing.windows = read_likely_windows(reader, standing.candidates, quote.keys,
                                         kQuoteLimits.aligned_windows);
  standing.places = find_exact_places_in(reader, quote, standing.windows);
  standing.exact = !standing.places.places.empty();
  return standing;
}

void QuoteChecker::Impl::judge(const QuoteText& quote, Standing standing, QuoteAnswer& out) const {
  QuoteFindings findings;
  findings.wording = quote.size() >= kQuoteLimits.fewest_words;
  findings.content = quote.content_words() > 0;
  const bool stands = standing.exact || standing.elided;
  const bool as_claimed = judge_claims(standing.places, out.request.claim);
  findings.exact = standing.exact;
  findings.exact_as_claimed = standing.exact && as_claimed;
  findings.elided = standing.elided;
  findings.elided_as_claimed = standing.elided && as_claimed;
  std::vector<NearPlace> near;
  Splice splice;
  if (findings.wording && findings.content && !stands) {
    near = find_near_places(reader, quote, standing.windows, alteration_options);
    findings.altered = !near.empty() && near.front().clear;
    // A word or two beside one place's wording is an alteration, wherever the rest may stand too.
    const bool one_place = findings.altered &&
                           near.front().distance < kQuoteLimits.changed_words;
    const bool one_word = findings.altered && near.front().distance <= 1;
    if (!one_word) {
      splice = find_splice(reader, quote, std::move(standing.windows),
                           one_place ? SpliceReach::kOnePlace : SpliceReach::kEverywhere);
    }
    findings.spliced = !splice.places.empty();
  }
  out.rule = &decide(findings);
  out.verdict = out.rule->verdict;
  if (stands) {
    take_exact(std::move(standing.places), out);
  } else if (out.verdict == Verdict::kSpliced) {
    take_splice(std::move(splice), out);
  } else if (out.verdict == Verdict::kAltered) {
    take_near(std::move(near), out);
  } else {
    take_nearest(standing.candidates, out);
  }
  if (!stands) out.places_complete = standing.candidates.complete;
  out.places_found = distinct_places(out.places);
  out.common = stands && (quote.size() < kQuoteLimits.short_words ||
                          out.places_found >= kQuoteLimits.common_places);
}

QuoteChecker::QuoteChecker(const IndexReader& reader, const Analyser& analyser,
                           const PartyRegistry& parties)
    : impl_(new Impl{reader, analyser, parties, {}, {}}) {
  impl_->alteration_options.is_name = [&parties](std::string_view word) {
    return parties.by_word(word).has_value();
  };
}

QuoteChecker::~QuoteChecker() = default;

Result<QuoteAnswer> QuoteChecker::check(const QuoteRequest& request) {
  const auto start = std::chrono::steady_clock::now();
  QuoteAnswer out;
  out.request = request;
  if (impl_->reader.late()) return fail(impl_->reader.health().error());
  ORDALAG_TRY(quote, read_quote(request.quote, LineEnds::kAtLineBreak, impl_->analyser,
                                impl_->cache));
  Standing standing = impl_->look_up(quote, request.claim);
  if (quote.words.hyphen_blank && !standing.exact && !standing.elided) {
    // A line end that was copied as "Digi- tal" cannot be told from a hanging hyphen by itself.
    ORDALAG_TRY(mended, read_quote(request.quote, LineEnds::kAtBlank, impl_->analyser,
                                   impl_->cache));
    Standing again = impl_->look_up(mended, request.claim);
    if (again.exact || again.elided) {
      quote = std::move(mended);
      standing = std::move(again);
    }
  }
  impl_->judge(quote, std::move(standing), out);
  ORDALAG_CHECK(impl_->reader.health());
  out.took_ms = milliseconds_since(start);
  return out;
}

}  // namespace ordalag
