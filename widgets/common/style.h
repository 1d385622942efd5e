// The Qt style of the program: ordinary buttons, fields, lists, menus and bars drawn from the theme.
#pragma once

#include <QProxyStyle>

class QStyleOptionButton;

namespace glassbox {

/// Dynamic properties that change the look of a standard control (set them before the control is shown):
///   "primary" true   filled push button, one per region
///   "flat" true      push button without a frame
///   "compact" true   button or field 24 px high in place of 28
///   "tall" true      button 32 px high (Run, welcome page)
///   "leftAligned"    push button whose text starts at the left (lists of choices)
///   "wrong" true     field whose text cannot be used: 2-px border in the colour of errors
///   "noBase" true    tab bar without the line under it
///   "folded" true    tab bar whose pages are away: no tab looks chosen
/// And two that the tests of the look read:
///   "overlay" true      the widget lies over its siblings on purpose
///   "anyLanguage" true  its texts are quotations and stay in their language
class Style : public QProxyStyle {
  Q_OBJECT

 public:
  Style();

  void polish(QWidget* widget) override;
  using QProxyStyle::polish;

  int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
  /// Signs of dialogs are our own, in the theme's colours.
  QIcon standardIcon(StandardPixmap sign, const QStyleOption* option, const QWidget* widget) const override;
  int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const override;
  QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents, const QWidget* widget) const override;
  QRect subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const override;
  QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part, const QWidget* widget) const override;

  void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
  void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
  void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                          const QWidget* widget) const override;
};

} // namespace glassbox
