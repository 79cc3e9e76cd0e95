#include "core/store/index_writer.hpp"

#include <algorithm>
#include <fstream>
#include <future>
#include <mutex>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "core/store/attachment_names.hpp"
#include "core/store/file_sums.hpp"
#include "core/store/generation.hpp"
#include "core/store/generation_builder.hpp"
#include "core/store/index_folder.hpp"
#include "core/store/manifest.hpp"
#include "core/store/part_writer.hpp"
#include "core/store/records.hpp"
#include "core/store/restore.hpp"
#include "core/store/source_table.hpp"

namespace ordalag {
namespace {

namespace fs = std::filesystem;
namespace names = generation_files;

// Kept documents are written anew when more than one in this many of Xapian's passages is gone.
constexpr std::uint64_t kRewriteShare = 4;

std::string read_text(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::map<std::string, std::string> read_attachments(const fs::path& generation) {
  std::map<std::string, std::string> attachments;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(generation / names::kAttachments, ignored))
    attachments[entry.path().filename().string()] = read_text(entry.path());
  return attachments;
}

}  // namespace

struct IndexWriter::Impl {
  Impl(Options given, IndexLock taken) : options(std::move(given)), lock(std::move(taken)) {}
  ~Impl() {
    std::error_code ignored;
    if (!staging.empty()) fs::remove_all(staging, ignored);
  }

  Status open_present();
  Status stage();
  std::unique_ptr<IndexPart> part(std::uint32_t sequence, WordCache& words);
  void take(Result<FinishedPart> finished);
  void remove_documents(const std::vector<DocumentId>& ids);
  bool unchanged(const std::map<std::string, std::string>& attachments) const;
  Status check_ids() const;
  bool wants_rewrite() const;
  Status write_part_anew(std::uint32_t sequence, DocumentNumber begin, DocumentNumber end);
  Status write_kept_anew();
  Result<GenerationCounts> build();
  Status write_rest(const std::map<std::string, std::string>& attachments) const;
  Status make_current(const GenerationCounts& counts);

  Options options;
  IndexLock lock;
  IndexInfo info;          // of the present revision; revision 0 when there is none
  std::string generation;  // its folder's name
  std::optional<Generation> old;
  std::vector<bool> removed;  // by document number of `old`
  std::unordered_map<std::string, DocumentNumber> numbers;
  fs::path staging;     // the new generation's folder, until it gets its name
  std::string segment;  // name of its text file; empty until something is written

