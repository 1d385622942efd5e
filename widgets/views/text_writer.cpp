#include "widgets/views/text_writer.h"

#include <algorithm>

namespace glassbox {

Result<std::vector<NextToken>> nextTokens(std::span<const float> logits, const SamplerSettings& settings, std::size_t count) {
  SamplerSettings uncut = settings;
  uncut.topK = 0;
  uncut.topP = 1;
  if (uncut.temperature == 0) uncut.temperature = 1;
  const Result<std::vector<Candidate>> all = nextDistribution(logits, uncut);
  if (!all) return all.error();
  const Result<std::vector<Candidate>> left = nextDistribution(logits, settings);
  if (!left) return left.error();
  std::vector<NextToken> out;
  for (std::size_t i = 0; i < std::min(count, all->size()); ++i) {
    const Candidate& candidate = (*all)[i];
    const auto kept = std::find_if(left->begin(), left->end(), [&](const Candidate& c) { return c.token == candidate.token; });
    out.push_back({candidate.token, kept == left->end() ? candidate.probability : kept->probability, kept != left->end()});
  }
  return out;
}

bool TextWriter::suits(const ProbeSubject& subject, const Analysis& analysis) {
  if (!subject.data || !subject.data->tokenizer || analysis.inputs.size() != 1) return false;
  const PortType* in = analysis.typeOf({analysis.inputs[0], "out"});
  const PortType* out = analysis.typeOf({analysis.output, "out"});
  return in && out && in->element == Element::Token && in->shape.rank() == 1 && out->shape.rank() <= 2 && out->shape.rank() > 0 &&
         out->shape.back() == subject.data->tokenizer->size();
}

Result<TextWriter> TextWriter::create(const ProbeSubject& subject) {
  LanguageModelOptions options;
  options.kernelSet = subject.kernelSet;
  Result<LanguageModel> model = LanguageModel::create(*subject.spec, options);
  if (!model) return model.error();
  return TextWriter(std::move(*model));
}

bool TextWriter::setWeights(std::span<const float> weights) {
  const std::span<float> own = m_model.network().weights();
  if (own.size() != weights.size()) return false;
  if (std::equal(own.begin(), own.end(), weights.begin())) return true; // what was read of the text stays good
  std::copy(weights.begin(), weights.end(), own.begin());
  m_model.forget();
  return true;
}

Result<TextWriter::Written> TextWriter::write(std::span<const TokenId> text, const SamplerSettings& settings) {
  Team team; // of one: the other processors belong to the training
  const Result<std::span<const float>> logits = m_model.next(text, team);
  if (!logits) return logits.error();
  const Result<Candidate> chosen = sampleNext(*logits, settings, static_cast<std::int64_t>(text.size()));
  if (!chosen) return chosen.error();
  const Result<ScoredToken> scored = scoreOf(chosen->token, *logits, 1);
  if (!scored) return scored.error();
  return Written{chosen->token, scored->probability};
}

Result<std::vector<NextToken>> TextWriter::next(std::span<const TokenId> text, const SamplerSettings& settings) {
  Team team;
  const Result<std::span<const float>> logits = m_model.next(text, team);
  if (!logits) return logits.error();
  return nextTokens(*logits, settings, kShown);
}

Result<std::vector<double>> TextWriter::probabilities(std::span<const TokenId> text) {
  Team team;
  const Result<std::vector<ScoredToken>> scored = m_model.score(text, 1, team);
  if (!scored) return scored.error();
  std::vector<double> out;
  for (const ScoredToken& token : *scored) out.push_back(token.probability);
  return out;
}

} // namespace glassbox
