// Language models: the cache changes no bit, the window slides by halves, texts are scored, and the logit lens ends at the logits.
#include <QTest>
#include <cmath>

#include "engine/language/logit_lens.h"
#include "tests/support/small_nets.h"

using namespace glassbox;
using namespace glassbox::test;

namespace {

const char* const kGpt = "input 10 element=tokens | embedding 12 tokens=9 | position_embedding | transformer_block 2 causal=true repeat=3 | layer_norm | dense 9 bias=false weights=embedding1 | softmax_cross_entropy";

LanguageModel modelOf(const std::string& line, bool stepwise = true) {
  Result<LanguageModel> model = LanguageModel::create(*specOf(line), {defaultKernelSet(), stepwise});
  if (!model) throw std::runtime_error(english(model.error()));
  std::uint32_t t = 30;
  for (const WeightInfo& info : model->network().weightInfos()) fillUniform(model->network().weightsOf(info), t++, 1);
  return std::move(*model);
}

std::vector<TokenId> textOf(std::size_t length, std::uint32_t seed = 3) {
  std::vector<TokenId> text;
  for (std::uint32_t i = 0; i < length; ++i) text.push_back(static_cast<TokenId>(u01(seed, i) * 9));
  return text;
}

std::vector<float> next(LanguageModel& model, std::span<const TokenId> text, int threads = 1) {
  std::vector<float> out;
  Team::run(threads, [&](Team& team) {
    Result<std::span<const float>> logits = model.next(text, team);
    if (!logits) throw std::runtime_error(english(logits.error()));
    out.assign(logits->begin(), logits->end());
  });
  return out;
}

}  // namespace

class TestLanguage : public QObject {
  Q_OBJECT

 private slots:
  void theCacheChangesNoBit_data() {
    QTest::addColumn<QString>("line");
    QTest::newRow("a GPT") << kGpt;
    QTest::newRow("an lstm") << "input 10 element=tokens | embedding 12 | lstm 7 last=false | dense 9 | softmax_cross_entropy";
    QTest::newRow("a gru of one step") << "input 1 element=tokens | embedding 12 tokens=9 | gru 7 last=false | dense 9 | softmax_cross_entropy";
    QTest::newRow("an odd window") << "input 7 element=tokens | embedding 8 tokens=9 | position_embedding | attention 2 causal=true | dense 9 | softmax_cross_entropy";
  }
  void theCacheChangesNoBit() {
    QFETCH(QString, line);
    const std::vector<TokenId> text = textOf(41);
    LanguageModel cached = modelOf(line.toStdString()), whole = modelOf(line.toStdString(), false);
    QVERIFY(!cached.wholeBecause());
    QVERIFY(whole.wholeBecause());
    for (std::size_t length = 1; length <= text.size(); ++length) {
      const auto part = std::span(text).first(length);
      QVERIFY2(next(cached, part, 1 + static_cast<int>(length % 3)) == next(whole, part), qPrintable(QStringLiteral("%1 tokens").arg(length)));
    }
    // Nor does going back, or to another text with the same beginning.
    std::vector<TokenId> other = text;
    other[4] = (other[4] + 1) % 9;
    for (const std::size_t length : {std::size_t{6}, std::size_t{3}, std::size_t{40}, std::size_t{9}, std::size_t{5}}) {
      QVERIFY2(next(cached, std::span(other).first(length)) == next(whole, std::span(other).first(length)), qPrintable(QStringLiteral("%1 tokens").arg(length)));
      QVERIFY2(next(cached, std::span(text).first(length)) == next(whole, std::span(text).first(length)), qPrintable(QStringLiteral("%1 tokens").arg(length)));
    }
  }

  void theWindowSlidesByHalves() {
    const LanguageModel model = modelOf(kGpt);
    std::vector<std::int64_t> starts;
    for (std::int64_t length = 8; length <= 22; ++length) starts.push_back(model.windowStart(length));
    QCOMPARE(starts, (std::vector<std::int64_t>{0, 0, 0, 5, 5, 5, 5, 5, 10, 10, 10, 10, 10, 15, 15}));
  }

  void aNetworkThatLooksAheadIsRunWholeAndSaysWhy() {
    LanguageModel model = modelOf("input 6 element=tokens | embedding 8 tokens=9 | attention 2 | dense 9 | softmax_cross_entropy");
    QVERIFY(model.wholeBecause());
    QCOMPARE(english(model.wholeBecause()->what), std::string("It cannot go step by step: Attention needs the whole sequence at once."));
    QCOMPARE(next(model, textOf(9)).size(), std::size_t{9});
    LanguageModel flat = modelOf("input 6 element=tokens | embedding 8 tokens=9 | flatten | dense 9 | softmax_cross_entropy");
    QVERIFY(flat.wholeBecause());
    // What stands before a short text is token 0.
    QVERIFY(next(flat, std::vector<TokenId>{3, 4}) == next(flat, std::vector<TokenId>{0, 0, 0, 0, 3, 4}));
  }

