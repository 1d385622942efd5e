// Every array of a traced step against PyTorch's (tests/golden/make_trace.py): forward, all gradients and the update with its
// inner arrays, in float and in double.
#include <QTest>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "engine/trace/step_data.h"
#include "engine/train/optimizers.h"
#include "tests/support/small_nets.h"

using namespace glassbox;
using namespace glassbox::test;

namespace {

const nlohmann::json& golden() {
  static const nlohmann::json json = nlohmann::json::parse(std::ifstream(GLASSBOX_SOURCE_DIR "/tests/golden/trace.json"));
  return json;
}

DatasetPtr dataOf(const Analysis& analysis, std::int64_t rows) {
  auto data = std::make_shared<Dataset>();
  data->train = rows;
  Field x;
  x.type = analysis.nodes.at("input1").inference.outputs[0];
  x.numbers = Buffer<float>(static_cast<std::size_t>(rows * x.type.shape.count()));
  fillUniform(x.numbers, 11, 1);
  data->inputs.push_back(std::move(x));
  const TargetType& target = analysis.nodes.at(analysis.loss).target;
  data->target.type.shape = target.shape;
  data->target.numbers = Buffer<float>(static_cast<std::size_t>(rows * target.shape.count()));
  fillUniform(data->target.numbers, 12, 1);
  data->task = target.kind == TargetKind::Class ? DataTask::Classes : DataTask::Regression;
  if (target.kind == TargetKind::Class) {
    const auto classes = static_cast<float>(target.classes);
    for (std::size_t i = 0; i < data->target.numbers.size(); ++i) data->target.numbers[i] = std::min(std::floor(u01(12, static_cast<std::uint32_t>(i)) * classes), classes - 1);
    data->classNames = numberedNames("", target.classes);
  }
  finishHash(*data);
  return data;
}

/// The step of one case, with weights and state from the hash.
TraceRequest requestOf(const nlohmann::json& g) {
  TraceRequest request;
  request.spec = specOf(g["line"].get<std::string>());
  for (const auto& [key, value] : g["plan"].items()) request.plan.values.set(key, value.is_string() ? ParamValue(value.get<std::string>()) : ParamValue(value.get<double>()));
  const Analysis analysis = analyse(*request.spec);
  const auto rows = g["rows"].get<std::int64_t>();
  request.data = dataOf(analysis, rows);
  for (std::int64_t row = 0; row < rows; ++row) request.rows.push_back(row);
  request.step = 6;
  std::uint32_t seed = 100;
  for (const WeightPlace& place : weightPlaces(analysis)) {
    Buffer<float> w(place.size);
    fillUniform(w, seed++, 0.5f);
    const bool aroundOne = place.def.role == WeightRole::Gain || place.def.name == "running_var";
    for (float x : w) request.weights.push_back(static_cast<double>(x) + (aroundOne ? 1 : 0));
  }
  const auto states = static_cast<std::size_t>(findOptimizer(request.plan.values.words("optimizer"))->statePerWeight);
  for (std::size_t i = 0; i < states * request.weights.size(); ++i) request.optimizer.push_back(0.001 + 0.1 * static_cast<double>(u01(77, static_cast<std::uint32_t>(i))));
  return request;
}

}  // namespace

class TestTraceGolden : public QObject {
  Q_OBJECT

 private slots:
  void everyTracedArrayIsPyTorchs_data() {
    QTest::addColumn<int>("number");
    QTest::addColumn<bool>("single");
    for (std::size_t i = 0; i < golden().size(); ++i)
      for (const bool single : {false, true})
        QTest::newRow((golden()[i]["name"].get<std::string>() + (single ? ", float" : ", double")).c_str()) << static_cast<int>(i) << single;
  }
  void everyTracedArrayIsPyTorchs() {
    QFETCH(int, number);
    QFETCH(bool, single);
    const nlohmann::json& g = golden()[static_cast<std::size_t>(number)];
    TraceRequest request = requestOf(g);
    request.precision = single ? Precision::Single : Precision::Double;
    Result<Trace> trace = traceStep(request);
    QVERIFY2(trace.ok(), trace.ok() ? "" : english(trace.error()).c_str());
    int arrays = 0;
    for (const TraceEntry& entry : trace->entries) {
      QVERIFY2(g["arrays"].contains(entry.name), ("PyTorch's numbers lack " + entry.name).c_str());
      const auto theirs = g["arrays"][entry.name].get<std::vector<double>>();
      QCOMPARE(entry.values.size(), theirs.size());
      QCOMPARE(static_cast<std::int64_t>(theirs.size()), entry.shape.count());
      double largest = 0, farthest = 0;
      for (std::size_t i = 0; i < theirs.size(); ++i) {
        largest = std::max(largest, std::abs(theirs[i]));
        farthest = std::max(farthest, std::abs(theirs[i] - entry.values[i]));
      }
      const double allowed = (single ? 1e-5 : 1e-10) * largest;
      QVERIFY2(farthest <= allowed, qPrintable(QStringLiteral("%1: off by %2, allowed %3").arg(QString::fromStdString(entry.name)).arg(farthest).arg(allowed)));
      ++arrays;
    }
    QVERIFY2(arrays >= 40, qPrintable(QString::number(arrays)));
    for (const char* end : {".out", ".grad", ".weight.grad", ".weight.delta", ".weight.new"})
      QVERIFY2(trace->find(std::string("dense1") + end), end);
  }
};

QTEST_APPLESS_MAIN(TestTraceGolden)
#include "test_trace_golden.moc"
