// Views over time: spreads, attention, embedding, landscape. What they compute is what the engine has; what they keep is bounded.
#include "engine/data/data_spec.h"
#include "engine/io/templates.h"
#include "engine/trace/trace.h"
#include "engine/train/trainer.h"
#include "tests/support/look_run.h"
#include "widgets/plots/heat_map.h"
#include "widgets/views/attention_probe.h"
#include "widgets/views/attention_view.h"
#include "widgets/views/kept_steps.h"
#include "widgets/views/landscape.h"
#include "widgets/views/landscape_plot.h"
#include "widgets/views/landscape_view.h"
#include "widgets/views/points_plot.h"
#include "widgets/views/points_view.h"
#include "widgets/views/probe_bench.h"
#include "widgets/views/sample_pass.h"
#include "widgets/views/spread_history.h"
#include "widgets/views/spread_plot.h"
#include "widgets/views/spread_probe.h"
#include "widgets/views/spread_view.h"
#include "widgets/views/view_export.h"

#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <numeric>

using namespace glassbox;
using glassbox::test::LookRun;

namespace {

const std::atomic<bool> kNoStop{false};

struct Trained {
  std::shared_ptr<const NetworkSpec> spec;
  DatasetPtr data;
  std::unique_ptr<Trainer> trainer;
  std::unique_ptr<Network> copy; // for inference, with the trainer's weights

  ProbeSubject subject() const { return {spec, data, std::as_const(*trainer).network().kernelSet()}; }
  void look() {
    const std::span<const float> weights = std::as_const(*trainer).network().weights();
    std::copy(weights.begin(), weights.end(), copy->weights().begin());
  }
};

Trained trainedOn(const std::string& line, const std::string& source, std::int64_t steps, int chunk = 256) {
  DataSpec dataSpec;
  dataSpec.source = source;
  dataSpec.shares = {0.0, 0.25};
  Result<DatasetPtr> data = load(dataSpec, {});
  Result<NetworkSpec> spec = parseLine(line);
  if (!data || !spec) throw std::runtime_error("no data or no network");
  Trained out{std::make_shared<const NetworkSpec>(*spec), *data, nullptr, nullptr};
  RunSetup setup;
  setup.spec = out.spec;
  setup.data = out.data;
  setup.plan.values = Params{{"optimizer", std::string("adam")}, {"rate", 0.02}};
  Result<std::unique_ptr<Trainer>> trainer = Trainer::create(std::move(setup));
  if (!trainer) throw std::runtime_error(english(trainer.error()));
  out.trainer = std::move(*trainer);
  if (steps > 0) {
    out.trainer->runSteps(steps);
    out.trainer->waitUntilIdle();
  }
  CompileOptions options;
  options.maxBatch = chunk;
  options.training = false;
  options.kernelSet = std::as_const(*out.trainer).network().kernelSet();
  Result<Network> copy = Network::compile(analyse(*out.spec), options);
  if (!copy) throw std::runtime_error(english(copy.error()));
  out.copy = std::make_unique<Network>(std::move(*copy));
  out.look();
  return out;
}

const char* kSpirals = "input 2 | dense 8 tanh | dense 6 relu | dense 1 | binary_cross_entropy";

const LayerSpread& spreadOf(const SpreadAnswer& answer, const NodeId& node, SpreadKind kind) {
  for (const LayerSpread& layer : answer.layers)
    if (layer.node == node && layer.kind == kind) return layer;
  throw std::runtime_error("no spread of " + node);
}

} // namespace

class TestTimeViews : public QObject {
  Q_OBJECT

 private slots:
  // ---- spreads ------------------------------------------------------------------------------------------------------------

