#include "engine/language/language_model.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "engine/train/data_fit.h"

namespace glassbox {

Result<ScoredToken> scoreOf(TokenId token, std::span<const float> logits, std::size_t top) {
  Result<std::vector<Candidate>> best = topCandidates(logits, top);
  if (!best) return best.error();
  const double own = static_cast<double>(logits[static_cast<std::size_t>(token)]);
  const double largest = static_cast<double>(*std::max_element(logits.begin(), logits.end()));
  ScoredToken out{token, 0, 0, *std::move(best)};
  double sum = 0;
  for (const float logit : logits) {
    sum += std::exp(static_cast<double>(logit) - largest);
    out.rank += static_cast<double>(logit) > own;
  }
  out.probability = std::exp(own - largest) / sum;
  return out;
}

Result<LanguageModel> LanguageModel::create(const NetworkSpec& spec, const LanguageModelOptions& options) {
  const Analysis analysis = analyse(spec);
  for (const Issue& issue : analysis.issues)
    if (issue.severity == Issue::Severity::Error) return issue.error;
  const PortType* in = analysis.inputs.size() == 1 ? analysis.typeOf({analysis.inputs[0], "out"}) : nullptr;
  const PortType* out = analysis.typeOf({analysis.output, "out"});
  if (!in || !out || in->element != Element::Token || in->shape.rank() != 1)
    return Error(GB_TEXT("engine", "This network is no language model: it does not read one row of tokens."), {},
                 GB_TEXT("engine", "Only a network that begins with tokens and an Embedding can continue a text."));
  const std::int64_t tokens = vocabularyOf(analysis, analysis.inputs[0]);
  const bool everyStep = out->shape.rank() == 2;
  if (out->element != Element::Number || out->shape.back() > tokens || (everyStep ? out->shape[0] != in->shape[0] : out->shape.rank() != 1))
    return Error(GB_TEXT("engine", "This network is no language model: it gives %1, and it should give one number for each token of at most %2, at every step or at the last.").arg(out->shape.str()).arg(tokens));
  std::optional<Error> fault = stepwiseFault(analysis);
  const bool stepwise = options.stepwise && !fault;
  CompileOptions compile{1, options.kernelSet, false, true, 0};
  if (stepwise) compile.steps = static_cast<int>(std::min(in->shape[0], kMostSteps));
  Result<Network> network = Network::compile(analysis, compile);
  if (!network) return network.error();
  LanguageModel model(*std::move(network));
  model.m_context = in->shape[0];
  model.m_vocabulary = out->shape.back();
  model.m_everyStep = everyStep;
  if (!stepwise) model.m_wholeBecause = fault ? *fault : Error(GB_TEXT("engine", "Nothing is kept from token to token, as was asked."));
  model.m_input.resize(static_cast<std::size_t>(model.m_context));
  return model;
}

void LanguageModel::forget() { m_read.clear(); }

std::int64_t LanguageModel::windowStart(std::int64_t length) const {
  if (length <= m_context) return 0;
  const std::int64_t half = std::max<std::int64_t>(1, m_context / 2);
  return (length - m_context + half - 1) / half * half;
}

Result<void> LanguageModel::check(std::span<const TokenId> text) const {
  if (text.empty()) return Error(GB_TEXT("engine", "There is no text to go on from: it needs at least one token."));
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] < 0 || text[i] >= m_vocabulary)
      return Error(GB_TEXT("engine", "Token %1 of the text has the number %2; the network knows the numbers 0 to %3.").arg(i + 1).arg(text[i]).arg(m_vocabulary - 1));
  return {};
}

Result<std::span<const float>> LanguageModel::next(std::span<const TokenId> text, Team& team) {
  if (Result<void> fine = check(text); !fine) return fine.error();
  const std::span<const TokenId> window = text.subspan(static_cast<std::size_t>(windowStart(static_cast<std::int64_t>(text.size()))));
  return m_wholeBecause ? runWhole(window, team) : readWindow(window, team);
}

