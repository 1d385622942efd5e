// Drawing in the window by real mouse and key events: what the network says while the pen moves, and drawings as data of one's own.
#include "app/main_window.h"
#include "engine/data/data_spec.h"
#include "widgets/common/theme_manager.h"
#include "widgets/inspector/data_panel.h"
#include "widgets/views/draw_canvas.h"
#include "widgets/views/draw_view.h"
#include "widgets/views/look_panel.h"
#include "widgets/views/sample_strip.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace glassbox;

namespace {
constexpr int kPatience = 60000;  // for a machine under load; nothing is measured
}

class TestDraw : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    qputenv("GLASSBOX_SETTINGS", m_folder.filePath("settings.ini").toLocal8Bit());
    ThemeManager::ofApplication().dress(*qApp);
    m_language.use(LanguageSwitch::Tongue::English);
  }
  void init() {
    m_window = std::make_unique<MainWindow>(&m_language);
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QVERIFY(m_window->openTemplate("mnist-softmax", false));
    QVERIFY(QTest::qWaitFor([&] { return session()->dataset() != nullptr; }, kPatience));
    session()->setPace(0);
    session()->runTo(200);
    QVERIFY(QTest::qWaitFor([&] { return session()->status().step == 200 && !session()->isRunning(); }, kPatience));
    m_window->findChild<LookPanel*>()->setCurrent("draw");
    m_window->setCentre(MainWindow::Centre::Look);
    QVERIFY(view() && view()->isVisible());
  }
  void cleanup() {
    m_window->document()->setModified(false);
    m_window.reset();
  }

  void aOneAndAZeroAreKnownWhileTheyAreDrawn() {
    stroke({{14, 4}, {14, 10}, {14, 16}, {14, 24}});
    QVERIFY(answered());
    QCOMPARE(guess(), 1);
    QTest::mouseClick(view()->clearButton(), Qt::LeftButton);
    QVERIFY(view()->canvas()->isBlank());
    drawZero();
    QVERIFY(answered());
    QCOMPARE(guess(), 0);
  }

  void theNetworkGetsWhatIsDrawnWhenItIsNotCentred() {
    stroke({{5, 4}, {5, 10}});
    const std::vector<std::uint8_t> centred = view()->pixels();
    QVERIFY(centred != view()->canvas()->pixels());
    QTest::mouseClick(view()->centre(), Qt::LeftButton, {}, QPoint(10, view()->centre()->height() / 2));
    QVERIFY(!view()->centre()->isChecked());
    QVERIFY(view()->pixels() == view()->canvas()->pixels());
    QVERIFY(answered());
  }

  void theKeysDrawToo() {
    DrawCanvas* canvas = view()->canvas();
    canvas->setFocus();
    for (int i = 0; i < 8; ++i) QTest::keyClick(canvas, Qt::Key_Up);
    QVERIFY(canvas->isBlank());
    QTest::keyClick(canvas, Qt::Key_Space);
    for (int i = 0; i < 16; ++i) QTest::keyClick(canvas, Qt::Key_Down);
    QTest::keyClick(canvas, Qt::Key_Space);
    QTest::keyClick(canvas, Qt::Key_Left);  // the pen is up again
    QCOMPARE(canvas->strokes().size(), std::size_t(1));
    QCOMPARE(canvas->strokes()[0].points.back().x, 14.0);
    QVERIFY(answered());
    QCOMPARE(guess(), 1);
    QTest::keyClick(canvas, Qt::Key_Backspace);
    QVERIFY(canvas->isBlank());
  }

  void keptDrawingsAreTestedSavedAndTrainedOn() {
    stroke({{14, 4}, {14, 24}});
    view()->classes()->setCurrentIndex(1);
    const std::vector<std::uint8_t> one = view()->pixels();
    QTest::mouseClick(view()->keepButton(), Qt::LeftButton);
    QVERIFY(view()->canvas()->isBlank());
    drawZero();
    view()->classes()->setCurrentIndex(2);  // said wrongly: the network is not right then
    QTest::mouseClick(view()->keepButton(), Qt::LeftButton);
    QCOMPARE(m_window->document()->data().drawings.size(), std::size_t(2));
    QVERIFY(m_window->document()->data().drawings[0].pixels == one);
    QCOMPARE(session()->status().step, std::int64_t(200));  // the run is the same
    QVERIFY(!session()->isStale());
    QTRY_COMPARE_WITH_TIMEOUT(view()->strip()->samples().size(), std::size_t(2), kPatience);
    QCOMPARE(view()->keptText(), QStringLiteral("Kept drawings: 1 of 2 right, 50.0\u00a0%"));
    // Remove the second, and take that back.
    QTest::mouseClick(view()->strip(), Qt::LeftButton, {}, QPoint(28 + 64, 20));
    QVERIFY(view()->removeButton()->isEnabled());
    QTest::mouseClick(view()->removeButton(), Qt::LeftButton);
    QCOMPARE(m_window->document()->data().drawings.size(), std::size_t(1));
    m_window->document()->undoStack()->undo();
    QCOMPARE(m_window->document()->data().drawings.size(), std::size_t(2));
    // They travel with the project, and are a source of their own.
    const QString path = m_folder.filePath("mine.glassbox");
    QVERIFY(m_window->saveTo(path));
    QVERIFY(m_window->openFile(path));
    QCOMPARE(m_window->document()->data().drawings.size(), std::size_t(2));
    QComboBox* sources = m_window->dataPanel()->sourceList();
    const int mine = sources->findData(QStringLiteral("drawings"));
    QVERIFY(mine >= 0);
    sources->setCurrentIndex(mine);
    emit sources->activated(mine);
    QVERIFY(QTest::qWaitFor([&] { return session()->dataset() && session()->dataset()->train == 2; }, kPatience));
    std::vector<float> x(784);
    session()->dataset()->inputs[0].read(0, x.data());
    float first = 0;
    for (std::size_t i = 0; i < x.size(); ++i) first = std::max(first, std::abs(x[i] - static_cast<float>(one[i]) / 255));
    QVERIFY(first == 0 || session()->dataset()->target.numbers[0] == 2);  // rows may be in another order
  }

 private:
  TrainingSession* session() { return m_window->session(); }
  DrawView* view() { return qobject_cast<DrawView*>(m_window->findChild<LookPanel*>()->currentView()); }

  void stroke(const std::vector<generators::PenPoint>& points) {
    DrawCanvas* canvas = view()->canvas();
    const auto at = [&](const generators::PenPoint& p) { return canvas->pixelOf(p.x, p.y).toPoint(); };
    QTest::mousePress(canvas, Qt::LeftButton, {}, at(points.front()));
    for (const generators::PenPoint& p : points) {
      QMouseEvent move(QEvent::MouseMove, QPointF(at(p)), canvas->mapToGlobal(QPointF(at(p))), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
      QCoreApplication::sendEvent(canvas, &move);
    }
    QTest::mouseRelease(canvas, Qt::LeftButton, {}, at(points.back()));
  }
  void drawZero() {
    std::vector<generators::PenPoint> ring;
    for (int i = 0; i <= 24; ++i) ring.push_back({14 + 6 * std::cos(i * M_PI / 12), 14 + 9 * std::sin(i * M_PI / 12)});
    stroke(ring);
  }
  /// The answer to the pixels of now, as the weights have it.
  bool answered() {
    return QTest::qWaitFor([&] { return largestDifference() < 1e-5; }, kPatience);
  }
  int guess() {
    const std::vector<float>& p = view()->shares();
    return static_cast<int>(std::max_element(p.begin(), p.end()) - p.begin());
  }
  /// softmax(W x + b) with the weights of the run: the whole of this network.
  std::vector<double> byHand() {
    const Network& network = std::as_const(session()->trainer()->network());
    const std::span<const Real> weights = network.weightsOf(network.weightInfos()[0]), bias = network.weightsOf(network.weightInfos()[1]);
    std::vector<double> z(10, 0);
    double sum = 0;
    for (std::size_t k = 0; k < 10; ++k) {
      for (std::size_t i = 0; i < 784; ++i) z[k] += static_cast<double>(weights[k * 784 + i]) * view()->pixels()[i] / 255;
      z[k] = std::exp(z[k] + bias[k]);
      sum += z[k];
    }
    for (double& p : z) p /= sum;
    return z;
  }
  double largestDifference() {
    if (view()->shares().empty()) return 1;
    const std::vector<double> p = byHand();
    double largest = 0;
    for (std::size_t k = 0; k < 10; ++k) largest = std::max(largest, std::abs(p[k] - view()->shares()[k]));
    return largest;
  }

  QTemporaryDir m_folder;
  LanguageSwitch m_language;
  std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestDraw)
#include "test_draw.moc"
