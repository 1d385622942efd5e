// The window as a user meets it: an example trains, settings change while it runs, files are saved and opened, languages switch.
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include "app/actions.h"
#include "app/settings.h"
#include "engine/trace/trace.h"
#include "engine/io/templates.h"
#include "window_test.h"
#include "widgets/common/theme_manager.h"
#include "widgets/diagram/diagram_scene.h"
#include "widgets/diagram/diagram_view.h"
#include "widgets/plots/curves_panel.h"
#include "widgets/views/look_panel.h"
#include "widgets/views/surface_view.h"

using namespace glassbox;

namespace {

constexpr int kPatience = 60000;  // for a machine under load; nothing is measured

/// Waits until the run of the window is at rest in `state`.
bool reaches(MainWindow& window, TrainingSession::State state) {
  return QTest::qWaitFor([&] { return window.session()->state() == state; }, kPatience);
}

} // namespace

class TestWindow : public test::WindowTest {
  Q_OBJECT

 private slots:
  void everyTemplateTrainsAtOnce_data() {
    QTest::addColumn<QString>("name");
    for (const TemplateDef& def : allTemplates()) QTest::newRow(def.name.c_str()) << QString::fromStdString(def.name);
  }
  void everyTemplateTrainsAtOnce() {
    QFETCH(QString, name);
    QVERIFY(m_window->openTemplate(name.toStdString(), true));
    m_window->session()->setPace(0);
    QVERIFY(QTest::qWaitFor([&] { return m_window->session()->status().step >= 20; }, kPatience));
    m_window->session()->pause();
    QVERIFY(QTest::qWaitFor([&] { return !m_window->session()->isRunning(); }, kPatience));
    const auto loss = m_window->curves()->loss()->shownValue("train");
    QVERIFY(loss.has_value() && *loss > 0);
  }

  void theWindowGivesTheFingerprintOfTheEngine() {
    QVERIFY(m_window->openTemplate("xor", false));
    QVERIFY(m_window->document()->setPlanValue("epochs", "7").ok());
    QVERIFY(QTest::qWaitFor([&] { return m_window->session()->dataset() != nullptr; }, kPatience));
    m_window->session()->setPace(0);
    m_window->session()->run();
    QVERIFY(reaches(*m_window, TrainingSession::State::Ended));
    Result<Project> project = makeTemplate("xor");
    RunSetup setup;
    setup.spec = std::make_shared<const NetworkSpec>(project->spec);
    setup.plan = setPlanValue(project->plan, "epochs", "7").value();
    setup.data = *load(project->data, {});
    Result<std::unique_ptr<Trainer>> trainer = Trainer::create(setup);
    (*trainer)->run();
    (*trainer)->waitUntilIdle();
    QCOMPARE(m_window->session()->fingerprint().toStdString(), (*trainer)->fingerprint());
  }

  void sameWeightsGivesTheSameCurve() {
    QVERIFY(m_window->openTemplate("xor", false));
    QVERIFY(QTest::qWaitFor([&] { return m_window->session()->dataset() != nullptr; }, kPatience));
    QString fingerprints[2];
    for (QString& fingerprint : fingerprints) {
      m_window->session()->setPace(0);
      m_window->session()->oneEpoch();
      QVERIFY(reaches(*m_window, TrainingSession::State::Running) || m_window->session()->status().step > 0);
      QVERIFY(reaches(*m_window, TrainingSession::State::Paused));
      fingerprint = m_window->session()->fingerprint();
      m_window->session()->reset();
      QVERIFY(QTest::qWaitFor([&] { return m_window->session()->status().step == 0 && m_window->session()->state() == TrainingSession::State::Paused; }, kPatience));
    }
    QCOMPARE(fingerprints[0], fingerprints[1]);
    QVERIFY(!fingerprints[0].isEmpty());
  }

