// Plots: the pyramid under the curves, axes, legend, pointer and keys, files; heat maps and histograms.
#include "widgets/common/number_format.h"
#include "widgets/common/theme_manager.h"
#include "widgets/plots/bar_plot.h"
#include "widgets/plots/curve_data.h"
#include "widgets/plots/heat_map.h"
#include "widgets/plots/histogram.h"
#include "widgets/plots/plot.h"
#include "widgets/plots/title_row.h"

#include <QFile>
#include <QImage>
#include <QMenu>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace glassbox;

namespace {

const double kNaN = std::numeric_limits<double>::quiet_NaN();

// Noise with an occasional outlier, so that a lost extreme shows.
std::vector<CurvePoint> noise(std::size_t size, unsigned seed, double gapShare = 0) {
  std::mt19937 random(seed);
  std::normal_distribution<double> normal;
  std::uniform_real_distribution<double> share(0, 1);
  std::vector<CurvePoint> points;
  for (std::size_t i = 0; i < size; ++i) {
    const double value = share(random) < gapShare ? kNaN : normal(random) * (share(random) < 0.01 ? 30 : 1);
    points.push_back(CurvePoint::of(static_cast<double>(i), value));
  }
  return points;
}

CurvePyramid pyramidOf(const std::vector<CurvePoint>& points) {
  CurvePyramid pyramid;
  for (const CurvePoint& p : points) pyramid.append(p);
  return pyramid;
}

std::vector<CurvePoint> line(int steps, double from, double to) {
  std::vector<CurvePoint> points;
  for (int i = 0; i <= steps; ++i) points.push_back(CurvePoint::of(i, from + (to - from) * i / steps));
  return points;
}

PlotContent lossContent() {
  PlotContent content;
  content.title = QStringLiteral("Loss");
  CurveSpec train, test;
  train.id = train.name = QStringLiteral("training");
  train.smoothed = true;
  test.id = test.name = QStringLiteral("test");
  test.color = ColorRole::Test;
  test.marks = CurveMarks::Hollow;
  content.curves = {train, test};
  return content;
}

std::unique_ptr<Plot> shownPlot(const PlotContent& content) {
  auto plot = std::make_unique<Plot>();
  plot->setContent(content);
  plot->resize(480, 240);
  plot->show();
  return plot;
}

QByteArray readAll(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestPlots : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    ThemeManager::ofApplication().dress(*qApp);
    ThemeManager::ofApplication().setChoice(ThemeChoice::Light);
  }

  void mergedPointsKeepEveryExtreme_data() {
    QTest::addColumn<int>("size");
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::addColumn<int>("most");
    for (const int size : {1, 2, 7, 8, 9, 63, 64, 65, 511, 512, 513, 4097, 50000})
      for (const int most : {2, 10, 1000}) {
        QTest::addRow("all of %d points in %d", size, most) << size << -1.0 << size + 1.0 << most;
        QTest::addRow("middle of %d points in %d", size, most) << size << size * 0.3 << size * 0.7 << most;
      }
  }

  void mergedPointsKeepEveryExtreme() {
    QFETCH(int, size);
    QFETCH(double, from);
    QFETCH(double, to);
    QFETCH(int, most);
    const auto points = noise(static_cast<std::size_t>(size), 11, 0.02);
    const auto buckets = pyramidOf(points).query(from, to, static_cast<std::size_t>(most));
    QVERIFY(!buckets.empty());
    QVERIFY2(buckets.size() <= static_cast<std::size_t>(most), qPrintable(QString::number(buckets.size())));
    double begin = -1;
    std::size_t next = 0;
    for (const CurveBucket& bucket : buckets) {
      // The naive answer: all points up to the bucket's end that no bucket before it had.
      while (begin < 0 && points[next].x < bucket.x - (bucket.xEnd - bucket.x) - 1e-9) ++next;
      begin = 0;
      float low = std::nanf(""), high = std::nanf("");
      double sum = 0;
      std::uint64_t count = 0;
      bool gap = false;
      for (; next < points.size() && points[next].x <= bucket.xEnd; ++next) {
        const CurvePoint& p = points[next];
        if (!std::isfinite(p.mean)) {
          gap = true;
          continue;
        }
        low = std::fmin(low, p.min);
        high = std::fmax(high, p.max);
        sum += p.mean;
        ++count;
      }
      QCOMPARE(bucket.count, count);
      QCOMPARE(bucket.gap, gap);
      if (count == 0) continue;
      QCOMPARE(bucket.min, low);
      QCOMPARE(bucket.max, high);
      QVERIFY(std::abs(bucket.mean - sum / static_cast<double>(count)) < 1e-4);
    }
    // The range is covered: it begins at or before `from` and ends at or behind `to`, as far as there are points.
    QVERIFY(buckets.front().x - (buckets.front().xEnd - buckets.front().x) <= std::max(from, 0.0) + 1e-9);
    QVERIFY(buckets.back().xEnd >= std::min(to, size - 1.0));
  }

