// Sampling: temperature, top-k and top-p cut exactly, ties by the lower id, and draws that follow the distribution.
#include <QTest>
#include <cmath>
#include <limits>

#include "engine/core/random.h"
#include "engine/text/sampler.h"

using namespace glassbox;

namespace {

constexpr float kNone = -std::numeric_limits<float>::infinity();

/// Logits whose softmax is these probabilities.
std::vector<float> logitsOf(const std::vector<double>& probabilities) {
  std::vector<float> out;
  for (double p : probabilities) out.push_back(p > 0 ? static_cast<float>(std::log(p)) : kNone);
  return out;
}

std::vector<TokenId> tokensOf(const std::vector<Candidate>& candidates) {
  std::vector<TokenId> out;
  for (const Candidate& c : candidates) out.push_back(c.token);
  return out;
}

std::vector<Candidate> next(const std::vector<float>& logits, const SamplerSettings& settings) {
  Result<std::vector<Candidate>> out = nextDistribution(logits, settings);
  if (!out) qFatal("%s", english(out.error()).c_str());
  return *out;
}

bool near(double a, double b) { return std::abs(a - b) < 1e-7; }

} // namespace

class TestSampler : public QObject {
  Q_OBJECT

 private slots:
  void temperatureOneIsTheSoftmax() {
    const std::vector<Candidate> all = next(logitsOf({0.1, 0.6, 0.3}), {});
    QCOMPARE(tokensOf(all), (std::vector<TokenId>{1, 2, 0})); // most probable first
    QVERIFY(near(all[0].probability, 0.6) && near(all[1].probability, 0.3) && near(all[2].probability, 0.1));
  }

  void temperatureRaisesProbabilitiesToItsInverse() {
    // p^(1/T) at T = 1/2: squares .36 .09 .01 of .46
    SamplerSettings settings;
    settings.temperature = 0.5;
    const std::vector<Candidate> all = next(logitsOf({0.1, 0.6, 0.3}), settings);
    QVERIFY(near(all[0].probability, 0.36 / 0.46) && near(all[1].probability, 0.09 / 0.46) && near(all[2].probability, 0.01 / 0.46));
  }

  void temperatureZeroTakesTheFirstOfTheLargest() {
    SamplerSettings settings;
    settings.temperature = 0;
    for (std::int64_t position = 0; position < 20; ++position) {
      const Result<Candidate> drawn = sampleNext(std::vector<float>{1, 7, 7, 2}, settings, position);
      QVERIFY(drawn.ok());
      QCOMPARE(drawn->token, 1);
      QCOMPARE(drawn->probability, 1.0);
    }
  }

  void topKKeepsTheLowerIdsOfEqualTokens() {
    SamplerSettings settings;
    settings.topK = 3;
    const std::vector<Candidate> kept = next({0, 2, 1, 1, 1, 1}, settings);
    QCOMPARE(tokensOf(kept), (std::vector<TokenId>{1, 2, 3}));
    QVERIFY(near(kept[0].probability, std::exp(1.0) / (std::exp(1.0) + 2))); // what is left sums to 1
    settings.topK = 100;
    QCOMPARE(next({0, 2, 1}, settings).size(), std::size_t{3});
  }

