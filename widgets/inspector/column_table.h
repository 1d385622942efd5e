// Mean and spread of every column of a table of numbers: what differs in scale is seen at a glance.
#pragma once

#include "engine/data/facts.h"

#include <QWidget>

namespace glassbox {

class ColumnTable : public QWidget {
  Q_OBJECT

 public:
  explicit ColumnTable(QWidget* parent = nullptr);
  void setContent(const std::vector<ColumnFacts>& columns);
  const std::vector<ColumnFacts>& columns() const { return m_columns; }
  /// A column in one sentence: its tooltip, and what is read aloud.
  QString sentence(std::size_t column) const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  bool event(QEvent* event) override;

 private:
  QString nameOf(std::size_t column) const;
  std::size_t shown() const;
  void describe();

  std::vector<ColumnFacts> m_columns;
};

} // namespace glassbox
