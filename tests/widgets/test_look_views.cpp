// The views that look inside a network: each number they show is computed here a second time, the slow way.
#include "engine/data/data_spec.h"
#include "widgets/common/key_button.h"
#include "widgets/common/theme_manager.h"
#include "widgets/plots/heat_map.h"
#include "widgets/views/look_panel.h"
#include "widgets/views/map_grid.h"
#include "widgets/views/map_view.h"
#include "widgets/views/prober.h"
#include "widgets/views/sample_stepper.h"

#include <QApplication>
#include <QComboBox>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

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

const char* kConv = "input 1x28x28 | conv2d 4 kernel=3 relu | max_pool2d 2 | conv2d 3 kernel=3 relu | flatten | dense 10 | softmax_cross_entropy";

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
    panel.resize(760, 360);
    panel.setSubject(subject);
    panel.show();
    panel.setCurrent("maps");
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
};

QTEST_MAIN(TestLookViews)
#include "test_look_views.moc"
