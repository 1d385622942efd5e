// One picture of a network that is compared with others: decision surface, fitted curve or confusion matrix, as fits its data.
#pragma once

#include "widgets/views/probe_answer.h"
#include "widgets/views/probe_subject.h"

#include <QWidget>

#include <span>

class QVBoxLayout;

namespace glassbox {

class HeatMap;
class LookView;
class Probe;
class SectionLabel;

/// It computes on a copy of the weights, in a thread of its own, and only while it can be seen.
class ComparePicture : public QWidget {
  Q_OBJECT

 public:
  explicit ComparePicture(QWidget* parent = nullptr);

  void setSubject(const ProbeSubject& subject);
  /// The newest weights of that network.
  void offer(std::span<const float> weights, std::int64_t step);
  void setLive(bool live);

  /// Something has been drawn from the network's answers.
  bool hasPicture() const { return m_hasPicture; }
  const ProbeAnswerPtr& answer() const { return m_answer; }

  QSize minimumSizeHint() const override;

 protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void take(const ProbeAnswerPtr& answer);
  void showCounts();
  void wish();

  Probe* m_probe;
  ProbeSubject m_subject;
  QVBoxLayout* m_column;
  LookView* m_page = nullptr; ///< surface or curve
  SectionLabel* m_head = nullptr;
  HeatMap* m_counts = nullptr;
  ProbeAnswerPtr m_answer;
  bool m_hasPicture = false;
};

} // namespace glassbox
