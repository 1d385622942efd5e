// Networks side by side on one clock, with real clicks and keys: each has the bits it has alone, and can be kept and opened.
#include <QAction>
#include <QComboBox>
#include <QMenu>
#include <QPushButton>
#include <QTest>

#include <set>

#include "app/actions.h"
#include "app/run_desk.h"
#include "engine/io/templates.h"
#include "window_test.h"
#include "widgets/common/number_format.h"
#include "widgets/model/run_list.h"
#include "widgets/plots/plot.h"
#include "widgets/runs/compare_picture.h"
#include "widgets/runs/runs_panel.h"
#include "widgets/runs/side_by_side.h"
#include "widgets/views/prober.h"

using namespace glassbox;

namespace {

constexpr int kPatience = 60000;  // for a machine under load; nothing is measured

/// The same network trained alone by the engine.
std::unique_ptr<Trainer> alone(const ComparedNetwork& network, std::int64_t step) {
  RunSetup setup;
  setup.spec = network.spec;
  setup.plan = network.plan;
  setup.data = network.data;
  std::unique_ptr<Trainer> trainer = std::move(*Trainer::create(setup));
  trainer->runSteps(step);
  trainer->waitUntilIdle();
  return trainer;
}

} // namespace

class TestSideBySide : public test::WindowTest {
  Q_OBJECT

 private slots:
  void theRunsOfTheTableTrainTogetherAndEachHasTheBitsItHasAlone() {
    twoRuns();
    RunsPanel* panel = m_window->runDesk()->panel();
    m_window->setBottomTab(3);
    QTest::mouseClick(panel->sideBySideButton(), Qt::LeftButton);
    SideBySide* dialog = m_window->runDesk()->sideBySide();
    QVERIFY(dialog && dialog->isVisible() && !dialog->isModal());
    QVERIFY(ready(dialog));
    QCOMPARE(dialog->columns(), 2);
    dialog->pace()->setCurrentIndex(dialog->pace()->findData(0.0));
    QTest::mouseClick(dialog->runButton(), Qt::LeftButton);
    QCOMPARE(dialog->runButton()->text(), QStringLiteral("Pause"));
    QVERIFY(QTest::qWaitFor([&] { return dialog->session()->step() > 60; }, kPatience));
    QTest::mouseClick(dialog->runButton(), Qt::LeftButton);
    QVERIFY(rests(dialog));
    QTest::mouseClick(dialog->stepButton(), Qt::LeftButton);
    QVERIFY(rests(dialog));
    const std::int64_t step = dialog->session()->step();
    std::set<std::string> prints;
    for (const auto& network : dialog->session()->networks()) {
      QCOMPARE(network->trainer->status().step, step);
      QCOMPARE(network->trainer->fingerprint(), alone(*network, step)->fingerprint());
      prints.insert(network->trainer->fingerprint());
    }
    QCOMPARE(prints.size(), std::size_t{2});
    // The plot has both networks' losses, in the colors of their runs; the figures are the ends of the curves.
    for (int i = 0; i < 2; ++i) {
      const ComparedNetwork& network = *dialog->session()->networks()[static_cast<std::size_t>(i)];
      const CurveData* drawn = dialog->plot()->curve(QStringLiteral("train:%1").arg(network.id));
      const std::vector<RecordedPoint>& recorded = network.recorder.curves().at(curves::kLoss);
      QVERIFY(drawn);
      QCOMPARE(drawn->raw().size(), recorded.size());
      QCOMPARE(drawn->raw().at(recorded.size() - 1).mean, static_cast<float>(recorded.back().mean));
      QCOMPARE(dialog->column(i)->figure(0), formatNumber(recorded.back().mean));
      QCOMPARE(dialog->column(i)->figure(2), formatPercent(network.recorder.curves().at(curves::kTestScore).back().mean));
    }
    // Ctrl+R goes back to step 0; then the same again.
    QTest::keyClick(dialog, Qt::Key_R, Qt::ControlModifier);
    QVERIFY(QTest::qWaitFor([&] { return dialog->session()->step() == 0 && !dialog->session()->isRunning(); }, kPatience));
    QVERIFY(dialog->session()->networks()[0]->recorder.curves().empty());
    QTest::keyClick(dialog, Qt::Key_Period);
    QVERIFY(QTest::qWaitFor([&] { return dialog->session()->step() == 1 && !dialog->session()->isRunning(); }, kPatience));
    for (const auto& network : dialog->session()->networks()) QCOMPARE(network->trainer->fingerprint(), alone(*network, 1)->fingerprint());
    dialog->close();
  }

