// The head of a section: a bold title with a quiet remark at the right, or the small grey name of a group.
#pragma once

#include <QWidget>

namespace glassbox {

class ElidedLabel;

class SectionLabel : public QWidget {
  Q_OBJECT

 public:
  enum class Kind { Section, Group };

  explicit SectionLabel(Kind kind = Kind::Section, QWidget* parent = nullptr);

  /// For example "Weights" and "64 values, drawn to scale".
  void setContent(const QString& title, const QString& remark = {});

 private:
  ElidedLabel* m_title;
  ElidedLabel* m_remark;
};

} // namespace glassbox
