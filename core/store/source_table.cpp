#include "core/store/source_table.hpp"

#include <utility>

#include "core/store/packing.hpp"

namespace ordalag {

std::string pack_sources(const SourceTable& sources) {
  std::string bytes;
  Packer out(bytes);
  out.number(sources.size());
  for (const auto& [file, source] : sources) {
    out.text(file);
    out.text(source.sha256);
    out.text(source.settings);
    out.number(source.documents.size());
    for (const DocumentId& id : source.documents) out.text(id.value);
  }
  return bytes;
}

Result<SourceTable> unpack_sources(std::string_view bytes) {
  SourceTable sources;
  Unpacker in(bytes);
  const std::size_t count = in.count();
  for (std::size_t i = 0; i < count && in.ok(); ++i) {
    IndexedSource source;
    source.file = std::string(in.text());
    source.sha256 = std::string(in.text());
    source.settings = std::string(in.text());
    source.documents.resize(in.count());
    for (DocumentId& id : source.documents) id = DocumentId(std::string(in.text()));
    std::string file = source.file;
    sources.emplace(std::move(file), std::move(source));
  }
  if (!in.ok()) return fail(ErrorCode::kIndexCorrupt, "the table of sources is damaged");
  return sources;
}

}  // namespace ordalag
