// Groups of the diagram: made, folded to one tile, repeated, and whose numbers stand on their layers.
#include "engine/graph/spec_edit.h"
#include "engine/graph/spec_group.h"
#include "engine/io/folding.h"
#include "widgets/diagram/diagram_view.h"
#include "widgets/diagram/fold_tiles.h"
#include "widgets/diagram/group_actions.h"
#include "widgets/diagram/live_diagram.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDropEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cmath>

using namespace glassbox;

namespace {

constexpr auto kBlocks = "input 6 element=tokens | embedding 8 tokens=9 | transformer_block 2 repeat=3 causal=true | dense 9 | softmax_cross_entropy";
constexpr auto kChain = "input 100 | dense 50 relu | dense 40 | dense 30 | mse";
constexpr auto kBlock = "transformer_block1";
const NodeId kTile = groupTile(kBlock);

NetworkSpec specOf(const char* line) {
  Result<NetworkSpec> spec = parseLine(line);
  if (!spec) qFatal("%s", english(spec.error()).c_str());
  return *spec;
}

// A window with a canvas of 1200x700, shown and active.
struct Lab {
  Document document;
  std::unique_ptr<DiagramView> view;

  explicit Lab(const char* line) {
    Project project;
    project.spec = specOf(line);
    document.open(project);
    view = std::make_unique<DiagramView>(&document);
    view->resize(1200, 700);
    view->show();
    view->activateWindow();
    if (!QTest::qWaitForWindowExposed(view.get())) qFatal("the window does not show");
    view->setFocus();
  }

  DiagramScene* scene() const { return view->diagram(); }
  QPoint at(QPointF scenePoint) const { return view->mapFromScene(scenePoint); }
  void click(QPointF p) const { QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, at(p)); }
  void doubleClick(QPointF p) const { QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, at(p)); }
  void drag(QPointF from, QPointF to) const {
    QTest::mousePress(view->viewport(), Qt::LeftButton, {}, at(from));
    for (const QPointF& p : {(from + to) / 2, to}) {
      QMouseEvent event(QEvent::MouseMove, at(p), view->viewport()->mapToGlobal(at(p)), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
      QCoreApplication::sendEvent(view->viewport(), &event);
    }
    QTest::mouseRelease(view->viewport(), Qt::LeftButton, {}, at(to));
  }
  void key(int code, Qt::KeyboardModifiers keys = {}) const { QTest::keyClick(view.get(), static_cast<Qt::Key>(code), keys); }
  const Tile* tile(const NodeId& id) const { return scene()->tiles().find(id); }
  QPointF middle(const NodeId& id) const { return scene()->nodeItem(id)->pos() + QPointF(80, 20); }
};

// Where the shown tiles stand, in words.
QStringList places(const Lab& lab) {
  QStringList out;
  for (const Tile& tile : lab.scene()->tiles().tiles)
    if (const NodeItem* item = lab.scene()->nodeItem(tile.id); tile.isShown())
      out << QStringLiteral("%1 %2 %3").arg(QString::fromStdString(tile.id)).arg(item->x()).arg(item->y());
  return out;
}

} // namespace

