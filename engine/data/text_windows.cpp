#include "engine/data/text_windows.h"

#include <cmath>

namespace glassbox {
namespace {

using Stretch = TokenWindows::Stretch;

/// Windows that fit into `tokens` tokens: each needs one token more, the target of its last place.
std::int64_t windowsIn(std::int64_t tokens, std::int64_t context, std::int64_t stride) {
  return tokens <= context ? 0 : (tokens - context - 1) / stride + 1;
}

void setWindows(Dataset& data, const std::vector<Stretch>& stretches) {
  data.inputs[0].windows.stretches = stretches;
  data.target.windows.stretches = stretches;
  for (Stretch& stretch : data.target.windows.stretches) ++stretch.token;
  data.inputs[0].windows.rows = data.target.windows.rows = data.samples();
}

} // namespace

Result<Dataset> textWindows(std::string_view text, TokenizerPtr tokenizer, std::int64_t context, std::int64_t stride) {
  if (tokenizer->size() > kMaxDataVocabulary)
    return Error(GB_TEXT("engine", "The vocabulary has %1 tokens; data take at most %2.").arg(tokenizer->size()).arg(kMaxDataVocabulary));
  const Result<std::vector<TokenId>> tokens = tokenizer->encode(text);
  if (!tokens) return tokens.error();
  const auto count = static_cast<std::int64_t>(tokens->size());
  Dataset data;
  data.train = windowsIn(count, context, stride);
  if (data.train == 0)
    return Error(GB_TEXT("engine", "The text has %1 tokens; a window of %2 needs %3.").arg(count).arg(context).arg(context + 1), {},
                 GB_TEXT("engine", "Use a longer text or a shorter context."));
  if (count >= kMaxSamples) return Error(GB_TEXT("engine", "%1 tokens are more than the lab can number.").arg(count));
  auto stored = std::make_shared<Buffer<std::uint16_t>>(tokens->size());
  std::copy(tokens->begin(), tokens->end(), stored->begin());
  data.inputs.resize(1);
  data.inputs[0].name = "tokens";
  data.inputs[0].type = {Shape{context}, Element::Token};
  data.target.name = "y";
  data.target.type.shape = Shape{context};
  data.inputs[0].windows.tokens = data.target.windows.tokens = std::move(stored);
  setWindows(data, {{0, 0, stride}});
  data.vocabulary = tokenizer->names();
  data.classNames = data.vocabulary;
  data.task = DataTask::Classes; // also with two tokens: the target is the index of the next one
  data.tokenizer = std::move(tokenizer);
  return data;
}

Result<Dataset> splitText(Dataset data, PartShares shares) {
  const TokenWindows& windows = data.inputs[0].windows;
  const std::int64_t context = data.inputs[0].type.shape.count(), stride = windows.stretches[0].stride;
  const auto all = static_cast<std::int64_t>(windows.tokens->size());
  const auto until = [&](double share) { return static_cast<std::int64_t>(std::floor(static_cast<double>(all) * share + 1e-6)); };
  const std::int64_t trainEnd = until(1 - (shares.validation + shares.test)), validationEnd = until(1 - shares.test);

  std::vector<Stretch> stretches;
  data.train = data.validation = data.test = 0;
  const auto add = [&](std::int64_t& rows, std::int64_t from, std::int64_t to, std::int64_t step, const Text& part) -> Result<void> {
    if (from == to) return {};
    rows = windowsIn(to - from, context, step);
    if (rows == 0)
      return Error(GB_TEXT("engine", "The %1 part would have %2 tokens; a window of %3 needs %4.")
                       .arg(part)
                       .arg(to - from)
                       .arg(context)
                       .arg(context + 1),
                   {}, GB_TEXT("engine", "Use a longer text, a shorter context, or other shares of the parts."));
    stretches.push_back({data.samples() - rows, from, step});
    return {};
  };
  if (auto done = add(data.train, 0, trainEnd, stride, GB_TEXT("engine", "training")); !done) return done.error();
  if (auto done = add(data.validation, trainEnd, validationEnd, context, GB_TEXT("engine", "validation")); !done) return done.error();
  if (auto done = add(data.test, validationEnd, all, context, GB_TEXT("engine", "test")); !done) return done.error();
  setWindows(data, stretches);
  return data;
}

} // namespace glassbox
