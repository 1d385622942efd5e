// Which sample the views look at: its number, a step back, a step on, and what is known of it.
#pragma once

#include "engine/data/dataset.h"

#include <QWidget>

class QLabel;
class QSpinBox;

namespace glassbox {

class KeyButton;

class SampleStepper : public QWidget {
  Q_OBJECT

 public:
  explicit SampleStepper(QWidget* parent = nullptr);

  void setData(const DatasetPtr& data);
  void setSample(std::int64_t row);
  std::int64_t sample() const { return m_row; }
  KeyButton* next() const { return m_next; }
  KeyButton* back() const { return m_back; }

 signals:
  /// Only for what the user chose.
  void chosen(std::int64_t row);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void choose(std::int64_t row);
  void show();
  void retranslate();

  DatasetPtr m_data;
  std::int64_t m_row = 0;
  KeyButton *m_back, *m_next;
  QSpinBox* m_number;
  QLabel *m_name, *m_about;
};

} // namespace glassbox
