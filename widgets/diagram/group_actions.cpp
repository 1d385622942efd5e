#include "widgets/diagram/group_actions.h"

#include "engine/graph/spec_group.h"
#include "widgets/diagram/diagram_view.h"
#include "widgets/diagram/fold_tiles.h"
#include "widgets/model/action_name.h"

#include <QActionGroup>
#include <QMenu>

namespace glassbox {

GroupActions::GroupActions(Document* document, DiagramView* view) : QObject(view), m_document(document), m_view(view), m_copies(new QMenu(view)) {
  const auto add = [this](GroupDo what, const char* keys, auto done) {
    QAction*& action = m_actions[static_cast<std::size_t>(what)];
    action = new QAction(this);
    action->setShortcut(QKeySequence(QLatin1String(keys)));
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_view->addAction(action);
    connect(action, &QAction::triggered, this, done);
  };
  add(GroupDo::Make, "Ctrl+Alt+G", [this] { make(); });
  add(GroupDo::Dissolve, "Ctrl+Alt+U", [this] { m_document->applySpec(spec_edit::dissolveGroup(m_document->spec(), group()), GB_TEXT("document", "Dissolve the group")); });
  add(GroupDo::Fold, "Ctrl+Alt+F", [this] { m_view->setFolded(group(), !m_view->isFolded(group())); });
  add(GroupDo::CopyBefore, "Ctrl+Alt+P", [this] { m_view->showCopy(group(), m_view->diagram()->shownCopy(group()) - 1); });
  add(GroupDo::CopyAfter, "Ctrl+Alt+N", [this] { m_view->showCopy(group(), m_view->diagram()->shownCopy(group()) + 1); });
  m_copies->setToolTipsVisible(true);
  connect(m_copies, &QMenu::aboutToShow, this, &GroupActions::fillCopies);
  connect(view, &DiagramView::selectionChanged, this, &GroupActions::refresh);
  connect(view, &DiagramView::copyShown, this, &GroupActions::refresh);
}

std::string GroupActions::group() const {
  std::string found;
  for (const NodeId& id : m_view->selection()) {
    const GroupSpec* own = groupOf(m_document->spec(), id);
    if (!own || (!found.empty() && found != own->id)) return {};
    found = own->id;
  }
  return found;
}

void GroupActions::make() {
  std::string made;
  const Result<NetworkSpec> after = spec_edit::makeGroup(m_document->spec(), m_view->selectedWithWords(), made);
  if (!after) return m_view->tell(after.error());
  m_document->applySpec(*after, GB_TEXT("document", "Make a group"));
}

void GroupActions::repeat(int copies) {
  const Result<NetworkSpec> after = spec_edit::repeatGroup(m_document->spec(), group(), copies);
  if (!after) return m_view->tell(after.error());
  m_document->applySpec(*after, GB_TEXT("document", "Repeat the group %1 times").arg(copies));
}

void GroupActions::fillCopies() {
  m_copies->clear();
  const GroupSpec* own = findGroup(m_document->spec(), group());
  auto* one = new QActionGroup(m_copies);
  for (const int count : {1, 2, 3, 4, 6, 8, 12}) {
    QAction* action = m_copies->addAction(QString::number(count), this, [this, count] { repeat(count); });
    action->setActionGroup(one);
    action->setCheckable(true);
    action->setChecked(own && own->repeat == count);
  }
}

void GroupActions::refresh() {
  const std::string id = group();
  const GroupSpec* own = findGroup(m_document->spec(), id);
  const bool folded = own && m_view->isFolded(id), free = !m_view->isReadOnly();
  struct Words {
    GroupDo what;
    Text name;
    QString does, why;
    bool enabled;
  };
  const int copy = m_view->diagram()->shownCopy(id);
  const Words all[] = {
      {GroupDo::Make, GB_TEXT("glassbox::GroupActions", "Make a group"), tr("Makes one group of the selected layers."), tr("A group can be folded to one tile, and repeated."), free && !own && m_view->selectedWithWords().size() > 1},
      {GroupDo::Dissolve, GB_TEXT("glassbox::GroupActions", "Dissolve the group"), tr("Takes the frame away; its layers stay, once."), tr("Change layers one by one again."), free && own},
      {GroupDo::Fold, folded ? GB_TEXT("glassbox::GroupActions", "Unfold the group") : GB_TEXT("glassbox::GroupActions", "Fold the group"), folded ? tr("Shows the layers in the group.") : tr("Draws the group as one tile."), tr("A long network is read block by block."), own != nullptr},
      {GroupDo::CopyBefore, GB_TEXT("glassbox::GroupActions", "Copy before"), tr("Shows the numbers of the copy before on the layers of the group."), tr("Each copy has weights of its own."), own && copy > 1},
      {GroupDo::CopyAfter, GB_TEXT("glassbox::GroupActions", "Next copy"), tr("Shows the numbers of the next copy on the layers of the group."), tr("Each copy has weights of its own."), own && copy < own->repeat},
  };
  for (const Words& words : all) {
    QAction* action = (*this)[words.what];
    nameAction(action, words.name);
    action->setStatusTip(words.does);
    action->setToolTip(QStringLiteral("<b>%1</b> %2<br>%3<br>%4").arg(action->text(), action->shortcut().toString(QKeySequence::NativeText), words.does, words.why));
    action->setEnabled(words.enabled);
  }
  m_copies->setTitle(tr("Copies in a row"));
  m_copies->menuAction()->setStatusTip(tr("How many times the group stands in a row, each with weights of its own."));
  m_copies->setEnabled(own && free);
}

} // namespace glassbox
