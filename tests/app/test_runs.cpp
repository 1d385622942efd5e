// Time and comparing, with real clicks and keys: going back, leaving a run for another, the list of runs.
#include <QAction>
#include <QComboBox>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QTimer>

#include "app/actions.h"
#include "app/rewind_desk.h"
#include "app/run_desk.h"
#include "app/settings.h"
#include "engine/io/templates.h"
#include "engine/train/early_stopping.h"
#include "window_test.h"
#include "widgets/inspector/param_editor.h"
#include "widgets/model/run_list.h"
#include "widgets/plots/curves_panel.h"
#include "widgets/plots/rewind_bar.h"
#include "widgets/runs/runs_panel.h"

using namespace glassbox;

namespace {

constexpr int kPatience = 60000;  // for a machine under load; nothing is measured

/// The same run by the engine alone.
std::unique_ptr<Trainer> trainerOf(const char* name, std::vector<LiveChange> changes = {}) {
  Result<Project> project = makeTemplate(name);
  RunSetup setup;
  setup.spec = std::make_shared<const NetworkSpec>(project->spec);
  setup.plan = project->plan;
  setup.data = *load(project->data, {});
  setup.changes = std::move(changes);
  setup.timelineBytes = 1 << 20;
  return std::move(*Trainer::create(setup));
}

void runTo(Trainer& trainer, std::int64_t step) {
  trainer.runSteps(step - trainer.status().step);
  trainer.waitUntilIdle();
}

} // namespace

class TestRuns : public test::WindowTest {
  Q_OBJECT

 private slots:
  void aKeyOnTheScrubberGoesToAnEarlierStepAndRunRepeatsTheRun() {
    train("xor", 200);
    const QString end = session()->fingerprint();
    RewindBar* bar = m_window->rewind()->bar();
    QVERIFY(bar->content().enabled);
    QCOMPARE(bar->content().furthest, 200);
    bar->setFocus();
    QTest::keyClick(bar, Qt::Key_Home);
    QVERIFY(stands(0));
    QTest::keyClick(bar, Qt::Key_Right);
    QVERIFY(stands(1));
    QTest::keyClick(bar, Qt::Key_PageDown);
    QVERIFY(stands(21));
    auto witness = trainerOf("xor");
    runTo(*witness, 21);
    QCOMPARE(session()->fingerprint().toStdString(), witness->fingerprint());
    QVERIFY(bar->chip()->isVisible());
    QCOMPARE(bar->chip()->text(), QStringLiteral("step 21 of 200: Branch here"));
    const std::size_t points = session()->curves().at("loss").size();
    session()->runTo(200);
    QVERIFY(stands(200));
    QCOMPARE(session()->fingerprint(), end);
    QTest::keyClick(bar, Qt::Key_Home);
    QVERIFY(stands(0));
    action(Do::Run)->trigger();  // now by training: beyond what there was
    QVERIFY(QTest::qWaitFor([&] { return session()->status().step > 230; }, kPatience));
    action(Do::Run)->trigger();
    QVERIFY(rests());
    const std::int64_t last = session()->status().step;
    runTo(*witness, last);
    QCOMPARE(session()->fingerprint().toStdString(), witness->fingerprint());
    // Steps that were repeated are in the curves once.
    std::int64_t before = 0, steps = 0;
    for (const RecordedPoint& point : session()->curves().at("loss")) {
      QVERIFY(point.step > before);
      before = point.step;
      steps += point.count;
    }
    QCOMPARE(before, last);
    QVERIFY(steps >= last && session()->curves().at("loss").size() > points);
  }

  void draggingTheKnobShowsTheWeightsOfThatStep() {
    train("xor", 300);
    RewindBar* bar = m_window->rewind()->bar();
    m_window->curves()->refreshAll();
    const QPoint from = bar->knobAt(300).toPoint(), to = bar->knobAt(120).toPoint();
    QVERIFY(from.x() - to.x() > 20);
    QTest::mousePress(bar, Qt::LeftButton, {}, from);
    QTest::mouseMove(bar, (from + to) / 2);
    QTest::mouseMove(bar, to);
    QTest::mouseRelease(bar, Qt::LeftButton, {}, to);
    QVERIFY(QTest::qWaitFor([&] { return !session()->isRunning() && !session()->isReplaying() && session()->isRewound(); }, kPatience));
    const std::int64_t step = session()->status().step;
    QVERIFY(std::abs(step - 120) <= 3);
    auto witness = trainerOf("xor");
    runTo(*witness, step);
    const auto weights = std::as_const(witness->network()).weights();
    QVERIFY(std::equal(weights.begin(), weights.end(), std::as_const(session()->trainer()->network()).weights().begin()));
  }

