// The canvas: shows the document's network and turns gestures into edits of the document.
#pragma once

#include "widgets/diagram/diagram_scene.h"
#include "widgets/model/document.h"

#include <QGraphicsView>

#include <map>

class QRubberBand;
class QVariantAnimation;

namespace glassbox {

class CanvasTools;
class EmptyState;
class GhostItem;
class GroupActions;
class Minimap;
class WeightLegend;

/// Mime type of a layer on its way from the palette; the data is the layer's key.
inline constexpr auto kLayerMime = "application/x-glassbox-layer";

/// What a layer dropped at a point would do.
struct LayerDrop {
  enum class Kind { Canvas, OnWire, After };
  Kind kind = Kind::Canvas;
  Wire wire;             ///< of OnWire
  NodeId after;          ///< of After
};

class DiagramView : public QGraphicsView {
  Q_OBJECT

public:
  /// Shows `document`, which must outlive the view.
  explicit DiagramView(Document* document, QWidget* parent = nullptr);
  ~DiagramView() override;

  DiagramScene* diagram() const { return m_scene; }

  /// Words and picture of the data tile. Without them it bears the title of the document's data source.
  void setData(const DataCaption& caption);
  void setLive(const DiagramLive& live);
  void setFlow(const DiagramFlow& flow);
  /// What the wires of small layers are to show in the content that comes next.
  void showWires(DiagramLive::Wires wires);
  DiagramLive::Wires shownWires() const { return m_wires; }
  /// While stepping, or with a lesson that locks the network: look and select, but change nothing. A gesture that would is
  /// answered with `reason`.
  enum class Keeper { Lesson, Step };  ///< who forbids it: the one does not lift what the other asks for
  void setReadOnly(Keeper keeper, bool readOnly, const QString& reason = {});
  bool isReadOnly() const { return !m_keepers.empty(); }

  /// Selected nodes in the order of the network; kDataTile for the data.
  std::vector<NodeId> selection() const;
  void select(const std::vector<NodeId>& ids);
  /// Selected nodes and the activations in their tiles.
  std::vector<NodeId> selectedWithWords() const;
  /// It is selected, or all of its group.
  bool isChosen(const NodeId& id) const;
  /// Adds to the selection, or takes from it.
  void toggle(const NodeId& id);
  void toggle(const Wire& wire);
  /// The keyboard goes to a tile, as by the arrow keys.
  void walkTo(const NodeId& id);
  /// What Enter does: opens the parameters; unfolds a folded group.
  void activate(const NodeId& id);
  /// Brings the node into sight and selects it; the group it is folded in is unfolded.
  void reveal(const NodeId& id);

  /// Puts a layer behind the selection (or the output) and selects it: double click, Enter and letter keys of the palette.
  void addLayer(const QString& key);
  LayerDrop dropAt(QPointF scenePoint, const QString& key) const;

  /// 1 is 100 %.
  double zoom() const { return m_zoom; }
  void setZoom(double zoom);
  void fit();

  /// For the window's menus; the keys work while the canvas has the focus, those of zoom, fit and tidy in the whole window.
  struct Actions {
    QAction *copy = nullptr, *paste = nullptr, *duplicate = nullptr, *remove = nullptr, *selectAll = nullptr;
    QAction *tidy = nullptr, *fit = nullptr, *zoomIn = nullptr, *zoomOut = nullptr;
    QAction *freeze = nullptr, *switchOff = nullptr;
  };
  const Actions& actions() const { return m_actions; }
  const GroupActions& groupActions() const { return *m_groupActions; }

