// A network that runs step by step gives what it gives for the whole sequence, to the bit: with one and with several steps a
// call, for any number of threads, from any step on.
#include <QTest>
#include <atomic>
#include <cstdlib>
#include <cstring>
#include <limits>

#include "engine/graph/network.h"
#include "tests/support/small_nets.h"

using namespace glassbox;
using namespace glassbox::test;

#ifndef GLASSBOX_SANITIZED
extern "C" void* __libc_malloc(std::size_t size);
namespace {
std::atomic<bool> counting{false};
std::atomic<int> allocations{0};
}  // namespace
extern "C" void* malloc(std::size_t size) {
  if (counting.load(std::memory_order_relaxed)) ++allocations;
  return __libc_malloc(size);
}
#endif

namespace {

struct Case {
  const char* name;
  const char* line;
};

const Case kCases[] = {
    {"a small GPT", "input 23 element=tokens | embedding 24 tokens=17 | position_embedding | transformer_block 3 causal=true repeat=2 | layer_norm | dense 17 bias=false weights=embedding1 | softmax_cross_entropy"},
    {"a GPT longer than one block of rows and of keys", "input 150 element=tokens | embedding 20 tokens=11 | position_embedding 200 | transformer_block 2 causal=true dropout=0.1 | layer_norm | dense 11 | softmax_cross_entropy"},
    {"wide products that are cut into blocks", "input 37 element=tokens | embedding 272 tokens=301 | position_embedding | transformer_block 4 causal=true | layer_norm | dense 301 | softmax_cross_entropy"},
    {"one head without projection and bias", "input 9x5 | attention causal=true bias=false output=false | dense 3 | mse"},
    {"a head as wide as nothing divides", "input 70x37 | attention causal=true | noise 0.1 | dense 37 tanh | mse"},
    {"an rnn", "input 19x3 | rnn 7 last=false | dense 4 | mse"},
    {"a relu rnn of two layers", "input 12x3 | rnn 5 last=false nonlinearity=relu layers=2 | dense 4 softmax | mse"},
    {"characters through an lstm", "input 21 element=tokens | embedding 6 tokens=13 | lstm 18 last=false | dropout 0.2 | dense 13 | softmax_cross_entropy"},
    {"a gru of two layers, wider than a vector", "input 15x4 | gru 21 last=false layers=2 | dense 3 | mse"},
    {"the last state of an lstm", "input 14 element=tokens | embedding 6 tokens=13 | lstm 9 | dense 5 relu | dense 13 | softmax_cross_entropy"},
    {"branches that join", "input 11x6 | h: dense 6 gelu | lstm 6 last=false | add h | from h | dense 6 sigmoid | multiply add1 | concat h | batch_norm | dense 3 leaky_relu | mse"},
    {"a normalized input", "input 8x4 | normalize | dense 5 silu | gru 4 last=false | dense 2 elu | mse"},
};

Analysis analysisOf(const std::string& line) {
  Analysis analysis = analyse(*specOf(line));
  if (!analysis.sound()) throw std::runtime_error(english(analysis.issues[0].error));
  return analysis;
}

void fillWeights(Network& network) {
  std::uint32_t t = 70;
  for (const WeightInfo& info : network.weightInfos()) {
    fillUniform(network.weightsOf(info), t++, info.def.shape.rank() > 1 ? 2 / std::sqrt(static_cast<float>(info.def.shape.back())) : 0.5f);
    if (info.def.name == "deviation" || info.def.name == "running_var")
      for (float& w : network.weightsOf(info)) w = 1.3f + w;
  }
}

Network compiled(const Analysis& analysis, int steps, KernelSet set = defaultKernelSet()) {
  Result<Network> network = Network::compile(analysis, CompileOptions{1, set, false, true, steps});
  if (!network) throw std::runtime_error(english(network.error()));
  fillWeights(*network);
  return std::move(*network);
}

std::vector<float> inputOf(const Analysis& analysis, std::uint32_t seed = 5) {
  const PortType& type = analysis.nodes.at(analysis.inputs[0]).inference.outputs[0];
  std::vector<float> x(static_cast<std::size_t>(type.shape.count()));
  fillUniform(x, seed, 1);
  if (type.element == Element::Token)
    for (std::size_t i = 0; i < x.size(); ++i) x[i] = std::floor(u01(seed, static_cast<std::uint32_t>(i)) * 11);
  return x;
}

std::vector<float> wholeRun(const Analysis& analysis, const std::vector<float>& x, KernelSet set = defaultKernelSet()) {
  Network network = compiled(analysis, 0, set);
  Team alone;
  const float* in[] = {x.data()};
  NetworkInput input;
  input.batch = 1;
  input.inputs = in;
  input.mode = Mode::Inference;
  network.forward(input, alone);
  return {network.output().begin(), network.output().end()};
}

/// A run in calls of so many steps each; the outputs of all of them.
std::vector<float> stepRun(Network& network, const std::vector<float>& x, std::int64_t from, const std::vector<int>& calls, std::int64_t wanted, int threads) {
  const std::int64_t steps = stepsOf(network.analysis()), width = static_cast<std::int64_t>(x.size()) / steps;
  std::vector<float> out;
  Team::run(threads, [&](Team& team) {
    std::size_t call = 0;
    for (std::int64_t at = from; at < steps; ++call) {
      const float* in[] = {x.data() + at * width};
      StepInput input;
      input.begin = at;
      input.count = std::min<std::int64_t>(calls[call % calls.size()], steps - at);
      input.inputs = in;
      input.wanted = std::min(wanted, input.count);
      network.forwardSteps(input, team);
      out.insert(out.end(), network.stepOutput().begin(), network.stepOutput().end());
      at += input.count;
    }
  });
  return out;
}

bool sameBits(std::span<const float> a, std::span<const float> b) { return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size_bytes()) == 0; }