  void everyNumberLiesBetweenTheBordersOfItsBin() {
    const std::vector<float> values{0, 1, -1, 0.25f, -0.3f, 1e-12f, 5e-5f, -2e4f, 999, 0.1f};
    for (const float v : values) {
      const SpreadBins bins = binsOf(std::span(&v, 1));
      const auto linear = std::find(bins.linear.begin(), bins.linear.end(), 1u) - bins.linear.begin();
      const double reach = std::ldexp(1.0, bins.exponent), wide = 2 * reach / SpreadBins::kLinear;
      QVERIFY2(v >= -reach + static_cast<double>(linear) * wide && v <= -reach + static_cast<double>(linear + 1) * wide, qPrintable(QString("%1 in linear bin %2").arg(v).arg(linear)));
      const int bin = logarithmicBin(v);
      QCOMPARE(bins.logarithmic[static_cast<std::size_t>(bin)], 1u);
      if (std::abs(v) < 1000) QVERIFY2(v >= logarithmicEdge(bin) * (v < 0 ? 1.0001 : 0.9999) && v <= logarithmicEdge(bin + 1) * (v < 0 ? 0.9999 : 1.0001), qPrintable(QString("%1 in bin %2").arg(v).arg(bin)));
    }
    const SpreadBins all = binsOf(values);
    QCOMPARE(all.count, std::int64_t{10});
    QCOMPARE(all.zeros, std::int64_t{1});
    QCOMPARE(all.greatest, 999.0);
    QCOMPARE(all.least, -2e4);
  }

  void aWiderRangeHasTheSameCounts() {
    const std::vector<float> values{-0.9f, -0.4f, 0.1f, 0.11f, 0.6f, 0.97f};
    std::vector<float> wider = values;
    wider.push_back(7.5f);
    const SpreadBins few = binsOf(values);
    SpreadBins many = binsOf(wider);
    QCOMPARE(few.exponent, 0);
    QCOMPARE(many.exponent, 3);
    many.linear[static_cast<std::size_t>(std::floor(7.5 / 16 * SpreadBins::kLinear)) + SpreadBins::kLinear / 2] -= 1;
    QVERIFY(few.widened(3) == many.linear);
  }

  void numbersThatAreNoneAreCountedApart() {
    const std::vector<float> values{1, NAN, INFINITY, -1};
    const SpreadBins bins = binsOf(values);
    QCOMPARE(bins.count, std::int64_t{2});
    QCOMPARE(bins.notFinite, std::int64_t{2});
    QCOMPARE(bins.mean(), 0.0);
    QCOMPARE(bins.deviation(), 1.0);
  }

  void spreadsAreThoseOfTheNetworksArrays() {
    Trained t = trainedOn(kSpirals, "spirals", 30);
    const std::span<const float> gradients = std::as_const(*t.trainer).network().gradients();
    const std::vector<std::int64_t> rows = spreadRows(glassbox::rows(*t.data, Part::Train), 50);
    const ProbeSubject subject = t.subject();
    const std::optional<SpreadAnswer> answer = spreadsOf({subject, *t.copy, ProbeCare::AtRest, kNoStop, gradients}, rows);
    QVERIFY(answer.has_value());
    QVERIFY(answer->gradients);
    QCOMPARE(answer->samples, static_cast<std::int64_t>(rows.size()));
    for (const WeightInfo& info : t.copy->weightInfos()) {
      if (info.def.role != WeightRole::Weight) continue;
      for (const SpreadKind kind : {SpreadKind::Weights, SpreadKind::Gradients}) {
        const std::span<const float> own = (kind == SpreadKind::Weights ? std::span<const float>(t.copy->weights()) : gradients).subspan(info.offset, info.size);
        const LayerSpread& spread = spreadOf(*answer, info.node, kind);
        QCOMPARE(spread.bins.count, static_cast<std::int64_t>(info.size));
        const double sum = std::accumulate(own.begin(), own.end(), 0.0);
        QVERIFY(std::abs(spread.bins.sum - sum) <= 1e-9 * std::max(1.0, std::abs(sum)));
        QCOMPARE(spread.bins.greatest, static_cast<double>(*std::max_element(own.begin(), own.end())));
        QCOMPARE(std::accumulate(spread.bins.linear.begin(), spread.bins.linear.end(), std::int64_t{0}), spread.bins.count);
      }
    }
    // The activations, sample by sample from a trace.
    TraceRequest request;
    request.spec = t.spec;
    request.data = t.data;
    request.weights = flatWeights(*t.copy);
    std::int64_t zeros = 0, numbers = 0;
    double sum = 0;
    std::vector<bool> alive(6, false);
    for (const std::int64_t row : rows) {
      request.rows = {row};
      request.precision = Precision::Single;
      const Result<Trace> trace = traceStep(request);
      QVERIFY(trace.ok());
      const std::vector<double>& values = trace->find("relu1.out")->values;
      for (std::size_t unit = 0; unit < values.size(); ++unit) {
        zeros += values[unit] == 0;
        sum += values[unit];
        ++numbers;
        if (values[unit] != 0) alive[unit] = true;
      }
    }
    const LayerSpread& relu = spreadOf(*answer, "relu1", SpreadKind::Activations);
    QCOMPARE(relu.bins.zeros, zeros);
    QCOMPARE(relu.bins.count, numbers);
    QVERIFY(std::abs(relu.bins.sum - sum) < 1e-4);
    QCOMPARE(relu.units, 6);
    QCOMPARE(relu.deadUnits, static_cast<int>(std::count(alive.begin(), alive.end(), false)));
  }

