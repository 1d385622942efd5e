// One line of text that is cut with "…" where it does not fit, tells so, and then shows all of it as a tooltip.
#pragma once

#include "widgets/common/theme.h"

#include <QWidget>

namespace glassbox {

class ElidedLabel : public QWidget {
  Q_OBJECT

 public:
  explicit ElidedLabel(QWidget* parent = nullptr);

  void setContent(const QString& text);
  void setLook(FontRole font, ColorRole color);
  void setElideMode(Qt::TextElideMode mode);
  void setAlignment(Qt::Alignment alignment);

  const QString& text() const { return m_text; }
  bool isElided() const { return m_elided; }
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  void elidedChanged(bool elided);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void measure();

  QString m_text;
  QString m_shown;
  FontRole m_font = FontRole::Normal;
  ColorRole m_color = ColorRole::Text;
  Qt::TextElideMode m_mode = Qt::ElideRight;
  Qt::Alignment m_alignment = Qt::AlignLeft | Qt::AlignVCenter;
  bool m_elided = false;
};

} // namespace glassbox
