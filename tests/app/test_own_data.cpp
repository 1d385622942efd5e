// The learner's own data: points set, painted and taken away with the mouse and the keyboard, undone, trained on, saved and opened again.
#include "app/main_window.h"
#include "engine/io/project.h"
#include "widgets/common/segmented.h"
#include "widgets/inspector/data_panel.h"
#include "widgets/inspector/data_preview.h"
#include "widgets/inspector/own_points.h"
#include "widgets/views/look_pages.h"
#include "widgets/views/look_panel.h"
#include "widgets/views/surface_view.h"

#include <QComboBox>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace glassbox;

namespace {

Project projectOn(const char* source, const char* line) {
  Project project;
  if (Result<NetworkSpec> spec = parseLine(line)) project.spec = *spec;
  project.data.source = source;
  project.data.shares = {0, 0};
  return project;
}

struct Board {
  Document document;
  DataPanel panel{document};
  explicit Board(const char* source = "painted") {
    document.open(projectOn(source, "input 2 | dense 4 tanh | dense 1 | binary_cross_entropy"));
    panel.resize(240, 900);
    panel.show();
  }
  PointCanvas* canvas() { return panel.ownPoints()->canvas(); }
  const std::vector<PaintedPoint>& points() { return document.data().points; }
  QPoint at(double x, double y) { return canvas()->pixelOf(x, y).toPoint(); }
};

} // namespace

class TestOwnData : public QObject {
  Q_OBJECT

private slots:
  void aClickSetsAPointOfTheChosenClassAndTheRightButtonTakesTheNext() {
    Board board;
    QVERIFY(board.canvas()->isVisible());
    QTest::mouseClick(board.canvas(), Qt::LeftButton, {}, board.at(-0.5, 0.5));
    QTest::mouseClick(board.canvas(), Qt::RightButton, {}, board.at(0, 0));
    QTest::mouseClick(board.canvas(), Qt::LeftButton, {}, board.at(0.75, -0.25));
    QCOMPARE(board.points().size(), std::size_t{2});
    QCOMPARE(board.points()[0].classIndex, 0);
    QCOMPARE(board.points()[1].classIndex, 1);
    QVERIFY2(std::abs(board.points()[1].x - 0.75) < 0.02, qPrintable(QString::number(board.points()[1].x)));
    QVERIFY2(std::abs(board.points()[1].y + 0.25) < 0.02, qPrintable(QString::number(board.points()[1].y)));
    QTRY_VERIFY(board.panel.dataset());
    QCOMPARE(board.panel.dataset()->samples(), std::int64_t{2});
  }

  void eachClickIsOneUndoStep() {
    Board board;
    QTest::mouseClick(board.canvas(), Qt::LeftButton, {}, board.at(-0.5, 0.5));
    QTest::mouseClick(board.canvas(), Qt::LeftButton, {}, board.at(0.5, 0.5));
    const auto two = board.points();
    board.document.undoStack()->undo();
    QCOMPARE(board.points().size(), std::size_t{1});
    board.document.undoStack()->redo();
    QCOMPARE(board.points(), two);
  }

  void aDragWithTheBrushPaintsWithinItsRadiusAndIsOneUndoStep() {
    Board board;
    auto* tools = board.panel.ownPoints()->toolChoice();
    emit tools->chosen(1);
    const QPoint from = board.at(-0.6, 0), to = board.at(0.6, 0);
    QTest::mousePress(board.canvas(), Qt::LeftButton, {}, from);
    for (int i = 1; i <= 20; ++i) QTest::mouseMove(board.canvas(), from + (to - from) * i / 20);
    QVERIFY2(board.points().empty(), "a stroke is reported when it ends");
    QTest::mouseRelease(board.canvas(), Qt::LeftButton, {}, to);
    QVERIFY(board.points().size() >= 3 * 6);
    QCOMPARE(board.points().size() % 3, std::size_t{0}); // density
    for (const PaintedPoint& point : board.points()) {
      QVERIFY2(std::abs(point.y) <= 0.15 + 0.03, qPrintable(QString::number(point.y)));
      QVERIFY(std::abs(point.x) <= 0.6 + 0.15 + 0.03);
    }
    QCOMPARE(board.document.undoStack()->count(), 1);
    board.document.undoStack()->undo();
    QVERIFY(board.points().empty());
  }

