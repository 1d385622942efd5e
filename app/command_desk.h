// What the list of commands holds: every entry of the menus, examples, lessons, layers, and networks written in one line.
#pragma once

#include "app/command_palette.h"
#include "engine/lesson/lesson.h"
#include "widgets/model/action_name.h"

#include <QObject>

class QMenu;
class QMenuBar;

namespace glassbox {

class Document;

/// Owner: the main window.
class CommandDesk : public QObject {
  Q_OBJECT

 public:
  struct Parts {
    Document* document;
    QMenuBar* menus;
    /// The lessons of now.
    std::function<const std::vector<LessonEntry>&()> lessons;
  };
  CommandDesk(const Parts& parts, QWidget* window);

  void open();
  CommandPalette* palette() const { return m_palette; }

 signals:
  void exampleChosen(const QString& name);
  void lessonChosen(const QString& id);
  void layerChosen(const QString& key);
  /// A network stands where another one was.
  void built();

 private:
  std::vector<Command> commands();
  void addMenu(std::vector<Command>& all, const QMenu& menu, const QString& group) const;
  static QString sentenceOf(const Error& error);
  std::optional<ReadLine> readLine(const QString& typed);

  Command command(const Text& name, const QString& group, std::function<void()> run) const;

  Parts m_parts;
  ChineseWords m_chinese;
  CommandPalette* m_palette;
};

} // namespace glassbox