  void aUnitWithoutWayToZeroIsDeadAndAFarOneSaturated() {
    Trained t = trainedOn(kSpirals, "spirals", 0);
    for (const WeightInfo& info : t.copy->weightInfos()) {
      const std::span<float> weights = t.copy->weightsOf(info);
      if (info.name == "dense2.bias") weights[2] = -1000; // before the relu
      if (info.name == "dense1.bias") weights[5] = 1000;  // before the tanh
    }
    const ProbeSubject subject = t.subject();
    const std::optional<SpreadAnswer> answer = spreadsOf({subject, *t.copy, ProbeCare::AtRest, kNoStop}, spreadSample(*t.data, t.copy->analysis()));
    QVERIFY(!answer->gradients);
    QVERIFY(spreadOf(*answer, "relu1", SpreadKind::Activations).deadUnits >= 1);
    QCOMPARE(spreadOf(*answer, "tanh1", SpreadKind::Activations).saturatedUnits, 1);
    QCOMPARE(spreadOf(*answer, "dense1", SpreadKind::Activations).units, 0);
  }

  void keptStepsStayFewEquallyFarApartAndGoBackWithTheRun() {
    KeptSteps<int> kept;
    for (int step = 0; step <= 100; ++step) kept.add(step, 2 * step, 10);
    QVERIFY(kept.size() <= 10 && kept.size() >= 5);
    QCOMPARE(kept.newest().step, std::int64_t{100});
    QCOMPARE(kept.newest().value, 200);
    QCOMPARE(kept.items()[0].step, std::int64_t{0});
    const std::int64_t apart = kept.items()[1].step - kept.items()[0].step;
    for (std::size_t i = 1; i + 1 < kept.size(); ++i) QCOMPARE(kept.items()[i].step - kept.items()[i - 1].step, apart);
    kept.add(40, 7, 10);
    QCOMPARE(kept.newest().step, std::int64_t{40});
    QCOMPARE(kept.newest().value, 7);
  }

  void theHistoryStaysBoundedAndItsColumnsEquallyFarApart() {
    const std::vector<float> values{1, 2};
    SpreadAnswer answer;
    answer.layers.push_back({"dense1", SpreadKind::Weights, binsOf(values), 1, 0, 0, 0});
    SpreadHistory history;
    for (std::int64_t step = 0; step <= 5000; step += 10) {
      history.add(step, answer);
      const auto& columns = *history.columns({"dense1", SpreadKind::Weights});
      QVERIFY(columns.size() <= SpreadHistory::kMostColumns);
      QCOMPARE(columns.front().step, std::int64_t{0});
      QCOMPARE(columns.back().step, step);
    }
    const auto& columns = *history.columns({"dense1", SpreadKind::Weights});
    QVERIFY(columns.size() >= SpreadHistory::kMostColumns / 4);
    for (std::size_t i = 2; i + 1 < columns.size(); ++i)
      QCOMPARE(columns[i].step - columns[i - 1].step, columns[1].step - columns[0].step);
    history.add(2000, answer); // the run went back
    QCOMPARE(history.columns({"dense1", SpreadKind::Weights})->back().step, std::int64_t{2000});
    history.add(0, answer);
    QCOMPARE(history.columns({"dense1", SpreadKind::Weights})->size(), std::size_t{1});
  }

