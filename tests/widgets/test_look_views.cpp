// The views that look inside a network: each number they show is computed here a second time, the slow way.
#include "engine/data/data_spec.h"
#include "widgets/common/key_button.h"
#include "widgets/common/theme_manager.h"
#include "widgets/plots/heat_map.h"
#include "widgets/views/look_pages.h"
#include "widgets/views/look_panel.h"
#include "widgets/views/map_grid.h"
#include "widgets/views/map_view.h"
#include "widgets/views/prober.h"
#include "widgets/common/segmented.h"
#include "widgets/common/slider_field.h"
#include "widgets/views/map_overlay.h"
#include "widgets/views/sample_stepper.h"
#include "widgets/views/saliency_view.h"
#include "widgets/views/side_job.h"
#include "widgets/views/ablation_view.h"
#include "widgets/views/threshold_view.h"
#include "widgets/views/unit_list.h"
#include "widgets/views/unit_plot.h"
#include "widgets/views/view_export.h"

#include <nlohmann/json.hpp>

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QImage>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <fstream>

using namespace glassbox;

namespace {

DatasetPtr dataOf(const std::string& source, PartShares shares = {0.0, 0.25}) {
  DataSpec spec;
  spec.source = source;
  spec.shares = shares;
  if (source == "digits") spec.params.set("images", std::int64_t{200});
  Result<DatasetPtr> data = load(spec, {});
  if (!data) throw std::runtime_error(english(data.error()));
  return *data;
}

ProbeSubject subjectOf(const std::string& line, DatasetPtr data) {
  Result<NetworkSpec> spec = parseLine(line);
  if (!spec) throw std::runtime_error(english(spec.error()));
  return {std::make_shared<const NetworkSpec>(*spec), std::move(data)};
}

Network compiled(const ProbeSubject& subject) {
  CompileOptions options;
  options.maxBatch = 1;
  options.training = false;
  options.kernelSet = subject.kernelSet;
  Result<Network> network = Network::compile(analyse(*subject.spec), options);
  if (!network) throw std::runtime_error(english(network.error()));
  return std::move(*network);
}

/// No two alike, both signs, not too large.
Buffer<float> weightsFor(const ProbeSubject& subject) {
  Network network = compiled(subject);
  Buffer<float> weights(network.weights().size());
  for (const WeightInfo& info : network.weightInfos())
    for (std::size_t i = 0; i < info.size; ++i)
      weights[info.offset + i] = static_cast<float>(std::sin(12.9898 * static_cast<double>(info.offset + i + 1)) / std::sqrt(static_cast<double>(std::max<std::int64_t>(1, info.def.fanIn))));
  return weights;
}

std::span<const float> weightOf(const ProbeSubject& subject, const Buffer<float>& weights, const std::string& name) {
  const Network network = compiled(subject);
  for (const WeightInfo& info : network.weightInfos())
    if (info.name == name) return std::span<const float>(weights).subspan(info.offset, info.size);
  throw std::runtime_error(name);
}

ProbeAnswer lookAt(const ProbeSubject& subject, std::span<const float> weights, const ProbeWish& wish) {
  Result<Prober> prober = Prober::create(subject);
  if (!prober) throw std::runtime_error(english(prober.error()));
  const std::atomic<bool> stop{false};
  std::optional<ProbeAnswer> answer = prober->look(weights, wish, ProbeCare::AtRest, theme(), stop);
  if (!answer) throw std::runtime_error("no answer");
  return std::move(*answer);
}

std::vector<float> sampleOf(const Dataset& data, std::int64_t row) {
  std::vector<float> x(static_cast<std::size_t>(data.inputs[0].type.shape.count()));
  data.inputs[0].read(row, x.data());
  return x;
}

std::vector<float> outputsOf(Network& network, const std::vector<float>& x) {
  const float* pointer = x.data();
  NetworkInput input;
  input.batch = 1;
  input.inputs = {&pointer, 1};
  input.mode = Mode::Inference;
  Team team;
  network.forward(input, team);
  return {network.output().begin(), network.output().end()};
}

double softmaxOf(const std::vector<float>& z, std::size_t k) {
  double sum = 0;
  for (const float v : z) sum += std::exp(static_cast<double>(v));
  return std::exp(static_cast<double>(z[k])) / sum;
}

const char* kConv = "input 1x28x28 | conv2d 4 kernel=3 relu | max_pool2d 2 | conv2d 3 kernel=3 relu | flatten | dense 10 | softmax_cross_entropy";

void show(LookPanel& panel, const ProbeSubject& subject, const QString& view) {
  panel.resize(760, 360);
  panel.setSubject(subject);
  panel.show();
  panel.setCurrent(view);
}

/// Gives a panel what its wish asks for, as the window does.
void answerTo(LookPanel& panel, const ProbeSubject& subject, std::span<const float> weights) {
  panel.setAnswer(std::make_shared<const ProbeAnswer>(lookAt(subject, weights, panel.wish())));
}

} // namespace

