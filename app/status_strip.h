// The line at the bottom: issues, size of the network, the run with its fingerprint, one line of help.
// In a presentation it is there only while it has something new to say.
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;

namespace glassbox {

class ElidedLabel;

class StatusStrip : public QWidget {
  Q_OBJECT

 public:
  explicit StatusStrip(QWidget* parent = nullptr);

  void setIssues(int errors, int warnings);
  void setSize(const QString& text);
  void setRun(const QString& text);
  /// By the rate of the run that goes on or has stopped; 0: not known yet.
  void setEpochSeconds(double seconds);
  /// What is under the pointer, or why something was refused.
  void setHelp(const QString& text);
  /// Clears the line where it still says this.
  void takeBack(const QString& text);

 signals:
  void issuesClicked();

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool event(QEvent* event) override;
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;

 private:
  void showIssues();
  void showEpoch();
  void fit();
  void applySizes();

  QLabel* m_icon;
  QLabel* m_issues;
  QLabel* m_size;
  QLabel* m_run;
  QLabel* m_epoch;
  double m_seconds = 0;
  ElidedLabel* m_help;
  QTimer m_news;  ///< runs while the help line is new
  int m_errors = 0, m_warnings = 0;
};

} // namespace glassbox