  void aRateChangedWhileItRunsIsLoggedAndMarked() {
    QVERIFY(m_window->openTemplate("linear-regression", true));
    m_window->session()->setPace(600);
    QVERIFY(QTest::qWaitFor([&] { return m_window->session()->status().step >= 5; }, kPatience));
    QVERIFY(m_window->document()->setPlanValue("rate", "0.05").ok());
    QVERIFY(QTest::qWaitFor([&] { return !m_window->session()->changes().empty(); }, kPatience));
    QCOMPARE(m_window->session()->changes()[0].key, std::string("rate"));
    QVERIFY(!m_window->session()->isStale());
    m_window->session()->pause();
  }

  void aChangedNetworkMakesTheRunStaleAndUndoBringsItBack() {
    QVERIFY(m_window->openTemplate("xor", false));
    const std::string before = writeProject(m_window->document()->project());
    QVERIFY(m_window->document()->setParam("dense1", "units", std::int64_t{6}).ok());
    QVERIFY(m_window->session()->isStale());
    m_window->document()->undoStack()->undo();
    QCOMPARE(writeProject(m_window->document()->project()), before);
  }

  void savedAndOpenedAgainIsTheSame() {
    QVERIFY(m_window->openTemplate("xor", false));
    QVERIFY(m_window->document()->setParam("dense1", "units", std::int64_t{5}).ok());
    const QString path = m_folder.filePath("mine.glassbox");
    QVERIFY(m_window->saveTo(path));
    QVERIFY(!m_window->document()->isModified());
    const std::string saved = writeProject(m_window->document()->project());
    QVERIFY(m_window->openFile(path));
    QCOMPARE(writeProject(m_window->document()->project()), saved);
    QCOMPARE(Settings::recentFiles().value(0), path);
  }

  void weightsAreSavedBesideTheProject() {
    QVERIFY(m_window->openTemplate("xor", true));
    m_window->session()->setPace(0);
    QVERIFY(QTest::qWaitFor([&] { return m_window->session()->status().step >= 5; }, kPatience));
    const QString path = m_folder.filePath("trained.glassbox");
    QVERIFY(m_window->saveTo(path));
    const WeightsRef weights = m_window->document()->project().weights;
    QVERIFY(!weights.file.empty());
    QVERIFY(QFile::exists(m_folder.filePath(QString::fromStdString(weights.file))));
  }

  /// Stopped in the middle, saved, opened in a fresh window and run to the end: curve and weights of a run never stopped.
  void anOpenedRunGoesOnWhereItWasSaved() {
    const QString path = m_folder.filePath("half.glassbox");
    QVERIFY(m_window->openTemplate("spirals", false));
    QVERIFY(m_window->document()->setPlanValue("steps", "300").ok());
    QVERIFY(QTest::qWaitFor([&] { return m_window->session()->dataset() != nullptr; }, kPatience));
    m_window->session()->setPace(2000);
    m_window->session()->run();
    QVERIFY(QTest::qWaitFor([&] { return m_window->session()->status().step >= 20; }, kPatience));
    QVERIFY(m_window->document()->setPlanValue("rate", "0.02").ok());
    QVERIFY(QTest::qWaitFor([&] { return m_window->session()->status().step >= 60; }, kPatience));
    QVERIFY(m_window->saveTo(path));
    const std::int64_t stopped = m_window->session()->status().step;
    QVERIFY(stopped < 300);
    const RecordedCurves curves = m_window->session()->curves();

    auto second = std::make_unique<MainWindow>(m_language.get());
    QVERIFY(second->openFile(path));
    QVERIFY(QTest::qWaitFor([&] { return second->session()->state() == TrainingSession::State::Paused; }, kPatience));
    QCOMPARE(second->session()->status().step, stopped);
    QVERIFY(!second->session()->isStale());
    QVERIFY(second->session()->curves() == curves);
    QCOMPARE(*second->curves()->loss()->shownValue("train"), *m_window->curves()->loss()->shownValue("train"));
    std::string ends[2];
    int i = 0;
    for (MainWindow* window : {m_window.get(), second.get()}) {
      window->session()->setPace(0);
      window->session()->run();
      QVERIFY(reaches(*window, TrainingSession::State::Ended));
      QCOMPARE(window->session()->status().step, 300);
      ends[i++] = window->session()->fingerprint().toStdString();
    }
    QCOMPARE(ends[0], ends[1]);
    second->document()->setModified(false);
  }

