// Convolutions, pooling and batch norm: PyTorch's numbers, kernels of every instruction set against plain loops, sentences for what does not fit.
#include <QTest>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>

#include "engine/graph/network.h"
#include "engine/graph/spec_edit.h"
#include "engine/io/templates.h"
#include "engine/kernels/cpu.h"
#include "tests/support/small_nets.h"

using namespace glassbox;
using namespace glassbox::test;

namespace {

const nlohmann::json& golden() {
  static const nlohmann::json json = nlohmann::json::parse(std::ifstream(GLASSBOX_SOURCE_DIR "/tests/golden/conv.json"));
  return json;
}

/// A tensor's norm and its product with hashed numbers, as make_conv.py has them.
struct Marks {
  double norm = 0, product = 0;
};
Marks marksOf(std::span<const float> values) {
  Marks m;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double x = static_cast<double>(values[i]);
    m.norm += x * x;
    m.product += x * static_cast<double>(2 * u01(7, static_cast<std::uint32_t>(i)) - 1);
  }
  m.norm = std::sqrt(m.norm);
  return m;
}

/// Empty when they agree; `floor` is what may remain of numbers that cancel.
QByteArray differs(const std::string& what, std::span<const float> got, const nlohmann::json& want, double tolerance, double floor) {
  const Marks m = marksOf(got);
  const double norm = want[0], product = want[1], allowed = tolerance * norm + floor;
  if (std::abs(m.norm - norm) <= allowed && std::abs(m.product - product) <= allowed) return {};
  return QByteArray::fromStdString(what) + ": norm " + QByteArray::number(m.norm, 'g', 9) + " product " + QByteArray::number(m.product, 'g', 9) + ", PyTorch " +
         QByteArray::number(norm, 'g', 9) + " " + QByteArray::number(product, 'g', 9);
}

void setWeights(Network& network, std::uint32_t seed) {
  for (const WeightInfo& info : network.weightInfos()) {
    const std::span<float> w = network.weightsOf(info);
    const bool ofNorm = info.name.rfind("batch_norm", 0) == 0;
    if (info.def.role != WeightRole::Statistic) fillUniform(w, seed, ofNorm ? 0.5f : static_cast<float>(1 / std::sqrt(static_cast<double>(info.def.fanIn))));
    if (info.def.role == WeightRole::Gain)
      for (float& x : w) x += 1;
    ++seed;
  }
}

RunSetup setupFor(const nlohmann::json& g) {
  RunSetup setup;
  setup.spec = specOf(g["line"]);
  const Shape shape = analyse(*setup.spec).nodes.at("input1").inference.outputs[0].shape;
  setup.data = hashedData(g["rows"], shape, g["loss"], g["outputs"], g["seed"]);
  setup.plan.values = {{"optimizer", g["optimizer"].get<std::string>()}, {"rate", g["rate"].get<double>()}, {"batch", g["batch"].get<std::int64_t>()}, {"shuffle", false}};
  if (g["optimizer"] == "momentum") setup.plan.values.set("momentum", 0.9);
  return setup;
}

std::vector<KernelSet> runnableSets() {
  std::vector<KernelSet> sets;
  for (const KernelSet set : {KernelSet::v2, KernelSet::v3, KernelSet::v4})
    if (canRun(set)) sets.push_back(set);
  return sets;
}

constexpr std::size_t kGuard = 37;

/// n numbers between guards of NaN, at an odd place.
struct Guarded {
  std::size_t n;
  std::vector<float> memory;
  Guarded(Index count, unsigned seed) : n(static_cast<std::size_t>(count)), memory(n + 2 * kGuard, std::numeric_limits<float>::quiet_NaN()) {
    std::mt19937 random(seed);
    for (std::size_t i = 0; i < n; ++i) memory[kGuard + i] = seed ? static_cast<float>(random() / 2147483648.0 - 1) : std::numeric_limits<float>::quiet_NaN();
  }
  float* data() { return memory.data() + kGuard; }
  const float* data() const { return memory.data() + kGuard; }
  bool guardsHold() const {
    for (std::size_t i = 0; i < kGuard; ++i)
      if (!std::isnan(memory[i]) || !std::isnan(memory[kGuard + n + i])) return false;
    return true;
  }
};