  void thePictureIsWhatTheEngineComputesOfThoseWeights() {
    open("xor");
    SideBySide* dialog = beside();
    step(dialog, 30);
    CompareColumn* column = dialog->column(0);
    QVERIFY(QTest::qWaitFor([&] { return column->picture()->hasPicture() && column->picture()->answer()->atRest && column->picture()->answer()->step == 30; }, kPatience));
    const ComparedNetwork& network = *dialog->session()->networks()[0];
    const auto witness = alone(network, 30);
    const Surface& surface = *column->picture()->answer()->surface;
    // The logits of three places of the grid, computed by the network that was trained alone.
    CompileOptions options;
    options.maxBatch = 1;
    options.training = false;
    Result<Network> net = Network::compile(witness->analysis(), options);
    QVERIFY(net.ok());
    std::copy(std::as_const(witness->network()).weights().begin(), std::as_const(witness->network()).weights().end(), net->weights().begin());
    for (const int place : {0, surface.side * surface.side / 2 + 7, surface.side * surface.side - 1}) {
      const float at[] = {static_cast<float>(surface.range.left + (place % surface.side + 0.5) / surface.side * surface.range.width()),
                          static_cast<float>(surface.range.top - (place / surface.side + 0.5) / surface.side * surface.range.height())};
      const float* x = at;
      NetworkInput input;
      input.batch = 1;
      input.inputs = {&x, 1};
      input.mode = Mode::Inference;
      Team team;
      net->forward(input, team);
      const double expected = 1 / (1 + std::exp(-static_cast<double>(net->output()[0])));
      QVERIFY2(std::abs(static_cast<double>(surface.values[static_cast<std::size_t>(place)]) - expected) < 1e-5, qPrintable(QStringLiteral("%1: %2, %3").arg(place).arg(static_cast<double>(surface.values[static_cast<std::size_t>(place)])).arg(expected)));
    }
    dialog->close();
  }

  void aColumnIsKeptAsARunAndOpensWhereItStands() {
    open("xor");
    SideBySide* dialog = beside();
    QVERIFY(!dialog->column(0)->keepButton()->isEnabled());  // nothing has been trained yet
    step(dialog, 55);
    const std::string print = dialog->session()->networks()[0]->trainer->fingerprint();
    QTest::mouseClick(dialog->column(0)->keepButton(), Qt::LeftButton);
    QCOMPARE(m_window->runs()->runs().size(), std::size_t{1});
    QVERIFY(!dialog->column(0)->keepButton()->isEnabled());
    const KeptRun& kept = m_window->runs()->runs()[0];
    QCOMPARE(kept.record.fingerprint, print);
    QCOMPARE(kept.record.steps, 55);
    QCOMPARE(kept.record.curves.at(curves::kLoss).back().step, 55);
    QVERIFY(m_window->document()->isModified());
    const std::string id = kept.record.id;
    QTest::mouseClick(dialog->column(0)->openButton(), Qt::LeftButton);
    QCOMPARE(m_window->runs()->runs().size(), std::size_t{1});  // it was kept already
    QVERIFY(QTest::qWaitFor([&] { return lab()->trainer() && lab()->runId() == id && lab()->state() == TrainingSession::State::Paused && !lab()->trainer()->running(); }, kPatience));
    QVERIFY(!lab()->isStale() && !lab()->isReplaying());
    QCOMPARE(lab()->status().step, 55);
    QCOMPARE(lab()->fingerprint().toStdString(), print);
    // It goes on as it would have alone.
    lab()->runTo(80);
    QVERIFY(QTest::qWaitFor([&] { return lab()->status().step == 80 && !lab()->isRunning() && !lab()->trainer()->running(); }, kPatience));
    QCOMPARE(lab()->fingerprint().toStdString(), alone(*dialog->session()->networks()[0], 80)->fingerprint());
    dialog->close();
  }