  // ---- attention ------------------------------------------------------------------------------------------------------------

  void attentionMapsAreThoseOfATrace() {
    Trained t = trainedOn("input 12 element=tokens | embedding 6 tokens=4 | attention 2 causal=true | attention 3 | flatten | dense 2 | softmax_cross_entropy", "brackets", 0);
    const std::int64_t row = 7;
    const ProbeSubject subject = t.subject();
    const ProbeBench bench{subject, *t.copy, ProbeCare::AtRest, kNoStop};
    const std::optional<AttentionAnswer> answer = attentionOf(bench, row);
    QVERIFY(answer.has_value());
    QCOMPARE(answer->layers.size(), std::size_t{2});
    TraceRequest request;
    request.spec = t.spec;
    request.data = t.data;
    request.weights = flatWeights(*t.copy);
    request.rows = {row};
    request.precision = Precision::Single;
    const Result<Trace> trace = traceStep(request);
    QVERIFY(trace.ok());
    for (const AttentionLayer& layer : answer->layers) {
      const TraceEntry* entry = trace->find(layer.node + ".weights");
      QVERIFY(entry);
      QCOMPARE(layer.weights.size(), entry->values.size());
      QCOMPARE(layer.causal, layer.node == "attention1");
      for (std::size_t i = 0; i < entry->values.size(); ++i)
        QVERIFY2(std::abs(layer.weights[i] - entry->values[i]) < 1e-6, qPrintable(QString("%1: number %2").arg(QString::fromStdString(layer.node)).arg(i)));
      double sum = 0;
      for (std::int64_t key = 0; key < layer.time; ++key) sum += layer.at(1, 3, key);
      QVERIFY(std::abs(sum - 1) < 1e-5);
    }
    QVERIFY(!attentionOf(bench, t.data->samples()));
  }

  // ---- landscape ------------------------------------------------------------------------------------------------------------

  void theCenterOfTheLandscapeIsThePresentLoss() {
    Trained t = trainedOn(kSpirals, "spirals", 60);
    const std::vector<std::int64_t> all = spreadRows(glassbox::rows(*t.data, Part::Train), 1 << 20);
    const std::vector<float> present(t.copy->weights().begin(), t.copy->weights().end());
    const LandscapeDirections directions = randomDirections(*t.copy, 1);
    Landscape landscape = emptyLandscape(directions, {{60, 0, 0}}, 5);
    int rowsDone = 0;
    QVERIFY(computeLandscape(*t.copy, *t.data, all, directions, landscape, kNoStop, [&] { ++rowsDone; }));
    QCOMPARE(rowsDone, 5);
    QVERIFY(std::equal(present.begin(), present.end(), t.copy->weights().begin()));
    const double evaluated = t.trainer->evaluate(Part::Train).loss;
    QVERIFY2(std::abs(landscape.loss(landscape.centerRow, landscape.centerColumn) - evaluated) < 1e-6, qPrintable(QString::number(evaluated)));
    QCOMPARE(landscape.x(landscape.centerColumn), 0.0);
    // Every point against a network of its own with those weights.
    for (const auto& [row, column] : {std::pair(0, 0), std::pair(1, 3), std::pair(4, 2)}) {
      Trained other = trainedOn(kSpirals, "spirals", 0);
      for (std::size_t i = 0; i < present.size(); ++i)
        other.copy->weights()[i] = static_cast<float>(present[i] + landscape.x(column) * directions.first[i] + landscape.y(row) * directions.second[i]);
      Evaluator evaluator(*other.copy, t.data, Part::Train);
      Team team;
      const double direct = evaluator.run(*other.copy, team).loss;
      QVERIFY2(std::abs(landscape.loss(row, column) - direct) <= 1e-6 * std::max(1.0, direct), qPrintable(QString("%1, direct %2").arg(landscape.loss(row, column)).arg(direct)));
    }
  }