  void theSameDabIsTheSamePointsAndTheNextOneIsAnother() {
    const auto a = dab({0.2, 8}, {0.1, -0.3}, 2, 7, 5), b = dab({0.2, 8}, {0.1, -0.3}, 2, 7, 5), c = dab({0.2, 8}, {0.1, -0.3}, 2, 7, 6);
    QCOMPARE(a.size(), std::size_t{8});
    QCOMPARE(a, b);
    QVERIFY(a != c);
    for (const PaintedPoint& point : a) {
      QCOMPARE(point.classIndex, 2);
      QVERIFY(std::hypot(point.x - 0.1, point.y + 0.3) <= 0.2 + 0.001);
    }
  }

  void shiftAndClickTakesTheNearestPointAndTheEraserAllWithinItsRadius() {
    Board board;
    EditValue value = board.document.value();
    value.data.points = {{-0.5, 0, 0}, {0.5, 0, 1}, {0.55, 0.05, 1}, {0.5, 0.6, 0}};
    board.document.apply(value, GB_TEXT("test", "points"));
    QTest::mouseClick(board.canvas(), Qt::LeftButton, Qt::ShiftModifier, board.at(-0.5, 0));
    QCOMPARE(board.points(), (std::vector<PaintedPoint>{{0.5, 0, 1}, {0.55, 0.05, 1}, {0.5, 0.6, 0}}));
    emit board.panel.ownPoints()->toolChoice()->chosen(2);
    QTest::mouseClick(board.canvas(), Qt::LeftButton, {}, board.at(0.52, 0.02));
    QCOMPARE(board.points(), (std::vector<PaintedPoint>{{0.5, 0.6, 0}}));
    board.document.undoStack()->undo();
    board.document.undoStack()->undo();
    QCOMPARE(board.points().size(), std::size_t{4});
  }

  void theKeyboardDoesAllOfIt() {
    Board board;
    board.canvas()->setFocus();
    QTest::keyClick(board.canvas(), Qt::Key_Return);
    QTest::keyClick(board.canvas(), Qt::Key_3);
    for (int i = 0; i < 4; ++i) QTest::keyClick(board.canvas(), Qt::Key_Right);
    QTest::keyClick(board.canvas(), Qt::Key_Up);
    QTest::keyClick(board.canvas(), Qt::Key_Return);
    QCOMPARE(board.points(), (std::vector<PaintedPoint>{{0, 0, 0}, {0.2, 0.05, 3}})); // steps of 2.4 / 48
    QTest::keyClick(board.canvas(), Qt::Key_Delete);
    QCOMPARE(board.points(), (std::vector<PaintedPoint>{{0, 0, 0}}));
  }

  void pointsOfACurveAreNumbersToBePredicted() {
    Board board("curve_points");
    QVERIFY(!board.panel.ownPoints()->classChoice()->isVisible());
    QTest::mouseClick(board.canvas(), Qt::LeftButton, {}, board.at(-0.5, 0.25));
    QTRY_VERIFY(board.panel.dataset());
    const Dataset& data = *board.panel.dataset();
    QCOMPARE(data.task, DataTask::Regression);
    float x = 0, y = 0;
    data.inputs[0].read(0, &x);
    data.target.read(0, &y);
    QCOMPARE(x, static_cast<float>(board.points()[0].x));
    QCOMPARE(y, static_cast<float>(board.points()[0].y));
  }

  void aLockedPlaneTakesNoPoint() {
    Board board;
    board.panel.setLocked(QStringLiteral("kept by the lesson"));
    QTest::mouseClick(board.canvas(), Qt::LeftButton, {}, board.at(0, 0));
    QVERIFY(board.points().empty());
  }

  void ownPointsStayWhileOtherDataAreLookedAt() {
    Board board;
    QTest::mouseClick(board.canvas(), Qt::LeftButton, {}, board.at(0.5, 0.5));
    QComboBox* list = board.panel.sourceList();
    list->setCurrentIndex(list->findData(QStringLiteral("moons")));
    emit list->activated(list->currentIndex());
    QCOMPARE(board.document.data().source, std::string("moons"));
    QCOMPARE(board.points().size(), std::size_t{1});
    QVERIFY(!board.canvas()->isVisible());
    list->setCurrentIndex(list->findData(QStringLiteral("painted")));
    emit list->activated(list->currentIndex());
    QVERIFY(board.canvas()->isVisible());
  }

