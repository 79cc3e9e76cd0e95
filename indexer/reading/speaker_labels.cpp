#include "indexer/reading/speaker_labels.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/registry/offices.hpp"
#include "core/text/join.hpp"
#include "indexer/reading/line_shape.hpp"
#include "indexer/reading/signatures.hpp"

namespace ordalag::reading {
namespace {

struct Label {
  std::string name;
  std::string_view sign;   // of the party; may be empty
  bool alone = false;      // nothing follows the colon
};

// "Anf. 12 ", "Statsrådet "
std::string_view without_opening(std::string_view text) {
  if (starts_folded(text, "anf.") || starts_folded(text, "anförande")) {
    text = trimmed(text.substr(first_word(text).size()));
    if (starts_with_digit(text)) text = trimmed(text.substr(first_word(text).size()));
  }
  while (is_office(first_word(text))) text = trimmed(text.substr(first_word(text).size()));
  return text;
}

std::optional<Label> read_label(std::string_view text) {
  Label label;
  text = without_opening(trimmed(text));
  label.name = take_name(text);
  if (label.name.empty()) return std::nullopt;
  label.sign = take_party_sign(text);
  if (starts_folded(text, "replik:")) text = text.substr(text.find(':'));
  if (!text.starts_with(':')) return std::nullopt;
  label.alone = trimmed(text.substr(1)).empty();
  return label;
}

// "Anna Ek (L) och Bo Ask (L) anför:" above what they put on record.
std::optional<Attribution> read_statement(std::string_view text, const PartyRegistry& parties) {
  constexpr std::string_view kClosing = "anför:";
  text = trimmed(text);
  if (!text.ends_with(kClosing)) return std::nullopt;
  text.remove_suffix(kClosing.size());
  const auto signature = read_signature(text, parties);
  if (!signature) return std::nullopt;
  Attribution speakers{signature->party, Ground::kSignature, joined(signature->names, ", ")};
  return speakers;
}

class Labelling {
 public:
  Labelling(Draft& draft, const PartyRegistry& parties) : blocks_(draft.blocks), parties_(parties) {}

  void run() {
    for (std::size_t b = 0; b < blocks_.size();) {
      const auto label = blocks_[b].role == Role::kText ? read_label(blocks_[b].text) : std::nullopt;
      const auto statement = read_statement(blocks_[b].text, parties_);
      const Attribution* speaker = statement ? &*statement : label ? speaker_of(*label) : nullptr;
      if (speaker == nullptr) {
        ++b;
        continue;
      }
      const std::size_t end = statement || label->alone ? end_of_speech(b) : end_of_list(b);
      for (; b < end; ++b) blocks_[b].attribution = *speaker;
    }
  }

 private:
  // Null for a name that has not stood with a party: any words with capitals may open a line so.
  const Attribution* speaker_of(const Label& label) {
    if (!label.sign.empty()) {
      Attribution speaker;
      speaker.speaker = label.name;
      if (const auto party = parties_.resolve(label.sign)) {
        speaker.party = {*party};
        speaker.party_ground = Ground::kSignature;
      }
      known_.insert_or_assign(label.name, std::move(speaker));
    }
    const auto known = known_.find(label.name);
    return known == known_.end() ? nullptr : &known->second;
  }

  std::size_t end_of_list(std::size_t b) const {
    std::size_t end = b + 1;
    if (!ends_with(blocks_[b].text, ':')) return end;
    while (end < blocks_.size() && blocks_[end].kind == PassageKind::kListItem) ++end;
    return end;
  }

  std::size_t end_of_speech(std::size_t b) const {
    std::size_t end = b + 1;
    while (end < blocks_.size() && blocks_[end].kind != PassageKind::kHeading &&
           blocks_[end].role == Role::kText && !read_label(blocks_[end].text) &&
           !read_statement(blocks_[end].text, parties_))
      ++end;
    return end;
  }

  std::vector<Block>& blocks_;
  const PartyRegistry& parties_;
  std::map<std::string, Attribution> known_;
};

}  // namespace

void attribute_labelled(Draft& draft, const PartyRegistry& parties) {
  Labelling(draft, parties).run();
}

}  // namespace ordalag::reading
