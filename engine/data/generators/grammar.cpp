// Sentences of a toy grammar, in English or Chinese: a corpus whose word classes and analogies are known.
//
// Eight persons by three traits, animals, foods, and seven kinds of sentence, each drawn with equal chance. A word in braces is
// drawn from the list of that name, of the person's trait where it has one:
//   the PERSON lives in the {place: royal | common} .
//   the PERSON wears the {cloth: royal | common} .
//   the PERSON {act: adult | child} with {himself | herself: male | female} .
//   the PERSON eats the {food} .            the ANIMAL eats the {feed} .
//   the FOOD is {taste} .                   the ANIMAL {move} in the {ground} .
// A person's traits decide what stands beside it, and nothing else does. So two persons that differ in one trait differ by
// the same words whichever two they are: king - man + woman = queen; and persons, animals, foods each have words of their own.
#include <algorithm>
#include <array>

#include "engine/data/generators/generators.h"
#include "engine/data/generators/plane.h"
#include "engine/data/text_windows.h"

namespace glassbox::generators {
namespace {

using Words = std::vector<std::string>;

struct Lexicon {
  std::array<std::string, 8> persons; ///< index: 4 royal + 2 female + child
  std::array<Words, 2> place, cloth;  ///< common, royal
  std::array<Words, 2> act;           ///< adult, child
  std::array<std::string, 2> self;    ///< male, female
  Words animals, foods, feed, taste, move, ground;
  std::string the, lives, wears, with, eats, is, in, stop;
};

const Lexicon& english() {
  static const Lexicon words{{"man", "boy", "woman", "girl", "king", "prince", "queen", "princess"},
                             {{{"village", "cottage"}, {"palace", "castle"}}},
                             {{{"hat", "coat"}, {"crown", "robe"}}},
                             {{{"works", "talks"}, {"plays", "learns"}}},
                             {"himself", "herself"},
                             {"cat", "dog", "horse", "cow", "sheep"},
                             {"bread", "rice", "soup", "apple", "cake"},
                             {"grass", "hay", "corn"},
                             {"sweet", "fresh", "warm"},
                             {"runs", "sleeps", "jumps"},
                             {"field", "barn", "yard"},
                             "the",
                             "lives",
                             "wears",
                             "with",
                             "eats",
                             "is",
                             "in",
                             "."};
  return words;
}

const Lexicon& chinese() {
  static const Lexicon words{{"男人", "男孩", "女人", "女孩", "国王", "王子", "王后", "公主"},
                             {{{"村庄", "小屋"}, {"宫殿", "城堡"}}},
                             {{{"帽子", "外套"}, {"王冠", "长袍"}}},
                             {{{"工作", "说话"}, {"玩耍", "学习"}}},
                             {"他自己", "她自己"},
                             {"猫", "狗", "马", "牛", "羊"},
                             {"面包", "米饭", "汤", "苹果", "蛋糕"},
                             {"青草", "干草", "玉米"},
                             {"甜的", "新鲜的", "热的"},
                             {"奔跑", "睡觉", "跳跃"},
                             {"田野", "谷仓", "院子"},
                             "",
                             "住在",
                             "穿戴",
                             "和",
                             "吃",
                             "是",
                             "在",
                             "。"};
  return words;
}

class Speaker {
 public:
  Speaker(const Lexicon& words, bool chinese) : m_words(words), m_chinese(chinese) {}

  /// Words with spaces between them, the last a full stop.
  std::string sentence(RandomSequence& random) {
    m_out.clear();
    const std::uint32_t person = random.below(8), royal = person / 4, female = person / 2 % 2, child = person % 2;
    switch (random.below(7)) {
    case 0:
      the(m_words.persons[person]), say(m_words.lives), locate(pick(m_words.place[royal], random));
      break;
    case 1:
      the(m_words.persons[person]), say(m_words.wears), the(pick(m_words.cloth[royal], random));
      break;
    case 2:
      withOneself(m_words.persons[person], pick(m_words.act[child], random), m_words.self[female]);
      break;
    case 3:
      the(m_words.persons[person]), say(m_words.eats), the(pick(m_words.foods, random));
      break;
    case 4:
      the(pick(m_words.animals, random)), say(m_words.eats), the(pick(m_words.feed, random));
      break;
    case 5:
      the(pick(m_words.foods, random)), say(m_words.is), say(pick(m_words.taste, random));
      break;
    default: {
      const std::string animal = pick(m_words.animals, random), move = pick(m_words.move, random), ground = pick(m_words.ground, random);
      the(animal);
      if (m_chinese)
        say(m_words.in), say(ground), say(move);
      else
        say(move), say(m_words.in), the(ground);
    }
    }
    say(m_words.stop);
    return m_out;
  }

 private:
  static const std::string& pick(const Words& words, RandomSequence& random) {
    return words[random.below(static_cast<std::uint32_t>(words.size()))];
  }
  void say(const std::string& word) {
    if (!m_out.empty() && !word.empty()) m_out += " ";
    m_out += word;
  }
  void the(const std::string& word) { say(m_words.the), say(word); }
  void locate(const std::string& place) {
    if (!m_chinese) say(m_words.in);
    the(place);
  }
  /// Chinese puts "with oneself" before the verb.
  void withOneself(const std::string& person, const std::string& act, const std::string& self) {
    the(person);
    if (m_chinese)
      say(m_words.with), say(self), say(act);
    else
      say(act), say(m_words.with), say(self);
  }

