// What must hold for every family of networks: one batch can be learned by heart, the loss before the first step is that of guessing,
// and a run that was stopped and read back from a file goes on as if nothing had happened.
#include <QTest>
#include <cmath>

#include "engine/io/run_checkpoint.h"
#include "engine/io/templates.h"
#include "tests/support/families.h"

using namespace glassbox;
using namespace glassbox::test;

namespace {

/// One family with room enough to learn 32 random samples; trained by Adam with the rate that suits it. Dropout, noise, smoothing and decay are off.
struct Learner {
  const char* name;
  const char* line;
  const char* plan;   ///< beside Adam
  bool masked = false;
};
constexpr Learner kLearners[] = {
    {"dense layers", "input 10 | dense 64 relu | dense 64 leaky_relu | dense 5 | softmax_cross_entropy", "rate=0.01"},
    {"normalized, without dropout and noise", "input 10 | normalize | noise 0 | dense 64 relu | dropout 0 | dense 64 relu | dense 5 | softmax_cross_entropy", "rate=0.01"},
    {"a softmax inside", "input 20 | a: dense 64 tanh | dense 16 softmax | concat a | dense 64 tanh | dense 4 | mse", "rate=0.01"},
    {"a convolution along time", "input 12x5 | conv1d 24 kernel=4 padding=1 relu | conv1d 24 stride=2 relu | flatten | dense 5 | softmax_cross_entropy", "rate=0.01"},
    {"convolutions with stride and dilation", "input 3x9x9 | conv2d 16 stride=2x1 padding=1 relu | conv2d 16 dilation=1x2 relu | flatten | dense 5 | softmax_cross_entropy", "rate=0.01"},
    {"max and average pooling", "input 3x12x12 | conv2d 24 relu | max_pool2d 2 | conv2d 24 padding=1 relu | avg_pool2d 2 | flatten | dense 5 | softmax_cross_entropy", "rate=0.01"},
    {"global average pooling", "input 3x9x9 | conv2d 32 relu | conv2d 64 relu | global_avg_pool | dense 64 relu | dense 5 | softmax_cross_entropy", "rate=0.005"},
    {"batch norm", "input 3x9x9 | conv2d 16 bias=false | batch_norm | relu | flatten | dense 32 bias=false | batch_norm | elu | dense 5 | softmax_cross_entropy", "rate=0.01"},
    {"a plain recurrent layer", "input 6x8 | rnn 64 | dense 5 | softmax_cross_entropy", "rate=0.01"},
    {"two LSTM layers", "input 6x8 | lstm 48 layers=2 | dense 5 | softmax_cross_entropy", "rate=0.02"},
    {"two GRU layers", "input 6x8 | gru 48 layers=2 | dense 5 | softmax_cross_entropy", "rate=0.02"},
    {"every step of an LSTM, masked", "input 6x8 | lstm 64 last=false | dense 5 | softmax_cross_entropy", "rate=0.02", true},
    {"attention", "input 6x16 | attention 4 | dense 64 gelu | flatten | dense 5 | softmax_cross_entropy", "rate=0.01"},
    {"causal attention, masked", "input 6x16 | attention 4 causal=true | dense 64 silu | dense 5 | softmax_cross_entropy", "rate=0.01", true},
    {"a GPT with tied weights",
     "input 8 element=tokens | embedding 32 tokens=13 | position_embedding | transformer_block 4 causal=true repeat=2 | layer_norm | dense 13 bias=false weights=embedding1 | softmax_cross_entropy", "rate=0.005", true},
    {"tokens, one answer", "input 8 element=tokens | embedding 16 tokens=20 | position_embedding | flatten | dense 64 softplus | dense 1 | binary_cross_entropy", "rate=0.01"},
    {"a residual network", "input 32 | h: dense 32 relu | dense 32 relu | add h | g: layer_norm | dense 32 gelu | add g | dense 5 | softmax_cross_entropy", "rate=0.01"},
    {"several inputs, joined", "input 12 | a: dense 48 tanh | input 4x5 | flatten | b: dense 48 sigmoid | multiply a | concat a b | dense 48 relu | dense 5 | softmax_cross_entropy", "rate=0.02"},
    {"a list read as a picture", "input 72 | reshape 2x6x6 | conv2d 16 relu | flatten | dense 32 relu | dense 1 | hinge", "rate=0.01"},
    {"numbers by mae", "input 10 | dense 64 tanh | dense 64 tanh | dense 2 | mae", "rate=0.005 schedule=cosine decay_steps=490"},
    {"numbers by huber from a sequence", "input 6x8 | gru 64 | dense 2 | huber delta=0.5", "rate=0.01"},
};

/// Of masked tokens the first three steps do not count: the same few tokens stand before different answers.
DatasetPtr batchOf32(const Learner& learner) {
  auto data = std::make_shared<Dataset>(*familyData(*specOf(learner.line), 32, learner.masked));
  if (!learner.masked || data->inputs[0].type.element != Element::Token) return data;
  const auto steps = static_cast<std::size_t>(data->mask.type.shape.count());
  for (std::size_t i = 0; i < data->mask.numbers.size(); ++i) data->mask.numbers[i] = i % steps < 3 ? 0.0f : 1.0f;
  finishHash(*data);
  return data;
}

bool isRegression(const NetworkSpec& spec) {
  const Analysis analysis = analyse(spec);
  return analysis.nodes.at(analysis.loss).target.kind == TargetKind::Numbers;
}

template<std::size_t N, class Row> void rowsOf(const Row (&rows)[N]) {
  QTest::addColumn<int>("number");
  for (std::size_t i = 0; i < N; ++i) QTest::newRow(rows[i].name) << static_cast<int>(i);
}

int number() { return *static_cast<int*>(QTest::qData("number", QMetaType::Int)); }

/// Mean of what the loss is when every prediction is 0: all a network can say whose last weights are 0.
double lossOfZeros(const Analysis& analysis, const Dataset& data) {
  const TargetType& target = analysis.nodes.at(analysis.loss).target;
  const std::string& key = analysis.nodes.at(analysis.loss).def->key;
  const Params& params = analysis.nodes.at(analysis.loss).params;
  if (target.kind == TargetKind::Class) return std::log(static_cast<double>(target.classes));
  double sum = 0, count = 0;
  for (std::size_t i = 0; i < data.target.numbers.size(); ++i) {
    const double t = data.target.numbers[i], counts = data.masked() ? data.mask.numbers[i] : 1, delta = key == "huber" ? params.number("delta") : 0;
    count += counts;
    sum += counts * (key == "mse"     ? params.number("factor") * t * t
                     : key == "mae"   ? std::abs(t)
                     : key == "huber" ? (std::abs(t) <= delta ? t * t / 2 : delta * (std::abs(t) - delta / 2))
                     : key == "hinge" ? params.number("margin")
                                      : std::log(2.0));
  }
  return sum / count;
}

}  // namespace