std::span<const float> LanguageModel::readWindow(std::span<const TokenId> window, Team& team) {
  assert(window.size() <= m_input.size());
  // The last token is read anew in any case: its output is what is asked for.
  const auto limit = std::min(m_read.size(), window.size() - 1);
  const auto begin = static_cast<std::size_t>(std::mismatch(m_read.begin(), m_read.begin() + static_cast<std::ptrdiff_t>(limit), window.begin()).first - m_read.begin());
  std::copy(window.begin() + static_cast<std::ptrdiff_t>(begin), window.end(), m_input.begin());
  const float* in[] = {m_input.data()};
  m_network.forwardSteps({static_cast<std::int64_t>(begin), static_cast<std::int64_t>(window.size() - begin), in, 1}, team);
  m_read.assign(window.begin(), window.end());
  return m_network.stepOutput();
}

std::span<const float> LanguageModel::runWhole(std::span<const TokenId> window, Team& team) {
  const auto filled = static_cast<std::ptrdiff_t>(m_everyStep ? 0 : m_input.size() - window.size());
  std::fill(m_input.begin(), m_input.end(), 0.0f);
  std::copy(window.begin(), window.end(), m_input.begin() + filled);
  const float* in[] = {m_input.data()};
  NetworkInput input;
  input.batch = 1;
  input.inputs = in;
  input.mode = Mode::Inference;
  m_network.forward(input, team);
  const auto width = static_cast<std::size_t>(m_vocabulary);
  return m_network.output().subspan(m_everyStep ? (window.size() - 1) * width : 0, width);
}

void LanguageModel::eachRow(std::span<const TokenId> window, std::int64_t first, Team& team, const std::function<void(std::int64_t, std::span<const float>)>& row) {
  const auto end = static_cast<std::int64_t>(window.size());
  const auto width = static_cast<std::size_t>(m_vocabulary);
  if (m_wholeBecause) {
    for (std::int64_t i = first; i < end; ++i) row(i, runWhole(window.first(static_cast<std::size_t>(i) + 1), team));
    return;
  }
  std::copy(window.begin(), window.end(), m_input.begin());
  std::int64_t begin = 0;
  const auto read = [&](std::int64_t to, std::int64_t wanted) {
    const float* in[] = {m_input.data() + begin};
    m_network.forwardSteps({begin, to - begin, in, wanted}, team);
    for (std::int64_t i = 0; i < wanted; ++i) row(to - wanted + i, m_network.stepOutput().subspan(static_cast<std::size_t>(i) * width, width));
    begin = to;
  };
  if (first > 0) read(first, 0);
  while (begin < end) {
    const std::int64_t count = std::min({kMostSteps, m_context, end - begin});
    read(begin + count, count);
  }
  m_read.assign(window.begin(), window.end());
}

Result<std::vector<ScoredToken>> LanguageModel::score(std::span<const TokenId> text, std::size_t top, Team& team) {
  if (Result<void> fine = check(text); !fine) return fine.error();
  std::vector<ScoredToken> out;
  std::optional<Error> failed;
  // Token i is told from the tokens before it; those whose windows begin at the same place are read in one go.
  for (std::size_t i = 1; i < text.size() && !failed;) {
    const std::int64_t start = windowStart(static_cast<std::int64_t>(i));
    std::size_t end = i;
    while (end < text.size() && windowStart(static_cast<std::int64_t>(end)) == start) ++end;
    const auto from = static_cast<std::size_t>(start);
    eachRow(text.subspan(from, end - 1 - from), static_cast<std::int64_t>(i - 1 - from), team, [&](std::int64_t at, std::span<const float> logits) {
      Result<ScoredToken> scored = scoreOf(text[from + static_cast<std::size_t>(at) + 1], logits, top);
      if (scored) out.push_back(*std::move(scored));
      else failed = scored.error();
    });
    i = end;
  }
  if (failed) return *failed;
  return out;
}

}  // namespace glassbox