/// Largest distance, as a share of the largest number; infinite when one is not a number and the other is.
double apart(const Guarded& a, const Guarded& b) {
  double most = 0, scale = 1e-6;
  for (std::size_t i = 0; i < a.n; ++i) {
    if (std::isnan(a.data()[i]) || std::isnan(b.data()[i])) return std::isnan(a.data()[i]) && std::isnan(b.data()[i]) ? 0 : 1e30;
    most = std::max(most, std::abs(static_cast<double>(a.data()[i]) - static_cast<double>(b.data()[i])));
    scale = std::max(scale, std::abs(static_cast<double>(b.data()[i])));
  }
  return most / scale;
}

struct ConvCase {
  const char* name;
  ConvShape s;
  Index batch;
};

ConvShape conv(Index c, Index h, Index w, Index o, Index kh, Index kw, Index sh = 1, Index sw = 1, Index ph = 0, Index pw = 0, Index dh = 1, Index dw = 1, bool last = false) {
  return {c, h, w, o, (h + 2 * ph - (kh - 1) * dh - 1) / sh + 1, (w + 2 * pw - (kw - 1) * dw - 1) / sw + 1, kh, kw, sh, sw, ph, pw, dh, dw, last};
}

const ConvCase kConvs[] = {
    {"1x1 of everything", conv(1, 1, 1, 1, 1, 1), 1},
    {"one sample in bands", conv(2, 13, 9, 3, 3, 3), 1},
    {"three samples in bands", conv(3, 11, 10, 7, 3, 5), 3},
    {"LeNet's first", conv(3, 32, 32, 6, 5, 5), 5},
    {"LeNet's second", conv(6, 14, 14, 16, 5, 5), 16},
    {"more samples than lanes", conv(2, 6, 5, 4, 3, 2), 37},
    {"stride 2, padding", conv(5, 9, 8, 9, 3, 3, 2, 2, 1, 1), 7},
    {"stride 3x2, dilation 2x3", conv(3, 15, 14, 5, 3, 2, 3, 2, 2, 1, 2, 3), 6},
    {"stride beyond the kernel", conv(2, 10, 11, 3, 2, 1, 4, 3, 1, 0), 5},
    {"much padding", conv(2, 3, 3, 2, 2, 2, 1, 1, 4, 3), 4},
    {"tall and narrow", conv(4, 40, 1, 11, 7, 1), 2},
    {"flat and wide", conv(4, 1, 75, 10, 1, 4), 3},
    {"many channels", conv(33, 6, 6, 35, 3, 3, 1, 1, 1, 1), 9},
    {"many channels, 1x1", conv(70, 4, 4, 13, 1, 1), 18},
    {"kernel as large as the picture", conv(8, 5, 6, 12, 5, 6), 21},
    {"a sequence", conv(5, 17, 1, 9, 4, 1, 2, 1, 3, 0, 2, 1, true), 6},
    {"a sequence of one step", conv(19, 1, 1, 3, 1, 1, 1, 1, 0, 0, 1, 1, true), 20},
};

/// Calls work(part) for parts that together cover all rows: bands of a third of the rows, cut in two once more.
template<class F> void forParts(Index lanes, Index batch, Index height, Index unit, const F& work) {
  const Index bandRows = ((height + 2) / 3 + unit - 1) / unit * unit, bands = (height + bandRows - 1) / bandRows, middle = bandRows / 2 / unit * unit;
  for (Index first = 0; first < batch * bands; first += lanes)
    for (const auto& [begin, end] : {std::pair{Index{0}, middle}, std::pair{middle, bandRows}})
      if (begin < end) work(ConvPart{bands, bandRows, first, std::min(lanes, batch * bands - first), begin, end});
}

