// The built-in data sets: the same bits everywhere, the shapes and shares they promise, and digits that can be learned.
#include <QTest>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <set>

#include "engine/data/data_spec.h"

using namespace glassbox;

namespace {

Result<DatasetPtr> draw(const std::string& key, Params params = {}, std::uint64_t seed = 1) {
  DataSpec spec;
  spec.source = key;
  spec.params = std::move(params);
  spec.seed = seed;
  spec.shares = {0, 0};
  return load(spec, ".");
}

std::int64_t countOf(const Dataset& data, int label, std::int64_t rows) {
  std::int64_t count = 0;
  for (std::int64_t row = 0; row < rows; ++row) {
    float value = 0;
    data.target.read(row, &value);
    count += static_cast<int>(value) == label;
  }
  return count;
}

/// The points and pictures of the plane; data made of text are tested in test_text.
std::vector<const GeneratorDef*> ofNumbers() {
  std::vector<const GeneratorDef*> out;
  for (const GeneratorDef* def : allGenerators())
    if (def->params[0].key == "points" || def->params[0].key == "images") out.push_back(def);
  return out;
}

/// Share of the second half that lies nearest to the mean of its class in the first half.
double nearestMeanAccuracy(const Dataset& data) {
  const auto length = static_cast<std::size_t>(data.inputs[0].type.shape.count());
  const auto classes = static_cast<std::size_t>(data.classes());
  std::vector<std::vector<double>> means(classes, std::vector<double>(length));
  std::vector<double> counts(classes);
  std::vector<float> x(length);
  float y = 0;
  for (std::int64_t row = 0; row < data.train; ++row) {
    data.inputs[0].read(row, x.data());
    data.target.read(row, &y);
    if (row >= data.train / 2) break;
    ++counts[static_cast<std::size_t>(y)];
    for (std::size_t i = 0; i < length; ++i) means[static_cast<std::size_t>(y)][i] += static_cast<double>(x[i]);
  }
  for (std::size_t c = 0; c < classes; ++c)
    for (double& value : means[c]) value /= counts[c];
  std::int64_t right = 0;
  for (std::int64_t row = data.train / 2; row < data.train; ++row) {
    data.inputs[0].read(row, x.data());
    data.target.read(row, &y);
    double nearest = std::numeric_limits<double>::max();
    std::size_t found = 0;
    for (std::size_t c = 0; c < classes; ++c) {
      double distance = 0;
      for (std::size_t i = 0; i < length; ++i)
        distance += (static_cast<double>(x[i]) - means[c][i]) * (static_cast<double>(x[i]) - means[c][i]);
      if (distance < nearest) nearest = distance, found = c;
    }
    right += found == static_cast<std::size_t>(y);
  }
  return static_cast<double>(right) / static_cast<double>(data.train - data.train / 2);
}

} // namespace

class TestGenerators : public QObject {
  Q_OBJECT