class TestFamilies : public QObject {
  Q_OBJECT

 private slots:
  void oneBatchIsLearnedByHeart_data() { rowsOf(kLearners); }
  void oneBatchIsLearnedByHeart() {
    const Learner& learner = kLearners[number()];
    RunSetup setup;
    setup.spec = specOf(learner.line);
    setup.data = batchOf32(learner);
    setup.plan = planOf(std::string("optimizer=adam batch=32 ") + learner.plan);
    setup.threads = 2;
    auto trainer = makeTrainer(std::move(setup));
    double first = 0, least = 1e30;
    while (trainer->status().step < 490) {
      runTo(*trainer, trainer->status().step + 35);
      for (const StepPoint& point : takePoints(*trainer)) {
        if (first == 0) first = point.loss.max;
        least = std::min(least, point.loss.min);
      }
      if (least < 1e-3 * std::min(first, 1.0)) break;
    }
    const double below = learner.masked || isRegression(*specOf(learner.line)) ? 1e-3 * first : 1e-3;
    QVERIFY2(least < below, qPrintable(QStringLiteral("from %1 to %2").arg(first).arg(least)));
  }

  /// Few weights cannot hold 32 random samples; they can hold a line.
  void oneNeuronLearnsALine() {
    auto data = std::make_shared<Dataset>(*hashedData(32, Shape{2}, "mse", 1, 3));
    for (std::size_t i = 0; i < 32; ++i) data->target.numbers[i] = 0.7f * data->inputs[0].numbers[2 * i] - 0.4f * data->inputs[0].numbers[2 * i + 1] + 0.2f;
    finishHash(*data);
    RunSetup setup;
    setup.spec = specOf("input 2 | dense 1 | mse");
    setup.data = data;
    setup.plan.values = {{"rate", 0.2}, {"batch", std::int64_t{32}}};
    auto trainer = makeTrainer(std::move(setup));
    runTo(*trainer, 490);
    const std::vector<StepPoint> points = takePoints(*trainer);
    QVERIFY(points.back().loss.max < 1e-3 * points.front().loss.max);
  }

