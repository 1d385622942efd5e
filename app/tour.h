// Six steps through the living lab: each waits until the learner has really done it.
#pragma once

#include "app/tour_card.h"

#include <QObject>

#include <array>

namespace glassbox {

class CurvesPanel;
class DiagramView;
class Document;
class InspectorPanel;
class TabStrip;
class TrainingSession;

/// Owner: the main window.
class Tour : public QObject {
  Q_OBJECT

 public:
  struct Parts {
    Document* document;
    TrainingSession* session;
    QWidget* run;
    CurvesPanel* curves;
    DiagramView* diagram;
    InspectorPanel* inspector;
    TabStrip* centre;  ///< build, step, look
    QWidget* offer;    ///< what the offer lies on: nothing that is needed on the first day
  };
  Tour(const Parts& parts, QWidget* window);

  /// The example that the tour is about.
  static const char* example();
  /// Asks whether the tour is wanted.
  void offer();
  /// The example stands in the lab, untouched.
  void begin();
  void leave();
  static constexpr int kSteps = 6;
  /// 1 to 6 while a step waits, 7 on the last card; 0: there is no tour.
  int step() const { return m_step; }
  TourCard* card() const { return m_card; }
  /// Once more in the language in use.
  void retranslate();

 signals:
  /// The window is to put the example in place, then `begin`.
  void wanted();
  /// It was taken or declined: it is not offered again.
  void answered();

 private:
  void done(int step);
  void showStep();
  void follow();

  Parts m_parts;
  TourCard* m_card;
  int m_step = 0;
  bool m_offered = false;
  double m_rate = 0;  ///< when the fourth step began
};

} // namespace glassbox
