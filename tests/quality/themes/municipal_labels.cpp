#include "tests/quality/themes/municipal_labels.hpp"

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include "tests/quality/themes/bare_reading.hpp"

namespace ordalag {
namespace {

struct Label {
  std::uint32_t line = 0;
  std::set<std::string> wanted, allowed;
};
using Labels = std::map<std::string, std::vector<Label>>;  // by the beginning of the file's name

Labels read_labels(const std::filesystem::path& file) {
  Labels labels;
  std::ifstream in(file);
  for (std::string row; std::getline(in, row);) {
    if (row.empty() || row.starts_with('#')) continue;
    std::istringstream fields(row);
    std::string name, theme;
    Label label;
    fields >> name >> label.line;
    while (fields >> theme) {
      const bool in_brackets = theme.starts_with('(');
      if (in_brackets) theme = theme.substr(1, theme.size() - 2);
      (in_brackets ? label.allowed : label.wanted).insert(theme);
    }
    labels[name].push_back(std::move(label));
  }
  return labels;
}

Result<Document> read_text(const std::filesystem::path& file, const Analyser& analyser) {
  BareReading reading(analyser);
  reading.context.fallback_id = DocumentId(file.stem().string());
  std::ifstream in(file, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return read_document({file.string(), "", std::move(bytes).str()}, reading.context);
}

void compare(const Passage& passage, const Label& label, const ThemeRegistry& themes,
             const std::string& place, MunicipalScore& score) {
  std::set<std::string> given;
  for (const auto& tag : passage.themes)
    if (themes.find(tag.id)->parent) given.insert(tag.id.value);
  for (const std::string& theme : given) {
    if (label.wanted.contains(theme)) {
      ++score.all.right, ++score.by_theme[theme].right;
    } else if (!label.allowed.contains(theme)) {
      ++score.all.extra, ++score.by_theme[theme].extra;
      score.errors.push_back(place + " extra " + theme);
    }
  }
  for (const std::string& theme : label.wanted) {
    if (given.contains(theme)) continue;
    ++score.all.missed, ++score.by_theme[theme].missed;
    score.errors.push_back(place + " missed " + theme);
  }
}

// Labels of several lines of one passage are joined: readers cut paragraphs differently.
void score_document(const Document& document, const std::vector<Label>& labels,
                    const ThemeRegistry& themes, const std::string& name, MunicipalScore& score) {
  for (const Passage& passage : document.passages) {
    Label joined;
    const auto lines = passage.provenance.lines.value_or(LineRange{});
    joined.line = lines.first;
    for (const Label& label : labels) {
      if (label.line < lines.first || label.line > lines.last) continue;
      ++score.labelled;
      joined.wanted.insert(label.wanted.begin(), label.wanted.end());
      joined.allowed.insert(label.allowed.begin(), label.allowed.end());
    }
    compare(passage, joined, themes, name + ":" + std::to_string(joined.line), score);
  }
}

}  // namespace

Result<MunicipalScore> score_municipal(const std::filesystem::path& folder,
                                       const std::filesystem::path& labels, const Tagger& tagger,
                                       const Analyser& analyser) {
  MunicipalScore score;
  const Labels all = read_labels(labels);
  WordCache words;
  TagMemory memory;
  std::set<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) files.insert(entry.path());
  for (const auto& [name, rows] : all) {
    const auto file = std::find_if(files.begin(), files.end(), [&](const auto& path) {
      return path.filename().string().starts_with(name);
    });
    if (file == files.end())
      return fail(ErrorCode::kBadInput, "no text begins with " + name, folder.string());
    ORDALAG_TRY(document, read_text(*file, analyser));
    tagger.tag(document, words, memory);
    score_document(document, rows, tagger.registry(), name, score);
  }
  return score;
}

}  // namespace ordalag
