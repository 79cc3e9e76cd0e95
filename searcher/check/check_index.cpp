#include "searcher/check/check_index.hpp"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <map>
#include <string_view>
#include <utility>

#include "core/text/extraction_proof.hpp"
#include "core/text/list_mark.hpp"
#include "core/text/slice_proof.hpp"
#include "core/text/utf8.hpp"
#include "searcher/check/extracted_source.hpp"
#include "searcher/check/source_lines.hpp"

namespace ordalag {
namespace {

namespace json = boost::json;

class IndexCheck {
 public:
  explicit IndexCheck(const IndexReader& reader) : reader_(reader) {}

  CheckAnswer run() {
    answer_.index = reader_.info();
    std::map<std::string, std::vector<DocumentNumber>> by_file;
    for (DocumentNumber i = 0; i < reader_.document_count(); ++i)
      by_file[reader_.document(i).source.file].push_back(i);
    for (const auto& [file, documents] : by_file) check_file(file, documents);
    if (!reader_.health())
      answer_.failures.push_back({{}, {}, {}, reader_.health().error().message});
    return std::move(answer_);
  }

 private:
  void check_file(const std::string& file, const std::vector<DocumentNumber>& documents) {
    ++answer_.sources;
    answer_.documents += static_cast<std::uint32_t>(documents.size());
    for (const DocumentNumber number : documents)
      answer_.passages += reader_.document(number).passages;
    const auto bytes = read_bytes(file);
    if (!bytes) return fail_all(documents, "the source cannot be read: " + bytes.error().message);
    const std::string hash = sha256_hex(*bytes);
    std::map<std::uint32_t, DocumentNumber> records;
    for (const DocumentNumber number : documents) {
      const SourceInfo& source = reader_.document(number).source;
      if (source.sha256 != hash)
        fail_all({number}, "the source has changed since it was indexed");
      else if (source.record)
        records.emplace(*source.record, number);
      else
        check_file_document(number, *bytes);
    }
    if (!records.empty()) check_records(file, *bytes, std::move(records));
  }

  // A document that is a file: by slices of it, or by what is extracted from it anew.
  void check_file_document(DocumentNumber number, std::string_view bytes) {
    const StoredDocument& document = reader_.document(number);
    const bool has_places =
        document.passages == 0 ||
        reader_.passage(document.first_passage).provenance.source_bytes.has_value();
    if (has_places)
      return check_document(number, [&](const Passage& passage, std::string_view text) {
        return slice_gives(number, passage, text, bytes);
      });
    auto lines = extract_again(document.source.format, bytes);
    if (!lines && lines.error().code == ErrorCode::kUnsupported) {
      // Nothing is wrong with the index: this machine lacks what read the file.
      answer_.unchanged_only += document.passages;
      return;
    }
    if (!lines) return fail_all({number}, "it could not be read again: " + lines.error().message);
    const ExtractionProof proof(*std::move(lines));
    check_document(number, [&](const Passage& passage, std::string_view text) {
      const Status proved = proof.prove(text, passage.provenance);
      return proved ? std::string() : proved.error().message;
    });
  }

  void fail_all(const std::vector<DocumentNumber>& documents, const std::string& reason) {
    for (const DocumentNumber number : documents) {
      const StoredDocument& document = reader_.document(number);
      answer_.failures.push_back({document.facts.id, {}, document.source.file, reason});
    }
  }

  // `gives` proves one passage against the source; it returns why it cannot, or nothing.
  template <class Gives>
  void check_document(DocumentNumber number, Gives gives) {
    const StoredDocument& document = reader_.document(number);
    const std::string_view canonical = reader_.text(number);
    CodePointCounter counter(canonical);
    std::uint32_t last_end = 0;
    for (std::uint32_t i = 0; i < document.passages; ++i) {
      const PassageNumber passage_number = document.first_passage + i;
      const Passage passage = reader_.passage(passage_number);
      const std::string_view text = reader_.passage_text(passage_number);
      std::string reason;
      if (passage.bytes.begin < last_end || passage.bytes.end > canonical.size() ||
          passage.bytes.begin > passage.bytes.end)
        reason = "its bytes lie outside of the text, or out of order";
      else if (canonical.substr(passage.bytes.begin, passage.bytes.size()) != text)
        reason = "its bytes of the canonical text do not give its text";
      else if (counter.at(passage.bytes.begin) != passage.span.begin ||
               counter.at(passage.bytes.end) != passage.span.end)
        reason = "its span of the canonical text does not give its text";
      else if (reader_.find_passage(passage.id) != passage_number)
        reason = "its id does not find it";
      else
        reason = gives(passage, text);
      last_end = passage.bytes.end;
      if (reason.empty())
        ++answer_.proved;
      else
        answer_.failures.push_back(
            {document.facts.id, passage.id, document.source.file, std::move(reason)});
    }
  }

  std::string slice_gives(DocumentNumber number, const Passage& passage, std::string_view text,
                          std::string_view bytes) const {
    const StoredDocument& document = reader_.document(number);
    const auto& span = passage.provenance.source_bytes;
    if (!span) return "it has no place in the source";
    if (span->begin > span->end || span->end > bytes.size())
      return "its place lies outside of the source";
    const std::string_view slice = bytes.substr(span->begin, span->end - span->begin);
    const Status proof =
        prove({slice, text, passage.provenance, document.source, document.left_out});
    return proof ? std::string() : proof.error().message;
  }

  // The lines of the records' texts give the passages, in order.
  void check_records(const std::string& file, std::string_view bytes,
                     std::map<std::uint32_t, DocumentNumber> records) {
    const Status read = visit_lines(bytes, file, [&](std::uint32_t line, std::string_view text) {
      const auto found = records.find(line);
      if (found == records.end()) return true;
      check_record(found->second, text);
      records.erase(found);
      return !records.empty();
    });
    for (const auto& [line, number] : records)
      fail_all({number}, read ? "the source has no such record" : read.error().message);
  }

  void check_record(DocumentNumber number, std::string_view line) {
    boost::system::error_code error;
    const json::value value = json::parse(json::string_view(line.data(), line.size()), error);
    const json::object* object = value.if_object();
    const json::value* member = object == nullptr ? nullptr : object->if_contains("text");
    if (error || member == nullptr || !member->is_string())
      return fail_all({number}, "its record is no object with a text");
    std::string_view unused = member->get_string();  // what stands after the last passage's line
    check_document(number, [&](const Passage& passage, std::string_view text) -> std::string {
      for (std::string_view rest = unused; !rest.empty();) {
        const std::size_t end = rest.find('\n');
        const std::string_view slice = rest.substr(0, end);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        if (!record_line_gives(slice, passage, text)) continue;
        unused = rest;
        return {};
      }
      return "no line of its record gives its text";
    });
  }

  static bool record_line_gives(std::string_view slice, const Passage& passage,
                                std::string_view text) {
    SourceInfo source;
    source.format = "text";
    source.charset = "UTF-8";
    const auto given_by = [&](std::string_view line) {
      return gives({line, text, passage.provenance, source, {}});
    };
    return given_by(slice) ||
           (passage.kind == PassageKind::kListItem && given_by(without_list_mark(slice)));
  }

  const IndexReader& reader_;
  CheckAnswer answer_;
};

}  // namespace

CheckAnswer check_index(const IndexReader& reader) { return IndexCheck(reader).run(); }

}  // namespace ordalag
