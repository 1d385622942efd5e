// Draw a picture and see what the network says while the pen moves; keep the drawings as data of one's own.
#pragma once

#include "widgets/views/look_view.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QScrollArea;

namespace glassbox {

class BarPlot;
class DrawCanvas;
class SampleStrip;
class Segmented;
class SliderField;

class DrawView : public LookView {
  Q_OBJECT

 public:
  static constexpr const char* kKey = "draw";
  static QString title() { return tr("Draw"); }
  static QString purpose();
  /// Pictures of bytes, one class each.
  static bool suits(const ProbeSubject& subject, const Analysis& analysis);

  explicit DrawView(QWidget* parent = nullptr);

  void setSubject(const ProbeSubject& subject) override;
  ProbeWish wish() const override;
  void setAnswer(const ProbeAnswer& answer) override;
  bool hasPicture() const override { return !m_shares.empty(); }
  void setDrawings(const std::vector<DrawnPicture>& drawings) override;

  DrawCanvas* canvas() const { return m_canvas; }
  QCheckBox* centre() const { return m_centre; }
  QComboBox* classes() const { return m_classes; }
  QPushButton* keepButton() const { return m_keep; }
  QPushButton* removeButton() const { return m_remove; }
  QPushButton* clearButton() const { return m_clear; }
  SampleStrip* strip() const { return m_strip; }
  /// The pixels that the network gets.
  const std::vector<std::uint8_t>& pixels() const { return m_pixels; }
  /// Probabilities of the classes for the drawing; empty: no answer yet, or nothing drawn.
  const std::vector<float>& shares() const { return m_shares; }
  QString keptText() const;
  /// "class,probability" for what is drawn.
  QByteArray csv() const;

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void take();
  void ask();
  void keep();
  void showAnswer();
  void showKept();
  void retranslate();
  std::vector<float> sampleOf(const std::vector<std::uint8_t>& pixels) const;

  ProbeSubject m_subject;
  int m_width = 28, m_height = 28, m_channels = 1;
  std::vector<std::uint8_t> m_pixels;
  std::vector<DrawnPicture> m_all;      ///< the project's
  std::vector<DrawnPicture> m_drawings; ///< those of the size that the network takes
  std::vector<int> m_places;            ///< where each of them stands among all
  DrawnWish m_asked;
  std::vector<float> m_shares;
  std::vector<std::vector<float>> m_keptShares;
  int m_chosen = -1;  ///< of the kept ones

  DrawCanvas* m_canvas;
  QLabel *m_penName, *m_gets, *m_answerTitle, *m_keepName, *m_keptTitle, *m_small;
  SliderField* m_pen;
  Segmented* m_tool;
  QPushButton *m_back, *m_clear, *m_keep, *m_remove;
  QCheckBox* m_centre;
  BarPlot* m_bars;
  QComboBox* m_classes;
  SampleStrip* m_strip;
  QScrollArea* m_scroll;
};

} // namespace glassbox
