#include "searcher/quote/report/csv_reader.hpp"

#include <algorithm>

namespace ordalag {

CsvReader::CsvReader(std::string_view text, char separator)
    : text_(text), separator_(separator) {
  if (text_.starts_with("\xEF\xBB\xBF")) text_.remove_prefix(3);
}

std::optional<CsvRecord> CsvReader::next() {
  while (at_ < text_.size() && end_of_line()) {
  }
  if (at_ >= text_.size()) return std::nullopt;
  CsvRecord record;
  record.line = line_;
  while (read_field(record)) {
  }
  return record;
}

// Reads one field; false when it was the record's last.
bool CsvReader::read_field(CsvRecord& record) {
  std::string& field = record.fields.emplace_back();
  bool closed = false;
  if (at_ < text_.size() && text_[at_] == '"') {
    for (++at_; at_ < text_.size() && !closed; ++at_) {
      if (text_[at_] == '\n') ++line_;
      if (text_[at_] != '"') {
        field += text_[at_];
      } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        field += text_[at_++];
      } else {
        closed = true;
      }
    }
    record.broken = record.broken || !closed;
  }
  while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n' &&
         text_[at_] != '\r') {
    record.broken = record.broken || closed;
    field += text_[at_++];
  }
  if (at_ < text_.size() && text_[at_] == separator_) {
    ++at_;
    return true;
  }
  if (at_ < text_.size()) end_of_line();
  return false;
}

bool CsvReader::end_of_line() {
  if (text_[at_] != '\n' && text_[at_] != '\r') return false;
  if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
  ++at_;
  ++line_;
  return true;
}

char csv_separator(std::string_view text) {
  const std::string_view first = text.substr(0, text.find_first_of("\r\n"));
  const auto count = [&](char c) { return std::ranges::count(first, c); };
  if (count('\t') > count(',') && count('\t') >= count(';')) return '\t';
  return count(';') > count(',') ? ';' : ',';
}

}  // namespace ordalag
