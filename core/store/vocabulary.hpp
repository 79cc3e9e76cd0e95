// The vocabulary of a generation: every distinct folded surface form as inflection of a lemma, with
// the number of passages that hold it so; sorted, in one mapped file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/base/result.hpp"
#include "core/store/files.hpp"

namespace ordalag {

// Counts of forms on their way into a file.
class VocabularyCounts {
 public:
  // Adds `passages` (negative when documents go) to the count of `form` with this lemma.
  void add(std::string_view form, std::string_view lemma, std::int64_t passages);
  void add(const VocabularyCounts& other);
  // Writes the forms with a positive count. Errors: kUnreadable.
  Status write(const std::filesystem::path& file) const;

 private:
  // By form and lemma with a NUL between them, which neither holds: so sorted, they are by form.
  std::unordered_map<std::string, std::int64_t> passages_;
};

// The mapped file. Forms are numbered from 0 in the order of their UTF-8 bytes; one that is of
// several lemmas has as many numbers.
class Vocabulary {
 public:
  Vocabulary() = default;
  // Nothing when the sizes in the file do not agree.
  static std::optional<Vocabulary> read(MappedFile file);

  std::uint32_t size() const { return static_cast<std::uint32_t>(passages_.size()); }
  std::string_view form(std::uint32_t number) const;
  std::string_view lemma(std::uint32_t number) const;
  std::uint32_t passages(std::uint32_t number) const { return passages_[number]; }
  // The first form that is not less than `text`; size() when all are. O(log n).
  std::uint32_t lower_bound(std::string_view text) const;
  // The count of `form`, with all its lemmas; 0 when it is not there. O(log n).
  std::uint32_t count(std::string_view form) const;
  // Numbers of the forms with this lemma, most frequent first. O(log n).
  std::span<const std::uint32_t> forms_of(std::string_view lemma) const;

 private:
  MappedFile file_;
  std::span<const std::uint32_t> form_begin_, passages_, lemma_of_;      // per form
  std::span<const std::uint32_t> lemma_begin_, lemma_forms_, by_lemma_;  // per lemma, but the last
  std::string_view forms_, lemmas_;
};

}  // namespace ordalag
