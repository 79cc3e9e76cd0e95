// Quotations checked against documents in a temporary index.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/registry/parties.hpp"
#include "searcher/quote/judgement.hpp"
#include "searcher/quote/quote_checker.hpp"
#include "tests/unit/store/store_fixture.hpp"

namespace ordalag {

class QuoteTest : public StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    auto parties = PartyRegistry::load(ORDALAG_SOURCE_DIR "/corpus/parties.toml");
    ASSERT_TRUE(parties) << describe(parties.error());
    parties_ = std::move(*parties);
  }

  void index(const std::vector<Document>& documents) {
    checker_.reset();
    change(documents);
    reader_ = open_reader();
    checker_ = std::make_unique<QuoteChecker>(*reader_, *analyser_, parties_);
  }

  QuoteAnswer check(const std::string& quote, const QuoteClaim& claim = {}) {
    auto answer = checker_->check({quote, claim});
    EXPECT_TRUE(answer) << describe(answer.error());
    return answer ? *answer : QuoteAnswer{};
  }

  static std::string verdict(const QuoteAnswer& answer) {
    return std::string(name(answer.verdict));
  }
  static std::set<std::string> folds(const QuoteAnswer& answer) {
    std::set<std::string> names;
    for (const Fold fold : answer.folds.list()) names.emplace(name(fold));
    return names;
  }
  static std::set<std::string> types(const QuoteAnswer& answer) {
    std::set<std::string> names;
    for (const Alteration& alteration : answer.alterations) {
      for (const AlterationType type : alteration.types) names.emplace(name(type));
    }
    return names;
  }
  std::string document_of(const QuotePlace& place) const {
    return reader_->document(place.document).facts.id.value;
  }

  PartyRegistry parties_;
  std::unique_ptr<IndexReader> reader_;
  std::unique_ptr<QuoteChecker> checker_;
};

}  // namespace ordalag