  const Lexicon& m_words;
  bool m_chinese;
  std::string m_out;
};

Words vocabulary(const Lexicon& words) {
  Words out{words.stop};
  const auto add = [&](const std::string& word) {
    if (!word.empty()) out.push_back(word);
  };
  for (const std::string* word : {&words.the, &words.lives, &words.wears, &words.with, &words.eats, &words.is, &words.in}) add(*word);
  for (const std::string& word : words.persons) add(word);
  for (const std::string& word : words.self) add(word);
  for (const auto* pair : {&words.place, &words.cloth, &words.act})
    for (const Words& list : *pair)
      for (const std::string& word : list) add(word);
  for (const Words* list : {&words.animals, &words.foods, &words.feed, &words.taste, &words.move, &words.ground})
    for (const std::string& word : *list) add(word);
  return out;
}

/// Pairs of a word and one of its neighbors within `window` words of the same sentence (skip-gram, Mikolov et al. 2013).
Dataset neighborPairs(const std::vector<std::vector<TokenId>>& sentences, std::int64_t window) {
  std::vector<float> from, to;
  for (const std::vector<TokenId>& sentence : sentences) {
    const auto length = static_cast<std::int64_t>(sentence.size());
    for (std::int64_t i = 0; i < length; ++i)
      for (std::int64_t k = std::max<std::int64_t>(0, i - window); k <= std::min(length - 1, i + window); ++k)
        if (k != i) {
          from.push_back(static_cast<float>(sentence[static_cast<std::size_t>(i)]));
          to.push_back(static_cast<float>(sentence[static_cast<std::size_t>(k)]));
        }
  }
  Dataset data;
  data.train = static_cast<std::int64_t>(from.size());
  data.inputs.resize(1);
  data.inputs[0].name = "tokens";
  data.inputs[0].type = {Shape{1}, Element::Token};
  data.inputs[0].numbers = Buffer<float>(from.size());
  data.target.name = "y";
  data.target.numbers = Buffer<float>(to.size());
  std::copy(from.begin(), from.end(), data.inputs[0].numbers.begin());
  std::copy(to.begin(), to.end(), data.target.numbers.begin());
  return data;
}

Result<Dataset> make(const Params& params, std::uint64_t seed) {
  const bool inChinese = params.words("language") == "zh";
  const Lexicon& words = inChinese ? chinese() : english();
  const Result<TokenizerPtr> tokenizer = makeWordTokenizer(vocabulary(words));
  if (!tokenizer) return tokenizer.error();
  Speaker speaker(words, inChinese);
  std::string text;
  std::vector<std::vector<TokenId>> sentences;
  const bool pairs = params.words("samples") == "neighbors";
  for (std::int64_t i = 0; i < params.integer("sentences"); ++i) {
    RandomSequence random = sampleRandom(seed, i);
    const std::string sentence = speaker.sentence(random);
    text += sentence + "\n";
    if (!pairs) continue;
    Result<std::vector<TokenId>> tokens = (*tokenizer)->encode(sentence);
    if (!tokens) return tokens.error();
    sentences.push_back(*std::move(tokens));
  }
  const std::string first = text.substr(0, text.find('\n'));
  Result<Dataset> data =
      pairs ? neighborPairs(sentences, params.integer("window")) : textWindows(text, *tokenizer, params.integer("context"), 1);
  if (!data) return data;
  if (pairs) {
    data->tokenizer = *tokenizer;
    data->vocabulary = data->classNames = (*tokenizer)->names();
    data->task = DataTask::Classes;
    data->notes.push_back(GB_TEXT("engine", "A sample is a word, and the target one of the words beside it in the same sentence."));
  }
  data->notes.push_back(GB_TEXT("engine", "Each word is a token, %1 in all. The first sentence: %2").arg((*tokenizer)->size()).arg(first));
  return data;
}

} // namespace

const GeneratorDef& grammar() {
  static const GeneratorDef def{
      "grammar",
      GB_TEXT("engine", "Toy grammar"),
      GB_TEXT("engine", "Short sentences about persons, animals and food, made by a small grammar. What stands beside a word depends on "
                        "what it means, so embeddings learned from it put "
                        "like words together, and king - man + woman is queen."),
      {choiceParam("language", GB_TEXT("engine", "Language"), GB_TEXT("engine", "The same grammar in English or Chinese."), "en",
                   {{"en", GB_TEXT("engine", "English")}, {"zh", GB_TEXT("engine", "Chinese")}}),
       integerParam("sentences", GB_TEXT("engine", "Sentences"),
                    GB_TEXT("engine", "How many sentences are made. More of them give steadier embeddings."), 4000, 50, 100000),
       choiceParam("samples", GB_TEXT("engine", "Samples"),
                   GB_TEXT("engine", "What is learned. Neighbours: a word, and which words stand beside it (skip-gram), for embeddings. "
                                     "Next word: windows of the text, for a small GPT."),
                   "neighbors", {{"neighbors", GB_TEXT("engine", "neighbours of a word")}, {"next", GB_TEXT("engine", "next word")}}),
       integerParam("window", GB_TEXT("engine", "Window"), GB_TEXT("engine", "Of neighbours: how many words to each side count as beside."),
                    3, 1, 8),
       integerParam("context", GB_TEXT("engine", "Context"), GB_TEXT("engine", "Of the next word: tokens in one window."), 16, 2, 256)},
      {0.0, 0.1},
      make};
  return def;
}

} // namespace glassbox::generators