struct PoolCase {
  const char* name;
  PoolShape s;
};
PoolShape pool(Index planes, Index h, Index w, Index kh, Index kw, Index sh, Index sw, Index ph = 0, Index pw = 0) {
  return {planes, h, w, (h + 2 * ph - kh) / sh + 1, (w + 2 * pw - kw) / sw + 1, kh, kw, sh, sw, ph, pw};
}
const PoolCase kPools[] = {
    {"2x2", pool(3, 4, 4, 2, 2, 2, 2)},          {"2x2 of odd sizes", pool(2, 7, 9, 2, 2, 2, 2)},     {"2x2, 33 wide", pool(2, 6, 67, 2, 2, 2, 2)},
    {"2x2, 32 wide", pool(1, 4, 64, 2, 2, 2, 2)}, {"3x3 stride 2 padded", pool(2, 28, 27, 3, 3, 2, 2, 1, 1)}, {"3x3 stride 1", pool(2, 9, 40, 3, 3, 1, 1)},
    {"1x5 stride 3", pool(2, 3, 58, 1, 5, 1, 3)}, {"whole picture", pool(4, 5, 6, 5, 6, 5, 6)},          {"4x4 padded by 2", pool(1, 6, 19, 4, 4, 1, 2, 2, 2)},
    {"2x2 stride 1", pool(2, 5, 18, 2, 2, 1, 1)}, {"one pixel", pool(3, 1, 1, 1, 1, 1, 1)},
};

}  // namespace

class TestConv : public QObject {
  Q_OBJECT

 private slots:
  void numbersAgreeWithPyTorch_data() {
    QTest::addColumn<int>("number");
    for (std::size_t i = 0; i < golden().size(); ++i) QTest::newRow(golden()[i]["name"].get<std::string>().c_str()) << static_cast<int>(i);
  }
  void numbersAgreeWithPyTorch() {
    QFETCH(int, number);
    const nlohmann::json& g = golden()[static_cast<std::size_t>(number)];
    const RunSetup setup = setupFor(g);
    for (const KernelSet set : runnableSets()) {
      CompileOptions options;
      options.maxBatch = g["batch"].get<int>();
      options.kernelSet = set;
      Result<Network> network = Network::compile(analyse(*setup.spec), options);
      QVERIFY(network.ok());
      network->keepAll(true);
      for (const WeightInfo& info : network->weightInfos())
        if (info.def.name == "running_var") std::ranges::fill(network->weightsOf(info), 1.0f);
      setWeights(*network, g["seed"].get<std::uint32_t>() + 10);
      const float* x = setup.data->inputs[0].numbers.data();
      NetworkInput input;
      input.batch = options.maxBatch;
      input.inputs = {&x, 1};
      input.target = setup.data->target.numbers.data();
      Team alone;
      QVERIFY(std::abs(network->forward(input, alone) - g["losses"][0].get<double>()) < 1e-5);
      network->backward(alone);
      QCOMPARE(differs("output", network->output(), g["output"], 1e-5, 0), QByteArray());
      const auto count = static_cast<std::size_t>(options.maxBatch * setup.data->inputs[0].type.shape.count());
      QCOMPARE(differs("input gradient", {network->gradientOf("input1"), count}, g["input_gradient"], 1e-5, 1e-7), QByteArray());
      std::size_t i = 0;
      for (const WeightInfo& info : network->weightInfos())
        if (info.trained) QCOMPARE(differs(info.name, network->gradientsOf(info), g["gradients"][i++], 2e-5, 2e-7), QByteArray());
      QCOMPARE(i, g["gradients"].size());
    }
  }

