// A searcher over a small index in a temporary folder.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "searcher/answer/searcher.hpp"
#include "tests/unit/store/store_fixture.hpp"

namespace ordalag {

class SearchTest : public StoreTest {
 protected:
  // Indexes the documents in place of those of the last call, and opens the searcher.
  void index(const std::vector<Document>& documents) {
    change(documents, indexed_);
    indexed_.clear();
    for (const Document& document : documents) indexed_.push_back(document.facts.id.value);
    auto searcher = Searcher::open(folder_ / "index", analyser_);
    ASSERT_TRUE(searcher) << describe(searcher.error());
    searcher_ = std::move(*searcher);
  }

  SearchAnswer ask(SearchRequest request) {
    auto answer = searcher_->search(request);
    EXPECT_TRUE(answer) << request.query << ": " << (answer ? "" : describe(answer.error()));
    return answer ? std::move(*answer) : SearchAnswer();
  }
  SearchAnswer ask(const std::string& query) {
    SearchRequest request;
    request.query = query;
    return ask(std::move(request));
  }

  // Ids of the hits, in order.
  static std::vector<std::string> ids(const SearchAnswer& answer) {
    std::vector<std::string> found;
    for (const Hit& hit : answer.hits) found.push_back(hit.passage.id.value);
    return found;
  }
  std::vector<std::string> found(const std::string& query) { return ids(ask(query)); }

  // The highlights of a hit as "class:letters".
  static std::vector<std::string> highlights(const Hit& hit) {
    std::vector<std::string> texts;
    const std::string& text = hit.finding->snippet.text;
    for (const Highlight& highlight : hit.finding->snippet.highlights) {
      const std::size_t begin = byte_at(text, highlight.span.begin);
      texts.push_back(std::string(name(highlight.match_class)) + ":" +
                      text.substr(begin, byte_at(text, highlight.span.end) - begin));
    }
    return texts;
  }

  std::unique_ptr<Searcher> searcher_;

 private:
  std::vector<std::string> indexed_;

  static std::size_t byte_at(const std::string& text, std::uint32_t code_point) {
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
      if ((static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) continue;
      if (code_point-- == 0) break;
    }
    return at;
  }
};

}  // namespace ordalag