  void otherProjectsAreComparedButNotKeptHere() {
    open("xor");
    SideBySide* dialog = beside();
    dialog->addTemplate("linear-regression");
    const QString path = m_folder.filePath("other.glassbox");
    Result<Project> spirals = makeTemplate("spirals");
    QVERIFY(spirals.ok() && saveProject(*spirals, path.toStdString()).ok());
    dialog->addFile(path);
    dialog->addFile(m_folder.filePath("gone.glassbox"));
    QCOMPARE(dialog->columns(), 4);
    QVERIFY(!dialog->addButton()->isEnabled());  // four at most
    QVERIFY(QTest::qWaitFor([&] { return !dialog->session()->isPreparing(); }, kPatience));
    QVERIFY(dialog->session()->networks()[3]->failure.has_value());
    step(dialog, 20);
    for (int i = 0; i < 3; ++i) {
      const ComparedNetwork& network = *dialog->session()->networks()[static_cast<std::size_t>(i)];
      QCOMPARE(network.trainer->fingerprint(), alone(network, 20)->fingerprint());
    }
    QVERIFY(dialog->column(0)->keepButton()->isEnabled());
    QVERIFY(!dialog->column(1)->keepButton()->isEnabled() && !dialog->column(2)->openButton()->isEnabled());
    QVERIFY(dialog->column(2)->keepButton()->toolTip().contains(QStringLiteral("other data")));
    QTest::mouseClick(dialog->column(3)->removeButton(), Qt::LeftButton);
    QCOMPARE(dialog->columns(), 3);
    QVERIFY(dialog->addButton()->isEnabled());
    dialog->close();
  }

  void dataOutsideAProjectsFolderAreNotRead() {
    open("xor");
    Result<Project> project = makeTemplate("spirals");
    project->data = {};
    project->data.source = "csv";
    project->data.path = "/etc/hostname";
    const QString path = m_folder.filePath("outside.glassbox");
    QVERIFY(saveProject(*project, path.toStdString()).ok());
    SideBySide* dialog = beside();
    dialog->addFile(path);
    QVERIFY(QTest::qWaitFor([&] { return !dialog->session()->isPreparing(); }, kPatience));
    const ComparedNetwork& network = *dialog->session()->networks()[1];
    QVERIFY(network.failure && english(*network.failure).find("outside its folder") != std::string::npos);
    dialog->close();
  }

  void theMenuOffersTheLabTheRunsAndTemplates() {
    twoRuns();
    action(Do::SideBySide)->trigger();
    SideBySide* dialog = m_window->runDesk()->sideBySide();
    emit dialog->menu()->aboutToShow();
    QStringList words;
    for (const QAction* entry : dialog->menu()->actions())
      if (!entry->isSeparator()) words << entry->text();
    QCOMPARE(words.size(), 5);
    QVERIFY(words[0] == QStringLiteral("Network in the lab") && words[1].startsWith(QStringLiteral("Run A")) && words[2].startsWith(QStringLiteral("Run B")));
    dialog->menu()->actions()[0]->trigger();
    QCOMPARE(dialog->columns(), 3);
    QVERIFY(ready(dialog));
    dialog->close();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!m_window->runDesk()->sideBySide());
  }

 private:
  TrainingSession* lab() { return m_window->session(); }
  QAction* action(Do what) { return (*m_window->actions())[what]; }
  static bool ready(SideBySide* dialog) {
    return QTest::qWaitFor([&] { return !dialog->session()->isPreparing() && !dialog->session()->networks().empty(); }, kPatience);
  }
  static bool rests(SideBySide* dialog) {
    return QTest::qWaitFor([&] { return !dialog->session()->isRunning(); }, kPatience);
  }
  /// Steps by the button until all stand at `to`.
  static void step(SideBySide* dialog, std::int64_t to) {
    while (dialog->session()->step() < to) {
      QTest::mouseClick(dialog->stepButton(), Qt::LeftButton);
      QVERIFY(rests(dialog));
    }
  }
  void open(const char* name) {
    QVERIFY(m_window->openTemplate(name, false));
    QVERIFY(QTest::qWaitFor([&] { return lab()->dataset() != nullptr; }, kPatience));
    lab()->setPace(0);
  }
  /// The dialog with the lab's network in it.
  SideBySide* beside() {
    QTest::keyClick(m_window.get(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    SideBySide* dialog = m_window->runDesk()->sideBySide();
    if (!dialog || !ready(dialog)) qFatal("the comparison did not open");
    return dialog;
  }
  /// Two runs that differ in their rate, both with an open eye.
  void twoRuns() {
    open("xor");
    const auto stands = [&] { return QTest::qWaitFor([&] { return lab()->trainer() && lab()->status().step == 10 && !lab()->isRunning() && !lab()->trainer()->running(); }, kPatience); };
    lab()->runTo(10);
    QVERIFY(stands());
    const std::string first = lab()->runId();
    QVERIFY(m_window->document()->setPlanValue("batch", "8").ok());
    lab()->reset();
    QVERIFY(QTest::qWaitFor([&] { return lab()->trainer() && lab()->runId() != first && !lab()->runId().empty(); }, kPatience));
    lab()->runTo(10);
    QVERIFY(stands());
    m_window->runs()->setOverlaid(first, true);
  }
};

QTEST_MAIN(TestSideBySide)
#include "test_side_by_side.moc"
