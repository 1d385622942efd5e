// Every template: its parameters, that it trains at once and gets better, and what the data change of it.
#include <QTest>
#include <numeric>

#include "tests/support/examples.h"

using namespace glassbox;
using namespace glassbox::test;

namespace {

/// Mean loss of steps [begin, end).
double meanLoss(const std::vector<StepPoint>& points, std::size_t begin, std::size_t end) {
  double sum = 0;
  for (std::size_t i = begin; i < end; ++i) sum += points.at(i).loss.sum;
  return sum / static_cast<double>(end - begin);
}

}  // namespace

class TestExamples : public QObject {
  Q_OBJECT

 private slots:
  void theirParametersAreThoseCountedByHand_data() {
    QTest::addColumn<int>("count");
    QTest::newRow("linear-regression") << 1 + 1;
    QTest::newRow("logistic-regression") << 2 + 1;
    QTest::newRow("xor") << (2 * 4 + 4) + (4 + 1);
    QTest::newRow("spirals") << (2 * 8 + 8) + (8 * 8 + 8) + (8 + 1);
    QTest::newRow("mnist-softmax") << 784 * 10 + 10;
    QTest::newRow("mnist-mlp-128") << (784 * 128 + 128) + (128 * 10 + 10);
    QTest::newRow("mnist-mlp-128-64") << 109386;  // as the lesson on digits asks
    QTest::newRow("mnist-cnn") << 34826;          // as in Keras' example
    QTest::newRow("lenet-28") << 61706;
    QTest::newRow("lenet-32") << 62006;
    QTest::newRow("rnn-echo") << (16 * 1 + 16 * 16 + 2 * 16) + (16 + 1);
    QTest::newRow("rnn-adding") << 4 * (32 * 2 + 32 * 32 + 2 * 32) + (32 + 1);
    QTest::newRow("autoencoder") << (784 * 128 + 128) + (128 * 16 + 16) + (16 * 128 + 128) + (128 * 784 + 784);
    QTest::newRow("embedding") << 52 * 16 + (16 * 52 + 52);
    QTest::newRow("attention-reverse") << 8 * 32 + 5 * 32 + 4 * (32 * 32 + 32) + (32 * 8 + 8);
    // A block: attention 4 w^2 + 4 w, two dense layers 8 w^2 + 5 w, two layer norms 4 w.
    QTest::newRow("gpt-sums") << 12 * 64 + 8 * 64 + 2 * (12 * 64 * 64 + 13 * 64) + 2 * 64 + (64 * 12 + 12);
    QTest::newRow("gpt-text") << 22 * 128 + 64 * 128 + 4 * (12 * 128 * 128 + 13 * 128) + 2 * 128;  // the head shares the embedding's table
  }
  void theirParametersAreThoseCountedByHand() {
    QFETCH(int, count);
    const RunSetup setup = exampleSetup(QTest::currentDataTag());
    QCOMPARE(*setup.spec, makeTemplate(QTest::currentDataTag())->spec);  // as it is in the catalogue, so it fits its data
    const Analysis analysis = analyse(*setup.spec);
    QVERIFY(analysis.sound());
    QCOMPARE(analysis.parameters, count);
  }

  void noneIsLeftOut() {
    QCOMPARE(allTemplates().size(), std::size_t{17});
    for (const char* name : {"linear-regression", "logistic-regression", "xor", "spirals", "mnist-softmax", "mnist-mlp-128", "mnist-mlp-128-64", "mnist-cnn", "lenet-28", "lenet-32", "rnn-echo",
                             "rnn-adding", "embedding", "attention-reverse", "gpt-sums", "gpt-text", "autoencoder"})
      QVERIFY2(findTemplate(name), name);
  }

  void eachGetsBetterInItsFirstSteps_data() {
    QTest::addColumn<int>("steps");
    for (const TemplateDef& def : allTemplates()) QTest::newRow(def.name.c_str()) << (def.name == "rnn-echo" ? 400 : def.name == "rnn-adding" || def.name == "embedding" || def.name == "lenet-32" ? 200 : 60);
  }
  void eachGetsBetterInItsFirstSteps() {
    QFETCH(int, steps);
    RunSetup setup = exampleSetup(QTest::currentDataTag());
    setup.recordEveryStep = true;
    auto trainer = makeTrainer(std::move(setup));
    trainer->runSteps(steps);
    trainer->waitUntilIdle();
    QVERIFY2(!trainer->failure(), trainer->failure() ? english(*trainer->failure()).c_str() : "");
    const std::vector<StepPoint> points = takePoints(*trainer);
    QCOMPARE(points.size(), static_cast<std::size_t>(steps));
    const std::size_t tenth = points.size() / 10;
    const double first = meanLoss(points, 0, tenth), last = meanLoss(points, points.size() - tenth, points.size());
    QVERIFY2(last < 0.9 * first, qPrintable(QStringLiteral("%1 in the first steps, %2 in the last").arg(first).arg(last)));
  }

