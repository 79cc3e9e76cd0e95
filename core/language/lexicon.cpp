#include "core/language/lexicon.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <utility>

namespace ordalag {

Lexicon::~Lexicon() {
  if (map_ != nullptr) munmap(map_, size_);
}

Lexicon::Lexicon(Lexicon&& other) noexcept { *this = std::move(other); }

Lexicon& Lexicon::operator=(Lexicon&& other) noexcept {
  std::swap(map_, other.map_);
  std::swap(size_, other.size_);
  std::swap(header_, other.header_);
  std::swap(filter_, other.filter_);
  std::swap(forms_, other.forms_);
  std::swap(modifiers_, other.modifiers_);
  std::swap(wholes_, other.wholes_);
  std::swap(rules_, other.rules_);
  return *this;
}

Result<Lexicon> Lexicon::open(const std::filesystem::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return fail(ErrorCode::kUnreadable, "cannot open the lexicon", path.string());
  Lexicon lexicon;
  struct stat facts {};
  if (fstat(file, &facts) == 0 && facts.st_size >= static_cast<off_t>(sizeof(LexiconHeader))) {
    lexicon.size_ = static_cast<std::size_t>(facts.st_size);
    void* map = mmap(nullptr, lexicon.size_, PROT_READ, MAP_PRIVATE, file, 0);
    if (map != MAP_FAILED) lexicon.map_ = map;
  }
  ::close(file);
  const auto damaged = [&] {
    return fail(ErrorCode::kBadConfig, "not a lexicon of this version", path.string(),
                "build the target 'lexicon' again");
  };
  if (lexicon.map_ == nullptr) return damaged();
  const char* at = static_cast<const char*>(lexicon.map_);
  const auto* header = reinterpret_cast<const LexiconHeader*>(at);
  if (std::string_view(header->magic, sizeof(header->magic)) != kLexiconMagic) return damaged();
  const std::size_t expected = sizeof(LexiconHeader) + kFilterWords * sizeof(std::uint64_t) +
                               header->form_slots * sizeof(FormEntry) +
                               header->modifier_slots * sizeof(ModifierEntry) +
                               header->whole_count * sizeof(std::uint32_t) + header->rule_bytes;
  if (expected != lexicon.size_) return damaged();
  lexicon.header_ = header;
  at += sizeof(LexiconHeader);
  lexicon.filter_ = reinterpret_cast<const std::uint64_t*>(at);
  at += kFilterWords * sizeof(std::uint64_t);
  lexicon.forms_ = reinterpret_cast<const FormEntry*>(at);
  at += header->form_slots * sizeof(FormEntry);
  lexicon.modifiers_ = reinterpret_cast<const ModifierEntry*>(at);
  at += header->modifier_slots * sizeof(ModifierEntry);
  lexicon.wholes_ = reinterpret_cast<const std::uint32_t*>(at);
  at += header->whole_count * sizeof(std::uint32_t);
  // A rule: bytes to cut, length of what to add, what to add.
  const char* end = at + header->rule_bytes;
  for (std::uint32_t i = 0; i < header->rule_count; ++i) {
    if (end - at < 2 || end - at - 2 < static_cast<unsigned char>(at[1])) return damaged();
    const auto length = static_cast<unsigned char>(at[1]);
    lexicon.rules_.push_back({static_cast<std::uint8_t>(at[0]), {at + 2, length}});
    at += 2 + length;
  }
  return lexicon;
}

bool Lexicon::is_whole(std::string_view word) const {
  if (wholes_ == nullptr) return false;
  const auto print = static_cast<std::uint32_t>(WordHash(word).value() >> 16);
  return std::binary_search(wholes_, wholes_ + header_->whole_count, print);
}

std::string Lexicon::edit(std::string_view word, std::uint16_t rule) const {
  if (rule >= rules_.size() || rules_[rule].cut > word.size()) return std::string(word);
  std::string result;
  result.reserve(word.size() + rules_[rule].add.size());
  result.append(word.substr(0, word.size() - rules_[rule].cut)).append(rules_[rule].add);
  return result;
}

}  // namespace ordalag
