#include "core/store/part_writer.hpp"

#include <xapian.h>
#include <xxhash.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "core/store/generation.hpp"
#include "core/store/records.hpp"
#include "core/store/xapian_door.hpp"

namespace ordalag {
namespace {

// The document's own promise (document.hpp), without which spans would lead astray for good.
Status check_document(const Document& document) {
  const auto broken = [&](const std::string& what) {
    return fail(ErrorCode::kInternal, what + " in document " + document.facts.id.value,
                document.source.file);
  };
  if (document.passages.empty())
    return fail(ErrorCode::kBadInput, "nothing is left to index", document.source.file);
  const std::string stem = document.facts.id.value + "#";
  std::uint32_t end = 0;
  for (const Passage& passage : document.passages) {
    if (passage.bytes.begin < end || passage.bytes.end < passage.bytes.begin ||
        passage.bytes.end > document.text.size())
      return broken("passage " + passage.id.value + " is out of order or out of the text");
    if (!passage.id.value.starts_with(stem)) return broken("foreign passage " + passage.id.value);
    end = passage.bytes.end;
  }
  return {};
}

class PartWriter : public IndexPart {
 public:
  PartWriter(PartSettings settings, std::unique_ptr<PassageAnalyser> analyser,
             std::function<void(Result<FinishedPart>)> done)
      : settings_(std::move(settings)), done_(std::move(done)) {
    result_.analyser = std::move(analyser);
    result_.analyser->begin_batch(*settings_.words);
    result_.part.sequence = settings_.sequence;
    result_.part.postings = settings_.postings;
  }
  PartWriter(const PartWriter&) = delete;
  PartWriter& operator=(const PartWriter&) = delete;

  ~PartWriter() override {
    if (health_ && !result_.part.documents.empty())
      health_ = at_door([&] { database_.commit(); });
    if (health_) {
      result_.part.passages.shrink_to_fit();
      result_.part.signatures.shrink_to_fit();
      result_.analyser->add_forms_to(result_.forms, 1);
      done_(std::move(result_));
    } else {
      done_(fail(health_.error()));
    }
  }

  Status add(const Document& document) override {
    ORDALAG_CHECK(health_);
    ORDALAG_CHECK(check_document(document));
    health_ = at_door([&] {
      if (result_.part.documents.empty()) open();
      write(document);
    });
    return health_;
  }

 private:
  void open() {
    std::filesystem::create_directories(settings_.postings);
    database_ = Xapian::WritableDatabase(settings_.postings.string(),
                                         Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_BACKEND_GLASS |
                                             Xapian::DB_NO_SYNC | Xapian::DB_NO_TERMLIST);
  }

  void write(const Document& document) {
    const PackedDocument packed = pack(document);
    DocumentRow row;
    row.text_begin = result_.segment.size();
    row.text_size = static_cast<std::uint32_t>(document.text.size());
    row.record_begin = row.text_begin + row.text_size;
    row.record_size = static_cast<std::uint32_t>(packed.bytes.size());
    row.passages = static_cast<std::uint32_t>(document.passages.size());
    row.sum = document_sum(document.text, packed.bytes);
    result_.segment.append(document.text).append(packed.bytes);
    result_.analyser->begin(document);
    for (std::uint32_t i = 0; i < document.passages.size(); ++i)
      row.words += write_passage(document.passages[i], i, packed.passages[i]);
    result_.part.documents.push_back(row);
    result_.part.ids.push_back(document.facts.id);
  }

  std::uint32_t write_passage(const Passage& passage, std::uint32_t index, std::uint32_t record) {
    const PassageTerms terms = result_.analyser->passage(index);
    Xapian::Document entry;
    for (const auto& [term, wdf] : terms.counts) entry.add_term(result_.analyser->text(term), wdf);
    database_.add_document(entry);

    PassageRow& row = result_.part.passages.emplace_back();
    row.id_hash = XXH3_64bits(passage.id.value.data(), passage.id.value.size());
    row.document = static_cast<std::uint32_t>(result_.part.documents.size());
    row.text_begin = passage.bytes.begin;
    row.text_size = passage.bytes.size();
    row.record = record;
    row.length = terms.length;
    row.words = static_cast<std::uint16_t>(
        std::min<std::uint32_t>(terms.words, std::numeric_limits<std::uint16_t>::max()));
    row.section = passage.section;
    row.parties = narrow_set(party_sets_.number(passage.attribution.party));
    themes_.clear();
    for (const ordalag::ThemeTag& theme : passage.themes) themes_.push_back(theme.id);
    row.themes = theme_sets_.number(themes_);
    result_.part.signatures.push_back(terms.signature);
    return terms.tokens;
  }

  PartSettings settings_;
  std::function<void(Result<FinishedPart>)> done_;
  Status health_;
  FinishedPart result_;
  SetTable<PartyCode> party_sets_{result_.part.party_sets};
  SetTable<ThemeId> theme_sets_{result_.part.theme_sets};
  std::vector<ThemeId> themes_;  // of one passage
  Xapian::WritableDatabase database_;
};

}  // namespace

std::unique_ptr<IndexPart> make_part(PartSettings settings,
                                     std::unique_ptr<PassageAnalyser> analyser,
                                     std::function<void(Result<FinishedPart>)> done) {
  return std::make_unique<PartWriter>(std::move(settings), std::move(analyser), std::move(done));
}

}  // namespace ordalag