  void topPKeepsTheFewestThatReachIt_data() {
    QTest::addColumn<double>("p");
    QTest::addColumn<int>("kept");
    // .5 .25 .125 .125: sums .5, .75, .875, 1, exact in binary
    QTest::newRow("less than the first") << 0.1 << 1;
    QTest::newRow("exactly the first") << 0.5 << 1;
    QTest::newRow("a little more than the first") << 0.5001 << 2;
    QTest::newRow("exactly the first two") << 0.75 << 2;
    QTest::newRow("a little more") << 0.76 << 3;
    QTest::newRow("exactly three, of equal ones the lower id") << 0.875 << 3;
    QTest::newRow("nearly all") << 0.999 << 4;
    QTest::newRow("all") << 1.0 << 4;
  }
  void topPKeepsTheFewestThatReachIt() {
    QFETCH(double, p);
    QFETCH(int, kept);
    SamplerSettings settings;
    settings.topP = p;
    // Logits 0, -1, -2, -2 at temperature 1 / ln 2 are powers of two, but for the rounding of the exponential: 1e-12 below p.
    settings.temperature = 1 / std::log(2.0);
    settings.topP = p - 1e-12;
    const std::vector<Candidate> left = next({-2, 0, -1, -2}, settings);
    const std::vector<TokenId> order{1, 2, 0, 3};
    QCOMPARE(tokensOf(left), std::vector<TokenId>(order.begin(), order.begin() + kept));
    double sum = 0;
    for (const Candidate& c : left) sum += c.probability;
    QVERIFY(near(sum, 1));
  }

  void topPCutsWhatTopKLeaves() {
    SamplerSettings settings;
    settings.topK = 2;
    settings.topP = 0.6; // .4 and .3 become 4/7 and 3/7: 4/7 < .6, so both stay
    QCOMPARE(next(logitsOf({0.4, 0.3, 0.2, 0.1}), settings).size(), std::size_t{2});
    settings.topP = 0.55;
    QCOMPARE(next(logitsOf({0.4, 0.3, 0.2, 0.1}), settings).size(), std::size_t{1});
  }

  /// Over a vocabulary like GPT-2's: the cut by parts against a plain one over the whole order.
  void aLargeVocabularyIsCutAsASmallOne() {
    const Random random(3, 4);
    std::vector<float> logits(50257);
    for (std::size_t i = 0; i < logits.size(); ++i) logits[i] = std::floor(20 * random.uniform(i)) / 2; // many equal ones
    const std::vector<Candidate> all = next(logits, {});
    QCOMPARE(all.size(), logits.size());
    for (std::size_t i = 0; i + 1 < all.size(); ++i)
      QVERIFY(all[i].probability > all[i + 1].probability || (all[i].probability == all[i + 1].probability && all[i].token < all[i + 1].token));
    for (double p : {1e-6, 0.01, 0.3, 0.9, 0.999}) {
      SamplerSettings settings;
      settings.topP = p;
      double sum = 0;
      std::size_t count = 0;
      while (count < all.size() && sum < p) sum += all[count++].probability;
      const std::vector<Candidate> kept = next(logits, settings);
      QVERIFY2(std::abs(static_cast<double>(kept.size()) - static_cast<double>(count)) <= 1, qPrintable(QString("%1: %2 and %3").arg(p).arg(kept.size()).arg(count))); // sums differ in their last bits
      for (std::size_t i = 0; i < std::min(count, kept.size()); ++i) QCOMPARE(kept[i].token, all[i].token);
    }
    SamplerSettings settings;
    settings.topK = 40;
    const std::vector<TokenId> best = tokensOf(next(logits, settings)), expected = tokensOf(all);
    QVERIFY(best == std::vector<TokenId>(expected.begin(), expected.begin() + 40));
  }

  void drawsFollowTheDistribution() {
    // Chi-square with 3 degrees of freedom: above 16.27 in one of 1000 cases; the seed is fixed.
    const std::vector<double> p{0.1, 0.2, 0.3, 0.4};
    SamplerSettings settings;
    settings.seed = 12345;
    constexpr int kDraws = 40000;
    std::vector<int> counts(p.size());
    const std::vector<float> logits = logitsOf(p);
    for (int i = 0; i < kDraws; ++i) ++counts[static_cast<std::size_t>(sampleNext(logits, settings, i)->token)];
    double chi = 0;
    for (std::size_t i = 0; i < p.size(); ++i) chi += (counts[i] - kDraws * p[i]) * (counts[i] - kDraws * p[i]) / (kDraws * p[i]);
    QVERIFY2(chi < 16.27, qPrintable(QString::number(chi)));
    QVERIFY2(chi > 1e-3, qPrintable(QString::number(chi))); // nor is it too good
  }

