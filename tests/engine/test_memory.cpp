// What does not fit into the memory is refused before any is taken, with the figure; and sizes that were typed by mistake overflow nothing.
#include <QTest>

#include "engine/core/capped.h"
#include "engine/core/memory.h"
#include "engine/data/data_spec.h"
#include "tests/support/small_nets.h"

using namespace glassbox;
using namespace glassbox::test;

namespace {

constexpr std::int64_t kMillion = 1'000'000;

QByteArray words(const Error& error) { return QByteArray::fromStdString(english(error)); }

RunSetup setupOf(const std::string& line, std::int64_t batch = 1) {
  RunSetup setup;
  setup.spec = specOf(line);
  setup.data = hashedData(std::max<std::int64_t>(8, batch), Shape{2}, "bce", 1, 5);
  setup.plan.values = {{"batch", batch}, {"optimizer", std::string("adam")}};
  return setup;
}

}  // namespace

class TestMemory : public QObject {
  Q_OBJECT

 private slots:
  // ---- numbers that stop ------------------------------------------------------------------------------------------------

  void sumsAndProductsStopAtTheMost() {
    QCOMPARE(cappedProduct({3, 5, 7}), std::int64_t{105});
    QCOMPARE(cappedProduct({kMostCounted, 2}), kMostCounted);
    QCOMPARE(cappedProduct({std::int64_t{1} << 40, std::int64_t{1} << 40, std::int64_t{1} << 40}), kMostCounted);
    QCOMPARE(cappedProduct({std::int64_t{1} << 40, std::int64_t{1} << 40, 0}), std::int64_t{0});
    QCOMPARE(cappedProduct({(std::int64_t{1} << 61) + 1, 1}), kMostCounted);
    QCOMPARE(cappedSum({1, 2, 3}), std::int64_t{6});
    QCOMPARE(cappedSum({kMostCounted, kMostCounted, kMostCounted, kMostCounted}), kMostCounted);
  }

  void aShapeBeyondAllNumbersHasTheMost() {
    const std::int64_t wide = std::int64_t{1} << 40;
    QCOMPARE((Shape{wide, wide}.count()), kMostCounted);
    QCOMPARE((Shape{wide, std::int64_t{1} << 22}.count()), kMostCounted);  // 2^62: no overflow, and yet too many
    QCOMPARE((Shape{wide, 3}.count()), 3 * wide);
  }