  void aQueryTouchesAFewNodesWhateverTheSize() {
    constexpr std::size_t kMost = 500;
    CurvePyramid pyramid;
    for (std::size_t i = 0; i < 2'000'000; ++i) {
      pyramid.append(CurvePoint::of(static_cast<double>(i), 1));
      if (i + 1 != 1'000 && i + 1 != 77'777 && i + 1 != 2'000'000) continue;
      for (const double share : {1.0, 0.37, 0.001}) {
        std::size_t touched = 0;
        const auto buckets = pyramid.query(0, static_cast<double>(i) * share, kMost, &touched);
        QVERIFY2(touched <= 4 * kMost, qPrintable(QStringLiteral("%1 points, share %2: %3 nodes").arg(i + 1).arg(share).arg(touched)));
        QVERIFY(buckets.size() <= kMost);
        // Not fewer than needed either: at least a quarter of the resolution, unless there are no more points.
        QVERIFY(buckets.size() >= std::min<std::size_t>(kMost / 4, static_cast<std::size_t>(static_cast<double>(i) * share)));
      }
    }
  }

  void appendingMovesNoStretchThatIsDrawn() {
    auto points = noise(3000, 5);
    CurvePyramid pyramid = pyramidOf(points);
    const auto before = pyramid.query(0, 2999, 800);
    for (int i = 3000; i < 3100; ++i) pyramid.append(CurvePoint::of(i, 0));
    const auto after = pyramid.query(0, 3099, 800);
    for (std::size_t i = 0; i + 1 < before.size(); ++i) {
      QCOMPARE(after[i].x, before[i].x);
      QCOMPARE(after[i].min, before[i].min);
      QCOMPARE(after[i].max, before[i].max);
    }
  }

