// The transformer family against PyTorch, repeated groups, tied weights, and data that do not fit an embedding.
#include <QTest>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "engine/graph/expand_groups.h"
#include "engine/graph/network.h"
#include "engine/graph/spec_edit.h"
#include "engine/train/data_fit.h"
#include "engine/trace/gradient_check.h"
#include "engine/trace/trace.h"
#include "tests/support/small_nets.h"

using namespace glassbox;
using namespace glassbox::test;

namespace {

using Json = nlohmann::json;

const Json& golden() {
  static const Json json = Json::parse(std::ifstream(GLASSBOX_SOURCE_DIR "/tests/golden/transformer.json"));
  return json;
}

std::string ids(const NetworkSpec& spec) {
  std::string out;
  for (const NodeSpec& node : spec.nodes) out += (out.empty() ? "" : " ") + node.id;
  return out;
}

std::string wires(const NetworkSpec& spec) {
  std::vector<std::string> all;
  for (const Wire& wire : spec.wires) all.push_back(wire.from.node + ">" + wire.to.node);
  std::sort(all.begin(), all.end());
  std::string out;
  for (const std::string& wire : all) out += (out.empty() ? "" : " ") + wire;
  return out;
}

/// The data of a golden case: numbers uni(seed), or tokens ints(seed); targets by seed + 1.
DatasetPtr dataOf(const Json& g, const Analysis& analysis) {
  auto data = std::make_shared<Dataset>();
  const auto rows = g["rows"].get<std::int64_t>(), tokens = g["tokens"].get<std::int64_t>(), classes = g["classes"].get<std::int64_t>();
  const auto seed = g["seed"].get<std::uint32_t>();
  const auto draw = [](Buffer<float>& out, std::uint32_t from, std::int64_t below) {
    if (below == 0) return fillUniform(out, from, 1);
    for (std::size_t i = 0; i < out.size(); ++i)
      out[i] = static_cast<float>(std::min<std::int64_t>(static_cast<std::int64_t>(u01(from, static_cast<std::uint32_t>(i)) * static_cast<float>(below)), below - 1));
  };
  data->train = rows;
  Field x;
  x.name = "x";
  x.type = analysis.nodes.at("input1").inference.outputs[0];
  x.numbers = Buffer<float>(static_cast<std::size_t>(rows * x.type.shape.count()));
  draw(x.numbers, seed, tokens);
  data->inputs.push_back(std::move(x));
  const TargetType& target = analysis.nodes.at(analysis.loss).target;
  data->target.type.shape = target.shape;
  data->target.numbers = Buffer<float>(static_cast<std::size_t>(rows * target.shape.count()));
  draw(data->target.numbers, seed + 1, classes);
  data->task = classes ? DataTask::Classes : DataTask::Regression;
  if (classes) data->classNames = numberedNames("", classes);
  finishHash(*data);
  return data;
}

double normOf(std::span<const float> values) {
  double sum = 0;
  for (const float v : values) sum += static_cast<double>(v) * v;
  return std::sqrt(sum);
}

/// Compares an array with PyTorch's norm of it and its first numbers.
void compare(std::span<const float> values, const Json& want, double floor, const std::string& name) {
  const double norm = want["norm"];
  QVERIFY2(std::abs(normOf(values) - norm) <= 2e-5 * norm + floor, qPrintable(QStringLiteral("%1: norm %2, PyTorch %3").arg(QString::fromStdString(name)).arg(normOf(values)).arg(norm)));
  const double scale = norm / std::sqrt(static_cast<double>(values.size()));
  std::size_t i = 0;
  for (const double w : want["first"]) {
    QVERIFY2(std::abs(values[i] - w) <= 5e-5 * std::max(scale, std::abs(w)) + floor, qPrintable(QStringLiteral("%1, number %2: %3, PyTorch %4").arg(QString::fromStdString(name)).arg(i).arg(values[i]).arg(w)));
    ++i;
  }
}

}  // namespace

class TestTransformer : public QObject {
  Q_OBJECT

