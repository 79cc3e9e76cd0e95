#include "core/store/generation_builder.hpp"

#include <malloc.h>
#include <xxhash.h>

#include <algorithm>
#include <fstream>
#include <future>
#include <limits>
#include <set>
#include <utility>

#include "core/store/near_copies.hpp"
#include "core/store/passage_terms.hpp"
#include "core/store/postings_merger.hpp"
#include "core/store/records.hpp"
#include "core/store/restore.hpp"

namespace ordalag {
namespace {

namespace fs = std::filesystem;
namespace names = generation_files;

// More segments than this, or less than half of their bytes in use, and they are written anew.
constexpr std::size_t kMostSegments = 8;

class Builder {
 public:
  explicit Builder(GenerationPlan plan)
      : plan_(std::move(plan)),
        party_sets_(contents_.party_sets),
        theme_sets_(contents_.theme_sets) {}

  Result<GenerationCounts> run() {
    collect_kept();
    auto postings = std::async(std::launch::async, merge_postings, postings_plan());
    const Status columns = write_columns();
    const Status merged = postings.get();
    ORDALAG_CHECK(columns);
    ORDALAG_CHECK(merged);
    return GenerationCounts{static_cast<std::uint32_t>(documents_.size()),
                            static_cast<std::uint32_t>(passages_.size())};
  }

 private:
  bool kept(DocumentNumber number) const { return !plan_.removed[number]; }
  template <class Visit>
  void each_kept(const Visit& visit) const {
    if (plan_.old == nullptr) return;
    for (DocumentNumber i = 0; i < plan_.old->documents().size(); ++i)
      if (kept(i)) visit(i, plan_.old->documents()[i]);
  }

  void collect_kept() {
    each_kept([&](DocumentNumber, const DocumentRow& row) {
      live_segments_.insert(row.segment);
      live_bytes_ += row.text_size + row.record_size;
    });
  }

  PostingsPlan postings_plan() const {
    PostingsPlan plan;
    plan.target = plan_.folder / names::kPostings;
    plan.scratch = plan_.scratch;
    if (plan_.old != nullptr)
      plan.inputs.push_back({plan_.old->folder() / names::kPostings, plan_.old->contents().docids});
    for (const BuiltPart& part : plan_.parts)
      plan.inputs.push_back({part.postings, static_cast<std::uint32_t>(part.passages.size())});
    return plan;
  }

  Status write_columns() {
    ORDALAG_CHECK(write_segments());
    add_kept_rows();
    for (BuiltPart& part : plan_.parts) add_part_rows(std::exchange(part, {}));
    constexpr std::size_t kMostSets = std::numeric_limits<std::uint16_t>::max();
    if (contents_.party_sets.size() > kMostSets)
      return fail(ErrorCode::kTooLarge, "more than 65,535 different groups of parties speak");
    ORDALAG_CHECK(write_vocabulary());
    plan_.forms = {};
    malloc_trim(0);  // the texts are about to be mapped: the highest use of memory is there
    ORDALAG_TRY(segments, map_segments());
    ORDALAG_CHECK(write_near_copies(segments));
    order_ids(segments);
    summarise();
    ORDALAG_CHECK(write_contents(plan_.folder, contents_));
    ORDALAG_CHECK(write_rows<PassageRow>(plan_.folder / names::kPassages, passages_));
    ORDALAG_CHECK(write_rows<DocumentRow>(plan_.folder / names::kDocuments, documents_));
    return write_rows<SignatureRow>(plan_.folder / names::kSignatures, signatures_);
  }

  void summarise() {
    contents_.docids = last_docid_;
    for (std::size_t i = 0; i < passages_.size(); ++i) {
      contents_.total_length += passages_[i].length;
      const bool same_run = i > 0 && passages_[i].document == passages_[i - 1].document &&
                            passages_[i].section == passages_[i - 1].section;
      if (!same_run) ++contents_.section_runs;
    }
  }

  // --- segments ---

  bool rewrite_segments() const {
    if (live_segments_.empty()) return false;
    std::uint64_t size = 0;
    for (const std::uint32_t segment : live_segments_)
      size += fs::file_size(plan_.old->folder() / plan_.old->contents().segments[segment]);
    return live_segments_.size() + 1 > kMostSegments || 2 * live_bytes_ < size;
  }

