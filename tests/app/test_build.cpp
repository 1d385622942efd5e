// Building in the window: LeNet from an empty diagram by keys alone and by the mouse alone, the code beside the diagram, finding.
#include "app/actions.h"
#include "app/build_desk.h"
#include "app/main_window.h"
#include "app/status_strip.h"
#include "builder.h"
#include "engine/io/templates.h"
#include "widgets/code/code_view.h"
#include "widgets/common/theme_manager.h"
#include "widgets/diagram/diagram_view.h"
#include "widgets/diagram/node_finder.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>

using namespace glassbox;

namespace {

constexpr int kCodeTab = 4;

/// Nodes with all their parameters, and the wires: what a network is, however it was written.
QStringList described(const NetworkSpec& spec) {
  QStringList lines;
  const Analysis analysis = analyse(spec);
  for (const NodeSpec& node : spec.nodes) {
    QString line = QString::fromStdString(node.id + " " + node.key);
    const NodeAnalysis& known = analysis.nodes.at(node.id);
    for (const ParamDef& def : known.def->params)
      if (const ParamValue* value = known.params.find(def.key); value && def.key != "classes") line += QString::fromStdString(" " + def.key + "=" + writeParam(*value));
    lines << line;
  }
  for (const Wire& wire : spec.wires) lines << QString::fromStdString(wire.from.node + "." + wire.from.port + " > " + wire.to.node + "." + wire.to.port);
  lines.sort();
  return lines;
}

} // namespace