class TestLookViews : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { ThemeManager::ofApplication().setChoice(ThemeChoice::Light); }

  // ---- filters and feature maps --------------------------------------------------------------------------------------------

  void featureMapsAreTheConvolutionOfTheSample() {
    const ProbeSubject subject = subjectOf(kConv, dataOf("digits"));
    const Buffer<float> weights = weightsFor(subject);
    ProbeWish wish;
    wish.maps = MapWish{MapKind::Features, "conv2d1", 7};
    const MapSet maps = *lookAt(subject, weights, wish).maps;
    QCOMPARE(maps.count(), 4);
    QVERIFY(maps.height == 26 && maps.width == 26);
    const std::vector<float> x = sampleOf(*subject.data, 7);
    const auto w = weightOf(subject, weights, "conv2d1.weight"), b = weightOf(subject, weights, "conv2d1.bias");
    double largest = 0;
    for (int c = 0; c < 4; ++c)
      for (int row = 0; row < 26; ++row)
        for (int column = 0; column < 26; ++column) {
          double sum = b[static_cast<std::size_t>(c)];
          for (int i = 0; i < 9; ++i) sum += w[static_cast<std::size_t>(c * 9 + i)] * x[static_cast<std::size_t>((row + i / 3) * 28 + column + i % 3)];
          const float shown = maps.map(c)[row * 26 + column];
          QVERIFY2(std::abs(shown - sum) < 1e-5, qPrintable(QString("map %1 (%2, %3): %4, by hand %5").arg(c).arg(row).arg(column).arg(shown).arg(sum)));
          largest = std::max(largest, std::abs(sum));
        }
    QVERIFY(std::abs(maps.largest - largest) < 1e-5 && maps.negative);
  }

  void filtersAreTheWeights() {
    const ProbeSubject subject = subjectOf(kConv, dataOf("digits"));
    const Buffer<float> weights = weightsFor(subject);
    ProbeWish wish;
    wish.maps = MapWish{MapKind::Filters, "conv2d2", 0};
    const MapSet maps = *lookAt(subject, weights, wish).maps;
    const auto w = weightOf(subject, weights, "conv2d2.weight");
    QVERIFY(maps.groups == 3 && maps.perGroup == 4 && maps.height == 3 && maps.width == 3);
    QCOMPARE(maps.values, std::vector<float>(w.begin(), w.end()));
  }

  void mapsOverTimeAreOneChannelEach() {
    auto data = std::make_shared<Dataset>();
    data->inputs.resize(1);
    data->inputs[0].name = "x";
    data->inputs[0].type = {Shape{4, 1}, Element::Number};
    data->inputs[0].numbers = Buffer<float>(4);
    for (int t = 0; t < 4; ++t) data->inputs[0].numbers[static_cast<std::size_t>(t)] = static_cast<float>(t + 1);
    data->target.type = {Shape{1}, Element::Number};
    data->target.numbers = Buffer<float>(1);
    data->task = DataTask::Regression;
    data->train = 1;
    const ProbeSubject subject = subjectOf("input 4x1 | conv1d 2 kernel=2 | flatten | dense 1 | mse", data);
    const Buffer<float> weights = weightsFor(subject);
    ProbeWish wish;
    wish.maps = MapWish{MapKind::Features, "conv1d1", 0};
    const MapSet maps = *lookAt(subject, weights, wish).maps;
    QVERIFY(maps.count() == 2 && maps.height == 1 && maps.width == 3);
    const auto w = weightOf(subject, weights, "conv1d1.weight"), b = weightOf(subject, weights, "conv1d1.bias");
    for (int c = 0; c < 2; ++c)
      for (int t = 0; t < 3; ++t) {
        const float expected = b[static_cast<std::size_t>(c)] + w[static_cast<std::size_t>(2 * c)] * static_cast<float>(t + 1) + w[static_cast<std::size_t>(2 * c + 1)] * static_cast<float>(t + 2);
        QVERIFY2(std::abs(maps.map(c)[t] - expected) < 1e-5, qPrintable(QString("channel %1, time %2").arg(c).arg(t)));
      }
  }

  void aClickEnlargesAMapAndTheDiagramChoosesTheLayer() {
    const ProbeSubject subject = subjectOf(kConv, dataOf("digits"));
    const Buffer<float> weights = weightsFor(subject);
    LookPanel panel;
    show(panel, subject, "maps");
    auto* view = qobject_cast<FeatureMapView*>(panel.currentView());
    QVERIFY(view);
    QCOMPARE(view->node(), NodeId("conv2d1")); // the input's map is the sample itself
    panel.setSelected("conv2d2");
    QCOMPARE(view->node(), NodeId("conv2d2"));
    QVERIFY(panel.wish().maps && panel.wish().maps->node == "conv2d2");
    answerTo(panel, subject, weights);
    QVERIFY(view->hasPicture());
    QTest::mouseClick(view->grid(), Qt::LeftButton, {}, view->grid()->tileRect(2).center());
    const MapSet maps = *lookAt(subject, weights, panel.wish()).maps;
    const HeatMapContent& large = view->large()->content();
    QCOMPARE(large.rows, 11);
    QCOMPARE(large.values[60], static_cast<double>(maps.map(2)[60]));
    QCOMPARE(large.scale.value(), maps.largest); // both are on the layer's scale
    QTest::keyClick(view->grid(), Qt::Key_Left);
    QCOMPARE(view->large()->content().values[60], static_cast<double>(maps.map(1)[60]));
    const QImage picture = view->grid()->grab().toImage();
    const QRect tile = view->grid()->tileRect(0);
    QVERIFY2(picture.rect().contains(tile), "the first map is seen");

    const std::int64_t before = panel.sample();
    QTest::mouseClick(view->samples()->next(), Qt::LeftButton);
    QCOMPARE(panel.sample(), before + 1);
    QCOMPARE(panel.wish().maps->row, before + 1);
    const ProbeAnswer old = lookAt(subject, weights, [&] { ProbeWish w = panel.wish(); w.maps->row = before; return w; }());
    panel.setAnswer(std::make_shared<const ProbeAnswer>(old));
    QCOMPARE(view->large()->content().values[60], static_cast<double>(maps.map(1)[60])); // an answer about another sample changes nothing
  }

  // ---- saliency and occlusion ----------------------------------------------------------------------------------------------

  /// The engine's gradient is checked against PyTorch in test_look_inside; here against differences of the network that is seen.
  void saliencyIsTheSlopeOfTheLogit_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("data");
    QTest::addColumn<int>("of");
    QTest::newRow("a picture, one channel") << "input 1x28x28 | conv2d 4 kernel=3 tanh | flatten | dense 10 | softmax_cross_entropy" << "digits" << 3;
    QTest::newRow("a picture read as a flat list") << "input 784 | dense 12 tanh | dense 10 | softmax_cross_entropy" << "digits" << 5;
    QTest::newRow("three channels") << "input 3x32x32 | conv2d 2 kernel=3 tanh | flatten | dense 10 | softmax_cross_entropy" << "shapes" << 1;
    QTest::newRow("class 0 of two: the opposite of the logit") << "input 2 | dense 6 tanh | dense 1 | binary_cross_entropy" << "spirals" << 0;
  }
  void saliencyIsTheSlopeOfTheLogit() {
    QFETCH(QString, line);
    QFETCH(QString, data);
    QFETCH(int, of);
    const ProbeSubject subject = subjectOf(line.toStdString(), dataOf(data.toStdString()));
    const Buffer<float> weights = weightsFor(subject);
    ProbeWish wish;
    wish.saliency = SaliencyWish{3, of};
    const std::optional<Saliency> found = lookAt(subject, weights, wish).saliency;
    QVERIFY(found);
    QCOMPARE(found->of, of);
    Network network = compiled(subject);
    std::copy(weights.begin(), weights.end(), network.weights().begin());
    std::vector<float> x = sampleOf(*subject.data, 3);
    QCOMPARE(found->gradient.size(), x.size());
    const bool two = data == "spirals";
    const auto logit = [&] { return two ? -outputsOf(network, x)[0] : outputsOf(network, x)[static_cast<std::size_t>(of)]; };
    double largest = 0;
    for (const float g : found->gradient) largest = std::max<double>(largest, std::abs(g));
    QVERIFY(largest > 0);
    for (std::size_t i = 0; i < x.size(); i += std::max<std::size_t>(1, x.size() / 40)) {
      const float at = x[i], h = 1.0f / 64;
      x[i] = at + h;
      const double up = logit();
      x[i] = at - h;
      const double slope = (up - logit()) / (2 * h);
      x[i] = at;
      QVERIFY2(std::abs(slope - found->gradient[i]) < 5e-3 * largest, qPrintable(QString("input %1: slope %2, shown %3, largest %4").arg(i).arg(slope).arg(found->gradient[i]).arg(largest)));
    }
    if (data == "shapes") {
      QVERIFY(found->height == 32 && found->width == 32 && found->magnitude.size() == 1024);
      for (std::size_t i = 0; i < 1024; ++i)
        QCOMPARE(found->magnitude[i], std::max({std::abs(found->gradient[i]), std::abs(found->gradient[i + 1024]), std::abs(found->gradient[i + 2048])}));
    }
  }

  void occlusionIsTheDropUnderThePatch() {
    const ProbeSubject subject = subjectOf("input 784 | dense 12 tanh | dense 10 | softmax_cross_entropy", dataOf("digits"));
    const Buffer<float> weights = weightsFor(subject);
    const std::atomic<bool> stop{false};
    std::vector<double> told;
    const OcclusionWish wish{5, 2, 9, 4, PatchFill::Gray};
    const std::optional<Occlusion> found = computeOcclusion(subject, weights, wish, stop, [&](double share) { told.push_back(share); });
    QVERIFY(found && found->height == 28 && found->of == 2);
    QCOMPARE(patchPlaces(28, 9, 4), (std::vector<int>{0, 4, 8, 12, 16, 19})); // the last one ends at the border
    QCOMPARE(found->patches, std::int64_t{36});
    QVERIFY(!told.empty() && told.back() == 1.0 && std::is_sorted(told.begin(), told.end()));
    Network network = compiled(subject);
    std::copy(weights.begin(), weights.end(), network.weights().begin());
    const std::vector<float> x = sampleOf(*subject.data, 5);
    const double whole = softmaxOf(outputsOf(network, x), 2);
    QVERIFY(std::abs(whole - found->whole) < 1e-6);
    // Pixel (6, 21) lies under the patches that begin in rows 0 and 4 and in columns 16 and 19.
    double sum = 0;
    for (const int top : {0, 4})
      for (const int left : {16, 19}) {
        std::vector<float> covered = x;
        for (int row = top; row < top + 9; ++row) std::fill_n(covered.begin() + row * 28 + left, 9, 0.5f);
        sum += whole - softmaxOf(outputsOf(network, covered), 2);
      }
    QVERIFY2(std::abs(sum / 4 - found->drop[6 * 28 + 21]) < 1e-6, qPrintable(QString("by hand %1, shown %2").arg(sum / 4).arg(found->drop[6 * 28 + 21])));
    const std::atomic<bool> stopped{true};
    QVERIFY(!computeOcclusion(subject, weights, wish, stopped, [](double) {}));
  }

  void occlusionOfAFeatureIsItsMean() {
    const ProbeSubject subject = subjectOf("input 2 | dense 6 tanh | dense 1 | binary_cross_entropy", dataOf("spirals"));
    const Buffer<float> weights = weightsFor(subject);
    const std::atomic<bool> stop{false};
    const std::optional<Occlusion> found = computeOcclusion(subject, weights, {4, 1, 1, 1, PatchFill::Mean}, stop, [](double) {});
    QVERIFY(found && found->height == 0 && found->drop.size() == 2);
    Network network = compiled(subject);
    std::copy(weights.begin(), weights.end(), network.weights().begin());
    double mean = 0;
    for (std::int64_t row = 0; row < subject.data->train; ++row) mean += sampleOf(*subject.data, row)[1];
    mean /= static_cast<double>(subject.data->train);
    std::vector<float> x = sampleOf(*subject.data, 4);
    const auto probability = [&] { return 1 / (1 + std::exp(-static_cast<double>(outputsOf(network, x)[0]))); };
    const double whole = probability();
    x[1] = static_cast<float>(mean);
    QVERIFY2(std::abs(whole - probability() - found->drop[1]) < 1e-6, qPrintable(QString::number(found->drop[1])));
  }

  void theOcclusionMapComesByTheButtonAndGoesWithItsSettings() {
    const ProbeSubject subject = subjectOf(kConv, dataOf("digits"));
    const Buffer<float> weights = weightsFor(subject);
    LookPanel panel;
    show(panel, subject, "saliency");
    auto* view = qobject_cast<SaliencyView*>(panel.currentView());
    QVERIFY(view && panel.wish().saliency);
    answerTo(panel, subject, weights);
    QVERIFY(view->hasPicture());
    QCOMPARE(view->overlay()->content().values, view->saliency()->magnitude);
    const auto buttons = view->methods()->findChildren<QAbstractButton*>();
    QTest::mouseClick(buttons.at(1), Qt::LeftButton);
    QVERIFY(panel.wish().weights && !panel.wish().saliency);
    QVERIFY2(!view->button()->isEnabled(), "without weights there is nothing to run");
    ProbeAnswer answer;
    answer.atRest = true;
    answer.weights = std::make_shared<const Buffer<float>>(weights);
    panel.setAnswer(std::make_shared<const ProbeAnswer>(answer));
    QTest::mouseClick(view->button(), Qt::LeftButton);
    QVERIFY(view->job()->isRunning());
    QTRY_VERIFY(!view->job()->isRunning());
    QVERIFY(view->occlusion());
    QCOMPARE(view->overlay()->content().values, view->occlusion()->drop);
    QTest::mouseClick(view->button(), Qt::LeftButton);
    QTest::mouseClick(view->button(), Qt::LeftButton); // the same button stops it
    QVERIFY(!view->job()->isRunning());
    QTest::keyClick(view->patch()->slider(), Qt::Key_Right);
    QVERIFY2(!view->occlusion() && view->overlay()->content().values.empty(), "a map of another patch size is not shown");
  }

  // ---- precision and recall ------------------------------------------------------------------------------------------------

  void countsAtAThresholdAreNumpys() {
    const auto golden = nlohmann::json::parse(std::ifstream(GLASSBOX_SOURCE_DIR "/tests/golden/threshold.json"));
    PositiveScores scores;
    for (int i = 0; i < 300; ++i) {
      const float score = static_cast<float>((i * 37) % 64) / 64;
      scores.score.push_back(score);
      scores.positive.push_back(((i * 7) % 11 < 4) != (score > 0.6f));
    }
    for (const auto& row : golden["rows"]) {
      const double at = row["threshold"].get<double>();
      const ThresholdCounts counts = countsAt(scores, at);
      const QByteArray where = "threshold " + QByteArray::number(at);
      QVERIFY2(counts.tp == row["tp"] && counts.fp == row["fp"] && counts.fn == row["fn"] && counts.tn == row["tn"], where.constData());
      QVERIFY2(counts.precision().has_value() == !row["precision"].is_null(), where.constData());
      if (counts.precision()) QVERIFY2(std::abs(*counts.precision() - row["precision"].get<double>()) < 1e-12, where.constData());
      QVERIFY2(std::abs(counts.recall().value() - row["recall"].get<double>()) < 1e-12, where.constData());
      QVERIFY2(std::abs(counts.f1().value() - row["f1"].get<double>()) < 1e-12, where.constData());
      QVERIFY2(std::abs(counts.accuracy() - row["accuracy"].get<double>()) < 1e-12, where.constData());
    }
    const std::vector<ThresholdPoint> curve = thresholdCurve(scores);
    QCOMPARE(static_cast<int>(curve.size()), golden["distinct"].get<int>()); // equal scores are one point
    for (const ThresholdPoint& point : curve) {
      const ThresholdCounts counts = countsAt(scores, point.threshold);
      QVERIFY2(counts.tp == point.counts.tp && counts.fp == point.counts.fp && counts.fn == point.counts.fn && counts.tn == point.counts.tn, qPrintable(QString::number(point.threshold)));
    }
  }

  void theThresholdSliderCountsOneClassAgainstTheRest() {
    const ProbeSubject subject = subjectOf(kConv, dataOf("digits"));
    const Buffer<float> weights = weightsFor(subject);
    LookPanel panel;
    show(panel, subject, "threshold");
    auto* view = qobject_cast<ThresholdView*>(panel.currentView());
    QVERIFY(view);
    view->classes()->setFocus();
    QTest::keyClick(view->classes(), Qt::Key_Down);
    QCOMPARE(panel.wish().scores->of, 2);
    answerTo(panel, subject, weights);
    Network network = compiled(subject);
    std::copy(weights.begin(), weights.end(), network.weights().begin());
    view->slider()->slider()->setFocus();
    QTest::keyClick(view->slider()->slider(), Qt::Key_Home);
    ThresholdCounts all = view->counts();
    QVERIFY2(all.fn == 0 && all.tn == 0, "at threshold 0 all are called positive");
    view->slider()->field()->selectAll();
    QTest::keyClicks(view->slider()->field(), "0.11");
    QTest::keyClick(view->slider()->field(), Qt::Key_Return);
    QCOMPARE(view->threshold(), 0.11);
    ThresholdCounts expected;
    const RowRange test = rows(*subject.data, Part::Test);
    for (std::int64_t row = test.begin; row < test.end; ++row) {
      float truth = 0;
      subject.data->target.read(row, &truth);
      const bool called = softmaxOf(outputsOf(network, sampleOf(*subject.data, row)), 2) >= 0.11, positive = truth == 2;
      ++(positive ? (called ? expected.tp : expected.fn) : (called ? expected.fp : expected.tn));
    }
    QCOMPARE(view->table()->content().values, (std::vector<double>{double(expected.tp), double(expected.fn), double(expected.fp), double(expected.tn)}));
    // A click into the curve is a threshold too.
    const QRect plot = view->overThreshold()->plotRect();
    QTest::mouseClick(view->overThreshold(), Qt::LeftButton, {}, QPoint(plot.left() + plot.width() / 4, plot.center().y()));
    QVERIFY2(std::abs(view->threshold() - 0.25) < 0.01, qPrintable(QString::number(view->threshold())));
  }

  // ---- switching off -------------------------------------------------------------------------------------------------------

  void ablationIsTheEvaluationWithoutTheUnit() {
    const ProbeSubject subject = subjectOf("input 784 | dense 6 tanh | dense 10 | softmax_cross_entropy", dataOf("digits"));
    const Buffer<float> weights = weightsFor(subject);
    std::optional<Ablation> ablation = Ablation::create(subject, weights, Part::Test);
    QVERIFY(ablation);
    const std::atomic<bool> stop{false};
    const auto byHand = [&](int without) { // a neuron that nobody listens to
      Buffer<float> changed = weights;
      Network network = compiled(subject);
      for (const WeightInfo& info : network.weightInfos())
        for (int out = 0; without >= 0 && info.name == "dense2.weight" && out < 10; ++out) changed[info.offset + static_cast<std::size_t>(6 * out + without)] = 0;
      std::copy(changed.begin(), changed.end(), network.weights().begin());
      AblationScore score{0, 0.0, 0};
      const RowRange test = rows(*subject.data, Part::Test);
      for (std::int64_t row = test.begin; row < test.end; ++row, ++score.samples) {
        float truth = 0;
        subject.data->target.read(row, &truth);
        const std::vector<float> z = outputsOf(network, sampleOf(*subject.data, row));
        score.loss -= std::log(softmaxOf(z, static_cast<std::size_t>(truth)));
        *score.accuracy += std::max_element(z.begin(), z.end()) - z.begin() == static_cast<std::ptrdiff_t>(truth);
      }
      score.loss /= static_cast<double>(score.samples);
      *score.accuracy /= static_cast<double>(score.samples);
      return score;
    };
    for (const int unit : {-1, 0, 4}) {
      const UnitsOff off{"tanh1", {unit}};
      const std::optional<AblationScore> found = unit < 0 ? ablation->score({}, stop) : ablation->score({&off, 1}, stop);
      const AblationScore expected = byHand(unit);
      QCOMPARE(found->samples, expected.samples);
      QVERIFY2(std::abs(found->loss - expected.loss) < 1e-5, qPrintable(QString("unit %1: loss %2, by hand %3").arg(unit).arg(found->loss).arg(expected.loss)));
      QVERIFY2(std::abs(*found->accuracy - *expected.accuracy) < 1e-9, qPrintable(QString("unit %1: accuracy %2, by hand %3").arg(unit).arg(*found->accuracy).arg(*expected.accuracy)));
    }
    const std::atomic<bool> stopped{true};
    QVERIFY(!ablation->score({}, stopped));
  }

  void layersOfUnitsAreThoseBeforeTheAnswer() {
    const auto layers = ablationLayers(analyse(*subjectOf("input 1x28x28 | conv2d 4 kernel=3 | batch_norm | relu | flatten | dense 8 | relu | dense 10 | softmax_cross_entropy", nullptr).spec));
    QCOMPARE(static_cast<int>(layers.size()), 2);
    QVERIFY(layers[0].layer == "conv2d1" && layers[0].node == "conv2d1" && layers[0].units.count == 4);
    QVERIFY(layers[1].layer == "dense1" && layers[1].node == "relu2" && layers[1].units.count == 8); // off behind its activation
  }

  void unitsGoOffByClickAndAreRankedOneByOne() {
    const ProbeSubject subject = subjectOf("input 784 | dense 6 tanh | dense 10 | softmax_cross_entropy", dataOf("digits"));
    const Buffer<float> weights = weightsFor(subject);
    LookPanel panel;
    show(panel, subject, "ablation");
    auto* view = qobject_cast<AblationView*>(panel.currentView());
    QVERIFY(view && panel.wish().weights);
    ProbeAnswer answer;
    answer.atRest = true;
    answer.weights = std::make_shared<const Buffer<float>>(weights);
    panel.setAnswer(std::make_shared<const ProbeAnswer>(answer));
    QTRY_VERIFY(view->whole().has_value());
    QVERIFY(!view->without());
    QTest::mouseClick(view->list(), Qt::LeftButton, {}, view->list()->rowRect(2).center());
    QTRY_VERIFY(view->without().has_value());
    QTest::keyClick(view->list(), Qt::Key_Down);
    QTest::keyClick(view->list(), Qt::Key_Space);
    QTRY_VERIFY(view->without().has_value());
    std::optional<Ablation> ablation = Ablation::create(subject, weights, Part::Test);
    const std::atomic<bool> stop{false};
    const UnitsOff off{"tanh1", {2, 3}};
    QCOMPARE(view->without()->loss, ablation->score({&off, 1}, stop)->loss);
    QTest::mouseClick(view->allOnButton(), Qt::LeftButton);
    QTRY_VERIFY(!view->scoring()->isRunning());
    QVERIFY(!view->without());
    QTest::mouseClick(view->rankButton(), Qt::LeftButton);
    QTRY_VERIFY(!view->ranking()->isRunning());
    const std::vector<UnitRow>& rows = view->list()->rows();
    QCOMPARE(rows.size(), std::size_t{6});
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const UnitsOff alone{"tanh1", {rows[i].unit}};
      QCOMPARE(rows[i].loss.value(), ablation->score({&alone, 1}, stop)->loss - view->whole()->loss);
      QVERIFY2(i == 0 || *rows[i - 1].loss >= *rows[i].loss, "the most needed first");
    }
    const QList<QByteArray> lines = view->csv().trimmed().split('\n');
    QCOMPARE(lines.size(), 7);
    QCOMPARE(lines[0], QByteArray("unit,loss_change,accuracy_change"));
    QCOMPARE(lines[2].split(',')[0].toInt(), rows[1].unit + 1);
    QVERIFY(std::abs(lines[2].split(',')[1].toDouble() - *rows[1].loss) <= 1e-6 * std::abs(*rows[1].loss)); // as many digits as a number has in a table
  }

  // ---- export --------------------------------------------------------------------------------------------------------------

  void everyViewIsWrittenAsPictureAndAsTable_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<int>("rows");
    QTest::newRow("filters") << "filters" << QByteArray("map,row,column,value") << 4 * 9;
    QTest::newRow("maps") << "maps" << QByteArray("map,row,column,value") << 4 * 26 * 26;
    QTest::newRow("saliency") << "saliency" << QByteArray("row,column,value") << 28 * 28;
    QTest::newRow("threshold") << "threshold" << QByteArray("threshold,tp,fp,fn,tn,precision,recall,f1") << -1;
    QTest::newRow("confusion") << "confusion" << QByteArray("true,0,1,2,3,4,5,6,7,8,9") << 10;
  }

  void everyViewIsWrittenAsPictureAndAsTable() {
    QFETCH(QString, key);
    QFETCH(QByteArray, head);
    QFETCH(int, rows);
    const ProbeSubject subject = subjectOf(kConv, dataOf("digits"));
    const Buffer<float> weights = weightsFor(subject);
    LookPanel panel;
    show(panel, subject, key);
    const QList<ViewExport*> exporters = panel.currentView()->findChildren<ViewExport*>();
    QVERIFY(!exporters.isEmpty());
    for (ViewExport* exporter : exporters) { // before there is an answer there is nothing to write
      QMenu menu;
      exporter->fillMenu(menu);
      QVERIFY(!menu.actions().isEmpty());
      for (const QAction* action : menu.actions()) QVERIFY2(!action->isEnabled(), qPrintable(action->text()));
    }
    answerTo(panel, subject, weights);
    QTemporaryDir folder;
    for (ViewExport* exporter : exporters) {
      if (!qobject_cast<QWidget*>(exporter->parent())->isVisible()) continue; // bars, of what is no picture
      QMenu menu;
      exporter->fillMenu(menu);
      for (const QAction* action : menu.actions()) QVERIFY2(action->isEnabled() || action->isSeparator(), qPrintable(action->text()));
      QVERIFY(!exporter->writePictureTo(folder.filePath("a.png"), PictureFormat::Png));
      QVERIFY(!QImage(folder.filePath("a.png")).isNull());
      QVERIFY(!exporter->writeCsvTo(folder.filePath("a.csv")));
    }
    QVERIFY(!exporters.first()->writeCsvTo(folder.filePath("a.csv")));
    QFile file(folder.filePath("a.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    QCOMPARE(lines[0], head);
    if (rows >= 0) QCOMPARE(lines.size() - 1, rows);
    const ProbeAnswer answer = lookAt(subject, weights, panel.wish());
    if (key == "maps") {
      const QList<QByteArray> cells = lines[1 + 26 * 26 + 26 + 5].split(','); // second map, second row, sixth column
      QCOMPARE(cells.mid(0, 3), (QList<QByteArray>{"2", "2", "6"}));
      QCOMPARE(cells[3].toFloat(), answer.maps->map(1)[26 + 5]);
    } else if (key == "saliency") {
      QCOMPARE(lines[1 + 28 * 3 + 7].split(',').mid(0, 2), (QList<QByteArray>{"4", "8"}));
      QCOMPARE(lines[1 + 28 * 3 + 7].split(',')[2].toFloat(), answer.saliency->magnitude[28 * 3 + 7]);
    } else if (key == "threshold") {
      const std::vector<ThresholdPoint> curve = thresholdCurve(*answer.scores);
      QCOMPARE(lines.size() - 1, static_cast<qsizetype>(curve.size()));
      QCOMPARE(lines[3].split(',')[1].toLongLong(), curve[2].counts.tp);
    } else if (key == "confusion") {
      for (int truth = 0; truth < 10; ++truth) QCOMPARE(lines[1 + truth].split(',')[4].toLongLong(), answer.confusion->count(truth, 3));
    }
  }

  void theSurfaceIsWrittenPlaceByPlace() {
    const ProbeSubject subject = subjectOf("input 2 | dense 3 tanh | dense 1 | binary_cross_entropy", dataOf("xor"));
    const Buffer<float> weights = weightsFor(subject);
    SurfacePage page;
    page.resize(500, 400);
    page.setSubject(subject);
    QVERIFY(page.csv().isEmpty());
    const ProbeAnswer answer = lookAt(subject, weights, page.wish());
    page.setAnswer(answer);
    const QList<QByteArray> lines = page.csv().trimmed().split('\n');
    QCOMPARE(lines[0], QByteArray("x1,x2,output"));
    const int side = answer.surface->side;
    QCOMPARE(lines.size() - 1, static_cast<qsizetype>(side) * side);
    const QList<QByteArray> cells = lines[1 + 2 * side + 5].split(',');
    QCOMPARE(cells[0].toFloat(), static_cast<float>(answer.surface->x(5)));
    QCOMPARE(cells[1].toFloat(), static_cast<float>(answer.surface->y(2)));
    QCOMPARE(cells[2].toFloat(), answer.surface->at(2, 5)[0]);
  }
};

QTEST_MAIN(TestLookViews)
#include "test_look_views.moc"
