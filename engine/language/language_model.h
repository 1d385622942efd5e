// A network that reads tokens and says which comes next: what generating, scoring a text and the logit lens share.
#pragma once

#include <functional>

#include "engine/graph/network.h"
#include "engine/text/sampler.h"

namespace glassbox {

struct LanguageModelOptions {
  KernelSet kernelSet = defaultKernelSet();
  bool stepwise = true;  ///< false: run the whole window for each token even where keys and values could be kept
};

/// A token of a text and what the network thought of it before it came.
struct ScoredToken {
  TokenId token = 0;
  double probability = 0;      ///< at temperature 1
  std::int64_t rank = 0;       ///< so many tokens were more probable
  std::vector<Candidate> top;  ///< the most probable ones
};

/// What logits said of `token`, with the `top` most probable ones. Fails when they are no distribution (sampler.h).
Result<ScoredToken> scoreOf(TokenId token, std::span<const float> logits, std::size_t top);

/// Reads through a window of context() tokens. When a text is longer, the window has moved on by halves: then its first half
/// is forgotten and the rest is read again, so that between context()/2 and context() tokens are seen. Where the window
/// stands follows from the text's length alone; what was asked before changes no bit.
class LanguageModel {
 public:
  /// Compiles the network; its weights are then filled in by the caller. Fails when it does not read one sequence of tokens,
  /// or does not give a number for each token of its vocabulary.
  static Result<LanguageModel> create(const NetworkSpec& spec, const LanguageModelOptions& options = {});

  Network& network() { return m_network; }
  std::int64_t context() const { return m_context; }
  std::int64_t vocabulary() const { return m_vocabulary; }

  /// Why every token costs a run over the whole window, if it does. The window is then filled up with token 0: behind the text
  /// where the network gives an answer at every step, else before it.
  const std::optional<Error>& wholeBecause() const { return m_wholeBecause; }

  /// Logits of what comes behind `text`, of vocabulary() numbers; valid until the next call. What an earlier call read of the
  /// same text is not read again. Fails for an empty text and for tokens that the network does not know.
  Result<std::span<const float>> next(std::span<const TokenId> text, Team& team);

  /// Tokens 1, 2, ... of a text, each from the ones before it: the first has none to be told from. Fails as next does.
  Result<std::vector<ScoredToken>> score(std::span<const TokenId> text, std::size_t top, Team& team);

  /// Forgets what was read: needed when weights were changed.
  void forget();

  /// First token of the window in which the token behind a text of `length` tokens is predicted.
  std::int64_t windowStart(std::int64_t length) const;

  /// At most so many steps are taken by one call of Network::forwardSteps.
  static constexpr std::int64_t kMostSteps = 64;

 private:
  explicit LanguageModel(Network network) : m_network(std::move(network)) {}
  Result<void> check(std::span<const TokenId> text) const;
  std::span<const float> readWindow(std::span<const TokenId> window, Team& team);
  std::span<const float> runWhole(std::span<const TokenId> window, Team& team);
  /// Calls row(i, logits) for what each window[first], window[first + 1], ... leads to.
  void eachRow(std::span<const TokenId> window, std::int64_t first, Team& team, const std::function<void(std::int64_t, std::span<const float>)>& row);

  Network m_network;
  std::int64_t m_context = 0, m_vocabulary = 0;
  bool m_everyStep = true;  // there is an answer at every step, not only at the last
  std::optional<Error> m_wholeBecause;
  std::vector<TokenId> m_read;  // what stands in the network
  std::vector<float> m_input;
};

}  // namespace glassbox