 private slots:
  void valuesGradientsAndLossesAreThoseOfPyTorch_data() {
    QTest::addColumn<int>("number");
    for (std::size_t i = 0; i < golden().size(); ++i) QTest::newRow(golden()[i]["name"].get<std::string>().c_str()) << static_cast<int>(i);
  }
  void valuesGradientsAndLossesAreThoseOfPyTorch() {
    QFETCH(int, number);
    const Json& g = golden()[static_cast<std::size_t>(number)];
    RunSetup setup;
    setup.spec = specOf(g["line"]);
    const Analysis analysis = analyse(*setup.spec);
    QVERIFY2(analysis.sound(), analysis.issues.empty() ? "" : english(analysis.issues[0].error).c_str());
    setup.data = dataOf(g, analysis);
    for (const auto& [key, value] : g["plan"].items()) setup.plan.values.set(key, value.is_string() ? ParamValue(value.get<std::string>()) : ParamValue(value.get<double>()));
    setup.plan.values.set("batch", g["batch"].get<std::int64_t>());
    setup.plan.values.set("shuffle", false);
    auto trainer = makeTrainer(std::move(setup));
    Network& network = trainer->network();
    const auto seed = g["seed"].get<std::uint32_t>();
    std::uint32_t t = 0;
    for (const WeightInfo& info : network.weightInfos())
      fillUniform(network.weightsOf(info), seed + 10 + t++, info.def.shape.rank() > 1 ? static_cast<float>(1 / std::sqrt(static_cast<double>(info.def.shape.back()))) : 1.0f);
    QCOMPARE(network.weightInfos().size(), g["gradients"].size());

    trainer->runSteps(1);
    trainer->waitUntilIdle();
    compare(network.output(), g["output"], 1e-6, "output");
    double largest = 0;
    for (const Json& gradient : g["gradients"]) largest = std::max(largest, gradient["norm"].get<double>());
    std::size_t i = 0;
    for (const WeightInfo& info : network.weightInfos()) {
      compare(network.gradientsOf(info), g["gradients"][i++], 1e-6 * largest, info.name);
      if (QTest::currentTestFailed()) return;
    }
    trainer->runSteps(9);
    trainer->waitUntilIdle();
    const std::vector<StepPoint> points = takePoints(*trainer);
    QCOMPARE(points.size(), std::size_t{10});
    for (std::size_t step = 0; step < 10; ++step) {
      const double want = g["losses"][step];
      QVERIFY2(std::abs(points[step].loss.sum - want) <= 3e-5 * std::max(1.0, want), qPrintable(QStringLiteral("step %1: %2, PyTorch %3").arg(step).arg(points[step].loss.sum).arg(want)));
    }
    i = 0;
    for (const WeightInfo& info : network.weightInfos()) {
      const double want = g["last_weights"][i++];
      // Adam divides by the gradient's size: where a gradient is the rest of a sum that cancels (the bias of the keys), its sign is chance.
      const bool chance = info.def.name == "qkv.bias";
      QVERIFY2(std::abs(normOf(network.weightsOf(info)) - want) <= (chance ? 2e-2 : 1e-4) * std::max(want, 1e-2), info.name.c_str());
    }
  }

  void inputGradientsAreThoseOfPyTorch() {
    int compared = 0;
    for (const Json& g : golden()) {
      if (!g.contains("input_gradient")) continue;
      TraceRequest request;
      request.spec = specOf(g["line"]);
      const Analysis analysis = analyse(*request.spec);
      request.data = dataOf(g, analysis);
      for (std::int64_t row = 0; row < g["batch"]; ++row) request.rows.push_back(row);
      std::uint32_t t = 0;
      CompileOptions options;
      Result<Network> network = Network::compile(analysis, options);
      for (const WeightInfo& info : network->weightInfos()) {
        fillUniform(network->weightsOf(info), g["seed"].get<std::uint32_t>() + 10 + t++, info.def.shape.rank() > 1 ? static_cast<float>(1 / std::sqrt(static_cast<double>(info.def.shape.back()))) : 1.0f);
        for (const float w : network->weightsOf(info)) request.weights.push_back(w);
      }
      if (analysis.nodes.at("input1").inference.outputs[0].shape.count() > 600) continue;  // its stages take long
      Result<Trace> trace = traceStep(request);
      QVERIFY(trace.ok());
      std::vector<float> gradient;
      for (const double v : trace->find("input1.grad")->values) gradient.push_back(static_cast<float>(v));
      compare(gradient, g["input_gradient"], 1e-9, g["name"]);
      if (QTest::currentTestFailed()) return;
      ++compared;
    }
    QVERIFY2(compared >= 15, qPrintable(QString::number(compared)));
  }

