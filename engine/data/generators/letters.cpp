// Copy, reverse and sort: letters in, letters out, one class a position.
#include <algorithm>

#include "engine/data/generators/generators.h"
#include "engine/data/generators/sequences.h"

namespace glassbox::generators {
namespace {

enum class Order { Copy, Reverse, Sort };

Result<Dataset> make(Order order, const Params& params, std::uint64_t seed) {
  const std::int64_t count = params.integer("sequences"), length = params.integer("length"), letters = params.integer("letters");
  const bool after = params.words("answer") == "after";
  const std::int64_t pause = after ? params.integer("pause") : 0, steps = after ? 2 * length + pause : length;
  std::vector<std::string> names;
  for (std::int64_t k = 0; k < letters; ++k) names.push_back(std::string(1, static_cast<char>('a' + k)));
  std::vector<std::string> vocabulary = names;
  if (after) vocabulary.insert(vocabulary.end(), {"_", "?"});  // a pause, and what asks for the next letter
  Dataset data = tokenSequences(count, steps, vocabulary);
  addTargets(data, Shape{steps}, names);
  if (after) addMask(data);
  std::vector<float> word(static_cast<std::size_t>(length));
  for (std::int64_t i = 0; i < count; ++i) {
    RandomSequence random = sequenceRandom(seed, i);
    for (float& letter : word) letter = static_cast<float>(random.below(static_cast<std::uint32_t>(letters)));
    for (std::int64_t t = 0; t < steps; ++t)
      at(data.inputs[0], i, t) = t < length ? word[static_cast<std::size_t>(t)] : static_cast<float>(t < length + pause ? letters : letters + 1);
    if (order == Order::Reverse) std::reverse(word.begin(), word.end());
    if (order == Order::Sort) std::sort(word.begin(), word.end());
    for (std::int64_t k = 0; k < length; ++k) {
      at(data.target, i, steps - length + k) = word[static_cast<std::size_t>(k)];
      if (after) at(data.mask, i, steps - length + k) = 1;
    }
  }
  return data;
}

std::vector<ParamDef> settings(const char* answer) {
  return {sequencesParam(4000), integerParam("length", GB_TEXT("engine", "Length"), GB_TEXT("engine", "Letters of a word."), 5, 1, 64),
          integerParam("letters", GB_TEXT("engine", "Letters"), GB_TEXT("engine", "How many different letters there are."), 8, 2, 26),
          choiceParam("answer", GB_TEXT("engine", "Answer"), GB_TEXT("engine", "At each position: for attention, which sees the whole word at once. After reading: the word first, then as many steps to answer; for recurrent layers, which must have read it all. A mask counts only the answer."), answer,
                      {{"position", GB_TEXT("engine", "at each position")}, {"after", GB_TEXT("engine", "after reading")}}),
          integerParam("pause", GB_TEXT("engine", "Pause"), GB_TEXT("engine", "Empty steps between reading and answering, where the answer comes after reading."), 0, 0, 200)};
}

} // namespace

const GeneratorDef& copy() {
  static const GeneratorDef def{"copy",
                                GB_TEXT("engine", "Copy"),
                                GB_TEXT("engine", "A word of letters is read and then to be said again. How many letters, and how long a pause, does a memory of a given size hold?"),
                                settings("after"),
                                {0.0, 0.25},
                                [](const Params& params, std::uint64_t seed) { return make(Order::Copy, params, seed); }};
  return def;
}

const GeneratorDef& reverse() {
  static const GeneratorDef def{"reverse",
                                GB_TEXT("engine", "Reverse"),
                                GB_TEXT("engine", "A word of letters is to be said backwards. One attention head learns to look at the mirrored position, and its map shows it; without positions it cannot."),
                                settings("position"),
                                {0.0, 0.25},
                                [](const Params& params, std::uint64_t seed) { return make(Order::Reverse, params, seed); }};
  return def;
}

const GeneratorDef& sort() {
  static const GeneratorDef def{"sort",
                                GB_TEXT("engine", "Sort"),
                                GB_TEXT("engine", "The letters of a word are to be said in the order of the alphabet. Here it is what the letters are that decides where to look, and not where they stand."),
                                settings("position"),
                                {0.0, 0.25},
                                [](const Params& params, std::uint64_t seed) { return make(Order::Sort, params, seed); }};
  return def;
}

} // namespace glassbox::generators
