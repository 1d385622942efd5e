// Questions that are drawn or clicked, with the mouse and with keys: the paper for a curve, the picture with regions, and their cards on a page.
#include "engine/lesson/lesson.h"
#include "widgets/common/theme_manager.h"
#include "widgets/lesson/curve_paper.h"
#include "widgets/lesson/lesson_view.h"
#include "widgets/lesson/question_card.h"
#include "widgets/lesson/region_button.h"
#include "widgets/lesson/region_picture.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace glassbox;

namespace {

const CurveAxes kAxes{"test_loss", 200, 0, 2};

RecordedCurves measured(std::int64_t last, double height = 1) {
  RecordedCurves curves;
  for (std::int64_t step = 0; step <= last; step += 10) curves[curves::kTestLoss].push_back({step, 1, height, height, height});
  return curves;
}

/// Presses at the first place, moves over the others and lets go.
void drag(CurvePaper& paper, const std::vector<std::pair<double, double>>& places) {
  const auto at = [&](std::size_t i) { return paper.pixelOf(places[i].first, places[i].second).toPoint(); };
  QTest::mousePress(&paper, Qt::LeftButton, {}, at(0));
  for (std::size_t i = 1; i < places.size(); ++i) {
    QMouseEvent move(QEvent::MouseMove, at(i), paper.mapToGlobal(at(i)), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&paper, &move);
  }
  QTest::mouseRelease(&paper, Qt::LeftButton, {}, at(places.size() - 1));
}

bool lies(const std::optional<DrawnCurve>& curve, double step, double height) { return curve && std::abs(heightAt(*curve, step) - height) < 0.03; }

int pixelsOf(QWidget& widget, QColor color) {
  const QImage image = widget.grab().toImage();
  int count = 0;
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x) count += image.pixelColor(x, y) == color;
  return count;
}

/// A lesson in a folder of its own: a page with a curve and a place to click.
class Course {
 public:
  Course() {
    const std::filesystem::path folder = m_dir.path().toStdString();
    std::ofstream(folder / "picture.svg") << "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 200 100\" width=\"200\" height=\"100\"><path d=\"M0 0H200\"/></svg>";
    Question curve{"shape", QuestionKind::Curve, {}, true};
    curve.axes = kAxes;
    Question region{"place", QuestionKind::Region, {"left", "right"}, false};
    region.picture = "picture.svg";
    region.picturePlace = PictureBox{0, 0, 200, 100};
    region.regions = {{"left", Region::Form::Circle, {50, 50, 30}}, {"right", Region::Form::Polygon, {110, 10, 190, 10, 190, 90}}};
    lesson.id = "test";
    lesson.block = "A";
    lesson.number = 1;
    lesson.folder = folder;
    lesson.questions = {curve, region};
    const std::string page = "# Title\n\n::: question shape\nDraw.\n:::\n\n::: reveal shape\nSo it went.\n:::\n\n::: question place\nWhere?\n\n- (left) The disc at the left.\n- (right) The corner at the right.\n:::\n\n::: reveal place\nThere.\n:::\n";
    const Result<Page> read = parsePage(page, "en.md");
    if (!read) throw std::runtime_error(english(read.error()));
    lesson.pages = {*read, *read};
    view.setContent(&lesson, Language::English);
    view.resize(440, 900);
    view.show();
    QCoreApplication::sendPostedEvents();
  }
  Lesson lesson;
  LessonView view;
  QuestionCard& curve() { return *view.questionCards().at(0); }
  QuestionCard& region() { return *view.questionCards().at(1); }

 private:
  QTemporaryDir m_dir;
};

} // namespace

class TestQuestionCards : public QObject {
  Q_OBJECT

 private slots:
  void init() { ThemeManager::ofApplication().setChoice(ThemeChoice::Light); }

  // ---- the paper -------------------------------------------------------------------------------------------------------------