  // ---- kernels against their plain loops -------------------------------------------------------------------------------

  void attentionKernelsAgreeWithThePlainOnes_data() {
    QTest::addColumn<int>("time");
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("causal");
    for (const auto& [time, width] : {std::pair{1, 1}, {2, 3}, {7, 5}, {16, 16}, {31, 8}, {33, 17}, {64, 64}, {65, 9}, {100, 32}, {130, 33}})
      for (const bool causal : {false, true}) QTest::addRow("%d steps, %d wide%s", time, width, causal ? ", causal" : "") << time << width << causal;
  }
  void attentionKernelsAgreeWithThePlainOnes() {
    QFETCH(int, time);
    QFETCH(int, width);
    QFETCH(bool, causal);
    const std::ptrdiff_t T = time, D = width, ld = D + 3, padded = (T + kAttentionPadding - 1) / kAttentionPadding * kAttentionPadding;
    const auto numbers = [&](std::uint32_t seed) {
      std::vector<float> v(static_cast<std::size_t>(T * ld));
      fillUniform(v, seed, 2);
      return v;
    };
    const std::vector<float> q = numbers(1), k = numbers(2), v = numbers(3), dy = numbers(4);
    struct Results {
      std::vector<float> p, y, dq, dk, dv;
    };
    const auto run = [&](const TransformerKernels& kernels) {
      const std::vector<float> marked(static_cast<std::size_t>(T * ld), 7.0f);  // what lies between the rows must stay
      Results r{std::vector<float>(static_cast<std::size_t>(T * T)), marked, marked, marked, marked};
      Buffer<float> room(static_cast<std::size_t>(padded * (D + kAttentionRows)));
      kernels.attend(T, D, causal, q.data(), k.data(), v.data(), ld, r.p.data(), r.y.data(), ld, room.data());
      kernels.attendBackward(T, D, causal, q.data(), k.data(), v.data(), ld, r.p.data(), dy.data(), ld, r.dq.data(), r.dk.data(), r.dv.data(), ld, room.data());
      return r;
    };
    const Results want = run(plainTransformerKernels());
    for (const KernelSet set : {KernelSet::v2, KernelSet::v3, KernelSet::v4}) {
      if (!canRun(set)) continue;
      const Results have = run(kernels(set).transformer);
      for (const auto& [a, b] : {std::pair{&have.p, &want.p}, {&have.y, &want.y}, {&have.dq, &want.dq}, {&have.dk, &want.dk}, {&have.dv, &want.dv}})
        for (std::size_t i = 0; i < a->size(); ++i)
          QVERIFY2(std::abs((*a)[i] - (*b)[i]) <= 2e-5f * std::max(1.0f, std::abs((*b)[i])), qPrintable(QStringLiteral("%1, number %2: %3, plain %4").arg(name(set)).arg(i).arg((*a)[i]).arg((*b)[i])));
    }
  }

