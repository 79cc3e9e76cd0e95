#include <algorithm>
#include <cmath>
#include <utility>

#include "searcher/answer/similar.hpp"
#include "searcher/page/pages.hpp"
#include "searcher/page/pieces.hpp"

namespace ordalag {
namespace {

std::string likeness(const PageContext& context, const SimilarPassage& similar) {
  if (similar.identical) return std::string(context.say("samma text", "the same text"));
  // Other signs between the same words.
  if (similar.similarity >= 1) return std::string(context.say("samma ord", "the same words"));
  constexpr double kPercent = 100;
  // What is not the same is never rounded up to it.
  const auto percent = std::min(99L, std::lround(similar.similarity * kPercent));
  return std::to_string(percent) +
         std::string(context.say(" % av orden lika", " % of the words alike"));
}

std::string counted(const PageContext& context, const SimilarAnswer& answer) {
  if (answer.total == 0)
    return std::string(
        context.say("Ingen annanstans i de inlästa texterna", "Nowhere else in the texts read"));
  std::string text = context.figure(answer.total) +
                     std::string(answer.total == 1 ? context.say(" ställe till", " other place")
                                                   : context.say(" ställen till", " other places"));
  if (answer.by_others > 0)
    text += std::string(context.say(", varav ", ", of them ")) + context.figure(answer.by_others) +
            std::string(context.say(" hos andra partier", " by other parties"));
  return text;
}

}  // namespace

Result<Page> similar_page(const PageContext& context) {
  const IndexReader& reader = context.searcher->reader();
  const HitBuilder hits(reader, context.searcher->registries(), context.language);
  ORDALAG_TRY(answer, similar_to(reader, hits, PassageId(context.path[1]), {}));
  Page page = page_with(
      {"/", context.say("Samma ord på andra ställen", "The same words elsewhere"),
       context.say("Var stycket står i fler texter, ordagrant eller nästan.",
                   "Where the passage stands in further texts, word for word or nearly so.")});
  page.body.open("section").add(hit_article(context, answer.passage)).close();
  page.body.open("section", {{"class", "hits"}}).leaf("h2", counted(context, answer)).open("ol");
  for (const SimilarPassage& similar : answer.similar) {
    page.body.open("li").leaf("p", {{"class", "likeness"}}, likeness(context, similar));
    page.body.add(hit_article(context, similar.hit)).close();
  }
  page.body.close().close();
  return page;
}

}  // namespace ordalag
