// What the diagram tells and offers: which pictures are wished for, tooltips, and the menu of a tile.
#include "widgets/diagram/diagram_view.h"

#include "engine/io/folding.h"
#include "engine/layers/loss.h"
#include "widgets/common/number_format.h"
#include "widgets/diagram/fold_tiles.h"
#include "widgets/diagram/group_actions.h"
#include "widgets/model/language.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QMenu>

namespace glassbox {

TileWishes DiagramView::wishedPictures() const {
  TileWishes wishes;
  if (!isVisible() || detailAt(pixelsPerUnit()) < Detail::All) return wishes;
  const QRectF sight = mapToScene(viewport()->rect()).boundingRect();
  for (const Tile& tile : m_scene->tiles().tiles)
    if (const NodeItem* item = m_scene->nodeItem(tile.id); tile.form == TileForm::Thumbnail && item->sceneBoundingRect().intersects(sight))
      wishes[m_scene->shownNode(tile.id)] = m_scene->shownInTile(tile.id);
  return wishes;
}

std::vector<TileOutput> DiagramView::wishedOutputs() const {
  std::vector<TileOutput> wishes;
  const Detail detail = detailAt(pixelsPerUnit());
  if (!isVisible() || detail < Detail::All) return wishes;
  const QRectF sight = mapToScene(viewport()->rect()).boundingRect();
  for (const Tile& tile : m_scene->tiles().tiles) {
    const NodeItem* item = m_scene->nodeItem(tile.id);
    if (!item || !item->sceneBoundingRect().intersects(sight)) continue;
    const NodeId of = m_scene->shownNode(tile.wordId.empty() ? tile.id : tile.wordId);
    if (tile.form == TileForm::Thumbnail && m_scene->shownInTile(tile.id) == TileShow::Outputs) wishes.push_back({m_scene->shownNode(tile.id), of, true});
    if (tile.form == TileForm::Column && detail == Detail::Numbers) wishes.push_back({of, of, false});
  }
  return wishes;
}

/// Words for what the node gives; empty where that is no picture.
QString DiagramView::outputWords(const Tile& tile) const {
  if (tile.form != TileForm::Plain && tile.form != TileForm::Thumbnail) return {};
  const NodeSpec* node = m_document->spec().find(tile.id);
  const PortType* out = node ? m_document->analysis().typeOf({tile.id, "out"}) : nullptr;
  if (!out || out->element != Element::Number) return {};
  if (node->key == "attention") return tr("Attention of the sample");
  return out->shape.rank() == 3 ? tr("Feature maps of the sample") : tr("Activations of the sample");
}

QString DiagramView::toolTipAt(QPointF point) const {
  using Kind = DiagramHit::Kind;
  const DiagramHit hit = m_scene->hitAt(point, pixelsPerUnit());
  const NodeSpec* node = m_document->spec().find(hit.node);
  const NodeDef* def = node ? findNode(node->key) : nullptr;
  const Tile* tile = m_scene->tiles().find(hit.node);
  switch (hit.kind) {
  case Kind::Nothing: return {};
  case Kind::Badge: return tile ? tile->issueText : QString();
  case Kind::Wire: {
    const PortType* type = m_document->analysis().typeOf(hit.wire.from);
    const QString way = tr("%1 → %2").arg(translated(nodeTitle(m_document->spec(), hit.wire.from.node)), translated(nodeTitle(m_document->spec(), hit.wire.to.node)));
    return type ? way + QStringLiteral("\n") + tr("carries %1").arg(shapeText(type->shape)) : way;
  }
  case Kind::Weight: return tr("Weight from input %1 to unit %2. Click to see its value.").arg(hit.input + 1).arg(hit.unit + 1);
  case Kind::Bias: return tr("Bias of unit %1. Click to see its value.").arg(hit.unit + 1);
  case Kind::Fold: return m_scene->isFoldedNow(groupOfTile(hit.node)) ? tr("Unfold the group\nShows the layers in it.") : tr("Fold the group\nDraws it as one tile.");
  case Kind::CopyBefore: return tr("Copy before\nEach copy has weights of its own; the numbers on the layers are those of one.");
  case Kind::CopyAfter: return tr("Next copy\nEach copy has weights of its own; the numbers on the layers are those of one.");
  case Kind::Frame: {
    const GroupItem* frame = m_scene->groupItem(groupOfTile(hit.node));
    return frame->frame().title + QStringLiteral("\n") + frame->frame().parameters + QStringLiteral("\n") + tr("Double-click folds it to one tile.");
  }
  case Kind::Neuron: return tr("What unit %1 of %2 gives.").arg(hit.unit + 1).arg(tile ? tile->title : QString());
  default: break;
  }
  if (!tile) return {};
  QString text = tile->title;
  if (tile->form == TileForm::Group) text += QStringLiteral("\n") + tile->parameters + QStringLiteral("\n") + tr("Enter or double-click unfolds it.");
  if (def) text += QStringLiteral("\n") + translated(def->help);
  if (const LiveNode* live = m_scene->liveNode(tile->id); live && tile->form == TileForm::Thumbnail && !live->thumbnail.isNull()) {
    const TileShow show = m_scene->shownInTile(tile->id);
    const QString words = show == TileShow::Gradients ? tr("Picture: gradients of the weights, full colour at ±%1; %2 of %3 shown.")
                          : show == TileShow::Outputs ? outputWords(*tile) + tr(": full colour at %1; %2 of %3 shown.")
                                                      : tr("Picture: weights, full colour at ±%1; %2 of %3 shown.");
    text += QStringLiteral("\n") + words.arg(formatNumber(live->thumbnailLargest), formatInteger(live->thumbnailShown), formatInteger(live->thumbnailTotal));
  }
  if (!tile->issueText.isEmpty()) text += QStringLiteral("\n") + tile->issueText;
  return text;
}

void DiagramView::contextMenuEvent(QContextMenuEvent* event) {
  const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
  if (byMouse) {
    const DiagramHit hit = m_scene->hitAt(mapToScene(event->pos()), pixelsPerUnit());
    if (hit.kind == DiagramHit::Kind::Wire) setSelection({}, {hit.wire});
    else if (hit.kind != DiagramHit::Kind::Nothing && !m_scene->selectedNodes().count(hit.node)) setSelection({hit.node});
  }
  QMenu menu(this);
  const auto ids = selection();
  if (ids.size() == 1) {
    QAction* open = menu.addAction(tr("Parameters"), this, [this, id = ids.front()] { emit nodeActivated(id); });
    open->setShortcut(QKeySequence(Qt::Key_Return));
    menu.addSeparator();
  }
  menu.addActions({m_actions.copy, m_actions.paste, m_actions.duplicate, m_actions.remove});
  if (ids.size() == 1 && ids.front() != kDataTile) {
    menu.addSeparator();
    menu.addActions({m_actions.freeze, m_actions.switchOff});
  }
  const Tile* tile = ids.size() == 1 && m_scene->tileDetail() != TileDetail::Names ? m_scene->tiles().find(ids.front()) : nullptr;  // a low strip has no pictures
  if (tile && (tile->form == TileForm::Thumbnail || m_scene->shownInTile(tile->id) == TileShow::Nothing || !outputWords(*tile).isEmpty())) {
    const auto known = m_document->analysis().nodes.find(tile->id);
    const bool weighted = known != m_document->analysis().nodes.end() && known->second.parameters > 0;
    const QString output = outputWords(*tile);
    QMenu* pictures = menu.addMenu(tr("Show in tile"));
    const auto add = [&](TileShow what, const QString& name) {
      QAction* action = pictures->addAction(name, this, [this, id = tile->id, what] {
        m_scene->showInTile(id, what);
        if (what != TileShow::Nothing && detailAt(pixelsPerUnit()) < Detail::All) {  // it would not be seen
          setZoom(1);
          centerOn(m_scene->nodeItem(id));
        }
        emit picturesWished();
      });
      action->setCheckable(true);
      const TileShow now = tile->form == TileForm::Thumbnail ? m_scene->shownInTile(tile->id) : TileShow::Nothing;
      action->setChecked(now == what);
    };
    if (weighted) {
      add(TileShow::Weights, tr("Weights"));
      add(TileShow::Gradients, tr("Gradients of the weights"));
    }
    if (!output.isEmpty()) add(TileShow::Outputs, output);
    add(TileShow::Nothing, tr("No picture"));
  }
  menu.addSeparator();
  if (groupOf(m_document->spec(), ids.empty() ? NodeId() : ids.front())) {
    menu.addActions({(*m_groupActions)[GroupDo::Fold], (*m_groupActions)[GroupDo::CopyBefore], (*m_groupActions)[GroupDo::CopyAfter]});
    menu.addMenu(m_groupActions->copies());
    menu.addAction((*m_groupActions)[GroupDo::Dissolve]);
    menu.addSeparator();
  } else if (ids.size() > 1) {
    menu.addAction((*m_groupActions)[GroupDo::Make]);
    menu.addSeparator();
  }
  menu.addActions({m_actions.selectAll, m_actions.tidy, m_actions.fit});
  const NodeItem* item = byMouse || ids.empty() ? nullptr : m_scene->nodeItem(ids.front());
  menu.exec(item ? viewport()->mapToGlobal(mapFromScene(item->pos() + QPointF(0, item->box().height()))) : event->globalPos());
}

} // namespace glassbox
