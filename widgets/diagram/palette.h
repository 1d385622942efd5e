// The list of layers: search, drag onto the diagram, or add behind the selection by double click, Enter or letter.
#pragma once

#include "engine/layers/layer.h"

#include <QListWidget>
#include <QWidget>

class QLabel;
class QLineEdit;

namespace glassbox {

/// The list itself: rows of 26 under small grey headings. A dragged row carries its layer's key.
class LayerList : public QListWidget {
  Q_OBJECT

public:
  enum Role { KeyRole = Qt::UserRole, LetterRole, GroupRole, HeadingRole, IconRole, FormulaRole };
  explicit LayerList(QWidget* parent = nullptr);

signals:
  /// Enter was pressed on a row.
  void entered(QListWidgetItem* item);

protected:
  QStringList mimeTypes() const override;
  QMimeData* mimeData(const QList<QListWidgetItem*>& items) const override;
  void startDrag(Qt::DropActions actions) override;
  void keyPressEvent(QKeyEvent* event) override;
  /// A row's tooltip shows its formula too; drawn when it is asked for.
  bool viewportEvent(QEvent* event) override;
};

/// Built from allLayers(), allLosses() and the transformer block: a new layer appears by itself.
class Palette : public QWidget {
  Q_OBJECT

public:
  explicit Palette(QWidget* parent = nullptr);

  QLineEdit* searchField() const { return m_search; }
  LayerList* list() const { return m_list; }
  /// What `/` does.
  void focusSearch();
  /// Layers a lesson allows, by key; empty: all.
  void setAllowed(const QStringList& keys);
  /// Not empty: no layer can be taken, and this says why.
  void setLocked(const QString& reason);

signals:
  void layerChosen(const QString& key);

protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  void fill();
  void filter();

  QLineEdit* m_search;
  QLabel* m_reason;
  LayerList* m_list;
  QStringList m_allowed;
  QString m_locked;
};

QString groupTitle(LayerGroup group);

} // namespace glassbox