  void sizesReadAsPeopleSayThem() {
    QCOMPARE(english(sizeText(3'000)), std::string("3 KB"));
    QCOMPARE(english(sizeText(12'000'000)), std::string("12 MB"));
    QCOMPARE(english(sizeText(9'440'000'000)), std::string("9.4 GB"));
    QCOMPARE(english(sizeText(4'000'000'000'000)), std::string("4 TB"));
  }

  // ---- networks ---------------------------------------------------------------------------------------------------------

  void anAbsurdNetworkIsRefused_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("part");
    const QByteArray fits = "of memory, and ", array = "more numbers than this program can hold";
    QTest::newRow("two layers of a million units") << "input 2 | dense 1000000 | dense 1000000 | dense 1 | binary_cross_entropy" << QByteArray("This network needs about 8 TB of memory, and ");
    QTest::newRow("sixty of them, whose sum overflows no figure") << "input 2 | dense 1000000" + QString(" | dense 1000000").repeated(60) + " | dense 1 | binary_cross_entropy" << fits;
    QTest::newRow("a picture of 10^10 points") << "input 1x100000x100000 | conv2d 16 | global_avg_pool | dense 1 | binary_cross_entropy" << fits;
    QTest::newRow("an array of more than 2^40 numbers") << "input 1x100000x100000 | conv2d 1000 | global_avg_pool | dense 1 | binary_cross_entropy" << array;
    QTest::newRow("attention between 10^8 places") << "input 100000000x2 | attention 1 | flatten | dense 1 | binary_cross_entropy" << array;
    QTest::newRow("convolutions of 10^10 points with 10^5 channels") << "input 1x100000x100000 | conv2d 100000 | conv2d 100000 | flatten | dense 1 | binary_cross_entropy" << array;
  }
  void anAbsurdNetworkIsRefused() {
    QFETCH(QString, line);
    QFETCH(QByteArray, part);
    const Analysis analysis = analyse(*specOf(line.toStdString()));
    const Result<Network> network = Network::compile(analysis, {.maxBatch = 1});
    QVERIFY2(!network, "this fits nowhere");
    QVERIFY2(words(network.error()).contains(part), words(network.error()));
    for (const std::int64_t figure : {analysis.parameters, analysis.forwardFlops, analysis.backwardFlops, analysis.cachePerSample, trainingBytes(analysis, kMillion, 2)})
      QVERIFY2(figure >= 0 && figure <= kMostCounted, QByteArray::number(qlonglong{figure}));
  }

  void theFigureIsTheOneThatTheWindowShows() {
    const std::string line = "input 2 | dense 1000000 | dense 1000000 | dense 1 | binary_cross_entropy";
    const Result<std::unique_ptr<Trainer>> made = Trainer::create(setupOf(line));
    QVERIFY(!made);
    const std::string figure = english(sizeText(trainingBytes(analyse(*specOf(line)), 1, 2)));
    QCOMPARE(figure, std::string("40 TB"));  // 10^12 weights, of each itself, its gradient, two numbers of Adam and six copies, at 4 bytes
    QVERIFY2(words(made.error()).contains(QByteArray::fromStdString("This network needs about " + figure + " of memory, and ")), words(made.error()));
  }

  void aNetworkOfAbsurdSizeIsRefusedForGenerationToo() {
    const Result<Network> network = Network::compile(analyse(*specOf("input 2 | dense 1000000 | dense 1000000 | dense 1 | binary_cross_entropy")), {.maxBatch = 1, .training = false});
    QVERIFY(!network);
    QVERIFY2(words(network.error()).contains("This network needs about 4 TB of memory"), words(network.error()));
  }

  /// Its outputs would fit, and with their gradients they do not: known when the arrays get their places.
  void gradientsAreCountedToo() {
    const std::optional<std::int64_t> free = freeMemory();
    if (!free) QSKIP("this system does not say what memory is free");
    const std::int64_t perSample = 2 * kMillion, batch = *free * 7 / 10 / (4 * perSample);  // outputs: 0.7 of what is free
    const Analysis analysis = analyse(*specOf("input 2 | dense 1000000 | gelu | dense 1 | binary_cross_entropy"));
    QVERIFY(leastNumbers(analysis, batch, 2) * 4 < *free);
    const Result<Network> network = Network::compile(analysis, {.maxBatch = static_cast<int>(batch)});
    QVERIFY(!network);
    QVERIFY2(words(network.error()).contains("This network needs about"), words(network.error()));
  }

  /// The network alone would fit, and with what Adam keeps of each weight it does not.
  void theOptimizersNumbersAreCountedToo() {
    const std::optional<std::int64_t> free = freeMemory();
    if (!free) QSKIP("this system does not say what memory is free");
    const std::int64_t units = *free * 7 / 10 / (4 * 2 * 100'000);  // weights and gradients: 0.7 of what is free
    const Result<std::unique_ptr<Trainer>> made = Trainer::create(setupOf("input 2 | dense 100000 | dense " + std::to_string(units) + " | dense 1 | binary_cross_entropy"));
    QVERIFY(!made);
    QVERIFY2(words(made.error()).contains("This network needs about"), words(made.error()));
  }

  void whatFitsIsTrained() {
    const Result<std::unique_ptr<Trainer>> made = Trainer::create(setupOf("input 2 | dense 1000 | dense 1000 | dense 1 | binary_cross_entropy", 8));
    QVERIFY2(made.ok(), made ? "" : words(made.error()));
  }

  void aBatchIsNeverLargerThanTheData() {
    RunSetup setup = setupOf("input 2 | dense 1000 | dense 1 | binary_cross_entropy", 8);
    setup.plan.values.set("batch", kMillion);
    const Result<std::unique_ptr<Trainer>> made = Trainer::create(std::move(setup));
    QVERIFY2(made.ok(), made ? "" : words(made.error()));
    QVERIFY((*made)->network().maxBatch() <= 128);
  }

  void settingsBeyondTheirBoundsAreRefused_data() {
    QTest::addColumn<QString>("what");
    QTest::newRow("a layer of 10^8 units") << "units";
    QTest::newRow("a batch of 2^30") << "batch";
    QTest::newRow("10^9 points") << "points";
    QTest::newRow("10^9 drawn digits") << "images";
    QTest::newRow("10^9 sequences") << "sequences";
  }
  void settingsBeyondTheirBoundsAreRefused() {
    QFETCH(QString, what);
    std::optional<Error> error;
    const auto take = [&](const auto& result) { if (!result) error = result.error(); };
    const auto generated = [&](const char* source, const char* key) {
      DataSpec spec;
      spec.source = source;
      spec.params.set(key, std::int64_t{1'000'000'000});
      take(load(spec, {}));
    };
    if (what == "units") take(parseLine("input 2 | dense 100000000 | dense 1 | binary_cross_entropy"));
    TrainingPlan plan;
    plan.values.set("batch", std::int64_t{1} << 30);
    if (what == "batch") take(planValues(plan));
    if (what == "points") generated("spirals", "points");
    if (what == "images") generated("digits", "images");
    if (what == "sequences") generated("adding", "sequences");
    QVERIFY2(error, "this was taken");
    QVERIFY2(words(*error).contains("must lie between"), words(*error));
  }

  // ---- the border of a thread ---------------------------------------------------------------------------------------------

  void memoryThatIsShortIsASentence() {
    const Result<int> short_ = withinMemory([]() -> Result<int> { throw std::bad_alloc(); });
    QVERIFY(!short_);
    QVERIFY2(words(short_.error()).contains("not enough memory"), words(short_.error()));
    const Result<int> enough = withinMemory([]() -> Result<int> { return 7; });
    QCOMPARE(*enough, 7);
  }
};

QTEST_APPLESS_MAIN(TestMemory)
#include "test_memory.moc"
