// The diagram as a projection of the network, and its gestures.
#include "engine/layers/loss.h"
#include "widgets/diagram/diagram_view.h"
#include "widgets/diagram/palette.h"

#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace glassbox;

namespace {

constexpr auto kSpirals = "input 2 | dense 8 tanh | dense 8 tanh | dense 1 | binary_cross_entropy";
constexpr auto kChain = "input 100 | dense 50 | dropout 0.2 | dense 40 | mse";

NetworkSpec specOf(const char* line) {
  Result<NetworkSpec> spec = parseLine(line);
  if (!spec) qFatal("%s", english(spec.error()).c_str());
  return *spec;
}

bool hasWire(const Document& document, const NodeId& from, const NodeId& to) {
  for (const Wire& wire : document.spec().wires)
    if (wire.from.node == from && wire.to.node == to) return true;
  return false;
}

// A window with a canvas of 1000x600, shown and active.
struct Lab {
  Document document;
  std::unique_ptr<DiagramView> view;

  explicit Lab(const char* line) {
    Project project;
    if (*line) project.spec = specOf(line);
    document.open(project);
    view = std::make_unique<DiagramView>(&document);
    view->resize(1000, 600);
    view->show();
    view->activateWindow();
    if (!QTest::qWaitForWindowExposed(view.get())) qFatal("the window does not show");
    view->setFocus();
  }

  DiagramScene* scene() const { return view->diagram(); }
  QPoint at(QPointF scenePoint) const { return view->mapFromScene(scenePoint); }
  QPointF head(const NodeId& id) const { return scene()->nodeItem(id)->pos() + QPointF(60, 12); }
  QPointF output(const NodeId& id) const { return scene()->nodeItem(id)->outputPoint(); }
  QPointF input(const NodeId& id) const { return scene()->nodeItem(id)->inputPoint(0); }