  void randomDirectionsHaveTheLengthOfEachFilterAndLeaveBiases() {
    Trained t = trainedOn(kSpirals, "spirals", 10);
    const LandscapeDirections directions = randomDirections(*t.copy, 3);
    for (const WeightInfo& info : t.copy->weightInfos()) {
      if (info.def.role != WeightRole::Weight) {
        for (std::size_t i = 0; i < info.size; ++i) QCOMPARE(directions.first[info.offset + i], 0.0);
        continue;
      }
      const std::size_t length = static_cast<std::size_t>(info.def.shape[1]);
      for (std::size_t filter = 0; filter < static_cast<std::size_t>(info.def.shape[0]); ++filter) {
        double own = 0, drawn = 0;
        for (std::size_t i = 0; i < length; ++i) {
          const std::size_t at = info.offset + filter * length + i;
          own += std::pow(t.copy->weights()[at], 2), drawn += std::pow(directions.second[at], 2);
        }
        QVERIFY(std::abs(std::sqrt(own) - std::sqrt(drawn)) < 1e-9);
      }
    }
    QVERIFY(randomDirections(*t.copy, 3).first == directions.first);
    QVERIFY(randomDirections(*t.copy, 4).first != directions.first);
  }

  void thePathLiesInThePlaneOfItsTwoDirections() {
    Trained t = trainedOn(kSpirals, "spirals", 0);
    std::vector<std::vector<float>> kept;
    for (int i = 0; i < 6; ++i) {
      t.trainer->runSteps(20);
      t.trainer->waitUntilIdle();
      const std::span<const float> weights = std::as_const(*t.trainer).network().weights();
      kept.emplace_back(weights.begin(), weights.end());
    }
    t.look();
    const std::vector<std::span<const float>> path(kept.begin(), kept.end());
    const Result<LandscapeDirections> directions = pathDirections(*t.copy, path);
    QVERIFY(directions.ok());
    QVERIFY(directions->firstShare >= directions->secondShare && directions->firstShare + directions->secondShare <= 1 + 1e-9);
    // A point of the plane is found where it was put.
    std::vector<float> moved(t.copy->weights().begin(), t.copy->weights().end());
    for (std::size_t i = 0; i < moved.size(); ++i) moved[i] += static_cast<float>(0.5 * directions->first[i] - 0.25 * directions->second[i]);
    const LandscapePlace place = placeOf(*t.copy, moved, 9, *directions);
    QVERIFY2(std::abs(place.x - 0.5) < 1e-5 && std::abs(place.y + 0.25) < 1e-5, qPrintable(QString("%1, %2").arg(place.x).arg(place.y)));
    std::vector<LandscapePlace> places;
    for (const auto& weights : path) places.push_back(placeOf(*t.copy, weights, 0, *directions));
    const Landscape landscape = emptyLandscape(*directions, places);
    QCOMPARE(places.back().x, 0.0);
    QCOMPARE(landscape.x(landscape.centerColumn), 0.0);
    QCOMPARE(landscape.y(landscape.centerRow), 0.0);
    for (const LandscapePlace& p : places)
      QVERIFY(p.x > landscape.x(0) && p.x < landscape.x(landscape.side - 1) && p.y < landscape.y(0) && p.y > landscape.y(landscape.side - 1));
    QVERIFY2(!pathDirections(*t.copy, std::span(path).first(2)).ok(), "two points lie on one line");
  }