  void savedWeightsOfAChangedNetworkStayInTheirFile() {
    const QString path = m_folder.filePath("changed.glassbox");
    QVERIFY(m_window->openTemplate("xor", true));
    QVERIFY(QTest::qWaitFor([&] { return m_window->session()->status().step >= 5; }, kPatience));
    QVERIFY(m_window->saveTo(path));
    const QString weights = m_folder.filePath(QString::fromStdString(m_window->document()->project().weights.file));
    QVERIFY(m_window->document()->setParam("dense1", "units", std::int64_t{7}).ok());
    QVERIFY(m_window->saveTo(path));
    QVERIFY(QFile::exists(weights));
    QSignalSpy told(m_window.get(), &MainWindow::told);
    QVERIFY(m_window->openFile(path));
    QCOMPARE(m_window->document()->analysis().nodes.at("dense1").inference.outputs[0].shape.str(), std::string("7"));
    m_window->session()->run();
    QVERIFY(reaches(*m_window, TrainingSession::State::Running));
    QCOMPARE(told.size(), 0);
    m_window->session()->pause();
  }

  void weightsThatAreGoneAreSaid() {
    const QString path = m_folder.filePath("gone.glassbox");
    QVERIFY(m_window->openTemplate("xor", true));
    QVERIFY(QTest::qWaitFor([&] { return m_window->session()->status().step >= 5; }, kPatience));
    QVERIFY(m_window->saveTo(path));
    QVERIFY(QFile::remove(m_folder.filePath(QString::fromStdString(m_window->document()->project().weights.file))));
    QSignalSpy told(m_window.get(), &MainWindow::told);
    QVERIFY(m_window->openFile(path));
    QVERIFY(told.size() > 0 || told.wait(kPatience));
    QVERIFY2(told[0][0].toString().contains("gone"), qPrintable(told[0][0].toString()));
  }

  /// A saved project that was trained on asks; an example that was only looked at does not.
  void trainingThatIsNotSavedIsAskedFor() {
    const QString path = m_folder.filePath("asked.glassbox");
    QVERIFY(m_window->openTemplate("xor", true));
    QVERIFY(QTest::qWaitFor([&] { return m_window->session()->status().step >= 5; }, kPatience));
    QVERIFY(m_window->openTemplate("spirals", true));  // would wait for an answer
    QVERIFY(m_window->saveTo(path));
    m_window->session()->oneEpoch();
    QVERIFY(QTest::qWaitFor([&] { return m_window->session()->status().step > 0 && m_window->session()->state() == TrainingSession::State::Paused; }, kPatience));
    int asked = 0;
    QTimer answer;
    connect(&answer, &QTimer::timeout, &answer, [&] {
      auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
      if (!box) return;
      ++asked;
      for (QAbstractButton* button : box->buttons())
        if (box->buttonRole(button) == QMessageBox::RejectRole) button->click();
    });
    answer.start(20);
    QVERIFY(!m_window->openTemplate("xor", false));
    QCOMPARE(asked, 1);
    QCOMPARE(m_window->document()->path(), path);
    answer.stop();
    QVERIFY(m_window->saveTo(path));
  }