QByteArray difference(std::span<const float> a, std::span<const float> b) {
  if (a.size() != b.size()) return QByteArray("sizes ") + QByteArray::number(static_cast<qulonglong>(a.size())) + " and " + QByteArray::number(static_cast<qulonglong>(b.size()));
  for (std::size_t i = 0; i < a.size(); ++i)
    if (a[i] != b[i]) return "number " + QByteArray::number(static_cast<qulonglong>(i)) + ": " + QByteArray::number(a[i], 'g', 9) + " and " + QByteArray::number(b[i], 'g', 9);
  return "equal but for signs of zero";
}

}  // namespace

class TestSteps : public QObject {
  Q_OBJECT

  static void addCases() {
    QTest::addColumn<QString>("line");
    for (const Case& c : kCases) QTest::newRow(c.name) << c.line;
  }

 private slots:
  void stepsGiveTheBitsOfTheWholeSequence_data() { addCases(); }
  void stepsGiveTheBitsOfTheWholeSequence() {
    QFETCH(QString, line);
    const Analysis analysis = analysisOf(line.toStdString());
    const std::vector<float> x = inputOf(analysis);
    for (const KernelSet set : {KernelSet::v2, KernelSet::v3, KernelSet::v4}) {
      if (!canRun(set)) continue;
      const std::vector<float> whole = wholeRun(analysis, x, set);
      for (const std::vector<int>& calls : {std::vector<int>{1}, {3}, {1000}, {2, 1, 40, 5}})
        for (const int threads : {1, 2, 3}) {
          Network network = compiled(analysis, 64, set);
          // All outputs; of the last state there is one at the end of the sequence.
          std::vector<float> steps = stepRun(network, x, 0, calls, 40, threads);
          if (calls[0] == 1000 && stepsOf(analysis) > 40) steps.insert(steps.begin(), whole.begin(), whole.end() - static_cast<std::ptrdiff_t>(steps.size()));
          if (steps.size() > whole.size()) steps.erase(steps.begin(), steps.end() - static_cast<std::ptrdiff_t>(whole.size()));
          QVERIFY2(sameBits(steps, whole), difference(steps, whole) + ", kernels " + name(set) + ", calls of " + QByteArray::number(calls[0]) + ", threads " + QByteArray::number(threads));
        }
    }
  }