  void layerNormKernelsAgreeWithThePlainOnes_data() {
    QTest::addColumn<int>("width");
    for (const int width : {1, 2, 3, 15, 16, 17, 48, 100, 257}) QTest::addRow("%d wide", width) << width;
  }
  void layerNormKernelsAgreeWithThePlainOnes() {
    QFETCH(int, width);
    const std::ptrdiff_t M = 5, N = width;
    const auto numbers = [](std::ptrdiff_t n, std::uint32_t seed) {
      std::vector<float> v(static_cast<std::size_t>(n));
      fillUniform(v, seed, 3);
      return v;
    };
    const std::vector<float> x = numbers(M * N, 1), gain = numbers(N, 2), bias = numbers(N, 3), dy = numbers(M * N, 4);
    const auto run = [&](const TransformerKernels& kernels) {
      std::vector<std::vector<float>> r{numbers(M * N, 5), numbers(M, 5), numbers(M, 5), numbers(M * N, 5), numbers(N, 6), numbers(N, 7)};  // the sums are added to
      kernels.layerNorm(M, N, 1e-5f, x.data(), gain.data(), bias.data(), r[1].data(), r[2].data(), r[0].data());
      kernels.layerNormBackward(M, N, x.data(), gain.data(), r[1].data(), r[2].data(), dy.data(), r[3].data(), r[4].data(), r[5].data());
      return r;
    };
    const auto want = run(plainTransformerKernels());
    for (const KernelSet set : {KernelSet::v2, KernelSet::v3, KernelSet::v4}) {
      if (!canRun(set)) continue;
      const auto have = run(kernels(set).transformer);
      for (std::size_t a = 0; a < have.size(); ++a)
        for (std::size_t i = 0; i < have[a].size(); ++i)  // with one number inverse is 1/sqrt(1e-5): 316
          QVERIFY2(std::abs(have[a][i] - want[a][i]) <= 2e-5f * std::max(width < 4 ? 300.0f : 3.0f, std::abs(want[a][i])), qPrintable(QStringLiteral("%1, array %2, number %3: %4, plain %5").arg(name(set)).arg(a).arg(i).arg(have[a][i]).arg(want[a][i])));
      // What is not asked for changes nothing of what is.
      std::vector<float> dx = numbers(M * N, 5), dgain = numbers(N, 6), dbias = numbers(N, 7);
      const TransformerKernels& k = kernels(set).transformer;
      k.layerNormBackward(M, N, x.data(), gain.data(), have[1].data(), have[2].data(), dy.data(), dx.data(), nullptr, nullptr);
      k.layerNormBackward(M, N, x.data(), gain.data(), have[1].data(), have[2].data(), dy.data(), nullptr, dgain.data(), dbias.data());
      QVERIFY(dx == have[3] && dgain == have[4] && dbias == have[5]);
    }
  }

  void aCausalLayerDoesNotSeeWhatComes() {
    const auto spec = specOf("input 40x6 | attention 2 causal=true | attention 3 causal=true | mse");
    const Analysis analysis = analyse(*spec);
    CompileOptions options;
    options.maxBatch = 1;
    options.kernelSet = defaultKernelSet();
    Result<Network> network = Network::compile(analysis, options);
    QVERIFY(network.ok());
    std::uint32_t t = 0;
    for (const WeightInfo& info : network->weightInfos()) fillUniform(network->weightsOf(info), 70 + t++, 0.5f);
    std::vector<float> x(240), before;
    fillUniform(x, 3, 1);
    Team alone;
    for (const int changed : {0, 1, 17, 31, 32, 39}) {
      const float* input[] = {x.data()};
      NetworkInput in;
      in.batch = 1;
      in.inputs = input;
      network->forward(in, alone);
      before.assign(network->output().begin(), network->output().end());
      x[static_cast<std::size_t>(changed) * 6 + 2] += 1;
      network->forward(in, alone);
      for (std::size_t i = 0; i < 240; ++i) {
        const bool same = before[i] == network->output()[i];
        if (i < static_cast<std::size_t>(changed) * 6) QVERIFY2(same, qPrintable(QStringLiteral("number %1 has seen step %2").arg(i).arg(changed)));
      }
      QVERIFY(before[static_cast<std::size_t>(changed) * 6] != network->output()[static_cast<std::size_t>(changed) * 6]);
    }
  }

  void sharesOfAttentionSumToOneAndAreZeroAboveTheDiagonal() {
    TraceRequest request;
    request.spec = specOf("input 37x8 | attention 2 causal=true | mse");
    request.data = randomData(analyse(*request.spec), 2, 4);
    request.rows = {0, 1};
    request.precision = Precision::Single;
    Result<Trace> trace = traceStep(request);
    QVERIFY(trace.ok());
    const TraceEntry& weights = *trace->find("attention1.weights");
    QCOMPARE(weights.shape.str(), std::string("2x2x37x37"));
    for (std::size_t row = 0; row < weights.values.size() / 37; ++row) {
      double sum = 0;
      for (std::size_t j = 0; j < 37; ++j) {
        const double w = weights.values[row * 37 + j];
        sum += w;
        if (j > row % 37) QCOMPARE(w, 0.0);
      }
      QVERIFY(std::abs(sum - 1) < 1e-6);
    }
  }

