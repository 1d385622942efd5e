// Views: what they show is what the network computes, the counts are the evaluator's, and old answers are dropped.
#include "engine/data/data_spec.h"
#include "engine/train/trainer.h"
#include "widgets/common/theme_manager.h"
#include "widgets/plots/heat_map.h"
#include "widgets/views/confusion_view.h"
#include "widgets/views/contour.h"
#include "widgets/views/fit_view.h"
#include "widgets/common/key_button.h"
#include "widgets/views/look_panel.h"
#include "widgets/views/look_tabs.h"
#include "widgets/views/probe.h"
#include "widgets/views/sample_strip.h"
#include "widgets/views/surface_picture.h"
#include "widgets/views/surface_view.h"

#include <QApplication>
#include <QMenu>
#include <QSignalSpy>
#include <QScopeGuard>
#include <QScrollArea>
#include <QTest>
#include <QTimer>

#include <array>
#include <cmath>

using namespace glassbox;

namespace {

DatasetPtr dataOf(const std::string& source, PartShares shares = {0.0, 0.25}) {
  DataSpec spec;
  spec.source = source;
  spec.shares = shares;
  Result<DatasetPtr> data = load(spec, {});
  if (!data) throw std::runtime_error(english(data.error()));
  return *data;
}

ProbeSubject subjectOf(const std::string& line, DatasetPtr data) {
  Result<NetworkSpec> spec = parseLine(line);
  if (!spec) throw std::runtime_error(english(spec.error()));
  return {std::make_shared<const NetworkSpec>(*spec), std::move(data)};
}

std::unique_ptr<Trainer> trainerOf(const ProbeSubject& subject, std::int64_t steps) {
  RunSetup setup;
  setup.spec = subject.spec;
  setup.data = subject.data;
  setup.plan.values = Params{{"optimizer", std::string("adam")}, {"rate", 0.02}};
  Result<std::unique_ptr<Trainer>> trainer = Trainer::create(std::move(setup));
  if (!trainer) throw std::runtime_error(english(trainer.error()));
  if (steps > 0) {
    (*trainer)->runSteps(steps);
    (*trainer)->waitUntilIdle();
  }
  return std::move(*trainer);
}

ProbeAnswer lookAt(const ProbeSubject& subject, std::span<const float> weights, const ProbeWish& wish, ProbeCare care = ProbeCare::AtRest) {
  Result<Prober> prober = Prober::create(subject);
  if (!prober) throw std::runtime_error(english(prober.error()));
  const std::atomic<bool> stop{false};
  std::optional<ProbeAnswer> answer = prober->look(weights, wish, care, theme(), stop);
  if (!answer) throw std::runtime_error("no answer");
  return std::move(*answer);
}

/// The network at one place, sample by sample: the slow way.
std::vector<float> direct(const ProbeSubject& subject, std::span<const float> weights, std::array<float, 2> x) {
  CompileOptions options;
  options.maxBatch = 1;
  options.training = false;
  options.kernelSet = subject.kernelSet;
  Result<Network> network = Network::compile(analyse(*subject.spec), options);
  std::copy(weights.begin(), weights.end(), network->weights().begin());
  const float* pointer = x.data();
  NetworkInput input;
  input.batch = 1;
  input.inputs = {&pointer, 1};
  input.mode = Mode::Inference;
  Team team;
  network->forward(input, team);
  return {network->output().begin(), network->output().end()};
}

ProbeWish wishFor(bool ProbeWish::*what) {
  ProbeWish wish;
  wish.*what = true;
  return wish;
}

const char* kSpirals = "input 2 | dense 8 tanh | dense 4 tanh | dense 1 | binary_cross_entropy";

} // namespace

