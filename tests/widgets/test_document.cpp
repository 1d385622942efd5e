// The open project: every edit is one undo step and one signal.
#include "widgets/model/document.h"
#include "widgets/model/language.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace glassbox;

namespace {

std::string bytes(const Document& document) { return writeProject(document.project()); }

Project projectOf(const char* line) {
  Project project;
  Result<NetworkSpec> spec = parseLine(line);
  if (!spec) qFatal("%s", english(spec.error()).c_str());
  project.spec = *spec;
  return project;
}

Wire wireBetween(const Document& document, const NodeId& from, const NodeId& to) {
  for (const Wire& wire : document.spec().wires)
    if (wire.from.node == from && wire.to.node == to) return wire;
  qFatal("no wire from %s to %s", from.c_str(), to.c_str());
}

// One of everything that can be undone.
void editEverything(Document& document) {
  QVERIFY(document.insertAfter("dropout", "dense1").ok());
  QVERIFY(document.setParam("dense1", "units", std::int64_t{5}).ok());
  QVERIFY(document.addNode("dense", {{"input1", {0, 0}}}, {160, 240}).ok());
  QVERIFY(document.connectPorts({"input1", "out"}, {"dense3", "in"}).ok());
  QVERIFY(document.insertOnWire("relu", wireBetween(document, "input1", "dense3")).ok());
  document.rename("dense1", QStringLiteral("Hidden"));
  document.setFrozen("dense1", true);
  document.setBypassed("dropout1", true);
  document.setLayout({{"dense1", {8, 16}}}, GB_TEXT("document", "Move"));
  document.disconnectWire(wireBetween(document, "relu1", "dense3"));
  document.removeNodes({"dense3", "relu1"});
  QVERIFY(document.setPlanValue("rate", "0.25").ok());
  QVERIFY(document.setPlanValue("seed", "9").ok());
  DataSpec data;
  data.source = "spirals";
  document.setData(data);
  QVERIFY(document.paste(document.copy({"dense1"}, {}), 0, 0).ok());
}

} // namespace

class TestDocument : public QObject {
  Q_OBJECT

private slots:
  void aLossThatGivesWayLeavesItsPlaceToTheNewOne() {
    Document document;
    document.open(projectOf("input 2 | dense 3 | mse"));
    document.setLayout({{"input1", {0, 0}}, {"dense1", {200, 40}}, {"mse1", {400, 80}}}, GB_TEXT("document", "Move"));
    const std::string before = bytes(document);
    Issue issue;
    issue.node = "mse1";
    const Repair other{GB_TEXT("engine", "Use softmax cross-entropy"), "softmax_cross_entropy", "", false, Repair::Place::Instead, ""};
    QVERIFY(document.repair(issue, other).ok());
    QVERIFY(document.analysis().sound());
    QCOMPARE(document.layout().at("softmax_cross_entropy1"), (Position{400, 80}));
    document.undoStack()->undo();
    QCOMPARE(bytes(document), before);
  }

  void aTransformerBlockIsAGroupOfOrdinaryLayers() {
    Document document;
    document.open(projectOf("input 8 element=tokens | embedding 16 tokens=10 | dense 10 | softmax_cross_entropy"));
    const NetworkSpec before = document.spec();
    const Result<NodeId> last = document.insertAfter("transformer_block", "embedding1");
    QVERIFY(last.ok());
    // The same as the line grammar makes.
    const NetworkSpec witness = projectOf("input 8 element=tokens | embedding 16 tokens=10 | transformer_block | d: dense 10 | softmax_cross_entropy").spec;
    QCOMPARE(document.spec().nodes.size(), witness.nodes.size());
    QCOMPARE(document.spec().groups.size(), std::size_t{1});
    QCOMPARE(document.spec().groups[0].members.size(), witness.groups[0].members.size());
    QCOMPARE(document.analysis().parameters, analyse(witness).parameters);
    QVERIFY(document.analysis().sound());
    QCOMPARE(document.spec().into({"dense1", "in"})[0]->from.node, *last);
    document.undoStack()->undo();
    QVERIFY(document.spec() == before);
    // On a wire: in the same place.
    QVERIFY(document.insertOnWire("transformer_block", wireBetween(document, "embedding1", "dense1")).ok());
    QVERIFY(document.spec().groups.size() == 1 && document.analysis().sound());
    document.undoStack()->undo();
    // Behind what is no sequence it says what is missing, and nothing is changed.
    const Result<NodeId> refused = document.insertAfter("transformer_block", "input1");
    QCOMPARE(refused ? std::string() : english(refused.error()), std::string("A transformer_block needs a sequence (time x features) before it, such as an embedding gives."));
    QVERIFY(document.spec() == before);
  }

