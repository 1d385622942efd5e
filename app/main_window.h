// The one window: menu, tool bar, docks around the diagram, status line. It connects parts; each part does its own work.
#pragma once

#include "app/actions.h"
#include "app/project_lock.h"
#include "engine/core/result.h"
#include "widgets/model/document.h"
#include "widgets/model/language.h"
#include "widgets/model/training_session.h"
#include "widgets/views/probe_answer.h"

#include <QMainWindow>

#include <functional>
#include <optional>

class QLabel;
class QMenu;
class QStackedWidget;
class QVBoxLayout;

namespace glassbox {

class CommandDesk;
class CurvesPanel;
class DataPanel;
class DiagramView;
class DockFrame;
class DoctorWatch;
class InspectorPanel;
class IssueList;
class KeepingBar;
class LearnerDesk;
class LessonDesk;
class LessonWork;
class LookPanel;
class Palette;
class PartWalk;
class Perspectives;
class Probe;
class RewindDesk;
class RunDesk;
class SettingsDesk;
class BuildDesk;
class Autosave;
class Recovery;
class RunList;
class SliderField;
class SurfaceView;
class ElidedLabel;
class StatusStrip;
class StepDesk;
class TabStrip;
class ToolBar;
class Tour;
class WeightEditor;
class WelcomePage;
struct DiagramLive;
struct Dropped;
struct Lesson;
struct LiveArray;
struct ShelvedWork;

class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  explicit MainWindow(LanguageSwitch* language, QWidget* parent = nullptr);
  ~MainWindow() override;

  Document* document() { return &m_document; }
  TrainingSession* session() { return m_session; }
  DataPanel* dataPanel() { return m_dataPanel; }
  InspectorPanel* inspector() { return m_inspector; }
  DiagramView* diagram() { return m_diagram; }
  CurvesPanel* curves() { return m_curves; }
  LookPanel* look() { return m_look; }
  LessonDesk* lessons() { return m_lessons; }
  LearnerDesk* learners() { return m_learners; }
  StepDesk* steps() { return m_steps; }
  RunList* runs() { return m_runs; }
  Recovery* recovery() { return m_recovery; }
  KeepingBar* keeping() { return m_keeping; }
  Autosave* autosave() { return m_autosave; }
  RewindDesk* rewind() { return m_rewind; }
  RunDesk* runDesk() { return m_runDesk; }
  DoctorWatch* doctor() { return m_doctor; }
  IssueList* issues() { return m_issues; }
  BuildDesk* building() { return m_building; }
  Tour* tour() { return m_tour; }
  Perspectives* perspectives() { return m_perspectives; }
  CommandDesk* commands() { return m_commands; }
  SettingsDesk* settings() { return m_settings; }
  Actions* actions() { return m_actions; }
  DockFrame* docks() { return m_frame; }

  /// On the first start of the program.
  void offerTour();
  /// Opens a project file; a sentence in a dialog when that fails.
  bool openFile(const QString& path);
  /// Puts a template in place, and runs it if asked to.
  bool openTemplate(const std::string& name, bool run);
  /// Opens a lesson in a project of its own: the learner's from before, or the set-up.
  bool openLesson(const std::string& id);
  /// Keeps the lesson's project; the learner's own from before the lesson comes back.
  void leaveLesson();
  /// Replaces the project's data by what lies at `path`.
  bool openData(const QString& path);
  /// Opens what was dragged onto the window; a sentence in a dialog when that cannot be.
  void openDropped(const Result<Dropped>& dropped);
  bool saveTo(const QString& path);

  void showWelcome();
  void showLab();
  enum class Centre { Build, Step, Look };
  Centre centre() const;
  void setCentre(Centre centre);
  /// Left dock: lessons, layers, data. Bottom dock: plots, issues.
  void setLeftTab(int index);
  void setBottomTab(int index);

  /// Off: nothing is drawn and nothing is copied for drawing, as if the window were hidden.
  void setWatching(bool on);
  /// Pictures drawn since the start: plots and diagram that showed something new.
  std::int64_t picturesDrawn() const { return m_pictures; }
  std::int64_t ticksWatched() const { return m_ticks; }

 signals:
  /// Something could not be done; also shown in the status line.
  void told(const QString& sentence);

 protected:
  void closeEvent(QCloseEvent* event) override;
  void changeEvent(QEvent* event) override;
  bool focusNextPrevChild(bool next) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  void buildDocks();
  void buildMenus();
  void connectAll();
  void retranslate();

