// Random events for as long as one likes: nothing crashes, nothing warns, every edit can be undone and done again.
#include "monkey.h"
#include "stage.h"

#include "app/actions.h"
#include "app/lesson_desk.h"
#include "engine/graph/spec_edit.h"
#include "engine/io/templates.h"

#include <QAction>
#include <QApplication>
#include <QDesktopServices>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

using namespace glassbox;

namespace {

#ifdef GLASSBOX_FULL
constexpr int kEvents = 4000; // five places to begin at: 20,000
#else
constexpr int kEvents = 300;
#endif

constexpr const char* kSchemes[] = {"http", "https", "file", "mailto"};

std::vector<std::string> g_warnings;
QtMessageHandler g_before = nullptr;

void hear(QtMsgType type, const QMessageLogContext& context, const QString& text) {
  if (text.startsWith(QLatin1String("This plugin does not support"))) return; // the platform without a screen, of every window and menu
  if (type != QtDebugMsg && type != QtInfoMsg) g_warnings.push_back(text.toStdString());
  g_before(type, context, text);
}

/// Ends of wires that are not there.
QString danglingWire(const NetworkSpec& spec) {
  const auto hasPort = [&](const NodeId& id, const std::string& port, bool input) {
    const NodeSpec* node = spec.find(id);
    const NodeDef* def = node ? findNode(node->key) : nullptr;
    if (!def) return false;
    return input ? std::any_of(def->inputs.begin(), def->inputs.end(), [&](const PortDef& each) { return each.name == port; }) : port == "out";
  };
  for (const Wire& wire : spec.wires)
    if (!hasPort(wire.from.node, wire.from.port, false) || !hasPort(wire.to.node, wire.to.port, true))
      return QString::fromStdString(wire.from.node + " > " + wire.to.node);
  return {};
}

} // namespace

class TestMonkey : public QObject {
  Q_OBJECT

 public slots:
  void refuseAddress(const QUrl&) {}

 private slots:
  void initTestCase() {
    g_before = qInstallMessageHandler(hear);
    m_stage = std::make_unique<test::Stage>();
    QVERIFY(m_folder.isValid() && QDir::setCurrent(m_folder.path()));
    for (const char* scheme : kSchemes) QDesktopServices::setUrlHandler(QLatin1String(scheme), this, "refuseAddress");
  }
  void cleanupTestCase() {
    m_stage.reset();
    for (const char* scheme : kSchemes) QDesktopServices::unsetUrlHandler(QLatin1String(scheme));
    qInstallMessageHandler(g_before);
  }

  void nothingBreaks_data() {
    QTest::addColumn<QString>("begin");
    QTest::addColumn<unsigned>("seed");
    QTest::newRow("welcome page") << "" << 1U;
    QTest::newRow("spirals") << "spirals" << 2U;
    QTest::newRow("pictures") << "lenet-28" << 3U;
    QTest::newRow("language model") << "gpt-sums" << 4U;
    QTest::newRow("lesson") << "lesson" << 5U;
  }
  void nothingBreaks() {
    QFETCH(QString, begin);
    QFETCH(unsigned, seed);
    MainWindow& window = m_stage->welcome();
    window.document()->setModified(false);
    if (begin == QLatin1String("lesson")) QVERIFY(window.openLesson("a-line-that-learns"));
    else if (!begin.isEmpty()) QVERIFY(window.openTemplate(begin.toStdString(), true));
    g_warnings.clear();
    QUndoStack* undo = window.document()->undoStack();
    EditValue first = window.document()->value();
    const QMetaObject::Connection follow = connect(window.document(), &Document::changed, this, [&](Document::Changes what) {
      if (what == Document::Everything) first = window.document()->value(); // another project was opened
    });
    int edits = 0, undone = 0;
    const QMetaObject::Connection count = connect(undo, &QUndoStack::indexChanged, this, [&] { ++edits; });
    QString fault;
    test::Monkey monkey(window, seed, kEvents, [&] {
      if (const QString wire = danglingWire(window.document()->spec()); !wire.isEmpty() && fault.isEmpty()) fault = QStringLiteral("dangling wire ") + wire;
      if (m_turn++ % 4 != 0) return;
      const EditValue last = window.document()->value();
      const int index = undo->index();
      undo->setIndex(0);
      if (window.document()->value() != first && fault.isEmpty()) fault = QStringLiteral("undo all does not give the beginning");
      undo->setIndex(index);
      if (window.document()->value() != last && fault.isEmpty()) fault = QStringLiteral("redo all does not give the end");
      undone += index;
    });
    const bool ended = QTest::qWaitFor([&] { return monkey.isDone() || !fault.isEmpty() || !g_warnings.empty(); }, 20 * 60 * 1000);
    disconnect(follow);
    disconnect(count);
    if (!fault.isEmpty() || !g_warnings.empty() || !ended)
      for (const QString& event : monkey.trail()) qInfo("%s", qPrintable(event));
    QVERIFY2(ended, qPrintable(QStringLiteral("%1 events").arg(monkey.sent())));
    QCOMPARE(fault, QString());
    QVERIFY2(g_warnings.empty(), g_warnings.empty() ? "" : g_warnings.front().c_str());
    qInfo("%d events, %d changes of the network, %d edits undone and done again", monkey.sent(), edits, undone);
  }

 private:
  QTemporaryDir m_folder;
  std::unique_ptr<test::Stage> m_stage;
  int m_turn = 0;
};

QTEST_MAIN(TestMonkey)
#include "test_monkey.moc"
