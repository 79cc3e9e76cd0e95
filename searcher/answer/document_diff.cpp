#include "searcher/answer/document_diff.hpp"

#include <algorithm>
#include <string_view>

#include "core/text/utf8.hpp"
#include "searcher/query/edit_distance.hpp"
#include "searcher/rank/id_order.hpp"

namespace ordalag {
namespace {

constexpr std::size_t kContextBytes = 48;  // of text on each side, to the next word

bool is_space(char c) { return c == ' ' || c == '\n'; }

std::string context_before(std::string_view text, std::size_t end) {
  std::size_t begin = end > kContextBytes ? end - kContextBytes : 0;
  while (begin > 0 && begin < end && !is_space(text[begin - 1])) ++begin;
  return std::string(text.substr(begin, end - begin));
}

std::string context_after(std::string_view text, std::size_t begin) {
  std::size_t end = std::min(begin + kContextBytes, text.size());
  while (end < text.size() && end > begin && !is_space(text[end])) --end;
  return std::string(text.substr(begin, end - begin));
}

// One document and its passages, looked up by rising byte.
class Side {
 public:
  Side(const IndexReader& reader, DocumentNumber number)
      : document_(reader.document(number)), text_(reader.text(number)), counter_(text_) {
    for (std::uint32_t i = 0; i < document_.passages; ++i)
      passages_.push_back(reader.passage(document_.first_passage + i));
  }

  std::string_view text() const { return text_; }
  const StoredDocument& document() const { return document_; }

  DiffSide at(ByteSpan bytes) {
    DiffSide side;
    side.text = text_.substr(bytes.begin, bytes.size());
    side.before = context_before(text_, bytes.begin);
    side.after = context_after(text_, bytes.end);
    side.span.begin = counter_.at(bytes.begin);
    side.span.end = counter_.at(bytes.end);
    if (passages_.empty()) return side;
    auto after = std::upper_bound(
        passages_.begin(), passages_.end(), bytes.begin,
        [](std::uint32_t byte, const Passage& passage) { return byte < passage.bytes.begin; });
    const Passage& passage = after == passages_.begin() ? *after : *(after - 1);
    side.passage = passage.id;
    side.provenance = passage.provenance;
    return side;
  }

 private:
  const StoredDocument& document_;
  std::string_view text_;
  CodePointCounter counter_;
  std::vector<Passage> passages_;
};

}  // namespace

Result<DocumentNumber> require_document(const IndexReader& reader, const DocumentId& id) {
  if (const auto number = reader.find_document(id)) return *number;
  ORDALAG_CHECK(reader.health());
  std::string nearest;
  std::size_t best = id.value.size() / 3 + 1;
  for (const DocumentNumber number : documents_by_id(reader)) {
    const std::string& other = reader.document(number).facts.id.value;
    const std::size_t distance = edit_distance(id.value, other, best);
    if (distance >= best) continue;
    best = distance;
    nearest = other;
  }
  return fail(ErrorCode::kNotFound, "there is no document \"" + id.value + "\"", {},
              nearest.empty() ? "`ordalag sources` lists them" : "did you mean " + nearest + "?");
}

namespace {

// The document on one side; an error names the side.
Result<DocumentNumber> require_side(const IndexReader& reader, const DocumentId& id,
                                    std::string_view side) {
  auto number = require_document(reader, id);
  if (!number) number.error().where = side;
  return number;
}

}  // namespace

Result<DiffAnswer> diff_documents(const IndexReader& reader, const DocumentId& left,
                                  const DocumentId& right) {
  ORDALAG_TRY(left_number, require_side(reader, left, "left"));
  ORDALAG_TRY(right_number, require_side(reader, right, "right"));
  Side left_side(reader, left_number);
  Side right_side(reader, right_number);
  DiffAnswer answer;
  answer.index = reader.info();
  answer.left = left_side.document().facts;
  answer.right = right_side.document().facts;
  answer.left_source = left_side.document().source;
  answer.right_source = right_side.document().source;
  for (const Difference& found : diff_words(left_side.text(), right_side.text()))
    answer.differences.push_back({found.op, left_side.at(found.left), right_side.at(found.right)});
  ORDALAG_CHECK(reader.health());
  return answer;
}

}  // namespace ordalag
