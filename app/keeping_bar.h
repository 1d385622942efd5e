// Says that something is not kept on the disk now, for as long as it is so.
#pragma once

#include "engine/core/result.h"

#include <QWidget>

#include <array>
#include <optional>

class QLabel;
class QPushButton;

namespace glassbox {

/// Owner: the main window. One line for each thing that is not kept; hidden while all is.
class KeepingBar : public QWidget {
  Q_OBJECT

 public:
  enum class Thing { Work, Progress };

  explicit KeepingBar(QWidget* parent = nullptr);

  /// Why the thing is not kept; nothing: it is again. A new reason changes the words, and only a new trouble shows the bar once more.
  void setFault(Thing thing, const std::optional<Error>& fault);

  QString words() const;
  QPushButton* saveButton() const { return m_save; }
  QPushButton* hideButton() const { return m_hide; }

 signals:
  void saveAsked();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void setTexts();

  std::array<std::optional<Error>, 2> m_faults;
  QLabel* m_words;
  QPushButton *m_save, *m_hide;
};

} // namespace glassbox