  void onlyWhatIsWantedIsFormed_data() { addCases(); }
  void onlyWhatIsWantedIsFormed() {
    QFETCH(QString, line);
    const Analysis analysis = analysisOf(line.toStdString());
    const std::vector<float> x = inputOf(analysis), whole = wholeRun(analysis, x);
    const std::int64_t steps = stepsOf(analysis);
    const bool everyStep = analysis.typeOf({analysis.output, "out"})->shape.rank() == 2;
    const std::size_t width = whole.size() / static_cast<std::size_t>(everyStep ? steps : 1);
    for (const std::int64_t wanted : {std::int64_t{0}, std::int64_t{1}, std::int64_t{3}}) {
      Network network = compiled(analysis, 5);
      const std::vector<float> last = stepRun(network, x, 0, {static_cast<int>(steps)}, wanted, 2);
      QCOMPARE(last.size(), static_cast<std::size_t>(wanted) * width);
      if (wanted == 0) continue;
      const std::size_t compare = everyStep ? last.size() : width;
      QVERIFY2(sameBits(std::span(last).last(compare), std::span(whole).last(compare)), difference(std::span(last).last(compare), std::span(whole).last(compare)));
    }
  }

  void aRunGoesOnFromAnyStepThatStands_data() { addCases(); }
  void aRunGoesOnFromAnyStepThatStands() {
    QFETCH(QString, line);
    const Analysis analysis = analysisOf(line.toStdString());
    const std::vector<float> x = inputOf(analysis, 5);
    std::vector<float> other = inputOf(analysis, 6);
    const std::int64_t from = stepsOf(analysis) / 2;
    std::copy_n(x.begin(), static_cast<std::ptrdiff_t>(from) * static_cast<std::ptrdiff_t>(x.size()) / stepsOf(analysis), other.begin());
    Network network = compiled(analysis, 16);
    (void)stepRun(network, x, 0, {4}, 1, 1);
    std::vector<float> again = stepRun(network, other, from, {1}, 1, 1);
    QCOMPARE(network.stepsDone(), stepsOf(analysis));
    const std::vector<float> whole = wholeRun(analysis, other);
    if (again.size() > whole.size()) again.erase(again.begin(), again.end() - static_cast<std::ptrdiff_t>(whole.size()));
    QVERIFY2(sameBits(again, std::span(whole).last(again.size())), difference(again, std::span(whole).last(again.size())));
  }

  void aShorterSequenceIsThatOfAShorterNetwork() {
    const std::string tail = " element=tokens | embedding 6 tokens=13 | lstm 9 | dense 13 | softmax_cross_entropy";
    const Analysis longer = analysisOf("input 14" + tail), shorter = analysisOf("input 5" + tail);
    const std::vector<float> x = inputOf(longer), part(x.begin(), x.begin() + 5);
    Network network = compiled(longer, 14);
    Team alone;
    const float* in[] = {x.data()};
    network.forwardSteps({0, 5, in, 1}, alone);
    QCOMPARE(network.stepsDone(), 5);
    const std::vector<float> whole = wholeRun(shorter, part);
    QVERIFY2(sameBits(network.stepOutput(), whole), difference(network.stepOutput(), whole));
  }

  void keysAndValuesCanBePutInPlace() {
    const Analysis analysis = analysisOf(kCases[2].line);
    const std::vector<float> x = inputOf(analysis), whole = wholeRun(analysis, x);
    Network first = compiled(analysis, 0);
    Team alone;
    const float* in[] = {x.data()};
    NetworkInput input;
    input.batch = 1;
    input.inputs = in;
    input.mode = Mode::Inference;
    first.forward(input, alone);
    Network network = compiled(analysis, 8);
    constexpr std::int64_t kSteps = 30;
    for (const std::size_t cache : {std::size_t{1}, std::size_t{2}})
      QVERIFY(network.setPast("attention1", cache, kSteps, {first.cacheOf("attention1", cache), kSteps * 272}));
    QVERIFY(!network.setPast("attention1", 0, kSteps, {x.data(), kSteps}));
    QVERIFY(!network.setPast("layer_norm1", 1, kSteps, {x.data(), kSteps}));
    QVERIFY(!network.setPast("nothing", 1, kSteps, {x.data(), kSteps}));
    const std::vector<float> rest = stepRun(network, x, kSteps, {1}, 1, 2);
    QVERIFY2(sameBits(rest, std::span(whole).last(rest.size())), difference(rest, std::span(whole).last(rest.size())));
  }