  void undoingAllGivesTheFirstBytesAndRedoingAllTheLast() {
    Document document;
    document.open(projectOf("input 4 | dense 8 | dense 2 | softmax_cross_entropy"));
    const std::string first = bytes(document);
    editEverything(document);
    const std::string last = bytes(document);
    QVERIFY(first != last);
    while (document.undoStack()->canUndo()) document.undoStack()->undo();
    QCOMPARE(QString::fromStdString(bytes(document)), QString::fromStdString(first));
    while (document.undoStack()->canRedo()) document.undoStack()->redo();
    QCOMPARE(QString::fromStdString(bytes(document)), QString::fromStdString(last));
  }

  void everyStepBackIsTheStepBefore() {
    Document document;
    document.open(projectOf("input 4 | dense 8 | dense 2 | softmax_cross_entropy"));
    std::vector<std::string> states{bytes(document)};
    connect(document.undoStack(), &QUndoStack::indexChanged, this, [&] { states.push_back(bytes(document)); });
    editEverything(document);
    disconnect(document.undoStack(), nullptr, this, nullptr);
    for (std::size_t i = states.size(); i-- > 1;) {
      QCOMPARE(QString::fromStdString(bytes(document)), QString::fromStdString(states[i]));
      document.undoStack()->undo();
    }
    QCOMPARE(QString::fromStdString(bytes(document)), QString::fromStdString(states[0]));
  }

  void theAnalysisFollowsEveryEditAndUndo() {
    Document document;
    document.open(projectOf("input 4 | dense 8 | dense 2 | softmax_cross_entropy"));
    QCOMPARE(document.analysis().parameters, 4 * 8 + 8 + 8 * 2 + 2);
    QVERIFY(document.setParam("dense1", "units", std::int64_t{3}).ok());
    QCOMPARE(document.analysis().parameters, 4 * 3 + 3 + 3 * 2 + 2);
    document.undoStack()->undo();
    QCOMPARE(document.analysis().parameters, 4 * 8 + 8 + 8 * 2 + 2);
  }

  void valuesOfOneParameterAreOneStep() {
    Document document;
    document.open(projectOf("input 4 | dense 8 | dense 2 | softmax_cross_entropy"));
    for (std::int64_t units = 9; units < 20; ++units) QVERIFY(document.setParam("dense1", "units", units).ok());
    QCOMPARE(document.undoStack()->count(), 1);
    document.undoStack()->undo();
    QVERIFY(!document.spec().find("dense1")->params.has("units") || document.spec().find("dense1")->params.integer("units") == 8);
    document.undoStack()->redo();
    QCOMPARE(document.spec().find("dense1")->params.integer("units"), 19);
    QVERIFY(document.setParam("dense2", "units", std::int64_t{3}).ok());
    QCOMPARE(document.undoStack()->count(), 2);
    QVERIFY(document.setParam("dense1", "units", std::int64_t{4}).ok());  // something lies between
    QCOMPARE(document.undoStack()->count(), 3);
  }

  void aSliderBackWhereItBeganLeavesNothingToUndo() {
    Document document;
    document.open(projectOf("input 4 | dense 8 | dense 2 | softmax_cross_entropy"));
    QVERIFY(document.setParam("dense1", "units", std::int64_t{9}).ok());
    QVERIFY(document.setParam("dense1", "units", std::int64_t{8}).ok());
    QCOMPARE(document.undoStack()->count(), 0);
  }

  void theSameValueIsNoEdit() {
    Document document;
    document.open(projectOf("input 4 | dense 8 | dense 2 | softmax_cross_entropy"));
    QSignalSpy changed(&document, &Document::changed);
    QVERIFY(document.setParam("dense1", "units", std::int64_t{8}).ok());
    document.setFrozen("dense1", false);
    QCOMPARE(changed.count(), 0);
    QCOMPARE(document.undoStack()->count(), 0);
  }

