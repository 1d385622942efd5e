// What the templates are for: each reaches its figure (curriculum.md) with several seeds, on the program's own data.
#include <QTest>
#include <cmath>
#include <numeric>

#include "engine/core/random.h"
#include "engine/trace/trace.h"
#include "tests/support/examples.h"

using namespace glassbox;
using namespace glassbox::test;

namespace {

using Vector = std::vector<double>;

QString figure(double have, double want) { return QStringLiteral("%1, wanted %2").arg(have).arg(want); }

/// An array of the trained network over the first `count` samples of the test part, one sample behind the other.
Vector arrayOf(Trainer& trainer, std::int64_t count, const std::string& name, const Shape& perSample) {
  TraceRequest request;
  request.spec = trainer.setup().spec;
  request.plan = trainer.setup().plan;
  request.data = trainer.setup().data;
  request.weights = flatWeights(trainer.network());
  Vector out;
  for (std::int64_t done = 0; done < count; done += 50) {  // a traced step holds at most 64 samples
    request.rows.resize(50);
    std::iota(request.rows.begin(), request.rows.end(), rows(*request.data, Part::Test).begin + done);
    const Result<Trace> trace = traceStep(request);
    const TraceEntry* entry = trace ? trace->find(name) : nullptr;
    if (!entry || entry->shape.count() != 50 * perSample.count()) throw std::runtime_error(trace ? name : english(trace.error()));
    out.insert(out.end(), entry->values.begin(), entry->values.end());
  }
  return out;
}

double cosine(const Vector& a, const Vector& b) {
  const double ab = std::inner_product(a.begin(), a.end(), b.begin(), 0.0), aa = std::inner_product(a.begin(), a.end(), a.begin(), 0.0);
  return ab / std::sqrt(aa * std::inner_product(b.begin(), b.end(), b.begin(), 0.0));
}

/// Number of the vector that points most the same way, `without` left out.
std::size_t nearest(const std::vector<Vector>& vectors, const Vector& to, const std::vector<std::size_t>& without) {
  std::size_t best = 0;
  double most = -2;
  for (std::size_t i = 0; i < vectors.size(); ++i)
    if (std::find(without.begin(), without.end(), i) == without.end() && cosine(vectors[i], to) > most) most = cosine(vectors[i], to), best = i;
  return best;
}

double squaredDistance(const Vector& a, const Vector& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - b[i]) * (a[i] - b[i]);
  return sum;
}

/// Lloyd's k-means from the best of ten starts: the cluster of each point.
std::vector<std::size_t> cluster(const std::vector<Vector>& points, std::size_t k) {
  std::vector<std::size_t> best(points.size()), of(points.size());
  double least = INFINITY;
  for (std::uint64_t start = 0; start < 10; ++start) {
    RandomSequence random(Random(start + 1, streamOf(Stream::Data)));
    std::vector<Vector> centers;
    for (std::size_t c = 0; c < k; ++c) centers.push_back(points[random.below(static_cast<std::uint32_t>(points.size()))]);
    double spread = 0;
    for (int round = 0; round < 50; ++round) {
      spread = 0;
      std::vector<Vector> sums(k, Vector(points[0].size()));
      std::vector<double> counts(k);
      for (std::size_t i = 0; i < points.size(); ++i) {
        double near = INFINITY;
        for (std::size_t c = 0; c < k; ++c)
          if (const double d = squaredDistance(points[i], centers[c]); d < near) near = d, of[i] = c;
        spread += near;
        counts[of[i]] += 1;
        for (std::size_t j = 0; j < points[i].size(); ++j) sums[of[i]][j] += points[i][j];
      }
      for (std::size_t c = 0; c < k; ++c)
        for (std::size_t j = 0; j < sums[c].size() && counts[c] > 0; ++j) centers[c][j] = sums[c][j] / counts[c];
    }
    if (spread < least) least = spread, best = of;
  }
  return best;
}

/// Share of the points that are of the class most of their cluster is of.
double purity(const std::vector<std::size_t>& clusters, const std::vector<int>& classes, std::size_t k) {
  std::vector<std::vector<int>> counts(k, std::vector<int>(k));
  for (std::size_t i = 0; i < clusters.size(); ++i) ++counts[clusters[i]][static_cast<std::size_t>(classes[i])];
  int right = 0;
  for (const std::vector<int>& row : counts) right += *std::max_element(row.begin(), row.end());
  return right / static_cast<double>(clusters.size());
}

void seeds(int count) {
  QTest::addColumn<int>("seed");
  for (int seed = 1; seed <= count; ++seed) QTest::newRow(qPrintable(QStringLiteral("seed %1").arg(seed))) << seed;
}

}  // namespace

class TestExamplesSlow : public QObject {
  Q_OBJECT