  void watchingChangesNoBit() {
    const Analysis analysis = analysisOf(kCases[0].line);
    const std::vector<float> x = inputOf(analysis);
    Network watched = compiled(analysis, 23), plain = compiled(analysis, 23);
    watched.keepAll(true);
    const std::vector<float> a = stepRun(watched, x, 0, {1000}, 23, 2), b = stepRun(plain, x, 0, {1000}, 23, 2);
    QVERIFY(sameBits(a, b));
    // And what is watched is what the whole run has.
    Network whole = compiled(analysis, 0);
    whole.keepAll(true);
    Team alone;
    const float* in[] = {x.data()};
    NetworkInput input;
    input.batch = 1;
    input.inputs = in;
    input.mode = Mode::Inference;
    whole.forward(input, alone);
    for (const NodeId& id : analysis.order) {
      if (id == analysis.loss) continue;
      const std::span<const float> rows = watched.stepOutputOf(id);
      QVERIFY2(!rows.empty() && sameBits(rows, {whole.outputOf(id), rows.size()}), id.c_str());
    }
    QVERIFY(watched.stepOutputOf("nothing").empty());
    // Attention's inner arrays too, in the order (step, head, time).
    const std::int64_t T = 23, heads = 3, width = 24;
    for (const char* id : {"attention1", "attention1_2"}) {
      for (const std::size_t cache : {std::size_t{0}, std::size_t{1}, std::size_t{2}, std::size_t{4}}) {
        const std::span<const float> rows = watched.stepCacheOf(id, cache);
        QCOMPARE(static_cast<std::int64_t>(rows.size()), T * width);
        QVERIFY(sameBits(rows, {whole.cacheOf(id, cache), rows.size()}));
      }
      const std::span<const float> weights = watched.stepCacheOf(id, 3);
      QCOMPARE(static_cast<std::int64_t>(weights.size()), T * heads * T);
      for (std::int64_t step = 0; step < T; ++step)
        for (std::int64_t head = 0; head < heads; ++head)
          QVERIFY(sameBits(weights.subspan(static_cast<std::size_t>((step * heads + head) * T), static_cast<std::size_t>(T)), {whole.cacheOf(id, 3) + (head * T + step) * T, static_cast<std::size_t>(T)}));
    }
    QVERIFY(plain.stepCacheOf("attention1", 3).empty());
    QVERIFY(watched.stepCacheOf("attention1", 5).empty());
    QVERIFY(watched.stepCacheOf("position_embedding1", 0).empty());
  }

#ifndef GLASSBOX_SANITIZED
  void aStepTakesNoMemory_data() { addCases(); }
  void aStepTakesNoMemory() {
    QFETCH(QString, line);
    const Analysis analysis = analysisOf(line.toStdString());
    const std::vector<float> x = inputOf(analysis);
    Network network = compiled(analysis, 4);
    const float* in[] = {x.data()};
    Team::run(2, [&](Team& team) {
      network.forwardSteps({0, 1, in, 1}, team);
      counting = true;
      network.forwardSteps({0, stepsOf(analysis), in, 2}, team);
      counting = false;
    });
    QCOMPARE(allocations.exchange(0), 0);
  }
#endif

