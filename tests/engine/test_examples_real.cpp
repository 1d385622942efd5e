// Templates on the data whose figures are published (reliability.md), where these lie in GLASSBOX_TEST_DATA.
#include <QTest>

#include "tests/support/examples.h"

using namespace glassbox;
using namespace glassbox::test;

namespace {

RunSetup setupOn(const std::string& name, const std::string& path) {
  RunSetup setup = exampleSetup(name, 1, [&](Project& project) {
    const PartShares shares = project.data.shares;
    Result<DataSpec> found = sniff(std::filesystem::path(qEnvironmentVariable("GLASSBOX_TEST_DATA").toStdString()) / path);
    if (!found) throw std::runtime_error(english(found.error()));
    project.data = *found;
    project.data.shares = shares;
  });
  setup.threads = 2;
  return setup;
}

}  // namespace

class TestExamplesReal : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { QVERIFY2(!qEnvironmentVariable("GLASSBOX_TEST_DATA").isEmpty(), "GLASSBOX_TEST_DATA names no folder"); }

  // Keras' example reaches 0.9922 after 15 epochs.
  void theConvolutionalNetworkReadsMnist() {
    auto trainer = makeTrainer(setupOn("mnist-cnn", "mnist"));
    trainer->runEpoch();
    trainer->waitUntilIdle();
    const double first = trainer->evaluate(Part::Test).accuracy;
    QVERIFY2(first >= 0.97, qPrintable(QStringLiteral("%1 after the first epoch").arg(first)));
    trainer->run();
    trainer->waitUntilIdle();
    QCOMPARE(trainer->status().epoch, 15);
    const double last = trainer->evaluate(Part::Test).accuracy;
    QVERIFY2(last >= 0.989, qPrintable(QStringLiteral("%1 after 15 epochs").arg(last)));
  }

  // nanoGPT's configuration for a CPU: 1.88 nats. It has no biases; ours has those of GPT-2.
  void theSmallGptReadsShakespeare() {
    RunSetup setup = setupOn("gpt-text", "text/tinyshakespeare.txt");
    const Analysis analysis = analyse(*setup.spec);
    QCOMPARE(analysis.parameters, 65 * 128 + 64 * 128 + 4 * (12 * 128 * 128 + 13 * 128) + 2 * 128);
    QCOMPARE(rows(*setup.data, Part::Test).size(), (111'540 - 1) / 64);  // nanoGPT's split: the last tenth
    auto trainer = trained(std::move(setup));
    const std::vector<StepPoint> points = takePoints(*trainer);
    const double first = points.at(0).loss.sum / static_cast<double>(points.at(0).count);
    QVERIFY2(first > 4.1 && first < 1.15 * 4.1744, qPrintable(QStringLiteral("%1 before the first step, ln(65) = 4.1744").arg(first)));
    QCOMPARE(trainer->status().step, 2000);
    const double loss = trainer->evaluate(Part::Test).loss;
    QVERIFY2(loss > 1.80 && loss < 1.95, qPrintable(QStringLiteral("%1 nats").arg(loss)));
  }
};

QTEST_APPLESS_MAIN(TestExamplesReal)
#include "test_examples_real.moc"
