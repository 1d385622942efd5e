// Groups of the diagram as commands: make one of the selection, dissolve, fold and unfold, go from copy to copy, repeat.
#pragma once

#include <QAction>
#include <QObject>

#include <array>

class QMenu;

namespace glassbox {

class DiagramView;
class Document;

enum class GroupDo { Make, Dissolve, Fold, CopyBefore, CopyAfter };

/// Enabled where the selection lets them. A child of the view; the keys work while the canvas has the focus.
class GroupActions : public QObject {
  Q_OBJECT

 public:
  GroupActions(Document* document, DiagramView* view);
  QAction* operator[](GroupDo what) const { return m_actions[static_cast<std::size_t>(what)]; }
  /// "Copies": how many times the group stands in a row.
  QMenu* copies() const { return m_copies; }
  /// Sets all texts anew after a change of language or selection, and enables what can be done.
  void refresh();

 private:
  std::string group() const;   ///< of the selection; empty when it is in none, or in several
  void make();
  void repeat(int copies);
  void fillCopies();

  Document* m_document;
  DiagramView* m_view;
  std::array<QAction*, 5> m_actions{};
  QMenu* m_copies;
};

} // namespace glassbox