  void press(QPointF p, Qt::KeyboardModifiers keys = {}) const { QTest::mousePress(view->viewport(), Qt::LeftButton, keys, at(p)); }
  void release(QPointF p) const { QTest::mouseRelease(view->viewport(), Qt::LeftButton, {}, at(p)); }
  void click(QPointF p, Qt::KeyboardModifiers keys = {}) const { QTest::mouseClick(view->viewport(), Qt::LeftButton, keys, at(p)); }
  void move(QPointF p) const {
    const QPoint to = at(p);
    QMouseEvent event(QEvent::MouseMove, to, view->viewport()->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(view->viewport(), &event);
  }
  void drag(QPointF from, QPointF to) const {
    press(from);
    move((from + to) / 2);
    move(to);
    release(to);
  }
  void key(int code, Qt::KeyboardModifiers keys = {}) const { QTest::keyClick(view.get(), static_cast<Qt::Key>(code), keys); }

  // The three events of a drag from outside, as the system sends them to the viewport.
  bool enter(const QString& layer) const {
    QMimeData mime;
    mime.setData(kLayerMime, layer.toUtf8());
    QDragEnterEvent event(QPoint(5, 5), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(view->viewport(), &event);
    return event.isAccepted();
  }
  void over(const QString& layer, QPointF point) const {
    QMimeData mime;
    mime.setData(kLayerMime, layer.toUtf8());
    QDragMoveEvent event(at(point), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(view->viewport(), &event);
  }
  void drop(const QString& layer, QPointF point) const {
    QVERIFY(enter(layer));
    over(layer, point);
    QMimeData mime;
    mime.setData(kLayerMime, layer.toUtf8());
    QDropEvent event(at(point), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(view->viewport(), &event);
  }
};

// Everything the user can see of a scene, in words.
QStringList described(const DiagramScene& scene) {
  QStringList lines;
  for (const Tile& tile : scene.tiles().tiles) {
    const NodeItem* item = scene.nodeItem(tile.id);
    lines << QStringLiteral("%1 %2 %3 %4 %5,%6 %7x%8").arg(QString::fromStdString(tile.id), tile.title, tile.line, tile.word).arg(item->x()).arg(item->y()).arg(tile.width).arg(tile.height);
  }
  for (const TileWire& wire : scene.tiles().wires) {
    const QRectF box = scene.wireItem(wire.wire)->route().path.boundingRect();
    lines << QStringLiteral("%1>%2 %3 %4,%5").arg(QString::fromStdString(wire.wire.from.node), QString::fromStdString(wire.wire.to.node), wire.shape).arg(box.left()).arg(box.top());
  }
  lines.sort();
  return lines;
}

} // namespace

class TestDiagram : public QObject {
  Q_OBJECT

private slots:
  // ---- projection ------------------------------------------------------------------------------------------------------

  void aSceneRebuiltIsTheSceneKept() {
    Lab lab(kSpirals);
    QVERIFY(lab.document.insertAfter("dropout", "tanh1").ok());
    QVERIFY(lab.document.setParam("dense1", "units", std::int64_t{64}).ok());
    QVERIFY(lab.document.addNode("add", {}, {80, 480}).ok());
    QVERIFY(lab.document.connectPorts({"dropout1", "out"}, {"add1", "in"}).ok());
    lab.document.removeNodes({"dense2"});
    lab.document.undoStack()->undo();
    lab.document.setLayout({}, GB_TEXT("document", "Arrange"));
    DiagramScene fresh;
    fresh.setTileDetail(TileDetail::Pictures);
    lab.scene()->setTileDetail(TileDetail::Pictures);
    fresh.setContent(lab.document.spec(), lab.document.layout(), lab.document.analysis());
    QCOMPARE(described(*lab.scene()), described(fresh));
    QCOMPARE(lab.scene()->items().size(), fresh.items().size() + 1);  // the view keeps its ghost there
  }

  void itemsOfKeptNodesAreKept() {
    Lab lab(kSpirals);
    const auto isMarked = [&] { return lab.scene()->nodeItem("dense2")->data(0).toBool() && lab.scene()->neuronsItem("dense2")->data(0).toBool(); };
    lab.scene()->nodeItem("dense2")->setData(0, true);  // a new item might lie at the old address
    lab.scene()->neuronsItem("dense2")->setData(0, true);
    QVERIFY(lab.document.insertAfter("dropout", "tanh1").ok());
    QVERIFY(isMarked());
    lab.document.removeNodes({"dropout1"});
    QVERIFY(isMarked());
    QVERIFY(!lab.scene()->nodeItem("dropout1"));
  }

  void smallDenseLayersAreColumnsJoinedByWeights() {
    Lab lab(kSpirals);
    const Tile* dense = lab.scene()->tiles().find("dense1");
    QCOMPARE(dense->form, TileForm::Column);
    QCOMPARE(dense->units, 8);
    QCOMPARE(dense->width, 70.0);
    QCOMPARE(dense->height, 8 * 41 + 48.0);
    QCOMPARE(lab.scene()->tiles().find("input1")->form, TileForm::Column);
    for (const TileWire& wire : lab.scene()->tiles().wires)
      QCOMPARE(wire.bundle, wire.toTile != "binary_cross_entropy1");
  }

  void twelveUnitsAreAColumnAndThirteenAreNot_data() {
    QTest::addColumn<int>("units");
    QTest::addColumn<bool>("column");
    QTest::newRow("twelve") << 12 << true;
    QTest::newRow("thirteen") << 13 << false;
  }
  void twelveUnitsAreAColumnAndThirteenAreNot() {
    QFETCH(int, units);
    QFETCH(bool, column);
    Lab lab(kSpirals);
    QVERIFY(lab.document.setParam("dense1", "units", std::int64_t{units}).ok());
    QCOMPARE(lab.scene()->tiles().find("dense1")->form == TileForm::Column, column);
  }

  void anActivationIsAWordInTheTileOfItsLayer() {
    Lab lab(kSpirals);
    const Tile* dense = lab.scene()->tiles().find("dense1");
    QCOMPARE(dense->line + u'/' + dense->word, QStringLiteral("8/tanh"));
    QCOMPARE(lab.scene()->nodeItem("tanh1"), lab.scene()->nodeItem("dense1"));
    const NodeItem* item = lab.scene()->nodeItem("dense1");
    lab.click(item->pos() + item->wordRect().center());
    QVERIFY((lab.view->selection() == std::vector<NodeId>{"tanh1"}));
  }

  void anActivationWithASecondReaderBeforeItStandsAlone() {
    Lab lab("input 100 | dense 50 | relu | a: add dense1 | mse");
    QCOMPARE(lab.scene()->tiles().find("relu1")->form, TileForm::Plain);
  }

  void aMisfitIsDrawnOnTheTileInWords() {
    Lab lab("input 1x28x28 | dense 10 | mse");
    const Tile* dense = lab.scene()->tiles().find("dense1");
    QVERIFY(dense->issue == Issue::Severity::Error);
    QVERIFY2(dense->issueText.contains(QStringLiteral("1×28×28")), qPrintable(dense->issueText));
  }

  void theDataTileStandsBeforeTheInputAndNamesTheSource() {
    Lab lab(kSpirals);
    QVERIFY(!lab.scene()->nodeItem(kDataTile));
    DataSpec data;
    data.source = "spirals";
    lab.document.setData(data);
    const NodeItem* tile = lab.scene()->nodeItem(kDataTile);
    QVERIFY(tile);
    QVERIFY(!tile->tile().title.isEmpty());
    QVERIFY(tile->outputPoint().x() < lab.input("input1").x());
    QCOMPARE(tile->outputPoint().y(), lab.input("input1").y());
  }

  void liveNumbersAreShownWithoutMovingAnything() {
    Lab lab(kSpirals);
    const QStringList before = described(*lab.scene());
    DiagramLive live;
    live.nodes["dense2"].weights.assign(64, 0.5f);
    live.nodes["dense2"].largest = 0.5f;
    live.nodes["dense2"].biases.assign(8, -1.0f);
    live.nodes["dense9"].weights.assign(3, 1.0f);  // of a node that is gone
    live.nodes["dense1"].weights.assign(5, 1.0f);  // of another shape: an older run
    lab.view->setLive(live);
    lab.view->grab();
    QCOMPARE(described(*lab.scene()), before);
  }

  // ---- drops -----------------------------------------------------------------------------------------------------------

  void aLayerDroppedOnTheCanvasStandsThere() {
    Lab lab(kChain);
    const QPointF place = lab.scene()->nodeItem("dense1")->pos() + QPointF(68, 200);
    lab.drop("dense", place);
    QVERIFY(lab.document.spec().find("dense3"));
    const NodeItem* item = lab.scene()->nodeItem("dense3");
    QVERIFY2(item->box().translated(item->pos()).contains(place), qPrintable(QStringLiteral("%1,%2").arg(item->x()).arg(item->y())));
    QVERIFY((lab.view->selection() == std::vector<NodeId>{"dense3"}));
    lab.document.undoStack()->undo();
    QVERIFY(!lab.document.spec().find("dense3"));
    QVERIFY(lab.document.layout().empty());
  }

  void aLayerDroppedOnAWireStandsInIt() {
    Lab lab(kChain);
    lab.drop("dropout", (lab.output("dense1") + lab.input("dropout1")) / 2);
    QVERIFY(hasWire(lab.document, "dense1", "dropout2"));
    QVERIFY(hasWire(lab.document, "dropout2", "dropout1"));
    QVERIFY(!hasWire(lab.document, "dense1", "dropout1"));
    QCOMPARE(lab.document.undoStack()->count(), 1);
  }

  void aLayerDroppedAmongWeightsStandsBetweenTheColumns() {
    Lab lab(kSpirals);
    lab.drop("dropout", (lab.output("dense1") + lab.input("dense2")) / 2 + QPointF(0, 60));
    QVERIFY(hasWire(lab.document, "tanh1", "dropout1"));
    QVERIFY(hasWire(lab.document, "dropout1", "dense2"));
  }

  void aLayerDroppedOnAnActivationsWordStandsBeforeIt() {
    Lab lab("input 100 | dense 50 relu | dense 40 | mse");
    const NodeItem* item = lab.scene()->nodeItem("dense1");
    lab.drop("dropout", item->pos() + item->wordRect().center());
    QVERIFY(hasWire(lab.document, "dense1", "dropout1"));
    QVERIFY(hasWire(lab.document, "dropout1", "relu1"));
  }

  void aLayerDroppedNearAFreeOutputIsWiredToIt() {
    Lab lab("input 100 | dense 50");
    lab.drop("mse", lab.output("dense1") + QPointF(110, 20));
    QVERIFY(hasWire(lab.document, "dense1", "mse1"));
  }

  void somethingElseIsNotAccepted() {
    Lab lab(kChain);
    QVERIFY(!lab.enter("nonsense"));
    lab.view->setReadOnly(DiagramView::Keeper::Lesson, true);
    QVERIFY(!lab.enter("dense"));
  }

  void aDragThatLeavesChangesNothing() {
    Lab lab(kChain);
    QVERIFY(lab.enter("dense"));
    lab.over("dense", (lab.output("dense1") + lab.input("dropout1")) / 2);
    QDragLeaveEvent leave;
    QCoreApplication::sendEvent(lab.view->viewport(), &leave);
    QCOMPARE(lab.document.undoStack()->count(), 0);
    QVERIFY(!lab.scene()->draft()->isVisible());
  }

  // ---- wires -------------------------------------------------------------------------------------------------------------

  void aWireIsDrawnFromPortToPort() {
    Lab lab("input 100 | dense 50 | mse | from dense1 | dense 40");
    lab.document.removeNodes({});
    NodeId id;
    const Result<NodeId> added = lab.document.addNode("dense", lab.scene()->places(), {0, 400});
    QVERIFY(added.ok());
    lab.view->fit();
    lab.drag(lab.output("input1"), lab.input(*added));
    QVERIFY(hasWire(lab.document, "input1", *added));
  }

  void aWireMayBeDroppedAnywhereOnTheTile() {
    Lab lab(kChain);
    const Result<NodeId> added = lab.document.addNode("dense", lab.scene()->places(), {0, 400});
    lab.view->fit();
    lab.drag(lab.output("input1"), lab.head(*added));
    QVERIFY(hasWire(lab.document, "input1", *added));
  }

  void aWireMayBeDrawnBackwards() {
    Lab lab(kChain);
    const Result<NodeId> added = lab.document.addNode("dense", lab.scene()->places(), {0, 400});
    lab.view->fit();
    lab.drag(lab.input(*added), lab.output("dense1"));
    QVERIFY(hasWire(lab.document, "dense1", *added));
  }

  void aRefusedWireSaysWhyAndKeepsTheDocument() {
    Lab lab(kChain);
    const NetworkSpec before = lab.document.spec();
    lab.press(lab.output("dense2"));
    lab.move((lab.output("dense2") + lab.input("dense1")) / 2);
    lab.move(lab.input("dense1"));
    QVERIFY(lab.scene()->draft()->isVisible());
    QVERIFY(lab.scene()->draft()->refused());
    QVERIFY2(lab.scene()->draft()->reason().contains(QStringLiteral("loop")), qPrintable(lab.scene()->draft()->reason()));
    lab.release(lab.input("dense1"));
    QVERIFY(lab.document.spec() == before);
    QCOMPARE(lab.document.undoStack()->count(), 0);
    QVERIFY(!lab.scene()->draft()->isVisible());
  }

  void whileAWireIsDrawnOnlyPortsThatTakeItAreMarked() {
    Lab lab(kChain);
    lab.press(lab.output("dense1"));
    const auto valid = [&](const NodeId& id) { return !lab.scene()->nodeItem(id)->marks().valid.empty(); };
    QVERIFY(valid("dense2"));
    QVERIFY(valid("mse1"));
    QVERIFY(!valid("dense1"));
    QVERIFY(!valid("dropout1"));  // this wire is already there
    lab.key(Qt::Key_Escape);
    QVERIFY(!valid("dense2"));
    lab.release(lab.output("dense1"));
    QCOMPARE(lab.document.undoStack()->count(), 0);
  }

  void aWirePulledOffItsPortIsGone() {
    Lab lab(kChain);
    lab.drag(lab.input("dense2"), lab.input("dense2") + QPointF(0, 160));
    QVERIFY(!hasWire(lab.document, "dropout1", "dense2"));
    QCOMPARE(lab.document.undoStack()->count(), 1);
  }

  void aWireMovedToAnotherPortIsOneStep() {
    Lab lab(kChain);
    lab.drag(lab.input("dense2"), lab.input("mse1"));
    QVERIFY(!hasWire(lab.document, "dropout1", "dense2"));
    QVERIFY(hasWire(lab.document, "dropout1", "mse1"));
    QCOMPARE(lab.document.undoStack()->count(), 1);
  }

  void aWireIsDrawnByKeyboard() {
    Lab lab("input 100 | dense 50 | dense 40 | a: add dense1 | mse");
    lab.view->select({"input1"});
    lab.key(Qt::Key_W);
    QVERIFY(lab.scene()->draft()->isVisible());
    for (int i = 0; i < 10 && !lab.scene()->nodeItem("a")->marks().currentPort; ++i) lab.key(Qt::Key_Right);
    lab.key(Qt::Key_Return);
    QVERIFY(hasWire(lab.document, "input1", "a"));
    QVERIFY(!lab.scene()->draft()->isVisible());
  }

  void escapeStopsAWireDrawnByKeyboard() {
    Lab lab(kChain);
    lab.view->select({"input1"});
    lab.key(Qt::Key_W);
    lab.key(Qt::Key_Escape);
    QVERIFY(!lab.scene()->draft()->isVisible());
    QCOMPARE(lab.document.undoStack()->count(), 0);
  }

  // ---- select, move, delete ----------------------------------------------------------------------------------------------

  void aClickSelectsAndAClickBesideClears() {
    Lab lab(kChain);
    int told = 0;
    connect(lab.view.get(), &DiagramView::selectionChanged, this, [&] { ++told; });
    lab.click(lab.head("dense1"));
    QVERIFY((lab.view->selection() == std::vector<NodeId>{"dense1"}));
    lab.click(lab.head("dense2"), Qt::ControlModifier);
    QVERIFY((lab.view->selection() == std::vector<NodeId>{"dense1", "dense2"}));
    lab.click(lab.head("dense1") + QPointF(0, 220));
    QVERIFY(lab.view->selection().empty());
    QCOMPARE(told, 3);
  }

  void aBandSelectsWhatItTouches() {
    Lab lab(kChain);
    const QPointF start = lab.head("dense1") + QPointF(-80, -80), end = lab.head("dropout1") + QPointF(0, 20);
    lab.drag(start, end);
    QVERIFY((lab.view->selection() == std::vector<NodeId>{"dense1", "dropout1"}));
  }

  void aMoveSnapsAndIsOneStep() {
    Lab lab(kChain);
    const Position before = lab.scene()->places().at("dense1");
    lab.press(lab.head("dense1"));
    for (int i = 1; i <= 5; ++i) lab.move(lab.head("dense1") + QPointF(0, 0) + QPointF(3, 7));
    const QPointF end = lab.head("dense1") + QPointF(2, 31);
    lab.move(end);
    lab.release(end);
    const Position after = lab.document.layout().at("dense1");
    QCOMPARE(std::fmod(after.y, 8.0), 0.0);
    QVERIFY2(after.y > before.y, qPrintable(QString::number(after.y)));
    QCOMPARE(lab.document.undoStack()->count(), 1);
    QCOMPARE(lab.document.layout().size(), lab.document.spec().nodes.size());  // from now on all places are kept
    lab.document.undoStack()->undo();
    QVERIFY(lab.scene()->places().at("dense1") == before);
  }

  void nudgesOfTheSameTileAreOneStep() {
    Lab lab(kChain);
    lab.view->select({"dense1"});
    const Position before = lab.scene()->places().at("dense1");
    lab.key(Qt::Key_Down, Qt::ControlModifier);
    lab.key(Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(lab.document.layout().at("dense1").y, before.y + 16);
    QCOMPARE(lab.document.undoStack()->count(), 1);
  }

  void deleteClosesTheGap() {
    Lab lab(kChain);
    lab.view->select({"dropout1"});
    lab.view->actions().remove->trigger();
    QVERIFY(!lab.document.spec().find("dropout1"));
    QVERIFY(hasWire(lab.document, "dense1", "dense2"));
  }

  void deletingATileTakesItsWordWithIt() {
    Lab lab(kSpirals);
    lab.view->select({"dense2"});
    lab.view->actions().remove->trigger();
    QVERIFY(!lab.document.spec().find("dense2"));
    QVERIFY(!lab.document.spec().find("tanh2"));
    QVERIFY(hasWire(lab.document, "tanh1", "dense3"));
    QCOMPARE(lab.document.undoStack()->count(), 1);
  }

  void deletingAWordLeavesItsLayer() {
    Lab lab(kSpirals);
    lab.view->select({"tanh2"});
    lab.view->actions().remove->trigger();
    QVERIFY(lab.document.spec().find("dense2"));
    QVERIFY(hasWire(lab.document, "dense2", "dense3"));
  }

  void aSelectedWireIsDeleted() {
    Lab lab(kChain);
    lab.click((lab.output("dense1") + lab.input("dropout1")) / 2);
    QVERIFY(lab.view->selection().empty());
    lab.view->actions().remove->trigger();
    QVERIFY(!hasWire(lab.document, "dense1", "dropout1"));
  }

  void copyAndPasteAddTheTileWithItsWord() {
    Lab lab(kSpirals);
    lab.view->select({"dense2"});
    lab.view->actions().copy->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("dense2")));
    lab.view->actions().paste->trigger();
    QVERIFY((lab.view->selection() == std::vector<NodeId>{"dense4", "tanh3"}));
    QVERIFY(hasWire(lab.document, "dense4", "tanh3"));
  }

  void duplicateLeavesTheClipboardAlone() {
    Lab lab(kSpirals);
    QGuiApplication::clipboard()->setText(QStringLiteral("mine"));
    lab.view->select({"dense2"});
    lab.view->actions().duplicate->trigger();
    QVERIFY(lab.document.spec().find("dense4"));
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("mine"));
  }

  void tidyForgetsThePlaces() {
    Lab lab(kChain);
    const Layout tidy = lab.scene()->places();
    lab.drag(lab.head("dense1"), lab.head("dense1") + QPointF(40, 120));
    QVERIFY(lab.scene()->places() != tidy);
    lab.view->actions().tidy->trigger();
    QVERIFY(lab.scene()->places() == tidy);
  }

  void whatIsReadOnlyIsNotChanged() {
    Lab lab(kChain);
    lab.view->setReadOnly(DiagramView::Keeper::Lesson, true);
    lab.drag(lab.head("dense1"), lab.head("dense1") + QPointF(40, 120));
    lab.drag(lab.input("dense2"), lab.input("dense2") + QPointF(0, 160));
    lab.view->select({"dropout1"});
    lab.key(Qt::Key_D);
    QVERIFY(!lab.view->actions().remove->isEnabled());
    QCOMPARE(lab.document.undoStack()->count(), 0);
  }

  // ---- keyboard ------------------------------------------------------------------------------------------------------------

  void arrowsWalkAlongTheWires() {
    Lab lab(kSpirals);
    QStringList way;
    for (int i = 0; i < 8; ++i) {
      lab.key(Qt::Key_Right);
      way << QString::fromStdString(lab.scene()->current());
    }
    QCOMPARE(way, (QStringList{"input1", "dense1", "tanh1", "dense2", "tanh2", "dense3", "binary_cross_entropy1", "binary_cross_entropy1"}));
    lab.key(Qt::Key_Left);
    QCOMPARE(lab.scene()->current(), NodeId("dense3"));
    QVERIFY((lab.view->selection() == std::vector<NodeId>{"dense3"}));
    QVERIFY(QAccessible::queryAccessibleInterface(lab.view.get())->focusChild()->text(QAccessible::Name).startsWith(QStringLiteral("Dense 3")));
  }

  void upAndDownGoToTheOtherBranch() {
    Lab lab("input 100 | a: dense 50 | from input1 | b: dense 50 | c: add a | mse");
    lab.view->select({"a"});
    const bool below = lab.scene()->places().at("b").y > lab.scene()->places().at("a").y;
    lab.key(below ? Qt::Key_Down : Qt::Key_Up);
    QCOMPARE(lab.scene()->current(), NodeId("b"));
  }

  void aLetterAddsItsLayerBehindTheSelection() {
    Lab lab(kChain);
    lab.view->select({"dense1"});
    QTest::keyClick(lab.view.get(), 'd');
    QVERIFY(hasWire(lab.document, "dense1", "dense3"));
    QVERIFY(hasWire(lab.document, "dense3", "dropout1"));
    QVERIFY((lab.view->selection() == std::vector<NodeId>{"dense3"}));
  }

  void aLayerAddedBehindATileStandsBehindItsWord() {
    Lab lab(kSpirals);
    lab.view->select({"dense1"});
    lab.view->addLayer(QStringLiteral("dropout"));
    QVERIFY(hasWire(lab.document, "tanh1", "dropout1"));
  }

  void withoutASelectionALayerGoesBeforeTheLoss() {
    Lab lab(kChain);
    lab.view->addLayer(QStringLiteral("dense"));
    QVERIFY(hasWire(lab.document, "dense2", "dense3"));
    QVERIFY(hasWire(lab.document, "dense3", "mse1"));
  }

  void enterOpensTheParameters() {
    Lab lab(kChain);
    QSignalSpy opened(lab.view.get(), &DiagramView::nodeActivated);
    lab.view->select({"dense1"});
    lab.key(Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QTest::mouseDClick(lab.view->viewport(), Qt::LeftButton, {}, lab.at(lab.head("dense2")));
    QCOMPARE(opened.count(), 2);
  }

  void spaceIsLeftToTheWindow() {
    Lab lab(kChain);
    QKeyEvent space(QEvent::KeyPress, Qt::Key_Space, Qt::NoModifier, QStringLiteral(" "));
    QCoreApplication::sendEvent(lab.view.get(), &space);
    QVERIFY(!space.isAccepted());
  }

  void aClickOnAWeightAndOnABiasIsTold() {
    Lab lab(kSpirals);
    DiagramLive live;
    live.nodes["dense1"].weights.assign(16, 0.5f);
    live.nodes["dense1"].largest = 0.5f;
    live.nodes["dense1"].biases.assign(8, 0.5f);
    lab.view->setLive(live);
    QSignalSpy weights(lab.view.get(), &DiagramView::weightActivated), biases(lab.view.get(), &DiagramView::biasActivated);
    const NodeItem *input = lab.scene()->nodeItem("input1"), *dense = lab.scene()->nodeItem("dense1");
    // Input 0 and unit 0 are the uppermost ends: their curve is the upper edge of the bundle.
    const QRectF from = input->tile().neuronRect(0).translated(input->pos()), to = dense->tile().neuronRect(0).translated(dense->pos());
    const QPointF middle = wireCurve({from.right(), from.center().y()}, {to.left(), to.center().y()}).pointAtPercent(0.5);
    lab.click(middle);
    QCOMPARE(weights.count(), 1);
    QCOMPARE(weights[0][1].toInt(), 0);
    QCOMPARE(weights[0][2].toInt(), 0);
    const QRectF picture = dense->tile().neuronRect(3).translated(dense->pos());
    lab.click(picture.bottomLeft() + QPointF(1, -1));
    QCOMPARE(biases.count(), 1);
    QCOMPARE(biases[0][1].toInt(), 3);
  }

  // ---- palette -------------------------------------------------------------------------------------------------------------

  void thePaletteShowsEveryLayerEveryLossAndTheBlock() {
    Palette palette;
    QStringList keys;
    for (int row = 0; row < palette.list()->count(); ++row)
      if (const QString key = palette.list()->item(row)->data(LayerList::KeyRole).toString(); !key.isEmpty()) keys << key;
    QCOMPARE(keys.size(), static_cast<qsizetype>(allLayers().size() + allLosses().size() + 1));
    for (const LayerDef* def : allLayers()) QVERIFY2(keys.contains(QString::fromStdString(def->key)), def->key.c_str());
  }

  void aDoubleClickInThePaletteAddsTheLayer() {
    Lab lab(kChain);
    Palette palette;
    connect(&palette, &Palette::layerChosen, lab.view.get(), &DiagramView::addLayer);
    palette.resize(208, 676);
    palette.show();
    QVERIFY(QTest::qWaitForWindowExposed(&palette));
    const auto rows = palette.list()->findItems(QStringLiteral("Dropout"), Qt::MatchExactly);
    QCOMPARE(rows.size(), 1);
    const QPoint at = palette.list()->visualItemRect(rows[0]).center();
    QTest::mouseClick(palette.list()->viewport(), Qt::LeftButton, {}, at);
    QVERIFY(!lab.document.spec().find("dropout2"));  // one click only selects
    QTest::mouseDClick(palette.list()->viewport(), Qt::LeftButton, {}, at);
    QVERIFY(lab.document.spec().find("dropout2"));
    QVERIFY(!lab.document.spec().find("dropout3"));
  }

  void theSearchFindsByTitleAndEnterAdds() {
    Palette palette;
    QSignalSpy chosen(&palette, &Palette::layerChosen);
    palette.show();
    QTest::keyClicks(palette.searchField(), QStringLiteral("dropo"));
    QTest::keyClick(palette.searchField(), Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen[0][0].toString(), QStringLiteral("dropout"));
    int shown = 0;
    for (int row = 0; row < palette.list()->count(); ++row) shown += !palette.list()->item(row)->isHidden();
    QCOMPARE(shown, 2);  // its heading and itself
  }

  void aLessonMayLockLayers() {
    Palette palette;
    palette.setAllowed({QStringLiteral("dense")});
    QSignalSpy chosen(&palette, &Palette::layerChosen);
    const auto dropout = palette.list()->findItems(QStringLiteral("Dropout"), Qt::MatchExactly);
    emit palette.list()->itemDoubleClicked(dropout[0]);
    QCOMPARE(chosen.count(), 0);
  }

  // ---- zoom ----------------------------------------------------------------------------------------------------------------

  void fitShowsTheWholeNetwork() {
    Lab lab("input 100 | dense 50 | dense 50 | dense 50 | dense 50 | dense 50 | dense 50 | dense 50 | dense 50 | mse");
    lab.view->setZoom(3);
    lab.view->fit();
    const QRectF sight = lab.view->mapToScene(lab.view->viewport()->rect()).boundingRect();
    QVERIFY(sight.contains(lab.scene()->contentRect()));
    QVERIFY(lab.view->zoom() <= 1);
  }

  void anEmptyCanvasSaysHowToBegin() {
    Lab lab("");
    QVERIFY(lab.view->findChild<QWidget*>(QStringLiteral("emptyState"))->isVisible());
    lab.view->addLayer(QStringLiteral("input"));
    QVERIFY(!lab.view->findChild<QWidget*>(QStringLiteral("emptyState"))->isVisible());
  }
};

QTEST_MAIN(TestDiagram)
#include "test_diagram.moc"
