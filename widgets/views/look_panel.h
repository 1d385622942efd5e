// The Look tab: the pictures that make sense for the network and its data, one tab each.
#pragma once

#include "widgets/views/look_list.h"

#include <QWidget>

#include <map>
#include <string>
#include <vector>

class QStackedWidget;

namespace glassbox {

class EmptyState;
class LookTabs;

class LookPanel : public QWidget {
  Q_OBJECT

 public:
  explicit LookPanel(QWidget* parent = nullptr);

  /// The picture that was looked at stays, where it still makes sense.
  void setSubject(const ProbeSubject& subject);
  void setAnswer(const ProbeAnswerPtr& answer);
  /// The sample that is looked at, of the whole data set.
  void setSample(std::int64_t row);
  std::int64_t sample() const { return m_sample; }
  /// The node chosen in the diagram; empty: none.
  void setSelected(const NodeId& node);
  void setDrawings(const std::vector<DrawnPicture>& drawings);
  void setLive(bool live);

  /// What the probe shall compute for the picture that is looked at; empty while the panel is hidden.
  ProbeWish wish() const;
  const std::vector<const LookEntry*>& looks() const { return m_looks; }
  /// By key; nothing happens when it does not suit the subject.
  void setCurrent(const QString& key);
  /// Key of the chosen picture; empty when there is none.
  QString current() const;
  /// Null when there is none. It is made by showing it.
  LookView* currentView() const;
  LookTabs* tabs() const { return m_tabs; }

 signals:
  void wishChanged();
  void said(const QString& sentence);
  void sampleChosen(std::int64_t row);
  void nodeChosen(const glassbox::NodeId& node);
  void drawingKept(const glassbox::DrawnPicture& drawing);
  void drawingRemoved(int index);
  /// The plane under a picture was pressed, as SurfaceView says it.
  void placePressed(QPointF place, Qt::MouseButton button, Qt::KeyboardModifiers keys, double reach);

 protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  int indexOf(const QString& key) const;
  LookView* made(const LookEntry& entry);
  /// A view with larger letters than its room is scrolled.
  static QWidget* frameOf(LookView* view);
  void nameTabs();
  void showCurrent();

  ProbeSubject m_subject;
  std::int64_t m_sample = 0;
  NodeId m_node;
  std::vector<DrawnPicture> m_drawings;
  bool m_live = false;
  std::vector<const LookEntry*> m_looks;
  QString m_current;
  std::map<std::string, LookView*> m_views; ///< those made so far, by key
  LookTabs* m_tabs;
  QStackedWidget* m_stack;
  EmptyState* m_empty;
};

} // namespace glassbox
