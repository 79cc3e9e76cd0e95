#include "core/language/analyser.hpp"

#include <xxhash.h>

#include <array>
#include <cstdio>
#include <utility>

#include "core/base/installation.hpp"
#include "core/language/derivation.hpp"
#include "core/language/lexicon.hpp"
#include "core/language/morphology.hpp"
#include "core/language/stemmer_config.hpp"
#include "core/language/synonyms.hpp"
#include "core/language/tokeniser.hpp"
#include "core/language/word_cache.hpp"
#include "core/text/fold.hpp"

namespace ordalag {
namespace {

// Raised whenever the code gives other tokens for the same text, configuration and lexicon.
constexpr int kAnalyserVersion = 3;

std::string make_fingerprint(std::uint64_t config, std::uint64_t lexicon) {
  const std::array<std::uint64_t, 3> parts = {kAnalyserVersion, config, lexicon};
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "sv-%d:%016llx", kAnalyserVersion,
                static_cast<unsigned long long>(XXH3_64bits(parts.data(), sizeof(parts))));
  return text.data();
}

}  // namespace

struct Analyser::Impl {
  Impl(StemmerConfig c, Lexicon l)
      : config(std::move(c)),
        lexicon(std::move(l)),
        morphology(lexicon, config),
        synonyms(config, morphology) {}

  StemmerConfig config;
  Lexicon lexicon;
  Morphology morphology;
  SynonymTable synonyms;
  std::string fingerprint;
  std::vector<std::string> warnings;
};

AnalyserFiles default_analyser_files() {
  const std::filesystem::path share = share_folder();
  return {share / "stemmer-config", share / "sv.lex"};
}

Result<std::shared_ptr<const Analyser>> Analyser::load(const AnalyserFiles& files) {
  ORDALAG_TRY(config, load_stemmer_config(files.config));
  Lexicon lexicon;
  std::vector<std::string> warnings;
  if (std::filesystem::exists(files.lexicon)) {
    ORDALAG_TRY(opened, Lexicon::open(files.lexicon));
    lexicon = std::move(opened);
    if (lexicon.header().config_hash != config.lexicon_hash) {
      warnings.push_back("the lexicon " + files.lexicon.string() +
                         " was made with another irregular.tsv or compound-rules.tsv: "
                         "build the target 'lexicon' again");
    }
  } else {
    warnings.push_back("no lexicon at " + files.lexicon.string() +
                       ": lemmas come from Snowball, and compounds are not split "
                       "(install hunspell-sv and build again)");
  }
  const std::uint64_t lexicon_hash = lexicon.empty() ? 0 : lexicon.header().content_hash;
  const std::uint64_t config_hash = config.hash;
  auto impl = std::make_unique<Impl>(std::move(config), std::move(lexicon));
  impl->fingerprint = make_fingerprint(config_hash, lexicon_hash);
  impl->warnings = std::move(warnings);
  return std::shared_ptr<const Analyser>(new Analyser(std::move(impl)));
}

Analyser::Analyser(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Analyser::~Analyser() = default;

const std::string& Analyser::fingerprint() const { return impl_->fingerprint; }
const std::vector<std::string>& Analyser::warnings() const { return impl_->warnings; }

void Analyser::tokenise(std::string_view text, WordCache& cache, std::vector<Token>& tokens) const {
  ordalag::tokenise(text, impl_->morphology, cache.impl_->words, tokens);
}

const Word& Analyser::word(std::string_view surface, WordCache& cache) const {
  cache.impl_->words.prepare(impl_->morphology);
  return cache.impl_->words.entry(surface, impl_->morphology).word;
}

bool Analyser::knows(std::string_view form) const {
  return impl_->morphology.is_listed(fold(form));
}

bool Analyser::keeps_hyphen(std::string_view first, std::string_view rest) const {
  const std::string left = fold(first);
  return impl_->morphology.needs_hyphen(left, left + fold(rest));
}

std::vector<Analyser::Synonym> Analyser::synonyms(std::string_view lemma) const {
  return impl_->synonyms.of(lemma);
}

std::vector<std::string> Analyser::relatives(std::string_view lemma, WordCache& cache) const {
  return derived_relatives(lemma, impl_->morphology, cache.impl_->words.snowball);
}

}  // namespace ordalag