  void follow(Document::Changes what);
  void takeData(const DatasetPtr& data);
  void takeTick(const TrainingTick& tick);
  void takeState(TrainingSession::State state);
  void takeRewound(std::int64_t step);
  void beginRun();
  void showLive();
  void showOutputs(DiagramLive& live) const;
  void showLiveArrays();
  void showStatus();
  void showIssues();
  void showTitle();
  void describeCurves();
  void updateSubject();
  void updateWish();
  void showCentre();
  void beginTour();
  void showSurfaceSide();
  void takeAnswer(const ProbeAnswerPtr& answer);
  void markChange(const LiveChange& change);
  void openProject(Project project, const QString& path, bool run);
  void putInPlace(ShelvedWork work, const QString& path, const Lesson* lesson);
  void beginLesson(const Lesson& lesson, ShelvedWork work);
  /// False when the lesson's project could not be kept and the learner stays with it.
  bool keepLesson();
  void endLesson();
  void buildRecovery();
  /// The name of a project without a file: its lesson's or its example's in the language in use.
  QString nameOf(const std::string& title) const;
  std::optional<std::function<Result<void>(const ShelvedWork&)>> placeOfWork();
  /// Recovery is of the learner who is there now.
  void useLearnersFolder();
  void restoreWork();
  void startLessonAfresh();
  void bringLessonBack();
  void suggestPace();
  void updateSelection();
  void enableTraining(bool on);
  void addLayer(const QString& key);
  void updateRunLock();
  void editWeight(const NodeId& id, const QString& weight, const QString& index, const QString& title, QPoint where);
  void editArray(const LiveArray& array, const std::vector<std::int64_t>& index, QPoint where);
  void tell(const Error& error);
  /// In a box of its own: what somebody has just asked for did not come about.
  void warn(const QString& title, const Error& error);
  void say(const QString& line);

  static QString sentenceOf(const Dropped& dropped);
  void newProject();
  void askOpen();
  void askOpenData();
  bool save();
  bool saveAs();
  void lockProject(const QString& path);
  /// True when it is fine to give up the open project: saved, discarded, or nothing to lose.
  bool mayClose();
  bool mayLoseProgress();
  bool isWorthSaving() const;
  void about();
  void fillRecent();

  Document m_document;
  TrainingSession* m_session;
  LanguageSwitch* m_language;
  Actions* m_actions;

  QVBoxLayout* m_over;
  QStackedWidget* m_pages;
  WelcomePage* m_welcome;
  QWidget* m_lab;
  ToolBar* m_toolBar;
  StatusStrip* m_status;
  DockFrame* m_frame;
  TabStrip* m_leftTabs;
  QStackedWidget* m_left;
  TabStrip* m_centreTabs;
  QStackedWidget* m_centre;
  TabStrip* m_bottomTabs;
  QStackedWidget* m_bottom;
  LessonDesk* m_lessons;
  LessonWork* m_lessonWork;
  Recovery* m_recovery;
  KeepingBar* m_keeping;
  Autosave* m_autosave;
  ProjectLock m_lock; ///< of the project's file, also while a lesson is open before it
  LearnerDesk* m_learners;
  StepDesk* m_steps;
  Palette* m_palette;
  DataPanel* m_dataPanel;
  DiagramView* m_diagram;
  LookPanel* m_look;
  InspectorPanel* m_inspector;
  CurvesPanel* m_curves;
  IssueList* m_issues;
  QLabel* m_smoothingName;
  SliderField* m_smoothing;
  SurfaceView* m_surface;   ///< pinned beside the diagram for data on the plane
  QWidget* m_surfaceSide;
  Probe* m_probe;
  WeightEditor* m_weightEditor;
  RunList* m_runs;
  RewindDesk* m_rewind;
  RunDesk* m_runDesk;
  DoctorWatch* m_doctor;
  BuildDesk* m_building;
  SettingsDesk* m_settings;
  CommandDesk* m_commands;
  PartWalk* m_partWalk = nullptr;
  Perspectives* m_perspectives;
  Tour* m_tour;
  QMenu* m_menus[7] = {};
  ElidedLabel* m_name;      ///< of the project, at the right of the menu bar
  QWidget* m_nameCorner;
  QMenu* m_recent = nullptr;

  Snapshot m_snapshot;      ///< the newest, kept for pictures that are made later
  bool m_watching = true, m_answerIsNew = false;
  QString m_refusal; ///< why there are no data, or why the last run that was asked for could not begin
  bool m_hasSnapshot = false, m_runWhenLoaded = false, m_paceChosen = false;
  std::map<NodeId, std::vector<QImage>> m_neurons;
  OutputsAnswer m_outputs;  ///< of the nodes whose tiles show what they give
  std::optional<double> m_batchLoss, m_testLoss;
  std::int64_t m_pictures = 0, m_ticks = 0;
  std::int64_t m_savedStep = 0;  ///< of the run, when it was saved or began
};

} // namespace glassbox