  void whatIsNoLanguageModelSaysSo() {
    const Result<LanguageModel> numbers = LanguageModel::create(*specOf("input 5 | dense 3 | softmax_cross_entropy"));
    QVERIFY(!numbers);
    QVERIFY(english(numbers.error()).starts_with("This network is no language model: it does not read one row of tokens."));
    const Result<LanguageModel> wide = LanguageModel::create(*specOf("input 5 element=tokens | embedding 4 tokens=9 | dense 10 | softmax_cross_entropy"));
    QVERIFY(!wide);
    QCOMPARE(english(wide.error()), std::string("This network is no language model: it gives 5x10, and it should give one number for each token of at most 9, at every step or at the last."));
    LanguageModel model = modelOf(kGpt);
    Team alone;
    QCOMPARE(english(model.next({}, alone).error()), std::string("There is no text to go on from: it needs at least one token."));
    const TokenId bad[] = {1, 9};
    QCOMPARE(english(model.next(bad, alone).error()), std::string("Token 2 of the text has the number 9; the network knows the numbers 0 to 8."));
  }

  void scoresAreTheSoftmaxOfWhatWasSaidBefore() {
    const std::vector<TokenId> text = textOf(34);
    for (const bool stepwise : {true, false}) {
      LanguageModel model = modelOf(kGpt, stepwise), other = modelOf(kGpt);
      Team alone;
      const Result<std::vector<ScoredToken>> scores = model.score(text, 3, alone);
      QVERIFY(scores);
      QCOMPARE(scores->size(), text.size() - 1);
      for (std::size_t i = 1; i < text.size(); ++i) {
        const ScoredToken& score = (*scores)[i - 1];
        const std::vector<float> logits = next(other, std::span(text).first(i));
        double sum = 0;
        std::int64_t rank = 0;
        for (const float logit : logits) {
          sum += std::exp(static_cast<double>(logit));
          rank += logit > logits[static_cast<std::size_t>(text[i])];
        }
        QCOMPARE(score.token, text[i]);
        QVERIFY2(std::abs(score.probability - std::exp(static_cast<double>(logits[static_cast<std::size_t>(text[i])])) / sum) < 1e-12, qPrintable(QStringLiteral("token %1").arg(i)));
        QCOMPARE(score.rank, rank);
        QCOMPARE(score.top.size(), std::size_t{3});
        QVERIFY(score.top[0].probability >= score.top[1].probability);
        if (rank == 0) QCOMPARE(score.top[0].token, text[i]);
      }
    }
  }

  void theLogitLensEndsAtTheLogits_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("nodes");
    QTest::newRow("a repeated group") << kGpt << QStringList{"position_embedding1", "add2", "add2_2", "add2_3"};
    QTest::newRow("a group that is not repeated") << "input 10 element=tokens | embedding 12 tokens=9 | transformer_block 2 causal=true | layer_norm | dense 9 | softmax_cross_entropy" << QStringList{"embedding1", "add2"};
    QTest::newRow("sums without a group") << "input 10 element=tokens | e: embedding 12 tokens=9 | attention 2 causal=true | a: add e | dense 12 tanh | b: add a | dense 9 | softmax_cross_entropy" << QStringList{"e", "a", "b"};
  }
  void theLogitLensEndsAtTheLogits() {
    QFETCH(QString, line);
    QFETCH(QStringList, nodes);
    const std::vector<TokenId> text = textOf(10);
    LanguageModel model = modelOf(line.toStdString());
    Team alone;
    const Result<std::vector<LensLayer>> lens = logitLens(model, text, 4, alone);
    QVERIFY2(lens.ok(), lens ? "" : english(lens.error()).c_str());
    QStringList found;
    for (const LensLayer& layer : *lens) found << QString::fromStdString(layer.node);
    QCOMPARE(found, nodes);
    for (std::size_t i = 0; i < text.size(); ++i) {
      const std::vector<Candidate> want = *topCandidates(next(model, std::span(text).first(i + 1)), 4);
      QVERIFY2(lens->back().top[i] == want, qPrintable(QStringLiteral("position %1").arg(i)));
      QVERIFY(lens->front().top[i] != want);
    }
  }

  void theLensReadsTheStreamThroughTheHead() {
    LanguageModel model = modelOf(kGpt);
    // With the last block's outputs switched off, the stream before and behind it is the same.
    for (const WeightInfo& info : model.network().weightInfos())
      if (info.node == "attention1_3" || info.node == "dense2_3")
        if (info.def.name == "out.weight" || info.def.name == "out.bias" || info.node == "dense2_3") std::ranges::fill(model.network().weightsOf(info), 0.0f);
    Team alone;
    const Result<std::vector<LensLayer>> lens = logitLens(model, textOf(8), 9, alone);
    QVERIFY(lens);
    QVERIFY((*lens)[2].top == (*lens)[3].top);
    QVERIFY((*lens)[1].top != (*lens)[2].top);
  }

  void whatHasNoLensSaysSo() {
    LanguageModel model = modelOf("input 10 element=tokens | embedding 12 tokens=9 | lstm 7 last=false | dense 9 | softmax_cross_entropy");
    Team alone;
    QVERIFY(!logitLens(model, textOf(5), 3, alone));
    LanguageModel gpt = modelOf(kGpt);
    QCOMPARE(english(logitLens(gpt, textOf(11), 3, alone).error()), std::string("The text has 11 tokens, and the network reads 10 at once."));
  }
};

QTEST_APPLESS_MAIN(TestLanguage)
#include "test_language.moc"
