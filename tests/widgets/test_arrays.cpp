// Arrays of a traced step: how they lie in cells, that only what is seen is asked for, what is marked, hidden, changed and clicked.
#include "widgets/common/elided_label.h"
#include "widgets/common/number_format.h"
#include "widgets/common/segmented.h"
#include "widgets/common/theme_manager.h"
#include "widgets/stepper/array_board.h"
#include "widgets/stepper/array_strip.h"
#include "widgets/stepper/decimals_chooser.h"
#include "widgets/stepper/term_table.h"

#include <QAbstractButton>
#include <QApplication>
#include <QPointer>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

#include <cmath>
#include <limits>

using namespace glassbox;

namespace {

/// Its numbers are made up when they are asked for, and counted.
class CountingSource : public HeatMapSource {
 public:
  double value(int row, int column) const override {
    ++asked;
    return std::sin(row * 0.7 + column);
  }
  HeatMapHead rowHead(int row) const override { return {row, 1, row, QString::number(row)}; }
  HeatMapHead columnHead(int column) const override { return {column, 1, column, QString::number(column)}; }
  QString spoken(int row, int column) const override { return QStringLiteral("[%1,%2]").arg(row).arg(column); }
  mutable int asked = 0;
};

/// 3 rows of 3; kinds and earlier numbers as given.
class SmallSource : public HeatMapSource {
 public:
  double value(int row, int column) const override { return row - 0.25 * column; }
  CellKind kind(int row, int column) const override { return row == 1 && column == 1 ? middle : CellKind::Number; }
  std::optional<double> before(int row, int column) const override { return row == 0 && column == 0 ? then : std::nullopt; }
  HeatMapHead rowHead(int row) const override { return {row, 1, row, {}}; }
  HeatMapHead columnHead(int column) const override { return {column, 1, column, {}}; }
  QString spoken(int row, int column) const override { return QStringLiteral("[%1,%2]").arg(row).arg(column); }
  CellKind middle = CellKind::Number;
  std::optional<double> then{};
};

HeatMapContent contentOf(std::shared_ptr<const HeatMapSource> source, int rows, int columns) {
  HeatMapContent content;
  content.rows = rows;
  content.columns = columns;
  content.source = std::move(source);
  content.scale = 2;
  content.numbers = GridFormat{false, 2};
  return content;
}

QImage pictureOf(HeatMap& map) { return map.viewport()->grab().toImage(); }

/// Pixels of a cell that have this color.
int pixelsOf(const QImage& picture, const QRect& cell, QColor color) {
  int found = 0;
  for (int y = cell.top(); y <= cell.bottom(); ++y)
    for (int x = cell.left(); x <= cell.right(); ++x) found += picture.pixel(x, y) == color.rgb();
  return found;
}

BoardArray arrayOf(const char* name, Shape shape, BatchAxis batch = BatchAxis::None, double size = 1) {
  auto values = std::make_shared<std::vector<double>>(static_cast<std::size_t>(shape.count()));
  for (std::size_t i = 0; i < values->size(); ++i) (*values)[i] = size * std::sin(static_cast<double>(i + 1));
  BoardArray array;
  array.name = name;
  array.title = QStringLiteral("words");
  array.shape = shape;
  array.values = values;
  array.batch = batch;
  return array;
}

struct Board : ArrayBoard {
  explicit Board(std::vector<BoardArray> arrays, QSize size = {1000, 300}) {
    setArrays(std::move(arrays));
    resize(size);
    show();
    QCoreApplication::processEvents();
  }
  ArrayView* view(const char* name) const { return findChild<ArrayStrip*>()->viewOf(name); }
  HeatMap* grid(const char* name) const { return view(name)->grid(); }
};

/// Chinese as the .ts file may have it, for the words of this test.
class Chinese : public QTranslator {
 public:
  QString translate(const char*, const char* source, const char*, int) const override {
    const QString words = QString::fromLatin1(source);
    return words == QLatin1String("sample %1")    ? QStringLiteral("样本 %1")
           : words == QLatin1String("Sample")     ? QStringLiteral("样本")
           : words == QLatin1String("%1, %2")     ? QStringLiteral("%1，%2")
           : words == QLatin1String("%1 decimals") ? QStringLiteral("%1 位小数")
                                                  : QString();
  }
  bool isEmpty() const override { return false; }
};

} // namespace

class TestArrays : public QObject {
  Q_OBJECT

