// Selected tiles in one line or at equal distances.
#pragma once

#include "widgets/diagram/auto_layout.h"

#include <QObject>

#include <array>
#include <set>

class QAction;

namespace glassbox {

class DiagramView;
class Document;

/// Left: left edges under each other. Top: upper edges beside each other. Middle: anchors at one height, so that wires run straight.
/// Distribute: equal gaps between the first and the last, in the direction in which the tiles reach further.
enum class Align { Left, Top, Middle, Distribute };

/// New places of `chosen`; the other places stay. Tiles that would come to lie on each other are moved apart along the line.
/// `boxes` holds all chosen ones. Fewer than two tiles (three to distribute): nothing changes.
Layout aligned(const std::vector<LayoutBox>& boxes, const Layout& places, const std::set<NodeId>& chosen, Align how);

/// The four as actions of the window, enabled while enough tiles are selected. A child of the view.
class AlignActions : public QObject {
  Q_OBJECT

 public:
  AlignActions(Document* document, DiagramView* view);
  QAction* operator[](Align how) const { return m_actions[static_cast<std::size_t>(how)]; }
  /// Sets all texts anew after a change of language.
  void retranslate();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void align(Align how);
  void enable();
  std::set<NodeId> chosenTiles() const;

  Document* m_document;
  DiagramView* m_view;
  std::array<QAction*, 4> m_actions{};
};

} // namespace glassbox