  void oneEditIsOneSignalThatSaysWhatChanged() {
    Document document;
    document.open(projectOf("input 4 | dense 8 | dense 2 | softmax_cross_entropy"));
    QList<Document::Changes> seen;
    connect(&document, &Document::changed, this, [&](Document::Changes what) { seen << what; });
    QVERIFY(document.insertAfter("dropout", "dense1").ok());
    document.setLayout({{"dense1", {8, 8}}}, GB_TEXT("document", "Move"));
    QVERIFY(document.setPlanValue("rate", "0.5").ok());
    DataSpec data;
    data.source = "spirals";
    document.setData(data);
    document.undoStack()->undo();
    QCOMPARE(seen, (QList<Document::Changes>{Document::Network, Document::Arrangement, Document::Plan, Document::Data, Document::Data}));
  }

  void aRefusedEditChangesNothingAndSaysWhy() {
    Document document;
    document.open(projectOf("input 4 | dense 8 | dense 2 | softmax_cross_entropy"));
    const std::string before = bytes(document);
    const Result<void> loop = document.connectPorts({"dense2", "out"}, {"dense1", "in"});
    QVERIFY(!loop.ok());
    QVERIFY2(translated(loop.error()).contains(QStringLiteral("loop")), qPrintable(translated(loop.error())));
    QVERIFY(!document.setParam("dense1", "units", std::int64_t{0}).ok());
    QVERIFY(!document.setParam("nobody", "units", std::int64_t{1}).ok());
    QCOMPARE(QString::fromStdString(bytes(document)), QString::fromStdString(before));
    QCOMPARE(document.undoStack()->count(), 0);
  }

  void pasteKeepsTheWiresOfThePart() {
    Document document;
    document.open(projectOf("input 4 | dense 8 | relu | dense 2 | softmax_cross_entropy"));
    const QString text = document.copy({"dense1", "relu1"}, {});
    const Result<std::vector<NodeId>> pasted = document.paste(text, 0, 0);
    QVERIFY(pasted.ok());
    QVERIFY((*pasted == std::vector<NodeId>{"dense3", "relu2"}));
    const Wire inside = wireBetween(document, "dense3", "relu2");
    QCOMPARE(inside.to.port, std::string("in"));
    QCOMPARE(document.spec().find("dense3")->params.integer("units"), 8);
    for (const Wire& wire : document.spec().wires) QVERIFY(wire.to.node != "dense3");  // the wire from outside is not copied
  }

  void pasteWorksBetweenTwoWindowsAsText() {
    Document first, second;
    first.open(projectOf("input 4 | dense 8 | relu | dense 2 | softmax_cross_entropy"));
    second.open(projectOf("input 4 | dense 3 | mse"));
    QVERIFY(second.paste(first.copy({"dense1", "relu1"}, {}), 0, 0).ok());
    QCOMPARE(second.spec().find("dense2")->params.integer("units"), 8);
    wireBetween(second, "dense2", "relu1");
  }

  void pastedTilesStandBesideTheOldOnesWhenPlacesAreKept() {
    Document document;
    document.open(projectOf("input 4 | dense 8 | mse"));
    document.setLayout({{"input1", {0, 0}}, {"dense1", {200, 40}}, {"mse1", {400, 0}}}, GB_TEXT("document", "Move"));
    QVERIFY(document.paste(document.copy({"dense1"}, document.layout()), 32, 32).ok());
    QVERIFY((document.layout().at("dense2") == Position{232, 72}));
  }