  void theLossBeforeTheFirstStepIsThatOfGuessing_data() {
    QTest::addColumn<int>("number");
    QTest::addColumn<bool>("learner");
    for (std::size_t i = 0; i < std::size(kFamilies); ++i) QTest::newRow(kFamilies[i].name) << static_cast<int>(i) << false;
    for (std::size_t i = 0; i < std::size(kLearners); ++i) QTest::addRow("%s, to be learned by heart", kLearners[i].name) << static_cast<int>(i) << true;
  }
  void theLossBeforeTheFirstStepIsThatOfGuessing() {
    QFETCH(int, number);
    QFETCH(bool, learner);
    RunSetup setup = learner ? RunSetup() : setupOf(kFamilies[number]);
    if (learner) setup.spec = specOf(kLearners[number].line), setup.data = batchOf32(kLearners[number]);
    auto trainer = makeTrainer(setup);
    Network& network = trainer->network();
    if (network.analysis().nodes.at(setup.spec->into({network.analysis().loss, "in"})[0]->from.node).def->key == "softmax") return;  // it says 1/3, not 0
    const NodeId last = network.weightInfos().back().node;
    for (const WeightInfo& info : network.weightInfos())
      if (info.node == last) std::ranges::fill(network.weightsOf(info), 0.0f);
    const double loss = trainer->evaluate(Part::Train).loss, want = lossOfZeros(network.analysis(), *setup.data);
    QVERIFY2(std::abs(loss - want) <= 1e-5, qPrintable(QStringLiteral("%1 in place of %2").arg(loss).arg(want)));
  }

  /// With each template's own initializer, on bytes read as x/255. Weights by chance can happen to know something: one draw may lie up to
  /// 2 % below guessing, their mean may not.
  void templatesOfPicturesBeginNearGuessing_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("classes");
    for (const char* name : {"mnist-softmax", "mnist-mlp-128", "mnist-mlp-128-64", "mnist-cnn", "lenet-28", "lenet-32"}) QTest::newRow(name) << name << 10;
  }
  void templatesOfPicturesBeginNearGuessing() {
    QFETCH(QString, name);
    QFETCH(int, classes);
    const Result<Project> project = makeTemplate(name.toStdString());
    QVERIFY(project.ok());
    RunSetup setup;
    setup.spec = std::make_shared<const NetworkSpec>(project->spec);
    setup.plan = project->plan;
    const Result<DatasetPtr> data = load(project->data, ".");
    QVERIFY(data.ok());
    setup.data = *data;
    double mean = 0;
    for (setup.plan.seed = 1; setup.plan.seed <= 7; ++setup.plan.seed) {
      const double loss = makeTrainer(setup)->evaluate(Part::Test).loss;
      QVERIFY2(loss > 0.98 * std::log(classes) && loss < 1.15 * std::log(classes), qPrintable(QString::number(loss)));
      mean += loss / 7;
    }
    QVERIFY2(mean > std::log(classes) - 1e-5, qPrintable(QString::number(mean)));
  }

  void aStoppedRunGoesOnAsIfNeverStopped_data() { rowsOf(kFamilies); }
  void aStoppedRunGoesOnAsIfNeverStopped() {
    RunSetup setup = setupOf(kFamilies[number()]);
    setup.plan.values.set("patience", std::int64_t{4});
    setup.plan.values.set("epochs", std::int64_t{12});
    setup.changes = {{4, "rate", 0.5 * std::get<double>(*setup.plan.values.find("rate"))}, {9, "l2", 0.01}};
    auto whole = makeTrainer(setup);
    whole->run();
    whole->waitUntilIdle();
    const std::int64_t end = whole->status().step;
    for (const std::int64_t stop : {std::int64_t{1}, std::int64_t{4}, std::int64_t{5}, std::int64_t{9}, std::int64_t{11}, end / 2 + 1, end}) {
      auto first = makeTrainer(setup);
      runTo(*first, std::min(stop, end));
      const std::string bytes = writeSafetensors(runToFile(*first, first->setup().data.get()));
      const auto file = parseSafetensors({reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()}, "run");
      QVERIFY(file.ok());
      auto second = makeTrainer(setup);
      const Result<void> read = runFromFile(*second, *file, first->changes(), first->setup().data.get(), "run");
      QVERIFY2(read.ok(), read.ok() ? "" : english(read.error()).c_str());
      second->run();
      second->waitUntilIdle();
      QVERIFY2(second->fingerprint() == whole->fingerprint(), qPrintable(QStringLiteral("stopped at step %1 of %2").arg(stop).arg(end)));
      QCOMPARE(second->status().step, end);
      QCOMPARE(second->status().reason, whole->status().reason);
      QCOMPARE(second->status().bestStep, whole->status().bestStep);
      QCOMPARE(second->status().bestValidation, whole->status().bestValidation);
      QCOMPARE(second->evaluate(Part::Validation).loss, whole->evaluate(Part::Validation).loss);
    }
  }
};

QTEST_GUILESS_MAIN(TestFamilies)
#include "test_families.moc"