  // The new segment comes first in the table, then the old ones still in use.
  Status write_segments() {
    if (!plan_.segment.empty()) contents_.segments.push_back(plan_.segment);
    if (rewrite_segments()) return copy_kept_texts();
    for (const std::uint32_t segment : live_segments_) {
      const std::string& name = plan_.old->contents().segments[segment];
      new_segment_[segment] = static_cast<std::uint32_t>(contents_.segments.size());
      contents_.segments.push_back(name);
      std::error_code error;
      fs::create_hard_link(plan_.old->folder() / name, plan_.folder / name, error);
      if (error) fs::copy_file(plan_.old->folder() / name, plan_.folder / name, error);
      if (error)
        return fail(ErrorCode::kUnreadable, error.message(), (plan_.folder / name).string());
    }
    return {};
  }

  Status copy_kept_texts() {
    if (contents_.segments.empty()) contents_.segments.push_back("text-kept.seg");
    const fs::path file = plan_.folder / contents_.segments.front();
    std::ofstream out(file, std::ios::binary | std::ios::app);
    std::uint64_t at = fs::file_size(file);
    each_kept([&](DocumentNumber number, const DocumentRow&) {
      const std::string_view text = plan_.old->text(number);
      const std::string_view record = plan_.old->record(number);
      out << text << record;
      moved_to_.push_back(at);
      at += text.size() + record.size();
    });
    out.close();
    if (!out) return fail(ErrorCode::kUnreadable, "cannot write", file.string());
    return {};
  }

  // --- rows ---

  void add_kept_rows() {
    if (plan_.old != nullptr) last_docid_ = plan_.old->contents().docids;
    std::size_t index = 0;
    each_kept([&](DocumentNumber, const DocumentRow& old_row) {
      DocumentRow row = old_row;
      if (moved_to_.empty()) {
        row.segment = new_segment_.at(row.segment);
      } else {
        row.segment = 0;
        row.text_begin = moved_to_[index++];
        row.record_begin = row.text_begin + row.text_size;
      }
      row.first_passage = static_cast<PassageNumber>(passages_.size() + 1);
      for (std::uint32_t i = 0; i < row.passages; ++i) add_kept_passage(old_row.first_passage + i);
      documents_.push_back(row);
    });
  }

  void add_kept_passage(PassageNumber number) {
    PassageRow row = plan_.old->passage(number);
    row.document = static_cast<DocumentNumber>(documents_.size());
    row.parties = narrow_set(party_sets_.number(plan_.old->contents().party_sets[row.parties]));
    row.themes = theme_sets_.number(plan_.old->contents().theme_sets[row.themes]);
    passages_.push_back(row);
    signatures_.push_back(plan_.old->signatures()[number - 1]);
  }

  void add_part_rows(const BuiltPart& part) {
    const auto renumber = [](const auto& sets, auto& table) {
      std::vector<std::uint32_t> numbers;
      for (const auto& set : sets) numbers.push_back(table.number(set));
      return numbers;
    };
    const std::vector<std::uint32_t> parties = renumber(part.party_sets, party_sets_);
    const std::vector<std::uint32_t> themes = renumber(part.theme_sets, theme_sets_);
    std::size_t next = 0;
    for (DocumentRow row : part.documents) {
      row.segment = 0;
      row.first_passage = static_cast<PassageNumber>(passages_.size() + 1);
      for (std::uint32_t i = 0; i < row.passages; ++i) {
        PassageRow& passage = passages_.emplace_back(part.passages[next]);
        passage.document = static_cast<DocumentNumber>(documents_.size());
        passage.docid = ++last_docid_;
        passage.parties = narrow_set(parties[passage.parties]);
        passage.themes = themes[passage.themes];
        signatures_.push_back(part.signatures[next++]);
      }
      documents_.push_back(row);
    }
  }

  // --- near-copies and vocabulary ---

  std::vector<std::uint64_t> party_keys() const {
    std::vector<std::uint64_t> keys;
    for (const auto& set : contents_.party_sets) {
      std::string all;
      for (const PartyCode& code : set) all += code.value + "\n";
      keys.push_back(XXH3_64bits(all.data(), all.size()));
    }
    return keys;
  }

