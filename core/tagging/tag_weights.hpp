// How evidence becomes a tag.
#pragma once

namespace ordalag {

// Evidence is on the scale of kThemeTiers: a decisive word is 4. The
// values were chosen by cross-validation; docs/themes.md has the figures.
struct TagWeights {
  float heading = 0.6F;         // share of the evidence of the innermost heading
  float outer_heading = 0.5F;   // of each heading further out, compared with the one inside it
  float lead_in = 0.6F;         // share of the evidence of the lead-in
  float neighbour = 0.5F;       // share of the evidence of the passages beside it in the section
  float decay = 0.9F;           // of a neighbour, per passage of distance
  float neighbour_limit = 1;    // neighbours add at most so much of what the passage itself has
  float threshold = 3.0F;       // a theme needs so much
  float lone_threshold = 1.5F;  // the strongest theme needs only this
  float share_of_best = 0.4F;   // and so much of what the strongest theme has
  float named_by_heading = 4;   // a heading with this evidence gives its theme to its passages
  float scale = 4;              // score = evidence / (evidence + scale)
};

}  // namespace ordalag
