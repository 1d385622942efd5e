// A line over the window's pages: work of a program that ended without being closed is kept, and what to do with it.
#pragma once

#include <QDateTime>
#include <QWidget>

class QLabel;
class QPushButton;

namespace glassbox {

struct RecoveryContent {
  QString name;        ///< of the project; empty: it has none
  QDateTime savedAt;
  std::int64_t step = 0; ///< of its run; 0: not trained
  int others = 0;      ///< waiting behind it
  bool operator==(const RecoveryContent&) const = default;
};

class RecoveryBar : public QWidget {
  Q_OBJECT

 public:
  explicit RecoveryBar(QWidget* parent = nullptr);
  void setContent(const RecoveryContent& content);
  QString words() const;
  QPushButton* restoreButton() const { return m_restore; }
  QPushButton* deleteButton() const { return m_delete; }
  QPushButton* laterButton() const { return m_later; }

 signals:
  void restoreAsked();
  void deleteAsked();
  void laterAsked();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void setTexts();

  RecoveryContent m_content;
  QLabel* m_words;
  QPushButton* m_restore;
  QPushButton* m_delete;
  QPushButton* m_later;
};

} // namespace glassbox
