// One picture of the Look tab: what it needs from the probe, and when it makes sense at all.
#pragma once

#include "engine/data/data_spec.h"
#include "widgets/views/probe_answer.h"
#include "widgets/views/probe_subject.h"

#include <QWidget>

namespace glassbox {

/// A view is made when it is first looked at and lives while it suits the subject. Beside the functions below each has
///   static constexpr const char* kKey       names it in settings and tests
///   static QString title()                  of its tab
///   static QString purpose()                what it shows and why one would look: two lines of the tab's tooltip, parted by <br>
///   static bool suits(const ProbeSubject&, const Analysis&)    with data, of a sound network with a loss
/// and one line in look_list.cpp. What the probe computes for it is a function in <view>_probe.h, with one line in each of
/// ProbeWish, ProbeAnswer and Prober::look. What takes longer than a moment runs in a SideJob that the view owns.
class LookView : public QWidget {
  Q_OBJECT

 public:
  using QWidget::QWidget;

  /// One that it suits. What was computed for the subject before is dropped.
  virtual void setSubject(const ProbeSubject& subject) = 0;
  /// What the probe shall compute while this view is looked at.
  virtual ProbeWish wish() const = 0;
  /// May hold nothing for this view.
  virtual void setAnswer(const ProbeAnswer& answer) = 0;
  /// Something has been drawn from an answer.
  virtual bool hasPicture() const = 0;

  /// The sample that all views look at.
  virtual void setSample(std::int64_t /*row*/) {}
  /// The node chosen in the diagram; empty: none.
  virtual void setSelected(const NodeId& /*node*/) {}
  /// The pictures that the learner drew and kept.
  virtual void setDrawings(const std::vector<DrawnPicture>& /*drawings*/) {}
  /// True while the network trains.
  virtual void setLive(bool /*live*/) {}

 signals:
  void wishChanged();
  /// A sentence for the status line: that a file was written, or why not.
  void said(const QString& sentence);
  void sampleChosen(std::int64_t row);
  void nodeChosen(const glassbox::NodeId& node);
  /// One more is to be kept; the one at this place is not to be kept any more.
  void drawingKept(const glassbox::DrawnPicture& drawing);
  void drawingRemoved(int index);
  /// The plane under a picture was pressed, as SurfaceView says it.
  void placePressed(QPointF place, Qt::MouseButton button, Qt::KeyboardModifiers keys, double reach);
};

} // namespace glassbox
