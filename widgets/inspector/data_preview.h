// A first look at the data: points on the plane, a curve, pictures, sequences, tokens or a table, as the samples themselves say.
#pragma once

#include "engine/data/dataset.h"

#include <QPixmap>
#include <QWidget>

namespace glassbox {

class DataPreview : public QWidget {
  Q_OBJECT

 public:
  enum class Kind { Nothing, Plane, Curve, Pictures, Sequences, Tokens, Table };

  explicit DataPreview(QWidget* parent = nullptr);

  void setContent(const DatasetPtr& set);
  /// Whose rows are shown; points are shown of all parts.
  void setPart(Part part);
  Part part() const { return m_part; }
  Kind kind() const { return m_kind; }
  static Kind kindOf(const Dataset& set);
  /// "400 points, 2 classes": for the line below and for screen readers.
  QString remark() const;

  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void draw();

  DatasetPtr m_data;
  Kind m_kind = Kind::Nothing;
  Part m_part = Part::Train;
  QPixmap m_picture; // drawn once; painting copies it
};

} // namespace glassbox
