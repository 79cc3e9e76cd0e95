// ordalag-extract: reads one PDF, DOCX, ODT, HTML or EPUB file behind a sandbox and prints its text
// as JSON lines (extraction_json.hpp). The indexer runs it for every such file; people run it to
// see what was read, and `ordalag check` to read a source again.
//
//   ordalag-extract FILE             the kind is told from the file
//   ordalag-extract --stdin KIND     the bytes come on standard input
//   ordalag-extract --guards         prints the guards that this kernel has
//   ordalag-extract --convert DIR PROGRAM FILE   runs LibreOffice, which may write in DIR alone
//
// Exit: 0 read; 1 not read (the error is printed as JSON); 2 usage.
#include <sys/prctl.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/language/analyser.hpp"
#include "indexer/extract/file_kind.hpp"
#include "indexer/extract/office/extract_docx.hpp"
#include "indexer/extract/office/extract_epub.hpp"
#include "indexer/extract/office/extract_odt.hpp"
#include "indexer/extract/pdf/extract_pdf.hpp"
#include "indexer/extract/pdf/pdf_reader.hpp"
#include "indexer/extract/web/extract_html.hpp"
#include "indexer/extract/worker/extraction_json.hpp"
#include "indexer/extract/worker/guards.hpp"
#include "indexer/extract/worker/legacy_office.hpp"

#if defined(__SANITIZE_ADDRESS__)
// Leaks are looked for by a process that traces this one, which the sandbox forbids.
extern "C" const char* __asan_default_options() { return "detect_leaks=0"; }
#endif

namespace {

using ordalag::Analyser;
using ordalag::Error;
using ordalag::ErrorCode;
using ordalag::Result;
using ordalag::extract::FileKind;
using ordalag::reading::ExtractedText;

constexpr int kRead = 0, kNotRead = 1, kUsage = 2;

int usage() {
  std::fputs("usage: ordalag-extract FILE | --stdin KIND | --guards\n", stderr);
  return kUsage;
}

bool print(const std::string& text) {
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() &&
         std::fflush(stdout) == 0;
}

int report(const Error& error) {
  print(ordalag::extract::to_json_line(error));
  return kNotRead;
}

std::optional<std::string> bytes_of(std::FILE* file) {
  std::string bytes;
  std::vector<char> buffer(1 << 16);
  while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), file))
    bytes.append(buffer.data(), count);
  if (std::ferror(file) != 0) return std::nullopt;
  return bytes;
}

Result<ExtractedText> extract(FileKind kind, std::string_view bytes, const Analyser* analyser) {
  switch (kind) {
    case FileKind::kPdf: return ordalag::extract::extract_pdf(bytes, analyser);
    case FileKind::kDocx: return ordalag::extract::extract_docx(bytes);
    case FileKind::kOdt: return ordalag::extract::extract_odt(bytes);
    case FileKind::kEpub: return ordalag::extract::extract_epub(bytes);
    case FileKind::kHtml: return ordalag::extract::extract_html(bytes);
    case FileKind::kDoc:
    case FileKind::kRtf: break;
  }
  return ordalag::fail(ErrorCode::kUnsupported, "DOC and RTF are read by way of ODT");
}

// Everything that is loaded late is loaded before the door closes.
int read_behind_sandbox(FileKind kind, const std::string& bytes) {
  std::shared_ptr<const Analyser> analyser;
  if (kind == FileKind::kPdf) {
    ordalag::extract::prepare_pdf_reader();
    if (auto loaded = Analyser::load(ordalag::default_analyser_files())) analyser = *loaded;
    else return report(loaded.error());
  }
  // What the libraries complain about is said in the answer, as far as it matters.
  if (std::freopen("/dev/null", "w", stderr) == nullptr) return kNotRead;
  const auto guards = ordalag::extract::close_sandbox({});
  if (!guards) return report(guards.error());
  try {
    const auto extracted = extract(kind, bytes, analyser.get());
    if (!extracted) return report(extracted.error());
    return print(ordalag::extract::to_json_lines(*extracted, *guards)) ? kRead : kNotRead;
  } catch (const std::bad_alloc&) {
    return report(
        {ErrorCode::kTooLarge, "reading it takes more memory than is allowed", {}, {}, {}});
  } catch (const std::exception& error) {
    return report(
        {ErrorCode::kBadInput, std::string("it could not be read: ") + error.what(), {}, {}, {}});
  }
}

int read_bytes(FileKind kind, const std::string& bytes) {
  if (!is_legacy_office(kind)) return read_behind_sandbox(kind, bytes);
  const auto converted = ordalag::extract::convert_to_odt({kind, bytes}, "/proc/self/exe");
  if (!converted) return report(converted.error());
  return read_behind_sandbox(FileKind::kOdt, *converted);
}

int read_file(const std::string& name) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(name.c_str(), "rb"),
                                                             &std::fclose);
  const std::optional<std::string> bytes = file ? bytes_of(file.get()) : std::nullopt;
  if (!bytes) return report({ErrorCode::kUnreadable, "the file cannot be read", {}, {}, {}});
  const std::optional<FileKind> kind = ordalag::extract::kind_of_file(*bytes, name);
  if (!kind)
    return report(
        {ErrorCode::kUnsupported, "it is no PDF, DOCX, ODT, HTML, EPUB, DOC or RTF", {}, {}, {}});
  return read_bytes(*kind, *bytes);
}

int read_standard_input(const std::string& name) {
  // The indexer may die; what it started must not go on alone.
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  const std::optional<FileKind> kind = ordalag::extract::file_kind_from_name(name);
  if (!kind) return usage();
  const std::optional<std::string> bytes = bytes_of(stdin);
  if (!bytes) return report({ErrorCode::kUnreadable, "the input cannot be read", {}, {}, {}});
  return read_bytes(*kind, *bytes);
}

int print_guards() {
  const auto guards = ordalag::extract::close_sandbox({});
  if (!guards) return kNotRead;
  for (const std::string& guard : *guards) print(guard + "\n");
  return kRead;
}

int convert(const std::string& folder, const std::string& program, const std::string& file) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  const std::string profile = "-env:UserInstallation=file://" + folder + "/profile";
  if (setenv("HOME", folder.c_str(), 1) != 0 || setenv("TMPDIR", folder.c_str(), 1) != 0)
    return kNotRead;
  ordalag::extract::GuardLimits limits;
  limits.memory = 8ULL << 30;
  if (!ordalag::extract::close_workshop(folder, limits)) return kNotRead;
  execl(program.c_str(), program.c_str(), "--headless", "--norestore", profile.c_str(),
        "--convert-to", "odt", "--outdir", folder.c_str(), file.c_str(), nullptr);
  return kNotRead;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() == 4 && arguments[0] == "--convert")
    return convert(arguments[1], arguments[2], arguments[3]);
  if (arguments.size() == 2 && arguments[0] == "--stdin") return read_standard_input(arguments[1]);
  if (arguments.size() != 1) return usage();
  if (arguments[0] == "--guards") return print_guards();
  if (arguments[0].starts_with("--")) return usage();
  return read_file(arguments[0]);
}
