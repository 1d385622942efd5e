// Whole afternoons in the lab, by real events: a network from an empty diagram, training, going back to step 100, another way from
// there, both beside each other, the plot in a file.
#include "app/actions.h"
#include "app/rewind_desk.h"
#include "app/run_desk.h"
#include "builder.h"
#include "engine/graph/spec_edit.h"
#include "widgets/common/theme_manager.h"
#include "widgets/inspector/data_panel.h"
#include "widgets/inspector/training_form.h"
#include "widgets/model/run_list.h"
#include "widgets/plots/curves_panel.h"
#include "widgets/runs/branch_sheet.h"
#include "widgets/runs/runs_panel.h"

#include <QFile>
#include <QFileDialog>
#include <QInputDialog>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>

#include <set>

using namespace glassbox;

namespace {

constexpr int kPatience = 60000;  // for a machine under load; nothing is measured
constexpr int kFirst = 130, kBack = 100, kSecond = 120;  // steps

struct Journey {
  const char* source;                ///< what is chosen in the Data panel, by its English name
  std::vector<Setting> data;
  std::vector<Built> layers;
  std::vector<Setting> attention;    ///< of the layer that is found under this word
  std::vector<Setting> training;
  const char* otherRate;
  bool byMouse;
};

std::vector<Built> spiralLayers() {
  return {{"i", "input", {{"shape", "2"}}}, {"d", "dense", {{"units", "8"}}}, {"", "tanh", {}}, {"d", "dense", {{"units", "8"}}}, {"", "tanh", {}}, {"d", "dense", {{"units", "1"}}}, {"", "binary_cross_entropy", {}}};
}
std::vector<Built> echoLayers() {
  return {{"i", "input", {{"shape", "11x1"}}}, {"", "rnn", {{"units", "16"}}}, {"d", "dense", {{"units", "1"}}}, {"", "binary_cross_entropy", {}}};
}
std::vector<Built> gptLayers() {
  return {{"i", "input", {{"shape", "32"}, {"element", "Tokens"}}},
          {"", "embedding", {{"width", "32"}, {"tokens", "22"}}},
          {"", "position_embedding", {}},
          {"", "transformer_block", {}},
          {"", "layer_norm", {}},
          {"d", "dense", {{"units", "22"}}},
          {"", "softmax_cross_entropy", {}}};
}

} // namespace

Q_DECLARE_METATYPE(Journey)

