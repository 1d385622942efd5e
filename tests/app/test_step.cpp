// The Step tab by real events: stops, numbers that are followed, differences, what if; and what is left when it is closed.
#include "app/step_desk.h"
#include "engine/trace/next_step.h"
#include "stage.h"
#include "widgets/common/segmented.h"
#include "widgets/common/theme_manager.h"
#include "widgets/diagram/diagram_view.h"
#include "widgets/diagram/weights_item.h"
#include "widgets/formula/formula_widget.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/stepper/array_board.h"
#include "widgets/stepper/check_table.h"
#include "widgets/stepper/derivation_list.h"
#include "widgets/stepper/entered_text.h"
#include "widgets/stepper/explanation_panel.h"
#include "widgets/stepper/number_line.h"
#include "widgets/stepper/path_list.h"
#include "widgets/stepper/sample_choice.h"
#include "widgets/stepper/step_light.h"
#include "widgets/stepper/step_strip.h"
#include "widgets/stepper/trail_row.h"

#include <QAbstractButton>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace glassbox;
using namespace glassbox::test;

class TestStep : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    m_stage = std::make_unique<Stage>();
    m_window = &m_stage->spirals();
    m_window->setCentre(MainWindow::Centre::Step);
    QVERIFY(waitFor([&] { return steps().view() != nullptr; }, "the first trace"));
  }
  void cleanupTestCase() { m_stage.reset(); }
  void init() {
    m_window->setCentre(MainWindow::Centre::Step);
    steps().takeBackAll();
    steps().setRows({0});
    steps().setPrecision(Precision::Double);
    settle();
    steps().first();
  }

  void theKeysWalkThroughTheStep() {
    QCOMPARE(steps().stop(), 0);
    QTest::keyClick(m_window->diagram(), Qt::Key_Right);
    QTest::keyClick(m_window->diagram(), Qt::Key_Right);
    QCOMPARE(steps().stop(), 2);
    QTest::keyClick(m_window->diagram(), Qt::Key_Left);
    QCOMPARE(steps().stop(), 1);
    QTest::keyClick(m_window->diagram(), Qt::Key_End);
    QCOMPARE(steps().current()->phase, StepPhase::Update);
    QVERIFY(!desk().strip()->nextButton()->isEnabled());
    QTest::keyClick(m_window->diagram(), Qt::Key_Home);
    QCOMPARE(steps().stop(), 0);
    QVERIFY(!desk().strip()->backButton()->isEnabled());
    QTest::mouseClick(desk().strip()->nextButton(), Qt::LeftButton);
    QCOMPARE(steps().stop(), 1);
  }

  void aChipLeadsToItsStop() {
    const StepChips* chips = desk().strip()->chips();
    for (std::size_t i = 0; i < chips->chips().size(); ++i) {
      const StepChips::Chip chip = chips->chips()[i];
      if (chip.phase != StepPhase::Backward || chip.node != "dense1") continue;
      QTest::mouseClick(desk().strip()->chips(), Qt::LeftButton, {}, chip.rect.center());
      QCOMPARE(steps().current()->node, NodeId("dense1"));
      QCOMPARE(steps().current()->phase, StepPhase::Backward);
      QCOMPARE(steps().element(), QStringLiteral("dense1.grad[0,0]"));
      QCOMPARE(chip.last - chip.first, 1);  // and then its weights
      return;
    }
    QFAIL("no chip for the way back through dense1");
  }

  void aFollowedNumberBringsItsOwnFormulaAndTheWayBack() {
    toWeights();
    ExplanationPanel& panel = *desk().explanation();
    QVERIFY(panel.explanation());
    const std::vector<TermTable::Link> links = panel.terms()->links();
    QVERIFY(links.size() >= 2);
    const std::string from = panel.explanation()->terms[0].factors[0].from;
    QTest::mouseClick(panel.terms(), Qt::LeftButton, {}, panel.terms()->linkRect(links[0]).center());
    QCOMPARE(steps().element().toStdString(), from);
    QCOMPARE(steps().current()->node, NodeId("dense1"));
    QVERIFY(steps().canReturn());
    QTest::keyClick(m_window->diagram(), Qt::Key_Backspace);
    QCOMPARE(steps().element(), QStringLiteral("dense1.weight.grad[0,0]"));
    QVERIFY(!steps().canReturn());
    // And by the keyboard alone.
    panel.terms()->setFocus();
    QTest::keyClick(panel.terms(), Qt::Key_Right);
    QTest::keyClick(panel.terms(), Qt::Key_Return);
    QCOMPARE(steps().element().toStdString(), panel.explanation()->element);
    QVERIFY(steps().element() != QStringLiteral("dense1.weight.grad[0,0]"));
  }

  void theShownValueIsTheProductsSumAndTheTracesNumber() {
    for (int stop = 0; stop < static_cast<int>(steps().view()->stops.size()); ++stop) {
      steps().setStop(stop);
      const std::optional<Explanation>& shown = desk().explanation()->explanation();
      QVERIFY2(shown, qPrintable(steps().element()));
      const Result<ElementRef> ref = parseElement(steps().element().toStdString());
      const TraceEntry& entry = *steps().view()->trace.find(ref->name);
      const double recorded = entry.values[static_cast<std::size_t>(flatIndex(entry.shape, ref->index))];
      QVERIFY2(std::abs(shown->value - recorded) <= 1e-10 * std::max(1.0, std::abs(recorded)), qPrintable(steps().element()));
    }
  }

  void aFunctionStandsWithItsNumberInTheFormula() {
    steps().goTo(StepPhase::Forward, "tanh1");
    FormulaWidget* line = desk().explanation()->numbers();
    QVERIFY(line->isVisible());
    const double x = steps().view()->trace.find("dense1.out")->values.front();
    const QString expected = QStringLiteral("\\tanh({\\link{%1}{%2}}) = %3").arg(QString(steps().element()).replace(QStringLiteral("tanh1"), QStringLiteral("dense1")), texNumber(x, TexNumber::Alone), texNumber(std::tanh(x), TexNumber::Alone));
    QCOMPARE(line->content().tex, expected);
    QVERIFY(line->fault().isEmpty());
    QVERIFY(desk().explanation()->terms()->links().empty());  // no row that says a number equals itself
    QCOMPARE(desk().explanation()->terms()->sizeHint().height(), theme().px(26) + 1);  // the sum alone
    emit line->linkActivated(QString::fromStdString(line->links().front()));
    QCOMPARE(steps().element(), QStringLiteral("dense1.out[0,0]"));
    // The loss of one answer: its logit and its target are numbers too.
    steps().follow(QString::fromStdString(steps().view()->analysis.loss + ".item[0,0]"));
    const QString loss = line->content().tex;
    QVERIFY2(line->isVisible() && loss.contains(QStringLiteral(".target[0")) && line->links().size() >= 2 && line->fault().isEmpty(), qPrintable(loss));
    QCOMPARE(texNumber(-0.5, TexNumber::Factor), QStringLiteral("(-0.5000)"));
    QVERIFY(texNumber(-1.5e-7, TexNumber::Alone).startsWith(QStringLiteral("-1.5")) && texNumber(-1.5e-7, TexNumber::Alone).endsWith(QStringLiteral("\\cdot 10^{-7}")));
  }

  void lettersAreReplacedWhereTheyStandAloneAndTableFormulasStayLetters() {
    Explanation e;
    e.formula = "p = \\frac{1}{1 + \\exp(-x)}, \\quad x = x_{1}";
    e.value = 0.25;
    e.arguments = {{-2, "a.out[0]", "x"}};
    QCOMPARE(numberLine(e, false), QStringLiteral("\\frac{1}{1 + \\exp(-{\\link{a.out[0]}{(-2.0000)}})} = 0.2500"));
    e.formula = "p = e^{x_{j}}";  // a letter with an index is another one
    QVERIFY(numberLine(e, false).isEmpty());
    e.formula = "p = \\max(0, x)";  // not the x of \\max
    QCOMPARE(numberLine(e, true), QStringLiteral("\\max(0, {\\link{a.out[0]}{(-2.0000)}}) = \\text{?}"));
    e.arguments.push_back({1, "b.out[0]", "z"});
    QVERIFY(numberLine(e, false).isEmpty());
  }

  void theTrailNamesTheWayAndLeadsBackToAnyOfItsNumbers() {
    steps().follow(QStringLiteral("dense1.weight.grad[0,0]"));
    steps().follow(QStringLiteral("dense1.grad[0,0]"));
    steps().follow(QStringLiteral("tanh1.grad[0,0]"));
    TrailRow* trail = desk().explanation()->trail();
    const QStringList texts = trail->texts();
    QVERIFY2(texts.endsWith(QStringLiteral("dense1.grad[0,0]")) && texts.contains(QStringLiteral("dense1.weight.grad[0,0]")), qPrintable(texts.join(u' ')));
    QTest::mouseClick(trail->button(static_cast<int>(texts.indexOf(QStringLiteral("dense1.weight.grad[0,0]")))), Qt::LeftButton);
    QCOMPARE(steps().element(), QStringLiteral("dense1.weight.grad[0,0]"));
    QVERIFY(!trail->texts().contains(QStringLiteral("dense1.grad[0,0]")));
  }

  void theStepsBetweenAreUnfoldedAtAClick() {
    const std::string loss = steps().view()->analysis.loss;
    steps().follow(QString::fromStdString(steps().view()->analysis.output + ".grad[0,0]"));
    DerivationList* list = desk().explanation()->derivation();
    QVERIFY(list->isVisible() && !list->formulas()[0]->isVisible());
    QTest::mouseClick(list->button(), Qt::LeftButton);
    QVERIFY(list->formulas()[0]->isVisible());
    QVERIFY(list->formulas()[0]->fault().isEmpty());
    steps().follow(QStringLiteral("dense1.grad[0,0]"));
    QVERIFY(!list->isVisible());
  }

  void enteredSamplesAreTakenInPlaceOfTheDatas() {
    QTest::mouseClick(desk().samplesButton(), Qt::LeftButton);
    auto* choice = m_window->findChild<SampleChoice*>();
    QVERIFY(choice);
    QVERIFY(!choice->samplesEdit()->isVisible());
    QTest::mouseClick(choice->sourceChoice()->findChildren<QAbstractButton*>().last(), Qt::LeftButton);
    QVERIFY(choice->samplesEdit()->isVisible());
    QVERIFY2(choice->samplesEdit()->toPlainText().contains(u'→'), "the shown sample stands there to be changed");
    choice->samplesEdit()->setPlainText(QStringLiteral("0.5, -1.25 -> 1\n\n2，three → 0"));
    QTest::mouseClick(choice->takeButton(), Qt::LeftButton);
    QVERIFY2(choice->fault().contains(QStringLiteral("3")) && choice->fault().contains(QStringLiteral("three")), qPrintable(choice->fault()));
    QCOMPARE(steps().entered().size(), std::size_t{0});
    choice->samplesEdit()->setPlainText(QStringLiteral("0.5, -1.25 -> 1\n2 3 → 0"));
    QTest::mouseClick(choice->takeButton(), Qt::LeftButton);
    QVERIFY(waitFor([&] { return steps().view()->trace.batch == 2; }, "the entered samples"));
    QCOMPARE(steps().view()->trace.find("input1.out")->values, (std::vector<double>{0.5, -1.25, 2, 3}));
    QCOMPARE(steps().view()->trace.find(steps().view()->analysis.loss + ".target")->values, (std::vector<double>{1, 0}));
    // Three inputs do not fit: one sentence, and the step is of the data again.
    choice->samplesEdit()->setPlainText(QStringLiteral("1 2 3 -> 1"));
    QTest::mouseClick(choice->takeButton(), Qt::LeftButton);
    QVERIFY(waitFor([&] { return steps().view() && steps().view()->trace.batch == 1 && !steps().isBusy(); }, "the rows again"));
    QVERIFY(steps().entered().empty());
    QVERIFY2(choice->fault().contains(QStringLiteral("3")), qPrintable(choice->fault()));  // "... and 3 numbers were entered"
    choice->close();
    QCOMPARE(writeSamples({EnteredSample{{{1, 2}, {3}}, {0}}}), QStringLiteral("1, 2; 3 → 0"));
    QVERIFY(!readSamples(QString(), 4) && !readSamples(QStringLiteral("1 -> 0\n1 -> 0"), 1) && !readSamples(QStringLiteral("1 2"), 4));
    QCOMPARE((*readSamples(QStringLiteral("1, 2; 3 → 0"), 4))[0].inputs, (std::vector<std::vector<double>>{{1, 2}, {3}}));
  }

  void weightsStandOnTheLitWiresOfSmallLayers() {
    WeightsItem item{TileWire{}};
    item.setEnds({{0, 0}, {0, 60}}, {{200, 0}, {200, 60}});
    item.setWeights({0.4f, -0.3f, 1.5f, 0.6f}, 1.5f, DiagramLive::Wires::Weights);
    item.setMarked(0, 1);
    const auto labels = item.labels(1);
    QCOMPARE(labels.size(), std::size_t{4});
    QCOMPARE(labels[0].text, QStringLiteral("−0.30"));  // the one that is spoken of has the first choice of place
    QCOMPARE(labels[1].text, QStringLiteral("1.50"));
    for (std::size_t i = 0; i < labels.size(); ++i)
      for (std::size_t k = 0; k < i; ++k) QVERIFY(!labels[i].rect.intersects(labels[k].rect));
    QVERIFY(item.labels(0.3).empty());
    std::vector<QPointF> many;
    for (int i = 0; i < 12; ++i) many.emplace_back(0, 40 * i);
    item.setEnds(many, {{200, 0}});
    item.setWeights(std::vector<float>(12, 0.5f), 0.5f, DiagramLive::Wires::Weights);
    item.setMarked(0, 7);
    QCOMPARE(item.labels(1).size(), std::size_t{1});
    QCOMPARE(item.labels(1)[0].weight, std::size_t{7});
    // The explained weight is the one that is marked.
    toWeights();
    const DiagramFlow flow = lightOf(*steps().view(), steps().stop(), 0, "dense1.weight.grad[1,0]");
    QVERIFY(flow.weight && flow.weight->node == "dense1" && flow.weight->to == 1 && flow.weight->from == 0);
    QVERIFY(std::any_of(flow.wires.begin(), flow.wires.end(), [](const Wire& wire) { return wire.to.node == "dense1"; }));
  }

  void everyGradientOfALayerAgreesWithItsDifference() {
    toWeights();
    QVERIFY(waitFor([&] { return !steps().checks().rows.empty(); }, "differences"));
    QCOMPARE(steps().checks().rows.size(), std::size_t{8});
    for (const DifferenceCheck& check : steps().checks().rows) QVERIFY2(check.verdict == Verdict::Agrees || check.verdict == Verdict::Kink, check.element.c_str());
    QVERIFY(desk().explanation()->checks()->isVisible());
    // A large step sees the curve of the loss, and the table says so.
    steps().setDifferenceStep(1e-2);
    QVERIFY(waitFor([&] { return !steps().checks().rows.empty() && steps().checks().step == 1e-2; }, "differences with another step"));
    QVERIFY(std::any_of(steps().checks().rows.begin(), steps().checks().rows.end(), [](const DifferenceCheck& c) { return c.relativeError > 1e-6; }));
    steps().setDifferenceStep(kDifferenceStep);
  }

  void theProductsOfAllWaysAddUpToTheGradient() {
    steps().follow(QStringLiteral("dense1.weight.grad[0,0]"));
    QVERIFY(waitFor([&] { return steps().paths() != nullptr; }, "paths"));
    const GradientPaths& paths = *steps().paths();
    QVERIFY(paths.count >= 1);
    QVERIFY(std::abs(paths.sum - paths.gradient) <= 1e-10 * std::max(1.0, std::abs(paths.gradient)));
    QVERIFY(desk().explanation()->paths()->isVisible());
    QVERIFY(desk().explanation()->paths()->formulas()[0]->isVisible());
  }

  void anotherInputChangesEveryLaterNumberUntilItIsTakenBack() {
    const double loss = steps().view()->trace.loss;
    steps().follow(QStringLiteral("input1.out[0,0]"));
    QLineEdit* field = desk().explanation()->changeField();
    QVERIFY(field->isVisible());
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, QStringLiteral("2.5"));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(waitFor([&] { return steps().view()->before != nullptr; }, "the changed step"));
    QCOMPARE(steps().view()->trace.find("input1.out")->values[0], 2.5);
    QVERIFY(steps().view()->trace.loss != loss);
    QCOMPARE(*steps().before(QStringLiteral("input1.out[0,0]")), steps().view()->before->find("input1.out")->values[0]);
    QTest::mouseClick(desk().explanation()->takeBackButton(), Qt::LeftButton);
    QVERIFY(waitFor([&] { return steps().view()->before == nullptr; }, "the step as it was"));
    QCOMPARE(steps().view()->trace.loss, loss);
  }

  void aChangeThatCannotBeIsRefusedAndNothingIsLost() {
    const StepViewPtr before = steps().view();
    steps().change(QStringLiteral("dense1.weight[99,0]"), 1);
    QVERIFY(waitFor([&] { return steps().changes().empty(); }, "the refusal"));
    QCOMPARE(steps().view(), before);
  }

  void aChangedInputBelongsToItsSampleAndAChangedWeightStays() {
    steps().change(QStringLiteral("input1.out[0,0]"), 2.5);
    steps().change(QStringLiteral("dense1.weight[0,0]"), 0.5);
    QVERIFY(waitFor([&] { return steps().view()->before != nullptr && steps().view()->request.changes.size() == 2; }, "the changed step"));
    steps().setRows({1});
    QVERIFY(waitFor([&] { return steps().view()->request.rows == std::vector<std::int64_t>{1}; }, "another sample"));
    QCOMPARE(steps().changes().size(), std::size_t{1});
    QCOMPARE(steps().view()->trace.find("dense1.weight")->values[0], 0.5);
    QCOMPARE(steps().view()->trace.find("input1.out")->values[0], steps().view()->before->find("input1.out")->values[0]);
  }

  void moreWaysThanANumberHasDigitsAreStillCounted() {
    PathList list;
    auto paths = std::make_shared<GradientPaths>();
    paths->paths = {GradientPath{{PathLink{"mse1.out[0]", "dense1.out[0,0]", 2}}, 2}};
    paths->count = 1.2e40;
    list.setContent(paths);
    QVERIFY2(list.remark().startsWith(QStringLiteral("1.2×10⁴⁰")), qPrintable(list.remark()));
  }

  void aLessonsLockOutlivesTheStep() {
    MainWindow& lesson = m_stage->lesson();
    QVERIFY(lesson.diagram()->isReadOnly());
    lesson.setCentre(MainWindow::Centre::Step);
    QVERIFY(lesson.diagram()->isReadOnly());
    lesson.setCentre(MainWindow::Centre::Build);
    QVERIFY(lesson.diagram()->isReadOnly());
  }

  void severalSamplesAreSummed() {
    steps().setRows({0, 1, 2});
    settle();
    QCOMPARE(steps().view()->trace.batch, std::int64_t{3});
    steps().follow(QStringLiteral("dense1.weight.grad[0,0]"));
    QCOMPARE(desk().explanation()->explanation()->terms.size(), std::size_t{3});
    QCOMPARE(desk().explanation()->terms()->content().labels, (QStringList{QStringLiteral("sample 1"), QStringLiteral("sample 2"), QStringLiteral("sample 3")}));
  }

  void theBoardShowsWhatTheStopReadsAndFormsAndItsCellsAreFollowed() {
    toWeights();
    const std::vector<BoardArray>& arrays = desk().board()->arrays();
    const auto named = [&](const std::string& name) { return std::find_if(arrays.begin(), arrays.end(), [&](const BoardArray& a) { return a.name == name; }); };
    QVERIFY(named("dense1.weight.grad") != arrays.end() && named("dense1.weight.grad")->formed);
    QVERIFY(named("input1.out") != arrays.end() && !named("input1.out")->formed);
    QCOMPARE(named("dense1.weight.grad")->values->data(), steps().view()->trace.find("dense1.weight.grad")->values.data());
    emit desk().board()->elementClicked(ElementRef{"dense1.weight.grad", {1, 1}});
    QCOMPARE(steps().element(), QStringLiteral("dense1.weight.grad[1,1]"));
  }

  void aQuizHidesTheNumberUntilItIsWorkedOut() {
    toWeights();
    QTest::mouseClick(desk().quizButton(), Qt::LeftButton);
    QVERIFY(steps().quiz());
    const QString element = steps().element();
    QVERIFY(steps().isHidden(element));
    QVERIFY(!steps().isHidden(QStringLiteral("input1.out[0,0]")));
    QVERIFY(!steps().isHidden(QStringLiteral("dense1.weight[0,0]")));
    QVERIFY(desk().explanation()->terms()->content().hidden);
    QVERIFY(!desk().explanation()->checks()->isVisible());
    QVERIFY(!liveOf(*steps().view(), true).nodes[steps().view()->analysis.loss].batchLoss);
    QVERIFY(liveOf(*steps().view()).nodes[steps().view()->analysis.loss].batchLoss);
    const double exact = desk().explanation()->explanation()->value;
    QLineEdit* field = desk().explanation()->answerField();
    QVERIFY(field->isVisible());
    QTest::keyClicks(field, QString::number(exact + 1));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(steps().answerOf(element), Stepper::Answer::Wrong);
    QVERIFY(steps().isHidden(element));
    field->clear();
    QTest::keyClicks(field, QString::number(exact, 'g', 4));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(steps().answerOf(element), Stepper::Answer::Right);
    QVERIFY(!steps().isHidden(element));
    QVERIFY(!desk().explanation()->terms()->content().hidden);
    QVERIFY(waitFor([&] { return !steps().checks().rows.empty(); }, "differences"));
    QCOMPARE(desk().explanation()->checks()->content().rows.size(), std::size_t{1});  // the neighbours are still asked for
    steps().follow(QStringLiteral("dense1.weight.grad[0,1]"));
    QVERIFY(steps().isHidden(steps().element()));
    QTest::mouseClick(desk().explanation()->showAnswerButton(), Qt::LeftButton);
    QCOMPARE(steps().answerOf(steps().element()), Stepper::Answer::Shown);
    steps().goTo(StepPhase::Forward, "tanh1");  // a function's value: its argument is told, what comes of it is not
    QVERIFY(steps().isHidden(steps().element()));
    const QString asked = desk().explanation()->numbers()->content().tex;
    QVERIFY2(asked.contains(QStringLiteral("\\tanh")) && asked.endsWith(QStringLiteral("= \\text{?}")), qPrintable(asked));
    QTest::mouseClick(desk().quizButton(), Qt::LeftButton);
    QVERIFY(!desk().explanation()->numbers()->content().tex.contains(u'?'));
    QVERIFY(!steps().quiz() && steps().answered().isEmpty());
  }

  void theExplanationIsSavedAsPdfAndTheStepAsScript() {
    toWeights();
    QTemporaryDir folder;
    const QString pdf = folder.filePath(QStringLiteral("why.pdf")), script = folder.filePath(QStringLiteral("step.py"));
    QVERIFY(waitFor([&] { return !steps().checks().rows.empty(); }, "differences"));
    QVERIFY(desk().exportPdf(pdf).ok());
    QFile file(pdf);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith("%PDF-") && bytes.size() > 5000);
    QVERIFY(desk().explanation()->checks()->isVisibleTo(desk().explanation()));
    QVERIFY(desk().exportScript(script).ok());
    QFile text(script);
    QVERIFY(text.open(QIODevice::ReadOnly));
    QVERIFY(text.readAll().contains("import torch"));
    const Result<void> refused = desk().exportPdf(folder.filePath(QStringLiteral("no/such/folder.pdf")));
    QVERIFY(!refused.ok());
  }

  /// The traced step is the very step that training takes: in float, to the bit.
  void theTracedUpdateIsTheTrainedOne() {
    m_window->session()->reset();
    QVERIFY(waitFor([&] { return m_window->session()->status().step == 0 && m_window->session()->state() == TrainingSession::State::Paused; }, "the beginning"));
    Trainer& trainer = *m_window->session()->trainer();
    TraceRequest request = requestOfNextStep(trainer);
    const Result<Trace> traced = traceStep(request);
    QVERIFY(traced.ok());
    m_window->session()->oneStep();
    QVERIFY(waitFor([&] { return m_window->session()->status().step == request.step + 1 && !m_window->session()->isRunning(); }, "one training step"));
    std::size_t compared = 0;
    for (const WeightInfo& info : trainer.network().weightInfos()) {
      const TraceEntry& entry = *traced->find(info.name + ".new");
      const std::span<const float> weights = trainer.network().weightsOf(info);
      for (std::size_t i = 0; i < weights.size(); ++i, ++compared) QVERIFY2(static_cast<float>(entry.values[i]) == weights[i], info.name.c_str());
    }
    QVERIFY(compared > 20);
  }

  void closedItCostsNothingAndTheDiagramIsFreeAgain() {
    QVERIFY(m_window->diagram()->isReadOnly());
    toWeights();
    QVERIFY(waitFor([&] { return !steps().checks().rows.empty(); }, "differences"));
    const std::weak_ptr<const StepView> view = steps().view();
    m_window->setCentre(MainWindow::Centre::Build);
    QVERIFY(waitFor([&] { return view.expired(); }, "the trace's memory"));
    QVERIFY(!steps().view());
    QVERIFY(!m_window->diagram()->isReadOnly());
    QVERIFY(!desk().strip()->isVisible());
    QVERIFY(!desk().explanation()->isVisible());
    m_window->session()->reset();
    QVERIFY(waitFor([&] { return m_window->session()->status().step == 0 && m_window->session()->state() == TrainingSession::State::Paused; }, "the beginning"));
    const std::int64_t step = 0;
    m_window->session()->oneStep();
    QVERIFY(waitFor([&] { return m_window->session()->status().step == step + 1 && !m_window->session()->isRunning(); }, "one training step"));
    QVERIFY(!steps().view());
    m_window->setCentre(MainWindow::Centre::Step);
    QVERIFY(waitFor([&] { return steps().view() != nullptr; }, "the trace of the next step"));
    QCOMPARE(steps().view()->request.step, step + 1);
  }

 private:
  StepDesk& desk() { return *m_window->steps(); }
  Stepper& steps() { return *desk().stepper(); }
  /// The stop that forms the gradients of the first layer's weights.
  void toWeights() {
    steps().goTo(StepPhase::Backward, "dense1");
    steps().next();
  }
  void settle() {
    QVERIFY(waitFor([&] { return !steps().isBusy() && steps().view(); }, "a trace"));
  }

  std::unique_ptr<Stage> m_stage;
  MainWindow* m_window = nullptr;
};

QTEST_MAIN(TestStep)
#include "test_step.moc"