class TestBuild : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    qputenv("GLASSBOX_SETTINGS", m_folder.filePath("settings.ini").toLocal8Bit());
    qputenv("GLASSBOX_SHARE", GLASSBOX_SOURCE_DIR);
    ThemeManager::ofApplication().dress(*qApp);
    m_language.use(LanguageSwitch::Tongue::English);
  }
  void init() {
    m_window = std::make_unique<MainWindow>(&m_language);
    m_window->resize(1280, 800);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    (*m_window->actions())[Do::New]->trigger();
    QVERIFY(diagram()->isVisible());
  }
  void cleanup() {
    m_window->document()->setModified(false);
    m_window.reset();
  }

  void leNetIsBuiltByKeysAlone() {
    Builder(*m_window).buildByKeys(leNetLayers());
    compareWithTemplate();
  }

  void leNetIsBuiltByTheMouseAlone() {
    Builder(*m_window).buildByMouse(leNetLayers());
    compareWithTemplate();
  }

  void twoWiresAreDrawnByKeys() {
    diagram()->setFocus();
    for (const char* letter : {"i", "d", "d"}) type(letter);
    type("+");  // add: one wire comes with it
    QCOMPARE(m_window->document()->spec().into({"add1", "in"}).size(), std::size_t(1));
    key(Qt::Key_Left);
    key(Qt::Key_Left);
    QCOMPARE(diagram()->selection(), (std::vector<NodeId>{"dense1"}));
    QSignalSpy told(diagram(), &DiagramView::told);
    type("w");
    const auto said = [&] { return told.isEmpty() ? QString() : told.last().first().toString(); };
    for (int i = 0; i < 6 && !said().startsWith(QStringLiteral("Wire to Add")); ++i) key(Qt::Key_Right);
    QVERIFY2(said().startsWith(QStringLiteral("Wire to Add")), qPrintable(said()));
    key(Qt::Key_Return);
    const auto into = m_window->document()->spec().into({"add1", "in"});
    QCOMPARE(into.size(), std::size_t(2));
    QCOMPARE(into[1]->from.node, std::string("dense1"));
  }

  void theCodeFollowsTheDiagramWhileItIsShown() {
    QVERIFY(m_window->openTemplate("lenet-32", false));
    m_window->setBottomTab(0);
    for (int i = 0; i < 5; ++i) QCoreApplication::processEvents();
    QVERIFY2(code()->code().script.empty(), "hidden, it writes nothing");
    m_window->setBottomTab(kCodeTab);
    QVERIFY(code()->isVisible());
    QTRY_VERIFY(code()->text()->toPlainText().contains(QStringLiteral("self.dense1 = nn.Linear(400, 120)")));
    QVERIFY(m_window->document()->setParam("dense1", "units", std::int64_t(33)).ok());
    QTRY_VERIFY(code()->text()->toPlainText().contains(QStringLiteral("self.dense1 = nn.Linear(400, 33)")));
    m_window->document()->undoStack()->undo();
    QTRY_VERIFY(code()->text()->toPlainText().contains(QStringLiteral("self.dense1 = nn.Linear(400, 120)")));
  }

  void theLinesOfTheSelectedLayerAreLitAndAClickOnALineSelectsItsLayer() {
    QVERIFY(m_window->openTemplate("lenet-32", false));
    m_window->setBottomTab(kCodeTab);
    QTRY_VERIFY(!code()->code().script.empty());
    diagram()->select({"conv2d2"});
    QStringList lit;
    for (const int line : code()->litLines()) lit << code()->text()->document()->findBlockByNumber(line).text().trimmed();
    QCOMPARE(lit, (QStringList{"self.conv2d2 = nn.Conv2d(6, 16, 5)", "x = self.conv2d2(x)  # (batch, 16, 10, 10)"}));
    QCOMPARE(code()->text()->extraSelections().size(), 2);

    QPlainTextEdit* text = code()->text();
    const int line = code()->code().firstLineOf("flatten1");
    QVERIFY(line >= 0);
    text->setTextCursor(QTextCursor(text->document()->findBlockByNumber(line)));
    text->ensureCursorVisible();
    QTest::mouseClick(text->viewport(), Qt::LeftButton, {}, text->cursorRect().center() + QPoint(40, 0));
    QCOMPARE(diagram()->selection(), (std::vector<NodeId>{"flatten1"}));
    // By keys: down to the next line of a layer, Enter.
    text->setFocus();
    text->setTextCursor(QTextCursor(text->document()->findBlockByNumber(code()->code().firstLineOf("dense2"))));
    key(Qt::Key_Return);
    QCOMPARE(diagram()->selection(), (std::vector<NodeId>{"dense2"}));
  }

  void anUnfinishedNetworkHasNoCodeAndTheReasonStandsThere() {
    m_window->setBottomTab(kCodeTab);
    diagram()->setFocus();
    type("i");
    type("d");
    QTRY_VERIFY(visibleButton("Show the issues"));
    QVERIFY(code()->text()->isHidden());
    QVERIFY(!code()->copyButton()->isEnabled());
    QTest::mouseClick(visibleButton("Show the issues"), Qt::LeftButton);
    QVERIFY2(!code()->isVisible(), "the issues are in front");
  }

  void theCodeIsCopiedAndExported() {
    QVERIFY(m_window->openTemplate("xor", false));
    QTRY_VERIFY(m_window->session()->dataset());
    m_window->setBottomTab(kCodeTab);
    QTRY_VERIFY(code()->exportButton()->isEnabled());
    QTest::mouseClick(code()->copyButton(), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromStdString(code()->code().script));
    const QString path = m_folder.filePath("xor.py");
    QVERIFY(m_window->building()->exportScript(path));
    QFile script(path);
    QVERIFY(script.open(QIODevice::ReadOnly));
    const QString written = QString::fromUtf8(script.readAll());
    QVERIFY(written.contains(QStringLiteral("class Network(nn.Module):")));
    QVERIFY(QFile::exists(m_folder.filePath("xor.safetensors")));
    QVERIFY(!m_window->building()->exportScript(m_folder.filePath("missing/xor.py")));
  }

  void aLayerIsFoundByAPartOfItsName() {
    QVERIFY(m_window->openTemplate("lenet-32", false));
    diagram()->setFocus();
    (*m_window->actions())[Do::FindNode]->trigger();
    NodeFinder* finder = m_window->building()->finder();
    QVERIFY(finder->isVisible());
    QCOMPARE(QApplication::focusWidget(), finder->field());
    type("dense");
    QCOMPARE(finder->list()->count(), 3);
    QCOMPARE(diagram()->selection(), (std::vector<NodeId>{"dense1"}));
    key(Qt::Key_Down);
    QCOMPARE(diagram()->selection(), (std::vector<NodeId>{"dense2"}));
    key(Qt::Key_Return);
    QVERIFY(!finder->isVisible());
    QVERIFY(diagram()->hasFocus());
    (*m_window->actions())[Do::FindNode]->trigger();
    type("nothing is called so");
    QCOMPARE(finder->list()->count(), 0);
    key(Qt::Key_Escape);
    QVERIFY(!finder->isVisible());
  }

  void theWiresShowGradientsWhenAskedTo() {
    QVERIFY(m_window->openTemplate("xor", false));
    QTRY_VERIFY(m_window->session()->dataset());
    (*m_window->actions())[Do::Step]->trigger();
    QTRY_COMPARE(m_window->session()->status().step, std::int64_t(1));
    QVERIFY(diagram()->diagram()->hasWeightWires());
    QCOMPARE(diagram()->diagram()->wireKind(), DiagramLive::Wires::Weights);
    QToolButton* choice = nullptr;
    for (QToolButton* button : diagram()->findChildren<QToolButton*>())
      if (button->text() == QStringLiteral("Wires: weights")) choice = button;
    QVERIFY(choice && choice->isVisible());
    QTest::mouseClick(choice, Qt::LeftButton);
    QCOMPARE(diagram()->diagram()->wireKind(), DiagramLive::Wires::Gradients);
    QCOMPARE(choice->text(), QStringLiteral("Wires: gradients"));
    QTest::mouseClick(choice, Qt::LeftButton);
    QCOMPARE(diagram()->diagram()->wireKind(), DiagramLive::Wires::Weights);
  }

  void theTimeOfAnEpochFollowsFromTheRateOfTheRun() {
    StatusStrip strip;
    const auto shown = [&] {
      for (const QLabel* label : strip.findChildren<QLabel*>())
        if (label->text().endsWith(QStringLiteral("an epoch"))) return label->text();
      return QString();
    };
    QCOMPARE(shown(), QString());
    strip.setEpochSeconds(0.004);
    QCOMPARE(shown(), QStringLiteral("under 0.01 s an epoch"));
    strip.setEpochSeconds(60000 / 190000.0);
    QCOMPARE(shown(), QStringLiteral("0.32 s an epoch"));
    strip.setEpochSeconds(0);
    QCOMPARE(shown(), QString());
    // In the window it stands there once the run has a rate.
    QVERIFY(m_window->openTemplate("spirals", false));
    QTRY_VERIFY(m_window->session()->dataset());
    m_window->session()->setPace(600);  // at full speed it is over before there is a rate
    m_window->session()->run();
    const auto inWindow = [&] {
      for (const QLabel* label : m_window->findChild<StatusStrip*>()->findChildren<QLabel*>())
        if (label->text().endsWith(QStringLiteral("an epoch"))) return true;
      return false;
    };
    QTRY_VERIFY(inWindow());
    m_window->session()->pause();
    m_window->session()->reset();
    QTRY_VERIFY(!inWindow());
  }

  void everyKindAndPartOfAWordFindsANode() {
    const Result<NetworkSpec> spec = parseLine("input 4 | left: dense 3 | dense 2 | mse");
    QVERIFY(spec.ok());
    QCOMPARE(nodesThatFit(*spec, "").size(), std::size_t(4));
    QCOMPARE(nodesThatFit(*spec, "DENSE"), (std::vector<NodeId>{"left", "dense1"}));
    QCOMPARE(nodesThatFit(*spec, "dense lef"), (std::vector<NodeId>{"left"}));
    QCOMPARE(nodesThatFit(*spec, "conv").size(), std::size_t(0));
  }

 private:
  DiagramView* diagram() { return m_window->diagram(); }
  CodeView* code() { return m_window->building()->code(); }
  static void type(const char* text) { QTest::keyClicks(QApplication::focusWidget(), QString::fromLatin1(text)); }
  static void key(Qt::Key code) { QTest::keyClick(QApplication::focusWidget(), code); }
  QPushButton* visibleButton(const char* text) {
    for (QPushButton* button : m_window->findChildren<QPushButton*>())
      if (button->isVisible() && button->text() == QLatin1String(text)) return button;
    return nullptr;
  }
  void compareWithTemplate() {
    const Result<Project> lenet = makeTemplate("lenet-32");
    QVERIFY(lenet.ok());
    QCOMPARE(described(m_window->document()->spec()), described(lenet->spec));
    QVERIFY(m_window->document()->analysis().sound());
  }

  QTemporaryDir m_folder;
  LanguageSwitch m_language;
  std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestBuild)
#include "test_build.moc"
