// Figures of extraction on the real files: PDF against the text editions of the same documents.
// Prints a line for each document, and fails below the floors.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "core/language/analyser.hpp"
#include "core/text/utf8.hpp"
#include "indexer/extract/pdf/extract_pdf.hpp"
#include "indexer/extract/pdf/known_words.hpp"
#include "indexer/extract/pdf/pdf_reader.hpp"
#include "tests/quality/extraction/word_coverage.hpp"
#include "tests/quality/test_data.hpp"

namespace ordalag {
namespace {

namespace fs = std::filesystem;
using reading::ExtractedLine;
using reading::ExtractedText;

struct Pair {
  std::string_view pdf, text;
};

// Documents that are there as PDF and as text, by their titles in the catalogue.
constexpr std::array<Pair, 6> kPairs = {
    {{"centerpartiet-valmanifest-2022", "valmanifest-2022-c"},
     {"liberalerna-valmanifest-2022", "valmanifest-2022-l"},
     {"miljopartiet-valmanifest-2022", "valmanifest-2022-mp"},
     {"miljopartiets-partiprogram-2013", "partiprogram-mp-2013"},
     {"socialdemokraterna-partiprogram-2013", "partiprogram-s-2013"},
     {"tidoavtalet-2022", "tidoavtalet-2022"}}};
constexpr double kCoverageFloor = 0.99;
constexpr std::uint32_t kUnknownInTido = 160;  // poppler's default gives 607, its raw order 157
// The aim is a second; this is for sanitizers and slow machines, and catches what is not linear.
constexpr double kMostSeconds = 15;

fs::path national() { return shared_folder() / "corpus" / "national"; }

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return std::string((std::istreambuf_iterator<char>(in)), {});
}

// Without the comment with its source that opens each text edition.
std::string text_edition(std::string_view name) {
  std::string text = bytes_of(national() / "txt" / (std::string(name) + ".txt"));
  if (text.starts_with("<!--")) text.erase(0, text.find("-->") + 3);
  return text;
}

// The programme sets its headings in a font without a code table. They come out as letters that no
// Swedish text has, in its text edition in the middle of sentences.
bool is_garbled(std::string_view line) {
  constexpr char32_t kFirst = 0x0100, kLast = 0x024F;  // Latin Extended-A and -B
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint c = code_point_at(line, at);
    if (c.value >= kFirst && c.value <= kLast) return true;
    at += c.bytes;
  }
  return false;
}

std::string without_garbled_lines(std::string_view text) {
  std::string kept;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    if (!is_garbled(line)) kept.append(line).append("\n");
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  return kept;
}

// All lines, those of a paragraph one after the other.
std::string text_of(const ExtractedText& extracted) {
  std::string text;
  for (const ExtractedLine& line : extracted.lines) {
    const std::string_view content = extracted.content(line);
    if (!content.empty()) text.append(content).append("\n");
  }
  return text;
}

class Extraction : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    extract::prepare_pdf_reader();
    auto loaded = built_analyser();
    ASSERT_TRUE(loaded) << loaded.error().message;
    analyser_ = *loaded;
  }

  void SetUp() override {
    if (fs::exists(national())) return;
    std::puts("SKIPPED: ../shared is absent: no figures of extraction");
    GTEST_SKIP();
  }

  static const ExtractedText& read(std::string_view name) {
    static std::map<std::string, ExtractedText, std::less<>> cache;
    const auto known = cache.find(name);
    if (known != cache.end()) return known->second;
    const std::string bytes = bytes_of(national() / "pdf" / (std::string(name) + ".pdf"));
    auto extracted = extract::extract_pdf(bytes, analyser_.get());
    EXPECT_TRUE(extracted) << name << ": " << extracted.error().message;
    return cache.emplace(name, extracted ? *std::move(extracted) : ExtractedText()).first->second;
  }

  static std::shared_ptr<const Analyser> analyser_;
};

std::shared_ptr<const Analyser> Extraction::analyser_;

TEST_F(Extraction, FindsTheWordsOfTheTextEditionInOrder) {
  for (const Pair& pair : kPairs) {
    auto reference = quality::comparable_words(text_edition(pair.text));
    std::erase_if(reference, [](const std::string& word) { return is_garbled(word); });
    const auto words = quality::comparable_words(text_of(read(pair.pdf)));
    const quality::Coverage covered = quality::coverage(reference, words);
    std::printf("%-40s %6zu words, %4zu not found in order: %.2f %%\n", pair.pdf.data(),
                covered.words, covered.missing.size(), 100 * covered.share());
    EXPECT_GE(covered.share(), kCoverageFloor) << pair.pdf;
  }
}

TEST_F(Extraction, DividesTheWordsOfTidoavtaletRightly) {
  extract::KnownWords known(analyser_.get());
  const auto count = known.count(text_of(read("tidoavtalet-2022")));
  std::printf("tidoavtalet-2022: %u words, %u outside the lexicon\n", count.words,
              count.words - count.known);
  EXPECT_LE(count.words - count.known, kUnknownInTido);
}

TEST_F(Extraction, FindsTheHeadingOfTidoavtaletOnItsPageWithItsLabel) {
  const ExtractedText& extracted = read("tidoavtalet-2022");
  const auto line =
      std::find_if(extracted.lines.begin(), extracted.lines.end(), [&](const ExtractedLine& each) {
        return extracted.content(each) == "Utveckla sjukvård i landsbygd och glesbygd";
      });
  ASSERT_NE(line, extracted.lines.end());
  EXPECT_EQ(line->page, 10U);
  EXPECT_EQ(line->style, reading::LineStyle::kHeading);
  EXPECT_EQ(extracted.pages[9].label, "9");
}

// Lines that follow each other within a paragraph follow each other in the text edition too: the
// last word of a line before the first of the next, unless a hyphen or the end of a column parts
// them.
TEST_F(Extraction, JoinsNoSentenceAcrossTwoColumns) {
  const ExtractedText& extracted = read("miljopartiets-partiprogram-2013");
  const std::string edition = without_garbled_lines(text_edition("partiprogram-mp-2013"));
  std::string flat = " ";
  for (const std::string& word : quality::comparable_words(edition)) flat += word + " ";
  std::size_t pairs = 0, joined = 0;
  std::string before;
  for (const ExtractedLine& line : extracted.lines) {
    const std::string_view content = extracted.content(line);
    const auto words = quality::comparable_words(content);
    if (words.size() < 3 || is_garbled(content)) {
      before.clear();
      continue;
    }
    if (!before.empty()) {
      ++pairs;
      joined +=
          flat.find(" " + before + " " + words[0] + " " + words[1] + " ") == std::string::npos;
    }
    const bool goes_on = !content.ends_with('-') && !content.ends_with('.');
    before = goes_on ? words[words.size() - 2] + " " + words.back() : std::string();
  }
  std::printf("miljopartiets-partiprogram-2013: %zu of %zu line pairs joined across columns\n",
              joined, pairs);
  EXPECT_EQ(joined, 0U);
}

TEST_F(Extraction, ReadsSixtyPagesInLittleTime) {
  const std::string bytes = bytes_of(national() / "pdf" / "tidoavtalet-2022.pdf");
  const std::clock_t begin = std::clock();
  ASSERT_TRUE(extract::extract_pdf(bytes, analyser_.get()));
  const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  std::printf("tidoavtalet-2022: 63 pages in %.2f s of one core\n", seconds);
  EXPECT_LT(seconds, kMostSeconds);
}

}  // namespace
}  // namespace ordalag
