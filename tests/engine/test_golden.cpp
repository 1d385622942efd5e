// PyTorch's numbers for what depends on more than input and weights (tests/golden/make_data_layers.py): statistics of the data, chance,
// masks, several inputs. And the list of what has golden numbers: no layer, loss or optimizer may be without.
#include <QDir>
#include <QTest>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "engine/train/optimizers.h"
#include "tests/support/small_nets.h"

using namespace glassbox;
using namespace glassbox::test;

namespace {

const QString kFolder = QStringLiteral(GLASSBOX_SOURCE_DIR "/tests/golden/");

nlohmann::json read(const QString& name) { return nlohmann::json::parse(std::ifstream((kFolder + name).toStdString())); }

const nlohmann::json& golden() {
  static const nlohmann::json json = read(QStringLiteral("data_layers.json"));
  return json;
}

/// Inputs uni(seed + 50 k), targets by seed + 1, mask by seed + 2.
DatasetPtr dataOf(const nlohmann::json& g, const Analysis& analysis) {
  auto data = std::make_shared<Dataset>();
  const auto rows = g["rows"].get<std::int64_t>();
  const auto seed = g["seed"].get<std::uint32_t>();
  data->train = rows;
  for (const NodeId& id : analysis.inputs) {
    Field x;
    x.name = id;
    x.type = analysis.nodes.at(id).inference.outputs[0];
    x.numbers = Buffer<float>(static_cast<std::size_t>(rows * x.type.shape.count()));
    fillUniform(x.numbers, seed + 50 * static_cast<std::uint32_t>(data->inputs.size()), 1);
    data->inputs.push_back(std::move(x));
  }
  const TargetType& target = analysis.nodes.at(analysis.loss).target;
  data->target.type.shape = target.shape;
  data->target.numbers = Buffer<float>(static_cast<std::size_t>(rows * target.shape.count()));
  for (std::size_t i = 0; i < data->target.numbers.size(); ++i) {
    const float u = u01(seed + 1, static_cast<std::uint32_t>(i)), classes = static_cast<float>(target.classes);
    data->target.numbers[i] = target.kind == TargetKind::Class ? std::min(std::floor(u * classes), classes - 1) : target.kind == TargetKind::Binary ? (u > 0.5f ? 1.0f : 0.0f) : 2 * u - 1;
  }
  if (g["masked"].get<bool>()) {
    data->mask.type.shape = target.shape;
    data->mask.numbers = Buffer<float>(data->target.numbers.size());
    for (std::size_t i = 0; i < data->mask.numbers.size(); ++i) data->mask.numbers[i] = u01(seed + 2, static_cast<std::uint32_t>(i)) > 0.4f ? 1.0f : 0.0f;
  }
  data->task = target.kind == TargetKind::Class ? DataTask::Classes : target.kind == TargetKind::Binary ? DataTask::Binary : DataTask::Regression;
  if (target.kind != TargetKind::Numbers) data->classNames = numberedNames("", target.kind == TargetKind::Binary ? 2 : target.classes);
  finishHash(*data);
  return data;
}

void compare(std::span<const float> values, const nlohmann::json& want, double floor, const std::string& what) {
  Buffer<float> factors(values.size());
  fillUniform(factors, 777, 1);
  double squares = 0, product = 0;
  for (std::size_t i = 0; i < values.size(); ++i) squares += static_cast<double>(values[i]) * values[i], product += static_cast<double>(values[i]) * factors[i];
  const double norm = want["norm"], allowed = 2e-5 * norm + floor;
  QVERIFY2(std::abs(std::sqrt(squares) - norm) <= allowed && std::abs(product - want["product"].get<double>()) <= allowed,
           qPrintable(QStringLiteral("%1: norm %2, product %3, PyTorch %4, %5").arg(QString::fromStdString(what)).arg(std::sqrt(squares)).arg(product).arg(norm).arg(want["product"].get<double>())));
}

/// Every object of a golden file that has a network and ten losses.
template<class F> void eachCase(const nlohmann::json& json, const F& f) {
  if (json.is_object() && json.contains("line") && json.contains("losses") && json["losses"].size() == 10 && (json.contains("gradients") || json.contains("gradient_norms"))) f(json);
  else if (json.is_structured())
    for (const nlohmann::json& inner : json) eachCase(inner, f);
}

}  // namespace

