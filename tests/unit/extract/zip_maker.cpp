#include "tests/unit/extract/zip_maker.hpp"

#include <archive.h>
#include <archive_entry.h>

namespace ordalag::extract::test {

std::string zip_of(const std::vector<std::pair<std::string, std::string>>& members) {
  std::size_t size = 1 << 16;
  for (const auto& [name, content] : members) size += name.size() + content.size() + 1024;
  std::string bytes(size, '\0');
  std::size_t used = 0;
  archive* zip = archive_write_new();
  archive_write_set_format_zip(zip);
  archive_write_open_memory(zip, bytes.data(), bytes.size(), &used);
  for (const auto& [name, content] : members) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(zip, entry);
    archive_write_data(zip, content.data(), content.size());
    archive_entry_free(entry);
  }
  archive_write_close(zip);
  archive_write_free(zip);
  bytes.resize(used);
  return bytes;
}

std::string docx_of(const std::string& body,
                    std::vector<std::pair<std::string, std::string>> parts) {
  parts.insert(parts.begin(),
               {"word/document.xml",
                R"(<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="w"><w:body>)" + body +
                    "</w:body></w:document>"});
  return zip_of(parts);
}

std::string odt_of(const std::string& text, const std::string& styles) {
  return zip_of({{"mimetype", "application/vnd.oasis.opendocument.text"},
                 {"content.xml",
                  R"(<?xml version="1.0" encoding="UTF-8"?><office:document-content>)"
                  "<office:automatic-styles>" + styles + "</office:automatic-styles>"
                  "<office:body><office:text>" + text +
                      "</office:text></office:body></office:document-content>"}});
}

}  // namespace ordalag::extract::test
