// Specs, the one-line grammar, what is found out about a spec, and edits of it.
#include <QTest>

#include "engine/graph/spec_edit.h"

using namespace glassbox;

namespace {

NetworkSpec line(const char* text) {
  Result<NetworkSpec> spec = parseLine(text);
  if (!spec) qFatal("%s", english(spec.error()).c_str());
  return *spec;
}

std::string firstIssue(const Analysis& analysis) { return analysis.issues.empty() ? "" : english(analysis.issues[0].error.what); }

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

}  // namespace

class TestGraph : public QObject {
  Q_OBJECT

 private slots:
  void aLineBecomesANetwork() {
    const NetworkSpec spec = line("input 784 | dense 128 relu | dropout 0.2 | dense 10 | softmax_cross_entropy");
    QCOMPARE(ids(spec), std::string("input1 dense1 relu1 dropout1 dense2 softmax_cross_entropy1"));
    const Analysis a = analyse(spec);
    QCOMPARE(firstIssue(a), std::string());
    QCOMPARE(a.parameters, 784 * 128 + 128 + 128 * 10 + 10);
    QCOMPARE(a.output, std::string("dense2"));
    QCOMPARE(a.typeOf({"relu1", "out"})->shape.str(), std::string("128"));
  }

  void labelsAndBranches() {
    const NetworkSpec spec = line("input 6 | h: dense 6 relu | dense 6 | add h | from h | dense 2 | softmax_cross_entropy");
    QCOMPARE(ids(spec), std::string("input1 dense1 h dense2 add1 dense3 softmax_cross_entropy1"));
    QCOMPARE(wires(spec), std::string("dense1>h dense2>add1 dense3>softmax_cross_entropy1 h>add1 h>dense2 h>dense3 input1>dense1"));
  }