  void oneGapAmongManyPointsIsStillSeen() {
    auto points = noise(100'000, 3);
    points[54'321] = CurvePoint::of(54'321, kNaN);
    const auto buckets = pyramidOf(points).query(0, 1e9, 300);
    QCOMPARE(std::count_if(buckets.begin(), buckets.end(), [](const CurveBucket& b) { return b.gap; }), 1);
    const auto gap = std::find_if(buckets.begin(), buckets.end(), [](const CurveBucket& b) { return b.gap; });
    QVERIFY(std::abs(gap->x - 54'321) < 100'000.0 / 100);
    QVERIFY(gap->count > 0);
  }

  void truncatingEqualsNeverHavingHadThePoints() {
    const auto points = noise(5000, 8, 0.01);
    for (const std::size_t keep : {0, 1, 8, 63, 64, 4095, 4096, 4999}) {
      CurvePyramid cut = pyramidOf(points);
      cut.truncate(keep);
      CurvePyramid fresh = pyramidOf({points.begin(), points.begin() + static_cast<std::ptrdiff_t>(keep)});
      for (std::size_t i = keep; i < keep + 200; ++i) {
        cut.append(CurvePoint::of(static_cast<double>(i), 0.5));
        fresh.append(CurvePoint::of(static_cast<double>(i), 0.5));
      }
      const auto a = cut.query(0, 1e9, 40), b = fresh.query(0, 1e9, 40);
      QCOMPARE(a.size(), b.size());
      for (std::size_t i = 0; i < a.size(); ++i) {
        QCOMPARE(a[i].count, b[i].count);
        QVERIFY2(a[i].count == 0 || (a[i].min == b[i].min && a[i].max == b[i].max),
                 qPrintable(QStringLiteral("keep %1, stretch %2").arg(keep).arg(i)));
      }
    }
  }

  void smoothingIsTheExponentialMean() {
    CurveData data;
    data.setSmoothing(0.5);
    const CurvePoint points[] = {CurvePoint::of(1, 4), CurvePoint::of(2, 0), CurvePoint::of(3, kNaN), CurvePoint::of(4, 2)};
    data.append(points);
    QCOMPARE(data.drawn().at(0).mean, 4.0f);
    QCOMPARE(data.drawn().at(1).mean, 2.0f);      // 0.5 * 4 + 0.5 * 0
    QVERIFY(std::isnan(data.drawn().at(2).mean)); // the gap stays
    QCOMPARE(data.drawn().at(3).mean, 2.0f);      // 0.5 * 2 + 0.5 * 2
    QCOMPARE(data.end()->mean, 2.0f);
    data.setSmoothing(0);
    QCOMPARE(data.drawn().at(1).mean, 0.0f);
  }

  void aMergedPointSmoothesAsOftenAsItHasValues() {
    CurveData single, merged;
    single.setSmoothing(0.9);
    merged.setSmoothing(0.9);
    const CurvePoint one[] = {CurvePoint::of(0, 1), CurvePoint::of(1, 3), CurvePoint::of(2, 3), CurvePoint::of(3, 3)};
    const CurvePoint two[] = {CurvePoint::of(0, 1), CurvePoint{3, 3, 3, 3, 3}};
    single.append(one);
    merged.append(two);
    QVERIFY(std::abs(single.end()->mean - merged.end()->mean) < 1e-6);
  }

  void rewindingDropsWhatLiesBehind() {
    CurveData rewound, fresh;
    rewound.setSmoothing(0.8);
    fresh.setSmoothing(0.8);
    const auto first = line(100, 1, 0);
    rewound.append(first);
    const CurvePoint again[] = {CurvePoint::of(50, 7), CurvePoint::of(51, 8)};
    rewound.append(again); // goes another way from step 50 on
    fresh.append(std::span(first).first(50));
    fresh.append(again);
    QCOMPARE(rewound.raw().size(), std::size_t{52});
    QCOMPARE(rewound.end()->x, 51.0);
    QVERIFY(std::abs(rewound.end()->mean - fresh.end()->mean) < 1e-5);
    rewound.truncateAfter(20);
    QCOMPARE(rewound.raw().size(), std::size_t{21}); // steps 0 to 20
  }

  void anAxisHasFourToSixTicksWhereRoundStepsAllow_data() {
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    std::mt19937 random(2);
    std::uniform_real_distribution<double> exponent(-6, 6), start(-1, 1);
    for (int i = 0; i < 200; ++i) {
      const double span = std::pow(10, exponent(random)), low = start(random) * span;
      QTest::addRow("%g to %g", low, low + span) << low << low + span;
    }
  }

  void anAxisHasFourToSixTicksWhereRoundStepsAllow() {
    QFETCH(double, low);
    QFETCH(double, high);
    const auto ticks = linearTicks(low, high, ValueFormat::Number);
    QVERIFY2(ticks.size() >= 3 && ticks.size() <= 7, qPrintable(QString::number(ticks.size())));
    // Three or seven only where no round step gives four to six.
    if (ticks.size() == 3 || ticks.size() == 7)
      for (const double m : {0.1, 0.2, 0.25, 0.5, 1.0, 2.0, 2.5, 5.0, 10.0}) {
        const double tried = m * std::pow(10, std::floor(std::log10(high - low)));
        const double count = std::floor(high / tried) - std::ceil(low / tried) + 1;
        QVERIFY2(count < 4 || count > 6, qPrintable(QStringLiteral("step %1 gives %2").arg(tried).arg(count)));
      }
    const double step = ticks[1].value - ticks[0].value;
    const double mantissa = step / std::pow(10, std::floor(std::log10(step) + 1e-6));
    const bool round =
        std::abs(mantissa - 1) < 1e-3 || std::abs(mantissa - 2) < 1e-3 || std::abs(mantissa - 2.5) < 1e-3 || std::abs(mantissa - 5) < 1e-3;
    QVERIFY2(round, qPrintable(QStringLiteral("step %1").arg(step)));
    QVERIFY(ticks.front().value >= low - 1e-9 * (high - low) && ticks.back().value <= high + 1e-9 * (high - low));
    for (std::size_t i = 1; i < ticks.size(); ++i) QVERIFY(ticks[i].label != ticks[i - 1].label);
  }

  void stepsAreWholeAndPercentIsWrittenAsPercent() {
    for (const double high : {1, 2, 3, 13, 130})
      for (const AxisTick& tick : linearTicks(0, high, ValueFormat::Integer)) QCOMPARE(tick.value, std::floor(tick.value));
    const auto percent = linearTicks(0.4, 1.0, ValueFormat::Percent);
    QCOMPARE(percent.front().label, QString("40" + QString(kNoBreakSpace) + "%"));
    QCOMPARE(linearTicks(-1, 1, ValueFormat::Number)[2].label, QStringLiteral("0"));
  }

  void aLogAxisHasRoundTicks() {
    const auto ticks = logTicks(0.03, 1.1, ValueFormat::Number);
    QStringList labels;
    for (const AxisTick& tick : ticks) labels += tick.label;
    QCOMPARE(labels, QStringList({"0.03", "0.1", "0.3", "1"}));
    const auto wide = logTicks(1e-9, 1e9, ValueFormat::Number);
    QVERIFY(wide.size() >= 4 && wide.size() <= 6);
  }

  void aLogAxisHoldsEightDecadesAtMost() {
    const PlotAxis axis = valueAxis(1e-30, 1, true, ValueFormat::Number);
    QVERIFY2(axis.low > 1e-10, qPrintable(QString::number(axis.low)));
    QVERIFY(axis.high >= 1);
  }

  void endLabelsNeverOverlap() {
    const auto placed = spreadLabels({50, 50, 51, 10, 99}, 12, 0, 100);
    auto sorted = placed;
    std::sort(sorted.begin(), sorted.end());
    for (std::size_t i = 1; i < sorted.size(); ++i) QVERIFY(sorted[i] - sorted[i - 1] >= 12 - 1e-9);
    QVERIFY(sorted.front() >= 0 && sorted.back() <= 100);
    QCOMPARE(placed[3], 10.0); // a label with room stays where its curve ends
    QVERIFY(placed[0] < placed[1] && placed[1] < placed[2]);
  }

  /// Ten million steps: no stretch is much coarser than another.
  void theBeginningOfAVeryLongRunIsAsFineAsItsEnd() {
    CurveData data;
    data.setSmoothing(0.9);
    std::vector<CurvePoint> chunk(10'000);
    for (int c = 0; c < 1000; ++c) {
      for (int i = 0; i < 10'000; ++i) chunk[static_cast<std::size_t>(i)] = CurvePoint::of(c * 10'000 + i + 1, 1.0 / (1 + c));
      data.append(chunk);
    }
    std::uint32_t most = 0;
    for (std::size_t i = 0; i < data.raw().size(); ++i) most = std::max(most, data.raw().at(i).count);
    QVERIFY2(most <= 4 * 10'000'000 / CurveData::kMostPoints, qPrintable(QString::number(most)));
    QCOMPARE(data.drawn().size(), data.raw().size());
    std::size_t touched = 0;
    const std::vector<CurveBucket> all = data.raw().query(0, 1e7, 600, &touched);
    QVERIFY(all.size() > 250 && touched <= 4 * all.size());
    const auto middle = std::find_if(all.begin(), all.end(), [](const CurveBucket& bucket) { return bucket.xEnd >= 5e6; });
    QVERIFY(middle != all.end() && std::abs(middle->mean - 1.0 / 500) < 1e-4);
  }

  void aVeryLongRunKeepsItsExtremesAndNotItsEveryPoint() {
    for (const double smoothing : {0.0, 0.9}) {
      CurveData data;
      data.setSmoothing(smoothing);
      const std::size_t points = 3 * CurveData::kMostPoints + 5;
      std::vector<CurvePoint> chunk;
      double sum = 0;
      for (std::size_t i = 0; i < points; ++i) {
        const double value = i == 777 ? 1000 : i == 200'001 ? -3 : std::sin(static_cast<double>(i));
        sum += static_cast<float>(value);
        chunk.push_back(CurvePoint::of(static_cast<double>(i + 1), value));
        if (chunk.size() == 4096 || i + 1 == points) {
          data.append(chunk);
          chunk.clear();
        }
      }
      QVERIFY(data.raw().size() <= CurveData::kMostPoints);
      QVERIFY(data.raw().size() > CurveData::kMostPoints / 4);
      QCOMPARE(data.raw().at(data.raw().size() - 1).x, static_cast<double>(points));
      std::uint64_t count = 0;
      double weighted = 0;
      float low = 0, high = 0;
      for (std::size_t i = 0; i < data.raw().size(); ++i) {
        const CurvePoint& p = data.raw().at(i);
        if (i > 0) QVERIFY(p.x > data.raw().at(i - 1).x);
        count += p.count;
        weighted += static_cast<double>(p.mean) * p.count;
        low = std::min(low, p.min), high = std::max(high, p.max);
      }
      QCOMPARE(count, std::uint64_t(points));
      QVERIFY(std::abs(weighted - sum) < 0.05);  // means are floats
      QCOMPARE(high, 1000.0f);
      QCOMPARE(low, -3.0f);
      if (smoothing > 0) QCOMPARE(data.drawn().size(), data.raw().size());
      data.truncateAfter(static_cast<double>(points) / 2);
      QVERIFY(data.raw().at(data.raw().size() - 1).x <= static_cast<double>(points) / 2);
    }
  }

  void theScaleIsChosenByTheData() {
    const auto plot = shownPlot(lossContent());
    plot->append(QStringLiteral("training"), line(100, 1, 0.2));
    plot->refresh();
    QVERIFY(!plot->isLogarithmic());
    const CurvePoint lower[] = {CurvePoint::of(101, 0.05)};
    plot->append(QStringLiteral("training"), lower);
    plot->refresh();
    QVERIFY(plot->isLogarithmic()); // 1 to 0.05 is over 10x
    QVERIFY(plot->titleRow().remark.contains(QStringLiteral("log scale")));
    plot->setLogMode(LogMode::Off);
    plot->refresh();
    QVERIFY(!plot->isLogarithmic());
  }

  void aLossThatCameToZeroIsStillLogarithmic() {
    const auto plot = shownPlot(lossContent());
    plot->append(QStringLiteral("training"), line(100, 1, 0.0001));
    const CurvePoint none[] = {CurvePoint::of(101, 0)};
    plot->append(QStringLiteral("training"), none);
    plot->refresh();
    QVERIFY(plot->isLogarithmic());
    QVERIFY(plot->yAxis().low > 0);
    const CurvePoint below[] = {CurvePoint::of(102, -1)};
    plot->append(QStringLiteral("training"), below);
    plot->refresh();
    QVERIFY(!plot->isLogarithmic());
  }

  void accuracyIsNeverLogarithmicByItself() {
    PlotContent content = lossContent();
    content.format = ValueFormat::Percent;
    const auto plot = shownPlot(content);
    plot->append(QStringLiteral("test"), line(100, 0.01, 0.98));
    plot->refresh();
    QVERIFY(!plot->isLogarithmic());
    QVERIFY(plot->yAxis().high <= 1.02 + 1e-9);
  }

  void aLossOfZeroIsNotLogarithmicByItself() {
    const auto plot = shownPlot(lossContent());
    plot->append(QStringLiteral("training"), line(100, 1, 0));
    plot->refresh();
    QVERIFY(!plot->isLogarithmic());
    plot->setLogMode(LogMode::On);
    plot->refresh();
    for (const SceneLine& drawn : plot->makeScene(1).lines)
      for (const QPointF& p : drawn.points) QVERIFY2(p.y() > 0, qPrintable(QString::number(p.x())));
  }

  void theLegendReadsTheEndOfTheLineThatIsDrawn_data() {
    QTest::addColumn<double>("smoothing");
    QTest::addColumn<int>("size");
    QTest::newRow("raw, few points") << 0.0 << 30;
    QTest::newRow("raw, merged points") << 0.0 << 20'011;
    QTest::newRow("smoothed, few points") << 0.9 << 30;
    QTest::newRow("smoothed, merged points") << 0.9 << 20'011;
  }

  void theLegendReadsTheEndOfTheLineThatIsDrawn() {
    QFETCH(double, smoothing);
    QFETCH(int, size);
    const auto plot = shownPlot(lossContent());
    plot->setSmoothing(smoothing);
    auto points = noise(static_cast<std::size_t>(size), 4);
    plot->append(QStringLiteral("training"), points);
    plot->refresh();
    const PlotScene scene = plot->makeScene(1);
    QCOMPARE(scene.lines.size(), std::size_t(smoothing > 0 ? 2 : 1));
    const SceneLine& main = scene.lines.back();
    const double shown = *plot->shownValue(QStringLiteral("training"));
    QCOMPARE(main.points.back(), QPointF(size - 1, shown));
    QCOMPARE(plot->titleRow().entries.front().value, formatNumber(shown));
    if (smoothing > 0) {
      QVERIFY(shown != points.back().mean);
      QCOMPARE(plot->titleRow().entries.front().suffix, QStringLiteral("smoothed"));
      QVERIFY(std::abs(scene.lines.front().color.alphaF() - 0.28f) < 0.01f);
    }
    for (const SceneLine& drawn : scene.lines) QVERIFY2(drawn.points.size() <= 2001, qPrintable(QString::number(drawn.points.size())));
  }

  void gapsBreakTheLineAndAreMarked() {
    const auto plot = shownPlot(lossContent());
    auto points = line(100, 1, 0.5);
    points[40] = CurvePoint::of(40, kNaN);
    plot->append(QStringLiteral("training"), points);
    plot->refresh();
    const PlotScene scene = plot->makeScene(1);
    QCOMPARE(scene.gaps, std::vector<double>{40});
    const auto& drawn = scene.lines.back().points;
    QCOMPARE(std::count_if(drawn.begin(), drawn.end(), [](const QPointF& p) { return std::isnan(p.y()); }), 1);
  }

  void hollowMarksDoNotTouch() {
    const auto plot = shownPlot(lossContent());
    plot->append(QStringLiteral("test"), line(1000, 1, 0.5));
    plot->refresh();
    const PlotScene scene = plot->makeScene(1);
    QCOMPARE(scene.dots.size(), std::size_t{1});
    const auto& dots = scene.dots.front().points;
    QVERIFY(dots.size() >= 5);
    for (std::size_t i = 1; i < dots.size(); ++i) QVERIFY(plot->pixelOfX(dots[i].x()) - plot->pixelOfX(dots[i - 1].x()) >= 20);
  }

  void markersArePartOfThePicture() {
    const auto plot = shownPlot(lossContent());
    plot->append(QStringLiteral("training"), line(100, 1, 0.9));
    plot->refresh();
    const int x = static_cast<int>(plot->pixelOfX(50));
    const auto dark = [&] {
      const QImage image = plot->grab().toImage();
      int count = 0;
      for (int y = plot->plotRect().center().y(); y < plot->plotRect().bottom() - 4; ++y)
        for (int dx = -1; dx <= 1; ++dx) count += image.pixelColor(x + dx, y) == theme().color(ColorRole::Text2);
      return count;
    };
    QCOMPARE(dark(), 0);
    plot->setMarkers({{50, QStringLiteral("rate 0.002 → 0.006")}});
    QVERIFY(plot->refresh());
    QVERIFY2(dark() > 10, "the dashed line of the marker");
    QCOMPARE(plot->makeScene(1).markers.front().text, QStringLiteral("rate 0.002 → 0.006"));
  }

  void nothingNewIsNotDrawn() {
    const auto plot = shownPlot(lossContent());
    plot->append(QStringLiteral("training"), line(10, 1, 0.5));
    QVERIFY(plot->refresh());
    QVERIFY(!plot->refresh());
    plot->hide();
    const CurvePoint more[] = {CurvePoint::of(11, 0.4)};
    plot->append(QStringLiteral("training"), more);
    QVERIFY(!plot->refresh()); // nobody sees it
    plot->show();
    QCOMPARE(plot->makeScene(1).lines.back().points.back().x(), 11.0);
  }

  void underThePointerTheScaleStandsStill() {
    const auto plot = shownPlot(lossContent());
    plot->setLive(true);
    plot->append(QStringLiteral("training"), line(100, 1, 0.5));
    plot->refresh();
    QEnterEvent enter(QPointF(100, 100), QPointF(100, 100), QPointF(100, 100));
    QApplication::sendEvent(plot.get(), &enter);
    const double low = plot->yAxis().low, high = plot->yAxis().high;
    const CurvePoint within[] = {CurvePoint::of(500, high - 0.001 * (high - low))}; // in the air above the curve, which would be made anew
    plot->append(QStringLiteral("training"), within);
    plot->refresh();
    QCOMPARE(plot->yAxis().low, low);
    QCOMPARE(plot->yAxis().high, high);
    QVERIFY(plot->xAxis().high >= 500); // steps are always followed
    const CurvePoint outside[] = {CurvePoint::of(501, 1.9)};
    plot->append(QStringLiteral("training"), outside);
    plot->refresh();
    QVERIFY(plot->yAxis().high >= 1.9);
  }

  void aLivePlotHasRoomForTheStepsToCome() {
    const auto plot = shownPlot(lossContent());
    plot->setLive(true);
    plot->append(QStringLiteral("training"), line(1000, 1, 0.5));
    plot->refresh();
    const double before = plot->xAxis().high;
    QVERIFY(before > 1000);
    const CurvePoint next[] = {CurvePoint::of(1050, 0.5)};
    plot->append(QStringLiteral("training"), next);
    plot->refresh();
    QCOMPARE(plot->xAxis().high, before); // it does not crawl
    plot->setLive(false);
    plot->refresh();
    QCOMPARE(plot->xAxis().high, 1050.0);
  }

  void thePointerReadsTheNearestStepSortedAsTheLinesAre() {
    const auto plot = shownPlot(lossContent());
    plot->append(QStringLiteral("training"), line(100, 1, 0.2));
    plot->append(QStringLiteral("test"), line(100, 1, 0.4));
    plot->refresh();
    QSignalSpy hovered(plot.get(), &Plot::hoverChanged);
    QTest::mouseMove(plot.get(), QPoint(qRound(plot->pixelOfX(50)), plot->plotRect().center().y()));
    QVERIFY(plot->hoverX().has_value());
    QVERIFY(std::abs(*plot->hoverX() - 50) <= 1);
    QCOMPARE(hovered.count(), 1);
    const TitleRow row = plot->titleRow();
    QCOMPARE(row.place, QStringLiteral("step %1").arg(*plot->hoverX()));
    QCOMPARE(row.entries.size(), std::size_t{2});
    QCOMPARE(row.entries[0].name, QStringLiteral("test")); // the upper line first
    QCOMPARE(row.entries[0].value, formatNumber(1 - 0.6 * *plot->hoverX() / 100));
  }

  void aClickPinsAndASecondClickLetsGo() {
    const auto plot = shownPlot(lossContent());
    plot->append(QStringLiteral("training"), line(100, 1, 0.2));
    plot->refresh();
    QSignalSpy pins(plot.get(), &Plot::pinned);
    const QPoint at(qRound(plot->pixelOfX(30)), plot->plotRect().center().y());
    QTest::mouseClick(plot.get(), Qt::LeftButton, {}, at);
    QVERIFY(plot->pinnedX().has_value());
    QTest::mouseClick(plot.get(), Qt::LeftButton, {}, at);
    QVERIFY(!plot->pinnedX().has_value());
    QCOMPARE(pins.count(), 2);
  }

  void arrowKeysMoveTheLineAndAreReadAloud() {
    const auto plot = shownPlot(lossContent());
    plot->append(QStringLiteral("training"), line(10, 1, 0.5));
    plot->refresh();
    QCOMPARE(plot->accessibleName(), QStringLiteral("Loss"));
    QTest::keyClick(plot.get(), Qt::Key_Home);
    QCOMPARE(plot->hoverX(), std::optional<double>(0));
    QTest::keyClick(plot.get(), Qt::Key_Right);
    QCOMPARE(plot->hoverX(), std::optional<double>(1)); // the next point, although it is many pixels away
    QCOMPARE(plot->accessibleDescription(), QStringLiteral("Loss at step 1: training 0.9500."));
    QTest::keyClick(plot.get(), Qt::Key_End);
    QCOMPARE(plot->hoverX(), std::optional<double>(10));
    QTest::keyClick(plot.get(), Qt::Key_Escape);
    QVERIFY(!plot->hoverX());
  }

  void anEmptyPlotSaysWhatToDo() {
    const auto plot = shownPlot(lossContent());
    plot->refresh();
    QCOMPARE(plot->spoken(), QStringLiteral("No runs yet. Press Run and the curve appears here."));
    plot->append(QStringLiteral("training"), line(10, 1, 0.5));
    plot->refresh();
    QVERIFY(plot->spoken().contains(QStringLiteral("training 0.5000")));
    plot->clear();
    plot->refresh();
    QVERIFY(plot->spoken().startsWith(QStringLiteral("No runs yet")));
  }

  void curvesWithTheSameIdKeepTheirPoints() {
    const auto plot = shownPlot(lossContent());
    plot->append(QStringLiteral("training"), line(10, 1, 0.5));
    PlotContent content = lossContent();
    content.curves[0].name = QStringLiteral("训练");
    std::swap(content.curves[0], content.curves[1]);
    plot->setContent(content);
    QCOMPARE(plot->curve(QStringLiteral("training"))->raw().size(), std::size_t{11});
    QCOMPARE(plot->shownValue(QStringLiteral("test")), std::nullopt);
  }

  void exportWritesEveryFormat() {
    QTemporaryDir folder;
    const auto plot = shownPlot(lossContent());
    plot->append(QStringLiteral("training"), line(100, 1, 0.2));
    plot->refresh();
    const auto path = [&](const char* name) { return folder.filePath(QString::fromLatin1(name)); };

    QCOMPARE(plot->exportPicture(path("a.png"), PictureFormat::Png), std::nullopt);
    QCOMPARE(QImage(path("a.png")).size(), QSize(960, 480)); // two pixels each
    QCOMPARE(plot->exportPicture(path("a.svg"), PictureFormat::Svg), std::nullopt);
    QSvgRenderer svg(path("a.svg"));
    QVERIFY(svg.isValid());
    QCOMPARE(svg.viewBox(), QRect(0, 0, 480, 240));
    QVERIFY(readAll(path("a.svg")).contains("Loss"));
    QCOMPARE(plot->exportPicture(path("a.pdf"), PictureFormat::Pdf), std::nullopt);
    QVERIFY(readAll(path("a.pdf")).startsWith("%PDF"));

    QCOMPARE(plot->exportCsv(path("a.csv")), std::nullopt);
    const QList<QByteArray> rows = readAll(path("a.csv")).trimmed().split('\n');
    QCOMPARE(rows.size(), 102);
    QCOMPARE(rows.at(0), "curve,step,mean,min,max,count");
    QCOMPARE(rows.at(1), "training,0,1,1,1,1");
    QCOMPARE(rows.at(101), "training,100,0.2,0.2,0.2,1");
  }

  void aFolderThatIsNotThereIsNamedInTheAnswer() {
    QTemporaryDir folder;
    const auto plot = shownPlot(lossContent());
    plot->append(QStringLiteral("training"), line(100, 1, 0.2));
    const QString path = folder.filePath(QStringLiteral("missing/a.csv"));
    const auto csv = plot->exportCsv(path);
    QVERIFY(csv && csv->contains(QStringLiteral("a.csv")));
    QVERIFY(plot->exportPicture(folder.filePath(QStringLiteral("missing/a.png")), PictureFormat::Png).has_value());
    QVERIFY(!QFile::exists(path));
  }

  void textsThatLookLikeFormulasAreDefused() {
    QCOMPARE(csvText(QStringLiteral("training")), "training");
    QCOMPARE(csvText(QStringLiteral("=SUM(A1)")), "\"'=SUM(A1)\"");
    QCOMPARE(csvText(QStringLiteral("@run")), "\"'@run\"");
    QCOMPARE(csvText(QStringLiteral("-x")), "\"'-x\"");
    QCOMPARE(csvText(QStringLiteral("+x")), "\"'+x\"");
    QCOMPARE(csvText(QStringLiteral("rate 0.1, \"fast\"")), "\"rate 0.1, \"\"fast\"\"\"");
    QCOMPARE(csvText(QString()), "");
  }

  void theMenuOffersScaleAndFiles() {
    const auto plot = shownPlot(lossContent());
    plot->append(QStringLiteral("training"), line(100, 1, 0.2));
    QSignalSpy changed(plot.get(), &Plot::logModeChanged);
    QMenu menu;
    plot->fillMenu(menu);
    QCOMPARE(menu.actions().size(), 6); // scale, line, PNG, SVG, PDF, CSV
    menu.actions().first()->menu()->actions().at(1)->trigger();
    QCOMPARE(changed.count(), 1);
    QVERIFY(plot->isLogarithmic());
  }

  void cellsTakeTheLargestStepThatFits_data() {
    QTest::addColumn<int>("side");
    QTest::addColumn<int>("pixels");
    QTest::addColumn<QSize>("step");
    QTest::newRow("room for wide numbers") << 3 << 300 << QSize(72, 32);
    QTest::newRow("smaller numbers") << 5 << 300 << QSize(52, 52);
    QTest::newRow("numbers of 10 px") << 10 << 300 << QSize(28, 20);
    QTest::newRow("no numbers") << 20 << 300 << QSize(11, 11);
    QTest::newRow("pixels") << 100 << 300 << QSize(2, 2);
  }

  void cellsTakeTheLargestStepThatFits() {
    QFETCH(int, side);
    QFETCH(int, pixels);
    QFETCH(QSize, step);
    HeatMap map;
    HeatMapContent content;
    content.rows = content.columns = side;
    content.values.assign(static_cast<std::size_t>(side * side), 0.5);
    content.showBar = false;
    map.setContent(content);
    map.resize(pixels, pixels);
    map.grab();
    QCOMPARE(map.cellStep(), step);
  }

  void aHeatMapTellsWhichCell() {
    HeatMap map;
    HeatMapContent content;
    content.rows = 2;
    content.columns = 3;
    content.values = {0.5, -1, 0.25, 0, kNaN, 0.125};
    content.rowHeads = {QStringLiteral("a"), QStringLiteral("b")};
    content.masked = {false, false, true, false, false, false};
    map.setContent(content);
    map.resize(320, 160);
    map.grab();
    QSignalSpy clicked(&map, &HeatMap::cellClicked), hovered(&map, &HeatMap::cellHovered);
    QTest::mouseClick(map.viewport(), Qt::LeftButton, {}, map.cellRect(1, 2).center());
    QCOMPARE(clicked.count(), 1);
    QCOMPARE(clicked.first(), QVariantList({1, 2}));
    QTest::mouseClick(map.viewport(), Qt::LeftButton, {}, map.cellRect(0, 2).center());
    QCOMPARE(clicked.count(), 1); // a masked cell is not there
    QCOMPARE(map.cellText(0, 1), QString(QString(kMinus) + "1.0000"));
    QCOMPARE(map.cellText(1, 1), QStringLiteral("NaN"));
    QCOMPARE(map.spokenCell(1, 2), QStringLiteral("row b, column 3: 0.1250"));
    QCOMPARE(QColor(map.cellColor(0, 1)), QColor(theme().diverging(-1)));
    QCOMPARE(QColor(map.cellColor(0, 0)), QColor(theme().diverging(0.5)));
    QTest::keyClick(&map, Qt::Key_Down);
    QCOMPARE(hovered.last(), QVariantList({1, 0}));
  }

  void zoomingLeavesWhatFitsAndReturnsToIt() {
    HeatMap map;
    HeatMapContent content;
    content.rows = content.columns = 40;
    content.values.assign(1600, 1);
    for (int i = 0; i < 40; ++i) content.rowHeads += QString::number(i);
    map.setContent(content);
    map.resize(200, 200);
    map.grab();
    const QSize fits = map.cellStep();
    map.zoom(1);
    QVERIFY(map.cellStep().width() > fits.width());
    map.zoom(0);
    QCOMPARE(map.cellStep(), fits);
  }

  void aGridHasOneFormatThatFitsItsCells() {
    HeatMap map;
    HeatMapContent content;
    content.rows = content.columns = 5;
    content.values.assign(25, 0.12345);
    content.values[7] = -612.5; // the widest number decides for all
    content.showBar = false;
    map.setContent(content);
    map.resize(5 * 72, 5 * 32);
    map.grab();
    QCOMPARE(map.cellStep(), QSize(72, 32));
    QCOMPARE(map.cellText(0, 0), QStringLiteral("0.12"));
    map.resize(5 * 40, 5 * 24);
    map.grab();
    QCOMPARE(map.cellStep(), QSize(40, 24));
    QCOMPARE(map.cellText(0, 0), QStringLiteral("0.1"));
    QCOMPARE(map.cellText(1, 2), QString(QString(kMinus) + "612.5"));
    QVERIFY(map.spokenCell(0, 0).endsWith(QStringLiteral("0.1235"))); // spoken in full
  }

  void binsHoldEveryValue() {
    const float values[] = {-2, -1.9f, 0, 0, 1, 2, std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()};
    const HistogramContent content = histogramOf(values, 5);
    QCOMPARE(content.low, -2.0);
    QCOMPARE(content.high, 2.0);
    QCOMPARE(content.bins, (std::vector<std::uint64_t>{2, 0, 2, 1, 1})); // borders at -1.2, -0.4, 0.4, 1.2; the largest in the last bin
    QCOMPARE(content.notFinite, std::uint64_t{2});
    const float positive[] = {0, 1, 4};
    QCOMPARE(histogramOf(positive, 4).low, 0.0);
    Histogram widget;
    widget.setContent(content);
    widget.resize(148, 72);
    widget.grab();
    QVERIFY(widget.spokenBin(0).endsWith(QStringLiteral("2 values")));
    QCOMPARE(histogramOf({}, 3).bins.size(), std::size_t{3});
  }

  void barsReportTheItemThatIsClicked() {
    BarPlot bars;
    bars.setContent(
        {{{QStringLiteral("cat"), 0.9, ColorRole::Accent, true}, {QStringLiteral("dog"), 0.1}}, true, QStringLiteral("classes")});
    bars.resize(240, bars.sizeHint().height());
    bars.grab();
    QSignalSpy clicked(&bars, &BarPlot::itemClicked);
    QTest::mouseClick(&bars, Qt::LeftButton, {}, QPoint(50, 36));
    QCOMPARE(clicked.count(), 1);
    QCOMPARE(clicked.first().first().toInt(), 1);
    QVERIFY(bars.summary().contains(QStringLiteral("cat 90.0")));
  }
};

QTEST_MAIN(TestPlots)
#include "test_plots.moc"