  void aCurveIsDrawnWithTheMouse() {
    CurvePaper paper;
    paper.setContent(kAxes);
    paper.resize(320, 220);
    paper.show();
    QVERIFY(paper.isEmpty() && !paper.curve());
    drag(paper, {{0, 1.5}, {100, 0.5}});
    QVERIFY2(!paper.curve(), "it does not reach the right edge");
    drag(paper, {{100, 0.5}, {200, 1}});
    QVERIFY(lies(paper.curve(), 0, 1.5) && lies(paper.curve(), 50, 1) && lies(paper.curve(), 100, 0.5) && lies(paper.curve(), 200, 1));
    QCOMPARE(paper.curve()->axes, kAxes);
    drag(paper, {{100, 0}, {200, 0}}); // a fast stroke over what was there leaves nothing of it
    QVERIFY(lies(paper.curve(), 150, 0) && lies(paper.curve(), 175, 0));
    drag(paper, {{50, 2}, {50, 9}}); // one place is corrected; beyond the paper is its edge
    QVERIFY(lies(paper.curve(), 50, 2) && lies(paper.curve(), 100, 0));
  }

  void aGapInTheMiddleIsAStraightLine() {
    CurvePaper paper;
    paper.setContent(kAxes);
    paper.resize(320, 220);
    drag(paper, {{0, 0}});
    drag(paper, {{200, 2}});
    QVERIFY(lies(paper.curve(), 100, 1));
  }