  void pointsSurviveSaveAndOpenAndTrainingFollowsThem() {
    LanguageSwitch language;
    MainWindow window(&language);
    window.document()->open(projectOn("painted", "input 2 | dense 4 tanh | dense 1 | binary_cross_entropy"));
    window.showLab();
    window.setLeftTab(2);
    window.show();
    PointCanvas* canvas = window.dataPanel()->ownPoints()->canvas();
    QTest::mouseClick(canvas, Qt::LeftButton, {}, canvas->pixelOf(-0.5, 0).toPoint());
    QTest::keyClick(canvas, Qt::Key_1);
    QTest::mouseClick(canvas, Qt::LeftButton, {}, canvas->pixelOf(0.5, 0).toPoint());
    QTRY_VERIFY(window.session()->dataset() && window.session()->dataset()->samples() == 2);
    window.session()->oneStep();
    QTRY_COMPARE(window.session()->status().step, std::int64_t{1});
    QTest::mouseClick(canvas, Qt::LeftButton, {}, canvas->pixelOf(0.6, 0.3).toPoint());
    QTRY_COMPARE(window.session()->dataset()->samples(), std::int64_t{3});
    QTemporaryDir folder;
    const auto before = window.document()->data().points;
    QVERIFY(window.saveTo(folder.filePath("own.glassbox")));
    const Result<Project> again = readProject(folder.filePath("own.glassbox").toStdString());
    QVERIFY(again.ok());
    QCOMPARE(again->data.points, before);
  }

  void aClickOnTheDecisionSurfaceSetsAPointThere() {
    LanguageSwitch language;
    MainWindow window(&language);
    Project project = projectOn("painted", "input 2 | dense 4 tanh | dense 1 | binary_cross_entropy");
    project.data.points = {{-1, -1, 0}, {1, 1, 1}};
    window.document()->open(project);
    window.resize(1280, 800);
    window.showLab();
    window.setCentre(MainWindow::Centre::Look);
    window.show();
    QTRY_VERIFY(window.session()->dataset());
    window.look()->setCurrent(QString::fromLatin1(SurfacePage::kKey));
    const auto* page = qobject_cast<SurfacePage*>(window.look()->currentView());
    QVERIFY(page);
    SurfaceView* surface = page->view();
    QVERIFY(surface->isVisible());
    const auto& points = window.document()->data().points;
    QTest::mouseClick(surface, Qt::RightButton, {}, surface->pixelOf(0, 0).toPoint());  // opens the picture's menu, and sets nothing
    QCOMPARE(points.size(), std::size_t{2});
    QTest::mouseClick(surface, Qt::LeftButton, {}, surface->pixelOf(0.5, -0.25).toPoint());
    QCOMPARE(points.size(), std::size_t{3});
    QCOMPARE(points[2].classIndex, 0);
    QVERIFY2(std::abs(points[2].x - 0.5) < 0.01 && std::abs(points[2].y + 0.25) < 0.01, qPrintable(QStringLiteral("%1 %2").arg(points[2].x).arg(points[2].y)));
    QTest::mouseClick(surface, Qt::LeftButton, Qt::ShiftModifier, surface->pixelOf(0.5, -0.25).toPoint());
    QCOMPARE(points.size(), std::size_t{2});
  }

  void thePreviewShowsTheRowsOfThePartThatIsChosen() {
    Document document;
    Project project = projectOn("digits", "input 784 | dense 10 | softmax_cross_entropy");
    project.data.params.set("images", std::int64_t{200});
    project.data.shares = {0.2, 0.2};
    document.open(project);
    DataPanel panel(document);
    panel.resize(240, 900);
    panel.show();
    QTRY_VERIFY_WITH_TIMEOUT(panel.dataset(), 20000);
    QVERIFY(panel.partChoice()->isVisible());
    const QImage train = panel.preview()->grab().toImage();
    emit panel.partChoice()->chosen(2);
    QVERIFY(panel.preview()->grab().toImage() != train);
    // The first picture is the first test row, pixel by pixel: paper where the data are 0 (one screen pixel a pixel at 1x).
    const Dataset& data = *panel.dataset();
    std::vector<float> ink(784);
    data.inputs[0].read(rows(data, Part::Test).begin, ink.data());
    const QImage test = panel.preview()->grab().toImage();
    const QRgb paper = test.pixel(0, 0);
    int wrong = 0;
    for (int i = 0; i < 784; ++i) wrong += (test.pixel(i % 28, i / 28) == paper) != (ink[static_cast<std::size_t>(i)] == 0);
    QCOMPARE(wrong, 0);
    QVERIFY(panel.preview()->remark().contains(QString::number(panel.dataset()->test)));
  }
};

QTEST_MAIN(TestOwnData)
#include "test_own_data.moc"
