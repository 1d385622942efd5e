// Sums as text: "12+34=046", read from left to right one character at a time.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/core/random.h"
#include "engine/data/generators/generators.h"
#include "engine/text/tokenizer.h"

namespace glassbox::generators {
namespace {

constexpr const char* kCharacters[] = {"+", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "="}; // by code point, as of any text

std::string padded(std::int64_t number, std::int64_t digits) {
  std::string out = std::to_string(number);
  out.insert(0, static_cast<std::size_t>(digits) - out.size(), '0');
  return out;
}

struct Pair {
  std::int64_t a, b; // a <= b
};

/// Pairs without order, mixed, as many as give `rows` rows (a + b and b + a).
std::vector<Pair> drawPairs(std::int64_t numbers, std::int64_t rows, std::uint64_t seed) {
  std::vector<std::uint32_t> order(static_cast<std::size_t>(numbers * (numbers + 1) / 2));
  std::iota(order.begin(), order.end(), 0u);
  shuffle(order, Random(seed, streamOf(Stream::Data)));
  std::vector<Pair> pairs;
  std::int64_t made = 0;
  for (std::uint32_t code : order) {
    if (made >= rows) break;
    // Row b of the triangle begins at b (b + 1) / 2.
    auto b = static_cast<std::int64_t>((std::sqrt(8.0 * code + 1) - 1) / 2);
    while (b * (b + 1) / 2 > code) --b;
    while ((b + 1) * (b + 2) / 2 <= code) ++b;
    const Pair pair{code - b * (b + 1) / 2, b};
    made += pair.a == pair.b ? 1 : 2;
    pairs.push_back(pair);
  }
  return pairs;
}

Result<Dataset> make(const Params& params, std::uint64_t seed) {
  const std::int64_t digits = params.integer("digits"), length = 3 * digits + 3;
  const bool reversed = params.flag("reversed");
  std::int64_t numbers = 1;
  for (std::int64_t i = 0; i < digits; ++i) numbers *= 10;
  const std::vector<Pair> pairs = drawPairs(numbers, params.integer("sums"), seed);
  const auto held =
      static_cast<std::size_t>(std::max(1.0, std::floor(params.number("held_out") * static_cast<double>(pairs.size()) + 0.5)));

  Dataset data;
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const auto [a, b] = pairs[i];
    std::string answer = padded(a + b, digits + 1);
    if (reversed) std::reverse(answer.begin(), answer.end());
    const std::size_t before = texts.size();
    texts.push_back(padded(a, digits) + "+" + padded(b, digits) + "=" + answer);
    if (a != b) texts.push_back(padded(b, digits) + "+" + padded(a, digits) + "=" + answer);
    (i + held < pairs.size() ? data.train : data.test) += static_cast<std::int64_t>(texts.size() - before);
  }

  Result<TokenizerPtr> tokenizer = makeCharacterTokenizer({std::begin(kCharacters), std::end(kCharacters)});
  if (!tokenizer) return tokenizer.error();
  const auto places = static_cast<std::size_t>(length - 1), rows = texts.size();
  data.inputs.resize(1);
  data.inputs[0].name = "tokens";
  data.inputs[0].type = {Shape{length - 1}, Element::Token};
  data.mask.name = "mask";
  data.mask.type.shape = Shape{length - 1};
  data.target.name = "y";
  data.target.type.shape = Shape{length - 1};
  for (Field* field : {&data.inputs[0], &data.mask, &data.target}) field->numbers = Buffer<float>(rows * places);
  for (std::size_t row = 0; row < rows; ++row) {
    const Result<std::vector<TokenId>> tokens = (*tokenizer)->encode(texts[row]);
    if (!tokens) return tokens.error();
    for (std::size_t i = 0; i < places; ++i) {
      data.inputs[0].numbers[row * places + i] = static_cast<float>((*tokens)[i]);
      data.target.numbers[row * places + i] = static_cast<float>((*tokens)[i + 1]);
      data.mask.numbers[row * places + i] = i > 2 * static_cast<std::size_t>(digits) ? 1.0f : 0.0f; // = and later: the answer follows
    }
  }
  data.tokenizer = *std::move(tokenizer);
  data.vocabulary = data.classNames = data.tokenizer->names();
  data.task = DataTask::Classes;
  data.notes.push_back(
      GB_TEXT("engine", "A sample is a sum such as %1; each character is a token, and the target is the one that follows.").arg(texts[0]));
  data.notes.push_back(reversed ? GB_TEXT("engine", "The digits of the answer stand in reverse, the ones first.")
                                : GB_TEXT("engine", "The digits of the answer stand as they are written, the ones last."));
  data.notes.push_back(GB_TEXT("engine", "Only the digits of the answer count in the loss: what is asked cannot be foreseen."));
  data.notes.push_back(
      GB_TEXT("engine", "%1 pairs of numbers are held out for the test, in both orders; none of them is trained on.").arg(held));
  return data;
}

} // namespace

const GeneratorDef& sums() {
  static const GeneratorDef def{
      "sums",
      GB_TEXT("engine", "Sums as text"),
      GB_TEXT("engine", "Additions written out, 12+34=046, from which a language model learns to add. The test part holds pairs of numbers "
                        "that never come in training: "
                        "who gets them right has not learned them by heart."),
      {integerParam("digits", GB_TEXT("engine", "Digits"),
                    GB_TEXT("engine", "Digits of each number; shorter ones are filled up with zeros."), 2, 1, 3),
       integerParam("sums", GB_TEXT("engine", "Sums"),
                    GB_TEXT("engine", "How many are made, if there are so many. All of two digits are 10,000."), 10000, 20, 200000),
       switchParam("reversed", GB_TEXT("engine", "Answer in reverse"),
                   GB_TEXT("engine", "The ones first, as one adds on paper: each digit then needs only the carry from the one before. As "
                                     "written, the first digit needs all carries at once and takes longer to learn."),
                   true),
       numberParam("held_out", GB_TEXT("engine", "Held out"), GB_TEXT("engine", "Share of the pairs of numbers that only the test sees."),
                   0.1, 0.01, 0.9)},
      {0.0, 0.0},
      make};
  return def;
}

} // namespace glassbox::generators
