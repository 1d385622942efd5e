#include "app/class_dialog.h"

#include "engine/io/atomic_file.h"
#include "widgets/common/empty_state.h"
#include "widgets/common/in_background.h"
#include "widgets/common/number_format.h"
#include "widgets/common/theme_manager.h"
#include "widgets/lesson/report_print.h"
#include "widgets/model/language.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace glassbox {
namespace {

enum Column { Learner, Date, Tasks, Attempts, Hints, Time, FirstLesson };

QTableWidgetItem* cell(const QString& text, bool number) {
  auto* item = new QTableWidgetItem(text);
  item->setTextAlignment((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
  return item;
}

} // namespace

ClassDialog::ClassDialog(QWidget* parent)
    : QDialog(parent), m_title(new QLabel(this)), m_said(new QLabel(this)), m_table(new QTableWidget(this)), m_empty(new EmptyState(this)), m_open(new QPushButton(this)), m_csv(new QPushButton(this)) {
  setAttribute(Qt::WA_DeleteOnClose);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(theme().px(24), theme().px(24), theme().px(24), theme().px(24));
  column->setSpacing(theme().px(8));
  setFontRole(m_title, FontRole::CardTitle);
  setTextRole(m_said, ColorRole::Text2);
  for (QLabel* label : {m_title, m_said}) {
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
  }
  column->addWidget(m_title);
  column->addWidget(m_empty, 1);
  column->addWidget(m_table, 1);
  auto* row = new QHBoxLayout;
  row->setSpacing(theme().px(8));
  row->addWidget(m_said, 1);
  row->addWidget(m_open);
  row->addWidget(m_csv);
  column->addLayout(row);
  m_csv->setProperty("primary", true);
  for (QPushButton* button : {m_open, m_csv}) button->setAutoDefault(false);
  m_table->verticalHeader()->hide();
  m_table->setShowGrid(false);
  m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_table->setSelectionMode(QAbstractItemView::SingleSelection);
  m_table->setTabKeyNavigation(false);
  m_table->setProperty("anyLanguage", true); // names of people and files
  m_table->horizontalHeader()->setHighlightSections(false);
  connect(m_empty, &EmptyState::triggered, this, &ClassDialog::askFolder);
  connect(m_open, &QPushButton::clicked, this, &ClassDialog::askFolder);
  connect(m_csv, &QPushButton::clicked, this, [this] {
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the table"), QStringLiteral("class.csv"), tr("Tables (*.csv)"));
    if (path.isEmpty()) return;
    const Result<void> done = exportCsv(path);
    m_said->setText(done ? tr("Saved as %1.").arg(QFileInfo(path).fileName()) : translated(done.error()));
  });
  setTexts();
  resize(theme().px(900), theme().px(560));
}

QString ClassDialog::said() const { return m_said->text(); }

void ClassDialog::askFolder() {
  const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder with the reports of a class"), m_folder);
  if (!folder.isEmpty()) open(folder);
}

void ClassDialog::open(const QString& folder) {
  std::optional<Result<std::vector<ReportFile>>> files = unlessCancelled(this, tr("Reading the reports"), [name = folder.toStdString()](const Cancelled&) { return readReports(name); });
  if (!files) return;
  if (!files->ok()) {
    m_said->setText(translated(files->error()));
    return;
  }
  m_folder = folder;
  m_files = std::move(**files);
  setTexts();
}

Result<void> ClassDialog::exportCsv(const QString& path) const {
  return replaceFile(path.toStdString(), classCsv(m_files, [](const Error& error) { return translated(error).toStdString(); }));
}

void ClassDialog::setTexts() {
  setWindowTitle(tr("Class table"));
  const bool any = !m_files.empty();
  m_title->setText(m_folder.isEmpty() ? tr("Class table") : tr("Class table: %1").arg(QDir(m_folder).dirName()));
  m_empty->setContent({QStringLiteral("table"), m_folder.isEmpty() ? tr("No reports yet. Open the folder with the reports (JSON) of your class.") : tr("This folder holds no files *.json. Learners save them from their report."), tr("Open a folder…")});
  m_empty->setVisible(!any);
  m_table->setVisible(any);
  m_open->setVisible(any);
  m_csv->setVisible(any);
  m_open->setText(tr("Open a folder…"));
  m_open->setToolTip(tr("<b>Open a folder…</b><br>Reads every report (JSON) of the folder.<br>See where your class stands."));
  m_csv->setText(tr("Save as CSV…"));
  m_csv->setToolTip(tr("<b>Save as CSV…</b><br>Writes the table with the skills of everybody.<br>Go on with it in a spreadsheet."));
  m_table->setAccessibleName(tr("Class table"));
  const auto refused = std::count_if(m_files.begin(), m_files.end(), [](const ReportFile& file) { return !file.report; });
  m_said->setText(!any ? QString() : refused == 0 ? tr("Reports: %1").arg(m_files.size()) : tr("Reports: %1 · files refused: %2").arg(static_cast<qint64>(m_files.size()) - refused).arg(refused));
  fillTable();
}

void ClassDialog::fillTable() {
  const std::vector<ClassLesson> lessons = classLessons(m_files);
  m_table->clear();
  m_table->clearSpans();
  m_table->setColumnCount(FirstLesson + static_cast<int>(lessons.size()));
  m_table->setRowCount(static_cast<int>(m_files.size()));
  QStringList heads{tr("Learner"), tr("Date"), tr("Tasks"), tr("Attempts"), tr("Hints"), tr("Time")};
  for (const ClassLesson& lesson : lessons) heads << QString::number(lesson.number);
  m_table->setHorizontalHeaderLabels(heads);
  m_table->verticalHeader()->setDefaultSectionSize(theme().px(28));
  for (int column = 0; column < m_table->columnCount(); ++column) {
    QTableWidgetItem* head = m_table->horizontalHeaderItem(column);
    head->setTextAlignment((column <= Date ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (column >= FirstLesson) head->setToolTip(tr("Lesson %1: %2").arg(lessons[static_cast<std::size_t>(column - FirstLesson)].number).arg(QString::fromStdString(lessons[static_cast<std::size_t>(column - FirstLesson)].id).toHtmlEscaped()));
    m_table->setColumnWidth(column, theme().px(column == Learner ? 160 : column == Date || column == Time ? 108 : column < FirstLesson ? 84 : 56));
  }
  for (int row = 0; row < m_table->rowCount(); ++row) {
    const ReportFile& file = m_files[static_cast<std::size_t>(row)];
    if (!file.report) {
      const QString sentence = translated(file.report.error());
      auto* item = cell(sentence, false);
      item->setForeground(theme().color(ColorRole::Err));
      item->setToolTip(sentence.toHtmlEscaped());
      m_table->setItem(row, Learner, item);
      m_table->setSpan(row, Learner, 1, m_table->columnCount());
      continue;
    }
    const Report& report = *file.report;
    const ReportTotals totals = totalsOf(report);
    const QString fileName = QString::fromStdString(file.file);
    auto* name = cell(report.learner.empty() ? fileName : QString::fromStdString(report.learner), false);
    name->setToolTip(fileName.toHtmlEscaped());
    m_table->setItem(row, Learner, name);
    m_table->setItem(row, Date, cell(QString::fromStdString(report.date), false));
    m_table->setItem(row, Tasks, cell(tr("%1 of %2").arg(totals.passed).arg(totals.tasks), true));
    m_table->setItem(row, Attempts, cell(formatInteger(totals.attempts), true));
    m_table->setItem(row, Hints, cell(formatInteger(totals.hints), true));
    m_table->setItem(row, Time, cell(spentText(totals.seconds), true));
    for (const LessonReport& done : report.lessons) {
      const auto at = std::find_if(lessons.begin(), lessons.end(), [&](const ClassLesson& lesson) { return lesson.id == done.id; });
      if (at == lessons.end()) continue;
      m_table->setItem(row, FirstLesson + static_cast<int>(at - lessons.begin()), cell(QStringLiteral("%1 / %2").arg(done.passed()).arg(done.tasks.size()), true));
    }
  }
}

void ClassDialog::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) setTexts();
  QDialog::changeEvent(event);
}

} // namespace glassbox
