#include "core/language/tsv.hpp"

#include <fstream>
#include <iterator>

namespace ordalag {
namespace {

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \r");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \r") - first + 1);
}

}  // namespace

std::string TsvTable::where(const TsvRow& row) const {
  return file + ":" + std::to_string(row.line);
}

std::vector<std::string> divide(const std::string& text, char separator) {
  std::vector<std::string> pieces;
  std::size_t begin = 0;
  for (;;) {
    const std::size_t end = text.find(separator, begin);
    pieces.push_back(trimmed(text.substr(begin, end - begin)));
    if (end == std::string::npos) return pieces;
    begin = end + 1;
  }
}

Result<TsvTable> read_tsv(const std::filesystem::path& path, std::size_t least, std::size_t most) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return fail(ErrorCode::kBadConfig, "cannot read the file", path.string());
  TsvTable table;
  table.file = path.string();
  table.bytes.assign(std::istreambuf_iterator<char>(in), {});
  std::uint32_t line = 0;
  for (const std::string& text : divide(table.bytes, '\n')) {
    ++line;
    if (text.empty() || text.front() == '#') continue;
    TsvRow row{line, divide(text, '\t')};
    if (row.columns.size() < least || row.columns.size() > most) {
      return fail(ErrorCode::kBadConfig,
                  "expected " + std::to_string(least) +
                      (most == least ? "" : " to " + std::to_string(most)) +
                      " tab-separated columns, found " + std::to_string(row.columns.size()),
                  table.where(row));
    }
    for (std::size_t i = 0; i < least; ++i) {
      if (row.columns[i].empty()) {
        return fail(ErrorCode::kBadConfig, "column " + std::to_string(i + 1) + " is empty",
                    table.where(row));
      }
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace ordalag
