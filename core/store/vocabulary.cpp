#include "core/store/vocabulary.hpp"

#include <algorithm>
#include <cstring>
#include <utility>
#include <vector>

namespace ordalag {
namespace {

// The file: this header, then the arrays in the order of Vocabulary's members, then the two texts.
struct Header {
  std::uint32_t forms = 0;
  std::uint32_t lemmas = 0;
  std::uint32_t form_bytes = 0;
  std::uint32_t lemma_bytes = 0;
};

std::uint64_t file_size(const Header& header) {
  const std::uint64_t numbers = 4ULL * header.forms + 1 + 2ULL * (header.lemmas + 1ULL);
  return sizeof(Header) + 4 * numbers + header.form_bytes + header.lemma_bytes;
}

template <class Row>
void append(std::string& out, const std::vector<Row>& rows) {
  out.append(static_cast<const char*>(static_cast<const void*>(rows.data())),
             rows.size() * sizeof(Row));
}

}  // namespace

void VocabularyCounts::add(std::string_view form, std::string_view lemma, std::int64_t passages) {
  std::string key(form);
  key.append(1, '\0').append(lemma);
  passages_[std::move(key)] += passages;
}

void VocabularyCounts::add(const VocabularyCounts& other) {
  for (const auto& [key, passages] : other.passages_) passages_[key] += passages;
}

Status VocabularyCounts::write(const std::filesystem::path& file) const {
  using Row = std::pair<std::string_view, std::int64_t>;
  const auto form_of = [](std::string_view key) { return key.substr(0, key.find('\0')); };
  const auto lemma_in = [](std::string_view key) { return key.substr(key.find('\0') + 1); };
  std::vector<Row> rows;
  std::vector<std::string_view> lemmas;
  for (const auto& [key, passages] : passages_) {
    if (passages <= 0) continue;
    rows.emplace_back(key, passages);
    lemmas.push_back(lemma_in(key));
  }
  std::sort(rows.begin(), rows.end());
  std::sort(lemmas.begin(), lemmas.end());
  lemmas.erase(std::unique(lemmas.begin(), lemmas.end()), lemmas.end());

  std::vector<std::uint32_t> form_begin{0}, passages, lemma_of;
  std::string forms;
  for (const auto& [key, count] : rows) {
    forms.append(form_of(key));
    form_begin.push_back(static_cast<std::uint32_t>(forms.size()));
    passages.push_back(static_cast<std::uint32_t>(count));
    lemma_of.push_back(static_cast<std::uint32_t>(
        std::lower_bound(lemmas.begin(), lemmas.end(), lemma_in(key)) - lemmas.begin()));
  }
  std::vector<std::uint32_t> lemma_begin{0}, lemma_forms(lemmas.size() + 1), by_lemma(rows.size());
  std::string lemma_bytes;
  for (const std::string_view lemma : lemmas) {
    lemma_bytes.append(lemma);
    lemma_begin.push_back(static_cast<std::uint32_t>(lemma_bytes.size()));
  }
  for (std::uint32_t i = 0; i < by_lemma.size(); ++i) {
    by_lemma[i] = i;
    ++lemma_forms[lemma_of[i] + 1];
  }
  for (std::size_t i = 1; i < lemma_forms.size(); ++i) lemma_forms[i] += lemma_forms[i - 1];
  std::sort(by_lemma.begin(), by_lemma.end(), [&](std::uint32_t a, std::uint32_t b) {
    if (lemma_of[a] != lemma_of[b]) return lemma_of[a] < lemma_of[b];
    if (passages[a] != passages[b]) return passages[a] > passages[b];
    return a < b;
  });

  std::string out;
  append(out, std::vector<Header>{{static_cast<std::uint32_t>(rows.size()),
                                   static_cast<std::uint32_t>(lemmas.size()),
                                   static_cast<std::uint32_t>(forms.size()),
                                   static_cast<std::uint32_t>(lemma_bytes.size())}});
  for (const auto* array :
       {&form_begin, &passages, &lemma_of, &lemma_begin, &lemma_forms, &by_lemma})
    append(out, *array);
  return write_file(file, out.append(forms).append(lemma_bytes));
}

std::optional<Vocabulary> Vocabulary::read(MappedFile file) {
  Vocabulary vocabulary;
  Header header;
  const std::string_view bytes = file.bytes();
  if (bytes.size() >= sizeof header) std::memcpy(&header, bytes.data(), sizeof header);
  if (bytes.size() < sizeof header || bytes.size() != file_size(header)) return std::nullopt;
  const auto all = file.rows<std::uint32_t>();
  std::size_t at = sizeof header / sizeof(std::uint32_t);
  const auto take = [&](std::size_t count) {
    const auto part = all.subspan(at, count);
    at += count;
    return part;
  };
  vocabulary.form_begin_ = take(header.forms + 1);
  vocabulary.passages_ = take(header.forms);
  vocabulary.lemma_of_ = take(header.forms);
  vocabulary.lemma_begin_ = take(header.lemmas + 1);
  vocabulary.lemma_forms_ = take(header.lemmas + 1);
  vocabulary.by_lemma_ = take(header.forms);
  vocabulary.forms_ = bytes.substr(at * sizeof(std::uint32_t), header.form_bytes);
  vocabulary.lemmas_ = bytes.substr(at * sizeof(std::uint32_t) + header.form_bytes);
  vocabulary.file_ = std::move(file);
  return vocabulary;
}

std::string_view Vocabulary::form(std::uint32_t number) const {
  return forms_.substr(form_begin_[number], form_begin_[number + 1] - form_begin_[number]);
}

std::string_view Vocabulary::lemma(std::uint32_t number) const {
  const std::uint32_t lemma = lemma_of_[number];
  return lemmas_.substr(lemma_begin_[lemma], lemma_begin_[lemma + 1] - lemma_begin_[lemma]);
}

std::uint32_t Vocabulary::lower_bound(std::string_view text) const {
  std::uint32_t low = 0;
  std::uint32_t high = size();
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (form(middle) < text)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

std::uint32_t Vocabulary::count(std::string_view text) const {
  std::uint32_t sum = 0;
  for (std::uint32_t at = lower_bound(text); at < size() && form(at) == text; ++at)
    sum += passages(at);
  return sum;
}

std::span<const std::uint32_t> Vocabulary::forms_of(std::string_view lemma) const {
  const auto text_of = [&](std::uint32_t i) {
    return lemmas_.substr(lemma_begin_[i], lemma_begin_[i + 1] - lemma_begin_[i]);
  };
  std::uint32_t low = 0;
  const auto count = static_cast<std::uint32_t>(lemma_begin_.empty() ? 0 : lemma_begin_.size() - 1);
  std::uint32_t high = count;
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (text_of(middle) < lemma)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == count || text_of(low) != lemma) return {};
  return by_lemma_.subspan(lemma_forms_[low], lemma_forms_[low + 1] - lemma_forms_[low]);
}

}  // namespace ordalag
