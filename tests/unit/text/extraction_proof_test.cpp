#include "core/text/extraction_proof.hpp"

#include <gtest/gtest.h>

namespace ordalag {
namespace {

PageRectangle box(std::uint32_t page, float top) { return {page, 50, top, 300, top + 12}; }

ExtractionProof paged() {
  return ExtractionProof({{1, box(1, 100), "Kommunen ska bygga fler hyres-"},
                          {2, box(1, 114), "rätter och ett badhus."},
                          {3, box(2, 100), "Skolan går först."},
                          {4, box(2, 114), "• fler lärare"}});
}

Provenance at(std::vector<PageRectangle> quads) {
  Provenance place;
  place.quads = std::move(quads);
  return place;
}

TEST(ExtractionProof, JoinsTheLinesOfAPassage) {
  EXPECT_TRUE(paged().prove("Kommunen ska bygga fler hyresrätter och ett badhus.",
                            at({box(1, 100), box(1, 114)})));
}

TEST(ExtractionProof, AllowsTheMarkOfAListItem) {
  EXPECT_TRUE(paged().prove("fler lärare", at({box(2, 114)})));
}

TEST(ExtractionProof, RefusesAnotherWording) {
  EXPECT_FALSE(paged().prove("Skolan går sist.", at({box(2, 100)})));
}

TEST(ExtractionProof, RefusesTheRightWordsAtTheWrongPlace) {
  EXPECT_FALSE(paged().prove("Skolan går först.", at({box(1, 100)})));
  EXPECT_FALSE(paged().prove("Skolan går först.", at({box(2, 300)})));
}

TEST(ExtractionProof, RefusesAPassageThatClaimsMoreLinesThanItHas) {
  EXPECT_FALSE(paged().prove("Skolan går först.", at({box(2, 100), box(2, 114)})));
}

TEST(ExtractionProof, FindsAParagraphByItsNumber) {
  const ExtractionProof proof({{1, {}, "Inledning"}, {2, {}, "Vi vill bygga."}, {2, {}, "Och mer."}});
  Provenance second;
  second.lines = LineRange{2, 2};
  EXPECT_TRUE(proof.prove("Vi vill bygga.", second));
  EXPECT_TRUE(proof.prove("Och mer.", second));
  EXPECT_TRUE(proof.prove("Vi vill bygga. Och mer.", second));
  EXPECT_FALSE(proof.prove("Inledning", second));
}

TEST(ExtractionProof, RefusesAPassageWithoutAPlace) {
  EXPECT_FALSE(paged().prove("Skolan går först.", {}));
}

}  // namespace
}  // namespace ordalag