 private slots:
  void everyRankHasItsLayout_data() {
    QTest::addColumn<QList<int>>("shape");
    QTest::addColumn<bool>("batched");
    QTest::addColumn<QSize>("cells"); // columns x rows
    QTest::addColumn<bool>("oneSample");
    const auto row = [](const char* name, QList<int> shape, bool batched, QSize cells, bool oneSample) {
      QTest::newRow(name) << shape << batched << cells << oneSample;
    };
    row("a number", {}, false, {1, 1}, false);
    row("a number for each sample", {3}, true, {1, 3}, false);
    row("a vector is one row", {48}, false, {48, 1}, false);
    row("a long vector is wrapped", {50}, false, {32, 2}, false);                       // 32 + 18
    row("a long vector that is a square lies in one", {784}, false, {28, 28}, false);
    row("weights are out x in", {5, 7}, false, {7, 5}, false);
    row("samples are rows", {3, 7}, true, {7, 3}, false);
    row("long samples are wrapped, one is seen", {3, 64}, true, {8, 8}, true);
    row("a sequence of one sample", {2, 5, 3}, true, {3, 5}, true);
    row("maps of one sample, side by side", {2, 3, 4, 5}, true, {3 * 5 + 2, 4}, true);
    row("eight maps a row", {2, 11, 2, 3}, true, {8 * 3 + 7, 2 + 1 + 2}, true);         // the second row has three maps
    row("maps of deeper arrays are counted through", {2, 2, 3, 2, 3}, true, {6 * 3 + 5, 2}, true);
    row("kernels along time", {4, 3, 5}, false, {3 * 5 + 2, 4}, false);
    row("kernels", {4, 3, 2, 5}, false, {3 * 5 + 2, 4 * 2 + 3}, false);
    row("kernels of one channel", {4, 1, 2, 5}, false, {5, 4 * 2 + 3}, false);
    row("one sample is a batch too", {1, 3, 2}, true, {2, 3}, true);
    row("no elements", {0, 3}, false, {0, 0}, false);
  }

  void everyRankHasItsLayout() {
    QFETCH(QList<int>, shape);
    QFETCH(bool, batched);
    QFETCH(QSize, cells);
    QFETCH(bool, oneSample);
    Shape extents;
    for (const int extent : shape) extents.push(extent);
    const std::int64_t samples = batched ? extents[0] : 1;
    for (std::int64_t sample = 0; sample < samples; ++sample) {
      const ArrayLayout layout(extents, batched ? BatchAxis::First : BatchAxis::None, sample);
      QCOMPARE(QSize(layout.columns(), layout.rows()), cells);
      QCOMPARE(layout.showsOneSample(), oneSample);
      const std::int64_t count = extents.count(), each = count / std::max<std::int64_t>(1, samples);
      std::set<std::int64_t> seen;
      for (int r = 0; r < layout.rows(); ++r)
        for (int c = 0; c < layout.columns(); ++c) {
          const std::int64_t element = layout.elementAt(r, c);
          if (element < 0) continue; // a gap: counted below
          QVERIFY2(seen.insert(element).second, qPrintable(QStringLiteral("element %1 stands twice").arg(element)));
          QCOMPARE(layout.cellOf(element), std::optional(ArrayCell{r, c}));
          const std::vector<std::int64_t> index = layout.indexOf(element);
          QCOMPARE(flatIndex(extents, index), element);
        }
      QCOMPARE(static_cast<std::int64_t>(seen.size()), oneSample ? each : count);
      if (oneSample) {
        QCOMPARE(*seen.begin(), sample * each);
        QCOMPARE(layout.cellOf(sample * each - 1), std::nullopt);
        QCOMPARE(layout.cellOf((sample + 1) * each), std::nullopt);
      }
      QCOMPARE(layout.elementAt(-1, 0), std::int64_t{-1});
      QCOMPARE(layout.elementAt(0, layout.columns()), std::int64_t{-1});
      QCOMPARE(layout.elementAt(layout.rows(), 0), std::int64_t{-1});
    }
  }

  void gapsBelongToNoElement() {
    const ArrayLayout maps(Shape{1, 2, 2, 3}, BatchAxis::First), kernels(Shape{2, 2, 2, 3});
    QCOMPARE(maps.elementAt(0, 3), std::int64_t{-1});
    QCOMPARE(maps.elementAt(1, 4), std::int64_t{6 + 3}); // [0,1,1,0]
    QCOMPARE(kernels.elementAt(2, 0), std::int64_t{-1});
    QCOMPARE(kernels.elementAt(3, 3), std::int64_t{-1});
    QCOMPARE(kernels.elementAt(4, 6), std::int64_t{12 + 6 + 5}); // [1,1,1,2]
    QCOMPARE(ArrayLayout(Shape{50}).elementAt(1, 18), std::int64_t{-1}); // behind the last element
  }

  void aSampleBeyondTheBatchIsTheLast() { QCOMPARE(ArrayLayout(Shape{2, 5, 3}, BatchAxis::First, 7).sample(), std::int64_t{1}); }