  void anythingElseOnTheClipboardIsRefusedInWords_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("a sentence") << QStringLiteral("The quick brown fox");
    QTest::newRow("half a project") << QStringLiteral("{\"version\": 1, \"network\"");
    QTest::newRow("another json") << QStringLiteral("{\"a\": [1, 2, 3]}");
  }
  void anythingElseOnTheClipboardIsRefusedInWords() {
    QFETCH(QString, text);
    Document document;
    document.open(projectOf("input 4 | dense 8 | mse"));
    const Result<std::vector<NodeId>> pasted = document.paste(text, 0, 0);
    QVERIFY(!pasted.ok());
    QVERIFY(!translated(pasted.error()).isEmpty());
    QCOMPARE(document.undoStack()->count(), 0);
  }

  void savingMakesItUnmodifiedAndUndoModifiesItAgain() {
    const QTemporaryDir folder;
    Document document;
    document.open(projectOf("input 4 | dense 8 | mse"));
    QSignalSpy modified(&document, &Document::modifiedChanged);
    QVERIFY(document.setParam("dense1", "units", std::int64_t{9}).ok());
    QVERIFY(document.isModified());
    const Result<void> saved = document.save(folder.filePath(QStringLiteral("net.glassbox")));
    QVERIFY2(saved.ok(), saved.ok() ? "" : english(saved.error()).c_str());
    QVERIFY(!document.isModified());
    QVERIFY(document.setParam("dense1", "units", std::int64_t{10}).ok());  // does not merge over the saved state
    QCOMPARE(document.undoStack()->count(), 2);
    document.undoStack()->undo();
    QVERIFY(!document.isModified());
    document.undoStack()->undo();
    QVERIFY(document.isModified());
    QCOMPARE(modified.count(), 5);  // edit, save, edit, undo, undo
  }

  void aRemovedTileLeavesNoPlaceBehind() {
    Document document;
    document.open(projectOf("input 4 | dense 8 | mse"));
    document.setLayout({{"input1", {0, 0}}, {"dense1", {200, 40}}, {"mse1", {400, 0}}}, GB_TEXT("document", "Move"));
    document.removeNodes({"dense1"});
    QCOMPARE(document.layout().count("dense1"), std::size_t{0});
    wireBetween(document, "input1", "mse1");
  }

  void openingForgetsTheUndoHistory() {
    Document document;
    document.open(projectOf("input 4 | dense 8 | mse"));
    QVERIFY(document.insertAfter("relu", "dense1").ok());
    QSignalSpy changed(&document, &Document::changed);
    document.open(projectOf("input 2 | dense 1 | mse"), QStringLiteral("other.glassbox"));
    QCOMPARE(document.undoStack()->count(), 0);
    QCOMPARE(document.path(), QStringLiteral("other.glassbox"));
    QVERIFY(!document.isModified());
    QCOMPARE(changed.count(), 1);
  }

  void undoSaysWhatItWouldUndo() {
    Document document;
    document.open(projectOf("input 4 | dense 8 | mse"));
    QVERIFY(document.insertAfter("relu", "dense1").ok());
    QCOMPARE(document.undoStack()->undoText(), QStringLiteral("Add ReLU"));
    QVERIFY(document.setParam("dense1", "units", std::int64_t{1500}).ok());
    QCOMPARE(document.undoStack()->undoText(), QStringLiteral("Change Units of Dense"));
  }

  void engineTextsAreWrittenAsTheScreenWritesThem() {
    QCOMPARE(translated(GB_TEXT("test", "%1 of %2").arg(109386).arg(0.25)), QStringLiteral("109\u2009386 of 0.25"));
    QCOMPARE(translated(GB_TEXT("test", "gets %1").arg(std::string("32x14x14"))), QStringLiteral("gets 32×14×14"));
    QCOMPARE(translated(GB_TEXT("test", "%1").arg(std::string("max x 3.txt"))), QStringLiteral("max x 3.txt"));
    QCOMPARE(translated(GB_TEXT("test", "%1 and %2").arg(std::string("%2")).arg(1)), QStringLiteral("%2 and 1"));
    QCOMPARE(translated(GB_TEXT("test", "Add %1").arg(GB_TEXT("test", "Dense %1").arg(2))), QStringLiteral("Add Dense 2"));
    QCOMPARE(translated(Error(GB_TEXT("test", "It is full."), "a.csv", GB_TEXT("test", "Delete a row."))), QStringLiteral("a.csv: It is full. Delete a row."));
  }

  // ---- locks -----------------------------------------------------------------------------------------------------------

  void whatIsLockedIsNotEdited_data() {
    QTest::addColumn<QString>("control");
    QTest::addColumn<int>("edits"); // of editEverything that are still made: 15 in all
    QTest::newRow("nothing") << "" << 15;
    QTest::newRow("one setting") << "rate" << 14;
    QTest::newRow("the seed") << "seed" << 14;
    QTest::newRow("the data") << "data" << 14;
    QTest::newRow("a setting that nobody changes") << "momentum" << 15;
  }
  void whatIsLockedIsNotEdited() {
    QFETCH(QString, control);
    QFETCH(int, edits);
    Document document;
    document.open(projectOf("input 4 | dense 8 | dense 2 | softmax_cross_entropy"));
    if (!control.isEmpty()) document.setLocks({{control.toStdString(), GB_TEXT("document", "It stays.")}});
    QSignalSpy refused(&document, &Document::refused);
    int done = 0;
    done += document.insertAfter("dropout", "dense1").ok();
    done += document.setParam("dense1", "units", std::int64_t{5}).ok();
    done += document.addNode("dense", {{"input1", {0, 0}}}, {160, 240}).ok();
    done += document.connectPorts({"input1", "out"}, {"dense3", "in"}).ok();
    done += document.insertOnWire("relu", wireBetween(document, "input1", "dense3")).ok();
    document.rename("dense1", QStringLiteral("Hidden"));
    document.setFrozen("dense1", true);
    document.setBypassed("dropout1", true);
    document.setLayout({{"dense1", {8, 16}}}, GB_TEXT("document", "Move"));
    document.disconnectWire(wireBetween(document, "relu1", "dense3"));
    document.removeNodes({"dense3", "relu1"});
    done += document.setPlanValue("rate", "0.25").ok();
    done += document.setPlanValue("seed", "9").ok();
    DataSpec data;
    data.source = "spirals";
    document.setData(data);
    done += document.paste(document.copy({"dense1"}, {}), 0, 0).ok();
    QCOMPARE(document.undoStack()->count(), edits);
    QCOMPARE(done + 7 - static_cast<int>(refused.size()), edits);
  }

  void aLockedNetworkIsNotEditedByAnyGesture() {
    Document document;
    document.open(projectOf("input 4 | dense 8 | dense 2 | softmax_cross_entropy"));
    document.setLocks({{"network", GB_TEXT("document", "It stays.")}});
    const NetworkSpec before = document.spec();
    QSignalSpy refused(&document, &Document::refused);
    const Wire wire = wireBetween(document, "input1", "dense1");
    const QString part = document.copy({"dense1"}, {});
    QCOMPARE(english(document.insertAfter("dropout", "dense1").error()), std::string("It stays."));
    QVERIFY(!document.addNode("dense", {}, {160, 240}).ok());
    QVERIFY(!document.insertOnWire("relu", wire).ok());
    QVERIFY(!document.connectPorts({"input1", "out"}, {"dense2", "in"}).ok());
    QVERIFY(!document.setParam("dense1", "units", std::int64_t{5}).ok());
    QVERIFY(!document.paste(part, 0, 0).ok());
    QCOMPARE(refused.size(), 0); // what returns the sentence does not emit it too
    document.rename("dense1", QStringLiteral("Hidden"));
    document.setFrozen("dense1", true);
    document.setBypassed("dense1", true);
    document.disconnectWire(wire);
    document.removeNodes({"dense1"});
    document.applySpec({}, GB_TEXT("document", "Move a wire"));
    QCOMPARE(refused.size(), 6);
    QCOMPARE(translated(qvariant_cast<Error>(refused[0][0])), QStringLiteral("It stays."));
    QVERIFY(document.spec() == before);
    QCOMPARE(document.undoStack()->count(), 0);
  }

  void aDefaultWrittenOutIsNoChange() {
    Document document;
    document.open(projectOf("input 4 | dense 8 | mse"));
    document.setLocks({{"momentum", GB_TEXT("document", "It stays.")}});
    const double fallback = std::get<double>(findParam(planParams(), "momentum")->fallback);
    TrainingPlan plan = document.plan();
    plan.values.set("momentum", fallback);
    QVERIFY(document.setPlan(plan, GB_TEXT("document", "Write")).ok());
    plan.values.set("momentum", fallback / 2);
    QVERIFY(!document.setPlan(plan, GB_TEXT("document", "Write")).ok());
  }

  void undoDoesNotReachBehindALock() {
    Document document;
    document.open(projectOf("input 4 | dense 8 | mse"));
    QVERIFY(document.setParam("dense1", "units", std::int64_t{5}).ok());
    document.setLocks({{"network", GB_TEXT("document", "It stays.")}});
    QVERIFY(!document.undoStack()->canUndo());
    QVERIFY(document.setPlanValue("rate", "0.25").ok());
    NetworkSpec adapted = document.spec();
    adapted.nodes[1].params.set("units", std::int64_t{3});
    document.adaptNetwork(adapted, GB_TEXT("document", "Three classes"));
    QVERIFY(document.spec() == adapted);
    QVERIFY(!document.undoStack()->canUndo());
  }

  void anotherProjectIsFree() {
    Document document;
    document.open(projectOf("input 4 | dense 8 | mse"));
    document.setLocks({{"network", GB_TEXT("document", "It stays.")}, {"weights", GB_TEXT("document", "They stay.")}});
    QCOMPARE(english(*document.lockOf("weights")), std::string("They stay."));
    document.open(projectOf("input 4 | dense 8 | mse"));
    QVERIFY(!document.lockOf("weights"));
    QVERIFY(document.setParam("dense1", "units", std::int64_t{5}).ok());
  }
};

QTEST_MAIN(TestDocument)
#include "test_document.moc"
