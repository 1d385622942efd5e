// The small sheet that chooses what a step is made of: samples, precision, and the pace of playing.
#pragma once

#include "engine/trace/trace.h"

#include <QFrame>

#include <vector>

namespace glassbox {

class Segmented;
class SliderField;

struct SampleChoiceContent {
  std::int64_t samples = 0;  ///< of the data
  std::int64_t first = 0;
  int count = 1;
  Precision precision = Precision::Double;
  double pace = 1;           ///< stops a second
};

/// Closes at a click elsewhere and is deleted then.
class SampleChoice : public QFrame {
  Q_OBJECT

 public:
  explicit SampleChoice(const SampleChoiceContent& content, QWidget* parent);
  void openUnder(QWidget* button);

  SliderField* firstField() const { return m_first; }
  Segmented* countChoice() const { return m_count; }

 signals:
  void rowsChosen(const std::vector<std::int64_t>& rows);
  void precisionChosen(glassbox::Precision precision);
  void paceChosen(double stopsPerSecond);

 private:
  void chooseRows();

  SampleChoiceContent m_content;
  SliderField* m_first;
  Segmented* m_count;
};

} // namespace glassbox
