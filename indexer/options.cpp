#include "indexer/options.hpp"

#include <algorithm>
#include <array>
#include <boost/program_options.hpp>
#include <charconv>
#include <string_view>
#include <thread>
#include <utility>

#include "core/base/installation.hpp"

namespace ordalag {
namespace {

namespace po = boost::program_options;

struct OptionRow {
  const char* name;      // long, then "," and the short one
  const char* argument;  // nullptr for a switch
  const char* help;
};

constexpr std::array kOptions{
    OptionRow{"db,d", "DIR", "the index (default: $ORDALAG_DB)"},
    OptionRow{"catalogue", "FILE", "facts about the documents, besides catalogue.toml"},
    OptionRow{"jobs,j", "N", "worker threads (default: one a processor)"},
    OptionRow{"full", nullptr, "read every file anew, also what is unchanged"},
    OptionRow{"keep-missing", nullptr, "keep documents whose files are gone"},
    OptionRow{"dry-run", nullptr, "read and report, write nothing"},
    OptionRow{"explain", "SOURCE", "print a document after each stage of reading"},
    OptionRow{"report", "FILE", "write the report as JSON"},
    OptionRow{"max-size", "SIZE", "largest file that is read (default 256M)"},
    OptionRow{"progress", "STYLE", "auto, plain or none"},
    OptionRow{"quiet,q", nullptr, "print errors only"},
    OptionRow{"verbose,v", nullptr, "name every file"},
    OptionRow{"version", nullptr, "print the version"},
    OptionRow{"help", nullptr, "print this"},
};

constexpr std::array kProgressStyles{std::pair{std::string_view("auto"), ProgressStyle::kAuto},
                                     std::pair{std::string_view("plain"), ProgressStyle::kPlain},
                                     std::pair{std::string_view("none"), ProgressStyle::kNone}};

tl::unexpected<Error> usage(std::string message, std::string where = {}) {
  return fail(ErrorCode::kUsage, std::move(message), std::move(where), "see ordalag-index --help");
}

po::options_description description() {
  po::options_description options;
  for (const OptionRow& row : kOptions) {
    if (row.argument == nullptr)
      options.add_options()(row.name, po::bool_switch());
    else
      options.add_options()(row.name, po::value<std::string>());
  }
  options.add_options()("source", po::value<std::vector<std::string>>());
  return options;
}

class Given {
 public:
  explicit Given(const po::variables_map& values) : values_(values) {}
  bool on(const char* name) const { return values_[name].as<bool>(); }
  std::optional<std::string> text(const char* name) const {
    if (!values_.contains(name)) return std::nullopt;
    return values_[name].as<std::string>();
  }

 private:
  const po::variables_map& values_;
};

Result<unsigned> parse_jobs(const std::optional<std::string>& text) {
  if (!text) return std::clamp(std::thread::hardware_concurrency(), 1U, kMostJobs);
  unsigned jobs = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), jobs);
  if (error != std::errc() || end != text->data() + text->size() || jobs < 1 || jobs > kMostJobs)
    return usage("\"" + *text + "\" is not a number from 1 to " + std::to_string(kMostJobs),
                 "--jobs");
  return jobs;
}

Result<ProgressStyle> parse_progress(const std::string& text) {
  for (const auto& [name, style] : kProgressStyles)
    if (name == text) return style;
  return usage("\"" + text + "\" is none of auto, plain and none", "--progress");
}

Result<IndexerOptions> from(const po::variables_map& values) {
  const Given given(values);
  IndexerOptions options;
  if (given.on("help") || given.on("version")) {
    options.task = given.on("help") ? Task::kHelp : Task::kVersion;
    return options;
  }
  if (given.on("full")) options.rebuild = Rebuild::kFull;
  if (given.on("keep-missing")) options.missing = Missing::kKeep;
  if (given.on("dry-run")) options.writing = Writing::kDryRun;
  if (given.on("quiet") && given.on("verbose")) return usage("-q and -v exclude each other");
  if (given.on("quiet")) options.verbosity = Verbosity::kQuiet;
  if (given.on("verbose")) options.verbosity = Verbosity::kVerbose;
  if (values.contains("source")) options.sources = values["source"].as<std::vector<std::string>>();
  if (const auto source = given.text("explain")) {
    if (!options.sources.empty()) return usage("--explain takes one source", "--explain");
    options.task = Task::kExplain;
    options.sources = {*source};
  }
  if (const auto file = given.text("catalogue")) options.catalogue = *file;
  if (const auto file = given.text("report")) options.report = *file;
  options.folder = given.text("db").value_or(default_index_folder().string());
  ORDALAG_TRY(jobs, parse_jobs(given.text("jobs")));
  ORDALAG_TRY(max_size,
              parse_size(given.text("max-size").value_or(std::to_string(kDefaultMaxSize))));
  ORDALAG_TRY(progress, parse_progress(given.text("progress").value_or("auto")));
  options.jobs = jobs;
  options.max_size = max_size;
  options.progress = progress;
  if (options.sources.empty()) return usage("no source is given");
  for (const std::string& source : options.sources)
    if (source.empty()) return usage("a source is an empty text");
  return options;
}

}  // namespace

Result<std::uint64_t> parse_size(const std::string& text) {
  constexpr std::string_view kUnits = "KMG";
  std::uint64_t size = 0;
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, size);
  std::size_t unit = 0;
  if (rest != end) unit = kUnits.find(*rest) + 1;
  const bool good =
      error == std::errc() && end - rest <= 1 && (rest == end || unit > 0) && size > 0;
  if (!good || size > (~0ULL >> (10 * unit)))
    return usage("\"" + text + "\" is not a size such as 500000, 64M or 2G", "--max-size");
  return size << (10 * unit);
}

Result<IndexerOptions> parse_options(const std::vector<std::string>& arguments) {
  const po::options_description known = description();
  po::positional_options_description positional;
  positional.add("source", -1);
  constexpr int kStyle =
      po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
  try {
    po::variables_map values;
    po::store(po::command_line_parser(arguments)
                  .options(known)
                  .positional(positional)
                  .style(kStyle)
                  .run(),
              values);
    return from(values);
  } catch (const po::error& error) {
    return usage(error.what());
  }
}

std::string help_text() {
  std::string text =
      "Usage: ordalag-index [options] SOURCE...\n"
      "Reads documents and writes them into an index that ordalag searches.\n\n"
      "A SOURCE is a file, a folder (walked), or - for JSONL on standard input.\n\n";
  constexpr std::size_t kColumn = 24;
  for (const OptionRow& row : kOptions) {
    const std::string_view names = row.name;
    const std::size_t comma = names.find(',');
    std::string line = comma == std::string_view::npos
                           ? "      --"
                           : "  -" + std::string(names.substr(comma + 1)) + ", --";
    line += names.substr(0, comma);
    if (row.argument != nullptr) line += std::string(" ") + row.argument;
    line.resize(std::max(line.size() + 1, kColumn), ' ');
    text += line + row.help + "\n";
  }
  return text +
         "\nExit status: 0 all indexed, 1 some sources failed (the others are in), 2 usage\n"
         "or configuration error, 3 the index is unusable or of another analyser,\n"
         "75 another writer is at work.\n";
}

}  // namespace ordalag