  void trainingAgreesWithPyTorch_data() { numbersAgreeWithPyTorch_data(); }
  void trainingAgreesWithPyTorch() {
    QFETCH(int, number);
    const nlohmann::json& g = golden()[static_cast<std::size_t>(number)];
    const RunSetup setup = setupFor(g);
    auto trainer = makeTrainer(setup);
    setWeights(trainer->network(), g["seed"].get<std::uint32_t>() + 10);
    trainer->runSteps(10);
    trainer->waitUntilIdle();
    const std::vector<StepPoint> points = takePoints(*trainer);
    QCOMPARE(points.size(), std::size_t{10});
    for (std::size_t step = 0; step < 10; ++step) {
      const double want = g["losses"][step];
      QVERIFY2(std::abs(points[step].loss.sum - want) <= 2e-5 * std::max(1.0, want), qPrintable(QStringLiteral("step %1: %2, PyTorch %3").arg(step).arg(points[step].loss.sum).arg(want)));
    }
    std::size_t i = 0;
    for (const WeightInfo& info : trainer->network().weightInfos())
      QCOMPARE(differs(info.name, trainer->network().weightsOf(info), g["last_weights"][i++], 5e-5, 5e-5), QByteArray());
    const float* x = setup.data->inputs[0].numbers.data();
    NetworkInput input;
    input.batch = g["batch"].get<int>();
    input.inputs = {&x, 1};
    input.mode = Mode::Inference;
    Team alone;
    trainer->network().forward(input, alone);
    QCOMPARE(differs("inference", trainer->network().output(), g["inference"], 1e-4, 1e-5), QByteArray());
  }

  void everyInstructionSetConvolvesLikePlainLoops_data() {
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("set");
    for (std::size_t i = 0; i < std::size(kConvs); ++i)
      for (const KernelSet set : runnableSets()) QTest::addRow("%s, %s", name(set), kConvs[i].name) << static_cast<int>(i) << static_cast<int>(set);
  }
  void everyInstructionSetConvolvesLikePlainLoops() {
    QFETCH(int, number);
    QFETCH(int, set);
    const ConvCase& c = kConvs[number];
    const ConvShape& s = c.s;
    const ConvKernels &fast = kernels(static_cast<KernelSet>(set)).conv, &plain = plainConv();
    Guarded x(c.batch * s.inSize(), 1), w(s.outChannels * s.taps(), 2), bias(s.outChannels, 3), dy(c.batch * s.outSize(), 4);
    Guarded y(c.batch * s.outSize(), 0), yPlain = y, dx(c.batch * s.inSize(), 0), dxPlain = dx, dw(s.outChannels * s.taps(), 5), dwPlain = dw, db(s.outChannels, 6), dbPlain = db;
    Guarded scratch(fast.scratch(s, s.outHeight, (s.inHeight + s.strideH - 1) / s.strideH * s.strideH), 0);
    for (const Activation act : {Activation::None, Activation::Relu, Activation::Sigmoid, Activation::Tanh}) {
      forParts(fast.lanes, c.batch, s.outHeight, 1, [&](const ConvPart& part) { fast.forward(s, part, x.data(), w.data(), bias.data(), act, y.data(), scratch.data()); });
      forParts(plain.lanes, c.batch, s.outHeight, 1, [&](const ConvPart& part) { plain.forward(s, part, x.data(), w.data(), bias.data(), act, yPlain.data(), nullptr); });
      QVERIFY2(apart(y, yPlain) < 1e-5, qPrintable(QString::number(apart(y, yPlain))));
    }
    forParts(fast.lanes, c.batch, s.inHeight, s.strideH, [&](const ConvPart& part) { fast.backwardInput(s, part, dy.data(), w.data(), dx.data(), scratch.data()); });
    forParts(plain.lanes, c.batch, s.inHeight, s.strideH, [&](const ConvPart& part) { plain.backwardInput(s, part, dy.data(), w.data(), dxPlain.data(), nullptr); });
    QVERIFY2(apart(dx, dxPlain) < 1e-5, qPrintable(QString::number(apart(dx, dxPlain))));
    const Index middle = s.outChannels / 2;
    for (const auto& range : {std::pair{Index{0}, middle}, std::pair{middle, s.outChannels}}) {
      const Index begin = range.first, end = range.second;
      if (begin == end) continue;
      forParts(fast.lanes, c.batch, s.outHeight, 1, [&](const ConvPart& part) { fast.backwardWeights(s, part, begin, end, x.data(), dy.data(), dw.data(), db.data(), scratch.data()); });
      forParts(plain.lanes, c.batch, s.outHeight, 1, [&](const ConvPart& part) { plain.backwardWeights(s, part, begin, end, x.data(), dy.data(), dwPlain.data(), dbPlain.data(), nullptr); });
    }
    QVERIFY2(apart(dw, dwPlain) < 5e-6 && apart(db, dbPlain) < 5e-6, qPrintable(QStringLiteral("%1 %2").arg(apart(dw, dwPlain)).arg(apart(db, dbPlain))));
    // A bias is added as the first number of a sum: without one it is a bias of 0, and dw does not depend on whether db is asked for.
    std::fill_n(bias.data(), bias.n, 0.0f);
    Guarded alone(s.outChannels * s.taps(), 5), dwAgain = alone;
    forParts(fast.lanes, c.batch, s.outHeight, 1, [&](const ConvPart& part) { fast.forward(s, part, x.data(), w.data(), bias.data(), Activation::None, y.data(), scratch.data()); });
    forParts(fast.lanes, c.batch, s.outHeight, 1, [&](const ConvPart& part) { fast.forward(s, part, x.data(), w.data(), nullptr, Activation::None, yPlain.data(), scratch.data()); });
    QCOMPARE(apart(y, yPlain), 0.0);
    forParts(fast.lanes, c.batch, s.outHeight, 1, [&](const ConvPart& part) { fast.backwardWeights(s, part, 0, s.outChannels, x.data(), dy.data(), alone.data(), nullptr, scratch.data()); });
    forParts(fast.lanes, c.batch, s.outHeight, 1, [&](const ConvPart& part) { fast.backwardWeights(s, part, 0, s.outChannels, x.data(), dy.data(), dwAgain.data(), db.data(), scratch.data()); });
    QCOMPARE(apart(alone, dwAgain), 0.0);
    for (const Guarded* g : {&x, &w, &bias, &dy, &y, &dx, &dw, &db, &scratch, &alone, &yPlain}) QVERIFY(g->guardsHold());
  }

