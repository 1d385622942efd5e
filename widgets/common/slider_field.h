// A slider with its number field beside it: one value, two ways to set it.
#pragma once

#include <QTimer>
#include <QWidget>

#include <optional>

class QAction;
class QLineEdit;
class QSlider;

namespace glassbox {

struct SliderFieldContent {
  enum class Scale { Linear, Logarithmic };

  double least = 0;
  double most = 1;
  double value = 0;
  Scale scale = Scale::Linear; // Logarithmic needs least > 0
  bool whole = false;          // only integers
  bool zeroAllowed = false;    // a logarithmic slider whose left end means 0 ("off")
  double reach = 0;            // a number that is typed beyond an end, up to ± this, is taken: the end then moves there
  double step = 0;             // of the arrow keys on a linear scale; 0: 1 for integers, 1 % of the range otherwise
  int fieldWidth = 56;         // px at normal text size
  QString name{};              // for screen readers
  QString lockedBecause{};     // not empty: the value can be read but not set, and this says why
};

/// Emits valueChanged while the user drags, and for a typed number once the hand rests, with the Enter key or before anything else is
/// clicked or gets a key: not for each of its digits. editingFinished once he has let go. A number outside the range is marked and refused, and
/// the value from before the typing returns.
class SliderField : public QWidget {
  Q_OBJECT

 public:
  explicit SliderField(QWidget* parent = nullptr);
  ~SliderField() override;

  void setContent(const SliderFieldContent& content);
  /// Never wider than so many px at normal text size.
  void setMostWidth(int width);
  /// The slider in it is never shorter than so many px at normal text size.
  void setLeastTrack(int width);
  double value() const { return m_value; }
  /// What is typed is taken now, not when the hand has rested, or refused.
  void commit();

  QSlider* slider() const { return m_slider; }
  QLineEdit* field() const { return m_field; }

 signals:
  void valueChanged(double value);
  void editingFinished(double value);
  /// One sentence: which numbers are taken. Empty: what is typed now is no longer refused.
  void refused(const QString& sentence);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  int positionOf(double value) const;
  double valueAt(int position) const;
  void showValue();
  void takeFromSlider(int position);
  void watchText(const QString& text);
  void takeTyped();
  void dropTyped();
  void endTyping();
  bool isAllowed(double value) const;
  void refuse(double value);
  void widenTo(double value);
  QString range() const;
  void markField(bool wrong);
  void finish();
  void step(int count);
  void applySizes();

  SliderFieldContent m_content;
  int m_leastTrack = 48;
  int m_mostWidth = 0; // 0: as wide as there is room
  double m_value = 0;
  std::optional<double> m_before; // the typing; nothing: nobody types
  std::optional<double> m_typed;  // allowed, and not taken yet
  QTimer m_rest;
  QObject* m_elsewhere;           // watches the application for as long as somebody types
  QSlider* m_slider;
  QLineEdit* m_field;
  QAction* m_padlock;
};

/// The number a person typed: "." or "," as decimal sign, "-" or "−", spaces between groups, "1e-3". NaN when it is none.
double typedNumber(const QString& text);

} // namespace glassbox
