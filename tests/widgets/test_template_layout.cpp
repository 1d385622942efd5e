// The drawings of all templates: no wire crosses another or lies over a tile.
#include "engine/io/templates.h"
#include "tests/support/wire_lines.h"
#include "widgets/diagram/diagram_scene.h"
#include "widgets/diagram/node_item.h"
#include "widgets/diagram/wire_item.h"

#include <QTest>

using namespace glassbox;

class TestTemplateLayout : public QObject {
  Q_OBJECT

private slots:
  void noWireCrossesAnotherOrLiesOverATile_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("detail");
    QTest::addColumn<double>("gap");
    for (const TemplateDef& def : allTemplates())
      for (const TileDetail detail : {TileDetail::Pictures, TileDetail::Words, TileDetail::Names})
        for (const double gap : {kColumnGap, kLeastColumnGap})
          QTest::addRow("%s, detail %d, gap %.0f", def.name.c_str(), static_cast<int>(detail), gap) << QString::fromStdString(def.name) << static_cast<int>(detail) << gap;
  }
  void noWireCrossesAnotherOrLiesOverATile() {
    QFETCH(QString, name);
    QFETCH(int, detail);
    QFETCH(double, gap);
    const Result<Project> project = makeTemplate(name.toStdString());
    QVERIFY(project.ok());
    check(project->spec, static_cast<TileDetail>(detail), gap);
  }

  void placesOfAPortAreTakenFromTopToBottom() {
    // The add names its branches in the order that would cross: the lower one first.
    const Result<NetworkSpec> spec = parseLine("input 4 | a: dense 40 | b: dense 40 | c: dense 40 | from b | d: dense 40 | add c | mse");
    QVERIFY(spec.ok());
    check(*spec, TileDetail::Words, kColumnGap);
  }

  void aRepeatedBlockHasAFrameThatSaysHowOften() {
    const NetworkSpec gpt = makeTemplate("gpt-sums")->spec;
    QCOMPARE(gpt.groups.size(), std::size_t(1));
    const GroupSpec& group = gpt.groups.front();
    DiagramScene scene;
    scene.setContent(gpt, {}, analyse(gpt));
    const GroupItem* frame = scene.groupItem(group.id);
    QVERIFY(frame);
    QVERIFY(group.repeat > 1);
    QCOMPARE(frame->frame().copies, QStringLiteral("× %1").arg(group.repeat));
    for (const Tile& tile : scene.tiles().tiles) {
      if (tile.form == TileForm::Word) continue;
      const QRectF box = scene.nodeItem(tile.id)->box().translated(scene.nodeItem(tile.id)->pos());
      const bool member = std::count(group.members.begin(), group.members.end(), tile.id) > 0;
      QVERIFY2(member ? frame->box().contains(box) : !frame->box().intersects(box), tile.id.c_str());
    }
    // The parameters of one copy, by the network that is compiled with all copies.
    std::int64_t each = 0;
    const Analysis analysis = analyse(gpt);
    for (const NodeId& id : group.members) each += analysis.nodes.at(id).parameters;
    QString said;
    for (const QChar c : frame->frame().parameters)
      if (c.isDigit() || c == u' ') said += c;
    QVERIFY2(said.contains(QString::number(each)), qPrintable(frame->frame().parameters));
    QVERIFY(analysis.parameters >= each * group.repeat);
  }

private:
  void check(const NetworkSpec& spec, TileDetail detail, double gap) {
    DiagramScene scene;
    DataCaption data;
    data.title = QStringLiteral("Data");
    scene.setData(data);
    scene.setTileDetail(detail, gap);
    scene.setContent(spec, {}, analyse(spec));
    QVERIFY(!scene.tiles().wires.empty());
    std::vector<std::pair<const TileWire*, std::vector<QPointF>>> lines;
    for (const TileWire& wire : scene.tiles().wires) {
      const QString which = QString::fromStdString(wire.wire.from.node + " to " + wire.wire.to.node);
      const QPainterPath path = scene.wireItem(wire.wire)->route().path;
      std::vector<QPointF> line = pointsOf(path);
      for (const Tile& tile : scene.tiles().tiles) {
        if (tile.form == TileForm::Word || tile.id == wire.fromTile || tile.id == wire.toTile) continue;
        const NodeItem* item = scene.nodeItem(tile.id);
        for (const QPointF& at : line) QVERIFY2(!item->box().translated(item->pos()).contains(at), qPrintable(which + QStringLiteral(" lies over ") + tile.title));
      }
      for (const auto& [other, points] : lines)
        QVERIFY2(!cross(points, line), qPrintable(which + QString::fromStdString(" crosses " + other->wire.from.node + " to " + other->wire.to.node)));
      lines.emplace_back(&wire, std::move(line));
    }
  }
};

QTEST_MAIN(TestTemplateLayout)
#include "test_template_layout.moc"