  void everyInstructionSetPoolsLikePlainLoops_data() {
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("set");
    for (std::size_t i = 0; i < std::size(kPools); ++i)
      for (const KernelSet set : runnableSets()) QTest::addRow("%s, %s", name(set), kPools[i].name) << static_cast<int>(i) << static_cast<int>(set);
  }
  void everyInstructionSetPoolsLikePlainLoops() {
    QFETCH(int, number);
    QFETCH(int, set);
    const PoolShape& s = kPools[number].s;
    const PoolKernels &fast = kernels(static_cast<KernelSet>(set)).pool, &plain = plainPool();
    const Index in = s.planes * s.inHeight * s.inWidth, out = s.planes * s.outHeight * s.outWidth;
    Guarded x(in, 1), dy(out, 2), y(out, 0), yPlain = y, dx(in, 0), dxPlain = dx;
    for (std::size_t i = 0; i < x.n; ++i) x.data()[i] = std::round(x.data()[i] * 4);  // many ties
    fast.maxForward(s, x.data(), y.data());
    plain.maxForward(s, x.data(), yPlain.data());
    QCOMPARE(apart(y, yPlain), 0.0);
    fast.maxBackward(s, x.data(), y.data(), dy.data(), dx.data());
    plain.maxBackward(s, x.data(), yPlain.data(), dy.data(), dxPlain.data());
    QVERIFY(apart(dx, dxPlain) < 1e-6);
    fast.averageForward(s, x.data(), y.data());
    plain.averageForward(s, x.data(), yPlain.data());
    QVERIFY(apart(y, yPlain) < 1e-6);
    fast.averageBackward(s, dy.data(), dx.data());
    plain.averageBackward(s, dy.data(), dxPlain.data());
    QVERIFY(apart(dx, dxPlain) < 1e-6);
    for (const Guarded* g : {&x, &dy, &y, &dx}) QVERIFY(g->guardsHold());
  }

