// Reads CSV (RFC 4180).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ordalag {

struct CsvRecord {
  std::vector<std::string> fields;
  std::uint32_t line = 0;       // where it begins, from 1
  bool broken = false;          // a quotation mark is not closed, or text follows a closing one
};

// Reads record after record of a text. Fields may be quoted, hold line ends and doubled quotation
// marks; records end with CRLF, LF or CR; empty lines are passed over; a byte order mark is too.
class CsvReader {
 public:
  CsvReader(std::string_view text, char separator);

  // The next record; empty at the end. Linear in the record.
  std::optional<CsvRecord> next();

 private:
  bool read_field(CsvRecord& record);
  bool end_of_line();

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
};

// The separator of a CSV text by its first line: a semicolon or tab when it has more of them than
// commas (spreadsheets with Swedish settings write semicolons), else a comma.
char csv_separator(std::string_view text);

}  // namespace ordalag