  void headsAreSamplesInWordsAndIndicesFromZero() {
    const ArrayLayout samples(Shape{3, 4}, BatchAxis::First), weights(Shape{5, 7}), wrapped(Shape{100}), one(Shape{}), vector(Shape{4});
    QCOMPARE(samples.rowHead(2).text, QStringLiteral("sample 3"));
    QCOMPARE(samples.columnHead(3).text, QStringLiteral("3"));
    QCOMPARE(weights.rowHead(4).text, QStringLiteral("4"));
    QCOMPARE(wrapped.rowHead(2).text, QStringLiteral("20")); // ten in a row, a square
    QCOMPARE(one.rowHead(0).text + one.columnHead(0).text, QString());
    QCOMPARE(vector.rowHead(0).text, QString());
    const ArrayLayout maps(Shape{1, 3, 2, 5}, BatchAxis::First), many(Shape{1, 11, 2, 3}, BatchAxis::First), kernels(Shape{4, 3, 2, 5});
    QCOMPARE(maps.columnHead(7).text, QStringLiteral("map 1"));
    QCOMPARE(maps.columnHead(7).first, 6);
    QCOMPARE(maps.columnHead(7).count, 5);
    QCOMPARE(maps.columnHead(5).text, QString()); // the gap
    QCOMPARE(maps.rowHead(1).text, QStringLiteral("1"));
    QCOMPARE(many.rowHead(4).text, QStringLiteral("map 8"));
    QCOMPARE(many.columnHead(4).text, QString()); // map 1 or map 9
    QCOMPARE(kernels.rowHead(4).text, QStringLiteral("out 1"));
    QCOMPARE(kernels.columnHead(16).text, QStringLiteral("in 2"));
  }

  // ---- the heat map ------------------------------------------------------------------------------------------------------

  void onlyWhatIsSeenIsAskedFor() {
    auto source = std::make_shared<CountingSource>();
    HeatMap map;
    HeatMapContent content = contentOf(source, 50257, 768);
    content.tooLargeStep = 4;
    map.resize(560, 200);
    map.setContent(content);
    QCOMPARE(source->asked, 0);
    const auto paint = [&] {
      source->asked = 0;
      pictureOf(map);
      return source->asked;
    };
    QCOMPARE(map.cellStep(), QSize(4, 4));
    const int first = paint();
    QVERIFY2(first > 1000 && first < 20000, qPrintable(QString::number(first)));
    map.setSelected(3, 3);
    QCOMPARE(paint(), 0); // a frame changes no cell
    map.ensureVisible(50256, 767);
    const int last = paint();
    QVERIFY2(last > 1000 && last < 20000, qPrintable(QString::number(last)));
    QVERIFY(map.viewport()->rect().contains(map.cellRect(50256, 767)));
    for (int i = 0; i < 5; ++i) {
      map.zoom(1);
      const int asked = paint();
      QVERIFY2(asked > 0 && asked < 20000, qPrintable(QString::number(asked)));
    }
    QCOMPARE(map.cellStep(), QSize(52, 52)); // 8, 11, 28, 40, 52: with numbers now
  }

  void aMapThatFitsHasNoScrollBars() {
    HeatMap map;
    map.resize(100, 60);
    map.setContent(contentOf(std::make_shared<CountingSource>(), 30, 200));
    map.show();
    QCoreApplication::processEvents();
    QVERIFY(map.horizontalScrollBar()->maximum() > 0);
    map.resize(map.sizeWithin({500, 400})); // 2 px a cell
    QCoreApplication::processEvents();
    QCOMPARE(map.cellStep(), QSize(2, 2));
    QCOMPARE(map.horizontalScrollBar()->maximum(), 0);
    QCOMPARE(map.verticalScrollBar()->maximum(), 0);
    QVERIFY(!map.horizontalScrollBar()->isVisible());
  }

