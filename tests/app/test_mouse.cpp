// The window under a real X server, worked with its pointer and keys: layers dragged from the palette, the digits opened, trained.
// Started by xvfb-run; every event comes from outside this program, through xdotool.
#include <QApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <functional>

#include "app/main_window.h"
#include "app/settings.h"
#include "widgets/common/slider_field.h"
#include "widgets/common/theme_manager.h"
#include "widgets/diagram/diagram_view.h"
#include "widgets/diagram/palette.h"
#include "widgets/inspector/data_panel.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/inspector/node_page.h"
#include "widgets/inspector/param_editor.h"
#include "widgets/inspector/param_form.h"
#include "widgets/inspector/param_row.h"
#include "widgets/plots/curves_panel.h"

using namespace glassbox;

namespace {

constexpr int kPatience = 240000;  // for a machine under load; nothing is measured

/// Runs xdotool while this program goes on with its own events.
bool xdotool(const QStringList& words) {
  QProcess tool;
  tool.start(QStringLiteral("xdotool"), words);
  return QTest::qWaitFor([&] { return tool.state() == QProcess::NotRunning; }, kPatience) && tool.exitStatus() == QProcess::NormalExit && tool.exitCode() == 0;
}

QStringList to(QPoint p) { return {QStringLiteral("mousemove"), QString::number(p.x()), QString::number(p.y())}; }

bool click(QPoint p) { return xdotool(to(p) + QStringList{"click", "1"}); }
bool click(const QWidget* widget) { return click(widget->mapToGlobal(widget->rect().center())); }

/// In steps, as a hand moves: a drag begins after some distance and follows the pointer.
bool drag(QPoint from, QPoint at) {
  QStringList words = to(from) + QStringList{"mousedown", "1"};
  constexpr int kSteps = 6;
  for (int i = 1; i <= kSteps; ++i) words += QStringList{"sleep", "0.05"} + to(from + (at - from) * i / kSteps);
  return xdotool(words + QStringList{"sleep", "0.1", "mouseup", "1"});
}

bool type(const QString& text) { return xdotool({"type", "--delay", "5", text}); }
bool press(const QString& key) { return xdotool({"key", key}); }

template<class T> T* visibleWith(QWidget* parent, const QString& text) {
  for (T* widget : parent->findChildren<T*>())
    if (widget->isVisible() && widget->text() == text) return widget;
  return nullptr;
}

} // namespace