  /// A folded group is one tile; that is a part of the layout.
  bool isFolded(const std::string& group) const;
  void setFolded(const std::string& group, bool folded);
  /// Whose numbers stand on the layers of a repeated group, 1 to its number of copies.
  void showCopy(const std::string& group, int copy);
  /// Pictures that can be seen now, by the node whose numbers they show; none below 80 % or while the canvas is hidden.
  TileWishes wishedPictures() const;
  /// Tiles that can be seen now and show what their node gives for the present sample.
  std::vector<TileOutput> wishedOutputs() const;
  /// Says why something cannot be.
  void tell(const Error& error);

signals:
  void selectionChanged(const std::vector<glassbox::NodeId>& ids);
  /// Enter or double click: open the parameters.
  void nodeActivated(const glassbox::NodeId& id);
  void issueActivated(const glassbox::NodeId& id);
  void weightActivated(const glassbox::NodeId& id, int unit, int input);
  void neuronActivated(const glassbox::NodeId& id, int unit);
  void biasActivated(const glassbox::NodeId& id, int unit);
  /// The key / was pressed: the palette's search wants the focus.
  void findLayerRequested();
  void zoomChanged(double zoom);
  void shownWiresChanged();
  /// Other pictures than before can be seen, or are asked for.
  void picturesWished();
  void copyShown(const std::string& group);
  /// One line for the status bar: what is under the pointer, or why something was refused.
  void told(const QString& line);

protected:
  void drawBackground(QPainter* painter, const QRectF& rect) override;
  void drawForeground(QPainter* painter, const QRectF& rect) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dragMoveEvent(QDragMoveEvent* event) override;
  void dragLeaveEvent(QDragLeaveEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void changeEvent(QEvent* event) override;
  bool viewportEvent(QEvent* event) override;

private:
  enum class Gesture { None, Press, Move, Wire, Band, Pan };

  /// A wire in the hand, by mouse or by keyboard.
  struct WireDraft {
    PortRef fixed;
    bool fromOutput = true;           ///< the fixed end is an output
    std::optional<Wire> detached;     ///< the wire that was taken from its port
    std::optional<PortRef> target;
    bool refused = false;
    bool byKeyboard = false;
    std::vector<PortRef> choices;     ///< of the keyboard
    std::size_t choice = 0;
  };

  void makeActions();
  void retranslate();
  void showDocument(Document::Changes what);
  DataCaption captionOfDocument() const;
  void updateEmptyState();
  void updateActions();
  void tellFocus();
  void placeOverlays();
  void chooseDetail();
  QSizeF sizeToFit() const;
  void setSelection(const std::set<NodeId>& nodes, const std::set<Wire>& wires = {});
  void setCurrent(const NodeId& id, bool byKeyboard);
  QString toolTipAt(QPointF scenePoint) const;
  double pixelsPerUnit() const;                                  ///< pixels of the screen per unit of the scene
  bool refuseEdit();                                             ///< true when read-only; says why

  // Edits.
  void removeSelected();
  void duplicateSelected();
  void pasteClipboard();
  std::vector<NodeId> withWords(const std::set<NodeId>& ids) const;
  NodeId lastMember(const NodeId& id) const;
  NodeId defaultPredecessor() const;
  void selectNew(const NodeId& id);
  std::set<NodeId> wholeGroups(const std::set<NodeId>& nodes) const;
  std::vector<Wire> drawnAs(const Wire& wire) const;
  QString outputWords(const Tile& tile) const;
  NodeId tileShowing(const NodeId& id) const;                    ///< the tile of the folded group it is in, or itself
  std::vector<Wire> wiresBehind(const std::set<Wire>& wires) const;
  void glideFrom(const Layout& before);

  // Mouse.
  void hover(QPointF point);
  void beginMove();
  void moveTo(QPointF point);
  void endMove();
  void updateBand(QPoint corner);

  // Wires.
  void beginWire(const DiagramHit& port, bool byKeyboard);
  NetworkSpec specWithoutDetached() const;
  Result<NetworkSpec> connected(const PortRef& other) const;
  std::optional<PortRef> wireTargetAt(QPointF point) const;
  void dragWire(QPointF point);
  void chooseWire(int step);
  void endWire(bool commit);

  // Keys.
  bool walk(int dx, int dy, bool extend);
  NodeId neighbour(int dx, int dy) const;
  bool addByLetter(const QString& text);
  void nudge(int dx, int dy);
  bool keyOfWire(int key);

  // Drops.
  QString keyOfDrag(const QMimeData* mime) const;
  Position placeFor(QPointF center) const;
  void showDrop(QPointF point, const QString& key);
  void hideDrop();

  Document* m_document;
  DiagramScene* m_scene;
  Actions m_actions;
  GroupActions* m_groupActions;
  QVariantAnimation* m_glide = nullptr;
  Layout m_glideStart;
  CanvasTools* m_tools;
  WeightLegend* m_legend;
  EmptyState* m_empty;
  Minimap* m_minimap;
  GhostItem* m_ghost;
  QRubberBand* m_band = nullptr;

  std::optional<DataCaption> m_caption;
  std::map<Keeper, QString> m_keepers;   ///< with their reasons
  double m_zoom = 1;
  bool m_fitting = false;
  bool m_autoFit = true;                 ///< nobody has zoomed or moved the canvas by hand

  Gesture m_gesture = Gesture::None;
  QPoint m_pressedAt, m_lastAt;
  DiagramHit m_pressed;
  Layout m_moveStart;
  std::set<NodeId> m_bandStart;
  std::optional<WireDraft> m_wire;
  DiagramLive::Wires m_wires = DiagramLive::Wires::Weights;
};

} // namespace glassbox