  void aStoppedLandscapeLeavesTheWeightsAndGoesOnLater() {
    Trained t = trainedOn(kSpirals, "spirals", 5);
    const std::vector<float> present(t.copy->weights().begin(), t.copy->weights().end());
    const LandscapeDirections directions = randomDirections(*t.copy, 1);
    Landscape landscape = emptyLandscape(directions, {}, 5);
    const std::vector<std::int64_t> rows = spreadRows(glassbox::rows(*t.data, Part::Train), 20);
    std::atomic<bool> stop{false};
    QVERIFY(!computeLandscape(*t.copy, *t.data, rows, directions, landscape, stop, [&] { stop = true; }));
    QVERIFY(std::equal(present.begin(), present.end(), t.copy->weights().begin()));
    QVERIFY(std::isnan(landscape.loss(0, 0)) && !std::isnan(landscape.loss(2, 0)));
    stop = false;
    QVERIFY(computeLandscape(*t.copy, *t.data, rows, directions, landscape, stop, [] {}));
    QVERIFY(!std::isnan(landscape.loss(0, 0)));
  }
  // ---- the views ------------------------------------------------------------------------------------------------------------

  void histogramsShowWhatWasRecordedAtEachStep() {
    LookRun run(kSpirals, "spirals");
    SpreadView view;
    view.resize(800, 560);
    view.show();
    view.setSubject(run.subject);
    QVERIFY(!view.hasPicture());
    for (int i = 0; i < 4; ++i) {
      run.answer(view);
      run.train(10);
    }
    view.choose("dense2", SpreadKind::Weights);
    QVERIFY(view.hasPicture());
    const SpreadPlot* plot = view.plot();
    QCOMPARE(plot->content().columns.size(), std::size_t{4});
    QCOMPARE(plot->content().columns[2].step, std::int64_t{20});
    for (std::size_t column = 0; column < 4; ++column) {
      std::int64_t sum = 0;
      for (std::size_t bin = 0; bin < plot->bins().size(); ++bin) sum += plot->countAt(column, bin);
      QCOMPARE(sum, std::int64_t{48}); // 6 x 8 weights
    }
    // Under the pointer: the bin in the middle of the first column.
    const QRect strip = plot->stripRect();
    QTest::mouseMove(view.plot(), strip.center());
    QTest::mouseMove(view.plot(), QPoint(strip.left() + 2, strip.center().y() - 1));
    const std::size_t bin = plot->bins().size() / 2;
    QVERIFY2(plot->placeText().startsWith("step 0: " + QString::number(plot->countAt(0, bin)) + " values"), qPrintable(plot->placeText()));
    view.useLogarithmicAxis(true);
    QVERIFY(std::abs(plot->bins().back().high / plot->bins().back().low - std::pow(10.0, 1.0 / SpreadBins::kPerDecade)) < 1e-6);
    view.choose("relu1", SpreadKind::Activations);
    QVERIFY2(view.facts().contains("dead units") && view.facts().contains("of 6"), qPrintable(view.facts()));
  }

  void histogramsBeginAnewWithTheRun() {
    LookRun run(kSpirals, "spirals"), again(kSpirals, "spirals");
    SpreadView view;
    view.setSubject(run.subject);
    run.answer(view);
    run.train(10);
    run.answer(view);
    again.answer(view); // step 0
    QCOMPARE(view.history().columns({"dense1", SpreadKind::Weights})->size(), std::size_t{1});
    view.setSubject(run.subject);
    QVERIFY(view.history().empty());
  }

