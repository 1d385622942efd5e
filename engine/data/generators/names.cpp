// Names that the program makes up, one a line: a small corpus of characters, in English letters or Chinese characters.
#include <set>

#include "engine/data/generators/generators.h"
#include "engine/data/generators/plane.h"
#include "engine/data/text_windows.h"

namespace glassbox::generators {
namespace {

using Words = std::vector<const char*>;

// English:  name = syllable syllable [syllable] ending   syllable = onset vowel
const Words kOnsets{"b", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "v", "br", "ch", "cl", "dr", "sh"};
const Words kVowels{"a", "e", "i", "o", "u", "ea"};
const Words kEndings{"", "", "n", "l", "r", "s"};
// Chinese:  name = surname given [given]
const Words kSurnames{"王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周",
                      "徐", "孙", "马", "朱", "胡", "林", "郭", "何", "高", "罗"};
const Words kGiven{"伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛", "明",
                   "超", "秀", "霞", "平", "刚", "桂", "英", "华", "玉", "萍", "红", "玲", "芬", "燕", "彬", "凤",
                   "洁", "梅", "琳", "素", "云", "莲", "真", "环", "雪", "荣", "爱", "妹", "香", "月", "莺", "媛"};

std::string pick(const Words& words, RandomSequence& random) { return words[random.below(static_cast<std::uint32_t>(words.size()))]; }

std::string drawName(bool chinese, RandomSequence& random) {
  const bool isLong = random.below(2) == 1;
  if (chinese) {
    std::string name = pick(kSurnames, random);
    for (int i = 0; i < 1 + isLong; ++i) name += pick(kGiven, random);
    return name;
  }
  std::string name;
  for (int i = 0; i < 2 + isLong; ++i) {
    name += pick(kOnsets, random);
    name += pick(kVowels, random);
  }
  return name + pick(kEndings, random);
}

/// Every character that the grammar can write, so that the vocabulary does not hang on the seed.
TokenizerPtr vocabulary(bool chinese) {
  std::string all = "\n";
  for (const Words& words : chinese ? std::vector{kSurnames, kGiven} : std::vector{kOnsets, kVowels, kEndings})
    for (const char* word : words) all += word;
  return charactersOf(all);
}

Result<Dataset> make(const Params& params, std::uint64_t seed) {
  const bool chinese = params.words("language") == "zh";
  const std::int64_t count = params.integer("names");
  std::set<std::string> seen;
  std::string text;
  for (std::int64_t i = 0; static_cast<std::int64_t>(seen.size()) < count; ++i) {
    RandomSequence random = sampleRandom(seed, i);
    const std::string name = drawName(chinese, random);
    if (seen.insert(name).second) text += name + "\n"; // each name once: the test part has other ones than training
  }
  Result<Dataset> data = textWindows(text, vocabulary(chinese), params.integer("context"), 1);
  if (!data) return data;
  data->notes.push_back(
      GB_TEXT("engine", "%1 different names, one a line; each character is a token. The names at the end of the list are the test part.")
          .arg(count));
  return data;
}

} // namespace

const GeneratorDef& names() {
  static const GeneratorDef def{
      "names",
      GB_TEXT("engine", "Names"),
      GB_TEXT("engine", "Made-up names, one a line, from which a model learns to make up more. English ones are built of syllables, "
                        "Chinese ones of a surname and one or two "
                        "characters; whether a new name keeps these rules can be checked."),
      {choiceParam("language", GB_TEXT("engine", "Language"), GB_TEXT("engine", "Letters or Chinese characters."), "en",
                   {{"en", GB_TEXT("engine", "English")}, {"zh", GB_TEXT("engine", "Chinese")}}),
       integerParam("names", GB_TEXT("engine", "Names"), GB_TEXT("engine", "How many different names are made."), 2000, 50, 20000),
       integerParam("context", GB_TEXT("engine", "Context"),
                    GB_TEXT("engine", "Tokens in one window: how far back the model can look. Attention costs grow with its square."), 16,
                    2, 256)},
      {0.0, 0.1},
      make};
  return def;
}

} // namespace glassbox::generators
