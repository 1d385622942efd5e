// What a screen reader is told: numbers, the parts of the diagram with their places and actions, and a sentence for every picture.
#include "tests/support/screen_reader.h"
#include "widgets/access/spoken_number.h"
#include "widgets/common/number_format.h"
#include "widgets/diagram/diagram_view.h"
#include "widgets/model/language.h"
#include "widgets/plots/bar_plot.h"
#include "widgets/plots/heat_map.h"
#include "widgets/plots/histogram.h"
#include "widgets/plots/plot.h"
#include "widgets/plots/spoken_curves.h"
#include "widgets/plots/spoken_grid.h"
#include "widgets/runs/sweep_map.h"
#include "widgets/views/map_overlay.h"
#include "widgets/views/points_plot.h"
#include "widgets/views/spoken_views.h"
#include "widgets/views/unit_plot.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

#include <QtPlugin>

#include <cmath>

Q_IMPORT_PLUGIN(ScreenReaderPlugin)

using namespace glassbox;
using glassbox::test::ScreenReader;
using Tongue = LanguageSwitch::Tongue;

namespace {

constexpr auto kNet = "input 2 | dense 8 tanh | dense 1 | binary_cross_entropy";
constexpr auto kBlocks = "input 6 element=tokens | embedding 8 tokens=9 | transformer_block 2 repeat=3 causal=true | dense 9 | softmax_cross_entropy";
constexpr auto kBlock = "transformer_block1";

struct Lab {
  Document document;
  std::unique_ptr<DiagramView> view;

  explicit Lab(const char* line, QSize size = {1200, 700}) {
    Project project;
    Result<NetworkSpec> spec = parseLine(line);
    if (!spec) qFatal("%s", english(spec.error()).c_str());
    project.spec = *spec;
    document.open(project);
    view = std::make_unique<DiagramView>(&document);
    view->resize(size);
    view->show();
    view->activateWindow();
    if (!QTest::qWaitForWindowActive(view.get())) qFatal("the window does not show");
    view->setFocus(Qt::TabFocusReason);
  }
  QAccessibleInterface* access() const { return QAccessible::queryAccessibleInterface(view.get()); }
  std::vector<QAccessibleInterface*> children() const {
    std::vector<QAccessibleInterface*> out;
    for (int i = 0; i < access()->childCount(); ++i) out.push_back(access()->child(i));
    return out;
  }
  QStringList names(QAccessible::Role role) const {
    QStringList out;
    for (QAccessibleInterface* child : children())
      if (!child->object() && child->role() == role) out << child->text(QAccessible::Name);
    return out;
  }
  /// The part whose name begins so.
  QAccessibleInterface* part(const QString& begin) const {
    for (QAccessibleInterface* child : children())
      if (!child->object() && child->text(QAccessible::Name).startsWith(begin)) return child;
    return nullptr;
  }
  void key(Qt::Key code, Qt::KeyboardModifiers held = {}) const { QTest::keyClick(view.get(), code, held); }
};

CurvePyramid curveOf(const std::vector<double>& values) {
  CurvePyramid points;
  for (std::size_t i = 0; i < values.size(); ++i) points.append(CurvePoint::of(static_cast<double>(i + 1), values[i]));
  return points;
}

CurvePyramid curveOf(std::size_t count, const std::function<double(double)>& f) {
  std::vector<double> values;
  for (std::size_t i = 0; i < count; ++i) values.push_back(f(static_cast<double>(i)));
  return curveOf(values);
}

QString classOf(int k) { return QStringLiteral("c%1").arg(k); }

} // namespace

Q_DECLARE_METATYPE(Trend)
Q_DECLARE_METATYPE(CurvePyramid)

class TestAccess : public QObject {
  Q_OBJECT

 private slots:
  void cleanup() { m_language.use(Tongue::English); }

  // ---- numbers ---------------------------------------------------------------------------------------------------------