class TestGolden : public QObject {
  Q_OBJECT

 private slots:
  void numbersAgreeWithPyTorch_data() {
    QTest::addColumn<int>("number");
    for (std::size_t i = 0; i < golden().size(); ++i) QTest::newRow(golden()[i]["name"].get<std::string>().c_str()) << static_cast<int>(i);
  }
  void numbersAgreeWithPyTorch() {
    QFETCH(int, number);
    const nlohmann::json& g = golden()[static_cast<std::size_t>(number)];
    const auto seed = g["seed"].get<std::uint32_t>();
    RunSetup setup;
    setup.spec = specOf(g["line"]);
    setup.data = dataOf(g, analyse(*setup.spec));
    for (const auto& [key, value] : g["plan"].items()) setup.plan.values.set(key, value.is_string() ? ParamValue(value.get<std::string>()) : ParamValue(value.get<double>()));
    setup.plan.values.set("batch", g["batch"].get<std::int64_t>());
    setup.plan.values.set("shuffle", false);
    auto trainer = makeTrainer(std::move(setup));
    Network& network = trainer->network();
    std::uint32_t t = 0;
    for (const WeightInfo& info : network.weightInfos())
      if (info.trained) fillUniform(network.weightsOf(info), seed + 10 + t++, static_cast<float>(1 / std::sqrt(static_cast<double>(info.def.fanIn))));
    trainer->runSteps(1);
    trainer->waitUntilIdle();
    compare(network.output(), g["output"], 1e-7, "output");
    if (QTest::currentTestFailed()) return;
    std::size_t i = 0;
    for (const WeightInfo& info : network.weightInfos()) {
      if (!info.trained) continue;
      compare(network.gradientsOf(info), g["gradients"][i++], 1e-7, info.name);
      if (QTest::currentTestFailed()) return;
    }
    QCOMPARE(i, g["gradients"].size());
    trainer->runSteps(9);
    trainer->waitUntilIdle();
    const std::vector<StepPoint> points = takePoints(*trainer);
    QCOMPARE(points.size(), std::size_t{10});
    for (std::size_t step = 0; step < 10; ++step) {
      const double want = g["losses"][step];
      QVERIFY2(std::abs(points[step].loss.sum - want) <= 2e-5 * std::max(1.0, want), qPrintable(QStringLiteral("step %1: %2, PyTorch %3").arg(step).arg(points[step].loss.sum).arg(want)));
    }
    i = 0;
    for (const WeightInfo& info : network.weightInfos())
      if (info.trained) compare(network.weightsOf(info), g["last_weights"][i++], 1e-6, info.name);
  }

  void everyLayerLossAndOptimizerHasGoldenNumbers() {
    std::set<std::string> keys, optimizers;
    int cases = 0;
    for (const QString& name : QDir(kFolder).entryList({QStringLiteral("*.json")}))
      eachCase(read(name), [&](const nlohmann::json& g) {
        ++cases;
        const Result<NetworkSpec> spec = parseLine(g["line"].get<std::string>());
        QVERIFY2(spec.ok(), g["line"].get<std::string>().c_str());
        for (const NodeSpec& node : spec->nodes) keys.insert(node.key);
        const nlohmann::json& plan = g.contains("plan") ? g["plan"] : g;
        optimizers.insert(plan.value("optimizer", std::string("sgd")));
      });
    QVERIFY2(cases >= 120, qPrintable(QString::number(cases)));
    for (const LayerDef* def : allLayers()) QVERIFY2(keys.count(def->key), def->key.c_str());
    for (const LossDef* def : allLosses()) QVERIFY2(keys.count(def->key), def->key.c_str());
    for (const OptimizerDef& def : allOptimizers()) QVERIFY2(optimizers.count(def.key), def.key.c_str());
  }
};

QTEST_APPLESS_MAIN(TestGolden)
#include "test_golden.moc"
