// The diagram for a screen reader: a canvas whose children are its tiles, its wires and the frames of its groups.
#pragma once

#include "engine/graph/network_spec.h"

#include <QAccessibleWidget>
#include <QPointer>

#include <map>
#include <set>
#include <vector>

namespace glassbox {

class DiagramView;

/// A part that is read and pressed by itself. Activations in the tiles of their layers are parts too: the keyboard walks over them.
struct DiagramPart {
  enum class Kind { Tile, Wire, Frame };
  Kind kind = Kind::Tile;
  NodeId node;            ///< of Tile; of Frame: the tile the group has when it is folded
  glassbox::Wire wire;    ///< of Wire
  auto operator<=>(const DiagramPart&) const = default;
};

/// Parts come and go with the network; a reader may keep the interface of one that has gone, which is then invalid.
/// After the parts come the widgets that lie on the canvas: zoom, legend, map.
class DiagramAccess : public QAccessibleWidget {
public:
  explicit DiagramAccess(DiagramView* view);
  ~DiagramAccess() override;

  /// Lets QAccessible make this interface for each DiagramView.
  static void install();
  /// That of a view, made where there is none yet; null while the view is being taken down.
  static DiagramAccess* of(DiagramView* view);

  std::vector<DiagramPart> parts() const;
  std::set<DiagramPart> selected() const;
  /// The interface of a part, made when it is asked for.
  QAccessibleInterface* interfaceOf(const DiagramPart& part) const;

  // ---- what the view announces ---------------------------------------------------------------------------------------
  /// The keyboard came to a tile.
  void tellFocus(const NodeId& id);
  /// Other parts than before are selected.
  void tellSelection(const std::set<DiagramPart>& before);
  /// The network or its folds may be others.
  void tellContent();

  int childCount() const override;
  QAccessibleInterface* child(int index) const override;
  int indexOfChild(const QAccessibleInterface* child) const override;
  QAccessibleInterface* childAt(int x, int y) const override;
  QAccessibleInterface* focusChild() const override;
  QString text(QAccessible::Text which) const override;

private:
  std::vector<QAccessibleInterface*> overlays() const;

  QPointer<DiagramView> m_view;
  std::vector<DiagramPart> m_told; // parts a reader has been told of
  mutable std::map<DiagramPart, QAccessible::Id> m_known;
};

} // namespace glassbox
