// From the bytes of one source to a Document: extract -> clean -> segment -> attribute.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "core/base/document.hpp"
#include "core/base/result.hpp"
#include "core/language/analyser.hpp"
#include "core/registry/catalogue.hpp"
#include "core/registry/municipalities.hpp"
#include "core/registry/parties.hpp"

namespace ordalag {

struct SourceFile {
  std::string file;    // absolute, normalised
  std::string sha256;  // lower-case hex of `bytes`
  std::string bytes;
};

// One line of a JSONL source.
struct JsonlRecord {
  std::string file;
  std::string sha256;  // of the whole file
  std::uint32_t line = 0;
  std::string_view json;
};

// What reading needs to know; the pointers outlive the call.
struct ReadContext {
  const Analyser* analyser = nullptr;
  const PartyRegistry* parties = nullptr;
  const MunicipalityRegistry* municipalities = nullptr;
  const CatalogueEntry* entry = nullptr;  // of this file; may be null
  DocumentId fallback_id;                 // when neither catalogue nor record gives one
  // Called after each stage with its name and a readable rendering of its result (--explain).
  std::function<void(std::string_view stage, const std::string& rendering)> trace;
};

// Errors: kBadInput (empty, binary, undecodable), kUnsupported (PDF, DOCX, ODT, HTML, ... by name
// or by signature), each with the file and what to do. Pure and thread-safe; linear in the bytes.
Result<Document> read_document(const SourceFile& source, const ReadContext& context);

// Errors: kBadInput with "file:line" (broken JSON, no text, no id where the context gives none, a wrong
// type). Linear.
Result<Document> read_record(const JsonlRecord& record, const ReadContext& context);

}  // namespace ordalag
