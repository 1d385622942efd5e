// Goes on from a text with a copy of the weights, and says what may come next. No thread of its own.
#pragma once

#include "engine/language/language_model.h"
#include "widgets/views/probe_subject.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace glassbox {

/// A token that may come next.
struct NextToken {
  TokenId token = 0;
  double probability = 0; ///< of what top-k and top-p leave: after temperature and cut; of what they cut: after temperature alone
  bool kept = true;       ///< false: top-k or top-p cut it
};

/// The `count` most probable tokens after temperature, with what the cut does to them. At temperature 0 the most probable token is
/// certain, and beside it stand the others as at temperature 1, cut. Fails as nextDistribution does.
Result<std::vector<NextToken>> nextTokens(std::span<const float> logits, const SamplerSettings& settings, std::size_t count);

/// Owner: one thread at a time.
class TextWriter {
 public:
  static constexpr std::size_t kShown = 10;

  /// Whether the network and its data make a language model: tokens in, a number for each token of the vocabulary out.
  static bool suits(const ProbeSubject& subject, const Analysis& analysis);
  static Result<TextWriter> create(const ProbeSubject& subject);

  /// `weights` as Network::weights() of the subject's network has them. False when they are of another size.
  bool setWeights(std::span<const float> weights);

  struct Written {
    TokenId token = 0;
    double probability = 0; ///< at temperature 1, as LanguageModel::score has it
  };
  /// The token behind `text`; what `glassbox-cli generate` takes with the same weights, settings and text.
  Result<Written> write(std::span<const TokenId> text, const SamplerSettings& settings);
  Result<std::vector<NextToken>> next(std::span<const TokenId> text, const SamplerSettings& settings);
  /// Probability of tokens 1, 2, ... of a text, each from those before it.
  Result<std::vector<double>> probabilities(std::span<const TokenId> text);

 private:
  explicit TextWriter(LanguageModel model) : m_model(std::move(model)) {}
  LanguageModel m_model;
};

} // namespace glassbox