  void runToStepGoesBackAndTrainsOn() {
    train("xor", 50);
    askStep(20);
    QVERIFY(stands(20));
    QCOMPARE(session()->furthest(), 50);
    askStep(80);
    QVERIFY(stands(80));
    auto witness = trainerOf("xor");
    runTo(*witness, 80);
    QCOMPARE(session()->fingerprint().toStdString(), witness->fingerprint());
  }

  void withoutMemoryARunCannotGoBackAndSaysSo() {
    m_window->rewind()->setMemory(0);
    QCOMPARE(Settings::rewindMegabytes(), 0);
    train("xor", 40);
    QSignalSpy told(m_window.get(), &MainWindow::told);
    session()->goTo(10);
    QCOMPARE(session()->status().step, 40);
    QCOMPARE(told.count(), 1);
    m_window->rewind()->setMemory(256);
  }

  void aBranchWithAnotherRateIsAChildAndTheEnginesOwnBranch() {
    train("xor", 100);
    session()->goTo(60);
    QVERIFY(stands(60));
    const std::string parent = session()->runId();
    QTest::keyClick(m_window.get(), Qt::Key_B, Qt::ControlModifier);
    BranchSheet* sheet = m_window->rewind()->sheet();
    QVERIFY(sheet);
    QVERIFY(!sheet->branchButton()->isEnabled());  // nothing is changed yet
    sheet->setting()->setCurrentText("Learning rate");
    auto* field = sheet->editor()->findChild<QLineEdit*>();
    QVERIFY(field);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, "0.02");
    QTest::keyClick(field, Qt::Key_Tab);
    QVERIFY(sheet->branchButton()->isEnabled());
    QTest::mouseClick(sheet->branchButton(), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return session()->trainer() && session()->parentRun() == parent && session()->state() == TrainingSession::State::Paused; }, kPatience));
    QCOMPARE(session()->status().step, 60);
    QCOMPARE(session()->branchStep(), 60);
    session()->runTo(130);
    QVERIFY(stands(130));
    auto engine = trainerOf("xor");
    runTo(*engine, 60);
    auto child = Trainer::create(engine->branch("rate", 0.02));
    runTo(**child, 130);
    QCOMPARE(session()->fingerprint().toStdString(), (*child)->fingerprint());
    QCOMPARE(std::get<double>(valueOf(m_window->document()->plan(), *findParam(planParams(), "rate"))), 0.02);
    QCOMPARE(m_window->runs()->runs().size(), std::size_t{2});
    QCOMPARE(m_window->runs()->runs()[0].record.id, parent);
    QCOMPARE(m_window->runs()->runs()[0].record.steps, 100);  // what came after the branch is kept
    QCOMPARE(m_window->runs()->runs()[1].record.parent, parent);
    QCOMPARE(m_window->runs()->depthOf(m_window->runs()->runs()[1]), 1);
    // It can go back to before it began: there it is its parent.
    session()->goTo(30);
    QVERIFY(stands(30));
    runTo(*engine, 30);
    QVERIFY(engine->replayTo(30).ok());
    QCOMPARE(session()->fingerprint().toStdString(), engine->fingerprint());
  }

  void aSettingChangedAtAnEarlierStepBeginsAChildToo() {
    train("xor", 100);
    session()->goTo(40);
    QVERIFY(stands(40));
    const std::string parent = session()->runId();
    QVERIFY(m_window->document()->setPlanValue("rate", "0.015").ok());
    QVERIFY(QTest::qWaitFor([&] { return session()->parentRun() == parent; }, kPatience));
    QCOMPARE(session()->branchStep(), 40);
    QCOMPARE(m_window->runs()->find(parent)->record.steps, 100);
  }

  void theTableNamesColoursNotesAndDeletesRuns() {
    const std::string first = twoRuns();
    RunsPanel* panel = m_window->runDesk()->panel();
    RunModel* model = panel->model();
    QCOMPARE(model->rowCount(), 2);
    const int row = model->rowOf(first);
    // Rename with the keyboard.
    panel->table()->setCurrentIndex(model->index(row, RunModel::Name));
    panel->table()->setFocus();
    QTest::keyClick(panel->table(), Qt::Key_F2);
    auto* editor = panel->table()->findChild<QLineEdit*>();
    QVERIFY(editor);
    QTest::keyClicks(editor, "slow one");
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(m_window->runs()->nameOf(first), QStringLiteral("slow one"));
    QVERIFY(m_window->document()->isModified());
    // The colour by a click on the swatch.
    QTest::mouseClick(panel->table()->viewport(), Qt::LeftButton, {}, panel->swatchRect(row).center());
    auto* menu = panel->findChild<QMenu*>();
    QVERIFY(menu && menu->actions().size() == 10);
    menu->actions()[6]->trigger();
    QCOMPARE(m_window->runs()->find(first)->record.color, 6);
    menu->close();
    // What differs from the shown run is lit: the rate, and nothing else.
    QVERIFY(model->index(row, model->column("rate")).data(RunModel::Differs).toBool());
    QVERIFY(!model->index(row, model->column("optimizer")).data(RunModel::Differs).toBool());
    QVERIFY(!model->index(row, RunModel::Seed).data(RunModel::Differs).toBool());
    QCOMPARE(model->index(row, model->column("steps")).data().toString(), QStringLiteral("40"));
    // Delete asks first.
    panel->table()->setCurrentIndex(model->index(row, RunModel::Name));
    QTest::mouseClick(panel->deleteButton(), Qt::LeftButton);
    auto* ask = panel->findChild<QMessageBox*>();
    QVERIFY(ask);
    for (QAbstractButton* button : ask->buttons())
      if (ask->buttonRole(button) == QMessageBox::DestructiveRole) QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(model->rowCount(), 1);
    QVERIFY(!m_window->runs()->find(first));
  }

  void theOverlayHasTheCurvesOfTheChosenRuns() {
    const std::string first = twoRuns();
    RunsPanel* panel = m_window->runDesk()->panel();
    Plot* loss = m_window->curves()->loss();
    QCOMPARE(loss->content().curves.size(), std::size_t{2});  // training and test of the shown one
    const int row = panel->model()->rowOf(first);
    QTest::mouseClick(panel->table()->viewport(), Qt::LeftButton, {}, panel->table()->visualRect(panel->model()->index(row, RunModel::Overlay)).center());
    QVERIFY(m_window->runs()->find(first)->record.overlaid);
    QCOMPARE(loss->content().curves.size(), std::size_t{4});
    QCOMPARE(m_window->curves()->accuracy()->content().curves.size(), std::size_t{2});
    const CurveData* drawn = loss->curve(QStringLiteral("train:") + QString::fromStdString(first));
    QVERIFY(drawn);
    const auto& recorded = m_window->runs()->find(first)->record.curves.at("loss");
    QCOMPARE(drawn->raw().size(), recorded.size());
    QCOMPARE(drawn->raw().at(recorded.size() - 1).mean, static_cast<float>(recorded.back().mean));
    m_window->setBottomTab(0);
    QVERIFY(loss->refresh() || loss->isVisible());
    int dashed = 0;
    const PlotScene scene = loss->makeScene(1);
    for (const SceneLine& line : scene.lines) dashed += line.dashed;
    QCOMPARE(dashed, 2);
    QCOMPARE(scene.labels.size(), std::size_t{2});
    m_window->setBottomTab(3);
    QTest::mouseClick(panel->table()->viewport(), Qt::LeftButton, {}, panel->table()->visualRect(panel->model()->index(row, RunModel::Overlay)).center());
    QCOMPARE(loss->content().curves.size(), std::size_t{2});
  }

  void theSweepsHeatMapHasTheEnginesFigures() {
    QVERIFY(m_window->openTemplate("xor", false));
    QVERIFY(QTest::qWaitFor([&] { return session()->dataset() != nullptr; }, kPatience));
    QVERIFY(m_window->document()->setPlanValue("epochs", "6").ok());
    action(Do::Sweep)->trigger();
    SweepDialog* dialog = m_window->runDesk()->sweep();
    QVERIFY(dialog && dialog->isVisible());
    dialog->key(0)->setCurrentIndex(dialog->key(0)->findData(QStringLiteral("rate")));
    dialog->values(0)->clear();
    QTest::keyClicks(dialog->values(0), "0.1, 0.01,0.001");
    dialog->key(1)->setCurrentIndex(dialog->key(1)->findData(QStringLiteral("dense1.units")));
    dialog->values(1)->clear();
    QTest::keyClicks(dialog->values(1), "3, 6");
    dialog->seeds()->setValue(2);
    QTest::mouseClick(dialog->startButton(), Qt::LeftButton);
    QCOMPARE(dialog->startButton()->text(), QStringLiteral("Stop"));
    QVERIFY(QTest::qWaitFor([&] { return dialog->result() != nullptr; }, kPatience));
    SweepSetup setup;
    setup.run.spec = std::make_shared<const NetworkSpec>(m_window->document()->spec());
    setup.run.plan = m_window->document()->plan();
    setup.run.data = session()->dataset();
    setup.axes = {{"rate", {"0.1", "0.01", "0.001"}}, {"dense1.units", {"3", "6"}}};
    setup.seeds = 2;
    const Result<SweepResult> witness = runSweep(setup);
    QVERIFY(witness.ok());
    QCOMPARE(dialog->map()->content().cells.size(), std::size_t{6});
    for (std::size_t i = 0; i < 6; ++i) {
      const SweepMapCell& cell = dialog->map()->content().cells[i];
      QCOMPARE(cell.runs.size(), std::size_t{2});
      for (std::size_t s = 0; s < 2; ++s) QCOMPARE(cell.runs[s].fingerprint, witness->cells[i].runs[s].fingerprint);
      QCOMPARE(*dialog->map()->meanOf(i), witness->cells[i].meanAccuracy);
    }
    QCOMPARE(*dialog->map()->best(), witness->ranking.front());
    const QString path = m_folder.filePath("sweep.csv");
    QVERIFY(dialog->exportCsv(path).ok());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().toStdString(), sweepToCsv(*witness));
    // A click on a cell, then Open: the better of its two runs stands in the lab as it ended.
    QTest::mouseClick(dialog->map(), Qt::LeftButton, {}, dialog->map()->cellRect(2).center());
    QTest::mouseClick(dialog->openButton(), Qt::LeftButton);
    const std::vector<SweepRun>& both = witness->cells[2].runs;
    const SweepRun& better = both[0].loss <= both[1].loss ? both[0] : both[1];
    QVERIFY(stands(better.steps));
    QTRY_COMPARE_WITH_TIMEOUT(session()->fingerprint().toStdString(), better.fingerprint, kPatience);
    QCOMPARE(std::get<double>(valueOf(m_window->document()->plan(), *findParam(planParams(), "rate"))), 0.01);
    QCOMPARE(std::get<std::int64_t>(*m_window->document()->spec().find("dense1")->params.find("units")), std::int64_t{3});
    QCOMPARE(m_window->document()->plan().seed, better.seed);
    const KeptRun* opened = m_window->runs()->current();
    QVERIFY(opened && opened->record.curves.at("loss").back().step == better.steps);
    const std::size_t before = m_window->runs()->runs().size();
    QTest::mouseClick(dialog->openButton(), Qt::LeftButton);  // once more: the same run, not a second one
    QCOMPARE(m_window->runs()->runs().size(), before);
    // The sweep took a tenth of the training part for validation, and the run has that in the lab too.
    QCOMPARE(session()->trainer()->setup().data->validation, withValidation(setup.run.data, setup.run.plan.seed)->data->validation);
    QVERIFY(!dialog->legend()->ends().isEmpty());
    // Saved and opened again it stands there, with its validation part; so does another one that has no state in the file.
    const std::string first = session()->runId();
    QTest::mouseClick(dialog->map(), Qt::LeftButton, {}, dialog->map()->cellRect(0).center());
    QTest::mouseClick(dialog->openButton(), Qt::LeftButton);
    const std::vector<SweepRun>& others = witness->cells[0].runs;
    const std::string otherPrint = (others[0].loss <= others[1].loss ? others[0] : others[1]).fingerprint;
    QTRY_COMPARE_WITH_TIMEOUT(session()->fingerprint().toStdString(), otherPrint, kPatience);
    const std::string second = session()->runId();
    QVERIFY(second != first);
    dialog->close();
    const QString project = m_folder.filePath("swept.glassbox");
    QVERIFY(m_window->saveTo(project));
    QVERIFY(m_window->openFile(project));
    QVERIFY(QTest::qWaitFor([&] { return session()->trainer() && session()->runId() == second; }, kPatience));
    QTRY_COMPARE_WITH_TIMEOUT(session()->fingerprint().toStdString(), otherPrint, kPatience);
    QVERIFY(!session()->isStale());
    QVERIFY(m_window->runs()->open(first).ok());
    QVERIFY(QTest::qWaitFor([&] { return session()->runId() == first; }, kPatience));
    QTRY_COMPARE_WITH_TIMEOUT(session()->fingerprint().toStdString(), better.fingerprint, kPatience);
  }

  void aSweepRestsAndGoesOnWithTheSameFigures() {
    QVERIFY(m_window->openTemplate("xor", false));
    QVERIFY(QTest::qWaitFor([&] { return session()->dataset() != nullptr; }, kPatience));
    QVERIFY(m_window->document()->setPlanValue("epochs", "100000").ok());  // about half a second
    action(Do::Sweep)->trigger();
    SweepDialog* dialog = m_window->runDesk()->sweep();
    dialog->values(0)->setText("0.1, 0.01");
    dialog->seeds()->setValue(1);
    QVERIFY(!dialog->pauseButton()->isEnabled());
    QTest::mouseClick(dialog->startButton(), Qt::LeftButton);
    QVERIFY(dialog->pauseButton()->isEnabled());
    QVERIFY(QTest::qWaitFor([&] { return dialog->map()->content().cells[0].begun > 0 && dialog->map()->content().cells[1].begun > 0; }, kPatience));
    QTest::mouseClick(dialog->pauseButton(), Qt::LeftButton);
    QCOMPARE(dialog->pauseButton()->text(), QStringLiteral("Go on"));
    QTest::qWait(300);
    const auto ended = [&] {
      std::size_t runs = 0;
      for (const SweepMapCell& cell : dialog->map()->content().cells) runs += cell.runs.size();
      return runs;
    };
    const std::size_t before = ended();
    QTest::qWait(1200);  // long enough for the rest
    QVERIFY(!dialog->result());
    QCOMPARE(ended(), before);
    QTest::mouseClick(dialog->pauseButton(), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return dialog->result() != nullptr; }, kPatience));
    QVERIFY(!dialog->pauseButton()->isEnabled());
    SweepSetup setup;
    setup.run.spec = std::make_shared<const NetworkSpec>(m_window->document()->spec());
    setup.run.plan = m_window->document()->plan();
    setup.run.data = session()->dataset();
    setup.axes = {{"rate", {"0.1", "0.01"}}};
    QCOMPARE(sweepToCsv(*dialog->result()), sweepToCsv(*runSweep(setup)));
    dialog->close();
  }

  void aSweepIsStoppedByItsButtonAndSaysWhatIsWrong() {
    QVERIFY(m_window->openTemplate("xor", false));
    QVERIFY(QTest::qWaitFor([&] { return session()->dataset() != nullptr; }, kPatience));
    QVERIFY(m_window->document()->setPlanValue("epochs", "1000000").ok());
    action(Do::Sweep)->trigger();
    SweepDialog* dialog = m_window->runDesk()->sweep();
    dialog->values(0)->setText("0.1, much");
    QTest::mouseClick(dialog->startButton(), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return dialog->startButton()->text() == QStringLiteral("Start"); }, kPatience));
    QVERIFY(!dialog->result());
    dialog->values(0)->setText("0.1, 0.2");
    QTest::mouseClick(dialog->startButton(), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return dialog->map()->content().cells[0].begun > 0; }, kPatience));
    QTest::mouseClick(dialog->pauseButton(), Qt::LeftButton);
    QTest::mouseClick(dialog->startButton(), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return dialog->result() != nullptr; }, kPatience));
    QVERIFY(dialog->result()->cancelled);
    QCOMPARE(dialog->pauseButton()->text(), QStringLiteral("Pause"));
    dialog->close();
  }

  void everyRunIsKeptSavedAndOpenedAgain() {
    train("xor", 30);
    const std::string first = session()->runId();
    const QString firstPrint = session()->fingerprint();
    action(Do::NewSeed)->trigger();
    QVERIFY(QTest::qWaitFor([&] { return session()->trainer() && session()->status().step == 0 && session()->state() == TrainingSession::State::Paused; }, kPatience));
    session()->runTo(45);
    QVERIFY(stands(45));
    const std::string second = session()->runId();
    const QString secondPrint = session()->fingerprint();
    QVERIFY(first != second);
    m_window->runs()->rename(first, "small steps");
    m_window->runs()->setNotes(first, "too slow");
    m_window->runs()->setColor(first, 6);
    QVERIFY(m_window->runs()->open(first).ok());
    QVERIFY(QTest::qWaitFor([&] { return session()->runId() == first; }, kPatience));
    QVERIFY(stands(30));
    QCOMPARE(session()->fingerprint(), firstPrint);
    const QString path = m_folder.filePath("runs.glassbox");
    QVERIFY(m_window->saveTo(path));
    QVERIFY(m_window->openFile(path));
    QVERIFY(QTest::qWaitFor([&] { return session()->trainer() && session()->runId() == first && session()->status().step == 30; }, kPatience));
    QTRY_COMPARE_WITH_TIMEOUT(session()->fingerprint(), firstPrint, kPatience);  // empty while its worker is at work
    const KeptRun* kept = m_window->runs()->find(first);
    QVERIFY(kept);
    QCOMPARE(kept->record.name, std::string("small steps"));
    QCOMPARE(kept->record.notes, std::string("too slow"));
    QCOMPARE(kept->record.color, 6);
    QCOMPARE(m_window->runs()->runs().size(), std::size_t{2});
    // The other one has no state in the file: its steps are repeated, and end where they ended.
    QVERIFY(m_window->runs()->open(second).ok());
    QVERIFY(QTest::qWaitFor([&] { return session()->runId() == second; }, kPatience));
    QVERIFY(stands(45));
    QCOMPARE(session()->fingerprint(), secondPrint);
    QVERIFY(m_window->document()->plan().seed != makeTemplate("xor")->plan.seed);
    m_window->document()->undoStack()->undo();  // opening is an edit like any other
    QCOMPARE(m_window->document()->plan().seed, makeTemplate("xor")->plan.seed);
  }

 private:
  TrainingSession* session() { return m_window->session(); }
  QAction* action(Do what) { return (*m_window->actions())[what]; }
  bool rests() {
    return QTest::qWaitFor([&] { return !session()->isRunning() && !session()->isReplaying() && session()->state() != TrainingSession::State::Preparing; }, kPatience);
  }
  bool stands(std::int64_t step) {
    return QTest::qWaitFor([&] { return session()->trainer() && session()->status().step == step && !session()->isRunning() && !session()->isReplaying() && !session()->trainer()->running(); }, kPatience);
  }
  void train(const char* name, std::int64_t steps) {
    QVERIFY(m_window->openTemplate(name, false));
    QVERIFY(QTest::qWaitFor([&] { return session()->dataset() != nullptr; }, kPatience));
    session()->setPace(0);
    session()->runTo(steps);
    QVERIFY(stands(steps));
    QTest::qWait(0);
  }
  /// The first with the template's rate, the second, which is shown, with another.
  std::string twoRuns() {
    train("xor", 40);
    const std::string first = session()->runId();
    action(Do::Reset)->trigger();
    const auto restarted = [&] { return session()->trainer() && !session()->runId().empty() && session()->runId() != first && session()->state() == TrainingSession::State::Paused; };
    if (!QTest::qWaitFor(restarted, kPatience)) qFatal("the second run did not begin");
    (void)m_window->document()->setPlanValue("rate", "0.005");
    session()->runTo(40);
    if (!stands(40)) qFatal("the second run did not train");
    m_window->setBottomTab(3);
    QCoreApplication::processEvents();
    return first;
  }
  void askStep(int step) {
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_G, Qt::ControlModifier);
    auto* ask = m_window->findChild<QInputDialog*>();
    QVERIFY(ask);
    ask->setIntValue(step);
    QTest::keyClick(ask, Qt::Key_Return);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  }
};

QTEST_MAIN(TestRuns)
#include "test_runs.moc"
