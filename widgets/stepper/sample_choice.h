// The small sheet that chooses what a step is made of: samples, precision, and the pace of playing.
#pragma once

#include "engine/trace/trace.h"

#include <QFrame>

#include <vector>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace glassbox {

class Segmented;
class SliderField;

struct SampleChoiceContent {
  std::int64_t samples = 0;  ///< of the data
  std::int64_t first = 0;
  int count = 1;
  Precision precision = Precision::Double;
  double pace = 1;           ///< stops a second
  bool entered = false;      ///< the step's samples are entered and not of the data
  QString text{};            ///< them, or those that are shown, as text
};

/// Closes at a click elsewhere and is deleted then.
class SampleChoice : public QFrame {
  Q_OBJECT

 public:
  explicit SampleChoice(const SampleChoiceContent& content, QWidget* parent);
  void openUnder(QWidget* button);

  SliderField* firstField() const { return m_first; }
  Segmented* countChoice() const { return m_count; }
  /// Rows of the data, or the learner's own numbers.
  Segmented* sourceChoice() const { return m_source; }
  QPlainTextEdit* samplesEdit() const { return m_edit; }
  QPushButton* takeButton() const { return m_take; }
  /// What is wrong with the text; empty: nothing.
  QString fault() const;
  /// The network does not take what was entered.
  void setFault(const QString& sentence);

 signals:
  void rowsChosen(const std::vector<std::int64_t>& rows);
  void samplesEntered(const std::vector<glassbox::EnteredSample>& samples);
  void precisionChosen(glassbox::Precision precision);
  void paceChosen(double stopsPerSecond);

 private:
  void chooseRows();
  void showSource();
  void takeSamples();

  SampleChoiceContent m_content;
  SliderField* m_first;
  Segmented* m_count;
  Segmented* m_source;
  QWidget* m_own;
  QPlainTextEdit* m_edit;
  QLabel* m_fault;
  QPushButton* m_take;
  std::vector<QWidget*> m_ofRows;  ///< fields that choose rows
};

} // namespace glassbox
