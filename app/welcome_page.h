// The first page: go on with the last project or the next lesson, start an example by one click, or begin anew.
#pragma once

#include "widgets/common/theme_manager.h"

#include <QDateTime>
#include <QString>
#include <QWidget>

#include <optional>
#include <utility>
#include <vector>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace glassbox {

class ElidedLabel;
class ExampleCard;
class ExampleGrid;
class LessonPills;
class WelcomeCard;
struct TemplateDef;

struct WelcomeContent {
  QString lastProject{}; ///< its title; shown only together with `lastPath`
  QString lastPath{};    ///< empty: there is no project to go on with, and no card for it
  QDateTime lastEdited{};

  /// The first lesson that is not done, and how many of all lessons are.
  struct LessonCard {
    QString id, title;
    int number = 0, minutes = 0, done = 0, total = 0;
  };
  std::optional<LessonCard> lesson{}; ///< none: no card for lessons
};

/// Has one card for each of allTemplates(): eight are shown, a button unfolds the others. The theme box follows the ThemeManager; the language box is told.
class WelcomePage : public QWidget {
  Q_OBJECT

 public:
  explicit WelcomePage(QWidget* parent = nullptr);

  void setContent(const WelcomeContent& content);
  QWidget* lessonCard() const;
  /// The language in use, "en" or "zh_CN", as the box at the bottom shows it.
  void setLanguage(const QString& code);

 signals:
  void newRequested();
  void openRequested();
  void openDataRequested();
  void continueRequested(const QString& path);
  void templateRequested(const QString& name);
  void lessonRequested(const QString& id);
  void languageChosen(const QString& code);
  void themeChosen(ThemeChoice choice);

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  QWidget* makeHeader();
  QWidget* makeCards();
  QWidget* makeExamples();
  QWidget* makeLastRow();
  void retranslate();
  void showContinue();
  void showLesson();
  void showExamples();
  void showTheme();
  void applySizes();

  WelcomeContent m_content;

  QWidget* m_column;
  QVBoxLayout* m_rows;
  QLabel* m_logo;
  QLabel* m_title;
  QLabel* m_subtitle;
  QPushButton* m_new;
  QPushButton* m_open;
  QHBoxLayout* m_header;

  QWidget* m_cards;
  WelcomeCard* m_continueCard;
  QLabel* m_picture;
  QLabel* m_continueHead;
  ElidedLabel* m_project;
  ElidedLabel* m_folder;
  QLabel* m_edited;
  QPushButton* m_continue;
  WelcomeCard* m_lessonCard;
  QLabel* m_lessonHead;
  QLabel* m_lessonsDone;
  ElidedLabel* m_lesson;
  QLabel* m_minutes;
  LessonPills* m_pills;
  QPushButton* m_begin;

  QLabel* m_examplesHead;
  QLabel* m_examplesHint;
  QPushButton* m_allExamples;
  bool m_unfolded = false; // the examples that are not featured are shown too
  ExampleGrid* m_grid;
  QVBoxLayout* m_examplesPart;
  std::vector<std::pair<const TemplateDef*, ExampleCard*>> m_examples;

  QPushButton* m_data;
  QLabel* m_languageName;
  QComboBox* m_language;
  QLabel* m_themeName;
  QComboBox* m_theme;
};

} // namespace glassbox