  void everyViewIsSavedAsPictureAndAsTable() {
    LookRun run(kSpirals, "spirals");
    SpreadView view;
    view.resize(800, 560);
    view.show();
    view.setSubject(run.subject);
    run.answer(view);
    QTemporaryDir folder;
    const auto bytes = [&](const char* name) {
      QFile file(folder.filePath(name));
      return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    ViewExport* exporter = view.exporter();
    QVERIFY(!exporter->writePictureTo(folder.filePath("a.png"), PictureFormat::Png));
    QVERIFY(!exporter->writePictureTo(folder.filePath("a.svg"), PictureFormat::Svg));
    QVERIFY(!exporter->writePictureTo(folder.filePath("a.pdf"), PictureFormat::Pdf));
    QVERIFY(!exporter->writeCsvTo(folder.filePath("a.csv")));
    const QImage image = QImage::fromData(bytes("a.png"));
    QCOMPARE(image.size(), view.plot()->size() * 2);
    QVERIFY(bytes("a.svg").contains("<text"));
    QVERIFY(bytes("a.pdf").startsWith("%PDF"));
    const QList<QByteArray> lines = bytes("a.csv").trimmed().split('\n');
    QCOMPARE(lines[0], QByteArray("step,low,high,count"));
    qint64 sum = 0;
    for (qsizetype i = 1; i < lines.size(); ++i) sum += lines[i].split(',')[3].toLongLong();
    QCOMPARE(sum, 16); // 8 x 2 weights of the first layer
    QVERIFY(exporter->writeCsvTo("/no/such/folder/a.csv").has_value());
  }

  void attentionOfAnEarlierStepComesBackWithTheScrubber() {
    LookRun run("input 5 element=tokens | embedding 16 tokens=8 | position_embedding | attention 2 causal=true | dense 8 classes=auto | softmax_cross_entropy", "reverse");
    AttentionView view;
    view.resize(800, 560);
    view.show();
    view.setSubject(run.subject);
    std::vector<float> cells;
    for (int i = 0; i < 3; ++i) {
      run.answer(view);
      cells.push_back(view.kept().newest().value.layers[0].at(0, 3, 1));
      run.train(20);
    }
    QVERIFY(cells[0] != cells[2]);
    const auto shown = [&] { return static_cast<float>(view.map()->content().values[3 * 5 + 1]); };
    QCOMPARE(shown(), cells[2]);
    view.scrubber()->setFocus();
    QTest::keyClick(view.scrubber(), Qt::Key_Home);
    QCOMPARE(shown(), cells[0]);
    QVERIFY2(view.scrubberText().contains("step 0") && view.scrubberText().contains("0 to 40"), qPrintable(view.scrubberText()));
    QVERIFY(view.map()->content().masked[0 * 5 + 1] && !view.map()->content().masked[1 * 5 + 0]);
    QVERIFY(view.map()->content().ramp == HeatRamp::Probability);
    QCOMPARE(view.map()->content().scale, std::optional(1.0));
    QCOMPARE(view.map()->content().rowHeads.size(), 5);
    view.setSample(3); // maps of another sample do not belong beside these
    QVERIFY(!view.hasPicture());
    QCOMPARE(view.wish().attention, std::optional<std::int64_t>(3));
  }

  void whatIsKeptOfEarlierStepsIsBoundedAndGoesBackWithTheRun() {
    KeptSteps<int> kept;
    for (int step = 0; step < 1000; ++step) {
      kept.add(step, step, 10);
      QVERIFY(kept.size() <= 10);
      QCOMPARE(kept.newest().step, std::int64_t{step});
      QCOMPARE(kept.items().front().value, 0);
    }
    QVERIFY(kept.size() >= 4);
    kept.add(500, -1, 10);
    QCOMPARE(kept.newest().value, -1);
    for (std::size_t i = 1; i < kept.size(); ++i) QVERIFY(kept.items()[i].step > kept.items()[i - 1].step);
  }

  void aClickOnAPointShowsItsNearestOnes() {
    LookRun run("input 1 element=tokens | embedding 6 tokens=52 | flatten | dense 52 classes=auto | softmax_cross_entropy", "grammar");
    PointsView view;
    view.resize(900, 600);
    view.show();
    view.setSubject(run.subject);
    run.answer(view);
    QVERIFY(view.hasPicture());
    const WeightInfo& info = run.network().weightInfos()[0];
    QCOMPARE(view.map()->numbers.size(), static_cast<std::size_t>(info.def.shape[0]));
    const std::span<const float> own = run.network().weightsOf(info);
    QVERIFY(std::equal(own.begin(), own.end(), view.map()->table.begin()));
    QTest::mouseClick(view.plot(), Qt::LeftButton, {}, view.plot()->pixelOf(7).toPoint());
    QVERIFY(view.plot()->current().has_value());
    const int point = *view.plot()->current();
    QCOMPARE(view.neighbors().size(), PointsView::kNeighbors);
    double dot = 0, a = 0, b = 0;
    for (std::size_t i = 0; i < 6; ++i) {
      const double x = own[static_cast<std::size_t>(point) * 6 + i], y = own[static_cast<std::size_t>(view.neighbors()[0].row) * 6 + i];
      dot += x * y, a += x * x, b += y * y;
    }
    QVERIFY(std::abs(view.neighbors()[0].cosine - dot / std::sqrt(a * b)) < 1e-12);
    QTest::keyClick(view.plot(), Qt::Key_Right);
    QCOMPARE(*view.plot()->current(), (point + 1) % static_cast<int>(view.map()->numbers.size()));
  }

  void activationsOnTheMapAreThoseOfTheLayer() {
    LookRun run(kSpirals, "spirals");
    run.train(20);
    PointsView view;
    view.setSubject(run.subject);
    view.setSelected("relu1");
    run.answer(view);
    QVERIFY(view.hasPicture() && !view.map()->tokens);
    QCOMPARE(view.map()->node, NodeId("relu1"));
    TraceRequest request;
    request.spec = run.subject.spec;
    request.data = run.subject.data;
    request.weights = flatWeights(run.network());
    request.rows = {view.map()->numbers[5]};
    request.precision = Precision::Single;
    const Result<Trace> trace = traceStep(request);
    const std::vector<double>& values = trace->find("relu1.out")->values;
    for (std::size_t i = 0; i < values.size(); ++i) QVERIFY(std::abs(view.map()->table[5 * values.size() + i] - values[i]) < 1e-5);
  }

  void theLandscapeIsComputedInItsThreadAndCanBeStopped() {
    LookRun run(kSpirals, "spirals");
    LandscapeView view;
    view.resize(800, 560);
    view.show();
    view.setSubject(run.subject);
    QVERIFY(!view.computeButton()->isEnabled());
    for (int i = 0; i < 4; ++i) {
      run.answer(view);
      run.train(15);
    }
    run.answer(view);
    QCOMPARE(view.path().size(), std::size_t{5});
    QTest::mouseClick(view.computeButton(), Qt::LeftButton);
    QVERIFY(view.isComputing());
    QTest::mouseClick(view.computeButton(), Qt::LeftButton);
    QVERIFY(!view.isComputing());
    QTest::mouseClick(view.computeButton(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!view.isComputing() && view.hasPicture(), 60000);
    const Landscape& l = *view.plot()->landscape();
    QCOMPARE(l.path.size(), std::size_t{5});
    QCOMPARE(l.step, std::int64_t{60});
    QVERIFY(std::none_of(l.losses.begin(), l.losses.end(), [](float v) { return std::isnan(v); }));
    const double present = run.trainer->evaluate(Part::Train).loss;
    QVERIFY2(std::abs(l.loss(l.centerRow, l.centerColumn) - present) < 1e-6, qPrintable(QString("%1, evaluated %2").arg(l.loss(l.centerRow, l.centerColumn)).arg(present)));
    const QPointF at = view.plot()->pixelOf(0, 0);
    QTest::mouseMove(view.plot(), at.toPoint());
    QVERIFY2(view.plot()->placeText().startsWith("0.00, 0.00"), qPrintable(view.plot()->placeText()));
  }

  void aPathWithoutTwoDirectionsIsSaid() {
    LookRun run(kSpirals, "spirals");
    LandscapeView view;
    view.setSubject(run.subject);
    run.answer(view);
    view.compute();
    QTRY_VERIFY(!view.isComputing() && !view.message().isEmpty());
    QVERIFY(!view.hasPicture());
  }
};

QTEST_MAIN(TestTimeViews)
#include "test_time_views.moc"
