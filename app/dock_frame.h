// The docks around the diagram: how wide each is on which window, folded to a rail, or opened from there over the canvas.
#pragma once

#include <QWidget>

#include <array>
#include <optional>

class QBoxLayout;
class QSplitter;

namespace glassbox {

class DockRail;
class TabStrip;

/// A dock stands beside the diagram, or is folded: to a rail of icons, the bottom dock to its tabs. A click there opens it over the
/// canvas until Esc or a click elsewhere. It is folded by the user, in a presentation, and where it would leave too little room.
class DockFrame : public QWidget {
  Q_OBJECT

 public:
  enum class Side { Left, Right, Bottom };

  explicit DockFrame(QWidget* parent = nullptr);

  struct Dock {
    QWidget* body;
    TabStrip* tabs;
    QWidget* pages;  ///< under the tabs: what folds
  };
  /// Once, before it is shown.
  void setParts(QWidget* centre, const Dock& left, const Dock& right, const Dock& bottom);

  /// Folds a dock or unfolds it; where it has no room beside the diagram it opens over it.
  void toggle(Side side);
  /// Docks and rails away, or back.
  void toggleAll();
  /// Its page is to be seen: a folded dock opens over the canvas.
  void reveal(Side side);
  /// The dock that is open over the canvas, if there is one, is folded again.
  void closeOver();
  /// The left dock shows a text to read: it is wider, has its place on small windows too, and is unfolded.
  void setReading(bool on);

  /// The right dock explains a number and the bottom dock shows arrays: both are larger, and on an ordinary screen the left dock
  /// is folded for them.
  void setExplaining(bool on);

  /// What the user has folded and how large they have made it, in px at normal text size; nothing: as the size of the window says.
  /// Of an ordinary window: what a presentation, a lesson or an explained number does to the docks is none of it.
  struct Arrangement {
    std::array<bool, 3> folded{};
    std::array<std::optional<double>, 3> extent{};
    bool operator==(const Arrangement&) const = default;
  };
  Arrangement arrangement() const;
  void setArrangement(const Arrangement& arrangement);

  bool isFolded(Side side) const;
  std::optional<Side> over() const { return m_over; }
  DockRail* rail(Side side) const { return at(side).rail; }
  QWidget* sheet() const { return m_sheet; }
  /// Width of a dock at the sides, height of the bottom dock, for this size of the window.
  int extent(Side side) const;

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  struct Place {
    Dock dock{};
    DockRail* rail = nullptr;    ///< none at the bottom, where the tabs stay
    QSplitter* home = nullptr;   ///< where it stands unless it is open over the canvas
    bool folded = false;         ///< by the user or for a presentation
    bool foldedBefore = false;   ///< the presentation
    bool foldedElsewhere = false; ///< while nothing is explained
    std::optional<double> dragged{};
  };
  bool foldsElsewhere(Side side) const;
  bool isWider(Side side) const;
  Place& at(Side side) { return m_places[static_cast<std::size_t>(side)]; }
  const Place& at(Side side) const { return m_places[static_cast<std::size_t>(side)]; }

  int tableExtent(Side side) const;
  bool isCramped(Side side) const;
  void setPresenting(bool on);
  void followTheme();
  void openOver(Side side);
  void choose(Side side, int tab);
  void arrange();
  void arrange(Side side);
  void placeSheet();
  void putHome(Side side);
  QWidget* growingIn(const QSplitter* split) const;
  void share(QSplitter* split);
  void remember(Side side);

  std::array<Place, 3> m_places;
  QSplitter* m_across;  ///< left rail | left dock | the rest
  QSplitter* m_upDown;  ///< the rest: centre and right dock over the bottom dock
  QSplitter* m_top;     ///< centre | right dock | right rail
  QWidget* m_centre = nullptr;
  QWidget* m_sheet;     ///< holds the dock that is open over the canvas
  QBoxLayout* m_sheetLayout;
  QWidget* m_held;      ///< keeps the place of the bottom dock's tabs while they are open over the canvas
  std::optional<Side> m_over;
  bool m_reading = false, m_explaining = false, m_bare = false, m_presenting = false;
  double m_scale;
};

} // namespace glassbox