class TestViews : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { ThemeManager::ofApplication().setChoice(ThemeChoice::Light); }

  // ---- what is computed ----------------------------------------------------------------------------------------------------

  void surfaceIsTheNetworkAtTheGridPoints() {
    const ProbeSubject subject = subjectOf(kSpirals, dataOf("spirals"));
    const auto trainer = trainerOf(subject, 200);
    const std::span<const float> weights = std::as_const(*trainer).network().weights();
    const Surface s = *lookAt(subject, weights, wishFor(&ProbeWish::surface)).surface;
    QCOMPARE(s.side, 160);
    QVERIFY(s.kind == SurfaceKind::Probability);
    for (const auto& [row, column] : {std::pair(0, 0), std::pair(0, 159), std::pair(80, 17), std::pair(159, 0), std::pair(101, 140)}) {
      const float z = direct(subject, weights, {static_cast<float>(s.x(column)), static_cast<float>(s.y(row))})[0];
      QVERIFY2(
          std::abs(*s.at(row, column) - 1 / (1 + std::exp(-z))) < 1e-6,
          qPrintable(QString("row %1, column %2: %3, direct %4").arg(row).arg(column).arg(*s.at(row, column)).arg(1 / (1 + std::exp(-z)))));
    }
    QVERIFY2(s.y(0) > s.y(159) && s.x(0) < s.x(159), "row 0 is the top, column 0 the left");
  }

  void surfaceOfThreeClassesSumsToOne() {
    ProbeSubject subject = subjectOf("input 2 | dense 5 tanh | dense 3 | softmax_cross_entropy", nullptr);
    CompileOptions options;
    Result<Network> network = Network::compile(analyse(*subject.spec), options);
    QVERIFY(network.ok());
    for (std::size_t i = 0; i < network->weights().size(); ++i) network->weights()[i] = std::sin(static_cast<float>(i));
    const Surface s = *lookAt(subject, network->weights(), wishFor(&ProbeWish::surface)).surface;
    QVERIFY(s.kind == SurfaceKind::Classes);
    QCOMPARE(s.outputs, 3);
    const std::vector<float> z = direct(subject, network->weights(), {static_cast<float>(s.x(40)), static_cast<float>(s.y(90))});
    const double sum = std::exp(z[0]) + std::exp(z[1]) + std::exp(z[2]);
    for (int k = 0; k < 3; ++k) QVERIFY(std::abs(s.at(90, 40)[k] - std::exp(z[static_cast<std::size_t>(k)]) / sum) < 1e-6);
  }

  void liveSurfaceIsCoarserOfTheSameFunction() {
    const ProbeSubject subject = subjectOf(kSpirals, dataOf("spirals"));
    const auto trainer = trainerOf(subject, 20);
    const std::span<const float> weights = std::as_const(*trainer).network().weights();
    const Surface live = *lookAt(subject, weights, wishFor(&ProbeWish::surface), ProbeCare::Live).surface;
    QVERIFY(live.side <= 80);
    const float z = direct(subject, weights, {static_cast<float>(live.x(3)), static_cast<float>(live.y(5))})[0];
    QVERIFY(std::abs(*live.at(5, 3) - 1 / (1 + std::exp(-z))) < 1e-6);
  }

  void picturesShowEachUnit() {
    const ProbeSubject subject = subjectOf("input 2 | dense 3 tanh | dense 40 relu | dense 1 | binary_cross_entropy", dataOf("spirals"));
    const auto trainer = trainerOf(subject, 0);
    const ProbeAnswer answer = lookAt(subject, std::as_const(*trainer).network().weights(), wishFor(&ProbeWish::neurons));
    QCOMPARE(answer.neurons.at("input1").units.size(), std::size_t(2));
    QCOMPARE(answer.neurons.at("tanh1").units.size(), std::size_t(3));
    QVERIFY2(!answer.neurons.contains("relu1"), "40 units are too many to be drawn one by one");
    // The pictures of the inputs are the coordinates themselves: x₁ grows to the right, x₂ upward, on one scale.
    const LayerPictures& inputs = answer.neurons.at("input1");
    const PlaneRange range = planeOf(*subject.data);
    const int side = inputs.units[0].width();
    for (const int i : {0, 7, side - 1}) {
      const double x1 = range.left + (i + 0.5) / side * range.width(), x2 = range.top - (i + 0.5) / side * range.height();
      QCOMPARE(inputs.units[0].pixel(i, 4), theme().diverging(0.85 * x1 / inputs.largest));
      QCOMPARE(inputs.units[1].pixel(4, i), theme().diverging(0.85 * x2 / inputs.largest));
    }
  }

  void curveIsWTimesXPlusB() {
    const ProbeSubject subject = subjectOf("input 1 | dense 1 | mse", dataOf("line"));
    const auto trainer = trainerOf(subject, 30);
    const Network& network = std::as_const(*trainer).network();
    const float w = network.weightsOf(network.weightInfos()[0])[0], b = network.weightsOf(network.weightInfos()[1])[0];
    const FitCurve curve = *lookAt(subject, network.weights(), wishFor(&ProbeWish::curve)).curve;
    QCOMPARE(curve.x.size(), std::size_t(200));
    for (std::size_t i = 0; i < curve.x.size(); ++i)
      QVERIFY2(std::abs(curve.y[i] - (w * curve.x[i] + b)) < 1e-6,
               qPrintable(QString("x = %1: %2, expected %3").arg(curve.x[i]).arg(curve.y[i]).arg(w * curve.x[i] + b)));
    const PlaneRange range = curveRangeOf(*subject.data);
    QVERIFY(std::abs(curve.x.front() - range.left) < 1e-6 && std::abs(curve.x.back() - range.right) < 1e-6);
  }

  void confusionIsTheEvaluators_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("data");
    QTest::newRow("two classes, one output") << kSpirals << "spirals";
    QTest::newRow("two classes, two outputs") << "input 2 | dense 8 tanh | dense 2 | softmax_cross_entropy"
                                              << "spirals";
    QTest::newRow("ten classes of pictures") << "input 784 | dense 16 relu | dense 10 | softmax_cross_entropy"
                                             << "digits";
  }
  void confusionIsTheEvaluators() {
    QFETCH(QString, line);
    QFETCH(QString, data);
    const ProbeSubject subject = subjectOf(line.toStdString(), dataOf(data.toStdString()));
    const auto trainer = trainerOf(subject, 60);
    const Metrics metrics = trainer->evaluate(Part::Test);
    const ConfusionCounts counts = *lookAt(subject, std::as_const(*trainer).network().weights(), wishFor(&ProbeWish::confusion)).confusion;
    QCOMPARE(counts.counts, metrics.confusion);
    QCOMPARE(counts.total, metrics.samples);
    for (const std::size_t i : counts.worst) QVERIFY(counts.samples[i].truth != counts.samples[i].guess);
    for (std::size_t i = 1; i < counts.worst.size(); ++i)
      QVERIFY(counts.samples[counts.worst[i - 1]].truthShare <= counts.samples[counts.worst[i]].truthShare);

    ConfusionView view;
    view.setData(subject.data);
    view.setCounts(counts);
    for (int k = 0; k < counts.classes; ++k) {
      const ClassScores scores = scoresOf(metrics, k);
      QCOMPARE(view.recall(k).value_or(0), scores.recall);
      QCOMPARE(view.precision(k).value_or(0), scores.precision);
    }
  }

  void anEmptyTestPartFallsBackToTraining() {
    const ProbeSubject subject = subjectOf(kSpirals, dataOf("spirals", {0, 0}));
    const auto trainer = trainerOf(subject, 0);
    const ConfusionCounts counts = *lookAt(subject, std::as_const(*trainer).network().weights(), wishFor(&ProbeWish::confusion)).confusion;
    QVERIFY(counts.part == Part::Train);
    QCOMPARE(counts.total, subject.data->train);
  }

  void weightsOfAnotherSizeGiveNothing() {
    const ProbeSubject subject = subjectOf(kSpirals, dataOf("spirals"));
    Result<Prober> prober = Prober::create(subject);
    const std::vector<float> tooFew(prober->weightCount() - 1);
    const std::atomic<bool> stop{false};
    QVERIFY(!prober->look(tooFew, wishFor(&ProbeWish::surface), ProbeCare::Live, theme(), stop));
  }

  void contourOfAStraightEdgeIsStraight() {
    // Values 0, 0, 1, 1 along each row of a 4 x 4 grid: the border lies half-way between the columns 1 and 2, at x = 0.5.
    std::vector<float> values;
    for (int row = 0; row < 4; ++row) values.insert(values.end(), {0, 0, 1, 1});
    const std::vector<QLineF> lines = contourLines(values, 4, 0.5);
    QCOMPARE(lines.size(), std::size_t(3));
    for (const QLineF& line : lines) QVERIFY(std::abs(line.x1() - 0.5) < 1e-9 && std::abs(line.x2() - 0.5) < 1e-9);
  }

  // ---- the thread ------------------------------------------------------------------------------------------------------------

  void probeAnswersWhatIsWished() {
    const ProbeSubject subject = subjectOf(kSpirals, dataOf("spirals"));
    const auto trainer = trainerOf(subject, 10);
    Probe probe;
    QSignalSpy answers(&probe, &Probe::answered);
    probe.setSubject(subject);
    probe.offer(std::as_const(*trainer).network().weights(), 10);
    QVERIFY2(!probe.isBusy(), "without a wish nothing is computed");
    ProbeWish wish = wishFor(&ProbeWish::surface);
    wish.rows = {0, 5};
    probe.setWish(wish);
    QTRY_COMPARE(answers.size(), 1);
    const auto answer = answers.first().first().value<ProbeAnswerPtr>();
    QCOMPARE(answer->step, std::int64_t(10));
    QVERIFY(answer->atRest && answer->surface && !answer->confusion && answer->neurons.empty());
    QCOMPARE(answer->predictions.size(), std::size_t(2));
    std::array<float, 2> x{};
    subject.data->inputs[0].read(5, x.data());
    const float z = direct(subject, std::as_const(*trainer).network().weights(), x)[0];
    QVERIFY(std::abs(answer->predictions[1].outputs[0] - 1 / (1 + std::exp(-z))) < 1e-6);
  }

  void onlyTheNewestWeightsAreLookedAt() {
    const ProbeSubject subject = subjectOf(kSpirals, dataOf("spirals"));
    const auto trainer = trainerOf(subject, 0);
    const std::span<const float> weights = std::as_const(*trainer).network().weights();
    Probe probe;
    QSignalSpy answers(&probe, &Probe::answered);
    probe.setSubject(subject);
    probe.setWish(wishFor(&ProbeWish::surface));
    for (int step = 1; step <= 50; ++step) probe.offer(weights, step);
    QTRY_VERIFY(!answers.isEmpty() && answers.last().first().value<ProbeAnswerPtr>()->step == 50);
    QVERIFY2(answers.size() <= 2, qPrintable(QString("%1 answers for 50 offers without an event between them").arg(answers.size())));
  }

  void answersForAnEarlierSubjectAreDropped() {
    const ProbeSubject first = subjectOf(kSpirals, dataOf("spirals"));
    const ProbeSubject second = subjectOf("input 1 | dense 1 | mse", dataOf("line"));
    const auto oldTrainer = trainerOf(first, 0), newTrainer = trainerOf(second, 0);
    Probe probe;
    QSignalSpy answers(&probe, &Probe::answered);
    ProbeWish wish = wishFor(&ProbeWish::surface);
    wish.curve = true;
    probe.setWish(wish);
    probe.setSubject(first);
    probe.offer(std::as_const(*oldTrainer).network().weights(), 1);
    QVERIFY(probe.isBusy());
    probe.setSubject(second); // while the first is looked at
    probe.offer(std::as_const(*newTrainer).network().weights(), 2);
    QTRY_VERIFY(!answers.isEmpty() && !probe.isBusy());
    for (const QList<QVariant>& arguments : answers) {
      const auto answer = arguments.first().value<ProbeAnswerPtr>();
      QCOMPARE(answer->step, std::int64_t(2));
      QVERIFY(!answer->surface && answer->curve);
    }
  }

  void aSubjectThatCannotBeCompiledIsSaid() {
    Probe probe;
    QSignalSpy failures(&probe, &Probe::failed), answers(&probe, &Probe::answered);
    probe.setSubject(subjectOf("input 3 | dense 1 | mse", dataOf("line")));
    probe.setWish(wishFor(&ProbeWish::curve));
    const std::vector<float> weights(64);
    probe.offer(weights, 0);
    QTRY_COMPARE(failures.size(), 1);
    QTRY_VERIFY(!probe.isBusy());
    QVERIFY(answers.isEmpty());
  }

  // ---- the widgets -----------------------------------------------------------------------------------------------------------

  void surfaceViewPaintsTheValues() {
    Surface s;
    s.kind = SurfaceKind::Probability;
    s.side = 2;
    s.center = s.spread = 0.5;
    s.values = {1, 0, 0.5f, 1};
    const QImage image = surfaceImage(s, theme());
    QCOMPARE(image.pixel(0, 0), theme().diverging(0.5));
    QCOMPARE(image.pixel(1, 0), theme().diverging(-0.5));
    QCOMPARE(image.pixel(0, 1), theme().diverging(0));
  }

  void surfaceViewTellsThePlaceUnderThePointer() {
    SurfaceView view(SurfaceLook::Page);
    view.resize(480, 520);
    SurfaceContent content;
    content.classNames = {"0", "1"};
    view.setContent(content);
    Surface s;
    s.kind = SurfaceKind::Probability;
    s.side = 2;
    s.values = {0.25f, 0, 0, 0};
    view.setSurface(s);
    view.show();
    QTest::mouseMove(&view, view.pixelOf(-0.5, 0.5).toPoint());
    QVERIFY2(view.placeText().endsWith("P 0.25"), qPrintable(view.placeText()));
  }

  void aClickOnACellGivesItsSamples() {
    const ProbeSubject subject = subjectOf("input 784 | dense 10 | softmax_cross_entropy", dataOf("digits"));
    const auto trainer = trainerOf(subject, 20);
    ConfusionView view;
    view.resize(760, 460);
    view.setData(subject.data);
    const ConfusionCounts counts = *lookAt(subject, std::as_const(*trainer).network().weights(), wishFor(&ProbeWish::confusion)).confusion;
    view.setCounts(counts);
    view.show();
    QSignalSpy chosen(&view, &ConfusionView::cellChosen);
    auto* map = view.findChild<HeatMap*>();
    const Judged worst = counts.samples[counts.worst.front()];
    QTest::mouseClick(map->viewport(), Qt::LeftButton, {}, map->cellRect(worst.truth, worst.guess).center());
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().at(0).toInt(), worst.truth);
    QCOMPARE(chosen.first().at(1).toInt(), worst.guess);
    const auto rows = chosen.first().at(2).value<std::vector<std::int64_t>>();
    QCOMPARE(static_cast<std::int64_t>(rows.size()), counts.count(worst.truth, worst.guess));
    QVERIFY(std::find(rows.begin(), rows.end(), worst.row) != rows.end());
    QCOMPARE(view.shownSamples().size(), rows.size());
    QTest::mouseClick(map->viewport(), Qt::LeftButton, {}, map->cellRect(worst.truth, worst.guess).center());
    QCOMPARE(view.shownSamples().size(), counts.worst.size()); // a second click returns to the worst mistakes
  }

  void theMatrixFitsItsPlace_data() {
    QTest::addColumn<QSize>("size");
    QTest::addColumn<TextSize>("text");
    QTest::newRow("1280x800: samples at the right") << QSize(806, 443) << TextSize::Normal;
    QTest::newRow("1280x800 in a presentation, docks folded") << QSize(1166, 650) << TextSize::Presentation;
    QTest::newRow("1280x800 in a presentation, right and bottom dock beside it") << QSize(858, 330) << TextSize::Presentation;
    QTest::newRow("too low for samples under the map") << QSize(640, 300) << TextSize::Normal;
    QTest::newRow("high enough for them") << QSize(640, 560) << TextSize::Normal;
    QTest::newRow("the least centre") << QSize(480, 208) << TextSize::Normal;
  }
  void theMatrixFitsItsPlace() {
    QFETCH(QSize, size);
    QFETCH(TextSize, text);
    ThemeManager::ofApplication().setTextSize(text);
    const auto normal = qScopeGuard([] { ThemeManager::ofApplication().setTextSize(TextSize::Normal); });
    const ProbeSubject subject = subjectOf("input 784 | dense 10 | softmax_cross_entropy", dataOf("digits"));
    const auto trainer = trainerOf(subject, 20);
    ConfusionView view;
    view.setData(subject.data);
    view.setCounts(*lookAt(subject, std::as_const(*trainer).network().weights(), wishFor(&ProbeWish::confusion)).confusion);
    view.resize(size);
    view.show();
    for (const QWidget* part : view.findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
      const QRect place = part->geometry();
      QVERIFY2(view.rect().contains(place) && place.height() > 0, qPrintable(QStringLiteral("%1 at %2,%3 %4x%5").arg(part->metaObject()->className()).arg(place.x()).arg(place.y()).arg(place.width()).arg(place.height())));
    }
    const auto* map = view.findChild<HeatMap*>();
    const auto* samples = view.findChild<QScrollArea*>();
    QVERIFY(!map->geometry().intersects(samples->geometry()));
    QVERIFY2(map->rect().contains(map->cellRect(9, 9)), "all classes are seen at once");
  }

  void picturesOfSamplesAreInkOnPaper() {
    const DatasetPtr digits = dataOf("digits");
    QVERIFY(isPicture(*digits) && !isPicture(*dataOf("spirals")));
    const QImage image = samplePicture(*digits, 0);
    QCOMPARE(image.size(), QSize(28, 28));
    QCOMPARE(image.pixel(0, 0), theme().color(ColorRole::Raised).rgb()); // the corner is empty paper
  }

  void lookPanelChoosesWhatMakesSense_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("data");
    QTest::addColumn<QStringList>("looks");
    QTest::newRow("points of two classes: surface and matrix") << kSpirals << "spirals" << QStringList{"surface", "confusion"};
    QTest::newRow("a line: the curve") << "input 1 | dense 1 | mse"
                                       << "line" << QStringList{"fit"};
    QTest::newRow("digits: the matrix") << "input 784 | dense 10 | softmax_cross_entropy"
                                        << "digits" << QStringList{"confusion"};
    QTest::newRow("a network with an issue: nothing") << "input 2 | dense 1"
                                                      << "spirals" << QStringList();
  }
  void lookPanelChoosesWhatMakesSense() {
    QFETCH(QString, line);
    QFETCH(QString, data);
    QFETCH(QStringList, looks);
    LookPanel panel;
    panel.setSubject(subjectOf(line.toStdString(), dataOf(data.toStdString())));
    const QStringList classic{"surface", "fit", "confusion"};
    QStringList found;
    for (const LookEntry* entry : panel.looks())
      if (classic.contains(entry->key)) found << entry->key;
    QCOMPARE(found, looks);
    QVERIFY2(panel.wish().empty(), "a hidden panel asks for nothing");
    QVERIFY2(!panel.currentView(), "a view that nobody looks at is not made");
    panel.show();
    for (const QString& key : looks) {
      panel.setCurrent(key);
      QCOMPARE(panel.current(), key);
      QVERIFY(panel.currentView() && !panel.wish().empty());
    }
    if (looks.isEmpty()) QVERIFY(panel.wish().empty());
  }

  void theChosenPictureStaysWhereItStillMakesSense() {
    LookPanel panel;
    panel.setSubject(subjectOf(kSpirals, dataOf("spirals")));
    panel.show();
    panel.setCurrent("confusion");
    panel.setSubject(subjectOf("input 784 | dense 10 | softmax_cross_entropy", dataOf("digits")));
    QCOMPARE(panel.current(), QString("confusion"));
    panel.setSubject(subjectOf("input 1 | dense 1 | mse", dataOf("line")));
    QCOMPARE(panel.current(), QString("fit"));
    QVERIFY(panel.wish().curve && !panel.wish().confusion);
  }

  void tabsWithoutRoomStandInTheMenu() {
    LookTabs tabs;
    const QStringList names{"Decision surface", "Confusion matrix", "Precision and recall", "Feature maps", "Occlusion"};
    tabs.setContent(names, names);
    QSignalSpy chosen(&tabs, &LookTabs::currentChanged);
    tabs.resize(1200, 32);
    tabs.show();
    for (int i = 0; i < 5; ++i) QVERIFY2(!tabs.isInMenu(i), "all fit");
    QVERIFY(!tabs.menuButton()->isVisible());
    tabs.resize(420, 32);
    QVERIFY(!tabs.isInMenu(0) && tabs.isInMenu(3) && tabs.isInMenu(4) && tabs.menuButton()->isVisible());
    QCOMPARE(chosen.count(), 0);
    QTimer::singleShot(0, [] {
      auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
      QVERIFY(menu);
      QAction* last = menu->actions().last();
      QCOMPARE(last->text(), QString("Occlusion"));
      QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(last).center());
    });
    QTest::mouseClick(tabs.menuButton(), Qt::LeftButton);
    QCOMPARE(tabs.current(), 4);
    QCOMPARE(chosen.count(), 1);
    QVERIFY2(!tabs.isInMenu(4), "the chosen one is seen");
    QVERIFY2(!tabs.isInMenu(0) && tabs.isInMenu(3), "the others keep their order");
    QVERIFY(tabs.menuButton()->geometry().right() < tabs.width());
  }
};

QTEST_MAIN(TestViews)
#include "test_views.moc"
