#include "widgets/diagram/align.h"

#include "widgets/diagram/diagram_view.h"
#include "widgets/model/action_name.h"

#include <QAction>
#include <QEvent>

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

struct Box {
  const LayoutBox* box;
  Position* at;
  double top() const { return at->y - box->above; }
  double bottom() const { return at->y + box->below; }
  double right() const { return at->x + box->width; }
  double height() const { return box->above + box->below; }
};

double snappedUp(double value) { return std::ceil(value / kGrid - 1e-9) * kGrid; }

/// From the first on, each at least `gap` behind the one before.
void partDown(std::vector<Box>& tiles, double gap) {
  std::stable_sort(tiles.begin(), tiles.end(), [](const Box& a, const Box& b) { return a.top() < b.top(); });
  for (std::size_t i = 1; i < tiles.size(); ++i)
    if (tiles[i].top() < tiles[i - 1].bottom()) tiles[i].at->y = snappedUp(tiles[i - 1].bottom() + gap + tiles[i].box->above);
}

void partRight(std::vector<Box>& tiles, double gap) {
  std::stable_sort(tiles.begin(), tiles.end(), [](const Box& a, const Box& b) { return a.at->x < b.at->x; });
  for (std::size_t i = 1; i < tiles.size(); ++i)
    if (tiles[i].at->x < tiles[i - 1].right()) tiles[i].at->x = snappedUp(tiles[i - 1].right() + gap);
}

void distribute(std::vector<Box>& tiles) {
  if (tiles.size() < 3) return;
  double left = 1e300, right = -1e300, top = 1e300, bottom = -1e300, width = 0, height = 0;
  for (const Box& t : tiles) {
    left = std::min(left, t.at->x);
    right = std::max(right, t.right());
    top = std::min(top, t.top());
    bottom = std::max(bottom, t.bottom());
    width += t.box->width;
    height += t.height();
  }
  const bool across = right - left >= bottom - top;
  std::stable_sort(tiles.begin(), tiles.end(), [&](const Box& a, const Box& b) { return across ? a.at->x < b.at->x : a.top() < b.top(); });
  const double gap = ((across ? right - left - width : bottom - top - height)) / static_cast<double>(tiles.size() - 1);
  double edge = across ? left : top;
  for (std::size_t i = 0; i < tiles.size(); ++i) {
    Box& t = tiles[i];
    if (i > 0 && i + 1 < tiles.size()) {  // the outer two stay
      if (across) t.at->x = snapped(edge);
      else t.at->y = snapped(edge + t.box->above);
    }
    edge += gap + (across ? t.box->width : t.height());
  }
}

} // namespace

Layout aligned(const std::vector<LayoutBox>& boxes, const Layout& places, const std::set<NodeId>& chosen, Align how) {
  Layout out = places;
  std::vector<Box> tiles;
  for (const LayoutBox& box : boxes)
    if (chosen.count(box.id) && out.count(box.id)) tiles.push_back({&box, &out.at(box.id)});
  if (tiles.size() < 2) return out;
  const auto first = [&](auto edge) { return edge(*std::min_element(tiles.begin(), tiles.end(), [&](const Box& a, const Box& b) { return edge(a) < edge(b); })); };
  const double left = first([](const Box& t) { return t.at->x; }), top = first([](const Box& t) { return t.top(); });
  // Wires start at the leftmost tile: its height is the row's.
  const double row = std::min_element(tiles.begin(), tiles.end(), [](const Box& a, const Box& b) { return a.at->x < b.at->x; })->at->y;
  switch (how) {
  case Align::Left:
    for (Box& t : tiles) t.at->x = left;
    partDown(tiles, kRowGap);
    break;
  case Align::Top:
    for (Box& t : tiles) t.at->y = top + t.box->above;
    partRight(tiles, kColumnGap);
    break;
  case Align::Middle:
    for (Box& t : tiles) t.at->y = row;
    partRight(tiles, kColumnGap);
    break;
  case Align::Distribute: distribute(tiles); break;
  }
  return out;
}

AlignActions::AlignActions(Document* document, DiagramView* view) : QObject(view), m_document(document), m_view(view) {
  for (const Align how : {Align::Left, Align::Top, Align::Middle, Align::Distribute}) {
    QAction*& action = m_actions[static_cast<std::size_t>(how)];
    action = new QAction(this);
    connect(action, &QAction::triggered, this, [this, how] { align(how); });
  }
  (*this)[Align::Left]->setShortcut(QKeySequence(QStringLiteral("Ctrl+Alt+L")));
  (*this)[Align::Top]->setShortcut(QKeySequence(QStringLiteral("Ctrl+Alt+T")));
  (*this)[Align::Middle]->setShortcut(QKeySequence(QStringLiteral("Ctrl+Alt+M")));
  (*this)[Align::Distribute]->setShortcut(QKeySequence(QStringLiteral("Ctrl+Alt+D")));
  view->installEventFilter(this);
  connect(view, &DiagramView::selectionChanged, this, &AlignActions::enable);
  retranslate();
  enable();
}

std::set<NodeId> AlignActions::chosenTiles() const {
  std::set<NodeId> chosen;
  for (const NodeId& id : m_view->selection())
    if (const Tile* tile = m_view->diagram()->tiles().tileOf(id); tile && tile->form != TileForm::Data) chosen.insert(tile->id);
  return chosen;
}

void AlignActions::enable() {
  const std::size_t count = m_view->isReadOnly() ? 0 : chosenTiles().size();
  for (const Align how : {Align::Left, Align::Top, Align::Middle, Align::Distribute}) (*this)[how]->setEnabled(count >= (how == Align::Distribute ? 3U : 2U));
}

void AlignActions::align(Align how) {
  if (m_view->isReadOnly()) return;
  const Layout& places = m_view->diagram()->places();
  m_document->setLayout(aligned(m_view->diagram()->tiles().layoutGraph().boxes, places, chosenTiles(), how), GB_TEXT("document", "Align"));
}

void AlignActions::retranslate() {
  struct Words {
    Align how;
    Text name;
    QString does;
  };
  const Words all[] = {{Align::Left, GB_TEXT("glassbox::AlignActions", "Align left"), tr("Puts the left edges of the selected layers under each other.")},
                       {Align::Top, GB_TEXT("glassbox::AlignActions", "Align top"), tr("Puts the upper edges of the selected layers at one height.")},
                       {Align::Middle, GB_TEXT("glassbox::AlignActions", "Align in a row"), tr("Puts the selected layers at one height, so that their wires run straight.")},
                       {Align::Distribute, GB_TEXT("glassbox::AlignActions", "Distribute evenly"), tr("Makes the gaps between the selected layers equal; the outer two stay.")}};
  for (const Words& words : all) {
    QAction* action = (*this)[words.how];
    nameAction(action, words.name);
    action->setStatusTip(words.does);
    action->setToolTip(QStringLiteral("<b>%1</b> %2<br>%3<br>%4").arg(action->text(), action->shortcut().toString(QKeySequence::NativeText), words.does, tr("A tidy drawing is read faster.")));
  }
}

bool AlignActions::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  return QObject::eventFilter(watched, event);
}

} // namespace glassbox
