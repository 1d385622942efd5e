// Tokenizers: GPT-2's cutting and merging against the published algorithm, characters, words, pieces for display, and bad files.
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "engine/core/random.h"
#include "engine/data/readers/tokenizer_files.h"
#include "engine/io/checkpoint.h"
#include "engine/io/vocabulary.h"
#include "engine/text/byte_pairs.h"
#include "engine/text/gpt2_split.h"
#include "engine/text/pieces.h"
#include "engine/text/unicode.h"
#include "tests/support/small_nets.h"

using namespace glassbox;
using Json = nlohmann::json;

namespace {

Json golden() {
  QFile file(QStringLiteral(GLASSBOX_SOURCE_DIR "/tests/golden/gpt2.json"));
  if (!file.open(QIODevice::ReadOnly)) qFatal("no gpt2.json");
  return Json::parse(file.readAll().toStdString());
}

QString said(const Error& error) { return QString::fromStdString(english(error)); }

/// Spelling of a byte as in GPT-2's files, written anew: printable Latin-1 stands for itself, the rest from U+0100 on.
std::string letterOf(int byte) {
  int next = 256;
  for (int b = 0; b < 256; ++b) {
    const bool itself = (b > 32 && b < 127) || (b > 160 && b != 173);
    if (b == byte) return utf8Of(static_cast<char32_t>(itself ? b : next));
    if (!itself) ++next;
  }
  return {};
}

using Merges = std::vector<std::string>;

/// 256 bytes, what the merges make, one special token.
std::vector<std::string> namesFor(const Merges& merges) {
  std::vector<std::string> names;
  for (int byte = 0; byte < 256; ++byte) names.push_back(letterOf(byte));
  for (const std::string& merge : merges) {
    std::string whole = merge;
    whole.erase(whole.find(' '), 1);
    if (std::find(names.begin(), names.end(), whole) == names.end()) names.push_back(whole);
  }
  names.push_back("<|endoftext|>");
  return names;
}

Merges tiny() { return {"h e", "l l", "he ll", "hell o", "Ġ w", "o r", "Ġw or", "a a", "aa aa", "l o", "e w", "n ew"}; }

TokenizerPtr tinyTokenizer() {
  Result<TokenizerPtr> made = makeBytePairs(namesFor(tiny()), tiny());
  if (!made) qFatal("%s", english(made.error()).c_str());
  return *made;
}

std::vector<std::string> namesOf(const Tokenizer& tokenizer, const std::string& text) {
  const Result<std::vector<TokenId>> tokens = tokenizer.encode(text);
  std::vector<std::string> out;
  if (!tokens) return {english(tokens.error())};
  for (TokenId token : *tokens) out.push_back(tokenizer.name(token));
  return out;
}

std::string jsonOf(const std::vector<std::string>& names) {
  std::string out = "{";
  for (std::size_t i = 0; i < names.size(); ++i) out += (i ? ", " : "") + Json(names[i]).dump(-1, ' ', true) + ": " + std::to_string(i);
  return out + "}";
}

std::string linesOf(const Merges& merges) {
  std::string out = "#version: 0.2\n";
  for (const std::string& merge : merges) out += merge + "\n";
  return out;
}

/// Sentence of the pair of files, or "read".
QString readPair(const std::string& vocabulary, const std::string& merges) {
  const Result<std::vector<std::string>> names = parseVocabularyFile(vocabulary, "encoder.json");
  if (!names) return said(names.error());
  std::size_t line = 1;
  const Result<std::vector<std::string>> ranks = parseMergesFile(merges, "vocab.bpe", line);
  if (!ranks) return said(ranks.error());
  const Result<TokenizerPtr> made = makeBytePairs(*names, *ranks, {"encoder.json", "vocab.bpe", line});
  return made ? QStringLiteral("read") : said(made.error());
}

/// The published loop, over spelled words: all occurrences of the pair of lowest rank at once, from left to right.
std::vector<std::string> mergePlainly(const std::string& piece, const std::map<std::pair<std::string, std::string>, std::size_t>& ranks) {
  std::vector<std::string> parts;
  for (const char c : piece) parts.push_back(letterOf(static_cast<unsigned char>(c)));
  while (parts.size() > 1) {
    std::pair<std::string, std::string> best;
    std::size_t lowest = ~std::size_t{0};
    for (std::size_t i = 0; i + 1 < parts.size(); ++i)
      if (const auto at = ranks.find({parts[i], parts[i + 1]}); at != ranks.end() && at->second < lowest) lowest = at->second, best = at->first;
    if (lowest == ~std::size_t{0}) break;
    std::vector<std::string> joined;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (i + 1 < parts.size() && parts[i] == best.first && parts[i + 1] == best.second) joined.push_back(parts[i] + parts[i + 1]), ++i;
      else joined.push_back(parts[i]);
    }
    parts = joined;
  }
  return parts;
}

} // namespace