  void attentionOverStepsMatchesPlainLoops() {
    for (const KernelSet set : {KernelSet::v2, KernelSet::v3, KernelSet::v4}) {
      if (!canRun(set)) continue;
      for (const std::ptrdiff_t D : {1, 5, 16, 64})
        for (const auto& range : std::initializer_list<std::pair<std::ptrdiff_t, std::ptrdiff_t>>{{0, 1}, {0, 7}, {6, 7}, {63, 66}, {0, 150}, {37, 131}}) {
          const std::ptrdiff_t begin = range.first, end = range.second;
          const std::ptrdiff_t gap = 3, ld = D + gap, ldp = (end + 15) / 16 * 16;
          const auto numbers = [&](std::ptrdiff_t count, std::uint32_t seed) {
            std::vector<float> out(static_cast<std::size_t>(count));
            fillUniform(out, seed, 2);
            return out;
          };
          const std::vector<float> q = numbers(end * ld, 1), k = numbers(end * ld, 2), v = numbers(end * D, 3);
          const auto run = [&](const TransformerKernels& t) {
            // What nobody has stored must not be read.
            std::vector<float> keys(static_cast<std::size_t>(keyRoom(end, D)), std::numeric_limits<float>::quiet_NaN()), p(static_cast<std::size_t>(kCausalRows * ldp), keys[0]);
            std::vector<float> y(static_cast<std::size_t>((end - begin) * ld), 9);
            t.storeKeys(0, begin, D, k.data(), ld, keys.data());
            t.storeKeys(begin, end, D, k.data() + begin * ld, ld, keys.data());
            t.attendSteps(begin, end, D, q.data() + begin * ld, ld, keys.data(), v.data(), p.data(), ldp, y.data(), ld);
            return y;
          };
          const std::vector<float> got = run(kernels(set).transformer), want = run(plainKernels().transformer);
          for (std::size_t i = 0; i < got.size(); ++i)
            QVERIFY2(std::abs(got[i] - want[i]) < 2e-5f, qPrintable(QStringLiteral("%1, D %2, steps %3 to %4, number %5: %6 and %7").arg(name(set)).arg(D).arg(begin).arg(end).arg(i).arg(got[i]).arg(want[i])));
        }
    }
  }

  void memoryDoesNotGrowWithTheSquareOfTheContextNorWithItsLogits() {
    const auto bytes = [](const char* length) {
      return compiled(analysisOf("input " + std::string(length) + " element=tokens | embedding 16 tokens=5000 | position_embedding | transformer_block 2 causal=true repeat=3 | layer_norm | dense 5000 bias=false weights=embedding1 | softmax_cross_entropy"), 8).bytes();
    };
    // Each step more costs a vector of its position, a key and a value for each of 3 layers, and a place in the 32 rows of
    // attention weights of 16 blocks.
    const std::size_t perStep = sizeof(float) * (16 + 3 * (2 * 16 + 32 * 16));
    QCOMPARE(bytes("1024") - bytes("512"), 512 * perStep);
  }

  void whatCannotGoStepByStepSaysWhy_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("sentence");
    const QString cannot = "It cannot go step by step: ";
    QTest::newRow("a row of numbers") << "input 5 | dense 2 | mse" << "input1" << cannot + "5 is no sequence.";
    QTest::newRow("a picture") << "input 1x4x4 | flatten | dense 2 | mse" << "input1" << cannot + "1x4x4 is no sequence.";
    QTest::newRow("time that is flattened") << "input 5x3 | flatten | dense 2 | mse" << "flatten1" << cannot + "Flatten needs the whole sequence at once.";
    QTest::newRow("attention that looks ahead") << "input 5x4 | attention 2 | dense 2 | mse" << "attention1" << cannot + "Attention needs the whole sequence at once.";
    QTest::newRow("sequences joined in time") << "input 5x4 | concat input1 axis=0 | dense 2 | mse" << "concat1" << cannot + "Concat needs the whole sequence at once.";
  }
  void whatCannotGoStepByStepSaysWhy() {
    QFETCH(QString, line);
    QFETCH(QString, place);
    QFETCH(QString, sentence);
    const Result<Network> network = Network::compile(analysisOf(line.toStdString()), CompileOptions{1, defaultKernelSet(), false, true, 4});
    QVERIFY(!network);
    QCOMPARE(QString::fromStdString(network.error().place), place);
    QCOMPARE(QString::fromStdString(english(network.error().what)), sentence);
  }
};

QTEST_APPLESS_MAIN(TestSteps)
#include "test_steps.moc"
