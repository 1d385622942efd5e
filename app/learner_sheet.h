// Asks for a nickname: of a new learner, or a new one for a learner who is there.
#pragma once

#include "engine/core/result.h"

#include <QDialog>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace glassbox {

class LearnerSheet : public QDialog {
  Q_OBJECT

 public:
  enum class Purpose { New, Rename };

  /// `take` gets what was typed; when it refuses, the sheet stays and says why.
  LearnerSheet(Purpose purpose, const QString& name, std::function<Result<void>(const std::string&)> take, QWidget* parent);

  QLineEdit* field() const { return m_field; }
  QPushButton* acceptButton() const { return m_accept; }
  QString problem() const;

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void setTexts();
  void tryIt();

  const Purpose m_purpose;
  std::function<Result<void>(const std::string&)> m_take;
  QLabel* m_title;
  QLabel* m_why;
  QLabel* m_problem;
  QLineEdit* m_field;
  QPushButton* m_accept;
  QPushButton* m_cancel;
};

} // namespace glassbox
