// Brackets: does every bracket close, and in the right order? The smallest language that counting alone does not read.
#include "engine/data/generators/generators.h"
#include "engine/data/generators/sequences.h"

namespace glassbox::generators {
namespace {

using Word = std::vector<int>;  // kind k opens as 2k and closes as 2k + 1

bool balanced(const Word& word) {
  Word open;
  for (int token : word) {
    if (token % 2 == 0) {
      open.push_back(token);
    } else {
      if (open.empty() || open.back() + 1 != token) return false;
      open.pop_back();
    }
  }
  return open.empty();
}

Word drawBalanced(RandomSequence& random, std::int64_t length, std::uint32_t kinds) {
  Word word, open;
  for (std::int64_t left = length; left > 0; --left) {
    const auto depth = static_cast<std::int64_t>(open.size());
    const bool opens = depth == 0 || (depth < left && random.below(2) == 0);
    if (opens) {
      open.push_back(static_cast<int>(2 * random.below(kinds)));
      word.push_back(open.back());
    } else {
      word.push_back(open.back() + 1);
      open.pop_back();
    }
  }
  return word;
}

/// Spoils it by one change: a bracket becomes another, or two change places (then even the counts are right).
Word spoiled(RandomSequence& random, const Word& word, std::uint32_t kinds) {
  const auto length = static_cast<std::uint32_t>(word.size());
  const bool swap = random.below(2) == 0;
  for (;;) {
    Word out = word;
    const std::uint32_t a = random.below(length), b = random.below(length);
    if (swap) std::swap(out[a], out[b]);
    else out[a] = static_cast<int>(random.below(2 * kinds));
    if (!balanced(out)) return out;
  }
}

Result<Dataset> make(const Params& params, std::uint64_t seed) {
  const std::int64_t count = params.integer("sequences"), length = 2 * params.integer("pairs");
  const auto kinds = static_cast<std::uint32_t>(params.integer("kinds"));
  const std::string signs = "()[]{}";
  std::vector<std::string> vocabulary;
  for (std::uint32_t k = 0; k < 2 * kinds; ++k) vocabulary.push_back(signs.substr(k, 1));
  Dataset data = tokenSequences(count, length, vocabulary);
  addTargets(data, Shape{}, {"broken", "balanced"});
  for (std::int64_t i = 0; i < count; ++i) {
    RandomSequence random = sequenceRandom(seed, i);
    Word word = drawBalanced(random, length, kinds);
    if (i % 2 == 0) word = spoiled(random, word, kinds);
    for (std::int64_t t = 0; t < length; ++t) at(data.inputs[0], i, t) = static_cast<float>(word[static_cast<std::size_t>(t)]);
    at(data.target, i, 0) = static_cast<float>(i % 2);
  }
  return data;
}

} // namespace

const GeneratorDef& brackets() {
  static const GeneratorDef def{
      "brackets",
      GB_TEXT("engine", "Brackets"),
      GB_TEXT("engine", "Is every bracket closed, and in the right order? The broken ones differ from a good one in a single place, and in half of them even the "
                        "counts are right: the network has to keep in mind what is open."),
      {sequencesParam(4000), integerParam("pairs", GB_TEXT("engine", "Pairs"), GB_TEXT("engine", "Pairs of brackets in a sequence."), 6, 1, 32),
       integerParam("kinds", GB_TEXT("engine", "Kinds"), GB_TEXT("engine", "Kinds of brackets: ( ), [ ] and { }. With one kind counting is enough."), 2, 1, 3)},
      {0.0, 0.25},
      make};
  return def;
}

} // namespace glassbox::generators