class TestGroups : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { ThemeManager::ofApplication().setReduceMotion(true); }

  // ---- folding ----------------------------------------------------------------------------------------------------------

  void aFoldedGroupIsOneTileWithItsCopiesBehindIt() {
    Lab lab(kBlocks);
    const std::vector<NodeId> members = lab.document.spec().groups.front().members;
    std::int64_t each = 0;
    for (const NodeId& id : members) each += lab.document.analysis().nodes.at(id).parameters;
    lab.view->setFolded(kBlock, true);
    const Tile* tile = lab.tile(kTile);
    QVERIFY(tile);
    QCOMPARE(QSizeF(tile->width, tile->height), QSizeF(160, 96));
    QCOMPARE(tile->sheets, 2);  // the first copy is the tile itself
    QCOMPARE(tile->copies, QStringLiteral("× 3"));
    QCOMPARE(tile->parameters, QStringLiteral("3 × %1").arg(each));
    QCOMPARE(tile->line, QStringLiteral("heads: 2 · width 8"));
    for (const NodeId& id : members) QCOMPARE(lab.scene()->nodeItem(id), lab.scene()->nodeItem(kTile));
    QVERIFY(!lab.scene()->groupItem(kBlock)->isVisible());
    for (const TileWire& wire : lab.scene()->tiles().wires) {
      QVERIFY(std::count(members.begin(), members.end(), wire.fromTile) == 0);
      QVERIFY(std::count(members.begin(), members.end(), wire.toTile) == 0);
    }
  }

  void wiresOfAFoldedGroupEndAtItsBorder() {
    Lab lab(kBlocks);
    lab.view->setFolded(kBlock, true);
    int in = 0, out = 0;
    const NodeItem* item = lab.scene()->nodeItem(kTile);
    for (const TileWire& wire : lab.scene()->tiles().wires) {
      const QPainterPath path = lab.scene()->wireItem(wire.wire)->route().path;
      in += wire.toTile == kTile;
      out += wire.fromTile == kTile;
      if (wire.toTile == kTile) QCOMPARE(path.pointAtPercent(1), item->pos() + QPointF(0, 48));
      if (wire.fromTile == kTile) QCOMPARE(path.pointAtPercent(0), item->pos() + QPointF(160, 48));
    }
    QCOMPARE(in, 1);  // the norm and the skip read the same
    QCOMPARE(out, 1);
  }

  void foldingIsUndoneAndTheDrawingIsAsBefore() {
    Lab lab(kBlocks);
    const QStringList before = places(lab);
    lab.view->setFolded(kBlock, true);
    QVERIFY(places(lab) != before);
    const QStringList folded = places(lab);
    lab.document.undoStack()->undo();
    QCOMPARE(places(lab), before);
    lab.document.undoStack()->redo();
    QCOMPARE(places(lab), folded);
    QVERIFY(arrangesItself(lab.document.layout()));
  }

  void tilesThatWereMovedComeCloserAndGoBack() {
    Lab lab(kBlocks);
    lab.drag(lab.middle("embedding1"), lab.middle("embedding1") + QPointF(0, 48));
    QVERIFY(!arrangesItself(lab.document.layout()));
    const QStringList before = places(lab);
    const double behind = lab.scene()->nodeItem("dense3")->x();
    lab.view->setFolded(kBlock, true);
    const double left = lab.scene()->nodeItem(kTile)->x();
    QVERIFY2(lab.scene()->nodeItem("dense3")->x() < behind, "what stands behind the group comes closer");
    QVERIFY(lab.scene()->nodeItem("dense3")->x() >= left + 160 + 24);
    lab.view->setFolded(kBlock, false);
    QCOMPARE(places(lab), before);
  }

  void layersComeOutWhereTheFoldedTileWasMovedTo() {
    Lab lab(kBlocks);
    lab.drag(lab.middle("embedding1"), lab.middle("embedding1") + QPointF(0, 48));
    const NodeId first = lab.document.spec().groups.front().members.front();
    const QPointF before = lab.scene()->nodeItem(first)->pos();
    lab.view->setFolded(kBlock, true);
    const QPointF from = lab.scene()->nodeItem(kTile)->pos();
    lab.drag(lab.middle(kTile), lab.middle(kTile) + QPointF(0, 80));
    const QPointF by = lab.scene()->nodeItem(kTile)->pos() - from;
    QVERIFY(by.y() > 40);
    lab.view->setFolded(kBlock, false);
    QCOMPARE(lab.scene()->nodeItem(first)->pos(), before + by);
  }

  void tidyingUpKeepsWhatIsFolded() {
    Lab lab(kBlocks);
    lab.view->setFolded(kBlock, true);
    lab.drag(lab.middle(kTile), lab.middle(kTile) + QPointF(0, 80));
    QVERIFY(!arrangesItself(lab.document.layout()));
    lab.view->actions().tidy->trigger();
    QVERIFY(arrangesItself(lab.document.layout()));
    QVERIFY(lab.view->isFolded(kBlock));
  }

  // ---- gestures -----------------------------------------------------------------------------------------------------------

  void aDoubleClickUnfoldsAndOneOnTheTitleFolds() {
    Lab lab(kBlocks);
    const GroupItem* frame = lab.scene()->groupItem(kBlock);
    lab.doubleClick(QPointF(frame->foldRect().right() + 30, frame->titleRow().center().y()));
    QVERIFY(lab.view->isFolded(kBlock));
    lab.doubleClick(lab.middle(kTile));
    QVERIFY(!lab.view->isFolded(kBlock));
  }

  void theChevronFoldsAndTheWordUnfolds() {
    Lab lab(kBlocks);
    lab.click(lab.scene()->groupItem(kBlock)->foldRect().center());
    QVERIFY(lab.view->isFolded(kBlock));
    const NodeItem* item = lab.scene()->nodeItem(kTile);
    lab.click(item->pos() + item->unfoldRect().center());
    QVERIFY(!lab.view->isFolded(kBlock));
  }

  void theKeyboardWalksOverAFoldedGroupAndEnterUnfoldsIt() {
    Lab lab(kBlocks);
    lab.view->setFolded(kBlock, true);
    lab.view->select({"embedding1"});
    lab.key(Qt::Key_Right);
    QCOMPARE(lab.scene()->current(), kTile);
    QVERIFY(lab.scene()->nodeItem(kTile)->marks().selected);
    QAccessibleInterface* here = QAccessible::queryAccessibleInterface(lab.view.get())->focusChild();
    QVERIFY(here && here->text(QAccessible::Name).contains(QStringLiteral("folded")));
    QVERIFY(here->text(QAccessible::Description).startsWith(QStringLiteral("Enter unfolds it")));
    lab.key(Qt::Key_Right);
    QCOMPARE(lab.scene()->current(), NodeId("dense3"));
    lab.key(Qt::Key_Left);
    QCOMPARE(lab.scene()->current(), kTile);
    lab.key(Qt::Key_Return);
    QVERIFY(!lab.view->isFolded(kBlock));
    QCOMPARE(lab.scene()->current(), lab.document.spec().groups.front().members.front());
    lab.key(Qt::Key_F, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(lab.view->isFolded(kBlock));
    QCOMPARE(lab.scene()->current(), kTile);
  }

  void aClickOnAFoldedGroupChoosesAllItsLayersAndDeleteTakesThem() {
    Lab lab(kBlocks);
    const std::vector<NodeId> members = lab.document.spec().groups.front().members;
    lab.view->setFolded(kBlock, true);
    lab.click(lab.middle(kTile));
    QCOMPARE(lab.view->selection(), members);
    lab.key(Qt::Key_Delete);
    QVERIFY(lab.document.spec().groups.empty());
    for (const NodeId& id : members) QVERIFY(!lab.document.spec().find(id));
    const std::vector<const Wire*> into = lab.document.spec().into({"dense3", "in"});
    QCOMPARE(into.size(), std::size_t(1));
    QCOMPARE(into.front()->from.node, NodeId("embedding1"));
    QVERIFY(lab.document.layout().empty());
  }

  void copyAndPasteTakeTheWholeGroup() {
    Lab lab(kBlocks);
    lab.view->setFolded(kBlock, true);
    lab.click(lab.middle(kTile));
    lab.key(Qt::Key_C, Qt::ControlModifier);
    lab.key(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(lab.document.spec().groups.size(), std::size_t(2));
    QCOMPARE(lab.document.spec().groups[1].repeat, 3);
    QCOMPARE(lab.document.spec().groups[1].members.size(), lab.document.spec().groups[0].members.size());
  }

  void aDeletedWireIntoAFoldedGroupIsGoneForAllItBrings() {
    Lab lab(kBlocks);
    lab.view->setFolded(kBlock, true);
    for (const TileWire& wire : lab.scene()->tiles().wires)
      if (wire.toTile == kTile) {
        lab.click(lab.scene()->wireItem(wire.wire)->route().path.pointAtPercent(0.3));
        break;
      }
    QCOMPARE(lab.scene()->selectedWires().size(), std::size_t(1));
    lab.key(Qt::Key_Delete);
    for (const Wire& wire : lab.document.spec().wires) QVERIFY(wire.from.node != "embedding1");
  }

  void findingALayerInAFoldedGroupUnfoldsIt() {
    Lab lab(kBlocks);
    lab.view->setFolded(kBlock, true);
    lab.view->reveal("attention1");
    QVERIFY(!lab.view->isFolded(kBlock));
    QCOMPARE(lab.view->selection(), std::vector<NodeId>{"attention1"});
  }

  void aLayerAddedBehindAFoldedGroupReadsWhatTheGroupGives() {
    Lab lab(kBlocks);
    const NodeId last = lab.document.spec().into({"dense3", "in"}).front()->from.node;
    lab.view->setFolded(kBlock, true);
    lab.click(lab.middle(kTile));
    lab.view->addLayer(QStringLiteral("layer_norm"));
    const NodeId added = lab.document.spec().into({"dense3", "in"}).front()->from.node;
    QCOMPARE(lab.document.spec().into({added, "in"}).front()->from.node, last);
    QVERIFY(lab.view->isFolded(kBlock));
  }

  void aLayerPutOnAWireInsideAGroupJoinsIt() {
    Lab lab(kBlocks);
    const auto& spec = lab.document.spec();
    const auto wire = std::find_if(spec.wires.begin(), spec.wires.end(), [](const Wire& w) { return w.from.node == "layer_norm1" && w.to.node == "attention1"; });
    QVERIFY(wire != spec.wires.end());
    const Result<NodeId> inside = lab.document.insertOnWire("dropout", *wire);
    QVERIFY(inside.ok());
    QCOMPARE(groupOf(lab.document.spec(), *inside)->id, std::string(kBlock));
    QVERIFY(lab.document.analysis().sound());
    const Result<NodeId> before = lab.document.insertOnWire("dropout", *lab.document.spec().into({"layer_norm1", "in"}).front());
    QVERIFY(before.ok());
    QVERIFY(!groupOf(lab.document.spec(), *before));  // the wire comes from outside
  }

  void aLayerDroppedOnTheWireIntoAFoldedGroupStandsBeforeAllOfIt() {
    Lab lab(kBlocks);
    lab.view->setFolded(kBlock, true);
    std::size_t before = 0;
    for (const Wire& wire : lab.document.spec().wires) before += wire.from.node == "embedding1";
    QVERIFY(before > 1);  // the norm, and the skip beside the attention
    const QPointF middle = (lab.scene()->nodeItem("embedding1")->outputPoint() + lab.scene()->nodeItem(kTile)->inputPoint(0)) / 2;
    QMimeData mime;
    mime.setData(kLayerMime, "dropout");
    QDragEnterEvent enter(lab.at(middle), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(lab.view->viewport(), &enter);
    QDropEvent drop(lab.at(middle), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(lab.view->viewport(), &drop);
    std::size_t left = 0, moved = 0;
    for (const Wire& wire : lab.document.spec().wires) {
      left += wire.from.node == "embedding1";
      moved += wire.from.node == "dropout1";
    }
    QCOMPARE(left, std::size_t{1});
    QCOMPARE(moved, before);
    QVERIFY(lab.document.analysis().sound());
  }

  // ---- files ----------------------------------------------------------------------------------------------------------------

  void whatIsFoldedIsInTheFileAndOldFilesHaveNothingFolded() {
    Lab lab(kBlocks);
    const std::string old = writeProject(lab.document.project());
    QVERIFY(old.find("group:") == std::string::npos);
    lab.view->setFolded(kBlock, true);
    const Result<Project> read = parseProject(writeProject(lab.document.project()), "lab.glassbox");
    QVERIFY2(read.ok(), read ? "" : english(read.error()).c_str());
    QCOMPARE(read->layout, lab.document.layout());
    QVERIFY(isFolded(read->layout, kBlock));
    const Result<Project> before = parseProject(old, "old.glassbox");
    QVERIFY(before.ok());
    QVERIFY(!isFolded(before->layout, kBlock));
  }

  void aFileThatFoldsAGroupItDoesNotHaveIsRefused() {
    Lab lab(kBlocks);
    lab.view->setFolded(kBlock, true);
    std::string text = writeProject(lab.document.project());
    text.replace(text.find("group:") + 6, 11, "nothing_one");
    const Result<Project> read = parseProject(text, "lab.glassbox");
    QVERIFY(!read.ok());
    QVERIFY(english(read.error()).find("group:nothing_one") != std::string::npos);
  }

  // ---- copies ---------------------------------------------------------------------------------------------------------------

  void theStepperChoosesWhoseWeightsAreShown() {
    Lab lab(kBlocks);
    QSignalSpy shown(lab.view.get(), &DiagramView::copyShown);
    QCOMPARE(lab.scene()->shownNode("attention1"), NodeId("attention1"));
    const GroupItem* frame = lab.scene()->groupItem(kBlock);
    lab.click(frame->afterRect().center());
    QCOMPARE(lab.scene()->shownCopy(kBlock), 2);
    QCOMPARE(frame->frame().copy, 2);
    QCOMPARE(lab.scene()->shownNode("attention1"), NodeId("attention1_2"));
    QCOMPARE(lab.scene()->shownNode("embedding1"), NodeId("embedding1"));
    lab.click(frame->afterRect().center());
    lab.click(frame->afterRect().center());  // the third is the last
    QCOMPARE(lab.scene()->shownCopy(kBlock), 3);
    QCOMPARE(shown.count(), 2);
    lab.click(frame->beforeRect().center());
    QCOMPARE(lab.scene()->shownCopy(kBlock), 2);
  }

  void aLitStepUnfoldsTheCopyItStepsInAndFoldsItAgain() {
    Lab lab(kBlocks);
    lab.view->setFolded(kBlock, true);
    DiagramFlow flow;
    flow.nodes["attention1_3"] = DiagramFlow::Direction::Forward;
    for (const Wire& wire : lab.document.analysis().spec->wires)
      if (wire.to.node == "attention1_3") flow.wires.insert(wire);
    QVERIFY(!flow.wires.empty());
    lab.view->setFlow(flow);
    QVERIFY(!lab.tile(kTile));
    QCOMPARE(lab.scene()->shownCopy(kBlock), 3);
    QVERIFY(lab.scene()->nodeItem("attention1")->marks().flow.has_value());
    QVERIFY2(lab.view->isFolded(kBlock), "the step folds nothing for good");
    lab.view->setFlow({});
    QVERIFY(lab.tile(kTile));
  }

  void fromCopyToCopyTheWayIntoTheGroupIsLit() {
    const NetworkSpec spec = specOf(kBlocks);
    const Analysis analysis = analyse(spec);
    const NodeId first = spec.groups.front().members.front();
    DiagramFlow flow;
    flow.nodes[first + "_2"] = DiagramFlow::Direction::Forward;
    for (const Wire& wire : analysis.spec->wires)
      if (wire.to.node == first + "_2") flow.wires.insert(wire);
    const FlowOfCopies own = flowOfCopies(flow, analysis, spec);
    QCOMPARE(own.copies.at(kBlock), 2);
    QCOMPARE(own.flow.wires.size(), std::size_t(1));
    QCOMPARE(own.flow.wires.begin()->from.node, NodeId("embedding1"));
    QCOMPARE(own.flow.wires.begin()->to.node, first);
  }

  // ---- making groups ----------------------------------------------------------------------------------------------------------

  void aGroupIsMadeOfTheSelectionFoldedAndDissolved() {
    Lab lab(kChain);
    lab.view->select({"dense1", "dense2"});
    lab.key(Qt::Key_G, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(lab.document.spec().groups.size(), std::size_t(1));
    const GroupSpec& group = lab.document.spec().groups.front();
    QCOMPARE(group.members, (std::vector<NodeId>{"dense1", "relu1", "dense2"}));  // the word goes with its tile
    lab.key(Qt::Key_F, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(lab.tile(groupTile(group.id))->parameters, QStringLiteral("7\u2009090"));  // 100·50 + 50 + 50·40 + 40
    QCOMPARE(lab.tile(groupTile(group.id))->line, QStringLiteral("3 layers"));
    lab.key(Qt::Key_U, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(lab.document.spec().groups.empty());
    QVERIFY2(lab.document.layout().empty(), "no place of a group that is gone");
    QVERIFY(lab.scene()->nodeItem("dense1"));
    lab.document.undoStack()->undo();
    QVERIFY(lab.view->isFolded("group1"));
  }

  void aGroupThatCannotBeSaysWhy_data() {
    QTest::addColumn<std::vector<NodeId>>("ids");
    QTest::addColumn<QString>("why");
    QTest::newRow("one layer") << std::vector<NodeId>{"dense1"} << QStringLiteral("A group needs two layers or more: select them, then make the group.");
    QTest::newRow("the input") << std::vector<NodeId>{"input1", "dense1"} << QStringLiteral("A group holds what lies between the input and the loss: leave Input out.");
    QTest::newRow("the loss") << std::vector<NodeId>{"dense3", "mse1"} << QStringLiteral("A group holds what lies between the input and the loss: leave Mean squared error out.");
    QTest::newRow("a gap") << std::vector<NodeId>{"dense1", "dense3"} << QStringLiteral(" lies between these layers: select it too.");
  }
  void aGroupThatCannotBeSaysWhy() {
    QFETCH(std::vector<NodeId>, ids);
    QFETCH(QString, why);
    std::string made;
    const Result<NetworkSpec> after = spec_edit::makeGroup(specOf(kChain), ids, made);
    QVERIFY(!after.ok());
    QVERIFY2(QString::fromStdString(english(after.error())).contains(why), english(after.error()).c_str());
  }

  void aGroupIsRepeatedWhenItsShapesChain() {
    NetworkSpec spec = specOf("input 20 | dense 20 | dense 20 | dense 3 | mse");
    std::string id;
    spec = *spec_edit::makeGroup(spec, {"dense1", "dense2"}, id);
    const Result<NetworkSpec> twice = spec_edit::repeatGroup(spec, id, 2);
    QVERIFY(twice.ok());
    QCOMPARE(analyse(*twice).parameters, std::int64_t(4 * (20 * 20 + 20) + 63));
    QVERIFY(analyse(*twice).sound());
    QVERIFY(!spec_edit::repeatGroup(spec, id, 0).ok());
    QVERIFY(!spec_edit::repeatGroup(spec, id, spec_edit::kMostCopies + 1).ok());
  }

  // ---- pictures in tiles --------------------------------------------------------------------------------------------------------

  void filtersAreDrawnThreePixelsAWeightFromTheEnginesArray() {
    const Shape shape{4, 2, 3, 3};
    std::vector<float> weights(72);
    for (std::size_t i = 0; i < weights.size(); ++i) weights[i] = std::sin(0.7f * static_cast<float>(i));
    const TilePicture picture = filtersOf(weights, shape);
    QCOMPARE(picture.image.size(), QSize(140, 52));
    QCOMPARE(picture.shown, std::int64_t(8));
    QCOMPARE(picture.total, std::int64_t(8));
    float largest = 0;
    for (float w : weights) largest = std::max(largest, std::abs(w));
    QCOMPARE(picture.largest, largest);
    // Map 5 is the sixth of a row of (140 + 3) / 12 = 11; its weight (row 1, column 2) is number 5·9 + 5 and begins at (60 + 6, 3).
    for (const QPoint& at : {QPoint(66, 3), QPoint(68, 5)})
      QCOMPARE(picture.image.pixel(at), theme().diverging(weights[50] / largest * 0.8));
    QCOMPARE(qAlpha(picture.image.pixel(69, 3)), 0);  // between two maps
  }

  void ofManyFiltersThoseThatFitAreDrawnOnTheirOwnScale() {
    std::vector<float> weights(64 * 32 * 9, 0.25f);
    weights.back() = 100;  // of a map that has no room
    const TilePicture picture = filtersOf(weights, Shape{64, 32, 3, 3});
    QCOMPARE(picture.shown, std::int64_t(11 * 4));
    QCOMPARE(picture.total, std::int64_t(64 * 32));
    QCOMPARE(picture.largest, 0.25f);
  }

  void aStripTakesWeightsAtEqualDistances() {
    std::vector<float> weights(60 * 32);
    for (std::size_t i = 0; i < weights.size(); ++i) weights[i] = static_cast<float>(i) - 700;
    const TilePicture picture = stripOf(weights, 60, 32);
    QCOMPARE(picture.image.size(), QSize(16, 6));
    QCOMPARE(picture.largest, 930.0f);  // row 50, column 30: 50·32 + 30 - 700
    QCOMPARE(picture.image.pixel(3, 2), theme().diverging((20 * 32 + 6 - 700) / 930.0f * 0.8));
  }

  void aLowStripOffersNoPictures() {
    Lab lab(kChain);
    const auto offers = [&] {
      lab.view->select({"dense1"});
      bool offered = false;
      QTimer::singleShot(0, lab.view.get(), [&] {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        if (!menu) return;
        for (const QAction* action : menu->actions()) offered = offered || action->text() == QStringLiteral("Show in tile");
        menu->close();
      });
      QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(5, 5), lab.view->viewport()->mapToGlobal(QPoint(5, 5)));
      QApplication::sendEvent(lab.view->viewport(), &event);
      return offered;
    };
    QVERIFY(offers());
    lab.view->resize(1200, 150);
    lab.view->fit();
    QCOMPARE(lab.scene()->tileDetail(), TileDetail::Names);
    QVERIFY(!offers());
  }

  void onlyPicturesThatCanBeSeenAreWishedFor() {
    Lab lab(kChain);
    QCOMPARE(lab.tile("dense2")->form, TileForm::Thumbnail);
    QCOMPARE(lab.view->wishedPictures().size(), std::size_t(3));
    QSignalSpy wished(lab.view.get(), &DiagramView::picturesWished);
    lab.view->setZoom(0.79);
    QVERIFY(lab.view->wishedPictures().empty());
    QVERIFY(wished.count() > 0);
    lab.view->setZoom(1);
    lab.scene()->showInTile("dense1", TileShow::Gradients);
    lab.scene()->showInTile("dense2", TileShow::Nothing);
    QCOMPARE(lab.tile("dense2")->form, TileForm::Plain);
    QCOMPARE(lab.view->wishedPictures().at("dense1"), TileShow::Gradients);
    QVERIFY(!lab.view->wishedPictures().count("dense2"));
    lab.view->hide();
    QVERIFY(lab.view->wishedPictures().empty());
  }

  void picturesComeFromTheArrayThatIsAskedForAndElseCostNothing() {
    CompileOptions options;
    options.maxBatch = 4;
    Result<Network> network = Network::compile(analyse(specOf("input 1x8x8 | conv2d 4 kernel=3 | flatten | dense 20 | mse")), options);
    QVERIFY(network.ok());
    Snapshot snapshot;
    const std::size_t size = network->weights().size();
    snapshot.weights = Buffer<float>(size);
    snapshot.gradients = Buffer<float>(size);
    for (std::size_t i = 0; i < size; ++i) {
      snapshot.weights[i] = std::cos(static_cast<float>(i));
      snapshot.gradients[i] = 2 * std::sin(static_cast<float>(i));
    }
    const auto live = [&](const TileWishes& wishes) { return liveFrom(snapshot, network->weightInfos(), DiagramLive::Wires::Weights, wishes); };
    QVERIFY(live({}).nodes["conv2d1"].thumbnail.isNull());
    const auto span = [&](const Buffer<float>& from) {
      for (const WeightInfo& info : network->weightInfos())
        if (info.name == "conv2d1.weight") return std::span<const float>(from.data() + info.offset, info.size);
      return std::span<const float>();
    };
    QCOMPARE(span(snapshot.weights).size(), std::size_t(36));
    QCOMPARE(live({{"conv2d1", TileShow::Weights}}).nodes["conv2d1"].thumbnail, filtersOf(span(snapshot.weights), Shape{4, 1, 3, 3}).image);
    QCOMPARE(live({{"conv2d1", TileShow::Gradients}}).nodes["conv2d1"].thumbnail, filtersOf(span(snapshot.gradients), Shape{4, 1, 3, 3}).image);
    QVERIFY(!live({{"dense1", TileShow::Weights}}).nodes["dense1"].thumbnail.isNull());
    QVERIFY(live({{"dense1", TileShow::Nothing}}).nodes["dense1"].thumbnail.isNull());
  }
};

QTEST_MAIN(TestGroups)
#include "test_groups.moc"