  std::mutex mutex;  // guards what follows while parts are written
  SourceTable sources;
  std::vector<std::unique_ptr<PassageAnalyser>> analysers;  // not in use now
  std::vector<BuiltPart> parts;
  VocabularyCounts forms;
  std::uint64_t segment_size = 0;
  Status failure;
};

Status IndexWriter::Impl::open_present() {
  auto manifest = read_manifest(options.folder);
  if (!manifest) {
    const bool fresh = manifest.error().code == ErrorCode::kNoIndex;
    if (fresh || options.from_scratch) return {};
    return fail(manifest.error());
  }
  info = manifest->info;
  generation = manifest->generation;
  if (options.from_scratch) return {};
  ORDALAG_CHECK(check_match(info, options.analyser->fingerprint(), options.folder));
  const fs::path folder = options.folder / generation;
  ORDALAG_TRY(present, Generation::open(folder));
  ORDALAG_TRY(table, MappedFile::open(folder / names::kSources));
  ORDALAG_TRY(known, unpack_sources(table.bytes()));
  sources = std::move(known);
  removed.resize(present.documents().size());
  for (DocumentNumber i = 0; i < present.documents().size(); ++i)
    numbers.emplace(packed_document_id(present.record(i)), i);
  old = std::move(present);
  return {};
}

// The new generation grows in a folder that no reader looks into.
Status IndexWriter::Impl::stage() {
  remove_other_generations(options.folder, generation, "");
  staging = options.folder / (generation_name(info.revision + 1) + ".tmp");
  std::error_code error;
  fs::create_directories(staging / "parts", error);
  if (error) return fail(ErrorCode::kUnreadable, error.message(), staging.string());
  return {};
}

std::unique_ptr<IndexPart> IndexWriter::Impl::part(std::uint32_t sequence, WordCache& words) {
  std::unique_ptr<PassageAnalyser> analyser;
  {
    const std::lock_guard guard(mutex);
    if (!analysers.empty()) {
      analyser = std::move(analysers.back());
      analysers.pop_back();
    }
  }
  if (!analyser) analyser = std::make_unique<PassageAnalyser>(*options.analyser);
  return make_part({staging / "parts" / std::to_string(sequence), sequence, &words},
                   std::move(analyser),
                   [this](Result<FinishedPart> finished) { take(std::move(finished)); });
}

void IndexWriter::Impl::take(Result<FinishedPart> finished) {
  const std::lock_guard guard(mutex);
  if (!finished) {
    if (failure) failure = fail(finished.error());
    return;
  }
  if (finished->part.documents.empty()) {
    analysers.push_back(std::move(finished->analyser));
    return;
  }
  if (segment.empty()) segment = "text-" + generation_name(info.revision + 1).substr(4) + ".seg";
  std::ofstream out(staging / segment, std::ios::binary | std::ios::app);
  out << finished->segment;
  out.close();
  if (!out && failure)
    failure = fail(ErrorCode::kUnreadable, "cannot write", (staging / segment).string());
  for (DocumentRow& row : finished->part.documents) {
    row.text_begin += segment_size;
    row.record_begin += segment_size;
  }
  segment_size += finished->segment.size();
  forms.add(finished->forms);
  analysers.push_back(std::move(finished->analyser));
  parts.push_back(std::move(finished->part));
}

void IndexWriter::Impl::remove_documents(const std::vector<DocumentId>& ids) {
  for (const DocumentId& id : ids)
    if (const auto it = numbers.find(id.value); it != numbers.end()) removed[it->second] = true;
}

bool IndexWriter::Impl::unchanged(const std::map<std::string, std::string>& attachments) const {
  if (!old || !parts.empty() || std::find(removed.begin(), removed.end(), true) != removed.end())
    return false;
  if (read_text(old->folder() / names::kSources) != pack_sources(sources)) return false;
  auto before = read_attachments(old->folder());
  auto after = attachments;
  before.erase(attachment_names::kReport);
  after.erase(attachment_names::kReport);
  return before == after;
}

Status IndexWriter::Impl::check_ids() const {
  std::unordered_set<std::string_view> seen;
  for (const auto& [id, number] : numbers)
    if (!removed[number]) seen.insert(id);
  for (const BuiltPart& part : parts)
    for (const DocumentId& id : part.ids)
      if (!seen.insert(id.value).second)
        return fail(ErrorCode::kInternal, "two documents have the id " + id.value);
  return {};
}

// Removed passages stay in the Xapian database; with too many of them, or with none kept, the kept
// documents are written anew like new ones.
bool IndexWriter::Impl::wants_rewrite() const {
  std::uint64_t kept = 0;
  for (DocumentNumber i = 0; i < removed.size(); ++i)
    if (!removed[i]) kept += old->documents()[i].passages;
  const std::uint64_t docids = old->contents().docids;
  return kept == 0 || (docids - kept) * kRewriteShare > docids;
}

Status IndexWriter::Impl::write_part_anew(std::uint32_t sequence, DocumentNumber begin,
                                          DocumentNumber end) {
  WordCache words;
  const auto anew = part(sequence, words);
  for (DocumentNumber i = begin; i < end; ++i) {
    if (removed[i]) continue;
    auto document = restore_document(*old, i);
    if (!document) return fail(document.error());
    ORDALAG_CHECK(anew->add(*document));
  }
  return {};
}

Status IndexWriter::Impl::write_kept_anew() {
  std::uint32_t sequence = 0;
  for (const BuiltPart& part : parts) sequence = std::max(sequence, part.sequence + 1);
  std::vector<std::future<Status>> running;
  const auto wait_for_oldest = [&] {
    const Status status = running.front().get();
    running.erase(running.begin());
    return status;
  };
  const DocumentNumber count = static_cast<DocumentNumber>(removed.size());
  for (DocumentNumber begin = 0; begin < count;) {
    DocumentNumber end = begin;
    for (std::uint32_t passages = 0; end < count && passages < kPartPassages; ++end)
      passages += removed[end] ? 0 : old->documents()[end].passages;
    running.push_back(
        std::async(std::launch::async, &Impl::write_part_anew, this, sequence++, begin, end));
    begin = end;
    if (running.size() >= std::max(1U, std::thread::hardware_concurrency()))
      ORDALAG_CHECK(wait_for_oldest());
  }
  while (!running.empty()) ORDALAG_CHECK(wait_for_oldest());
  return failure;
}

Result<GenerationCounts> IndexWriter::Impl::build() {
  ORDALAG_CHECK(check_ids());
  if (old) ORDALAG_CHECK(old->check_files());  // what is kept would be damaged in the new one too
  const bool rewrite = old && wants_rewrite();
  if (rewrite) ORDALAG_CHECK(write_kept_anew());
  analysers.clear();  // their memory is wanted for what follows
  std::sort(parts.begin(), parts.end(),
            [](const BuiltPart& a, const BuiltPart& b) { return a.sequence < b.sequence; });
  GenerationPlan plan;
  plan.old = old && !rewrite ? &*old : nullptr;
  plan.removed = removed;
  plan.parts = std::move(parts);
  plan.forms = std::move(forms);
  plan.folder = staging;
  plan.segment = segment;
  plan.scratch = staging / "parts";
  plan.analyser = options.analyser.get();
  return build_generation(std::move(plan));
}

Status IndexWriter::Impl::write_rest(const std::map<std::string, std::string>& attachments) const {
  ORDALAG_CHECK(write_file(staging / names::kSources, pack_sources(sources)));
  std::error_code error;
  fs::remove_all(staging / "parts", error);
  fs::create_directory(staging / names::kAttachments, error);
  for (const auto& [name, text] : attachments)
    ORDALAG_CHECK(write_file(staging / names::kAttachments / name, text));
  ORDALAG_CHECK(write_file_sums(staging));
  return sync_tree(staging);
}

// The rename of the manifest is the moment at which readers see the revision.
Status IndexWriter::Impl::make_current(const GenerationCounts& counts) {
  const std::string previous = generation;
  ++info.revision;
  generation = generation_name(info.revision);
  const fs::path final_folder = options.folder / generation;
  std::error_code error;
  fs::rename(staging, final_folder, error);
  if (error) return fail(ErrorCode::kUnreadable, error.message(), final_folder.string());
  staging.clear();
  ORDALAG_CHECK(sync_folder(options.folder));
  if (info.id.empty()) info.id = random_index_id();
  info.built_at = utc_now();
  info.analyser = options.analyser->fingerprint();
  info.schema = kSchema;
  info.documents = counts.documents;
  info.passages = counts.passages;
  ORDALAG_CHECK(write_manifest(options.folder, {info, generation}));
  remove_other_generations(options.folder, generation, previous);
  return {};
}

IndexWriter::IndexWriter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
IndexWriter::~IndexWriter() = default;

Result<std::unique_ptr<IndexWriter>> IndexWriter::open(Options options) {
  auto lock = IndexLock::take(options.folder);
  if (!lock) return fail(lock.error());
  auto impl = std::make_unique<Impl>(std::move(options), std::move(*lock));
  ORDALAG_CHECK(impl->open_present());
  ORDALAG_CHECK(impl->stage());
  return std::unique_ptr<IndexWriter>(new IndexWriter(std::move(impl)));
}

std::vector<IndexedSource> IndexWriter::sources() const {
  const std::lock_guard guard(impl_->mutex);
  std::vector<IndexedSource> all;
  for (const auto& [file, source] : impl_->sources) all.push_back(source);
  return all;
}

void IndexWriter::remove_source(const std::string& file) {
  const std::lock_guard guard(impl_->mutex);
  const auto it = impl_->sources.find(file);
  if (it == impl_->sources.end()) return;
  impl_->remove_documents(it->second.documents);
  impl_->sources.erase(it);
}

Result<std::unique_ptr<IndexPart>> IndexWriter::part(std::uint32_t sequence, WordCache& words) {
  Impl* impl = impl_.get();
  {
    const std::lock_guard guard(impl->mutex);
    ORDALAG_CHECK(impl->failure);
  }
  return impl->part(sequence, words);
}

void IndexWriter::put_source(IndexedSource source) {
  const std::lock_guard guard(impl_->mutex);
  std::string file = source.file;
  impl_->sources.insert_or_assign(std::move(file), std::move(source));
}

Result<std::uint64_t> IndexWriter::publish(const std::map<std::string, std::string>& attachments) {
  ORDALAG_CHECK(impl_->failure);
  if (impl_->unchanged(attachments)) {
    const fs::path folder = impl_->old->folder() / names::kAttachments;
    if (const auto it = attachments.find(attachment_names::kReport); it != attachments.end())
      ORDALAG_CHECK(replace_file(folder / attachment_names::kReport, it->second));
    return impl_->info.revision;
  }
  auto counts = impl_->build();
  if (!counts) return fail(counts.error());
  ORDALAG_CHECK(impl_->write_rest(attachments));
  ORDALAG_CHECK(impl_->make_current(*counts));
  return impl_->info.revision;
}

}  // namespace ordalag
