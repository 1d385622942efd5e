// One network of a comparison: name and color, structure, settings, its picture, its figures, and what can be done with it.
#pragma once

#include "widgets/runs/compare_session.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace glassbox {

class ComparePicture;
class ElidedLabel;

class CompareColumn : public QWidget {
  Q_OBJECT

 public:
  CompareColumn(int network, QWidget* parent = nullptr);

  int network() const { return m_network; }
  /// Name, words and figures as they are now. `keepProblem`: why it cannot be kept in the project; empty: it can.
  void setContent(const ComparedNetwork& network, bool running, const QString& keepProblem);
  /// The newest weights for the picture.
  void offer(const Snapshot& snapshot);

  ComparePicture* picture() const { return m_picture; }
  QPushButton* keepButton() const { return m_keep; }
  QPushButton* openButton() const { return m_open; }
  QPushButton* removeButton() const { return m_remove; }
  /// What stands under "training loss", "test loss" and the score.
  QString figure(int place) const;

 signals:
  void keepClicked(int network);
  void openClicked(int network);
  void removeClicked(int network);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void setSubject(const ComparedNetwork& network);
  void setFigures(const ComparedNetwork& network);

  struct Figure {
    QLabel* name;
    QLabel* value;
  };

  const int m_network;
  int m_color = 0;
  const Trainer* m_subject = nullptr; ///< the picture is of this one
  ElidedLabel* m_name;
  ElidedLabel* m_structure;
  ElidedLabel* m_settings;
  QLabel* m_state;
  ComparePicture* m_picture;
  Figure m_figures[3];
  QPushButton* m_keep;
  QPushButton* m_open;
  QPushButton* m_remove;
};

} // namespace glassbox