 private slots:
  // Golden: Dataset::hash of `load` with default settings, seed 1, shares of 0. They may change only with a generator.
  void theBitsAreTheSameOnEveryComputer_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<quint64>("hash");
    QTest::newRow("line") << "line" << quint64{0x2604c84e80d16c07};
    QTest::newRow("xor") << "xor" << quint64{0x9feb2cb331b67861};
    QTest::newRow("gaussians") << "gaussians" << quint64{0xd119c2acbcd32315};
    QTest::newRow("circle") << "circle" << quint64{0x954689544a5b4d5d};
    QTest::newRow("spirals") << "spirals" << quint64{0xb3cbfa7c676873b6};
    QTest::newRow("moons") << "moons" << quint64{0xffc410adada4d7eb};
    QTest::newRow("sine") << "sine" << quint64{0x4a6330ed1af8c0c4};
    QTest::newRow("plane") << "plane" << quint64{0xcc761c07fc9705ab};
    QTest::newRow("bumps") << "bumps" << quint64{0xfababaaeae82b17d};
    QTest::newRow("sums") << "sums" << quint64{0xfea5c658e69e9275};
    QTest::newRow("names") << "names" << quint64{0x2821f4c487e19a41};
    QTest::newRow("grammar") << "grammar" << quint64{0x9d88f30174df4ddc};
    QTest::newRow("digits") << "digits" << quint64{0x7c220cdc459a1257};
    QTest::newRow("echo") << "echo" << quint64{0x8ebbbf727fa183b5};
    QTest::newRow("parity") << "parity" << quint64{0x6e9c54eefeb794e7};
    QTest::newRow("adding") << "adding" << quint64{0x906bcaccdd50702c};
    QTest::newRow("copy") << "copy" << quint64{0xae985c5a8ddb9693};
    QTest::newRow("reverse") << "reverse" << quint64{0x30f899e86c296830};
    QTest::newRow("sort") << "sort" << quint64{0xc39b2f7fa0e96830};
    QTest::newRow("brackets") << "brackets" << quint64{0x0b5e5bb0bb335bb1};
    QTest::newRow("shapes") << "shapes" << quint64{0x77f3ebd1e020c1c9};
  }
  void theBitsAreTheSameOnEveryComputer() {
    QFETCH(QString, key);
    QFETCH(quint64, hash);
    Result<DatasetPtr> data = draw(key.toStdString());
    QVERIFY(data.ok());
    QCOMPARE(QString::number((*data)->hash, 16), QString::number(hash, 16));
  }

  void everyGeneratorKeepsItsPromises_data() {
    QTest::addColumn<QString>("key");
    for (const GeneratorDef* def : ofNumbers()) QTest::newRow(def->key.c_str()) << QString::fromStdString(def->key);
  }
  void everyGeneratorKeepsItsPromises() {
    QFETCH(QString, key);
    const GeneratorDef* def = findGenerator(key.toStdString());
    QVERIFY(def && !def->title.empty() && !def->help.empty());
    for (const ParamDef& param : def->params) QVERIFY2(!param.label.empty() && !param.help.empty(), param.key.c_str());
    const Params fallback = *complete(def->params, {});
    const std::string size = def->params[0].key;
    const std::int64_t count = fallback.integer(size);
    Result<Dataset> data = def->make(fallback, 5), again = def->make(fallback, 5), other = def->make(fallback, 6);
    QVERIFY(data.ok() && again.ok() && other.ok());
    for (Dataset* made : {&*data, &*again, &*other}) finishHash(*made);
    QCOMPARE(data->hash, again->hash);
    QVERIFY(data->hash != other->hash);
    QCOMPARE(data->samples(), count);
    QCOMPARE(data->train, count);
    QCOMPARE(data->inputs.size(), std::size_t{1});
    QCOMPARE(data->inputs[0].samples(), count);
    QCOMPARE(data->target.samples(), count);
    const bool tokens = data->inputs[0].type.element == Element::Token;
    QCOMPARE(tokens, !data->vocabulary.empty());
    for (float value : data->inputs[0].numbers)
      QVERIFY(tokens ? value >= 0 && value < static_cast<float>(data->vocabulary.size()) && value == std::floor(value) : std::isfinite(value) && std::abs(value) < 1.5f);
    for (float value : data->mask.numbers) QVERIFY(value == 0 || value == 1);
    if (data->target.type.shape.count() > 1) return;
    if (data->task == DataTask::Regression) return;
    for (int label = 0; label < data->classes(); ++label) {
      QCOMPARE(countOf(*data, label, count), count / data->classes());         // balanced,
      QCOMPARE(countOf(*data, label, 10 * data->classes()), std::int64_t{10}); // and mixed from the start
    }

    // The smaller set is the beginning of the larger one.
    Params few = fallback;
    few.set(size, std::int64_t{20});
    Result<Dataset> small = def->make(few, 5);
    QVERIFY(small.ok());
    std::vector<float> a(3072), b(3072);
    for (std::int64_t row = 0; row < 20; ++row) {
      small->inputs[0].read(row, a.data());
      data->inputs[0].read(row, b.data());
      QCOMPARE(a, b);
    }
  }

  void everyGeneratorTakesTheEndsOfItsSliders() {
    for (const GeneratorDef* def : ofNumbers())
      for (bool most : {false, true}) {
        Params params;
        for (const ParamDef& param : def->params) {
          if (param.kind != ParamKind::Integer && param.kind != ParamKind::Number) continue;
          const bool isSize = &param == &def->params[0];
          const double value = most && !isSize ? param.max : param.min;
          if (param.kind == ParamKind::Switch)
            params.set(param.key, most);
          else if (param.kind == ParamKind::Integer)
            params.set(param.key, static_cast<std::int64_t>(value));
          else
            params.set(param.key, value);
        }
        Result<DatasetPtr> data = draw(def->key, params);
        QVERIFY2(data.ok(), def->key.c_str());
        for (float value : (*data)->inputs[0].numbers) QVERIFY(std::isfinite(value));
      }
  }

  void aSettingOutsideItsRangeIsRefused() {
    Result<DatasetPtr> data = draw("spirals", {{"points", std::int64_t{1000000000}}});
    QVERIFY(!data.ok());
    QCOMPARE(english(data.error()), std::string("points is 1e+09; it must lie between 4 and 100000."));
    QVERIFY(!draw("spirals", {{"colour", 1.0}}).ok());
  }

  void theBalanceIsKeptToOneSample_data() {
    QTest::addColumn<QString>("key");
    for (const char* key : {"xor", "gaussians", "circle", "spirals"}) QTest::newRow(key) << QString(key);
  }
  void theBalanceIsKeptToOneSample() {
    QFETCH(QString, key);
    for (double balance : {0.05, 0.1, 0.3, 0.75}) {
      Result<DatasetPtr> data = draw(key.toStdString(), {{"points", std::int64_t{1000}}, {"balance", balance}});
      QVERIFY(data.ok());
      QCOMPARE(countOf(**data, 1, 1000), static_cast<std::int64_t>(std::llround(1000 * balance)));
    }
    Result<DatasetPtr> data = draw(key.toStdString(), {{"points", std::int64_t{200}}, {"balance", 0.29}});
    QCOMPARE(countOf(**data, 1, 200), std::int64_t{58}); // although 200 * 0.29 is 57.99999999999999
  }

  void theLineHasItsSlopeAndIntercept() {
    Result<DatasetPtr> data = draw("line", {{"slope", -3.0}, {"intercept", 0.25}, {"noise", 0.0}});
    QVERIFY(data.ok());
    for (std::int64_t row = 0; row < (*data)->train; ++row) {
      float x = 0, y = 0;
      (*data)->inputs[0].read(row, &x);
      (*data)->target.read(row, &y);
      QVERIFY2(std::abs(y - (-3 * x + 0.25f)) < 1e-6f, qPrintable(QString("row %1: x %2, y %3").arg(row).arg(x).arg(y)));
    }
  }

  void xorIsTheSignOfTheProduct() {
    Result<DatasetPtr> data = draw("xor", {{"noise", 0.05}}); // twelve standard deviations from the axes
    QVERIFY(data.ok());
    for (std::int64_t row = 0; row < (*data)->train; ++row) {
      float x[2], y = 0;
      (*data)->inputs[0].read(row, x);
      (*data)->target.read(row, &y);
      QCOMPARE(y, x[0] * x[1] < 0 ? 1.f : 0.f);
    }
  }

  void theCircleHasItsClassesInsideAndOutside() {
    Result<DatasetPtr> data = draw("circle", {{"noise", 0.0}});
    QVERIFY(data.ok());
    for (std::int64_t row = 0; row < (*data)->train; ++row) {
      float x[2], y = 0;
      (*data)->inputs[0].read(row, x);
      (*data)->target.read(row, &y);
      QCOMPARE(y, x[0] * x[0] + x[1] * x[1] < 0.36f ? 1.f : 0.f);
    }
  }

  void theSpiralsAreEachOtherTurnedByHalfACircle() {
    // Without noise every point of class 1, turned by half a circle, is on the curve of class 0: its angle follows from its radius.
    Result<DatasetPtr> data = draw("spirals", {{"noise", 0.0}, {"turns", 1.0}});
    QVERIFY(data.ok());
    for (std::int64_t row = 0; row < (*data)->train; ++row) {
      float x[2], y = 0;
      (*data)->inputs[0].read(row, x);
      (*data)->target.read(row, &y);
      const double radius = std::hypot(x[0], x[1]), along = (radius - 0.15) / 0.85;
      const double angle = std::atan2(x[1], x[0]) - M_PI / 3 + 2 * M_PI * (1 - along) - static_cast<double>(y) * M_PI;
      QVERIFY2(std::abs(std::remainder(angle, 2 * M_PI)) < 1e-5, qPrintable(QString("row %1, class %2").arg(row).arg(y)));
    }
  }

  void theSineThePlaneAndTheBumpsAreTheirFormulas() {
    Result<DatasetPtr> sine = draw("sine", {{"waves", 2.0}, {"noise", 0.0}});
    Result<DatasetPtr> plane = draw("plane", {{"slope1", 2.0}, {"slope2", -3.0}, {"intercept", 0.5}, {"noise", 0.0}});
    Result<DatasetPtr> bump = draw("bumps", {{"bumps", std::int64_t{1}}, {"width", 0.3}, {"noise", 0.0}, {"points", std::int64_t{2000}}});
    QVERIFY(sine.ok() && plane.ok() && bump.ok());
    float best = 0, x[2], y = 0, center[2] = {};
    for (std::int64_t row = 0; row < 2000; ++row) {
      (*bump)->inputs[0].read(row, x);
      (*bump)->target.read(row, &y);
      if (y > best) best = y, center[0] = x[0], center[1] = x[1];
    }
    QVERIFY(best > 0.98f && best <= 1);
    for (std::int64_t row = 0; row < 2000; ++row) {
      (*bump)->inputs[0].read(row, x);
      (*bump)->target.read(row, &y);
      const double distance = std::hypot(x[0] - center[0], x[1] - center[1]); // the highest point lies within 0.06 of the top
      QVERIFY2(std::abs(static_cast<double>(y) - std::exp(-distance * distance / 0.18)) < 0.15, qPrintable(QString::number(distance)));
    }
    for (std::int64_t row = 0; row < 100; ++row) {
      (*sine)->inputs[0].read(row, x);
      (*sine)->target.read(row, &y);
      QVERIFY(std::abs(static_cast<double>(y) - std::sin(2 * M_PI * static_cast<double>(x[0]))) < 1e-5); // two waves over a length of 2
      (*plane)->inputs[0].read(row, x);
      (*plane)->target.read(row, &y);
      QVERIFY(std::abs(y - (2 * x[0] - 3 * x[1] + 0.5f)) < 1e-5f);
    }
  }

  void theMoonsAreHalfCircles() {
    Result<DatasetPtr> data = draw("moons", {{"noise", 0.0}});
    QVERIFY(data.ok());
    for (std::int64_t row = 0; row < (*data)->train; ++row) {
      float x[2], y = 0;
      (*data)->inputs[0].read(row, x);
      (*data)->target.read(row, &y);
      const float centerX = y == 0 ? -0.3f : 0.3f, centerY = y == 0 ? -0.15f : 0.15f;
      QVERIFY(std::abs(std::hypot(x[0] - centerX, x[1] - centerY) - 0.6f) < 1e-5f);
      QVERIFY((y == 0 ? 1 : -1) * (x[1] - centerY) > -1e-5f); // one opens downwards, the other upwards
    }
  }

  void moreClassesAreSharedOutEvenlyOrByTheirOdds_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("classes");
    for (const char* key : {"gaussians", "spirals"})
      for (int classes : {3, 4, 6}) QTest::addRow("%s, %d classes", key, classes) << QString(key) << classes;
  }
  void moreClassesAreSharedOutEvenlyOrByTheirOdds() {
    QFETCH(QString, key);
    QFETCH(int, classes);
    Result<DatasetPtr> even = draw(key.toStdString(), {{"points", std::int64_t{600}}, {"classes", std::int64_t{classes}}});
    QVERIFY(even.ok());
    QCOMPARE((*even)->classes(), std::int64_t{classes});
    QCOMPARE((*even)->task, DataTask::Classes);
    for (int label = 0; label < classes; ++label) QCOMPARE(countOf(**even, label, 600), std::int64_t{600 / classes});
    // Balance 0.75: class 1 comes three times as often as each other one, 3 of classes + 2.
    Result<DatasetPtr> odd = draw(key.toStdString(), {{"points", std::int64_t{1000 * (classes + 2)}}, {"classes", std::int64_t{classes}}, {"balance", 0.75}});
    QVERIFY(odd.ok());
    for (int label = 0; label < classes; ++label) QVERIFY(std::abs(countOf(**odd, label, (*odd)->train) - (label == 1 ? 3000 : 1000)) <= 1);
  }

  void cloudsOfManyClassesLieOnACircle() {
    Result<DatasetPtr> data = draw("gaussians", {{"classes", std::int64_t{5}}, {"noise", 0.0}});
    QVERIFY(data.ok());
    for (std::int64_t row = 0; row < 50; ++row) {
      float x[2], y = 0;
      (*data)->inputs[0].read(row, x);
      (*data)->target.read(row, &y);
      const double angle = std::atan2(x[1], x[0]) - 1.25 * M_PI - 2 * M_PI * static_cast<double>(y) / 5;
      QVERIFY(std::abs(std::hypot(x[0], x[1]) - 0.4f * std::sqrt(2.0f)) < 1e-5f);
      QVERIFY(std::abs(std::remainder(angle, 2 * M_PI)) < 1e-5);
    }
  }

  void digitsLieInTheMiddleLikeMnist() {
    Result<DatasetPtr> data = draw("digits", {{"images", std::int64_t{500}}});
    QVERIFY(data.ok());
    QCOMPARE((*data)->inputs[0].type.shape, (Shape{1, 28, 28}));
    double all = 0;
    for (std::int64_t row = 0; row < 500; ++row) {
      float x[784];
      (*data)->inputs[0].read(row, x);
      double mass = 0, across = 0, down = 0, border = 0;
      for (int i = 0; i < 784; ++i) {
        const double ink = static_cast<double>(x[i]);
        mass += ink;
        across += ink * (i % 28 + 0.5);
        down += ink * (i / 28 + 0.5);
        if (i % 28 == 0 || i % 28 == 27 || i < 28 || i >= 27 * 28) border += ink;
      }
      const QString where = QString("image %1: mass %2 at %3, %4").arg(row).arg(mass).arg(across / mass).arg(down / mass);
      QVERIFY2(mass > 15 && mass < 300, qPrintable(where));
      QVERIFY2(std::abs(across / mass - 14) < 2.5 && std::abs(down / mass - 14) < 2.5, qPrintable(where));
      QVERIFY2(border < 3, qPrintable(where));
      all += mass / 784;
    }
    QVERIFY2(all / 500 > 0.09 && all / 500 < 0.17, qPrintable(QString::number(all / 500))); // MNIST: 0.1307
  }

  void digitsCanBeLearnedAndAreNotTrivial() {
    Result<DatasetPtr> data = draw("digits");
    QVERIFY(data.ok());
    const double accuracy = nearestMeanAccuracy(**data);
    qInfo("nearest class mean: %.1f %%", 100 * accuracy);
    QVERIFY2(accuracy > 0.60 && accuracy < 0.99, qPrintable(QString::number(accuracy)));
  }

  void withoutJitterAllDigitsOfAKindAreOneOfTheirShapes() {
    Result<DatasetPtr> data = draw("digits", {{"images", std::int64_t{400}}, {"jitter", 0.0}});
    QVERIFY(data.ok());
    const std::array<std::size_t, 10> shapes{1, 2, 1, 1, 2, 1, 1, 2, 1, 2};
    std::array<std::set<std::vector<float>>, 10> seen;
    for (std::int64_t row = 0; row < 400; ++row) {
      std::vector<float> x(784);
      float y = 0;
      (*data)->inputs[0].read(row, x.data());
      (*data)->target.read(row, &y);
      seen[static_cast<std::size_t>(y)].insert(x);
    }
    for (std::size_t digit = 0; digit < 10; ++digit) QCOMPARE(seen[digit].size(), shapes[digit]);
  }

  /// Means of the three colors in the picture's corner, and of its whole.
  void theColorOfAShapeSaysNothingAboutItsKind() {
    Result<DatasetPtr> data = draw("shapes");
    QVERIFY(data.ok());
    QCOMPARE((*data)->inputs[0].type.shape, (Shape{3, 32, 32}));
    std::vector<float> x(3072);
    std::array<std::array<double, 3>, 10> ground{};
    for (std::int64_t row = 0; row < 4000; ++row) {
      float y = 0;
      (*data)->inputs[0].read(row, x.data());
      (*data)->target.read(row, &y);
      for (std::size_t c = 0; c < 3; ++c) ground[static_cast<std::size_t>(y)][c] += static_cast<double>(x[c * 1024]) / 400;
    }
    // A uniform number has deviation 0.29, the mean of 400 of them 0.0145: four of those.
    for (const auto& means : ground)
      for (const double mean : means) QVERIFY2(std::abs(mean - 0.5) < 0.06, qPrintable(QString::number(mean)));
    const double accuracy = nearestMeanAccuracy(**data);
    QVERIFY2(accuracy < 0.25, qPrintable(QString::number(accuracy)));  // chance is 0.1: a mean picture is hardly any help
  }

  void theShortcutTellsTheClassInTrainingOnly() {
    DataSpec spec;
    spec.source = "shapes";
    spec.params = {{"images", std::int64_t{1000}}, {"shortcut", true}};
    spec.shares = {0.1, 0.25};
    Result<DatasetPtr> data = load(spec, ".");
    QVERIFY(data.ok());
    std::vector<float> x(3072);
    std::map<std::vector<float>, float> classOf;
    int misled = 0;
    for (std::int64_t row = 0; row < 1000; ++row) {
      float y = 0;
      (*data)->inputs[0].read(row, x.data());
      (*data)->target.read(row, &y);
      const std::vector<float> dot{x[2 * 32 + 2], x[1024 + 2 * 32 + 2], x[2048 + 2 * 32 + 2]};
      if (row < (*data)->train + (*data)->validation) QCOMPARE(classOf.try_emplace(dot, y).first->second, y);
      else misled += classOf.at(dot) != y;
    }
    QCOMPARE(classOf.size(), std::size_t{10});
    QVERIFY2(misled > 200 && misled < 245, qPrintable(QString::number(misled)));  // of 250, nine in ten: 225, deviation 4.7
  }

  void theShiftMovesTheTestPartOnly() {
    DataSpec spec;
    spec.source = "shapes";
    spec.params = {{"images", std::int64_t{100}}};
    Result<DatasetPtr> plain = load(spec, ".");
    spec.params.set("shift", std::int64_t{3});
    Result<DatasetPtr> moved = load(spec, ".");
    QVERIFY(plain.ok() && moved.ok());
    std::vector<float> a(3072), b(3072);
    for (std::int64_t row = 0; row < 100; ++row) {
      (*plain)->inputs[0].read(row, a.data());
      (*moved)->inputs[0].read(row, b.data());
      const std::size_t by = row < (*plain)->train ? 0 : 3;
      for (std::size_t i = 0; i < 3072; ++i) QCOMPARE(b[i], a[i % 32 < by ? i / 32 * 32 : i - by]);
    }

    // With both traps set the training part still stays where it is.
    spec.params.set("shortcut", true);
    Result<DatasetPtr> both = load(spec, ".");
    spec.params.set("shift", std::int64_t{0});
    Result<DatasetPtr> shortcut = load(spec, ".");
    QVERIFY(both.ok() && shortcut.ok());
    for (std::int64_t row = 0; row < 100; ++row) {
      (*both)->inputs[0].read(row, a.data());
      (*shortcut)->inputs[0].read(row, b.data());
      QCOMPARE(a == b, row < (*both)->train);
    }
  }
};

QTEST_APPLESS_MAIN(TestGenerators)
#include "test_generators.moc"
