#include "core/store/index_reader.hpp"

#include <xapian.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>

#include "core/store/evaluate.hpp"
#include "core/store/file_sums.hpp"
#include "core/store/generation.hpp"
#include "core/store/letter_set.hpp"
#include "core/store/postings_reader.hpp"
#include "core/store/records.hpp"
#include "core/store/xapian_door.hpp"

namespace ordalag {

struct IndexReader::Impl {
  IndexInfo info;
  Generation generation;
  Xapian::Database database;
  std::optional<PostingsReader> postings;
  // Unpacked documents: kept for the life of the reader, for callers hold references.
  mutable std::vector<std::unique_ptr<UnpackedDocument>> documents;
  std::vector<Columns> columns;               // by passage number; filled when first asked for
  std::vector<PassageNumber> edition_groups;  // the same
  std::vector<LetterSet> letters;             // by form; filled when first asked for
  enum class Sound : std::uint8_t { kUnknown, kYes, kNo };
  mutable std::vector<Sound> sound;  // by document: its text and record
  mutable Status health;
  Deadline deadline;

  static Result<std::unique_ptr<Impl>> open_once(const std::filesystem::path& folder,
                                                 const std::string& fingerprint);
  const UnpackedDocument& document(DocumentNumber number) const;
  // Looked at when something of the document is first read: what is damaged is not shown.
  bool is_sound(DocumentNumber number) const {
    if (sound[number] == Sound::kUnknown) examine(number);
    return sound[number] == Sound::kYes;
  }
  void examine(DocumentNumber number) const;
  // Runs what reads postings; remembers the first thing that goes wrong.
  template <class Work>
  void read(Work&& work) const {
    try {
      if (auto status = at_door(std::forward<Work>(work)); !status && health) health = status;
    } catch (const Deadline::Passed&) {
      late();
    }
  }
  void late() const {
    if (health)
      health = fail(ErrorCode::kTimeout, "the answer takes too long", {},
                    "ask for rarer words, or narrow the question by party, theme or year");
  }
  void damaged(const std::string& what) const {
    if (health)
      health = fail(ErrorCode::kIndexCorrupt, what, generation.folder().string(), kRebuildHint);
  }
};

Result<std::unique_ptr<IndexReader::Impl>> IndexReader::Impl::open_once(
    const std::filesystem::path& folder, const std::string& fingerprint) {
  ORDALAG_TRY(manifest, read_manifest(folder));
  ORDALAG_CHECK(check_match(manifest.info, fingerprint, folder));
  auto impl = std::make_unique<Impl>();
  impl->info = manifest.info;
  ORDALAG_TRY(generation, Generation::open(folder / manifest.generation));
  if (generation.documents().size() != impl->info.documents ||
      generation.passages().size() != impl->info.passages)
    return fail(damaged_file(manifest_file(folder)));
  impl->generation = std::move(generation);
  const auto postings = impl->generation.folder() / generation_files::kPostings;
  ORDALAG_CHECK(at_door([&] { impl->database = Xapian::Database(postings.string()); }));
  impl->documents.resize(impl->generation.documents().size());
  impl->sound.resize(impl->documents.size());
  impl->postings.emplace(impl->database, impl->generation, impl->deadline);
  return impl;
}

const UnpackedDocument& IndexReader::Impl::document(DocumentNumber number) const {
  if (documents[number]) return *documents[number];
  std::optional<UnpackedDocument> unpacked;
  if (is_sound(number)) unpacked = unpack_document(generation.record(number));
  if (!unpacked) {
    damaged("document " + std::to_string(number) + " is damaged");
    unpacked.emplace().document.sections.emplace_back();
  }
  const DocumentRow& row = generation.documents()[number];
  unpacked->document.passages = row.passages;
  unpacked->document.first_passage = row.first_passage;
  unpacked->document.words = row.words;
  documents[number] = std::make_unique<UnpackedDocument>(std::move(*unpacked));
  return *documents[number];
}

void IndexReader::Impl::examine(DocumentNumber number) const {
  const bool yes = generation.is_sound(number);
  sound[number] = yes ? Sound::kYes : Sound::kNo;
  if (!yes) damaged("document " + std::to_string(number) + " is damaged");
}

IndexReader::IndexReader(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
IndexReader::~IndexReader() = default;

// A writer may remove the generation between the look at the manifest and the opening of its files
// (after two more revisions): then the manifest names another one by now.
Result<std::unique_ptr<IndexReader>> IndexReader::open(const std::filesystem::path& folder,
                                                       const std::string& fingerprint) {
  constexpr int kAttempts = 5;
  for (int attempt = 1;; ++attempt) {
    auto impl = Impl::open_once(folder, fingerprint);
    if (impl) return std::unique_ptr<IndexReader>(new IndexReader(std::move(*impl)));
    if (impl.error().code != ErrorCode::kIndexCorrupt || attempt == kAttempts)
      return fail(impl.error());
  }
}

const IndexInfo& IndexReader::info() const { return impl_->info; }
const Status& IndexReader::health() const { return impl_->health; }

Status IndexReader::check_files() const { return impl_->generation.check_files(); }

void IndexReader::set_deadline(std::optional<Deadline::Clock::time_point> deadline) {
  impl_->deadline.set(deadline);
  if (!impl_->health && impl_->health.error().code == ErrorCode::kTimeout) impl_->health = {};
}

bool IndexReader::late() const {
  if (!impl_->deadline.passed()) return false;
  impl_->late();
  return true;
}

std::string IndexReader::attachment(const std::string& name) const {
  std::ifstream in(impl_->generation.folder() / generation_files::kAttachments / name,
                   std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::uint32_t IndexReader::document_count() const {
  return static_cast<std::uint32_t>(impl_->generation.documents().size());
}

const StoredDocument& IndexReader::document(DocumentNumber number) const {
  return impl_->document(number).document;
}

std::optional<DocumentNumber> IndexReader::find_document(const DocumentId& id) const {
  std::optional<DocumentNumber> found;
  impl_->read([&] {
    for (const Match& entry : impl_->postings->read(TermField::kDocument, id.value, nullptr)) {
      const DocumentNumber number = document_of(entry.passage);
      if (!impl_->is_sound(number)) continue;  // its id cannot be told: health() says so
      if (packed_document_id(impl_->generation.record(number)) == id.value) found = number;
      if (found) return;
    }
  });
  return found;
}

std::uint32_t IndexReader::id_order(DocumentNumber number) const {
  return impl_->generation.documents()[number].id_order;
}

std::string_view IndexReader::text(DocumentNumber number) const {
  return impl_->is_sound(number) ? impl_->generation.text(number) : std::string_view();
}

std::uint32_t IndexReader::passage_count() const {
  return static_cast<std::uint32_t>(impl_->generation.passages().size());
}

std::optional<PassageNumber> IndexReader::find_passage(const PassageId& id) const {
  const std::size_t mark = id.value.rfind('#');
  if (mark == std::string::npos) return std::nullopt;
  const auto document = find_document(DocumentId(id.value.substr(0, mark)));
  if (!document) return std::nullopt;
  const std::uint64_t hash = XXH3_64bits(id.value.data(), id.value.size());
  const DocumentRow& row = impl_->generation.documents()[*document];
  for (PassageNumber i = row.first_passage; i < row.first_passage + row.passages; ++i)
    if (impl_->generation.passage(i).id_hash == hash && passage(i).id == id) return i;
  return std::nullopt;
}

DocumentNumber IndexReader::document_of(PassageNumber passage) const {
  return impl_->generation.passage(passage).document;
}

Passage IndexReader::passage(PassageNumber number) const {
  const PassageRow& row = impl_->generation.passage(number);
  const UnpackedDocument& document = impl_->document(row.document);
  auto passage = unpack_passage(impl_->generation.record(row.document), row.record,
                                document.document.facts.id, document.tables);
  if (passage) return std::move(*passage);
  impl_->damaged("the record of passage " + std::to_string(number) + " is damaged");
  return {};
}

std::string_view IndexReader::passage_text(PassageNumber number) const {
  if (!impl_->is_sound(document_of(number))) return {};
  return impl_->generation.passage_text(number);
}

std::string_view IndexReader::id_ending(PassageNumber number) const {
  const PassageRow& row = impl_->generation.passage(number);
  if (!impl_->is_sound(row.document)) return {};
  return packed_passage_id(impl_->generation.record(row.document), row.record);
}

std::vector<PassageNumber> IndexReader::editions(PassageNumber number) const {
  const std::uint32_t group = edition_group(number);
  const auto rows = impl_->generation.editions();
  std::vector<PassageNumber> others;
  for (auto it = std::lower_bound(rows.begin(), rows.end(), EditionRow{group, 0});
       it != rows.end() && it->group == group; ++it)
    if (it->passage != number) others.push_back(it->passage);
  return others;
}

std::vector<PassageNumber> IndexReader::near_copy_candidates(PassageNumber number) const {
  const auto rows = impl_->generation.signatures();
  const SignatureRow& own = rows[number - 1];
  std::vector<PassageNumber> found;
  if (words(number) == 0) return found;
  for (PassageNumber i = 1; i <= rows.size(); ++i) {
    const SignatureRow& row = rows[i - 1];
    bool shares = false;
    for (int band = 0; band < kBands; ++band) shares |= row.bands[band] == own.bands[band];
    if (shares && i != number && words(i) > 0) found.push_back(i);
  }
  return found;
}

PassageNumber IndexReader::edition_group(PassageNumber number) const {
  return impl_->generation.passage(number).group;
}

const std::vector<PartyCode>& IndexReader::parties(PassageNumber number) const {
  return impl_->generation.contents().party_sets[impl_->generation.passage(number).parties];
}

const std::vector<ThemeId>& IndexReader::themes(PassageNumber number) const {
  return impl_->generation.contents().theme_sets[impl_->generation.passage(number).themes];
}

std::span<const IndexReader::Columns> IndexReader::columns() const {
  auto& columns = impl_->columns;
  if (!columns.empty()) return columns;
  columns.reserve(passage_count() + 1);
  columns.emplace_back();
  for (const PassageRow& row : impl_->generation.passages())
    columns.push_back({row.document, row.parties, row.themes});
  return columns;
}

std::span<const PassageNumber> IndexReader::edition_groups() const {
  auto& groups = impl_->edition_groups;
  if (!groups.empty()) return groups;
  groups.resize(passage_count() + 1, 0);
  for (const EditionRow& row : impl_->generation.editions()) groups[row.passage] = row.group;
  return groups;
}

std::span<const std::vector<PartyCode>> IndexReader::party_lists() const {
  return impl_->generation.contents().party_sets;
}

std::span<const std::vector<ThemeId>> IndexReader::theme_lists() const {
  return impl_->generation.contents().theme_sets;
}

std::uint32_t IndexReader::words(PassageNumber number) const {
  return impl_->generation.passage(number).words;
}

namespace {

// Leaves the `count` of the greatest weight, fewer than there are. Ties by a hash of the id: the
// same passages whatever their numbers.
void keep_best(std::size_t count, const Generation& generation, Scored& scored) {
  std::vector<double> weights(scored.size());
  std::transform(scored.begin(), scored.end(), weights.begin(),
                 [](const Match& entry) { return entry.weight; });
  const auto last = weights.begin() + static_cast<std::ptrdiff_t>(count) - 1;
  std::nth_element(weights.begin(), last, weights.end(), std::greater<>());
  const double least = *last;
  const auto hash_of = [&](const Match& entry) {
    return generation.passage(entry.passage).id_hash;
  };
  std::vector<std::uint64_t> ties;
  std::size_t above = 0;
  for (const Match& entry : scored) {
    if (entry.weight > least) ++above;
    if (entry.weight == least) ties.push_back(hash_of(entry));
  }
  const auto last_tie = ties.begin() + static_cast<std::ptrdiff_t>(count - above) - 1;
  std::nth_element(ties.begin(), last_tie, ties.end());
  std::erase_if(scored, [&](const Match& entry) {
    return entry.weight < least || (entry.weight == least && hash_of(entry) > *last_tie);
  });
}

}  // namespace

Matches IndexReader::match(const RetrievalQuery& query, const MatchOptions& options) const {
  Scored scored;
  impl_->read([&] { scored = Evaluator(*impl_->postings, impl_->generation).run(query); });
  if (options.accept) {
    impl_->read([&] {
      std::erase_if(scored, [&](const Match& entry) {
        impl_->deadline.check();
        return !options.accept(entry.passage);
      });
    });
  }
  Matches matches;
  if (scored.size() > options.at_most) {
    matches.complete = false;
    keep_best(options.at_most, impl_->generation, scored);
  }
  matches.all = std::move(scored);
  return matches;
}

void IndexReader::postings(TermField field, const std::string& term,
                           const std::function<void(PassageNumber, std::uint32_t)>& visit) const {
  impl_->read([&] {
    for (const Match& entry : impl_->postings->read(field, term, nullptr))
      visit(entry.passage, static_cast<std::uint32_t>(entry.weight));
  });
}

std::uint32_t IndexReader::frequency(TermField field, const std::string& term) const {
  std::uint32_t count = 0;
  impl_->read([&] { count = impl_->postings->passages(field, term); });
  return count;
}

std::uint32_t IndexReader::length(PassageNumber number) const {
  return impl_->generation.passage(number).length;
}

std::vector<std::pair<std::string, std::uint32_t>> IndexReader::values(TermField field) const {
  std::vector<std::pair<std::string, std::uint32_t>> values;
  impl_->read([&] { values = impl_->postings->values(field); });
  return values;
}

std::vector<IndexReader::Form> IndexReader::forms_with_prefix(std::string_view prefix,
                                                              std::size_t at_most) const {
  const Vocabulary& vocabulary = impl_->generation.vocabulary();
  std::vector<Form> forms;
  for (std::uint32_t i = vocabulary.lower_bound(prefix);
       i < vocabulary.size() && forms.size() < at_most && vocabulary.form(i).starts_with(prefix);
       ++i)
    forms.push_back({std::string(vocabulary.form(i)), std::string(vocabulary.lemma(i)),
                     vocabulary.passages(i)});
  return forms;
}

std::uint32_t IndexReader::form_frequency(std::string_view form) const {
  return impl_->generation.vocabulary().count(form);
}

std::vector<IndexReader::Form> IndexReader::forms_of(std::string_view lemma,
                                                     std::size_t at_most) const {
  const Vocabulary& vocabulary = impl_->generation.vocabulary();
  const auto numbers = vocabulary.forms_of(lemma);
  std::vector<Form> forms;
  for (const std::uint32_t i : numbers.first(std::min(at_most, numbers.size())))
    forms.push_back({std::string(vocabulary.form(i)), std::string(lemma), vocabulary.passages(i)});
  return forms;
}

void IndexReader::each_form(const VisitForm& visit) const {
  const Vocabulary& vocabulary = impl_->generation.vocabulary();
  for (std::uint32_t i = 0; i < vocabulary.size(); ++i)
    visit(vocabulary.form(i), vocabulary.passages(i));
}

void IndexReader::each_form_near(std::string_view form, int edits, const VisitForm& visit) const {
  const Vocabulary& vocabulary = impl_->generation.vocabulary();
  auto& letters = impl_->letters;
  if (letters.empty()) {
    letters.reserve(vocabulary.size());
    for (std::uint32_t i = 0; i < vocabulary.size(); ++i)
      letters.push_back(letters_of(vocabulary.form(i)));
  }
  const LetterSet wanted = letters_of(form);
  impl_->read([&] {
    std::array<std::uint8_t, 4096> near;
    for (std::uint32_t begin = 0; begin < vocabulary.size(); begin += near.size()) {
      impl_->deadline.check();
      const auto block = std::span(letters).subspan(
          begin, std::min<std::size_t>(near.size(), vocabulary.size() - begin));
      mark_near(wanted, block, edits, near);
      for (std::uint32_t i = 0; i < block.size(); ++i)
        if (near[i] != 0) visit(vocabulary.form(begin + i), vocabulary.passages(begin + i));
    }
  });
}

}  // namespace ordalag