class TestMouse : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    QVERIFY2(QGuiApplication::platformName() == "xcb", "this test needs an X server: xvfb-run");
    qputenv("GLASSBOX_SETTINGS", m_folder.filePath("settings.ini").toLocal8Bit());
    ThemeManager::ofApplication().dress(*qApp);
    m_language.use(LanguageSwitch::Tongue::English);
  }
  void init() {
    m_window = std::make_unique<MainWindow>(&m_language);
    m_window->setGeometry(0, 0, 1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    // There is no window manager to give the keys to the window.
    QVERIFY(xdotool({"windowfocus", "--sync", QString::number(m_window->winId())}));
  }
  void cleanup() {
    m_window->document()->setModified(false);
    m_window.reset();
  }

  void aDigitRecogniserIsBuiltAndTrained() {
    const QString digits = qEnvironmentVariable("GLASSBOX_TEST_DATA") + "/mnist";
    QVERIFY(click(visibleWith<QPushButton>(m_window.get(), "New network")));
    QVERIFY(QTest::qWaitFor([&] { return m_window->diagram()->isVisible(); }, kPatience));

    // Five layers dragged to their places, four wires drawn from port to port.
    const QRect canvas(m_window->diagram()->mapToGlobal(QPoint()), m_window->diagram()->size());
    const char* const layers[] = {"input", "dense", "relu", "dense", "softmax_cross_entropy"};
    for (int i = 0; i < 5; ++i) {
      QVERIFY2(dragLayer(layers[i], canvas.topLeft() + QPoint(20 + i * canvas.width() / 5, canvas.height() / 3)), layers[i]);
      QCOMPARE(m_window->document()->spec().nodes.size(), std::size_t(i + 1));
    }
    const char* const ids[] = {"input1", "dense1", "relu1", "dense2", "softmax_cross_entropy1"};
    for (int i = 0; i < 4; ++i) {
      if (isWired(ids[i], ids[i + 1])) continue;
      QVERIFY(drag(global(node(ids[i])->outputPoint()), global(node(ids[i + 1])->inputPoint(0))));
      QVERIFY2(isWired(ids[i], ids[i + 1]), ids[i]);
    }

    // 64 units for the first dense layer, by keys.
    QVERIFY(click(global(node("dense1")->pos() + QPointF(40, 12))));
    QVERIFY(QTest::qWaitFor([&] { return m_window->inspector()->selected() == "dense1"; }, kPatience));
    QLineEdit* units = m_window->inspector()->nodePage()->form()->row("units")->findChild<SliderField*>()->field();
    QVERIFY(click(units));
    QVERIFY(press("ctrl+a") && type("64") && press("Return"));
    QVERIFY(QTest::qWaitFor([&] { return m_window->document()->spec().find("dense1")->params.find("units") && *m_window->document()->spec().find("dense1")->params.find("units") == ParamValue(std::int64_t{64}); }, kPatience));

    // The four MNIST files, through the dialogs; the layers follow the data.
    soon([digits] {
      if (!answerDialog("Folder…")) return false;
      soon([digits] { return nameInDialog(digits); });
      return true;
    });
    QVERIFY(press("ctrl+shift+o"));
    QVERIFY(QTest::qWaitFor([&] { return m_window->session()->dataset() && m_window->session()->dataset()->train == 60000; }, kPatience));
    QCOMPARE(m_window->document()->analysis().parameters, 784 * 64 + 64 + 64 * 10 + 10);

    // Run, watch, and be right nine times of ten.
    QVERIFY(click(visibleWith<QPushButton>(m_window.get(), "Run")));
    const auto accuracy = [&] { return m_window->curves()->accuracy()->shownValue("test").value_or(0); };
    QVERIFY(QTest::qWaitFor([&] { return accuracy() > 0.9; }, kPatience));
    QVERIFY(m_window->curves()->gradients()->shownValue("layer0").value_or(0) > 0);
    QVERIFY(click(visibleWith<QPushButton>(m_window.get(), "Pause")));
    QVERIFY(QTest::qWaitFor([&] { return !m_window->session()->isRunning(); }, kPatience));
  }

  /// The command line, a process of its own, trains the saved project to the same bits.
  void theCommandLineGivesTheFingerprintOfTheWindow() {
    const QString digits = qEnvironmentVariable("GLASSBOX_TEST_DATA") + "/mnist", path = m_folder.filePath("digits.glassbox");
    QVERIFY(m_window->openTemplate("mnist-mlp-128", false));
    QVERIFY(m_window->openData(digits));
    QVERIFY(m_window->document()->setPlanValue("epochs", "1").ok());
    QVERIFY(QTest::qWaitFor([&] { return m_window->session()->dataset() && m_window->session()->dataset()->train == 60000; }, kPatience));
    QVERIFY(m_window->saveTo(path));
    m_window->session()->run();
    const bool ended = QTest::qWaitFor([&] { return m_window->session()->state() == TrainingSession::State::Ended; }, kPatience);
    QVERIFY2(ended, qPrintable(QStringLiteral("state %1 at step %2").arg(static_cast<int>(m_window->session()->state())).arg(m_window->session()->status().step)));
    QCOMPARE(m_window->session()->status().step, 1875);

    QProcess cli;
    cli.start(QStringLiteral(GLASSBOX_CLI), {"train", path, "--data", digits, "--json"});
    QVERIFY(QTest::qWaitFor([&] { return cli.state() == QProcess::NotRunning; }, kPatience));
    QCOMPARE(cli.exitCode(), 0);
    const QByteArray last = cli.readAllStandardOutput().trimmed().split('\n').last();
    const QString fingerprint = QJsonDocument::fromJson(last).object().value("fingerprint").toString();
    QVERIFY(!fingerprint.isEmpty());
    QCOMPARE(m_window->session()->fingerprint(), fingerprint);
  }

 private:
  bool dragLayer(const QString& key, QPoint at) {
    const LayerList* list = m_window->findChild<LayerList*>();
    for (int row = 0; row < list->count(); ++row) {
      if (list->item(row)->data(LayerList::KeyRole).toString() != key) continue;
      const QRect place = list->visualItemRect(list->item(row));
      if (!list->viewport()->rect().contains(place)) m_window->findChild<LayerList*>()->scrollToItem(list->item(row));
      const std::size_t before = m_window->document()->spec().nodes.size();
      return drag(list->viewport()->mapToGlobal(list->visualItemRect(list->item(row)).center()), at) &&
             QTest::qWaitFor([&] { return m_window->document()->spec().nodes.size() > before; }, kPatience);
    }
    return false;
  }

  const NodeItem* node(const NodeId& id) const { return m_window->diagram()->diagram()->nodeItem(id); }
  QPoint global(QPointF scene) const {
    const DiagramView* view = m_window->diagram();
    return view->viewport()->mapToGlobal(view->mapFromScene(scene));
  }
  bool isWired(const NodeId& from, const NodeId& to) const {
    for (const Wire& wire : m_window->document()->spec().wires)
      if (wire.from.node == from && wire.to.node == to) return true;
    return false;
  }

  /// Tries `step` until it is done, also while a dialog has the event loop.
  static void soon(const std::function<bool()>& step) {
    auto* timer = new QTimer(qApp);
    connect(timer, &QTimer::timeout, timer, [timer, step] {
      if (step()) timer->deleteLater();
    });
    timer->start(100);
  }
  static void begin(const QStringList& words) { QProcess::startDetached(QStringLiteral("xdotool"), words); }

  static bool answerDialog(const QString& button) {
    QWidget* box = QApplication::activeModalWidget();
    const QPushButton* answer = box ? visibleWith<QPushButton>(box, button) : nullptr;
    if (answer) begin(to(answer->mapToGlobal(answer->rect().center())) + QStringList{"click", "1"});
    return answer;
  }
  static bool nameInDialog(const QString& path) {
    QWidget* box = QApplication::activeModalWidget();
    const QLineEdit* line = box ? box->findChild<QLineEdit*>(QStringLiteral("fileNameEdit")) : nullptr;
    if (!line || !line->isVisible()) return false;
    begin(QStringList{"windowfocus", "--sync", QString::number(box->winId())} + to(line->mapToGlobal(line->rect().center())) +
          QStringList{"click", "1", "key", "ctrl+a", "type", "--args", "1", "--delay", "5", path, "key", "Return"});
    return true;
  }

  QTemporaryDir m_folder;
  LanguageSwitch m_language;
  std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestMouse)
#include "test_mouse.moc"