  void aDrawDependsOnSeedAndPositionAlone() {
    const std::vector<float> logits(50, 0.0f);
    SamplerSettings one, two;
    two.seed = 2;
    int same = 0;
    for (std::int64_t i = 0; i < 200; ++i) {
      QVERIFY(*sampleNext(logits, one, i) == *sampleNext(logits, one, i));
      same += sampleNext(logits, one, i)->token == sampleNext(logits, two, i)->token;
    }
    QVERIFY2(same < 20, qPrintable(QString::number(same))); // 4 expected
  }

  void aTokenThatIsRuledOutNeverComes() {
    const std::vector<Candidate> all = next({kNone, 0, kNone, 0}, {});
    QCOMPARE(tokensOf(all), (std::vector<TokenId>{1, 3}));
  }

  void candidatesForTheViewAreThePlainSoftmax() {
    const Result<std::vector<Candidate>> top = topCandidates(logitsOf({0.1, 0.6, 0.3}), 2);
    QVERIFY(top.ok());
    QCOMPARE(tokensOf(*top), (std::vector<TokenId>{1, 2}));
    QVERIFY(near((*top)[0].probability, 0.6) && near((*top)[1].probability, 0.3)); // not made to sum to 1
  }

  void largeLogitsDoNotOverflow() {
    const std::vector<Candidate> all = next({3e38f, -3e38f, 3e38f}, {});
    QCOMPARE(tokensOf(all), (std::vector<TokenId>{0, 2}));
    QVERIFY(near(all[0].probability, 0.5));
  }

  void whatIsNoDistributionIsRefused_data() {
    QTest::addColumn<QList<float>>("logits");
    QTest::addColumn<QList<double>>("settings"); // temperature, k, p
    QTest::addColumn<QString>("words");
    const QList<float> fine{0, 1};
    const double nan = std::nan("");
    QTest::newRow("NaN") << QList<float>{0, std::nanf("")} << QList<double>{1, 0, 1} << "output for token 1 is not a number";
    QTest::newRow("NaN at temperature 0") << QList<float>{0, std::nanf("")} << QList<double>{0, 0, 1} << "output for token 1 is not a number";
    QTest::newRow("infinity") << QList<float>{std::numeric_limits<float>::infinity()} << QList<double>{1, 0, 1} << "output for token 0 is not a number";
    QTest::newRow("all ruled out") << QList<float>{kNone, kNone} << QList<double>{1, 0, 1} << "No token can come next";
    QTest::newRow("none") << QList<float>{} << QList<double>{1, 0, 1} << "No token can come next";
    QTest::newRow("a negative temperature") << fine << QList<double>{-1, 0, 1} << "The temperature is -1";
    QTest::newRow("a temperature that is no number") << fine << QList<double>{nan, 0, 1} << "The temperature is";
    QTest::newRow("a negative top-k") << fine << QList<double>{1, -3, 1} << "top-k is -3";
    QTest::newRow("top-p 0") << fine << QList<double>{1, 0, 0} << "top-p is 0";
    QTest::newRow("top-p above 1") << fine << QList<double>{1, 0, 1.5} << "top-p is 1.5";
  }
  void whatIsNoDistributionIsRefused() {
    QFETCH(QList<float>, logits);
    QFETCH(QList<double>, settings);
    QFETCH(QString, words);
    const SamplerSettings s{settings[0], static_cast<std::int64_t>(settings[1]), settings[2], 1};
    const Result<Candidate> drawn = sampleNext(std::vector<float>(logits.begin(), logits.end()), s, 0);
    QVERIFY(!drawn.ok());
    QVERIFY2(QString::fromStdString(english(drawn.error())).contains(words), english(drawn.error()).c_str());
  }
};

QTEST_APPLESS_MAIN(TestSampler)
#include "test_sampler.moc"