  void zoomKeepsWhatIsUnderThePointer() {
    HeatMap map;
    map.resize(400, 300);
    map.setContent(contentOf(std::make_shared<CountingSource>(), 1000, 1000));
    map.show();
    QCoreApplication::processEvents();
    map.zoom(1);
    map.ensureVisible(500, 500);
    const QPoint at = map.cellRect(480, 450).center();
    QWheelEvent wheel(at, map.viewport()->mapToGlobal(at), {}, {0, 120}, Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(map.viewport(), &wheel);
    QCOMPARE(map.cellStep(), QSize(4, 4));
    QVERIFY2((map.cellRect(480, 450).center() - at).manhattanLength() <= 4, "the cell moved");
  }

  void marksAreFramesInsideTheirCells() {
    HeatMap map;
    map.setContent(contentOf(std::make_shared<SmallSource>(), 3, 3));
    map.resize(map.sizeWithin({400, 300}));
    QCOMPARE(map.cellStep(), QSize(72, 32));
    map.setMarked({{1, 1, ColorRole::Bwd}, {0, 2, ColorRole::Fwd}, {1, 1, ColorRole::Bwd}});
    const QImage picture = pictureOf(map);
    const QColor bwd = theme().color(ColorRole::Bwd), fwd = theme().color(ColorRole::Fwd);
    const QRect cell = map.cellRect(1, 1);
    const int frame = 2 * 2 * cell.width() + 2 * 2 * (cell.height() - 4); // 2 px around inside
    QCOMPARE(pixelsOf(picture, cell, bwd), frame);
    QCOMPARE(pixelsOf(picture, cell.adjusted(2, 2, -2, -2), bwd), 0);
    QCOMPARE(pixelsOf(picture, map.cellRect(0, 2), fwd), frame);
    QCOMPARE(pixelsOf(picture, picture.rect(), bwd), frame); // and nowhere else
    map.setMarked({});
    QCOMPARE(pixelsOf(pictureOf(map), cell, bwd), 0);
  }

  void smallMarkedNeighboursShareAFrame() {
    HeatMap map;
    map.resize(100, 100);
    HeatMapContent content = contentOf(std::make_shared<CountingSource>(), 10, 10);
    content.showBar = false;
    map.setContent(content);
    QCOMPARE(map.cellStep(), QSize(8, 8)); // not 11: the heads take 19
    map.setMarked({{2, 2, ColorRole::Bwd}, {2, 3, ColorRole::Bwd}, {2, 4, ColorRole::Bwd}});
    const QImage picture = pictureOf(map);
    const QColor bwd = theme().color(ColorRole::Bwd);
    const QRect around = map.cellRect(2, 2).united(map.cellRect(2, 4)).adjusted(-2, -2, 2, 2);
    QCOMPARE(around.size(), QSize(28, 12));
    QCOMPARE(pixelsOf(picture, picture.rect(), bwd), 2 * 2 * 28 + 2 * 2 * (12 - 4)); // one frame around all three
    QCOMPARE(pixelsOf(picture, around.adjusted(2, 2, -2, -2), bwd), 0);
  }

  void aHiddenNumberIsNotTold() {
    auto source = std::make_shared<SmallSource>();
    HeatMap map;
    map.setContent(contentOf(source, 3, 3));
    map.resize(map.sizeWithin({400, 300}));
    const QColor colored = QColor::fromRgb(map.cellColor(1, 1));
    const QRect cell = map.cellRect(1, 1);
    QVERIFY(pixelsOf(pictureOf(map), cell, colored) > 500);
    source = std::make_shared<SmallSource>();
    source->middle = CellKind::Hidden;
    map.setContent(contentOf(source, 3, 3));
    const QImage picture = pictureOf(map);
    QCOMPARE(pixelsOf(picture, cell, colored), 0);
    QVERIFY(pixelsOf(picture, cell, theme().color(ColorRole::Hover)) > 500);
    QVERIFY(pixelsOf(picture, cell, theme().color(ColorRole::Hover)) < cell.width() * cell.height()); // something is written
    QCOMPARE(map.cellText(1, 1), QStringLiteral("?"));
    HeatMap plain; // with values
    HeatMapContent content;
    content.rows = 1;
    content.columns = 2;
    content.values = {0.25, 0.5};
    content.hidden = {false, true};
    plain.setContent(content);
    QCOMPARE(plain.cellText(0, 1), QStringLiteral("?"));
    QCOMPARE(plain.spokenCell(0, 1), QStringLiteral("row 1, column 2: ?"));
    QCOMPARE(plain.spokenCell(0, 0), QStringLiteral("row 1, column 1: 0.2500"));
  }

  void aChangedCellHasATriangleThatPointsItsWay() {
    const auto weights = [](double then) { // ink in the upper and the lower half of the triangle's corner
      auto source = std::make_shared<SmallSource>();
      source->then = then; // now it is 0
      HeatMap map;
      map.setContent(contentOf(source, 3, 3));
      map.resize(map.sizeWithin({400, 300}));
      const QImage picture = pictureOf(map);
      const QRect cell = map.cellRect(0, 0);
      const QColor fill = QColor::fromRgb(map.cellColor(0, 0));
      const QRect upper(cell.right() - 8, cell.top() + 2, 8, 2), lower = upper.translated(0, 2);
      return std::pair(16 - pixelsOf(picture, upper, fill), 16 - pixelsOf(picture, lower, fill));
    };
    const auto [upGrown, lowGrown] = weights(-1);
    QVERIFY(upGrown > 0 && lowGrown > upGrown); // broad below: it points up
    const auto [upShrunk, lowShrunk] = weights(1);
    QVERIFY(lowShrunk > 0 && upShrunk > lowShrunk);
  }

  void arrowsStepOverGapsAndEnterClicks() {
    auto source = std::make_shared<SmallSource>();
    source->middle = CellKind::Gap;
    HeatMap map;
    map.setContent(contentOf(source, 3, 3));
    map.resize(300, 200);
    QSignalSpy clicked(&map, &HeatMap::cellClicked), hovered(&map, &HeatMap::cellHovered);
    map.setSelected(1, 0);
    QTest::keyClick(&map, Qt::Key_Right);
    QCOMPARE(hovered.last(), QVariantList({1, 2}));
    QCOMPARE(map.accessibleDescription(), QStringLiteral("[1,2]"));
    QTest::keyClick(&map, Qt::Key_Return);
    QCOMPARE(clicked.last(), QVariantList({1, 2}));
    QTest::keyClick(&map, Qt::Key_Right); // the edge
    QTest::keyClick(&map, Qt::Key_Enter);
    QCOMPARE(clicked.last(), QVariantList({1, 2}));
    const QSize step = map.cellStep();
    QTest::keyClick(&map, Qt::Key_Minus);
    QVERIFY(map.cellStep().width() < step.width());
    QTest::keyClick(&map, Qt::Key_0);
    QCOMPARE(map.cellStep(), step);
    const int before = static_cast<int>(clicked.count());
    QTest::mouseClick(map.viewport(), Qt::LeftButton, {}, map.cellRect(1, 1).center());
    QCOMPARE(clicked.count(), before); // a gap is not there
  }

  void aMapReachedByTabShowsItsCursor() {
    HeatMap map;
    map.setContent(contentOf(std::make_shared<SmallSource>(), 3, 3));
    map.resize(map.sizeWithin({400, 300}));
    const QRect around = map.cellRect(0, 0).adjusted(-1, -1, 1, 1);
    const auto framed = [&] { return pixelsOf(pictureOf(map), around, theme().color(ColorRole::Focus)); };
    QFocusEvent byPointer(QEvent::FocusIn, Qt::MouseFocusReason), byTab(QEvent::FocusIn, Qt::TabFocusReason), away(QEvent::FocusOut);
    QApplication::sendEvent(&map, &byPointer);
    QCOMPARE(framed(), 0);
    QApplication::sendEvent(&map, &byTab);
    QVERIFY(framed() > 100);
    QCOMPARE(map.accessibleDescription(), QStringLiteral("[0,0]"));
    QApplication::sendEvent(&map, &away);
    QCOMPARE(framed(), 0);
  }

  void exactNumbersReadBackAsThemselves() {
    QCOMPARE(formatExact(0.1), QStringLiteral("0.1"));
    QCOMPARE(formatExact(static_cast<double>(0.1f)), QStringLiteral("0.1")); // made by float
    QCOMPARE(formatExact(-1.0 / 3), QString(kMinus) + QStringLiteral("0.3333333333333333"));
    QCOMPARE(formatExact(1.7e-11), QStringLiteral("1.7×10⁻¹¹"));
    QCOMPARE(formatExact(0), QStringLiteral("0"));
    QCOMPARE(formatExact(std::numeric_limits<double>::quiet_NaN()), QStringLiteral("NaN"));
  }

  // ---- the board ---------------------------------------------------------------------------------------------------------

  void aClickTellsTheElementAtEveryRank_data() {
    QTest::addColumn<QList<int>>("shape");
    QTest::addColumn<bool>("batched");
    QTest::addColumn<int>("sample");
    QTest::addColumn<QList<int>>("index");
    QTest::newRow("a number") << QList<int>{} << false << 0 << QList<int>{};
    QTest::newRow("a vector") << QList<int>{5} << false << 0 << QList<int>{3};
    QTest::newRow("a wrapped vector") << QList<int>{100} << false << 0 << QList<int>{57};
    QTest::newRow("weights") << QList<int>{4, 3} << false << 0 << QList<int>{3, 1};
    QTest::newRow("samples in rows") << QList<int>{3, 4} << true << 0 << QList<int>{2, 3};
    QTest::newRow("a sequence") << QList<int>{3, 4, 5} << true << 2 << QList<int>{2, 3, 1};
    QTest::newRow("maps") << QList<int>{2, 3, 4, 5} << true << 1 << QList<int>{1, 2, 3, 4};
    QTest::newRow("two rows of maps") << QList<int>{2, 10, 3, 3} << true << 1 << QList<int>{1, 9, 2, 0};
    QTest::newRow("kernels along time") << QList<int>{3, 2, 4} << false << 0 << QList<int>{2, 1, 3};
    QTest::newRow("kernels") << QList<int>{2, 3, 3, 3} << false << 0 << QList<int>{1, 2, 0, 2};
  }

  void aClickTellsTheElementAtEveryRank() {
    QFETCH(QList<int>, shape);
    QFETCH(bool, batched);
    QFETCH(int, sample);
    QFETCH(QList<int>, index);
    Shape extents;
    for (const int extent : shape) extents.push(extent);
    const std::vector<std::int64_t> wanted(index.begin(), index.end());
    Board board({arrayOf("a", extents, batched ? BatchAxis::First : BatchAxis::None)});
    board.setSample(sample);
    QSignalSpy clicked(&board, &ArrayBoard::elementClicked), hovered(&board, &ArrayBoard::elementHovered);
    const auto cell = board.view("a")->arrayLayout().cellOf(flatIndex(extents, wanted));
    QVERIFY(cell);
    HeatMap* grid = board.grid("a");
    QTest::mouseMove(grid->viewport(), grid->cellRect(cell->row, cell->column).center());
    QTest::mouseClick(grid->viewport(), Qt::LeftButton, {}, grid->cellRect(cell->row, cell->column).center());
    QCOMPARE(clicked.count(), 1);
    const auto element = clicked.first().first().value<ElementRef>();
    QCOMPARE(element.name, std::string("a"));
    QCOMPARE(element.index, wanted);
    QVERIFY(grid->spokenCell(cell->row, cell->column).startsWith(wanted.empty() ? QStringLiteral("a: ") : QString::fromStdString(writeElement("a", wanted))));
  }

  void aClickMayBringOtherArrays() {
    Board board({arrayOf("a", {3, 3})});
    connect(&board, &ArrayBoard::elementClicked, &board, [&board] { board.setArrays({arrayOf("b", {4, 4})}); });
    QPointer<HeatMap> grid = board.grid("a");
    const QPoint at = grid->cellRect(1, 1).center();
    QTest::mouseMove(grid->viewport(), at);
    QTest::mousePress(grid->viewport(), Qt::LeftButton, {}, at);
    QVERIFY(grid); // it still stands in its own handler
    QVERIFY(!grid->isVisible());
    QVERIFY(board.grid("b")->isVisible());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!grid);
  }