  void hugeScoresDoNotOverflow() {
    const auto spec = specOf("input 5x4 | attention bias=false output=false | mse");
    CompileOptions options;
    options.maxBatch = 1;
    options.kernelSet = defaultKernelSet();
    Result<Network> network = Network::compile(analyse(*spec), options);
    fillUniform(network->weights(), 1, 100);
    std::vector<float> x(20);
    fillUniform(x, 2, 100);
    const float* input[] = {x.data()};
    NetworkInput in;
    in.batch = 1;
    in.inputs = input;
    Team alone;
    network->forward(in, alone);
    for (const float y : network->output()) QVERIFY(std::isfinite(y));
  }

  // ---- repeated groups -------------------------------------------------------------------------------------------------

  void aGroupIsWrittenOutAsAChain() {
    NetworkSpec spec = *specOf("input 4 | a: dense 4 | b: dense 4 | j: add a | dense 1 | mse");
    spec.groups.push_back({"g", "", {"b", "j"}, 3});
    const NetworkSpec out = expandGroups(spec).spec;
    QCOMPARE(ids(out), std::string("input1 a b j b_2 j_2 b_3 j_3 dense1 mse1"));
    QCOMPARE(wires(out), std::string("a>b a>j b>j b_2>j_2 b_3>j_3 dense1>mse1 input1>a j>b_2 j>j_2 j_2>b_3 j_2>j_3 j_3>dense1"));
    QVERIFY(expandGroups(out).spec == out);
    const Analysis analysis = analyse(spec);
    QVERIFY2(analysis.sound(), analysis.issues.empty() ? "" : english(analysis.issues[0].error).c_str());
    QCOMPARE(analysis.parameters, 4 * 5 + 3 * 4 * 5 + 5);
    QCOMPARE(english(nodeTitle(*analysis.spec, "b_3")), std::string("Dense 2, copy 3"));
    QCOMPARE(english(nodeTitle(*analysis.spec, "dense1")), std::string("Dense 3"));
  }

  void wiresOfACopyKeepTheirOrder() {
    NetworkSpec spec = *specOf("input 3 | a: dense 3 | b: dense 3 | j: concat a axis=0 | c: dense 3 | mse");
    spec.groups.push_back({"g", "", {"b", "j", "c"}, 2});
    const NetworkSpec out = expandGroups(spec).spec;
    QCOMPARE(out.into({"j", "in"})[0]->from.node, std::string("b"));
    QCOMPARE(out.into({"j_2", "in"})[0]->from.node, std::string("b_2"));
    QCOMPARE(out.into({"j_2", "in"})[1]->from.node, std::string("c"));
  }

  void weightsSharedInsideAGroupAreTheCopysOwn() {
    NetworkSpec spec = *specOf("input 4 | a: dense 4 | b: dense 4 weights=a | dense 1 | mse");
    spec.groups.push_back({"g", "", {"a", "b"}, 2});
    const NetworkSpec out = expandGroups(spec).spec;
    QCOMPARE(out.find("b_2")->weightsOf, std::string("a_2"));
    QCOMPARE(analyse(spec).parameters, 2 * 20 + 5);
  }

  void aLayerThatIsSwitchedOffHasNoWeightsToShare() {
    NetworkSpec spec = *specOf("input 4 | a: dense 4 | b: dense 4 weights=a | dense 1 | mse");
    spec.find("a")->bypassed = true;
    const Analysis analysis = analyse(spec);
    QVERIFY(!analysis.sound());
    QCOMPARE(analysis.issues[0].node, std::string("b"));
    QVERIFY(english(analysis.issues[0].error).find("which is switched off") != std::string::npos);
  }

