// The small tools everything stands on: texts, shapes, parameters, chance, queues between threads, the team.
#include <QTest>
#include <atomic>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <thread>

#include "engine/core/latest.h"
#include "engine/core/parallel.h"
#include "engine/core/params.h"
#include "engine/core/portable_math.h"
#include "engine/core/random.h"
#include "engine/core/ring.h"
#include "engine/core/shape.h"

using namespace glassbox;

namespace {

/// A value of many words whose parts must always belong together.
struct Wide {
  std::array<std::uint64_t, 64> words{};
};

struct Sum {
  std::int64_t first = 0, count = 0, total = 0;
  void merge(const Sum& newer) { count += newer.count, total += newer.total; }
};

}  // namespace

class TestCore : public QObject {
  Q_OBJECT

 private slots:
  void textsFillTheirPlaces() {
    const Text inner = GB_TEXT("engine", "Dense %1").arg(2);
    QCOMPARE(english(GB_TEXT("engine", "%2 gets %1 at 50%").arg(3.5).arg(inner)), std::string("Dense 2 gets 3.5 at 50%"));
    QCOMPARE(english(GB_TEXT("engine", "%1").arg("%2 stays")), std::string("%2 stays"));
  }

  void shapesAreRead_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("written");
    QTest::newRow("a vector") << "784" << "784";
    QTest::newRow("a picture") << "1x28x28" << "1x28x28";
    QTest::newRow("with the multiplication sign") << "3×32×32" << "3x32x32";
    for (const char* bad : {"", "x", "3x", "x3", "0", "-1", "3x0", "2.5", "3 x 3", "1x1x1x1x1x1x1", "99999999999999999999", "1099511627777", "1048576x1048577"})
      QTest::newRow(qPrintable(QStringLiteral("refused: \"%1\"").arg(QLatin1String(bad)))) << bad << "";
  }
  void shapesAreRead() {
    QFETCH(QString, text);
    QFETCH(QString, written);
    Result<Shape> shape = parseShape(text.toStdString());
    QCOMPARE(shape.ok(), !written.isEmpty());
    if (shape.ok()) QCOMPARE(shape->str(), written.toStdString());
  }

  void parametersAreCheckedAgainstTheirDefinition() {
    const std::vector<ParamDef> defs{integerParam("units", {}, {}, 16, 1, 100), numberParam("share", {}, {}, 0.5, 0, 0.9), switchParam("bias", {}, {}, true),
                                     choiceParam("init", {}, {}, "he", {{"he", {}}, {"xavier", {}}})};
    Result<Params> all = complete(defs, Params{{"units", std::int64_t{3}}});
    QVERIFY(all.ok());
    QCOMPARE(all->integer("units"), 3);
    QCOMPARE(all->number("share"), 0.5);
    QVERIFY(all->flag("bias"));
    QVERIFY(!complete(defs, Params{{"units", std::int64_t{0}}}).ok());
    QVERIFY(!complete(defs, Params{{"units", 2.5}}).ok());
    QVERIFY(!complete(defs, Params{{"share", std::nan("")}}).ok());
    QVERIFY(!complete(defs, Params{{"init", std::string("other")}}).ok());
    QVERIFY(english(complete(defs, Params{{"unit", 1.0}}).error()).find("units") != std::string::npos);  // names what there is
    QCOMPARE(std::get<double>(*readParam(defs[1], "1e-1")), 0.1);
    QVERIFY(!readParam(defs[1], "0,1").ok());
    QVERIFY(!readParam(defs[0], "3x").ok());
    QVERIFY(!readParam(defs[2], "yes").ok());
  }

  // Philox4x32-10's published test vectors (Salmon et al., Random123 known answers).
  void philoxGivesItsKnownAnswers() {
    QCOMPARE(Random(0, 0).words(0), (std::array<std::uint32_t, 4>{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
    QCOMPARE(Random(0xffffffffffffffff, 0xffffffffffffffff).words(0xffffffffffffffff), (std::array<std::uint32_t, 4>{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
    QCOMPARE(Random(0x299f31d0a4093822, 0x0370734413198a2e).words(0x85a308d3243f6a88), (std::array<std::uint32_t, 4>{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
  }

  void numbersByChanceHaveTheRightMoments() {
    const Random random(7, 3);
    double sum = 0, squares = 0, uniform = 0;
    const int n = 200000;
    for (int i = 0; i < n; ++i) {
      const double x = random.normal(static_cast<std::uint64_t>(i));
      sum += x, squares += x * x, uniform += Random(7, 4).uniform(static_cast<std::uint64_t>(i));
    }
    QVERIFY2(std::abs(sum / n) < 0.01, "four standard errors of a mean of 200,000 are 0.009");
    QVERIFY(std::abs(squares / n - 1) < 0.015);
    QVERIFY(std::abs(uniform / n - 0.5) < 0.003);
  }

  void shufflingKeepsEveryValue() {
    std::vector<std::uint32_t> values(1000), sorted;
    std::iota(values.begin(), values.end(), 0u);
    shuffle(values, Random(1));
    QVERIFY(!std::is_sorted(values.begin(), values.end()));
    sorted = values;
    std::sort(sorted.begin(), sorted.end());
    for (std::size_t i = 0; i < sorted.size(); ++i) QCOMPARE(sorted[i], static_cast<std::uint32_t>(i));
  }

  void portablePowersAgreeWithTheLibrary() {
    for (const double x : {0.1, 0.3, 0.5, 0.9, 0.999, 0.999999, 1.0, 2.0})
      for (const std::int64_t n : {0, 1, 2, 3, 7, 100, 1000, 100'000}) {
        const double want = std::pow(x, static_cast<double>(n));
        if (std::isinf(want)) continue;
        QVERIFY2(std::abs(portable::power(x, n) - want) <= static_cast<double>(n + 1) * 2e-16 * want, qPrintable(QStringLiteral("%1 to the %2").arg(x).arg(n)));
        QCOMPARE(portable::pow(x, static_cast<double>(n)), portable::power(x, n));  // whole numbers are exact where powers are
        const double between = std::pow(x, static_cast<double>(n) + 0.3);
        QVERIFY2(std::abs(portable::pow(x, static_cast<double>(n) + 0.3) - between) <= static_cast<double>(n + 10) * 2e-16 * between, qPrintable(QStringLiteral("%1 to the %2.3").arg(x).arg(n)));
      }
    QCOMPARE(portable::power(0.0, 0), 1.0);
    QCOMPARE(portable::power(0.0, 5), 0.0);
  }

  void portableFunctionsAgreeWithTheLibrary() {
    for (double x = -40; x < 40; x += 0.00913) {
      QVERIFY(std::abs(portable::exp(x) - std::exp(x)) <= 4e-16 * std::exp(x) * 2);
      QVERIFY(std::abs(portable::sin(x) - std::sin(x)) < 1e-15);
      QVERIFY(std::abs(portable::cos(x) - std::cos(x)) < 1e-15);
      const double y = std::exp(x);
      QVERIFY(std::abs(portable::log(y) - x) <= 1e-15 * std::max(1.0, std::abs(x)) * 4);
    }
    QCOMPARE(portable::exp(1000), std::numeric_limits<double>::infinity());
    QCOMPARE(portable::log(0), -std::numeric_limits<double>::infinity());
    QVERIFY(std::isnan(portable::log(-1)));
  }

  void latestNeverShowsHalfAValue() {
    Latest<Wide> latest;
    constexpr std::uint64_t kLast = 20000;
    std::thread writer([&] {
      for (std::uint64_t i = 1; i <= kLast; ++i) {
        latest.back().words.fill(i);
        latest.publish();
      }
    });
    std::uint64_t seen = 0;
    while (seen < kLast) {
      if (!latest.take()) continue;
      const Wide& value = latest.front();
      for (std::uint64_t word : value.words) QCOMPARE(word, value.words[0]);
      QVERIFY2(value.words[0] > seen, "values come in order and each at most once");
      seen = value.words[0];
    }
    writer.join();
    QVERIFY(!latest.take());
  }

  void ringMergesWhenFullAndLosesNothing() {
    Ring<Sum> ring(8);
    constexpr std::int64_t kLast = 100000;
    std::atomic<bool> done{false};
    std::thread writer([&] {
      for (std::int64_t i = 1; i <= kLast; ++i) ring.push({i, 1, i});
      while (!ring.flush()) std::this_thread::yield();
      done = true;
    });
    Sum all, next;
    std::int64_t lastFirst = 0;
    while (true) {
      const bool finished = done;
      while (ring.pop(next)) {
        QVERIFY(next.first > lastFirst);
        lastFirst = next.first;
        all.count += next.count;
        all.total += next.total;
      }
      if (finished) break;
    }
    writer.join();
    QCOMPARE(all.count, kLast);
    QCOMPARE(all.total, kLast * (kLast + 1) / 2);
  }

  void ringHoldsItsCapacityWithoutMerging() {
    Ring<Sum> ring(3);
    for (std::int64_t i = 1; i <= 5; ++i) ring.push({i, 1, i});
    Sum value;
    for (std::int64_t i = 1; i <= 3; ++i) {
      QVERIFY(ring.pop(value));
      QCOMPARE(value.first, i);
    }
    QVERIFY(!ring.pop(value));
    QVERIFY(ring.flush());
    QVERIFY(ring.pop(value));
    QCOMPARE(value.count, 2);
    QCOMPARE(value.total, 9);
  }

  void teamRunsEveryBlockOnce_data() {
    QTest::addColumn<int>("threads");
    for (int threads : {1, 2, 3, 8}) QTest::addRow("%d threads", threads) << threads;
  }
  void teamRunsEveryBlockOnce() {
    QFETCH(int, threads);
    Team::run(threads, [&](Team& team) {
      for (int count : {1, 2, 7, 64, 1000}) {
        for (int repeat = 0; repeat < 20; ++repeat) {
          std::vector<std::atomic<int>> calls(static_cast<std::size_t>(count));
          team.blocks(count, [&](int i) { ++calls[static_cast<std::size_t>(i)]; });
          for (int i = 0; i < count; ++i) QCOMPARE(calls[static_cast<std::size_t>(i)].load(), 1);
        }
      }
    });
  }

  void teamThrowsWhatItsBodyThrows() {
    bool caught = false;
    try {
      Team::run(3, [](Team& team) {
        team.blocks(4, [](int) {});
        throw std::runtime_error("out");
      });
    } catch (const std::runtime_error& error) {
      caught = std::string(error.what()) == "out";
    }
    QVERIFY(caught);
  }

  void aSleepingTeamWakesUp() {
    std::atomic<int> calls{0};
    Team::run(2, [&](Team& team) {
      for (int i = 0; i < 3; ++i) {
        team.blocks(8, [&](int) { ++calls; });
        // Longer than the threads spin: they are asleep at the next call.
        const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(2);
        while (std::chrono::steady_clock::now() < end) std::this_thread::yield();
      }
    });
    QCOMPARE(calls.load(), 24);
  }
};

QTEST_APPLESS_MAIN(TestCore)
#include "test_core.moc"
