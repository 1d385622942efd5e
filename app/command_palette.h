// Everything by name: a card over the window with one field. What is typed finds commands in both languages, or is the line of a network.
#pragma once

#include "app/command.h"

#include <QFrame>
#include <QPointer>

#include <optional>

class QLabel;
class QLineEdit;
class QListWidget;

namespace glassbox {

/// What became of a line that was typed: it can be built, or the sentence says why not.
struct ReadLine {
  bool sound = false;
  QString sentence;
  std::function<void()> build;
};

class CommandPalette : public QFrame {
  Q_OBJECT

 public:
  /// A child of the window, hidden until it is opened. `readLine` gives nothing for what is no line of a network.
  CommandPalette(std::function<std::optional<ReadLine>(const QString&)> readLine, QWidget* window);

  void open(std::vector<Command> commands);
  QLineEdit* field() const { return m_field; }
  QListWidget* list() const { return m_list; }
  /// The sentence under the field; empty: none.
  QString note() const;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void fill();
  void choose();
  void close();
  void place();
  void retranslate();

  std::function<std::optional<ReadLine>(const QString&)> m_readLine;
  std::vector<Command> m_commands;
  std::optional<ReadLine> m_line;
  QPointer<QWidget> m_before;  ///< had the keyboard
  QLineEdit* m_field;
  QListWidget* m_list;
  QLabel *m_note, *m_wrong;
  QLabel* m_example;  ///< a line as it is typed
};

} // namespace glassbox