  void oneRepeatedBlockIsTheSameAsSeveralWrittenOut() {
    const std::string head = "input 5 element=tokens | embedding 8 tokens=7 | position_embedding | ", tail = " | layer_norm | dense 7 | softmax_cross_entropy";
    const Analysis repeated = analyse(*specOf(head + "transformer_block 2 causal=true repeat=3" + tail));
    const Analysis written = analyse(*specOf(head + "transformer_block 2 causal=true | transformer_block 2 causal=true | transformer_block 2 causal=true" + tail));
    QVERIFY(repeated.sound() && written.sound());
    QCOMPARE(repeated.parameters, written.parameters);
    QCOMPARE(repeated.order.size(), written.order.size());
    CompileOptions options;
    Result<Network> a = Network::compile(repeated, options), b = Network::compile(written, options);
    for (std::size_t i = 0; i < a->weightInfos().size(); ++i) QCOMPARE(a->weightInfos()[i].def.shape.str(), b->weightInfos()[i].def.shape.str());
    QCOMPARE(a->weightInfos()[2 + 12].name, std::string("layer_norm1_2.weight"));
    const DatasetPtr data = randomData(repeated, 4, 1);
    const float* input[] = {data->inputs[0].numbers.data()};
    NetworkInput in;
    in.batch = 4;
    in.inputs = input;
    in.target = data->target.numbers.data();
    fillUniform(a->weights(), 5, 0.3f);
    fillUniform(b->weights(), 5, 0.3f);
    Team alone;
    QCOMPARE(a->forward(in, alone), b->forward(in, alone));
  }

