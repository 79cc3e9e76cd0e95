// Decides on the text of a passage what the index cannot: phrases, forms, wildcards, NEAR.
#pragma once

#include <optional>
#include <vector>

#include "core/store/index_reader.hpp"
#include "searcher/match/form_scan.hpp"
#include "searcher/match/occurrences.hpp"
#include "searcher/match/resolved_query.hpp"
#include "searcher/match/text_view.hpp"
#include "searcher/rank/retrieval_plan.hpp"

namespace ordalag {

// Made once a query and reach. A passage is analysed at most once, and only when a clause needs it.
class TextFilter {
 public:
  // All outlive the filter. Where a clause that the index decides stands beside one that the text
  // decides (`"a b" OR c`), its matches are fetched here once.
  TextFilter(const ResolvedQuery& query, Reach reach, const IndexReader& reader, TextView& view);

  // True when the index decides alone.
  bool is_idle() const { return root_.kind == Kind::kIndex; }

  // For a candidate of the query: true when it matches. Linear in the passage.
  bool accepts(PassageNumber passage);

 private:
  enum class Kind { kIndex, kText, kSet, kAll, kAny, kNot };
  // Who decides a clause that needs no text: the retrieval itself, or matches fetched beforehand.
  enum class Source { kIndex, kFetched };
  struct Node {
    Kind kind = Kind::kIndex;
    const ResolvedNode* text = nullptr;  // kText
    std::optional<FormScan> scan;        // of a kText that asks for forms
    std::vector<PassageNumber> set;      // kSet, sorted
    std::vector<Node> children;
  };

  Node compile(const ResolvedNode& node, const ResolvedQuery& query, Reach reach, Source source);
  bool holds(const Node& node, PassageNumber passage);

  const IndexReader& reader_;
  TextView& view_;
  Node root_;
  bool read_ = false;  // the present passage is in view_
  std::vector<Occurrence> found_;
};

}  // namespace ordalag
