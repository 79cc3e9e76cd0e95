#include "core/store/near_copies.hpp"

#include <algorithm>

#include "core/store/word_sequence.hpp"
#include "tests/unit/store/store_fixture.hpp"

namespace ordalag {
namespace {

using NearCopies = StoreTest;
using Groups = std::set<std::set<std::string>>;

const std::vector<std::string> kProgramme{
    "# Trygghet i vardagen",
    "Alla barn ska kunna gå till skolan utan att vara rädda för trafiken längs vägen",
    "Kommunen ska anställa fler nattvandrare", "Belysningen i parkerna byggs ut",
    "Vi vill att varje stadsdel får en egen fritidsledare som ungdomarna känner och litar på"};

const std::string kGatorna =
    "Gatorna ska sopas oftare under våren än i dag och saltas mindre om vintern eftersom saltet "
    "skadar både träd och hundtassar i innerstaden";

TEST_F(NearCopies, PairThePassagesOfTwoEditions) {
  auto revised = kProgramme;
  revised[2] = "Kommunen ska anställa många nattvandrare";
  revised[3] = "Belysningen i park-erna byggs ut";
  change({make_document("a", kProgramme, "V"), make_document("b", revised, "V")});
  EXPECT_EQ(
      groups(*open_reader()),
      (Groups{{"a#1", "b#1"}, {"a#2", "b#2"}, {"a#3", "b#3"}, {"a#4", "b#4"}, {"a#5", "b#5"}}));
}

TEST_F(NearCopies, KeepPartiesApart) {
  change({make_document("a", kProgramme, "V"), make_document("b", kProgramme, "M")});
  EXPECT_EQ(groups(*open_reader()), Groups{});
}

TEST_F(NearCopies, LeaveShortTextsOfUnrelatedDocumentsAlone) {
  change({make_document("a", {"Vi vill:", "Gatorna ska sopas oftare under våren än i dag"}, "S"),
          make_document("b", {"Vi vill:", "Biblioteket ska ha öppet på söndagar för alla"}, "S")});
  EXPECT_EQ(groups(*open_reader()), Groups{});
}

TEST_F(NearCopies, PairALongPassageThatTwoDocumentsShare) {
  const std::string shared = kProgramme[1];
  change({make_document("a", {shared, kGatorna}, "S"),
          make_document(
              "b",
              {"Biblioteket ska ha öppet på söndagar för alla som vill läsa, låna eller bara sitta "
               "en stund i värmen med en kopp kaffe och dagens tidning",
               shared},
              "S")});
  EXPECT_EQ(groups(*open_reader()), (Groups{{"a#1", "b#2"}}));
}

TEST_F(NearCopies, PairTheSecondOccurrenceOfAShortLineWithTheSecond) {
  auto twice = kProgramme;
  twice.push_back(kProgramme[3]);
  change({make_document("a", twice, "V"), make_document("b", twice, "V")});
  const auto reader = open_reader();
  const Groups found = groups(*reader);
  EXPECT_TRUE(found.contains({"a#4", "b#4"}));
  EXPECT_TRUE(found.contains({"a#6", "b#6"}));
}

TEST_F(NearCopies, JoinASentenceThatADocumentRepeatsWordForWord) {
  auto twice = kProgramme;
  twice.push_back(kProgramme[1] + ".");
  change({make_document("a", twice, "V"), make_document("b", kProgramme, "V")});
  EXPECT_TRUE(groups(*open_reader()).contains({"a#2", "a#6", "b#2"}));
}

TEST_F(NearCopies, JoinASentenceThatUnrelatedDocumentsShareWordForWord) {
  const std::string shared = "Varje stadsdel får en egen fritidsledare till hösten";
  change({make_document("a", {shared, kProgramme[1]}, "S"),
          make_document("b", {kProgramme[4], shared}, "S"),
          make_document("c", {"Varje stadsdel får en fritidsledare till hösten", kGatorna}, "S")});
  EXPECT_EQ(groups(*open_reader()), (Groups{{"a#1", "b#2"}}));
}

TEST_F(NearCopies, JoinTheFirstAndTheLastEditionOverTheOneBetween) {
  // Each edition keeps half of the one before, so that the outer two share a quarter.
  const std::string kept = "Hyresgästerna får själva välja vem som tvättar trapporna";
  const std::string changed = "Hyresgästerna får alla välja vem som tvättar trapporna";
  const std::string first = "Bussarna går var tionde minut hela dagen och halva natten i varje del";
  const std::string middle = "Skolans kök lagar maten från grunden med råvaror som odlas i bygden";
  const std::string last = "Museet öppnas igen och får en sal för det som stadens barn har gjort";
  change({make_document("a", {kept, first}, "V"), make_document("b", {kept, first, middle}, "V"),
          make_document("c", {changed, middle, last, last + " och ritat"}, "V")});
  const auto reader = open_reader();
  EXPECT_TRUE(groups(*reader).contains({"a#1", "b#1", "c#1"})) << "words of the outer two alone";
}

TEST_F(NearCopies, NeverJoinTwoDifferentPassagesOfOneDocument) {
  auto twice = kProgramme;
  twice.push_back(kProgramme[4] + " helt");
  change({make_document("a", twice, "V"), make_document("b", kProgramme, "V"),
          make_document("c", twice, "V")});
  for (const auto& group : groups(*open_reader())) {
    std::set<char> documents;
    for (const std::string& id : group) EXPECT_TRUE(documents.insert(id[0]).second) << id;
  }
}

TEST_F(NearCopies, GroupThreeEditionsTogether) {
  change({make_document("a", kProgramme, "V"), make_document("b", kProgramme, "V"),
          make_document("c", kProgramme, "V")});
  const auto reader = open_reader();
  EXPECT_EQ(groups(*reader).size(), kProgramme.size());
  EXPECT_EQ(reader->editions(2).size(), 2U);
  EXPECT_EQ(reader->edition_group(2), reader->edition_group(reader->editions(2)[0]));
}

ComparableWords words(std::string_view text) {
  std::vector<std::uint32_t> sequence;
  word_sequence(text, sequence);
  return ComparableWords(sequence);
}

TEST(WordSequence, IgnoresCasePunctuationAndLineBreaks) {
  EXPECT_EQ(words("”Åren går”, sa HON –\noch log.").sequence,
            words("åren går sa hon och log").sequence);
  EXPECT_EQ(words("sam\u00ADråd").sequence, words("samråd").sequence);
  EXPECT_NE(words("fred").sequence, words("frid").sequence);
}

// The definition, without bits.
std::size_t slow_lcs(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 1; i <= a.size(); ++i)
    for (std::size_t j = 1; j <= b.size(); ++j)
      table[i][j] = a[i - 1] == b[j - 1] ? table[i - 1][j - 1] + 1
                                         : std::max(table[i - 1][j], table[i][j - 1]);
  return table[a.size()][b.size()];
}

TEST(WordSimilarity, IsTheShareOfTheLongestCommonSubsequence) {
  std::uint32_t state = 7;
  const auto next = [&] { return state = state * 1664525U + 1013904223U; };
  for (int round = 0; round < 300; ++round) {
    std::vector<std::uint32_t> a(next() % 200), b(next() % 200);
    for (auto& word : a) word = (next() >> 16) % 6;
    for (auto& word : b) word = (next() >> 16) % 6;
    if (a.empty() && b.empty()) continue;
    const double wanted =
        2.0 * static_cast<double>(slow_lcs(a, b)) / static_cast<double>(a.size() + b.size());
    EXPECT_DOUBLE_EQ(word_similarity(ComparableWords(a), ComparableWords(b), 0), wanted);
  }
}

TEST(WordSimilarity, IsZeroBelowWhatIsAskedFor) {
  EXPECT_EQ(word_similarity(words("en två tre fyra"), words("en två fem sex"), 0.8), 0);
  EXPECT_DOUBLE_EQ(word_similarity(words("en två tre fyra"), words("en två tre fem"), 0.7), 0.75);
}

}  // namespace
}  // namespace ordalag
