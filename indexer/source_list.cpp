#include "indexer/source_list.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "core/text/fold.hpp"
#include "core/text/utf8.hpp"

namespace ordalag {
namespace {

namespace fs = std::filesystem;

// What lies in folders of documents and is none, by the ending of its name.
struct NoDocument {
  std::string_view reason;
  std::array<std::string_view, 10> extensions;
};
constexpr std::array kNoDocuments{
    NoDocument{"a picture",
               {".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".tif", ".tiff", ".bmp", ".ico"}},
    NoDocument{"sound or film",
               {".mp3", ".wav", ".ogg", ".m4a", ".mp4", ".mov", ".avi", ".mkv", ".webm", ".flac"}},
    NoDocument{"an archive",
               {".zip", ".tar", ".tgz", ".7z", ".rar", ".xz", ".bz2", ".iso", ".deb", ".jar"}},
    NoDocument{"a program or its parts",
               {".exe", ".dll", ".so", ".o", ".a", ".pyc", ".class", ".css", ".js", ".wasm"}},
    NoDocument{"a font", {".ttf", ".otf", ".woff", ".woff2", ".eot"}},
};

constexpr std::array<std::string_view, 6> kJsonlEndings{".jsonl",  ".jsonl.gz",  ".jsonl.zst",
                                                        ".ndjson", ".ndjson.gz", ".ndjson.zst"};
constexpr std::array<std::string_view, 5> kTextEndings{"", ".txt", ".text", ".md", ".markdown"};

template <class Table>
bool holds(const Table& table, std::string_view value) {
  return std::find(table.begin(), table.end(), value) != table.end();
}

std::string lower_extension(const fs::path& file) { return fold(file.extension().string()); }

std::string_view no_document(const fs::path& file) {
  const std::string extension = lower_extension(file);
  for (const NoDocument& row : kNoDocuments)
    if (!extension.empty() && holds(row.extensions, extension)) return row.reason;
  return {};
}

SourceForm form_of(const fs::path& file) {
  const std::string name = fold(file.filename().string());
  const bool jsonl = std::any_of(kJsonlEndings.begin(), kJsonlEndings.end(),
                                 [&](std::string_view ending) { return name.ends_with(ending); });
  return jsonl ? SourceForm::kJsonl : SourceForm::kDocument;
}

class Lister {
 public:
  SourceList run(const std::vector<std::string>& sources) {
    bool standard_input = false;
    for (const std::string& source : sources) {
      if (source == "-") {
        standard_input = true;
        continue;
      }
      fs::path path = fs::absolute(source).lexically_normal();
      if (!path.has_filename()) path = path.parent_path();  // "folder/"
      add_source(path);
    }
    auto& files = list_.files;
    std::stable_sort(files.begin(), files.end(),
                     [](const auto& a, const auto& b) { return a.file < b.file; });
    files.erase(std::unique(files.begin(), files.end(),
                            [](const auto& a, const auto& b) { return a.file == b.file; }),
                files.end());
    if (standard_input) {
      list_.files.push_back({"-", SourceForm::kJsonl, DocumentId()});
      list_.covered.emplace_back("-");
    }
    std::sort(list_.skipped.begin(), list_.skipped.end(),
              [](const auto& a, const auto& b) { return a.file < b.file; });
    return std::move(list_);
  }

 private:
  void add_source(const fs::path& path) {
    list_.covered.push_back(path.string());
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found) {
      list_.missing.push_back(path.string());
    } else if (fs::is_directory(status)) {
      walk(path, path);
    } else if (fs::is_regular_file(status)) {
      list_.configuration.look_in(path.parent_path());
      add_file(path, path.filename());
    } else {
      list_.failures.push_back({ErrorCode::kUnreadable,
                                error ? error.message() : "neither a file nor a folder", "",
                                path.string(), std::nullopt});
      list_.unreadable.push_back(path.string());
    }
  }

  void add_file(const fs::path& path, const fs::path& below_source) {
    if (first_invalid_utf8(path.string())) {
      std::string name = path.string();
      while (const auto at = first_invalid_utf8(name)) name[*at] = '?';
      list_.failures.push_back({ErrorCode::kBadInput, "the name of the file is not UTF-8",
                                "rename the file", std::move(name), std::nullopt});
      return;
    }
    if (is_configuration(path.filename().string())) {
      list_.skipped.push_back({path.string(), "configuration, not a document"});
      return;
    }
    const SourceForm form = form_of(path);
    list_.files.push_back({path.string(), form,
                           form == SourceForm::kJsonl ? DocumentId() : fallback_id(below_source)});
  }

  void walk(const fs::path& folder, const fs::path& source) {
    list_.configuration.look_in(folder);
    std::error_code error;
    std::vector<fs::directory_entry> entries;
    fs::directory_iterator it(folder, error);
    for (; !error && it != fs::directory_iterator(); it.increment(error)) entries.push_back(*it);
    if (error) {
      list_.failures.push_back(
          {ErrorCode::kUnreadable, error.message(), "", folder.string(), std::nullopt});
      list_.unreadable.push_back(folder.string());
      return;
    }
    for (const fs::directory_entry& entry : entries) {
      const fs::path& path = entry.path();
      const std::string name = path.filename().string();
      std::error_code status_error;
      if (name.starts_with(".") || is_configuration(name)) continue;
      if (entry.is_directory(status_error)) {
        if (entry.is_symlink(status_error))
          list_.skipped.push_back({path.string(), "a link to a folder"});
        else
          walk(path, source);
      } else if (const auto reason = no_document(path); !reason.empty()) {
        list_.skipped.push_back({path.string(), std::string(reason)});
      } else if (entry.is_regular_file(status_error) || status_error) {
        add_file(path, path.lexically_relative(source));
      } else {
        list_.skipped.push_back({path.string(), "neither a file nor a folder"});
      }
    }
  }

  SourceList list_;
};

}  // namespace

bool SourceList::covers(const std::string& file) const {
  return std::any_of(covered.begin(), covered.end(), [&](const std::string& source) {
    return file == source || (file.starts_with(source) && file[source.size()] == '/') ||
           (source == "/" && file.starts_with("/"));
  });
}

bool SourceList::is_hidden(const std::string& file) const {
  return std::any_of(unreadable.begin(), unreadable.end(),
                     [&](const std::string& folder) { return file.starts_with(folder + "/"); });
}

SourceList list_sources(const std::vector<std::string>& sources) { return Lister().run(sources); }

ConfigurationFiles configuration_files(const SourceList& list,
                                       const std::optional<fs::path>& catalogue) {
  ConfigurationFiles files = list.configuration;
  if (!catalogue) return files;
  const fs::path file = fs::absolute(*catalogue).lexically_normal();
  ConfigurationFiles beside;
  beside.look_in(file.parent_path());
  beside.catalogues = {file};
  files.add(beside);
  return files;
}

DocumentId fallback_id(const fs::path& below_source) {
  const std::string extension = lower_extension(below_source);
  std::string name = below_source.string();
  name.resize(name.size() - below_source.extension().string().size());
  if (!holds(kTextEndings, extension)) name += "-" + extension.substr(1);
  std::string id;
  for (const char byte : fold(name)) {
    const bool plain = (byte & 0x80) != 0 || (byte >= 'a' && byte <= 'z') ||
                       (byte >= '0' && byte <= '9') || byte == '_' || byte == '.';
    if (plain)
      id += byte;
    else if (!id.empty() && id.back() != '-')
      id += '-';
  }
  while (id.ends_with('-')) id.pop_back();
  return DocumentId(id.empty() ? "document" : id);
}

}  // namespace ordalag