  void unreadableLinesSayWhere_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::newRow("an unknown layer") << "input 2 | dence 3" << "dence";
    QTest::newRow("nothing between bars") << "input 2 || dense 3" << "between two bars";
    QTest::newRow("a word too many") << "input 2 | dense 3 relu tanh" << "tanh";
    QTest::newRow("an unknown setting") << "input 2 | dense 3 colour=red" << "colour";
    QTest::newRow("a number out of range") << "input 2 | dense 0" << "units";
    QTest::newRow("from nowhere") << "input 2 | from h | dense 2" << "\"h\"";
    QTest::newRow("add without its partner") << "input 2 | add h" << "\"h\"";
    QTest::newRow("two nodes of one name") << "input 2 | a: dense 2 | a: dense 2" << "\"a\"";
    QTest::newRow("a name that is none") << "input 2 | 1a: dense 2" << "1a";
    QTest::newRow("a shape that is none") << "input 2xx3" << "shape";
    QTest::newRow("an empty line") << "" << "between two bars";
  }
  void unreadableLinesSayWhere() {
    QFETCH(QString, text);
    QFETCH(QString, words);
    Result<NetworkSpec> spec = parseLine(text.toStdString());
    QVERIFY(!spec.ok());
    QVERIFY2(english(spec.error()).find(words.toStdString()) != std::string::npos, english(spec.error()).c_str());
  }

  void brokenNetworksHaveIssuesInWords_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::newRow("a picture into dense") << "input 1x28x28 | dense 10 | softmax_cross_entropy" << "cannot take a picture: it gets 1x28x28";
    QTest::newRow("no loss") << "input 2 | dense 1" << "no loss";
    QTest::newRow("shapes that cannot be added") << "input 2 | h: dense 3 | dense 4 | add h | mse" << "cannot add 4 and 3";
    QTest::newRow("cross-entropy of one number") << "input 2 | dense 1 | softmax_cross_entropy" << "at least two";
    QTest::newRow("tokens into dense") << "input 5 element=tokens | dense 2 | mse" << "Embedding";
  }
  void brokenNetworksHaveIssuesInWords() {
    QFETCH(QString, text);
    QFETCH(QString, words);
    const Analysis a = analyse(line(qPrintable(text)));
    QVERIFY(!a.sound());
    QVERIFY2(firstIssue(a).find(words.toStdString()) != std::string::npos, firstIssue(a).c_str());
  }

  void doubleSoftmaxIsAWarningWithARepair() {
    const NetworkSpec spec = line("input 4 | dense 3 softmax | softmax_cross_entropy");
    const Analysis a = analyse(spec);
    QVERIFY(a.sound());
    QCOMPARE(a.issues.size(), std::size_t{1});
    Result<NetworkSpec> repaired = spec_edit::repair(spec, a.issues[0], a.issues[0].repairs[0]);
    QVERIFY(repaired.ok());
    QCOMPARE(analyse(*repaired).issues.size(), std::size_t{0});
  }

  void aLossIsOfferedBehindTheLastLayer_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("wired");
    QTest::newRow("classes") << "input 2 | dense 3" << "dense1>softmax_cross_entropy1; dense1>mse1";
    QTest::newRow("one number") << "input 2 | dense 1" << "dense1>binary_cross_entropy1; dense1>mse1";
    QTest::newRow("a picture") << "input 1x8x8 | conv2d 2" << "conv2d1>mse1";
    QTest::newRow("a group that is to be repeated") << "input 6x8 | transformer_block 2 repeat=3" << "add2>softmax_cross_entropy1; add2>mse1";
  }
  void aLossIsOfferedBehindTheLastLayer() {
    QFETCH(QString, text);
    QFETCH(QString, wired);
    const NetworkSpec spec = line(qPrintable(text));
    const Analysis a = analyse(spec);
    QVERIFY(firstIssue(a).find("no loss") != std::string::npos);
    QStringList found;
    for (const Repair& repair : a.issues[0].repairs) {
      const Result<NetworkSpec> repaired = spec_edit::repair(spec, a.issues[0], repair);
      QVERIFY(repaired.ok());
      QVERIFY(analyse(*repaired).sound());
      const Wire& last = repaired->wires.back();
      found << QString::fromStdString(last.from.node + ">" + last.to.node);
    }
    QCOMPARE(found.join("; "), wired);
  }

  void noLossIsOfferedWhereItIsNotClearBehindWhat() {
    NetworkSpec twoEnds = line("input 2 | h: dense 2 | dense 3 | from h | dense 4 | mse");
    twoEnds = spec_edit::removeNodes(twoEnds, {"mse1"});
    const Analysis a = analyse(twoEnds);
    QVERIFY(firstIssue(a).find("no loss") != std::string::npos);
    QVERIFY(a.issues[0].repairs.empty());
    for (const char* open : {"input 1x28x28 | dense 10", "input 2"}) // a shape that is not known, and nothing that could be trained
      for (const Issue& issue : analyse(line(open)).issues)
        if (issue.node.empty()) QVERIFY2(issue.repairs.empty(), open);
  }

  void aRepairPutsAFlattenBefore() {
    const NetworkSpec spec = line("input 1x28x28 | dense 10 | softmax_cross_entropy");
    const Analysis a = analyse(spec);
    Result<NetworkSpec> repaired = spec_edit::repair(spec, a.issues[0], a.issues[0].repairs[0]);
    QVERIFY(repaired.ok());
    QCOMPARE(wires(*repaired), std::string("dense1>softmax_cross_entropy1 flatten1>dense1 input1>flatten1"));
    QVERIFY(analyse(*repaired).sound());
  }

  void danglingWiresAndLoopsAreIssuesNotCrashes() {
    NetworkSpec spec = line("input 2 | dense 2 | dense 2 | mse");
    spec.wires.push_back({{"dense2", "out"}, {"dense1", "in"}});
    spec.wires.push_back({{"ghost", "out"}, {"dense1", "in"}});
    spec.nodes.push_back({"dense1", "dense", {}, "", "", false, false});
    spec.nodes.push_back({"odd", "no_such_layer", {}, "", "", false, false});
    QVERIFY(!analyse(spec).sound());
    QVERIFY(!analyse(NetworkSpec{}).sound());
  }

  void aWireThatWouldCloseALoopIsRefusedByItsWay() {
    const NetworkSpec spec = line("input 2 | dense 2 | h: dense 2 | add h | mse");
    Result<NetworkSpec> loop = spec_edit::connect(spec, {"add1", "out"}, {"dense1", "in"});
    QVERIFY(!loop.ok());
    QVERIFY2(english(loop.error()).find("Add → Dense 1 → Dense 2 → Add") != std::string::npos, english(loop.error()).c_str());
    QVERIFY(!spec_edit::connect(spec, {"mse1", "out"}, {"dense1", "in"}).ok());
    QVERIFY(!spec_edit::connect(spec, {"dense1", "out"}, {"input1", "in"}).ok());
    QVERIFY(!spec_edit::connect(spec, {"ghost", "out"}, {"dense1", "in"}).ok());
  }

  void removingANodeClosesTheGap() {
    const NetworkSpec spec = line("input 2 | dense 3 relu | dense 1 | mse");
    QCOMPARE(wires(spec_edit::removeNodes(spec, {"relu1"})), std::string("dense1>dense2 dense2>mse1 input1>dense1"));
    QCOMPARE(wires(spec_edit::removeNodes(spec, {"dense1", "relu1"})), std::string("dense2>mse1 input1>dense2"));
    QCOMPARE(wires(spec_edit::removeNodes(spec, {"input1"})), std::string("dense1>relu1 dense2>mse1 relu1>dense2"));
  }

  void insertingAfterANodeRewiresItsReaders() {
    const NetworkSpec spec = line("input 2 | dense 3 | mse");
    NodeId id;
    Result<NetworkSpec> out = spec_edit::insertAfter(spec, "relu", "dense1", id);
    QVERIFY(out.ok());
    QCOMPARE(id, std::string("relu1"));
    QCOMPARE(wires(*out), std::string("dense1>relu1 input1>dense1 relu1>mse1"));
  }

  void pastedNodesGetFreshNamesAndKeepTheirWires() {
    const NetworkSpec spec = line("input 2 | dense 3 relu | dense 1 | mse");
    const NetworkSpec part = spec_edit::extract(spec, {"dense1", "relu1"});
    QCOMPARE(wires(part), std::string("dense1>relu1"));
    std::map<NodeId, NodeId> renamed;
    const NetworkSpec out = spec_edit::paste(spec, part, renamed);
    QCOMPARE(renamed["dense1"], std::string("dense3"));
    QVERIFY(wires(out).find("dense3>relu2") != std::string::npos);
  }

  void aParameterEqualToItsDefaultIsNotStored() {
    const NetworkSpec spec = line("input 2 | dense 3 | mse");
    Result<NetworkSpec> out = spec_edit::setParam(spec, "dense1", "units", std::int64_t{16});
    QVERIFY(out.ok());
    QVERIFY(!out->find("dense1")->params.has("units"));
    QVERIFY(!spec_edit::setParam(spec, "dense1", "units", std::int64_t{-1}).ok());
  }
};

QTEST_APPLESS_MAIN(TestGraph)
#include "test_graph.moc"