  void theFirstOfEqualNumbersGetsTheGradient() {
    const PoolShape s = pool(1, 4, 4, 2, 2, 2, 2);
    const float x[16] = {1, 1, 2, 3, 1, 1, 3, 3, 0, 5, 7, 7, 5, 5, 7, 7}, dy[4] = {10, 20, 30, 40};
    const float want[16] = {10, 0, 0, 20, 0, 0, 0, 0, 0, 30, 40, 0, 0, 0, 0, 0};
    for (const KernelSet set : runnableSets()) {
      float y[4], dx[16];
      kernels(set).pool.maxForward(s, x, y);
      kernels(set).pool.maxBackward(s, x, y, dy, dx);
      for (int i = 0; i < 16; ++i) QCOMPARE(dx[i], want[i]);
    }
  }

  void anyTeamTrainsToTheSameBits_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("batch");
    QTest::newRow("LeNet, batch 32") << "input 3x20x20 | conv2d 6 kernel=5 relu | max_pool2d 2 | conv2d 16 kernel=3 relu | max_pool2d 2 | flatten | dense 10 | softmax_cross_entropy" << 32;
    QTest::newRow("batch norm and average pooling, batch 50") << "input 2x12x12 | conv2d 12 padding=same | batch_norm | relu | avg_pool2d 2 | conv2d 24 stride=2 relu | global_avg_pool | dense 10 | softmax_cross_entropy" << 50;
    QTest::newRow("a few samples in bands") << "input 4x16x15 | conv2d 32 padding=1 relu | conv2d 9 dilation=2 tanh | flatten | dense 10 | softmax_cross_entropy" << 3;
  }
  void anyTeamTrainsToTheSameBits() {
    QFETCH(QString, line);
    QFETCH(int, batch);
    std::string first;
    for (int threads : {1, 2, 3, 4, 8}) {
      RunSetup setup;
      setup.spec = specOf(line.toStdString());
      setup.data = hashedData(120, analyse(*setup.spec).nodes.at("input1").inference.outputs[0].shape, "ce", 10, 5);
      setup.plan.values = {{"optimizer", std::string("adam")}, {"rate", 0.01}, {"batch", std::int64_t{batch}}};
      setup.threads = threads;
      auto trainer = makeTrainer(std::move(setup));
      trainer->watch(threads == 3);
      trainer->runSteps(30);
      trainer->waitUntilIdle();
      if (first.empty()) first = trainer->fingerprint();
      QCOMPARE(trainer->fingerprint(), first);
    }
  }

  /// A sample's output does not depend on the batch it comes in: bands and lanes change no sum.
  void aSampleAloneGivesTheBitsItHasInABatch() {
    const Analysis analysis = analyse(*specOf("input 3x13x11 | conv2d 9 relu | conv2d 5 stride=2 padding=1 tanh | mse"));
    const DatasetPtr data = hashedData(40, Shape{3, 13, 11}, "mse", 5 * 6 * 5, 8);
    for (const KernelSet set : runnableSets()) {
      CompileOptions options;
      options.maxBatch = 40;
      options.kernelSet = set;
      Result<Network> network = Network::compile(analysis, options);
      setWeights(*network, 3);
      const auto run = [&](std::int64_t first, int batch) {
        const float* x = data->inputs[0].numbers.data() + first * 3 * 13 * 11;
        NetworkInput input;
        input.batch = batch;
        input.inputs = {&x, 1};
        Team alone;
        network->forward(input, alone);
        return std::vector<float>(network->output().begin(), network->output().end());
      };
      const std::vector<float> all = run(0, 40);
      for (const int batch : {1, 2, 3, 7, 20})
        for (std::int64_t first : {0, 5, 19}) {
          const std::vector<float> some = run(first, batch);
          QVERIFY(std::equal(some.begin(), some.end(), all.begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(first) * some.size() / static_cast<std::size_t>(batch))));
        }
    }
  }

  /// 34,826 as in Keras' example for MNIST; 62,006 and 61,706 as counted by hand for LeNet on 3x32x32 and 1x28x28.
  void theTemplatesHaveTheirParameters() {
    for (const auto& [name, count] : {std::pair{"mnist-cnn", 34826}, std::pair{"lenet-32", 62006}, std::pair{"lenet-28", 61706}}) {
      const Result<Project> project = makeTemplate(name);
      QVERIFY(project.ok());
      const Analysis analysis = analyse(project->spec);
      QVERIFY(analysis.sound());
      QCOMPARE(analysis.parameters, count);
    }
  }

  void whatDoesNotFitIsSaidAndMended_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("repairs");  // that lead to a sound network, each the first of the first issue
    QTest::newRow("a flat list of 784") << "input 784 | conv2d 4 | mse" << "flat list of 784 numbers" << 1;
    QTest::newRow("a flat list of 3x8x8") << "input 192 | conv2d 4 | mse" << "flat list of 192" << 2;
    QTest::newRow("a kernel larger than the picture") << "input 1x4x4 | conv2d 2 kernel=5 | mse" << "reaches over 5x5 numbers, and what it gets is only 4x4" << 1;
    QTest::newRow("a window larger than the picture") << "input 1x3x4 | max_pool2d 4 | mse" << "only 3x4" << 1;
    QTest::newRow("too much padding") << "input 1x8x8 | max_pool2d 2 padding=2 | mse" << "more than half" << 1;
    QTest::newRow("a kernel longer than the sequence") << "input 4x2 | conv1d 2 kernel=6 | mse" << "reaches over 6 numbers" << 1;
    QTest::newRow("a wrong number of numbers") << "input 30 | reshape 4x8 | mse" << "4x8 (32 numbers) out of 30" << 1;
    QTest::newRow("conv1d on a picture") << "input 1x4x4 | conv1d 2 | mse" << "Use Conv2d" << 0;
    QTest::newRow("a stride of nothing") << "input 1x8x8 | conv2d 2 stride=0 | mse" << "stride = \"0\"" << 0;
    QTest::newRow("three extents") << "input 1x8x8 | conv2d 2 kernel=3x3x3 | mse" << "kernel = \"3x3x3\"" << 0;
    QTest::newRow("letters") << "input 1x8x8 | max_pool2d 2 padding=some | mse" << "padding = \"some\"" << 0;
    QTest::newRow("same with an even kernel") << "input 1x8x8 | conv2d 2 kernel=4 padding=same | mse" << "even kernel" << 0;
    QTest::newRow("same with a stride") << "input 1x8x8 | conv2d 2 stride=2 padding=same | mse" << "stride above 1" << 0;
    QTest::newRow("nothing to average") << "input 12 | global_avg_pool | mse" << "has no places" << 0;
  }
  void whatDoesNotFitIsSaidAndMended() {
    QFETCH(QString, line);
    QFETCH(QString, words);
    QFETCH(int, repairs);
    NetworkSpec spec = *specOf(line.toStdString());
    Analysis analysis = analyse(spec);
    QVERIFY(!analysis.sound());
    QVERIFY2(english(analysis.issues[0].error).find(words.toStdString()) != std::string::npos, english(analysis.issues[0].error).c_str());
    for (int i = 0; i < repairs; ++i) {
      QVERIFY(!analysis.issues[0].repairs.empty());
      spec = *spec_edit::repair(spec, analysis.issues[0], analysis.issues[0].repairs[0]);
      analysis = analyse(spec);
    }
    QVERIFY2(repairs == 0 || analysis.sound(), analysis.issues.empty() ? "" : english(analysis.issues[0].error).c_str());
  }
};

QTEST_APPLESS_MAIN(TestConv)
#include "test_conv.moc"
