// A quotation that takes long is broken off wherever it is, not only where the index is read.
#include <chrono>

#include <gmock/gmock.h>

#include "searcher/quote/near_search.hpp"
#include "searcher/quote/quote_text.hpp"
#include "searcher/quote/source_window.hpp"
#include "tests/unit/quote/quote_fixture.hpp"

namespace ordalag {
namespace {

class QuoteDeadline : public QuoteTest {
 protected:
  void SetUp() override {
    QuoteTest::SetUp();
    index({make_document("plan", {"Vi bygger en ny brygga vid sjön varje sommar"})});
    auto quote = read_quote("vi bygger en gammal brygga vid sjön varje vinter",
                            LineEnds::kAtLineBreak, *analyser_, cache_);
    ASSERT_TRUE(quote) << describe(quote.error());
    quote_ = std::move(*quote);
    candidates_ = find_candidates(
        *reader_, {.terms = quote_.terms, .bytes = quote_.text.size(), .at_most = 10, .prefer = {}});
    windows_ = read_windows(*reader_, candidates_, 10);
    ASSERT_FALSE(windows_.empty());
  }

  void pass_deadline() { reader_->set_deadline(Deadline::Clock::now() - std::chrono::seconds(1)); }

  WordCache cache_;
  QuoteText quote_;
  Candidates candidates_;
  std::vector<SourceWindow> windows_;
};

TEST_F(QuoteDeadline, EndsTheAlignment) {
  EXPECT_FALSE(find_near_places(*reader_, quote_, windows_, {}).empty());
  pass_deadline();
  EXPECT_TRUE(find_near_places(*reader_, quote_, windows_, {}).empty());
  ASSERT_FALSE(reader_->health());
  EXPECT_EQ(reader_->health().error().code, ErrorCode::kTimeout);
}

TEST_F(QuoteDeadline, EndsTheLookForSplices) {
  pass_deadline();
  const Splice splice = find_splice(*reader_, quote_, windows_, SpliceReach::kEverywhere);
  EXPECT_TRUE(splice.places.empty());
  EXPECT_FALSE(reader_->health());
}

TEST_F(QuoteDeadline, IsAnErrorOfTheQuotationAndOfNoOther) {
  pass_deadline();
  const auto late = checker_->check({"vi bygger en ny brygga vid sjön", {}});
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().code, ErrorCode::kTimeout);
  reader_->set_deadline(std::nullopt);
  EXPECT_EQ(verdict(check("vi bygger en ny brygga vid sjön")), "exact");
}

}  // namespace
}  // namespace ordalag