  void languageAndThemeSwitchWhileItRuns() {
    QVERIFY(m_window->openTemplate("xor", true));
    QVERIFY(QTest::qWaitFor([&] { return m_window->session()->isRunning(); }, kPatience));
    m_language->use(LanguageSwitch::Tongue::Chinese);
    const auto saysPause = [&] {
      for (QPushButton* button : m_window->findChildren<QPushButton*>())
        if (button->text() == QStringLiteral("暂停")) return true;
      return false;
    };
    QVERIFY2(QTest::qWaitFor(saysPause, kPatience), "the run button says 暂停");
    ThemeManager::ofApplication().setChoice(ThemeChoice::Dark);
    QVERIFY(theme().isDark());
    ThemeManager::ofApplication().setChoice(ThemeChoice::Light);
    m_language->use(LanguageSwitch::Tongue::English);
    QVERIFY(m_window->session()->isRunning());
    m_window->session()->pause();
  }

  void dataThatDoNotFitAreAnIssueUntilRepaired() {
    QVERIFY(m_window->openTemplate("xor", false));
    QVERIFY(QTest::qWaitFor([&] { return m_window->session()->dataset() != nullptr; }, kPatience));
    QVERIFY(m_window->document()->analysis().sound());
    QVERIFY(m_window->document()->setParam("input1", "shape", std::string("3")).ok());
    QCOMPARE(m_window->document()->analysis().issues.size(), std::size_t{1});
    const Issue issue = m_window->document()->analysis().issues[0];
    QCOMPARE(issue.node, std::string("input1"));
    QVERIFY(m_window->document()->repair(issue, issue.repairs.at(0)).ok());
    QVERIFY(m_window->document()->analysis().sound());
  }

  void thePinTakesTheSurfaceAwayAndTheMenuBringsItBack() {
    QVERIFY(m_window->openTemplate("spirals", false));
    QVERIFY(QTest::qWaitFor([&] { return m_window->session()->dataset() != nullptr; }, kPatience));
    SurfaceView* surface = nullptr;
    for (SurfaceView* view : m_window->findChildren<SurfaceView*>())
      if (view->isVisible()) surface = view;
    QVERIFY(surface);
    QTest::mouseClick(surface, Qt::LeftButton, {}, QPoint(surface->width() - 14, 14));
    QVERIFY(!surface->isVisible());
    (*m_window->actions())[Do::Surface]->trigger();
    QVERIFY(surface->isVisible());
  }

  void aTileShowsWhatItsLayerGivesForTheSample_data() {
    QTest::addColumn<QString>("network");
    QTest::addColumn<QString>("node");
    QTest::addColumn<QString>("given");  // by the activation in its tile, where there is one
    QTest::addColumn<QString>("words");
    QTest::newRow("convolution") << "lenet-28" << "conv2d1" << "relu1" << "Feature maps of the sample";
    QTest::newRow("without weights") << "lenet-28" << "max_pool2d1" << "max_pool2d1" << "Feature maps of the sample";
    QTest::newRow("dense") << "lenet-28" << "dense1" << "relu3" << "Activations of the sample";
    QTest::newRow("attention") << "attention-reverse" << "attention1" << "attention1" << "Attention of the sample";
  }