  void groupsThatCannotBeRepeatedSayWhy_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("members");
    QTest::addColumn<QString>("words");
    const QString line = "input 4 | a: dense 4 | b: dense 4 | c: dense 4 | j: add a | dense 1 | mse";
    QTest::newRow("nothing feeds it") << line << QStringList{"input1", "a"} << "nothing feeds it";
    QTest::newRow("two feed it") << line << QStringList{"c", "j"} << "a and b feed it";
    QTest::newRow("two are read") << line << QStringList{"a", "b"} << "a and b are both read outside";
    QTest::newRow("nothing reads it") << line << QStringList{"dense1", "mse1"} << "nothing reads";
    QTest::newRow("a member is missing") << line << QStringList{"b", "ghost"} << "ghost";
    QTest::newRow("empty") << line << QStringList{} << "empty";
  }
  void groupsThatCannotBeRepeatedSayWhy() {
    QFETCH(QString, line);
    QFETCH(QStringList, members);
    QFETCH(QString, words);
    NetworkSpec spec = *specOf(line.toStdString());
    GroupSpec group{"g", "", {}, 2};
    for (const QString& id : members) group.members.push_back(id.toStdString());
    spec.groups.push_back(group);
    const Analysis analysis = analyse(spec);
    QVERIFY(!analysis.sound());
    int said = 0;
    for (const Issue& issue : analysis.issues) said += english(issue.error.what).find(words.toStdString()) != std::string::npos;
    QCOMPARE(said, 1);
  }

  void anIssueOfACopyIsSaidOnceAtTheOriginal() {
    NetworkSpec spec = *specOf("input 4x6 | a: attention 2 | b: dense 9 | dense 1 | mse");
    spec.groups.push_back({"g", "", {"a", "b"}, 4});  // 9 features cannot be shared by 2 heads: from copy 2 on
    const Analysis analysis = analyse(spec);
    QCOMPARE(analysis.issues.size(), std::size_t{1});
    QCOMPARE(analysis.issues[0].node, std::string("a"));
    QVERIFY(spec.find(analysis.issues[0].node));
  }

  void aBlockInALineIsAGroupOfOrdinaryNodes() {
    const NetworkSpec spec = *specOf("input 6x8 | transformer_block 4 causal=true repeat=3 dropout=0.1 mlp=2 | end: transformer_block | mse");
    QCOMPARE(ids(spec), std::string("input1 layer_norm1 attention1 dropout1 add1 layer_norm2 dense1 gelu1 dense2 dropout2 add2 layer_norm3 attention2 add3 layer_norm4 dense3 gelu2 dense4 end mse1"));
    QCOMPARE(spec.groups.size(), std::size_t{2});
    QCOMPARE(spec.groups[0].repeat, 3);
    QCOMPARE(spec.groups[0].members.size(), std::size_t{10});
    QCOMPARE(std::get<std::int64_t>(*spec.find("dense1")->params.find("units")), 16);
    QCOMPARE(std::get<std::int64_t>(*spec.find("dense3")->params.find("units")), 32);
    QVERIFY(analyse(spec).sound());
  }

  void linesThatCannotBeReadSayWhy_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("words");
    QTest::newRow("a block before any sequence") << "input 4 | transformer_block | mse" << "needs a sequence";
    QTest::newRow("a block at the start") << "transformer_block" << "needs a sequence";
    QTest::newRow("an unknown setting") << "input 4x4 | transformer_block colour=2" << "colour";
    QTest::newRow("a word too many") << "input 4x4 | transformer_block 2 relu" << "relu";
    QTest::newRow("weights of nobody") << "input 4 | dense 2 weights=ghost" << "ghost";
  }
  void linesThatCannotBeReadSayWhy() {
    QFETCH(QString, line);
    QFETCH(QString, words);
    Result<NetworkSpec> spec = parseLine(line.toStdString());
    QVERIFY(!spec.ok());
    QVERIFY2(english(spec.error()).find(words.toStdString()) != std::string::npos, english(spec.error()).c_str());
  }

  // ---- data ------------------------------------------------------------------------------------------------------------

  void misfitsAreIssuesInWords_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("words");
    QTest::newRow("numbers into an embedding") << "input 4 | embedding 2 | mse" << "needs tokens";
    QTest::newRow("a flat vector into attention") << "input 4 | attention | mse" << "needs a sequence";
    QTest::newRow("heads that do not divide the width") << "input 4x6 | attention 4 | mse" << "cannot share 6 features among 4 heads";
    QTest::newRow("more steps than positions") << "input 4x6 | position_embedding 3 | mse" << "has vectors for 3 steps, and gets 4";
    QTest::newRow("tokens into layer norm") << "input 4 element=tokens | layer_norm | mse" << "Embedding";
    QTest::newRow("weights of another shape") << "input 4 element=tokens | embedding 3 tokens=5 | dense 6 bias=false weights=embedding1 | softmax_cross_entropy" << "shapes differ";
  }
  void misfitsAreIssuesInWords() {
    QFETCH(QString, line);
    QFETCH(QString, words);
    const Analysis analysis = analyse(*specOf(line.toStdString()));
    QVERIFY(!analysis.sound());
    QVERIFY2(english(analysis.issues[0].error.what).find(words.toStdString()) != std::string::npos, english(analysis.issues[0].error.what).c_str());
  }

  void aTokenBeyondTheVocabularyIsRefused_data() {
    QTest::addColumn<float>("token");
    QTest::addColumn<bool>("fits");
    QTest::newRow("the last one") << 6.0f << true;
    QTest::newRow("one too large") << 7.0f << false;
    QTest::newRow("negative") << -1.0f << false;
    QTest::newRow("half a token") << 1.5f << false;
    QTest::newRow("not a number") << std::nanf("") << false;
  }
  void aTokenBeyondTheVocabularyIsRefused() {
    QFETCH(float, token);
    QFETCH(bool, fits);
    RunSetup setup;
    setup.spec = specOf("input 4 element=tokens | embedding 3 tokens=7 | dense 2 | softmax_cross_entropy");
    const Analysis analysis = analyse(*setup.spec);
    Dataset data = *randomData(analysis, 5, 2);
    for (const float t : data.inputs[0].numbers) QVERIFY(t >= 0 && t < 7);
    data.inputs[0].numbers[13] = token;
    setup.data = std::make_shared<const Dataset>(data);
    const std::vector<Issue> issues = dataIssues(analysis, data);
    QCOMPARE(issues.empty(), fits);
    QCOMPARE(Trainer::create(std::move(setup)).ok(), fits);
    if (fits) return;
    QCOMPARE(issues[0].node, std::string("embedding1"));
    QVERIFY2(english(issues[0].error.what).find("tokens 0 to 6, and sample 3") != std::string::npos, english(issues[0].error.what).c_str());
    if (token == 7) QCOMPARE(issues[0].repairs[0].value, ParamValue(std::int64_t{8}));
  }
};

QTEST_APPLESS_MAIN(TestTransformer)
#include "test_transformer.moc"