  void numbersAreReadWhole_data() {
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("chinese");
    QTest::newRow("thousands are one number") << formatInteger(1234567) << "1234567" << "1234567";
    QTest::newRow("a power of ten") << formatNumber(1.23e-5) << QStringLiteral("1.23 times 10 to the power −5") << QStringLiteral("1.23 乘以 10 的 −5 次方");
    QTest::newRow("a bare power of ten") << formatShort(1e-5) << QStringLiteral("10 to the power −5") << QStringLiteral("10 的 −5 次方");
    QTest::newRow("two powers") << formatNumber(2e9) + ", " + formatNumber(3e-12) << QStringLiteral("2.00 times 10 to the power 9, 3.00 times 10 to the power −12")
                                << QStringLiteral("2.00 乘以 10 的 9 次方, 3.00 乘以 10 的 −12 次方");
    QTest::newRow("no number") << "Dense 1" << "Dense 1" << "Dense 1";
  }
  void numbersAreReadWhole() {
    QFETCH(QString, shown);
    QTEST(spokenNumbers(shown), "english");
    m_language.use(Tongue::Chinese);
    QTEST(spokenNumbers(shown), "chinese");
  }

  // ---- the diagram -----------------------------------------------------------------------------------------------------

  void theDiagramIsACanvasOfItsParts() {
    const Lab lab(kNet);
    QCOMPARE(lab.access()->role(), QAccessible::Canvas);
    QCOMPARE(lab.access()->text(QAccessible::Name), QStringLiteral("Network diagram"));
    QCOMPARE(lab.access()->text(QAccessible::Description), QStringLiteral("5 layers, 4 wires, 33 parameters"));
    QCOMPARE(lab.names(QAccessible::Button), QStringList({"Input: 2 values", "Dense 1: units 8, Tanh, 24 parameters", "Tanh", "Dense 2: units 1, 9 parameters", "Binary cross-entropy"}));
    QCOMPARE(lab.names(QAccessible::Graphic), QStringList({"Input to Dense 1, carries 2 values", "Tanh to Dense 2, carries 8 values", "Dense 2 to Binary cross-entropy, carries 1 value"}));
  }

  void thePartsHaveChineseNames() {
    const Lab lab(kNet);
    m_language.use(Tongue::Chinese);
    QCoreApplication::processEvents();
    QCOMPARE(lab.access()->text(QAccessible::Description), QStringLiteral("5 层，4 条连线，33 个参数"));
    QCOMPARE(lab.names(QAccessible::Button), QStringList({"输入：2 个值", "全连接层 1：神经元数 8，Tanh，24 个参数", "Tanh", "全连接层 2：神经元数 1，9 个参数", "二元交叉熵"}));
    QCOMPARE(lab.names(QAccessible::Graphic), QStringList({"输入 到 全连接层 1，传递 2 个值", "Tanh 到 全连接层 2，传递 8 个值", "全连接层 2 到 二元交叉熵，传递 1 个值"}));
  }

  void everyChildIsFoundAtItsPlace() {
    const Lab lab(kNet);
    const std::vector<QAccessibleInterface*> all = lab.children();
    const QRect canvas(lab.view->viewport()->mapToGlobal(QPoint()), lab.view->viewport()->size());
    for (std::size_t i = 0; i < all.size(); ++i) {
      QCOMPARE(lab.access()->indexOfChild(all[i]), static_cast<int>(i));
      QCOMPARE(all[i]->parent(), lab.access());
      if (all[i]->object()) continue; // a widget on the canvas
      QVERIFY2(canvas.contains(all[i]->rect()), qPrintable(all[i]->text(QAccessible::Name)));
      QVERIFY(!all[i]->state().offscreen && !all[i]->state().invalid);
    }
    for (const char* name : {"Input:", "Dense 1:", "Dense 2:", "Binary"}) {
      QAccessibleInterface* tile = lab.part(QString::fromLatin1(name));
      const QPoint head = tile->rect().topLeft() + QPoint(tile->rect().width() / 2, 10);
      QCOMPARE(lab.access()->childAt(head.x(), head.y()), tile);
    }
    QAccessibleInterface* host = lab.part("Dense 1:");
    QAccessibleInterface* word = lab.part("Tanh");
    QVERIFY(host->rect().contains(word->rect()) && word->rect().height() < host->rect().height());
    QAccessibleInterface* wire = lab.part("Dense 2 to");
    QCOMPARE(lab.access()->childAt(wire->rect().center().x(), wire->rect().center().y()), wire);
    QCOMPARE(lab.access()->childAt(canvas.left() + 2, canvas.top() + 2), static_cast<QAccessibleInterface*>(nullptr));
  }