  void aTileShowsWhatItsLayerGivesForTheSample() {
    QFETCH(QString, network);
    QFETCH(QString, node);
    QFETCH(QString, given);
    QFETCH(QString, words);
    m_window->resize(1280, 1000);
    QVERIFY(m_window->openTemplate(network.toStdString(), false));
    QVERIFY(QTest::qWaitFor([&] { return m_window->session()->dataset() != nullptr; }, kPatience));
    m_window->session()->runTo(3);
    QVERIFY(QTest::qWaitFor([&] { return m_window->session()->status().step == 3 && !m_window->session()->isRunning(); }, kPatience));
    DiagramView* diagram = m_window->diagram();
    const NodeId id = node.toStdString();
    diagram->setZoom(1);
    diagram->select({id});
    diagram->centerOn(diagram->diagram()->nodeItem(id));
    // The menu of the tile, by the keyboard.
    bool chosen = false;
    QTimer::singleShot(0, this, [&] {
      auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
      if (!menu) return;
      for (QAction* action : menu->actions())
        if (action->menu() && action->text() == QStringLiteral("Show in tile"))
          for (QAction* entry : action->menu()->actions())
            if (entry->text() == words) {
              chosen = true;
              entry->trigger();
            }
      menu->close();
    });
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(5, 5), diagram->viewport()->mapToGlobal(QPoint(5, 5)));
    QApplication::sendEvent(diagram->viewport(), &event);
    QVERIFY2(chosen, qPrintable(words));
    QCOMPARE(diagram->diagram()->tiles().find(id)->form, TileForm::Thumbnail);
    diagram->centerOn(diagram->diagram()->nodeItem(id));
    const auto live = [&] { return diagram->diagram()->liveNode(id); };
    // The picture is of the numbers that a trace of this sample records.
    TraceRequest request;
    request.spec = std::make_shared<const NetworkSpec>(m_window->document()->spec());
    request.data = m_window->session()->dataset();
    request.weights = flatWeights(std::as_const(*m_window->session()->trainer()).network());
    request.rows = {m_window->look()->sample()};
    request.precision = Precision::Single;
    const Result<Trace> trace = traceStep(request);
    QVERIFY(trace.ok());
    const bool attention = words.startsWith("Attention");
    const TraceEntry* entry = trace->find(given.toStdString() + (attention ? ".weights" : ".out"));
    QVERIFY(entry);
    const std::vector<float> values(entry->values.begin(), entry->values.end());
    const PortType* type = m_window->document()->analysis().typeOf({given.toStdString(), "out"});
    const auto heads = static_cast<std::int64_t>(attention ? values.size() / static_cast<std::size_t>(type->shape[0] * type->shape[0]) : 0);
    const TilePicture expected = outputPicture(values, attention ? Shape{heads, type->shape[0], type->shape[0]} : type->shape, attention);
    QTRY_VERIFY_WITH_TIMEOUT(live() && live()->thumbnail == expected.image, kPatience);
    QCOMPARE(live()->thumbnailShown, expected.shown);
    // Another picture costs nothing any more.
    diagram->diagram()->showInTile(id, TileShow::Nothing);
    emit diagram->picturesWished();
    QVERIFY(diagram->wishedOutputs().empty());
  }

  void smallLayersWriteTheActivationsOfTheSampleWhenTheyAreLarge() {
    m_window->resize(1280, 1000);
    QVERIFY(m_window->openTemplate("xor", false));
    QVERIFY(QTest::qWaitFor([&] { return m_window->session()->dataset() != nullptr; }, kPatience));
    m_window->session()->runTo(3);
    QVERIFY(QTest::qWaitFor([&] { return m_window->session()->status().step == 3 && !m_window->session()->isRunning(); }, kPatience));
    DiagramView* diagram = m_window->diagram();
    const NodeId input = m_window->document()->analysis().inputs[0];
    QVERIFY(!diagram->diagram()->liveNode(input) || diagram->diagram()->liveNode(input)->values.empty());
    diagram->setZoom(1.6);
    diagram->centerOn(diagram->diagram()->nodeItem(input));
    std::vector<float> sample(2);
    m_window->session()->dataset()->inputs[0].read(m_window->look()->sample(), sample.data());
    QTRY_VERIFY_WITH_TIMEOUT(diagram->diagram()->liveNode(input) && diagram->diagram()->liveNode(input)->values == sample, kPatience);
  }

  void aNetworkThatIsNotDoneSaysWhyItCannotRun() {
    QVERIFY(m_window->openTemplate("xor", false));
    m_window->document()->removeNodes({"binary_cross_entropy1"});
    QSignalSpy told(m_window.get(), &MainWindow::told);
    m_window->session()->run();
    QVERIFY(told.wait(kPatience));
    QVERIFY2(told[0][0].toString().contains("loss"), qPrintable(told[0][0].toString()));
  }
};

QTEST_MAIN(TestWindow)
#include "test_window.moc"
