// Same results on every computer: golden fingerprints of every family with the kernels that every x86-64 has, and no call on the way
// of a function whose last bit the C library chooses by the processor.
//
// The golden file is written anew by  GLASSBOX_WRITE_FINGERPRINTS=tests/golden/fingerprints.json build/release/tests/test_portable
// A change of it is a change of what every project computes: say in the commit why.
#include <QTest>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>

#include "engine/data/data_spec.h"
#include "engine/kernels/cpu.h"
#include "engine/train/schedules.h"
#include "tests/support/counted_math.h"
#include "tests/support/families.h"

using namespace glassbox;
using namespace glassbox::test;

namespace {

const std::string kFile = GLASSBOX_SOURCE_DIR "/tests/golden/fingerprints.json";
constexpr int kSteps = 60;

RunSetup portableSetup(const Family& family) {
  RunSetup setup = setupOf(family);
  setup.plan.values.set("portable", true);
  setup.threads = 2;
  return setup;
}

std::string fingerprintOf(RunSetup setup) {
  auto trainer = makeTrainer(std::move(setup));
  trainer->runSteps(kSteps);
  trainer->waitUntilIdle();
  return trainer->fingerprint();
}

void families() {
  QTest::addColumn<int>("number");
  for (std::size_t i = 0; i < std::size(kFamilies); ++i) QTest::newRow(kFamilies[i].name) << static_cast<int>(i);
}

const Family& family() {
  return kFamilies[*static_cast<int*>(QTest::qData("number", QMetaType::Int))];
}

}  // namespace

class TestPortable : public QObject {
  Q_OBJECT

 private slots:
  // Before anything asks for the default set: what the command line's user would set.
  void initTestCase() {
    qputenv("GLASSBOX_KERNELS", "v2");
    QCOMPARE(defaultKernelSet(), KernelSet::v2);
    const QByteArray file = qgetenv("GLASSBOX_WRITE_FINGERPRINTS");
    if (file.isEmpty()) return;
    nlohmann::ordered_json prints;
    for (const Family& f : kFamilies) prints[f.name] = fingerprintOf(portableSetup(f));
    std::ofstream(file.toStdString()) << prints.dump(1) << '\n';
  }

  void everyFamilyHasItsGoldenFingerprint_data() { families(); }
  void everyFamilyHasItsGoldenFingerprint() {
    static const nlohmann::json golden = nlohmann::json::parse(std::ifstream(kFile));
    QCOMPARE(golden.size(), std::size(kFamilies));
    QVERIFY2(golden.contains(family().name), "run with GLASSBOX_WRITE_FINGERPRINTS");
    QCOMPARE(fingerprintOf(portableSetup(family())), golden[family().name].get<std::string>());
  }

  void theKernelOverrideGivesTheSameFingerprint_data() { families(); }
  void theKernelOverrideGivesTheSameFingerprint() {
    RunSetup forced = portableSetup(family()), asked = forced;
    forced.plan.values.set("portable", false);
    QCOMPARE(fingerprintOf(forced), fingerprintOf(asked));
  }

#ifndef GLASSBOX_SANITIZED  // which stands before these functions itself
  void noFunctionOfTheCLibraryDecidesABit_data() { families(); }
  void noFunctionOfTheCLibraryDecidesABit() {
    RunSetup setup = portableSetup(family());
    mathCall = nullptr;
    fingerprintOf(std::move(setup));
    const char* called = mathCall;
    QVERIFY2(!called, called);
  }

  void callsOfTheCLibraryAreSeen() {
    volatile double x = 0.5;
    mathCall = nullptr;
    x = std::tanh(x);
    QCOMPARE(std::string(mathCall.load()), std::string("tanh"));
    volatile float y = 0.5f;
    y = std::pow(y, y);
    QCOMPARE(std::string(mathCall.load()), std::string("powf"));
  }

  void dataAndInitialWeightsNeedNoneEither() {
    mathCall = nullptr;
    for (const char* init : {"uniform", "xavier", "he", "lecun", "normal"}) {
      RunSetup setup = portableSetup(kFamilies[3]);
      setup.plan.values.set("init", std::string(init));
      makeTrainer(std::move(setup));
    }
    for (const GeneratorDef* generator : allGenerators()) {
      DataSpec spec;
      spec.source = generator->key;
      QVERIFY2(load(spec, ".").ok(), generator->key.c_str());
      const char* caller = mathCall;
      QVERIFY2(!caller, qPrintable(QString::fromStdString(generator->key) + " calls " + caller));
    }
    TrainingPlan plan = planOf("schedule=exponential rate=0.1 decay_factor=0.3 decay_steps=7");
    for (std::int64_t step = 0; step < 100; ++step) QVERIFY(rateAt(*planValues(plan), step, 3) > 0);
    const char* called = mathCall;
    QVERIFY2(!called, called);
  }
#endif
};

QTEST_APPLESS_MAIN(TestPortable)
#include "test_portable.moc"
