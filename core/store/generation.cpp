#include "core/store/generation.hpp"

#include <boost/json.hpp>
#include <utility>

#include "core/store/file_sums.hpp"
#include "core/store/records.hpp"

namespace ordalag {
namespace {

namespace names = generation_files;

template <class Id>
boost::json::array to_json(const std::vector<std::vector<Id>>& sets) {
  boost::json::array json;
  for (const auto& set : sets) {
    boost::json::array ids;
    for (const Id& id : set) ids.emplace_back(id.value);
    json.push_back(std::move(ids));
  }
  return json;
}

template <class Id>
std::vector<std::vector<Id>> sets_from_json(const boost::json::value& json) {
  std::vector<std::vector<Id>> sets;
  for (const auto& ids : json.as_array()) {
    auto& set = sets.emplace_back();
    for (const auto& id : ids.as_array()) set.emplace_back(std::string(id.as_string()));
  }
  return sets;
}

Result<MappedFile> open_checked(const std::filesystem::path& folder, const FileSums& sums,
                                const char* name) {
  ORDALAG_TRY(file, MappedFile::open(folder / name));
  ORDALAG_CHECK(sums.check(name, file.bytes()));
  return file;
}

Result<Vocabulary> open_vocabulary(const std::filesystem::path& folder, const FileSums& sums,
                                   const char* name) {
  ORDALAG_TRY(file, open_checked(folder, sums, name));
  auto vocabulary = Vocabulary::read(std::move(file));
  if (!vocabulary) return fail(damaged_file(folder / name));
  return std::move(*vocabulary);
}

Result<GenerationContents> read_contents(std::string_view bytes,
                                         const std::filesystem::path& file) {
  try {
    const auto json = boost::json::parse(bytes).as_object();
    GenerationContents contents;
    contents.total_length = json.at("total_length").to_number<std::uint64_t>();
    contents.section_runs = json.at("section_runs").to_number<std::uint32_t>();
    contents.docids = json.at("docids").to_number<std::uint32_t>();
    for (const auto& name : json.at("segments").as_array())
      contents.segments.emplace_back(name.as_string());
    contents.party_sets = sets_from_json<PartyCode>(json.at("party_sets"));
    contents.theme_sets = sets_from_json<ThemeId>(json.at("theme_sets"));
    return contents;
  } catch (const std::exception& error) {
    return fail(ErrorCode::kIndexCorrupt, error.what(), file.string());
  }
}

}  // namespace

Status write_contents(const std::filesystem::path& folder, const GenerationContents& contents) {
  boost::json::array segments;
  for (const std::string& name : contents.segments) segments.emplace_back(name);
  const boost::json::object json{{"total_length", contents.total_length},
                                 {"section_runs", contents.section_runs},
                                 {"docids", contents.docids},
                                 {"segments", std::move(segments)},
                                 {"party_sets", to_json(contents.party_sets)},
                                 {"theme_sets", to_json(contents.theme_sets)}};
  return write_file(folder / names::kContents, boost::json::serialize(json) + "\n");
}

Result<Generation> Generation::open(const std::filesystem::path& folder) {
  Generation result;
  result.folder_ = folder;
  ORDALAG_TRY(sums, FileSums::read(folder));
  ORDALAG_CHECK(sums.check_sizes());
  ORDALAG_CHECK(sums.check_all(names::kAttachments));
  ORDALAG_TRY(contents_file, open_checked(folder, sums, names::kContents));
  ORDALAG_TRY(contents, read_contents(contents_file.bytes(), folder / names::kContents));
  ORDALAG_TRY(passages, open_checked(folder, sums, names::kPassages));
  ORDALAG_TRY(documents, open_checked(folder, sums, names::kDocuments));
  ORDALAG_TRY(signatures, MappedFile::open(folder / names::kSignatures));
  ORDALAG_TRY(editions, open_checked(folder, sums, names::kEditions));
  ORDALAG_TRY(vocabulary, open_vocabulary(folder, sums, names::kVocabulary));
  ORDALAG_TRY(removed_terms, open_vocabulary(folder, sums, names::kRemovedTerms));
  for (const std::string& name : contents.segments) {
    ORDALAG_TRY(segment, MappedFile::open(folder / name));
    result.segments_.push_back(std::move(segment));
  }
  result.passages_ = passages.rows<PassageRow>();
  result.documents_ = documents.rows<DocumentRow>();
  result.signatures_ = signatures.rows<SignatureRow>();
  result.editions_ = editions.rows<EditionRow>();
  result.contents_ = std::move(contents);
  result.passages_file_ = std::move(passages);
  result.documents_file_ = std::move(documents);
  result.signatures_file_ = std::move(signatures);
  result.editions_file_ = std::move(editions);
  result.vocabulary_ = std::move(vocabulary);
  result.removed_terms_ = std::move(removed_terms);
  ORDALAG_CHECK(result.check());
  result.number_passages();
  return result;
}

// The files belong together.
Status Generation::check() const {
  const auto damaged = [&](const char* file) { return fail(damaged_file(folder_ / file)); };
  if (signatures_.size() != passages_.size()) return damaged(names::kSignatures);
  PassageNumber next = 1;
  for (const DocumentRow& row : documents_) {
    if (row.segment >= segments_.size() || row.first_passage != next)
      return damaged(names::kDocuments);
    const std::uint64_t size = segments_[row.segment].bytes().size();
    if (row.text_begin + row.text_size > size || row.record_begin + row.record_size > size)
      return damaged(contents_.segments[row.segment].c_str());
    next += row.passages;
  }
  return next == passages_.size() + 1 ? Status() : damaged(names::kPassages);
}

void Generation::number_passages() {
  if (contents_.docids == passages_.size()) return;
  numbers_.resize(contents_.docids + 1);
  for (std::size_t i = 0; i < passages_.size(); ++i) {
    const std::uint32_t docid = passages_[i].docid;
    if (docid < numbers_.size()) numbers_[docid] = static_cast<PassageNumber>(i + 1);
  }
}

PassageNumber Generation::section_end(PassageNumber number) const {
  const PassageRow& first = passage(number);
  PassageNumber end = number + 1;
  while (end <= passages_.size() && passage(end).document == first.document &&
         passage(end).section == first.section)
    ++end;
  return end;
}

std::string_view Generation::slice(const DocumentRow& row, std::uint64_t begin,
                                   std::uint32_t size) const {
  return segments_[row.segment].bytes().substr(begin, size);
}

std::string_view Generation::text(DocumentNumber number) const {
  const DocumentRow& row = documents_[number];
  return slice(row, row.text_begin, row.text_size);
}

std::string_view Generation::record(DocumentNumber number) const {
  const DocumentRow& row = documents_[number];
  return slice(row, row.record_begin, row.record_size);
}

Status Generation::check_files() const {
  ORDALAG_TRY(sums, FileSums::read(folder_));
  ORDALAG_CHECK(sums.check_sizes());
  return sums.check_all();
}

bool Generation::is_sound(DocumentNumber number) const {
  return documents_[number].sum == document_sum(text(number), record(number));
}

std::string_view Generation::passage_text(PassageNumber number) const {
  const PassageRow& row = passage(number);
  const std::string_view all = text(row.document);
  return row.text_begin > all.size() ? std::string_view()
                                     : all.substr(row.text_begin, row.text_size);
}

}  // namespace ordalag