  void whatLiesOnTheCanvasIsReachedToo() {
    const Lab lab(kNet);
    QStringList buttons;
    for (QAccessibleInterface* child : lab.children())
      if (child->object()) buttons << child->object()->metaObject()->className();
    QVERIFY2(buttons.contains("glassbox::CanvasTools") && !buttons.contains("QWidget"), qPrintable(buttons.join(' '))); // not the viewport
  }

  void aPartSaysWhereItStands() {
    const Lab lab(kNet);
    const QString text = lab.part("Dense 2:")->text(QAccessible::Description);
    QVERIFY2(text.startsWith("From Tanh. To Binary cross-entropy. "), qPrintable(text));
    QVERIFY(text.contains("weighted sum")); // what the layer does
  }

  void aProblemIsPartOfTheName() {
    const Lab lab("input 1x28x28 | dense 10 | softmax_cross_entropy");
    const QString name = lab.part("Dense")->text(QAccessible::Name);
    QVERIFY2(name.contains("problem: "), qPrintable(name));
    QVERIFY(lab.access()->text(QAccessible::Description).contains("problems: "));
  }

  void pressOpensTheParameters() {
    const Lab lab(kNet);
    QSignalSpy opened(lab.view.get(), &DiagramView::nodeActivated);
    QAccessibleInterface* tile = lab.part("Dense 2:");
    tile->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened[0][0].value<NodeId>(), NodeId("dense2"));
    QVERIFY(!lab.part("Dense 2 to")->actionInterface()->actionNames().contains(QAccessibleActionInterface::pressAction()));
  }

  void toggleSelectsAndReleases() {
    const Lab lab(kNet);
    const QString toggle = QAccessibleActionInterface::toggleAction();
    QAccessibleInterface *tile = lab.part("Dense 2:"), *wire = lab.part("Dense 2 to");
    QVERIFY(tile->state().selectable && !tile->state().selected);
    tile->actionInterface()->doAction(toggle);
    wire->actionInterface()->doAction(toggle);
    QVERIFY(tile->state().selected && wire->state().selected && !lab.part("Dense 1:")->state().selected);
    QCOMPARE(lab.view->selection(), std::vector<NodeId>({"dense2"}));
    tile->actionInterface()->doAction(toggle);
    QVERIFY(!tile->state().selected && wire->state().selected);
    QVERIFY(lab.view->selection().empty());
  }

  void everyMoveOfTheKeyboardIsAnnounced() {
    const Lab lab(kNet);
    ScreenReader::forget();
    lab.key(Qt::Key_Right);
    lab.key(Qt::Key_Right);
    lab.key(Qt::Key_Right);
    lab.key(Qt::Key_Left);
    QCOMPARE(ScreenReader::heard(QAccessible::Focus), QStringList({"Input: 2 values", "Dense 1: units 8, Tanh, 24 parameters", "Tanh", "Dense 1: units 8, Tanh, 24 parameters"}));
    QVERIFY(lab.part("Dense 1:")->state().focused && !lab.part("Tanh")->state().focused);
    QCOMPARE(lab.access()->focusChild(), lab.part("Dense 1:"));
    lab.part("Dense 2:")->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
    QCOMPARE(ScreenReader::heard(QAccessible::Focus).last(), QStringLiteral("Dense 2: units 1, 9 parameters"));
    QCOMPARE(lab.view->diagram()->current(), NodeId("dense2"));
  }

  void aSelectionIsAnnounced() {
    const Lab lab(kNet);
    ScreenReader::forget();
    lab.view->select({"dense2"});
    QCOMPARE(ScreenReader::heard(QAccessible::SelectionAdd), QStringList("Dense 2: units 1, 9 parameters"));
    QCOMPARE(ScreenReader::heard(QAccessible::StateChanged), QStringList("Dense 2: units 1, 9 parameters"));
    lab.view->select({});
    QCOMPARE(ScreenReader::heard(QAccessible::SelectionRemove), QStringList("Dense 2: units 1, 9 parameters"));
    ScreenReader::forget();
    lab.view->select({"input1", "dense1"});
    QCOMPARE(ScreenReader::heard(QAccessible::SelectionWithin), QStringList("Network diagram"));
    QCOMPARE(ScreenReader::heard(QAccessible::StateChanged).size(), 2);
  }

  void aWireDrawnByKeyboardIsRead() {
    Lab lab("input 4 | dense 3 | mse");
    lab.key(Qt::Key_Right);
    lab.key(Qt::Key_W);
    const QString text = lab.access()->text(QAccessible::Description);
    QVERIFY2(text.startsWith("Wire to ") || text.contains(lab.view->diagram()->draft()->reason()), qPrintable(text));
    QVERIFY(text.contains('\n'));
    lab.key(Qt::Key_Escape);
    QVERIFY(!lab.access()->text(QAccessible::Description).contains('\n'));
  }

  void aPartThatIsGoneIsInvalid() {
    Lab lab(kNet);
    ScreenReader::forget();
    QAccessibleInterface* tile = lab.part("Dense 2:");
    QAccessibleInterface* kept = lab.part("Dense 1:");
    const QAccessible::Id id = QAccessible::uniqueId(tile);
    lab.document.removeNodes({"dense2"});
    QCOMPARE(QAccessible::accessibleInterface(id), static_cast<QAccessibleInterface*>(nullptr));
    QVERIFY(kept->isValid() && kept == lab.part("Dense:")); // the only one needs no number
    QVERIFY(ScreenReader::heard(QAccessible::ObjectDestroyed).size() >= 1);
    lab.document.undoStack()->undo();
    QVERIFY(ScreenReader::heard(QAccessible::ObjectCreated).contains("Dense 2: units 1, 9 parameters"));
    QVERIFY(lab.part("Dense 2:"));
  }

  void aGroupFoldsAndUnfolds() {
    Lab lab(kBlocks);
    QCOMPARE(lab.names(QAccessible::Grouping).size(), 1);
    QAccessibleInterface* frame = lab.part(lab.names(QAccessible::Grouping).front());
    QCOMPARE(frame->role(), QAccessible::Grouping);
    QVERIFY(frame->state().expanded);
    QVERIFY2(frame->text(QAccessible::Name).endsWith("parameters, copy 1 of 3 shown"), qPrintable(frame->text(QAccessible::Name)));
    frame->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QVERIFY(lab.view->isFolded(kBlock));
    QVERIFY(lab.names(QAccessible::Grouping).isEmpty());
    QAccessibleInterface* tile = nullptr;
    for (QAccessibleInterface* child : lab.children())
      if (!child->object() && child->state().collapsed) tile = child;
    QVERIFY(tile);
    QVERIFY2(tile->text(QAccessible::Name).contains("folded") && tile->text(QAccessible::Name).contains("3 × "), qPrintable(tile->text(QAccessible::Name)));
    tile->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QVERIFY(!lab.view->isFolded(kBlock));
  }

  // ---- curves ----------------------------------------------------------------------------------------------------------

  void theTrendIsThatOfTheLastFifth_data() {
    QTest::addColumn<CurvePyramid>("curve");
    QTest::addColumn<Trend>("trend");
    const auto noise = [](double i) { return std::sin(12.9898 * i * i); };
    QTest::newRow("seven points say nothing") << curveOf(7, [](double i) { return 7 - i; }) << Trend::Unknown;
    QTest::newRow("eight that fall") << curveOf(8, [](double i) { return 8 - i; }) << Trend::Falling;
    QTest::newRow("eight that rise") << curveOf(8, [](double i) { return i; }) << Trend::Rising;
    QTest::newRow("all the same") << curveOf(100, [](double) { return 0.5; }) << Trend::Steady;
    QTest::newRow("fell long ago") << curveOf(100, [](double i) { return i < 60 ? 60 - i : 1; }) << Trend::Steady;
    QTest::newRow("fell, rises lately") << curveOf(100, [](double i) { return i < 80 ? 100 - i : i - 60; }) << Trend::Rising;
    QTest::newRow("noise around a level") << curveOf(400, [&](double i) { return 1 + 0.3 * noise(i); }) << Trend::Steady;
    QTest::newRow("falls under noise") << curveOf(400, [&](double i) { return 4 - 0.01 * i + 0.1 * noise(i); }) << Trend::Falling;
    QTest::newRow("small numbers fall too") << curveOf(100, [](double i) { return 1e-6 * std::exp(-0.1 * i); }) << Trend::Falling;
    QTest::newRow("a change of a thousandth is none") << curveOf(10, [](double i) { return 1 - 0.0001 * i; }) << Trend::Steady;
    QTest::newRow("gaps are left out") << curveOf(16, [](double i) { return static_cast<int>(i) % 2 ? std::nan("") : i; }) << Trend::Rising;
  }
  void theTrendIsThatOfTheLastFifth() {
    QFETCH(CurvePyramid, curve);
    QTEST(trendOf(curve), "trend");
  }

  void curvesAreRead() {
    // 0.75, 0.5, ... down to 0.25 at point 5, then up to 0.5 at point 8: eight points, whose second half lies lower than the first.
    const auto train = spokenCurveOf("training", curveOf({0.75, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25, 0.375}));
    const auto test = spokenCurveOf("test", curveOf({0.5}));
    QVERIFY(train && test && !spokenCurveOf("none", curveOf({std::nan("")})));
    QCOMPARE(spokenCurves("Loss", "step", {*train, *test}, formatNumber),
             QStringLiteral("Loss. training: 0.3750 at step 8, falling; least 0.2500 at step 5, greatest 0.7500 at step 1. test: 0.5000 at step 1."));
    m_language.use(Tongue::Chinese);
    const auto zh = spokenCurveOf("训练", curveOf({0.75, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25, 0.375}));
    QCOMPARE(spokenCurves("损失", "步", {*zh}, formatNumber), QStringLiteral("损失。训练：步 8 时为 0.3750，在下降；最小值 0.2500，在 步 5；最大值 0.7500，在 步 1。"));
  }

  void ofManyCurvesOnlyTheEndIsRead() {
    std::vector<SpokenCurve> curves;
    for (int i = 0; i < 5; ++i) curves.push_back(*spokenCurveOf(QString::number(i), curveOf({1, 2})));
    QVERIFY(!spokenCurves("Norm", "step", curves, formatNumber).contains("least"));
    curves.pop_back();
    QVERIFY(spokenCurves("Norm", "step", curves, formatNumber).contains("least 1.0000 at step 1, greatest 2.0000 at step 2"));
  }

  void aPlotIsAChartThatSpeaksWhenAsked() {
    Plot plot;
    PlotContent content;
    content.title = "Loss";
    content.curves = {{.id = "train", .name = "training"}};
    plot.setContent(content);
    plot.resize(500, 260);
    plot.show();
    ScreenReader::forget();
    for (int i = 1; i <= 8; ++i) {
      const CurvePoint point = CurvePoint::of(i, 9 - i);
      plot.append("train", {&point, 1});
      QVERIFY(plot.refresh());
    }
    QCOMPARE(ScreenReader::heard(QAccessible::DescriptionChanged), QStringList()); // a painting says nothing
    QAccessibleInterface* access = QAccessible::queryAccessibleInterface(&plot);
    QCOMPARE(access->role(), QAccessible::Chart);
    QCOMPARE(access->text(QAccessible::Name), QStringLiteral("Loss"));
    QCOMPARE(access->text(QAccessible::Description), QStringLiteral("Loss. training: 1.0000 at step 8, falling; least 1.0000 at step 8, greatest 8.0000 at step 1."));
    const CurvePoint next = CurvePoint::of(9, 0.5);
    plot.append("train", {&next, 1});
    QVERIFY(access->text(QAccessible::Description).contains("0.5000 at step 9")); // also before it is drawn
    plot.setHoverX(3);
    QCOMPARE(ScreenReader::heard(QAccessible::DescriptionChanged), QStringList("Loss"));
    QVERIFY(access->text(QAccessible::Description).startsWith("Loss at step 3: training 6.0000"));
  }

  // ---- grids and views -------------------------------------------------------------------------------------------------

  void aHeatMapIsRead() {
    HeatMap map;
    HeatMapContent content;
    content.rows = 2;
    content.columns = 3;
    content.values = {0.5, -2, 0.25, 1, std::nan(""), 0};
    content.name = "Weights";
    map.setContent(content);
    QAccessibleInterface* access = QAccessible::queryAccessibleInterface(&map);
    QCOMPARE(access->role(), QAccessible::Chart);
    QCOMPARE(access->text(QAccessible::Description), QStringLiteral("Weights: 2 × 3 numbers; least −2.0000 at row 1, column 2, greatest 1.0000 at row 2, column 1."));
    content.hidden = {false, true, false, false, false, false}; // what is not told on the screen is not told aloud
    map.setContent(content);
    QCOMPARE(access->text(QAccessible::Description), QStringLiteral("Weights: 2 × 3 numbers; least 0 at row 2, column 3, greatest 1.0000 at row 2, column 1."));
    m_language.use(Tongue::Chinese);
    content.name = "权重";
    content.hidden.clear();
    map.setContent(content);
    QCOMPARE(access->text(QAccessible::Description), QStringLiteral("权重：2 × 3 个数；最小值 −2.0000，在 行 1，列 2；最大值 1.0000，在 行 2，列 1。"));
  }

  void aHistogramAndBarsAreRead() {
    Histogram histogram;
    HistogramContent content;
    content.bins = {1, 5, 2};
    content.low = -1.5;
    content.high = 1.5;
    content.notFinite = 4;
    content.name = "weights of Dense 2";
    histogram.setContent(content);
    QAccessibleInterface* access = QAccessible::queryAccessibleInterface(&histogram);
    QCOMPARE(access->role(), QAccessible::Chart);
    QCOMPARE(access->text(QAccessible::Description), QStringLiteral("8 values from −1.5000 to 1.5000. Longest bar: −0.5000 to 0.5000: 5 values. 4 not a number."));
    BarPlot bars;
    bars.setContent({{{"cat", 0.75}, {"dog", 0.25}}, true, "Probabilities"});
    QCOMPARE(QAccessible::queryAccessibleInterface(&bars)->text(QAccessible::Description), QStringLiteral("cat 75.0 %, dog 25.0 %"));
    UnitPlot plot;
    plot.setContent({"Precision and recall", "threshold", "share", {{"recall", "0.5", ColorRole::Text, QPolygonF({{0, 1}, {1, 0.25}})}}, {}, {}});
    QCOMPARE(QAccessible::queryAccessibleInterface(&plot)->text(QAccessible::Description), QStringLiteral("recall 0.5; least 0.2500 at threshold 1.0000, greatest 1.0000 at threshold 0."));
  }

  void pointsAndAPictureAreRead() {
    PointsPlot points;
    points.setContent({{{-1, 0.5, "a", 0}, {2, -0.5, "b", 1}}, 2, true, "Vectors of the tokens", "component 1", "component 2"});
    QCOMPARE(QAccessible::queryAccessibleInterface(&points)->text(QAccessible::Description),
             QStringLiteral("Vectors of the tokens: 2 points, 2 classes; component 1: −1.0000 to 2.0000; component 2: −0.5000 to 0.5000."));
    points.setCurrent(1); // the place of the keyboard comes first
    QVERIFY(QAccessible::queryAccessibleInterface(&points)->text(QAccessible::Description).startsWith("b\nVectors"));
    MapOverlay overlay;
    MapOverlayContent content;
    content.picture = QImage(2, 1, QImage::Format_RGB32);
    content.values = {0.25F, -0.5F};
    content.unit = "gradient";
    overlay.setContent(content);
    QCOMPARE(QAccessible::queryAccessibleInterface(&overlay)->text(QAccessible::Description),
             QStringLiteral("gradient: 1 × 2 numbers; least −0.5000 at row 1, column 2, greatest 0.2500 at row 1, column 1."));
  }

  void aSweepIsRead() {
    SweepMap map;
    SweepMapContent content;
    content.axes = {{"rate", {"0.1", "0.01"}}};
    content.axisNames = {"Learning rate"};
    content.cells.resize(2);
    SweepRun run;
    run.seed = 1;
    run.loss = 0.25;
    content.cells[1].runs = {run};
    map.setContent(content);
    QCOMPARE(QAccessible::queryAccessibleInterface(&map)->text(QAccessible::Description),
             QStringLiteral("1 of 2 cells done. Loss from 0.2500 to 0.2500. Best: Learning rate 0.01, seed 1: loss 0.2500."));
    m_language.use(Tongue::Chinese);
    QVERIFY(map.summary().startsWith("2 格中已完成 1 格。损失从 0.2500 到 0.2500。最佳："));
  }

  void aConfusionMatrixIsRead() {
    ConfusionCounts counts;
    counts.classes = 3;
    counts.counts = {7, 1, 0, 0, 5, 3, 2, 0, 2}; // 14 of 20 right; class 1 taken for 2 three times
    QCOMPARE(spokenNumbers(spokenConfusion(counts, classOf)), QStringLiteral("Confusion matrix: 3 classes, 20 samples, 70.0 % right. Most frequent mistake: c1 taken for c2, 3 times."));
    m_language.use(Tongue::Chinese);
    QCOMPARE(spokenNumbers(spokenConfusion(counts, classOf)), QStringLiteral("混淆矩阵：3 个类别，20 个样本，准确率 70.0 %。最常见的误判：“c1”误认作“c2”，3 次。"));
    m_language.use(Tongue::English);
    counts.counts = {4, 0, 0, 0, 3, 0, 0, 0, 3};
    QVERIFY(!spokenConfusion(counts, classOf).contains("mistake"));
  }

  void aSurfaceIsRead() {
    Surface surface;
    surface.kind = SurfaceKind::Probability;
    surface.side = 2;
    surface.border = 0.5;
    surface.values = {0.9F, 0.1F, 0.2F, 0.3F}; // class 1 in one of four cells
    QCOMPARE(spokenNumbers(spokenSurface("Decision surface", surface, classOf)), QStringLiteral("Decision surface: x from −1 to 1, y from −1 to 1. c0: 75.0 % of the plane; c1: 25.0 % of the plane."));
    surface.kind = SurfaceKind::Value;
    QCOMPARE(spokenSurface("Output", surface, classOf), QStringLiteral("Output: x from −1 to 1, y from −1 to 1. least 0.1000 at 0.5, 0.5, greatest 0.9000 at −0.5, 0.5."));
    surface.kind = SurfaceKind::Classes;
    surface.side = 1;
    surface.outputs = 3;
    surface.values = {0.2F, 0.2F, 0.6F};
    m_language.use(Tongue::Chinese);
    QCOMPARE(spokenNumbers(spokenSurface("决策面", surface, classOf)), QStringLiteral("决策面：x 从 −1 到 1，y 从 −1 到 1。c0：占平面的 0.0 %；c1：占平面的 0.0 %；c2：占平面的 100.0 %。"));
  }

  void aFitIsRead() {
    const FitCurve curve{{0, 1, 2}, {0, 2, 0}};
    const std::vector<PlanePoint> points{{0.5, 1.5, 0, Part::Train, 0}, {2, 0.5, 0, Part::Test, 1}, {3, 9, 0, Part::Test, 2}}; // off by 0.5 twice; the last is beyond the curve
    QCOMPARE(spokenFit("Fitted curve", curve, points), QStringLiteral("Fitted curve: x from 0 to 2; least 0 at x 0, greatest 2.0000 at x 1. 3 samples, 0.5000 off on average."));
    QCOMPARE(spokenFit("Fitted curve", {}, {}), QStringLiteral("Fitted curve."));
    m_language.use(Tongue::Chinese);
    QCOMPARE(spokenFit("拟合曲线", curve, points), QStringLiteral("拟合曲线：x 从 0 到 2；最小值 0，在 x 0；最大值 2.0000，在 x 1。3 个样本，平均偏差 0.5000。"));
  }

  void aLandscapeIsRead() {
    Landscape landscape;
    landscape.side = 2;
    landscape.left = landscape.bottom = -1;
    landscape.stepX = landscape.stepY = 1;
    landscape.centerRow = 0;
    landscape.centerColumn = 1;
    landscape.losses = {3, 0.5F, std::nanf(""), 1};
    QCOMPARE(spokenLandscape(landscape), QStringLiteral("Loss landscape: 2 × 2 points, loss 0.5000 at the present weights; least 0.5000 at 0, 0, greatest 3.0000 at −1, 0."));
    m_language.use(Tongue::Chinese);
    QCOMPARE(spokenLandscape(landscape), QStringLiteral("损失地形：2 × 2 个点，当前权重处的损失为 0.5000；最小值 0.5000，在 0，0；最大值 3.0000，在 −1，0。"));
  }

  void histogramsOverTimeAreRead() {
    const std::vector<float> values{-1, 0, 0, 3};
    LayerSpread layer;
    layer.bins = binsOf(values);
    layer.units = 8;
    layer.deadUnits = 2;
    const std::vector<SpreadColumn> columns{{0, layer}, {1200, layer}};
    // mean 0.5; squared distances 2.25, 0.25, 0.25, 6.25: mean 2.25, root 1.5
    QCOMPARE(spokenNumbers(spokenSpread("Weights", columns)),
             QStringLiteral("Weights: 2 histograms, step 0 to 1200. At step 1200: 4 values, mean 0.5000, standard deviation 1.5000, least −1.0000, greatest 3.0000. 2 of 8 units dead."));
    m_language.use(Tongue::Chinese);
    QVERIFY(spokenNumbers(spokenSpread("权重", columns)).startsWith("权重：2 幅直方图，第 0 步到第 1200 步。第 1200 步：4 个值，均值 0.5000，标准差 1.5000"));
  }

  void mapsAreRead() {
    MapSet maps;
    maps.groups = 1;
    maps.perGroup = 2;
    maps.height = 1;
    maps.width = 2;
    maps.values = {0.5F, -0.25F, 1, 0};
    QCOMPARE(spokenMaps("Feature maps", maps), QStringLiteral("Feature maps: 2 maps of 1 × 2, values from −0.2500 to 1.0000."));
    m_language.use(Tongue::Chinese);
    QCOMPARE(spokenMaps("特征图", maps), QStringLiteral("特征图：2 幅，每幅 1 × 2，值从 −0.2500 到 1.0000。"));
  }

 private:
  LanguageSwitch m_language;
};

QTEST_MAIN(TestAccess)
#include "test_access.moc"