 private slots:
  void anRnnEchoesOverTenSteps_data() { seeds(5); }
  void anRnnEchoesOverTenSteps() {
    QFETCH(int, seed);
    const double accuracy = trained(exampleSetup("rnn-echo", static_cast<std::uint64_t>(seed)))->evaluate(Part::Test).accuracy;
    qInfo("accuracy %.4f", accuracy);
    QVERIFY2(accuracy >= 0.95, qPrintable(figure(accuracy, 0.95)));
  }

  // Who always says 1 has 0.167.
  void anLstmAddsTheMarkedNumbers_data() { seeds(3); }
  void anLstmAddsTheMarkedNumbers() {
    QFETCH(int, seed);
    const double loss = trained(exampleSetup("rnn-adding", static_cast<std::uint64_t>(seed)))->evaluate(Part::Test).loss;
    qInfo("mean squared error %.5f", loss);
    QVERIFY2(loss <= 0.005, qPrintable(figure(loss, 0.005)));
  }

  void attentionReversesAWordAndLooksAtItsSource_data() { seeds(5); }
  void attentionReversesAWordAndLooksAtItsSource() {
    QFETCH(int, seed);
    auto trainer = trained(exampleSetup("attention-reverse", static_cast<std::uint64_t>(seed)));
    const double exact = trainer->evaluate(Part::Test).exact;
    QVERIFY2(exact >= 0.99, qPrintable(figure(exact, 0.99)));
    const Vector weights = arrayOf(*trainer, 400, "attention1.weights", Shape{1, 5, 5});
    int right = 0;
    for (std::size_t row = 0; row < 2000; ++row) {
      const auto begin = weights.begin() + static_cast<std::ptrdiff_t>(5 * row);
      right += std::max_element(begin, begin + 5) - begin == static_cast<std::ptrdiff_t>(4 - row % 5);
    }
    qInfo("exact %.3f, peak on the source for %.3f", exact, right / 2000.0);
    QVERIFY2(right >= 0.9 * 2000, qPrintable(figure(right / 2000.0, 0.9)));
  }

  // Without positions all places of a word get the same mixture, up to what the letter itself says.
  void withoutPositionsItCannot_data() { seeds(3); }
  void withoutPositionsItCannot() {
    QFETCH(int, seed);
    RunSetup setup = exampleSetup("attention-reverse", static_cast<std::uint64_t>(seed));
    setup.spec = specOf("input 5 element=tokens | embedding 32 tokens=8 | attention 1 | dense 8 | softmax_cross_entropy");
    const double exact = trained(std::move(setup))->evaluate(Part::Test).exact;
    qInfo("exact %.4f", exact);
    QVERIFY2(exact <= 0.02, qPrintable(figure(exact, 0.02)));
  }

  void aSmallGptAddsPairsItNeverSaw_data() { seeds(3); }
  void aSmallGptAddsPairsItNeverSaw() {
    QFETCH(int, seed);
    const double exact = trained(exampleSetup("gpt-sums", static_cast<std::uint64_t>(seed)))->evaluate(Part::Test).exact;
    qInfo("exact %.4f", exact);
    QVERIFY2(exact >= 0.95, qPrintable(figure(exact, 0.95)));
  }