  void aCurveIsDrawnWithKeys() {
    CurvePaper paper;
    paper.setContent(kAxes);
    paper.resize(320, 220);
    paper.show();
    QSignalSpy changes(&paper, &CurvePaper::changed);
    QTest::keyClick(&paper, Qt::Key_Right);
    QTest::keyClick(&paper, Qt::Key_Home);
    QCOMPARE(changes.size(), 0); // moving draws nothing
    QTest::keyClick(&paper, Qt::Key_Up);
    QCOMPARE(changes.size(), 1);
    QTest::keyClick(&paper, Qt::Key_End);
    QTest::keyClick(&paper, Qt::Key_PageDown);
    QTest::keyClick(&paper, Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(paper.curve());
    QCOMPARE(paper.curve()->heights.front(), 1 + 2.0 / 40);                     // from the middle, one of forty
    QCOMPARE(paper.curve()->heights.back(), 1 + 2.0 / 40 - 2.0 / 10 - 2.0 / 200); // from the nearest place
    QTest::keyClick(&paper, Qt::Key_Left);
    QTest::keyClick(&paper, Qt::Key_Left);
    QCOMPARE(paper.accessibleDescription(), QString("Step 190: %1").arg(QString::number(std::round(paper.curve()->heights[38] * 1000) / 1000)));
    QTest::keyClick(&paper, Qt::Key_Delete);
    QVERIFY(paper.isEmpty());
    QCOMPARE(paper.accessibleDescription(), QString("Step 190: not drawn yet"));
  }

  void theKeysOfThePaperAreNotTheWindows() {
    CurvePaper paper;
    paper.setContent(kAxes);
    for (const auto& [key, modifiers, own] : {std::tuple(Qt::Key_Right, Qt::KeyboardModifiers(), true), std::tuple(Qt::Key_Delete, Qt::KeyboardModifiers(), true), std::tuple(Qt::Key_Right, Qt::KeyboardModifiers(Qt::AltModifier), false), std::tuple(Qt::Key_R, Qt::KeyboardModifiers(), false)}) {
      QKeyEvent event(QEvent::ShortcutOverride, key, modifiers);
      event.ignore();
      QCoreApplication::sendEvent(&paper, &event);
      QCOMPARE(event.isAccepted(), own);
    }
  }

  void aCommittedCurveStays() {
    CurvePaper paper;
    paper.setContent(kAxes);
    paper.resize(320, 220);
    paper.setCommitted(DrawnCurve{kAxes, {2, 0}});
    drag(paper, {{0, 1}, {200, 1}});
    QTest::keyClick(&paper, Qt::Key_Up);
    QTest::keyClick(&paper, Qt::Key_Delete);
    paper.clear();
    QVERIFY(*paper.curve() == (DrawnCurve{kAxes, {2, 0}}));
  }

  void theMeasuredCurveLiesOverTheDrawnOne_data() {
    QTest::addColumn<ThemeChoice>("choice");
    QTest::newRow("light") << ThemeChoice::Light;
    QTest::newRow("dark") << ThemeChoice::Dark;
  }
  void theMeasuredCurveLiesOverTheDrawnOne() {
    QFETCH(ThemeChoice, choice);
    ThemeManager::ofApplication().setChoice(choice);
    CurvePaper paper;
    paper.setContent(kAxes);
    paper.resize(320, 220);
    const QColor drawn = theme().color(ColorRole::Accent), line = theme().color(ColorRole::Test);
    QVERIFY(pixelsOf(paper, drawn) == 0 && pixelsOf(paper, line) == 0);
    paper.setCommitted(DrawnCurve{kAxes, {1.5, 1.5}});
    QVERIFY(pixelsOf(paper, drawn) > 60 && pixelsOf(paper, line) == 0);
    paper.setMeasured(measured(200)[curves::kTestLoss]);
    QVERIFY(pixelsOf(paper, drawn) > 60);
    QVERIFY2(pixelsOf(paper, line) > 150, qPrintable(QString::number(pixelsOf(paper, line))));
    QCOMPARE(paper.summary(), QString("You drew it from 1.5 to 1.5; lowest is 1.5, at step 0. Measured it went from 1 to 1; lowest was 1, at step 0."));
  }

  // ---- the card of a curve ---------------------------------------------------------------------------------------------------

  void runIsLockedUntilTheCurveIsCommitted() {
    Course course;
    QuestionCard& card = course.curve();
    QVERIFY(course.view.isRunLocked() && !card.commitButton()->isEnabled() && !card.clearButton()->isEnabled());
    drag(*card.paper(), {{0, 1.5}, {100, 1}});
    QVERIFY(!card.commitButton()->isEnabled() && card.clearButton()->isEnabled());
    QTest::mouseClick(card.clearButton(), Qt::LeftButton);
    QVERIFY(card.paper()->isEmpty());
    drag(*card.paper(), {{0, 1.5}, {200, 0.5}});
    QVERIFY2(card.commitButton()->isEnabled() && course.view.isRunLocked(), "drawing is not committing");
    QSignalSpy answers(&course.view, &LessonView::answerCommitted);
    QTest::mouseClick(card.commitButton(), Qt::LeftButton);
    QVERIFY(!course.view.isRunLocked() && !card.commitButton()->isVisible() && !card.clearButton()->isVisible() && card.paper()->isVisible());
    QCOMPARE(answers.size(), 1);
    const AnswerValue kept = course.view.progress().answers.at("shape");
    QVERIFY(lies(std::get<DrawnCurve>(kept), 100, 1));
    QCOMPARE(std::get<DrawnCurve>(kept).heights.size(), std::size_t(DrawnCurve::kPoints));
  }

  void theRunLaysItsCurveOverIt() {
    Course course;
    QuestionCard& card = course.curve();
    drag(*card.paper(), {{0, 1.5}, {200, 0.5}});
    card.commitButton()->click();
    QVERIFY(!card.paper()->summary().contains("Measured"));
    course.view.revealPredictions(measured(50));
    QVERIFY2(card.paper()->summary().contains("Measured it went from 1 to 1"), "as far as it came");
    course.view.revealPredictions(measured(200, 0.75));
    QVERIFY(card.paper()->summary().contains("from 0.75 to 0.75"));
    course.view.revealPredictions(measured(200, 0.25));
    QVERIFY2(card.paper()->summary().contains("from 0.75 to 0.75"), "the prediction was about the first run that came to the end");
    course.view.setContent(&course.lesson, Language::Chinese);
    QVERIFY2(course.curve().paper()->summary().contains("from 0.75 to 0.75") && course.curve().answer(), "another language changes nothing");
  }

  void anAnswerOfAnotherEditionIsNone() {
    Course course;
    LessonProgress progress;
    CurveAxes longer = kAxes;
    longer.steps = 300;
    for (const AnswerValue& other : {AnswerValue(1.0), AnswerValue(std::string("left")), AnswerValue(DrawnCurve{longer, {1, 1}})}) {
      progress.answers = {{"shape", other}, {"place", 1.0}};
      course.view.setProgress(progress);
      QVERIFY(!course.curve().answer() && !course.region().answer() && course.view.isRunLocked());
    }
    progress.answers = {{"shape", DrawnCurve{kAxes, {1, 1}}}, {"place", std::string("right")}};
    course.view.setProgress(progress);
    QVERIFY(course.curve().answer() && course.region().answer() && !course.view.isRunLocked());
    QCOMPARE(course.region().picture()->chosen(), 1);
  }

  // ---- the card of regions ---------------------------------------------------------------------------------------------------

  void aRegionIsClicked() {
    Course course;
    QuestionCard& card = course.region();
    RegionPicture& picture = *card.picture();
    const auto click = [&](double x, double y) { QTest::mouseClick(&picture, Qt::LeftButton, {}, picture.pixelOf(x, y).toPoint()); };
    QVERIFY(!card.commitButton()->isEnabled());
    click(100, 50); // between them
    click(120, 80); // in the polygon's box, not in the polygon
    QCOMPARE(picture.chosen(), -1);
    click(180, 50);
    QCOMPARE(picture.chosen(), 1);
    click(50, 70);
    QCOMPARE(picture.chosen(), 0);
    QVERIFY(picture.buttons()[0]->isChecked() && !picture.buttons()[1]->isChecked());
    QTest::mouseClick(card.commitButton(), Qt::LeftButton);
    QVERIFY(course.view.progress().answers.at("place") == AnswerValue(std::string("left")));
    click(180, 50); // no prediction: it may be answered again
    card.commitButton()->click();
    QVERIFY(course.view.progress().answers.at("place") == AnswerValue(std::string("right")));
  }

  void aRegionIsChosenWithTabAndEnter() {
    Course course;
    course.view.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&course.view));
    RegionPicture& picture = *course.region().picture();
    picture.buttons()[0]->setFocus(Qt::TabFocusReason);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(picture.buttons()[1]->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(picture.chosen(), 1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY2(picture.buttons()[1]->isChecked(), "pressing it again does not take it back");
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), course.region().commitButton());
    QCOMPARE(picture.buttons()[0]->accessibleName(), QString("The disc at the left."));
    QCOMPARE(picture.buttons()[1]->accessibleName(), QString("The corner at the right."));
  }

  void aRegionThatWasPredictedStays() {
    Course course;
    course.lesson.questions[1].predict = true;
    course.view.setContent(nullptr, Language::English);
    course.view.setContent(&course.lesson, Language::English);
    QCoreApplication::sendPostedEvents();
    RegionPicture& picture = *course.region().picture();
    QTest::mouseClick(&picture, Qt::LeftButton, {}, picture.pixelOf(50, 50).toPoint());
    course.region().commitButton()->click();
    QTest::mouseClick(&picture, Qt::LeftButton, {}, picture.pixelOf(180, 50).toPoint());
    QCOMPARE(picture.chosen(), 0);
    QVERIFY(!picture.buttons()[0]->isEnabled());
  }

  void thePictureAndThePaperZoomWithThePage() {
    Course course;
    const int picture = course.region().picture()->sizeHint().width(), paper = course.curve().paper()->sizeHint().height();
    course.view.setZoom(150);
    QCOMPARE(course.region().picture()->sizeHint().width(), picture * 3 / 2);
    QCOMPARE(course.curve().paper()->sizeHint().height(), paper * 3 / 2);
  }
};

QTEST_MAIN(TestQuestionCards)
#include "test_question_cards.moc"
