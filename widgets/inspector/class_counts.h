// How many samples each class has in each part: what an unbalanced or unlucky split shows at a glance.
#pragma once

#include "engine/data/dataset.h"

#include <QString>
#include <QWidget>

#include <array>
#include <vector>

namespace glassbox {

class ClassCounts : public QWidget {
  Q_OBJECT

 public:
  struct Row {
    QString name;
    int classIndex = -1;                  // -1: no class, no sign
    std::array<std::int64_t, 3> counts{}; // training, validation, test
  };

  explicit ClassCounts(QWidget* parent = nullptr);
  void setContent(const DatasetPtr& set);
  const std::vector<Row>& rows() const { return m_rows; }

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void count();

  DatasetPtr m_data;
  std::vector<Row> m_rows;
};

} // namespace glassbox