  void wordsThatAreUsedAlikeLieTogether_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("seed");
    for (const char* language : {"en", "zh"})
      for (int seed = 1; seed <= 5; ++seed) QTest::newRow(qPrintable(QStringLiteral("%1, seed %2").arg(language).arg(seed))) << language << seed;
  }
  void wordsThatAreUsedAlikeLieTogether() {
    QFETCH(QString, language);
    QFETCH(int, seed);
    // Words of one list of the grammar, and king - man + woman = queen.
    const bool chinese = language == "zh";
    const QStringList lists = chinese ? QStringList{"男人 男孩 女人 女孩 国王 王子 王后 公主", "猫 狗 马 牛 羊", "面包 米饭 汤 苹果 蛋糕", "青草 干草 玉米", "甜的 新鲜的 热的", "奔跑 睡觉 跳跃", "田野 谷仓 院子",
                                                    "村庄 小屋 宫殿 城堡", "帽子 外套 王冠 长袍", "工作 说话 玩耍 学习"}
                                      : QStringList{"man boy woman girl king prince queen princess", "cat dog horse cow sheep", "bread rice soup apple cake", "grass hay corn", "sweet fresh warm", "runs sleeps jumps",
                                                    "field barn yard", "village cottage palace castle", "hat coat crown robe", "works talks plays learns"};
    const auto draw = static_cast<std::uint64_t>(seed);
    auto trainer = trained(exampleSetup("embedding", draw, [&](Project& project) {
      project.data.params.set("language", language.toStdString());
      project.data.seed = draw;
    }));
    const Network& network = trainer->network();
    const std::span<const float> table = network.weightsOf(network.weightInfos()[0]);
    const Dataset& data = *trainer->setup().data;
    std::vector<Vector> vectors;
    std::vector<std::size_t> wordOf;  // of the vectors
    std::vector<int> listOf;
    const auto vectorOf = [&](std::size_t word) { return Vector(table.begin() + static_cast<std::ptrdiff_t>(16 * word), table.begin() + static_cast<std::ptrdiff_t>(16 * word + 16)); };
    for (int list = 0; list < lists.size(); ++list)
      for (const QString& word : lists[list].split(' ')) {
        const auto at = std::find(data.vocabulary.begin(), data.vocabulary.end(), word.toStdString());
        QVERIFY2(at != data.vocabulary.end(), qPrintable(word));
        wordOf.push_back(static_cast<std::size_t>(at - data.vocabulary.begin()));
        vectors.push_back(vectorOf(wordOf.back()));
        listOf.push_back(list);
      }
    int right = 0;
    for (std::size_t i = 0; i < vectors.size(); ++i) right += listOf[nearest(vectors, vectors[i], {i})] == listOf[i];
    const double share = right / static_cast<double>(vectors.size());
    qInfo("purity %.3f", share);
    QVERIFY2(share >= 0.9, qPrintable(figure(share, 0.9)));
    Vector queen(16);  // the lists begin: man boy woman girl king prince queen
    for (std::size_t j = 0; j < 16; ++j) queen[j] = vectors[4][j] - vectors[0][j] + vectors[2][j];
    QCOMPARE(nearest(vectors, queen, {0, 2, 4}), std::size_t{6});
  }

  void anAutoencoderDrawsTheDigitsAgainAndItsCodesClusterByDigit_data() { seeds(3); }
  void anAutoencoderDrawsTheDigitsAgainAndItsCodesClusterByDigit() {
    QFETCH(int, seed);
    auto trainer = trained(exampleSetup("autoencoder", static_cast<std::uint64_t>(seed)));
    const double r2 = trainer->evaluate(Part::Test).r2;
    QVERIFY2(r2 >= 0.8, qPrintable(figure(r2, 0.8)));
    const Vector codes = arrayOf(*trainer, 1000, "code.out", Shape{16});
    DataSpec named = makeTemplate("autoencoder")->data;  // the same pictures with their classes
    named.params = {};
    const DatasetPtr classes = *load(named, ".");
    std::vector<Vector> points;
    std::vector<int> digits;
    for (std::int64_t i = 0; i < 1000; ++i) {
      float digit = 0;
      classes->target.read(rows(*classes, Part::Test).begin + i, &digit);
      digits.push_back(static_cast<int>(digit));
      points.emplace_back(codes.begin() + 16 * i, codes.begin() + 16 * i + 16);
    }
    const double share = purity(cluster(points, 10), digits, 10);
    qInfo("R2 %.3f, purity of the codes' clusters %.3f", r2, share);
    QVERIFY2(share >= 0.3, qPrintable(figure(share, 0.3)));  // measured 0.39 to 0.59 in six runs; clusters drawn by chance reach 0.16
  }

  // Better than knowing how often each character follows each other one.
  void aSmallGptForeseesMoreThanPairsOfCharacters() {
    auto trainer = trained(exampleSetup("gpt-text", 1));
    const double loss = trainer->evaluate(Part::Test).loss;
    const Dataset& data = *trainer->setup().data;
    const auto tokens = static_cast<std::size_t>(data.classes());
    std::vector<Vector> counts(tokens, Vector(tokens, 1.0));  // none is impossible
    const auto windowsOf = [&](Part part, const auto& pair) {
      std::vector<float> x(64), y(64);
      // Windows side by side: those of training begin at every token.
      for (std::int64_t row = rows(data, part).begin; row < rows(data, part).end; row += part == Part::Train ? 64 : 1) {
        data.inputs[0].read(row, x.data());
        data.target.read(row, y.data());
        for (std::size_t i = 0; i < 64; ++i) pair(static_cast<std::size_t>(x[i]), static_cast<std::size_t>(y[i]));
      }
    };
    windowsOf(Part::Train, [&](std::size_t from, std::size_t to) { counts[from][to] += 1; });
    double sum = 0;
    std::int64_t n = 0;
    windowsOf(Part::Test, [&](std::size_t from, std::size_t to) {
      sum -= std::log(counts[from][to] / std::accumulate(counts[from].begin(), counts[from].end(), 0.0));
      ++n;
    });
    const double pairs = sum / static_cast<double>(n);
    qInfo("the GPT %.3f nats, pairs of characters %.3f", loss, pairs);
    QVERIFY2(loss < pairs - 0.1, qPrintable(figure(loss, pairs - 0.1)));
  }
};

QTEST_APPLESS_MAIN(TestExamplesSlow)
#include "test_examples_slow.moc"