  // A language model begins by guessing evenly: the loss is about ln(tokens) (reliability.md allows 15 % above).
  void aLanguageModelBeginsWithTheLogarithmOfItsVocabulary_data() {
    QTest::addColumn<double>("tokens");
    QTest::newRow("attention-reverse") << 8.0;
    QTest::newRow("embedding") << 52.0;
    QTest::newRow("gpt-text") << 22.0;
  }
  void aLanguageModelBeginsWithTheLogarithmOfItsVocabulary() {
    QFETCH(double, tokens);
    auto trainer = makeTrainer(exampleSetup(QTest::currentDataTag()));
    trainer->runSteps(1);
    trainer->waitUntilIdle();
    const double loss = takePoints(*trainer).at(0).loss.sum;
    QVERIFY2(loss > 0.9 * std::log(tokens) && loss < 1.15 * std::log(tokens), qPrintable(QStringLiteral("%1, ln(%2) = %3").arg(loss).arg(tokens).arg(std::log(tokens))));
  }

  // Else it would read the answer, and its figure would say nothing.
  void aLanguageModelSeesOnlyWhatCameBefore_data() {
    QTest::addColumn<int>("steps");
    QTest::newRow("gpt-sums") << 8;
    QTest::newRow("gpt-text") << 64;
  }
  void aLanguageModelSeesOnlyWhatCameBefore() {
    QFETCH(int, steps);
    auto trainer = makeTrainer(exampleSetup(QTest::currentDataTag()));
    const auto classes = static_cast<std::ptrdiff_t>(trainer->setup().data->classes());
    std::vector<float> tokens(static_cast<std::size_t>(steps), 1.0f);
    const float* x = tokens.data();
    const auto run = [&] {
      NetworkInput input;
      input.batch = 1;
      input.inputs = {&x, 1};
      input.mode = Mode::Inference;
      Team alone;
      trainer->network().forward(input, alone);
      const std::span<const float> out = trainer->network().output();
      return std::vector<float>(out.begin(), out.begin() + steps * classes);
    };
    const std::vector<float> before = run();
    const std::ptrdiff_t place = steps / 2;
    tokens[static_cast<std::size_t>(place)] = 5;
    const std::vector<float> after = run();
    QVERIFY2(std::equal(before.begin(), before.begin() + place * classes, after.begin()), "a step sees what comes after it");
    QVERIFY2(!std::equal(before.begin() + place * classes, before.end(), after.begin() + place * classes), "the token makes no difference");
  }

  // ---- the autoencoder's data -------------------------------------------------------------------------------------

  void aPictureCanBeItsOwnAnswer_data() {
    QTest::addColumn<QString>("source");
    QTest::newRow("bytes of digits") << "digits";
    QTest::newRow("colors and a changed test part") << "shapes";
  }
  void aPictureCanBeItsOwnAnswer() {
    QFETCH(QString, source);
    DataSpec spec;
    spec.source = source.toStdString();
    spec.params = {{"images", std::int64_t{40}}};
    spec.shares = {0.25, 0.25};
    if (source == "shapes") spec.params.set("shift", std::int64_t{3});
    const Result<DatasetPtr> classes = load(spec, ".");
    spec.params.set("answer", std::string("picture"));
    const Result<DatasetPtr> pictures = load(spec, ".");
    QVERIFY(classes.ok() && pictures.ok());
    const Dataset& data = **pictures;
    QCOMPARE(data.task, DataTask::Regression);
    QCOMPARE(data.classes(), 0);
    QCOMPARE(data.target.type.shape, data.inputs[0].type.shape);
    for (const Part part : {Part::Train, Part::Validation, Part::Test}) QCOMPARE(rows(data, part).size(), rows(**classes, part).size());
    const auto size = static_cast<std::size_t>(data.target.type.shape.count());
    std::vector<float> x(size), y(size), same(size);
    for (std::int64_t row = 0; row < data.samples(); ++row) {
      data.inputs[0].read(row, x.data());
      data.target.read(row, y.data());
      (*classes)->inputs[0].read(row, same.data());
      QCOMPARE(y, x);
      QCOMPARE(x, same);
    }
    QVERIFY(data.hash != (*classes)->hash);
  }

  void anAutoencoderWithClassesForAnswersIsRefused() {
    RunSetup setup = exampleSetup("autoencoder", 1, [](Project& project) { project.data.params = {}; });
    const Result<std::unique_ptr<Trainer>> refused = Trainer::create(std::move(setup));
    QVERIFY(!refused.ok());
    QVERIFY2(english(refused.error()).find("10 classes") != std::string::npos, english(refused.error()).c_str());
  }

  // ---- other data -----------------------------------------------------------------------------------------------------

  /// An embedding that shares its table with the output follows the data's vocabulary both ways; one of its own only grows.
  void aSharedTableHasARowForEachToken() {
    const NetworkSpec shared = makeTemplate("gpt-text")->spec, own = makeTemplate("gpt-sums")->spec;
    for (const std::int64_t size : {2, 8, 300}) {
      Dataset text;
      text.vocabulary = text.classNames = numberedNames("t", size);
      text.task = taskOfClasses(size);
      const NetworkSpec adapted = adaptToData(shared, text).spec;
      QCOMPARE(*adapted.find("embedding1")->params.find("tokens"), ParamValue(size));
      QVERIFY(analyse(adapted).sound());
      const NetworkSpec grown = adaptToData(own, text).spec;
      QCOMPARE(*grown.find("embedding1")->params.find("tokens"), ParamValue(std::max<std::int64_t>(size, 12)));
      QVERIFY(analyse(grown).sound());
    }
  }
};

QTEST_APPLESS_MAIN(TestExamples)
#include "test_examples.moc"