class TestTokenizer : public QObject {
  Q_OBJECT

 private slots:
  // ---- cutting ------------------------------------------------------------------------------------------------------------

  void piecesAreThoseOfThePublishedPattern() {
    for (const Json& item : golden()) {
      const std::string text = item["text"];
      std::vector<std::string> pieces;
      for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = gpt2PieceEnd(text, at);
        QVERIFY(end > at && end <= text.size());
        pieces.push_back(text.substr(at, end - at));
        at = end;
      }
      QVERIFY2(Json(pieces) == item["pieces"], (item["text"].dump() + ": " + Json(pieces).dump() + " and not " + item["pieces"].dump()).c_str());
    }
  }

  void classesOfCharactersAreUnicodes() {
    QCOMPARE(characterClass(U'a'), CharacterClass::Letter);
    QCOMPARE(characterClass(U'中'), CharacterClass::Letter);
    QCOMPARE(characterClass(0x2CEAF), CharacterClass::Other);  // behind the last of extension E
    QCOMPARE(characterClass(0x20000), CharacterClass::Letter); // extension B
    QCOMPARE(characterClass(U'²'), CharacterClass::Number);
    QCOMPARE(characterClass(U'Ⅷ'), CharacterClass::Number);
    QCOMPARE(characterClass(0x0301), CharacterClass::Other); // combining acute: a mark
    QCOMPARE(characterClass(0x00A0), CharacterClass::Space);
    QCOMPARE(characterClass(0x200B), CharacterClass::Other); // zero width space is no White_Space
    QCOMPARE(characterClass(0x1F600), CharacterClass::Other);
    QCOMPARE(characterClass(0x1C), CharacterClass::Other); // a separator to Python's str.isspace, no White_Space
    QCOMPARE(characterClass(0x10FFFF), CharacterClass::Other);
  }

  // ---- merging ------------------------------------------------------------------------------------------------------------

  void aTinyVocabularyMergesByRank() {
    const TokenizerPtr t = tinyTokenizer();
    QCOMPARE(t->size(), std::int64_t{256 + 12 + 1});
    QCOMPARE(namesOf(*t, "hello world"), (std::vector<std::string>{"hello", "Ġwor", "l", "d"}));
    QCOMPARE(namesOf(*t, "help"), (std::vector<std::string>{"he", "l", "p"}));
    QCOMPARE(namesOf(*t, "aaaaa"), (std::vector<std::string>{"aaaa", "a"}));          // left to right
    QCOMPARE(namesOf(*t, "lll"), (std::vector<std::string>{"ll", "l"}));
    QCOMPARE(namesOf(*t, "new"), (std::vector<std::string>{"new"}));                  // e w before n ew
    QCOMPARE(namesOf(*t, ""), std::vector<std::string>{});
    QCOMPARE(namesOf(*t, "<|endoftext|>").size(), std::size_t{13});                   // a special token never comes out of a text
    QCOMPARE(t->decode(std::vector<TokenId>{static_cast<TokenId>(t->size() - 1)}), std::string("<|endoftext|>"));
    QCOMPARE(t->merges(), tiny());
  }

  /// Random merges over three letters and random words, against the published loop.
  void aQueueGivesTheTokensOfThePublishedLoop() {
    RandomSequence random(Random(7, 1));
    for (int round = 0; round < 60; ++round) {
      std::vector<std::string> parts{"a", "b", "c"};
      Merges merges;
      std::map<std::pair<std::string, std::string>, std::size_t> ranks;
      while (merges.size() < 25) {
        const std::string left = parts[random.below(static_cast<std::uint32_t>(parts.size()))], right = parts[random.below(static_cast<std::uint32_t>(parts.size()))];
        if (ranks.contains({left, right})) continue;
        ranks[{left, right}] = merges.size();
        merges.push_back(left + " " + right);
        if (std::find(parts.begin(), parts.end(), left + right) == parts.end()) parts.push_back(left + right); // else made in two ways
      }
      const Result<TokenizerPtr> t = makeBytePairs(namesFor(merges), merges);
      QVERIFY2(t.ok(), t ? "" : english(t.error()).c_str());
      for (int word = 0; word < 40; ++word) {
        std::string text;
        for (std::uint32_t i = 0, n = 1 + random.below(80); i < n; ++i) text += static_cast<char>('a' + random.below(3));
        QVERIFY2(namesOf(**t, text) == mergePlainly(text, ranks), (std::to_string(round) + ": " + text).c_str());
      }
    }
  }

  void everyTextComesBackByteForByte() {
    const TokenizerPtr t = tinyTokenizer();
    for (const Json& item : golden()) {
      const std::string text = item["text"];
      const auto tokens = t->encode(text);
      QVERIFY(tokens.ok());
      QCOMPARE(t->decode(*tokens), text);
    }
  }

  void aMillionLettersWithoutASpaceAreNoTrap() {
    const TokenizerPtr t = tinyTokenizer();
    const auto tokens = t->encode(std::string(1'000'000, 'a'));
    QVERIFY(tokens.ok());
    QCOMPARE(tokens->size(), std::size_t{250'000});
  }

  // ---- characters and words -----------------------------------------------------------------------------------------------

  void charactersAreSortedByCodePoint() {
    const TokenizerPtr t = charactersOf("ba\n中é😀a");
    QCOMPARE(t->names(), (std::vector<std::string>{"\n", "a", "b", "é", "中", "😀"}));
    QCOMPARE(*t->encode("中a\n"), (std::vector<TokenId>{4, 1, 0}));
    QCOMPARE(t->decode(*t->encode("ba😀é")), std::string("ba😀é"));
  }

  void anUnknownCharacterIsNamedWithItsPlace() {
    const TokenizerPtr t = charactersOf("abc\n");
    QCOMPARE(said(t->encode("ab\nc中").error()), QString("The character \"中\" (U+4E2D) at line 2, column 2 is not one of the 4 characters of the vocabulary. "
                                                           "Leave it out, or train with a text that has it."));
    QVERIFY(said(t->encode("a\tb").error()).contains("The character U+0009 at line 1, column 2"));
    QVERIFY(said(t->encode("ab\xff").error()).contains("not UTF-8: byte 3"));
    QVERIFY(said(tinyTokenizer()->encode("h\xe4\xb8").error()).contains("not UTF-8: byte 2"));
  }

  void wordsAreCutAtWhiteSpace() {
    const Result<TokenizerPtr> t = makeWordTokenizer({".", "king", "the", "国王"});
    QVERIFY(t.ok());
    QCOMPARE(*(*t)->encode("the king .\n国王\u3000king"), (std::vector<TokenId>{2, 1, 0, 3, 1}));
    QCOMPARE((*t)->decode(std::vector<TokenId>{2, 1, 0}), std::string("the king . "));
    QVERIFY(said((*t)->encode("the\n queen .").error()).startsWith("The word \"queen\" at line 2, column 2 is not one of the 4 words"));
  }

  void vocabulariesThatCannotBeAreRefused_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("words");
    QTest::newRow("none") << "characters" << QStringList{} << "is empty";
    QTest::newRow("two characters in one token") << "characters" << QStringList{"a", "bc"} << "Token 1 of the vocabulary is \"bc\", and should be one character";
    QTest::newRow("twice the same") << "words" << QStringList{"a", "b", "a"} << "tokens 0 and 2 of the vocabulary are the same";
    QTest::newRow("an empty token") << "words" << QStringList{"a", ""} << "Token 1 of the vocabulary is empty";
    QTest::newRow("a space in a word") << "words" << QStringList{"a b"} << "holds no white space";
    QTest::newRow("a kind that is none") << "sentencepiece" << QStringList{"a"} << "no kind of vocabulary \"sentencepiece\"";
    QTest::newRow("bytes are missing") << "gpt2" << QStringList{"a", "b"} << "no token \"Ā\" for the byte 0";
  }
  void vocabulariesThatCannotBeAreRefused() {
    QFETCH(QString, kind);
    QFETCH(QStringList, names);
    QFETCH(QString, words);
    std::vector<std::string> list;
    for (const QString& name : names) list.push_back(name.toStdString());
    const Result<TokenizerPtr> made = makeTokenizer(kind.toStdString(), list, {});
    QVERIFY(!made.ok());
    QVERIFY2(said(made.error()).contains(words), qPrintable(said(made.error())));
  }

  // ---- display ------------------------------------------------------------------------------------------------------------

  void tokensThatSplitACharacterAreShownTogether() {
    const TokenizerPtr t = tinyTokenizer(); // each byte of 中 (E4 B8 AD) is a token
    const auto tokens = t->encode("hello中w");
    QVERIFY(tokens.ok());
    const std::vector<TextPiece> expected{{0, 1, "hello"}, {1, 3, "中"}, {4, 1, "w"}};
    QVERIFY(displayPieces(*t, *tokens) == expected);
  }

  void bytesThatAreNoCharacterAreShownAsOneSign() {
    const TokenizerPtr t = tinyTokenizer();
    const auto byte = [](int value) { return static_cast<TokenId>(value); };
    const std::vector<TokenId> tokens{byte(0xE4), byte(0xB8), byte('a'), byte(0xFF), byte('b'), byte(0xF0), byte(0x9F)};
    const std::vector<TextPiece> pieces = displayPieces(*t, tokens);
    const std::vector<TextPiece> expected{{0, 3, "\uFFFDa"}, {3, 2, "\uFFFDb"}, {5, 2, "\uFFFD"}};
    std::string seen;
    for (const TextPiece& piece : pieces) seen += std::to_string(piece.first) + "+" + std::to_string(piece.count) + ":" + piece.text + " ";
    QVERIFY2(pieces == expected, seen.c_str());
  }

  void aStreamHoldsBackTheStartOfACharacter() {
    TextStream stream(tinyTokenizer());
    QCOMPARE(stream.push(0xF0), std::string());
    QCOMPARE(stream.push(0x9F), std::string());
    QVERIFY(stream.waiting());
    QCOMPARE(stream.push(0x98), std::string());
    QCOMPARE(stream.push(0x80), std::string("😀"));
    QVERIFY(!stream.waiting());
    QCOMPARE(stream.push('x'), std::string("x"));
    QCOMPARE(stream.push(0xE4), std::string());
    QCOMPARE(stream.finish(), std::string("\uFFFD"));
  }

  /// Random bytes: all tokens are in one piece each, and the pieces are well-formed text.
  void piecesCoverAnyTokens() {
    const TokenizerPtr t = tinyTokenizer();
    RandomSequence random(Random(11, 2));
    for (int round = 0; round < 300; ++round) {
      std::vector<TokenId> tokens;
      for (int i = 0; i < 30; ++i) tokens.push_back(static_cast<TokenId>(random.below(2) ? 0x80 + random.below(128) : random.below(269)));
      std::size_t next = 0;
      for (const TextPiece& piece : displayPieces(*t, tokens)) {
        QCOMPARE(piece.first, next);
        QVERIFY(piece.count > 0);
        QVERIFY(!piece.text.empty() && QString::fromUtf8(piece.text.c_str(), static_cast<qsizetype>(piece.text.size())).toUtf8().toStdString() == piece.text);
        next += piece.count;
      }
      QCOMPARE(next, tokens.size());
    }
  }

  // ---- files --------------------------------------------------------------------------------------------------------------

  void goodFilesAreRead() {
    QCOMPARE(readPair(jsonOf(namesFor(tiny())), linesOf(tiny())), QString("read"));
    std::string windows = linesOf(tiny());
    for (std::size_t at = 0; (at = windows.find('\n', at)) != std::string::npos; at += 2) windows.replace(at, 1, "\r\n");
    QCOMPARE(readPair(jsonOf(namesFor(tiny())), windows), QString("read"));
    std::string bare = linesOf(tiny()).substr(14);
    bare.pop_back(); // without header and last line break
    QCOMPARE(readPair(" \n" + jsonOf(namesFor(tiny())) + "\n", bare), QString("read"));
  }

  void badVocabulariesAreRefused_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("words");
    const std::string good = jsonOf(namesFor(tiny()));
    const auto row = [](const char* name, const std::string& json, const char* words) { QTest::newRow(name) << QByteArray::fromStdString(json) << QString(words); };
    row("empty", "", "The file is empty");
    row("blanks", "  \n ", "encoder.json:2:2: The file should begin with {");
    row("an HTML page", "<!DOCTYPE html><html></html>", "encoder.json:1:1: The file should begin with {");
    row("a list", "[\"a\", \"b\"]", "encoder.json:1:1: The file should begin with {");
    row("words", "hello", "should begin with {");
    row("null", "null", "should begin with {");
    row("an empty object", "{}", "The vocabulary is empty");
    row("a byte order mark", "\xEF\xBB\xBF" + good, "byte order mark");
    row("UTF-16", std::string("\xFF\xFE{\0", 4), "not UTF-8: byte 1");
    row("Latin-1", "{\"\xE9\": 0}", "not UTF-8: byte 3");
    row("a surrogate in UTF-8", "{\"\xED\xA0\x80\": 0}", "not UTF-8");
    row("cut within a token", "{\"ab", "encoder.json:1:2: The quotes that begin here do not close");
    row("cut behind a token", "{\"ab\"", "encoder.json:1:6: The file ends within the vocabulary");
    row("cut behind a colon", "{\"ab\":", "The file ends within the vocabulary");
    row("cut behind a number", "{\"ab\": 0", "The file ends within the vocabulary");
    row("cut behind a comma", "{\"ab\": 0,", "The file ends within the vocabulary");
    row("a comma too many", "{\"ab\": 0,}", "encoder.json:1:10: A token in quotes should stand here");
    row("a comma too few", "{\"ab\": 0 \"b\": 1}", "encoder.json:1:10: A comma or } should stand here");
    row("no colon", "{\"ab\" 0}", "encoder.json:1:7: A colon should stand here");
    row("text behind the end", "{\"ab\": 0} x", "encoder.json:1:11: Something stands behind the end");
    row("two objects", "{\"ab\": 0}{}", "Something stands behind the end");
    row("single quotes", "{'ab': 0}", "A token in quotes should stand here");
    row("a comment", "{ // tokens\n\"ab\": 0}", "A token in quotes should stand here");
    row("a number in words", "{\"ab\": \"0\"}", "encoder.json:1:8: A token's number should stand here");
    row("a fraction", "{\"ab\": 0.5}", "A token's number should stand here");
    row("an exponent", "{\"ab\": 1e3}", "A token's number should stand here");
    row("a negative number", "{\"ab\": -1}", "A token's number should stand here");
    row("a leading zero", "{\"ab\": 00}", "A token's number should stand here");
    row("a number beyond 2^53", "{\"ab\": 9007199254740993}", "number is too large");
    row("a number beyond 2^64", "{\"ab\": 18446744073709551617}", "number is too large");
    row("NaN", "{\"ab\": NaN}", "A token's number should stand here");
    row("nested", "{\"ab\": {\"c\": 0}}", "A token's number should stand here");
    row("5,000 deep", std::string(5000, '{'), "A token in quotes should stand here");
    row("a key twice", "{\"a\": 0, \"b\": 1, \"a\": 2}", "encoder.json:1:18: The token \"a\" stands there twice, with the numbers 0 and 2");
    row("a key twice, once escaped", "{\"a\": 0, \"\\u0061\": 1}", "The token \"a\" stands there twice");
    row("a number twice", "{\"a\": 0, \"b\": 1, \"c\": 1}", "Two tokens have the number 1: \"b\" and \"c\"");
    row("a number is missing", "{\"a\": 0, \"b\": 1, \"c\": 3}", "No token has the number 2, and \"c\" has the number 3");
    row("numbers from 1 on", "{\"a\": 1, \"b\": 2}", "No token has the number 0, and \"b\" has the number 2");
    row("an empty token", "{\"\": 0}", "encoder.json:1:2: A token is empty");
    row("a line break in a token", "{\"a\nb\": 0}", "encoder.json:1:4: A control character stands within quotes");
    row("a NUL in a token", std::string("{\"a\0b\": 0}", 10), "A control character stands within quotes");
    row("a bad escape", "{\"\\q\": 0}", "A backslash is followed here by something that JSON does not know");
    row("half a \\u", "{\"\\u12\": 0}", "A backslash is followed here");
    row("half a pair", "{\"\\ud83d\": 0}", "A backslash is followed here");
    row("the second half first", "{\"\\ude00\\ud83d\": 0}", "A backslash is followed here");
    row("a token of 2,000 bytes", "{\"" + std::string(2000, 'a') + "\": 0}", "longer than 1000 bytes");
    std::vector<std::string> without = namesFor(tiny());
    std::replace(without.begin(), without.end(), letterOf(7), std::string("zzz"));
    row("a byte without a token", jsonOf(without), "no token \"ć\" for the byte 7");
    std::vector<std::string> spaced = namesFor(tiny());
    spaced.back() = "end of text";
    row("a space in place of Ġ", jsonOf(spaced), "Token 268, \"end of text\", holds the character U+0020, which stands for no byte");
    spaced.back() = "中";
    row("a character beyond the byte alphabet", jsonOf(spaced), "holds the character \"中\" (U+4E2D), which stands for no byte");
    row("a project", "{\"version\": 1, \"network\": {}}", "A token's number should stand here");
  }
  void badVocabulariesAreRefused() {
    QFETCH(QByteArray, json);
    QFETCH(QString, words);
    const QString sentence = readPair(json.toStdString(), linesOf(tiny()));
    QVERIFY2(sentence.contains(words), qPrintable(sentence));
    QVERIFY2(sentence.startsWith("encoder.json"), qPrintable(sentence)); // the place
  }

  void badMergesAreRefused_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const std::string& text, const char* words) { QTest::newRow(name) << QByteArray::fromStdString(text) << QString(words); };
    const auto with = [](std::size_t at, const std::string& line) {
      Merges merges = tiny();
      merges[at] = line;
      return linesOf(merges);
    };
    row("empty", "", "The file is empty");
    row("only a header", "#version: 0.2\n", "The file holds no merges");
    row("an HTML page", "<!DOCTYPE html>\n<html>", "vocab.bpe:2: Line 2 is \"<html>\", and should be two parts");
    row("a byte order mark", "\xEF\xBB\xBF" + linesOf(tiny()), "byte order mark");
    row("not UTF-8", "#version: 0.2\nh\xFF e\n", "not UTF-8: byte 16");
    row("one part", with(2, "hell"), "vocab.bpe:4: Line 4 is \"hell\", and should be two parts");
    row("three parts", with(2, "h e l"), "vocab.bpe:4: Line 4 is \"h e l\"");
    row("two spaces", with(2, "he  ll"), "vocab.bpe:4: Line 4");
    row("a space in front", with(2, " he"), "vocab.bpe:4: Line 4");
    row("a space behind", with(2, "he "), "vocab.bpe:4: Line 4");
    row("a tab", with(2, "he\tll"), "vocab.bpe:4: Line 4");
    row("an empty line", with(2, ""), "vocab.bpe:4: Line 4 is empty");
    row("empty lines at the end", linesOf(tiny()) + "\n", "vocab.bpe:14: Line 14 is empty");
    row("a part that is no token", with(2, "he zz"), "vocab.bpe:4: Merge 3, \"he zz\", needs the token \"zz\", which the vocabulary lacks");
    row("a whole that is no token", with(2, "he h"), "Merge 3, \"he h\", needs the token \"heh\"");
    row("a merge twice", with(4, "h e"), "vocab.bpe:6: Merge 5, \"h e\", stands there twice: it is merge 1, too");
    row("ranks out of order", with(0, "hell o"), "vocab.bpe:2: Merge 1, \"hell o\", joins \"hell\", which no merge before it makes");
    row("a second header", with(3, "#version: 0.2"), "Merge 4, \"#version: 0.2\", needs the token");
    row("a line of a megabyte", with(3, std::string(1 << 20, 'a') + " b"), "Line 5 is longer than a merge can be");
    row("a NUL", with(3, std::string("a\0 b", 4)), "vocab.bpe:5: Merge 4");
    row("the vocabulary in place of the merges", jsonOf(namesFor(tiny())), "vocab.bpe:1: Line 1");
    row("numbers", with(3, "1 2"), "needs the token \"12\"");
    row("an unfinished header", "#versi", "vocab.bpe:1: Line 1 is \"#versi\"");
    row("lone carriage returns", "#version: 0.2\nh e\rl l\r", "vocab.bpe:2: Line 2");
  }
  void badMergesAreRefused() {
    QFETCH(QByteArray, text);
    QFETCH(QString, words);
    const QString sentence = readPair(jsonOf(namesFor(tiny())), text.toStdString());
    QVERIFY2(sentence.contains(words), qPrintable(sentence));
    QVERIFY2(sentence.startsWith("vocab.bpe"), qPrintable(sentence));
  }

  void filesThatDoNotBelongTogetherAreRefused() {
    std::vector<std::string> names = namesFor(tiny());
    for (int i = 0; i < 200; ++i) names.push_back("word" + std::to_string(i));
    QVERIFY2(readPair(jsonOf(names), linesOf(tiny())).contains("vocab.bpe: 201 of the 469 tokens of the vocabulary are made by none of the 12 merges"),
             qPrintable(readPair(jsonOf(names), linesOf(tiny()))));
  }

  void everyTruncationOfTheFirstFourKilobytesIsRefused() {
    std::string json = jsonOf(namesFor(tiny()));
    QVERIFY(json.size() > 3000);
    for (std::size_t length = 0; length < std::min<std::size_t>(json.size(), 4096); ++length) {
      const QString sentence = readPair(json.substr(0, length), linesOf(tiny()));
      QVERIFY2(sentence.startsWith("encoder.json"), qPrintable(QString::number(length) + ": " + sentence));
    }
    const std::string lines = linesOf(tiny());
    for (std::size_t length = 0; length + 1 < lines.size(); ++length) {
      const QString sentence = readPair(json, lines.substr(0, length));
      QVERIFY2(sentence.startsWith("vocab.bpe") || sentence == "read", qPrintable(QString::number(length) + ": " + sentence)); // whole lines may be missing
    }
  }

  void everyFlippedBitIsReadOrRefusedWithAPlace() {
    const std::string json = jsonOf(namesFor(tiny())), lines = linesOf(tiny());
    const auto check = [&](const std::string& a, const std::string& b, std::size_t bit) {
      const QString sentence = readPair(a, b);
      QVERIFY2(sentence == "read" || sentence.startsWith("encoder.json") || sentence.startsWith("vocab.bpe"), qPrintable(QString::number(bit) + ": " + sentence));
    };
    for (std::size_t bit = 0; bit < 8 * 512; ++bit) {
      std::string copy = json;
      copy[bit / 8] = static_cast<char>(copy[bit / 8] ^ 1 << bit % 8);
      check(copy, lines, bit);
    }
    for (std::size_t bit = 0; bit < 8 * lines.size(); ++bit) {
      std::string copy = lines;
      copy[bit / 8] = static_cast<char>(copy[bit / 8] ^ 1 << bit % 8);
      check(json, copy, bit);
    }
  }

  void aFolderHoldsThePairUnderEitherName_data() {
    QTest::addColumn<QString>("vocabulary");
    QTest::addColumn<QString>("merges");
    QTest::newRow("as OpenAI names them") << "encoder.json" << "vocab.bpe";
    QTest::newRow("as Hugging Face names them") << "vocab.json" << "merges.txt";
  }
  void aFolderHoldsThePairUnderEitherName() {
    QFETCH(QString, vocabulary);
    QFETCH(QString, merges);
    QTemporaryDir folder;
    const std::filesystem::path path = folder.path().toStdString();
    const auto write = [&](const QString& name, const std::string& words) {
      QFile file(folder.filePath(name));
      QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray::fromStdString(words)) >= 0);
    };
    QVERIFY(said(readBytePairs(path).error()).contains("There is neither encoder.json nor vocab.json in the folder."));
    write(vocabulary, jsonOf(namesFor(tiny())));
    QVERIFY(said(readBytePairs(path).error()).contains("There is neither vocab.bpe nor merges.txt in the folder."));
    write(merges, "<html><body>404</body></html>");
    QVERIFY2(said(readBytePairs(path).error()).contains(merges + " is an HTML page, not part of a vocabulary."), qPrintable(said(readBytePairs(path).error())));
    write(merges, linesOf(tiny()));
    const Result<TokenizerPtr> t = readBytePairs(path);
    QVERIFY2(t.ok(), t ? "" : english(t.error()).c_str());
    QCOMPARE(namesOf(**t, "hello"), std::vector<std::string>{"hello"});
    QVERIFY(QFile::resize(folder.filePath(vocabulary), qint64{100} << 20));
    QVERIFY2(said(readBytePairs(path).error()).contains("a vocabulary takes") || said(readBytePairs(path).error()).contains("binary"), qPrintable(said(readBytePairs(path).error())));
    QVERIFY(QFile::remove(folder.filePath(vocabulary)) && QDir(folder.path()).mkdir(vocabulary));
    QVERIFY(said(readBytePairs(path).error()).contains("is a folder, and a file is needed here"));
  }

  // ---- with weights -------------------------------------------------------------------------------------------------------

  void aVocabularyComesBackFromItsWords() {
    for (const TokenizerPtr& t : {charactersOf("a\"\\\n中😀\x01"), *makeWordTokenizer({".", "the", "国王"}), tinyTokenizer()}) {
      Dataset data;
      data.tokenizer = t;
      data.vocabulary = t->names();
      const std::string words = vocabularyToJson(data);
      const Result<TokenizerPtr> again = tokenizerFromJson(words, "w");
      QVERIFY2(again.ok() && *again, again ? "" : english(again.error()).c_str());
      QCOMPARE((*again)->kind(), t->kind());
      QCOMPARE((*again)->names(), t->names());
      QCOMPARE((*again)->merges(), t->merges());
    }
    Dataset tasks;
    tasks.vocabulary = {"open", "close"};
    const Result<TokenizerPtr> none = tokenizerFromJson(vocabularyToJson(tasks), "w");
    QVERIFY(none.ok() && !*none);
    QVERIFY(vocabularyToJson(Dataset{}).empty());
  }

  void damagedWordsOfAVocabularyAreRefused_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const char* json, const char* words) { QTest::newRow(name) << QByteArray(json) << QString(words); };
    row("empty", "", "vocabulary, byte 0");
    row("a list", "[]", "Values with names in { } should stand here");
    row("no kind", R"({"tokens": ["a"]})", "\"kind\" is missing");
    row("no tokens", R"({"kind": "characters"})", "\"tokens\" is missing");
    row("tokens that are numbers", R"({"kind": "characters", "tokens": [1]})", "\"tokens\" should be");
    row("an unknown kind", R"({"kind": "wordpiece", "tokens": ["a"]})", "no kind of vocabulary \"wordpiece\"");
    row("an unknown key", R"({"kind": "characters", "tokens": ["a"], "size": 1})", "\"size\"");
    row("a key twice", R"({"kind": "characters", "kind": "words", "tokens": ["a"]})", "\"kind\"");
    row("merges of characters", R"({"kind": "characters", "tokens": ["a"], "merges": ["a a"]})", "has no merges");
    row("a token twice", R"({"kind": "characters", "tokens": ["a", "a"]})", "are the same");
  }
  void damagedWordsOfAVocabularyAreRefused() {
    QFETCH(QByteArray, json);
    QFETCH(QString, words);
    const Result<TokenizerPtr> made = tokenizerFromJson(json.toStdString(), "w.safetensors");
    QVERIFY(!made.ok());
    QVERIFY2(said(made.error()).contains(words), qPrintable(said(made.error())));
    QVERIFY2(said(made.error()).startsWith("w.safetensors, vocabulary"), qPrintable(said(made.error())));
  }

  void weightsCarryTheVocabularyAndADisagreementNamesBoth() {
    RunSetup setup;
    setup.spec = test::specOf("input 5 | dense 3 | softmax_cross_entropy");
    setup.data = test::hashedData(20, Shape{5}, "ce", 3, 7);
    Dataset data = *setup.data;
    data.tokenizer = charactersOf("abc");
    data.vocabulary = data.classNames = data.tokenizer->names();
    auto trainer = test::makeTrainer(setup);
    const std::string bytes = writeSafetensors(weightsToFile(trainer->network(), &data));
    const Result<TensorFile> file = parseSafetensors({reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()}, "w");
    QVERIFY(file.ok());
    QVERIFY(!file->metadata.contains(kWeightsClasses)); // the vocabulary says it
    const Result<TokenizerPtr> found = tokenizerOf(*file, "w");
    QVERIFY(found.ok() && *found);
    QCOMPARE((*found)->names(), data.vocabulary);
    QVERIFY(weightsFromFile(trainer->network(), *file, &data, "w").ok());

    const auto refusal = [&](TokenizerPtr tokenizer) {
      Dataset other = data;
      other.tokenizer = std::move(tokenizer);
      other.vocabulary = other.classNames = other.tokenizer->names();
      const Result<void> taken = weightsFromFile(trainer->network(), *file, &other, "w.safetensors");
      return taken ? QStringLiteral("taken") : said(taken.error());
    };
    QVERIFY2(refusal(charactersOf("abd")).contains("w.safetensors: These weights were trained with another vocabulary: token 2 is \"c\" there and \"d\" in the data."), qPrintable(refusal(charactersOf("abd"))));
    QVERIFY2(refusal(charactersOf("abcd")).contains("with a vocabulary of 3 tokens, and the data have 4."), qPrintable(refusal(charactersOf("abcd"))));
    QVERIFY2(refusal(*makeWordTokenizer({"a", "b", "c"})).contains("of the kind \"characters\", and the data have one of the kind \"words\""), qPrintable(refusal(*makeWordTokenizer({"a", "b", "c"}))));
  }
};

QTEST_APPLESS_MAIN(TestTokenizer)
#include "test_tokenizer.moc"
