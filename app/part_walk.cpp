#include "app/part_walk.h"

#include "app/actions.h"
#include "app/dock_frame.h"

#include <QApplication>
#include <QWidget>

#include <algorithm>

namespace glassbox {
namespace {

bool isStop(const QWidget* widget) { return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus); }
bool isIn(const QWidget* part, const QWidget* widget) { return part == widget || part->isAncestorOf(widget); }

} // namespace

PartWalk::PartWalk(std::vector<Part> parts, DockFrame* docks, Actions* actions, QObject* parent)
    : QObject(parent), m_parts(std::move(parts)), m_last(m_parts.size()), m_docks(docks) {
  connect((*actions)[Do::NextPart], &QAction::triggered, this, [this] { go(1); });
  connect((*actions)[Do::PreviousPart], &QAction::triggered, this, [this] { go(-1); });
}

int PartWalk::partOf(const QWidget* widget) const {
  for (std::size_t i = 0; i < m_parts.size(); ++i)
    if (isIn(m_parts[i].whole, widget)) return static_cast<int>(i);
  return -1;
}

/// In the order of the Tab key; null: there is none.
QWidget* PartWalk::stopIn(const Part& part) const {
  if (!part.whole->isVisible()) return nullptr;
  if (part.home && isStop(part.home)) return part.home;
  if (isStop(part.whole)) return part.whole;
  for (QWidget* next = part.whole->nextInFocusChain(); next && next != part.whole; next = next->nextInFocusChain())
    if (isIn(part.whole, next) && isStop(next)) return next;
  return nullptr;
}

QWidget* PartWalk::nextStop(QWidget* from, bool forward) const {
  bool seen = false;
  std::vector<std::vector<QWidget*>> stops(m_parts.size() + 1); // the last: what lies over the parts
  QWidget* const window = from->window();
  for (QWidget* next = window->nextInFocusChain(); next != window; next = next->nextInFocusChain()) {
    if (next != from && (!isStop(next) || next->focusProxy() || next->window() != window)) continue;
    const int part = partOf(next);
    seen = seen || part >= 0;
    stops[part < 0 ? m_parts.size() : static_cast<std::size_t>(part)].push_back(next);
  }
  if (!seen) return nullptr;
  std::vector<QWidget*> all;
  for (const std::vector<QWidget*>& part : stops) all.insert(all.end(), part.begin(), part.end());
  const auto at = std::find(all.begin(), all.end(), from);
  if (at == all.end()) return forward ? all.front() : all.back();
  if (forward) return at + 1 == all.end() ? all.front() : *(at + 1);
  return at == all.begin() ? all.back() : *(at - 1);
}

void PartWalk::go(int direction) {
  QWidget* at = QApplication::focusWidget();
  const int from = at ? partOf(at) : -1, count = static_cast<int>(m_parts.size());
  if (from >= 0) m_last[static_cast<std::size_t>(from)] = at;
  m_docks->closeOver(); // what lay over the diagram is left
  for (int i = 1; i <= count; ++i) {
    // From nowhere: forward to the first, back to the last.
    const int next = ((from < 0 && direction < 0 ? count : from) + direction * i + count) % count;
    const auto place = static_cast<std::size_t>(next);
    QWidget* last = m_last[place];
    QWidget* stop = last && isStop(last) && isIn(m_parts[place].whole, last) ? last : stopIn(m_parts[place]);
    if (stop) return stop->setFocus(direction > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
  }
}

} // namespace glassbox