  void theSwitchChoosesTheSampleThatIsSeen() {
    Board board({arrayOf("rows", {3, 2}, BatchAxis::First), arrayOf("maps", {3, 2, 2, 2}, BatchAxis::First)});
    const auto* choice = board.findChild<Segmented*>();
    QVERIFY(choice->isVisible());
    QSignalSpy changed(&board, &ArrayBoard::sampleChanged);
    const QList<QAbstractButton*> buttons = choice->findChildren<QAbstractButton*>();
    QCOMPARE(buttons.size(), 3);
    QTest::mouseClick(buttons.at(1), Qt::LeftButton);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().first().toInt(), 1);
    const HeatMap* grid = board.grid("maps");
    QCOMPARE(grid->spokenCell(0, 0), QStringLiteral("maps[1,0,0,0]: ") + formatExact(std::sin(9)));
    QVERIFY(board.view("maps")->findChild<ElidedLabel*>()->text().contains(QStringLiteral("sample 2")));
    board.setSample(2);
    QCOMPARE(changed.count(), 1); // only what the user chose
    QCOMPARE(choice->current(), 2);
    QVERIFY(grid->spokenCell(1, 1).startsWith(QStringLiteral("maps[2,0,1,1]")));
    board.setArrays({arrayOf("rows", {3, 2}, BatchAxis::First)});
    QVERIFY(!choice->isVisible()); // no array needs it
  }

  void readArraysStandBeforeFormedOnes() {
    BoardArray formed = arrayOf("c", {2, 2});
    formed.formed = true;
    Board board({arrayOf("a", {3, 2}), formed, arrayOf("b", {2})}, {1000, 200});
    QVERIFY(board.view("a")->geometry().right() < board.view("b")->x());
    QVERIFY(board.view("b")->geometry().right() < board.view("c")->x());
    QCOMPARE(board.view("a")->y(), board.view("c")->y());
    QWidget* after = board.grid("a"); // Tab goes the same way, over what takes no focus
    do after = after->nextInFocusChain();
    while (!qobject_cast<HeatMap*>(after));
    QCOMPARE(after, board.grid("b"));
    board.resize(1000, 420); // room for two, one under the other
    QCoreApplication::processEvents();
    QCOMPARE(board.view("a")->x(), board.view("b")->x());
    QVERIFY(board.view("a")->geometry().bottom() < board.view("b")->y());
  }

  void steppingKeepsPlaceZoomAndScroll() {
    Board board({arrayOf("w", {200, 300}), arrayOf("b", {200}), arrayOf("c", {100, 300})}, {700, 220});
    HeatMap* grid = board.grid("w");
    grid->zoom(1);
    grid->ensureVisible(150, 200);
    auto* strip = board.findChild<ArrayStrip*>();
    strip->horizontalScrollBar()->setValue(120);
    const auto state = [&] {
      return std::tuple(grid->cellStep().width(), grid->horizontalScrollBar()->value(), grid->verticalScrollBar()->value(), strip->horizontalScrollBar()->value(),
                        board.view("w")->geometry().width(), board.view("c")->x());
    };
    const auto before = state();
    QVERIFY(std::get<1>(before) > 0 && std::get<2>(before) > 0 && std::get<3>(before) > 0);
    board.setArrays({arrayOf("w", {200, 300}, BatchAxis::None, 1e-5), arrayOf("b", {200}, BatchAxis::None, 50), arrayOf("c", {100, 300}, BatchAxis::None, 700)});
    QCoreApplication::processEvents();
    QCOMPARE(board.grid("w"), grid);
    QVERIFY(state() == before);
    QVERIFY(grid->spokenCell(0, 0).contains(QStringLiteral("10⁻⁶"))); // the new numbers: 1e-5 sin 1
    board.setArrays({arrayOf("b", {200})});
    board.setArrays({arrayOf("w", {200, 300})});
    QCOMPARE(board.grid("w")->cellStep().width(), std::get<0>(before)); // zoom outlives its absence
  }

  void theRemarkStaysInSightWhileArraysAreScrolled() {
    Board board({arrayOf("w", {6, 200}), arrayOf("b", {6, 200}), arrayOf("c", {6, 200}), arrayOf("d", {6, 200}), arrayOf("e", {6, 200}), arrayOf("f", {6, 200})}, {500, 300});
    auto* strip = board.findChild<ArrayStrip*>();
    QLabel* remark = nullptr;
    for (QLabel* label : strip->findChildren<QLabel*>())
      if (label->text().startsWith(QStringLiteral("Color: "))) remark = label;
    QVERIFY(remark && remark->isVisible() && !remark->wordWrap());
    const QPoint before = remark->mapTo(strip, QPoint());
    QVERIFY(strip->horizontalScrollBar()->maximum() > 100);
    strip->horizontalScrollBar()->setValue(100);
    QCOMPARE(remark->mapTo(strip, QPoint()), before);
    QVERIFY(before.x() >= 0 && before.x() + remark->width() <= strip->width());
  }

  void marksAndSelectionFindTheirCells() {
    Board board({arrayOf("x", {3, 2}, BatchAxis::First), arrayOf("maps", {2, 2, 2, 2}, BatchAxis::First)});
    board.setMarked({{{"x", {2, 1}}, ColorRole::Fwd}, {{"maps", {1, 0, 1, 1}}, ColorRole::Bwd}, {{"elsewhere", {0}}, ColorRole::Bwd}, {{"x", {7, 7}}, ColorRole::Fwd}});
    const QColor fwd = theme().color(ColorRole::Fwd), bwd = theme().color(ColorRole::Bwd);
    HeatMap *x = board.grid("x"), *maps = board.grid("maps");
    QVERIFY(pixelsOf(pictureOf(*x), x->cellRect(2, 1), fwd) > 100);
    QCOMPARE(pixelsOf(pictureOf(*x), x->cellRect(1, 1), fwd), 0);
    QCOMPARE(pixelsOf(pictureOf(*maps), maps->viewport()->rect(), bwd), 0); // of the other sample
    board.setSample(1);
    QVERIFY(pixelsOf(pictureOf(*maps), maps->cellRect(1, 1), bwd) > 50);
    board.setSelected(ElementRef{"x", {0, 1}});
    const QRect around = x->cellRect(0, 1).adjusted(-1, -1, 1, 1);
    QVERIFY(pixelsOf(pictureOf(*x), around, theme().color(ColorRole::Text)) > 100);
    board.setSelected(std::nullopt);
    QVERIFY(pixelsOf(pictureOf(*x), around, theme().color(ColorRole::Text)) < 60);
  }

  void revealChoosesTheSampleAndScrolls() {
    Board board({arrayOf("w", {200, 300}), arrayOf("maps", {2, 2, 2, 2}, BatchAxis::First)}, {400, 220});
    QSignalSpy changed(&board, &ArrayBoard::sampleChanged);
    board.reveal({"w", {190, 290}});
    HeatMap* grid = board.grid("w");
    QVERIFY(grid->viewport()->rect().contains(grid->cellRect(190, 290).center()));
    QCOMPARE(changed.count(), 0);
    board.reveal({"maps", {1, 1, 0, 1}});
    QCOMPARE(board.sample(), 1);
    QCOMPARE(changed.count(), 1);
    QVERIFY(board.view("maps")->visibleRegion().contains(QPoint(20, 40)));
    board.reveal({"maps", {5, 5, 5, 5}}); // not there: nothing happens
    QCOMPARE(board.sample(), 1);
  }

  void aHiddenArrayKeepsItsNumbersAndItsScale() {
    Board board({arrayOf("w", {2, 2}, BatchAxis::None, 0.7)});
    HeatMap* grid = board.grid("w");
    const QImage open = pictureOf(*grid);
    board.setHidden({{"w", {3}}});
    QCOMPARE(grid->spokenCell(0, 1), QStringLiteral("w[0,1]: ?"));
    QCOMPARE(grid->cellText(0, 1), QStringLiteral("?"));
    QCOMPARE(grid->spokenCell(1, 1), QStringLiteral("w[1,1]: ") + formatExact(0.7 * std::sin(4))); // already known
    QVERIFY(grid->content().scaleHidden);
    QVERIFY(pictureOf(*grid) != open);
    QSignalSpy clicked(&board, &ArrayBoard::elementClicked);
    QTest::mouseClick(grid->viewport(), Qt::LeftButton, {}, grid->cellRect(0, 1).center());
    QCOMPARE(clicked.count(), 1); // it can be asked for
    board.setHidden({});
    QCOMPARE(pictureOf(*grid), open);
  }

  void aChangedNumberTellsBeforeAndAfter() {
    BoardArray array = arrayOf("w", {2, 2});
    auto before = std::make_shared<std::vector<double>>(*array.values);
    (*before)[2] = 0.25;
    array.before = before;
    Board board({array});
    QCOMPARE(board.grid("w")->spokenCell(1, 0), QStringLiteral("w[1,0]: 0.25 → ") + formatExact(std::sin(3)));
    QCOMPARE(board.grid("w")->spokenCell(0, 0), QStringLiteral("w[0,0]: ") + formatExact(std::sin(1)));
    const auto source = board.grid("w")->content().source;
    QCOMPARE(source->before(1, 0), std::optional(0.25));
    QCOMPARE(source->before(0, 0), std::nullopt);
    board.setHidden({{"w", {}}});
    QVERIFY(!board.grid("w")->spokenCell(1, 0).contains(u'→'));
  }

  void oneGridHasOneFormatAsChosen() {
    Board board({arrayOf("w", {2, 2}), arrayOf("tiny", {2, 2}, BatchAxis::None, 1e-5)});
    QCOMPARE(board.grid("w")->cellText(0, 0), QStringLiteral("0.8415"));
    QCOMPARE(board.grid("tiny")->cellText(0, 0), QStringLiteral("8.41×10⁻⁶"));
    auto* chooser = board.findChild<DecimalsChooser*>();
    QSignalSpy changed(&board, &ArrayBoard::decimalsChanged);
    chooser->setCurrentIndex(1);
    emit chooser->activated(1);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(board.decimals(), std::optional(2));
    QCOMPARE(board.grid("w")->cellText(0, 0), QStringLiteral("0.84"));
    board.setDecimals(6);
    QCOMPARE(board.grid("w")->cellText(0, 0), QStringLiteral("0.841471"));
    QCOMPARE(board.grid("tiny")->cellText(0, 0), QStringLiteral("0.000008"));
    QCOMPARE(chooser->decimals(), std::optional(6));
    board.setChooserShown(false);
    QVERIFY(!chooser->isVisible());
  }

  void maskedElementsTakeNoPart() {
    BoardArray array = arrayOf("a", {2, 2});
    array.masked = std::make_shared<const std::vector<bool>>(std::vector<bool>{false, true, false, false});
    Board board({array});
    QCOMPARE(board.grid("a")->spokenCell(0, 1), QStringLiteral("a[0,1]: left out by the mask"));
    QSignalSpy clicked(&board, &ArrayBoard::elementClicked);
    QTest::mouseClick(board.grid("a")->viewport(), Qt::LeftButton, {}, board.grid("a")->cellRect(0, 1).center());
    QCOMPARE(clicked.count(), 0);
  }

  void theLanguageChangesOnTheSpot() {
    Board board({arrayOf("rows", {3, 2}, BatchAxis::First), arrayOf("maps", {3, 2, 2, 2}, BatchAxis::First)});
    const auto words = [&] { return board.view("rows")->findChild<ElidedLabel*>()->text(); };
    QCOMPARE(words(), QStringLiteral("words, 3 × 2"));
    QCOMPARE(board.view("rows")->arrayLayout().rowHead(0).text, QStringLiteral("sample 1"));
    const QImage english = pictureOf(*board.grid("rows"));
    Chinese chinese;
    QVERIFY(QCoreApplication::installTranslator(&chinese));
    QCoreApplication::processEvents();
    QCOMPARE(words(), QStringLiteral("words，3 × 2"));
    QCOMPARE(board.view("rows")->arrayLayout().rowHead(0).text, QStringLiteral("样本 1"));
    QVERIFY(pictureOf(*board.grid("rows")) != english);
    QCOMPARE(board.findChild<DecimalsChooser*>()->itemText(2), QStringLiteral("4 位小数"));
    QCoreApplication::removeTranslator(&chinese);
    QCoreApplication::processEvents();
    QCOMPARE(pictureOf(*board.grid("rows")), english);
  }

  void aSmallFactorKeepsItsDigits() {
    TermTable table;
    table.resize(440, 200);
    TermTableContent content;
    content.explanation.terms = {{{Factor{8.3487e-6, "a.grad[0]", ""}, Factor{0.51528, "b.out[0]", ""}}}, {{Factor{0.46061, "a.grad[1]", ""}, Factor{-0.0098, "b.out[1]", ""}}}};
    content.explanation.value = 4.302e-6 - 0.00451;
    content.labels = {QString(), QString()};
    table.setContent(content);
    QCOMPARE(table.text({0, 0}), QStringLiteral("8.349×10⁻⁶"));  // and not 0.00001, whose product would be another
    QCOMPARE(table.text({1, 0}), QStringLiteral("0.46061"));
    QCOMPARE(table.text({1, 1}), QStringLiteral("−0.00980"));
  }

  void nothingIsAskedOfAnEmptyBoard() {
    Board board({});
    board.setSelected(ElementRef{"w", {0}});
    board.setMarked({{{"w", {0}}, ColorRole::Fwd}});
    board.reveal({"w", {0}});
    board.grab();
    QVERIFY(!board.findChild<ArrayStrip*>()->isVisible());
    board.setArrays({arrayOf("w", {0, 3}), arrayOf("n", {})}); // no elements, and one
    board.grab();
    QVERIFY(board.findChild<ArrayStrip*>()->isVisible());
    QCOMPARE(board.grid("n")->spokenCell(0, 0), QStringLiteral("n: ") + formatExact(std::sin(1)));
  }
};

QTEST_MAIN(TestArrays)
#include "test_arrays.moc"