  Result<std::vector<MappedFile>> map_segments() const {
    std::vector<MappedFile> segments;
    for (const std::string& name : contents_.segments) {
      ORDALAG_TRY(segment, MappedFile::open(plan_.folder / name));
      segments.push_back(std::move(segment));
    }
    return segments;
  }

  // As the ids of passages sort, which go on with a # after that of the document.
  void order_ids(const std::vector<MappedFile>& segments) {
    std::vector<std::pair<std::string, DocumentNumber>> ids;
    for (DocumentNumber i = 0; i < documents_.size(); ++i) {
      const DocumentRow& row = documents_[i];
      const auto record = segments[row.segment].bytes().substr(row.record_begin, row.record_size);
      ids.emplace_back(std::string(packed_document_id(record)) + "#", i);
    }
    std::sort(ids.begin(), ids.end());
    for (std::uint32_t order = 0; order < ids.size(); ++order)
      documents_[ids[order].second].id_order = order;
  }

  Status write_near_copies(const std::vector<MappedFile>& segments) {
    const auto keys = party_keys();
    const auto groups =
        near_copy_groups({passages_, signatures_, keys, [&](std::uint32_t index) {
                            const PassageRow& row = passages_[index];
                            const DocumentRow& document = documents_[row.document];
                            return segments[document.segment].bytes().substr(
                                document.text_begin + row.text_begin, row.text_size);
                          }});
    std::vector<std::uint32_t> sizes(groups.size() + 1);
    for (const std::uint32_t group : groups) ++sizes[group];
    std::vector<EditionRow> editions;
    for (std::uint32_t i = 0; i < groups.size(); ++i) {
      passages_[i].group = groups[i];
      if (sizes[groups[i]] > 1) editions.push_back({groups[i], i + 1});
    }
    std::sort(editions.begin(), editions.end());
    return write_rows<EditionRow>(plan_.folder / names::kEditions, editions);
  }

  // The old counts, less those of the removed documents (analysed once more), plus the new ones;
  // and the removed documents' terms, which stay in the Xapian database.
  Status write_vocabulary() {
    VocabularyCounts removed_terms;
    if (plan_.old != nullptr) {
      const auto add_all = [](const Vocabulary& from, VocabularyCounts& to) {
        for (std::uint32_t i = 0; i < from.size(); ++i)
          to.add(from.form(i), from.lemma(i), from.passages(i));
      };
      add_all(plan_.old->vocabulary(), plan_.forms);
      add_all(plan_.old->removed_terms(), removed_terms);
      ORDALAG_CHECK(count_removed(removed_terms));
    }
    ORDALAG_CHECK(removed_terms.write(plan_.folder / names::kRemovedTerms));
    return plan_.forms.write(plan_.folder / names::kVocabulary);
  }

  Status count_removed(VocabularyCounts& removed_terms) {
    PassageAnalyser analyser(*plan_.analyser);
    WordCache words;
    analyser.begin_batch(words);
    for (DocumentNumber number = 0; number < plan_.removed.size(); ++number) {
      if (kept(number)) continue;
      ORDALAG_TRY(document, restore_document(*plan_.old, number));
      analyser.begin(document);
      for (std::uint32_t i = 0; i < document.passages.size(); ++i)
        for (const auto& count : analyser.passage(i).counts)
          removed_terms.add(analyser.text(count.term), "", 1);
    }
    analyser.add_forms_to(plan_.forms, -1);
    return {};
  }

  GenerationPlan plan_;
  GenerationContents contents_;
  SetTable<PartyCode> party_sets_;
  SetTable<ThemeId> theme_sets_;
  std::set<std::uint32_t> live_segments_;  // old segments with kept documents
  std::uint64_t live_bytes_ = 0;
  std::map<std::uint32_t, std::uint32_t> new_segment_;  // old number -> new number
  std::vector<std::uint64_t> moved_to_;                 // of kept documents, when rewritten
  std::uint32_t last_docid_ = 0;
  std::vector<PassageRow> passages_;
  std::vector<SignatureRow> signatures_;
  std::vector<DocumentRow> documents_;
};

}  // namespace

Result<GenerationCounts> build_generation(GenerationPlan plan) {
  return Builder(std::move(plan)).run();
}

}  // namespace ordalag
