// glassbox-cli generate: a language model goes on from a prompt, token by token.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>

#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/project_input.h"
#include "engine/io/checkpoint.h"
#include "engine/io/vocabulary.h"
#include "engine/language/language_model.h"
#include "engine/text/pieces.h"
#include "engine/train/adapt.h"

namespace glassbox::cli {
namespace {

constexpr std::size_t kAlternatives = 5;

std::string shown(const Tokenizer& tokenizer, TokenId token) { return displayPieces(tokenizer, std::span(&token, 1))[0].text; }

Json lineOf(const Tokenizer& tokenizer, const ScoredToken& token, const std::string& text) {
  Json line{{"token", token.token}, {"text", text}, {"probability", number(token.probability)}, {"rank", token.rank}, {"top", Json::array()}};
  for (const Candidate& other : token.top) line["top"].push_back({{"token", other.token}, {"text", shown(tokenizer, other.token)}, {"probability", number(other.probability)}});
  return line;
}

/// The tokenizer that the weights were trained with, or that of the project's data.
Result<TokenizerPtr> tokenizerFor(ProjectInput& input, const Arguments& arguments) {
  if (Result<void> read = readWeightsFile(input, arguments); !read) return read.error();
  if (!input.weights) return Error(GB_TEXT("cli", "There are no weights to generate with: add --weights FILE."));
  Result<TokenizerPtr> tokenizer = tokenizerOf(*input.weights, weightsPlace(input, arguments));
  if (!tokenizer || *tokenizer) return tokenizer;
  if (!input.project.data.source.empty()) {
    if (Result<void> done = loadData(input, arguments, false); !done) return done.error();
    if (input.data->tokenizer) return input.data->tokenizer;
  }
  return Error(GB_TEXT("cli", "The weights do not say which tokens their network knows, so no text can be cut for it."), weightsPlace(input, arguments));
}

Result<LanguageModel> modelFor(ProjectInput& input, const Arguments& arguments, const TokenizerPtr& tokenizer) {
  // A network that follows its data (classes=auto) follows the vocabulary of the weights.
  Dataset words;
  words.tokenizer = tokenizer;
  words.vocabulary = words.classNames = tokenizer->names();
  Field tokens;
  tokens.type.element = Element::Token;
  words.inputs.push_back(std::move(tokens));
  input.project.spec = adaptToData(input.project.spec, words).spec;
  Result<LanguageModel> model = LanguageModel::create(input.project.spec);
  if (!model) return model.error();
  if (model->vocabulary() != tokenizer->size())
    return Error(GB_TEXT("cli", "The network knows %1 tokens, and the vocabulary has %2.").arg(model->vocabulary()).arg(tokenizer->size()));
  if (Result<void> done = weightsFromFile(model->network(), *input.weights, nullptr, weightsPlace(input, arguments)); !done) return done.error();
  input.weights.reset();  // they may be large
  return model;
}

Result<std::vector<TokenId>> promptOf(const Arguments& arguments, const Tokenizer& tokenizer) {
  const std::string prompt = arguments.value("--prompt");
  Result<std::vector<TokenId>> tokens = tokenizer.encode(prompt);
  if (!tokens) return Error(tokens.error().what, tokens.error().place.empty() ? "--prompt" : "--prompt, " + tokens.error().place, tokens.error().hint);
  if (!tokens->empty()) return tokens;
  // GPT-2 was trained on texts with this token between them: behind it a new one begins.
  const std::vector<std::string> names = tokenizer.names();
  const auto between = std::find(names.begin(), names.end(), "<|endoftext|>");
  if (between == names.end()) return Error(GB_TEXT("cli", "The prompt is empty: write at least one token to go on from."));
  return std::vector<TokenId>{static_cast<TokenId>(between - names.begin())};
}

struct Job {
  TokenizerPtr tokenizer;
  std::vector<TokenId> text;  ///< grows
  SamplerSettings sampler;
  std::int64_t count = 0;
  bool json = false;
};

Result<void> generate(LanguageModel& model, Job& job, Team& team) {
  TextStream stream(job.tokenizer);
  std::string all;
  const auto print = [&](const std::string& text) {
    all += text;
    if (job.json || text.empty()) return;
    std::fwrite(text.data(), 1, text.size(), stdout);
    std::fflush(stdout);
  };
  if (!job.json) print(job.tokenizer->decode(job.text));
  all.clear();
  const auto start = std::chrono::steady_clock::now();
  for (std::int64_t i = 0; i < job.count; ++i) {
    const Result<std::span<const float>> logits = model.next(job.text, team);
    if (!logits) return logits.error();
    const Result<Candidate> chosen = sampleNext(*logits, job.sampler, static_cast<std::int64_t>(job.text.size()));
    if (!chosen) return chosen.error();
    const std::string text = stream.push(chosen->token);
    if (job.json) {
      const Result<ScoredToken> scored = scoreOf(chosen->token, *logits, kAlternatives);
      if (!scored) return scored.error();
      printJson(lineOf(*job.tokenizer, *scored, text));
    }
    print(text);
    job.text.push_back(chosen->token);
  }
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  print(stream.finish());
  if (job.json)
    printJson(Json{{"done", true}, {"tokens", job.count}, {"text", all}, {"seconds", seconds}, {"tokens_per_s", number(seconds > 0 ? static_cast<double>(job.count) / seconds : 0)}});
  else printLine("");
  return {};
}

/// What the network thought of each token of the prompt.
Result<void> printScores(LanguageModel& model, const Job& job, Team& team) {
  const Result<std::vector<ScoredToken>> scores = model.score(job.text, kAlternatives, team);
  if (!scores) return scores.error();
  double sum = 0;
  for (const ScoredToken& token : *scores) {
    sum += std::log(token.probability);
    if (job.json) printJson(lineOf(*job.tokenizer, token, shown(*job.tokenizer, token.token)));
    else printLine(Json(token.probability).dump() + "  " + Json(shown(*job.tokenizer, token.token)).dump(-1, ' ', false, Json::error_handler_t::replace));
  }
  const double mean = scores->empty() ? 0 : -sum / static_cast<double>(scores->size());
  if (job.json) printJson(Json{{"done", true}, {"tokens", scores->size()}, {"loss", number(mean)}, {"perplexity", number(std::exp(mean))}});
  else printLine(words(GB_TEXT("cli", "%1 tokens, mean loss %2, perplexity %3").arg(scores->size()).arg(mean).arg(std::exp(mean))));
  return {};
}

}  // namespace

int runGenerate(const Words& all) {
  Result<Arguments> arguments = Arguments::parse(
      all, {{"--weights", Takes::One}, {"--prompt", Takes::One}, {"--tokens", Takes::One}, {"--temperature", Takes::One}, {"--top-k", Takes::One}, {"--top-p", Takes::One},
            {"--seed", Takes::One}, {"--context", Takes::One}, {"--threads", Takes::One}, {"--scores", Takes::None}, {"--json", Takes::None}});
  if (!arguments) return wrongUsage(arguments.error());
  if (arguments->positional().size() != 1) return wrongUsage(Error(GB_TEXT("cli", "`generate` takes one project.")));
  if (!arguments->has("--prompt")) return wrongUsage(Error(GB_TEXT("cli", "`generate` needs --prompt TEXT to go on from.")));
  const Result<std::int64_t> count = arguments->integer("--tokens", 100, 0, 1'000'000), topK = arguments->integer("--top-k", 0, 0, 1'000'000);
  const Result<std::int64_t> seed = arguments->integer("--seed", 1, 0, std::int64_t{1} << 53), threads = arguments->integer("--threads", std::min(availableThreads(), 8), 1, 64);
  const Result<double> temperature = arguments->number("--temperature", 1, 0, 100), topP = arguments->number("--top-p", 1, 1e-6, 1);
  for (const Result<std::int64_t>* value : {&count, &topK, &seed, &threads})
    if (!*value) return wrongUsage(value->error());
  for (const Result<double>* value : {&temperature, &topP})
    if (!*value) return wrongUsage(value->error());

  Result<ProjectInput> input = readProjectInput(arguments->positional()[0], *arguments);
  if (!input) return refuse(input.error());
  Result<TokenizerPtr> tokenizer = tokenizerFor(*input, *arguments);
  if (!tokenizer) return refuse(tokenizer.error());
  Result<std::vector<TokenId>> prompt = promptOf(*arguments, **tokenizer);
  if (!prompt) return refuse(prompt.error());
  Result<LanguageModel> model = modelFor(*input, *arguments, *tokenizer);
  if (!model) return refuse(model.error());
  if (model->wholeBecause()) remark(words(GB_TEXT("cli", "Every token costs a run over all %1 steps. %2").arg(model->context()).arg(model->wholeBecause()->what)));

  Job job{*tokenizer, *std::move(prompt), {*temperature, *topK, *topP, static_cast<std::uint64_t>(*seed)}, *count, arguments->has("--json")};
  Result<void> done;
  Team::run(static_cast<int>(*threads), [&](Team& team) { done = arguments->has("--scores") ? printScores(*model, job, team) : generate(*model, job, team); });
  return done ? kDone : refuse(done.error());
}

}  // namespace glassbox::cli