class TestJourneys : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    qputenv("GLASSBOX_SETTINGS", m_folder.filePath("settings.ini").toLocal8Bit());
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    ThemeManager::ofApplication().dress(*qApp);
    m_language.use(LanguageSwitch::Tongue::English);
  }

  void fromAnEmptyDiagramToTwoRunsBesideEachOther_data() {
    QTest::addColumn<Journey>("journey");
    const std::vector<Setting> adam{{"optimizer", "Adam"}, {"rate", "0.01"}}, slow{{"optimizer", "Adam"}, {"rate", "0.002"}};
    QTest::newRow("LeNet on shapes, by keys") << Journey{"Colored shapes", {{"images", "400"}}, leNetLayers(), {}, slow, "0.0005", false};
    QTest::newRow("LeNet on shapes, by the mouse") << Journey{"Colored shapes", {{"images", "400"}}, leNetLayers(), {}, slow, "0.0005", true};
    QTest::newRow("spirals") << Journey{"Spirals", {}, spiralLayers(), {}, adam, "0.05", false};
    QTest::newRow("RNN on echo") << Journey{"Echo", {}, echoLayers(), {}, adam, "0.002", true};
    QTest::newRow("character GPT") << Journey{"Names", {{"context", "32"}}, gptLayers(), {{"heads", "2"}, {"causal", "on"}}, adam, "0.001", false};
  }
  void fromAnEmptyDiagramToTwoRunsBesideEachOther() {
    QFETCH(Journey, journey);
    MainWindow window(&m_language);
    m_window = &window;
    window.resize(1280, 800);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    action(Do::New)->trigger();

    chooseData(journey);
    if (QTest::currentTestFailed()) return;
    const Builder builder(window);
    if (journey.byMouse) builder.buildByMouse(journey.layers);
    else builder.buildByKeys(journey.layers);
    if (!journey.attention.empty()) set("attention", journey.attention);
    if (QTest::currentTestFailed()) return;
    QVERIFY(window.document()->analysis().sound());
    chooseTraining(journey.training);
    if (QTest::currentTestFailed()) return;

    // Train, and go back to step 100.
    askStep(kFirst);
    if (QTest::currentTestFailed()) return;
    QVERIFY(stands(kFirst));
    const std::string first = session()->runId();
    const double before = session()->curves().at("loss").front().mean, after = session()->curves().at("loss").back().mean;
    QVERIFY2(after < before, qPrintable(QStringLiteral("loss %1 to %2").arg(before).arg(after)));
    const QString end = session()->fingerprint();
    askStep(kBack);
    if (QTest::currentTestFailed()) return;
    QVERIFY(stands(kBack));
    QVERIFY(session()->isRewound());

    branch(journey.otherRate, first);
    if (QTest::currentTestFailed()) return;
    askStep(kSecond);
    if (QTest::currentTestFailed()) return;
    QVERIFY(stands(kSecond));
    const std::string second = session()->runId();
    QCOMPARE(window.runs()->find(first)->record.steps, kFirst);
    QCOMPARE(window.runs()->find(second)->record.parent, first);

    // Both in one plot.
    window.setBottomTab(3);
    RunsPanel* panel = window.runDesk()->panel();
    const int row = panel->model()->rowOf(first);
    QVERIFY2(window.runs()->find(first)->record.overlaid, "a branch is seen beside what it left");
    QVERIFY(panel->model()->index(row, panel->model()->column("rate")).data(RunModel::Differs).toBool());
    window.setBottomTab(0);
    Plot* loss = window.curves()->loss();
    const CurveData* drawn = loss->curve(QStringLiteral("train:") + QString::fromStdString(first));
    QVERIFY(drawn);
    QCOMPARE(drawn->raw().size(), window.runs()->find(first)->record.curves.at("loss").size());
    for (const char* suffix : {"csv", "png", "svg", "pdf"}) save(*loss, suffix);
    if (QTest::currentTestFailed()) return;
    QFile table(file("csv"));
    QVERIFY(table.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = table.readAll().split('\n');
    QCOMPARE(lines.first(), "curve,step,mean,min,max,count");
    std::set<QByteArray> curves;
    for (const QByteArray& line : lines.mid(1))
      if (line.contains(',')) curves.insert(line.left(line.indexOf(',')));
    QVERIFY(curves.contains("A training") && curves.contains("B training"));
    QVERIFY(lines.size() > kFirst + kSecond - kBack);

    // The first one is there as it ended.
    QVERIFY(window.runs()->open(first).ok());
    QVERIFY(QTest::qWaitFor([&] { return session()->runId() == first; }, kPatience));
    QVERIFY(stands(kFirst));
    QCOMPARE(session()->fingerprint(), end);
    window.document()->setModified(false);
  }

 private:
  TrainingSession* session() { return m_window->session(); }
  QAction* action(Do what) { return (*m_window->actions())[what]; }
  QString file(const char* suffix) const { return m_folder.filePath(QStringLiteral("loss.") + QLatin1String(suffix)); }

  bool stands(std::int64_t step) {
    return QTest::qWaitFor([&] { return session()->trainer() && session()->status().step == step && !session()->isRunning() && !session()->isReplaying() && !session()->trainer()->running(); }, kPatience);
  }

  void chooseData(const Journey& journey) {
    m_window->setLeftTab(2);
    QComboBox* sources = m_window->dataPanel()->sourceList();
    sources->setFocus();
    for (int i = 0; i < 12 && sources->currentText() != QLatin1String(journey.source); ++i) {  // one letter again and again goes from one to the next
      Builder::type(QByteArray(journey.source, 1));
      QTest::qWait(QApplication::keyboardInputInterval() + 20);
    }
    QCOMPARE(sources->currentText(), QString::fromLatin1(journey.source));
    for (const Setting& setting : journey.data) {
      ParamRow* row = m_window->dataPanel()->form()->row(setting.key);
      QVERIFY2(row, setting.key);
      Builder::write(row->editor()->control(), setting.text);
    }
    QVERIFY(QTest::qWaitFor([&] { return m_window->dataPanel()->dataset() && !m_window->dataPanel()->isLoading(); }, kPatience));
  }

  void set(const char* word, const std::vector<Setting>& settings) {
    QTest::keyClick(m_window->diagram(), Qt::Key_F, Qt::ControlModifier);
    Builder::type(word);
    Builder::key(Qt::Key_Return);
    for (const Setting& setting : settings) {
      ParamRow* row = m_window->inspector()->nodePage()->form()->row(setting.key);
      QVERIFY2(row, setting.key);
      Builder::write(row->editor()->control(), setting.text);
    }
  }

  void chooseTraining(const std::vector<Setting>& settings) {
    m_window->diagram()->setFocus();
    QTest::keyClick(m_window->diagram(), Qt::Key_Escape);
    m_window->inspector()->showTraining();
    for (const Setting& setting : settings) {
      ParamForm* form = m_window->inspector()->trainingForm()->formOf(setting.key);
      QVERIFY2(form, setting.key);
      Builder::write(form->row(setting.key)->editor()->control(), setting.text);
    }
  }

  void askStep(int step) {
    QVERIFY(QTest::qWaitFor([&] { return action(Do::RunTo)->isEnabled(); }, kPatience));
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window));
    QTest::keyClick(m_window, Qt::Key_G, Qt::ControlModifier);
    auto* ask = m_window->findChild<QInputDialog*>();
    QVERIFY(ask);
    ask->setIntValue(step);
    QTest::keyClick(ask, Qt::Key_Return);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  }

  void branch(const char* rate, const std::string& parent) {
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window));
    QTest::keyClick(m_window, Qt::Key_B, Qt::ControlModifier);
    BranchSheet* sheet = m_window->rewind()->sheet();
    QVERIFY(sheet);
    sheet->setting()->setFocus();
    QTest::keyClicks(sheet->setting(), QStringLiteral("Learning rate"));
    QCOMPARE(sheet->setting()->currentText(), QStringLiteral("Learning rate"));
    auto* field = sheet->editor()->findChild<QLineEdit*>();
    QVERIFY(field);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, QString::fromLatin1(rate));
    QTest::keyClick(field, Qt::Key_Tab);
    QVERIFY2(sheet->branchButton()->isEnabled(), qPrintable(field->text()));
    QTest::mouseClick(sheet->branchButton(), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return session()->trainer() && session()->parentRun() == parent && session()->state() == TrainingSession::State::Paused; }, kPatience));
    QCOMPARE(session()->branchStep(), kBack);
  }

  /// Through the plot's menu and the dialog that asks for the name.
  void save(Plot& plot, const char* suffix) {
    QMenu menu;
    plot.fillMenu(menu);
    QAction* chosen = nullptr;
    for (QAction* entry : menu.actions())
      if (entry->text().contains(QString::fromLatin1(suffix).toUpper())) chosen = entry;
    QVERIFY2(chosen && chosen->isEnabled(), suffix);
    const QString path = file(suffix);
    QFile::remove(path);
    QTimer::singleShot(0, &plot, [path] {
      auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
      QVERIFY(dialog);
      auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
      QVERIFY(name);
      name->setText(path);  // typed, its list of proposals would take the Enter
      QTest::keyClick(name, Qt::Key_Return);
    });
    chosen->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(QFile(path).size() > 100, kPatience);
  }

  QTemporaryDir m_folder;
  LanguageSwitch m_language;
  MainWindow* m_window = nullptr;
};

QTEST_MAIN(TestJourneys)
#include "test_journeys.moc"
