#include "app/report_dialog.h"

#include "engine/io/atomic_file.h"
#include "engine/lesson/class_table.h"
#include "widgets/common/number_format.h"
#include "widgets/common/theme_manager.h"
#include "widgets/formula/plain.h"
#include "widgets/lesson/lesson_head.h"
#include "widgets/model/language.h"

#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace glassbox {
namespace {

QString words(const std::string& text) { return withPlainFormulas(QString::fromStdString(text)); }

QString blockName(const std::string& block) {
  const QString key = QString::fromStdString(block), title = blockTitle(key);
  return title.isEmpty() ? key : key + QStringLiteral("  ") + title;
}

const Lesson* lessonIn(std::span<const LessonEntry> lessons, const std::string& id) {
  for (const LessonEntry& entry : lessons)
    if (entry.lesson && entry.lesson->id == id) return &*entry.lesson;
  return nullptr;
}

} // namespace

ReportPage reportPage(const Progress& progress, std::span<const LessonEntry> lessons, Language language, const std::string& date) {
  ReportPage page;
  page.report = reportOf(progress, lessons, date);
  const QString learner = QString::fromStdString(progress.learner), day = QString::fromStdString(date);
  page.printed = {learner, day, RadarChart::axesOf(page.report), {}};
  for (const LessonReport& done : page.report.lessons) {
    const Lesson* lesson = lessonIn(lessons, done.id);
    const Page& text = lesson->page(language);
    PrintedLesson one{blockName(done.block), done.number, words(text.title), done.seconds, {}};
    for (const TaskReport& task : done.tasks) {
      const PageBlock* block = text.find(BlockKind::Task, task.id, 0);
      one.tasks.push_back({block ? words(block->title) : QString::fromStdString(task.id), task});
    }
    page.printed.lessons.push_back(std::move(one));
  }
  for (const std::string& block : finishedBlocks(progress, lessons)) {
    PrintedCertificate certificate{learner, day, QString::fromStdString(block), blockTitle(QString::fromStdString(block)), 0, {}};
    for (std::size_t i = 0; i < page.report.lessons.size(); ++i) {
      if (page.report.lessons[i].block != block) continue;
      certificate.tasks += static_cast<int>(page.report.lessons[i].tasks.size());
      certificate.lessons << page.printed.lessons[i].title;
    }
    page.certificates.push_back(std::move(certificate));
  }
  return page;
}

ReportDialog::ReportDialog(std::function<ReportPage()> make, QWidget* parent)
    : QDialog(parent), m_make(std::move(make)), m_name(new QLabel(this)), m_figures(new QLabel(this)), m_radar(new RadarChart(this)), m_table(new QTableWidget(this)), m_said(new QLabel(this)), m_certificate(new QPushButton(this)),
      m_json(new QPushButton(this)), m_pdf(new QPushButton(this)), m_blocks(new QMenu(this)) {
  setAttribute(Qt::WA_DeleteOnClose);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(theme().px(24), theme().px(24), theme().px(24), theme().px(24));
  column->setSpacing(theme().px(8));
  setFontRole(m_name, FontRole::H1);
  setTextRole(m_figures, ColorRole::Text2);
  setTextRole(m_said, ColorRole::Text2);
  for (QLabel* label : {m_name, m_figures, m_said}) label->setTextFormat(Qt::PlainText);
  m_said->setWordWrap(true);
  column->addWidget(m_name);
  column->addWidget(m_figures);
  column->addWidget(m_radar, 0, Qt::AlignHCenter);
  column->addWidget(m_table, 1);
  auto* row = new QHBoxLayout;
  row->setSpacing(theme().px(8));
  row->addWidget(m_said, 1);
  for (QPushButton* button : {m_certificate, m_json, m_pdf}) {
    button->setAutoDefault(false);
    row->addWidget(button);
  }
  column->addLayout(row);
  m_pdf->setProperty("primary", true);
  m_certificate->setMenu(m_blocks);
  m_table->setColumnCount(6);
  m_table->verticalHeader()->hide();
  m_table->setShowGrid(false);
  m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_table->setSelectionMode(QAbstractItemView::SingleSelection);
  m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_table->setTabKeyNavigation(false);
  m_table->horizontalHeader()->setHighlightSections(false);
  connect(m_pdf, &QPushButton::clicked, this, [this] {
    if (const QString path = ask(tr("Save the report"), QStringLiteral("report.pdf"), tr("PDF (*.pdf)")); !path.isEmpty()) tell(exportPdf(path), path);
  });
  connect(m_json, &QPushButton::clicked, this, [this] {
    if (const QString path = ask(tr("Save the report"), QStringLiteral("report.json"), tr("Reports (*.json)")); !path.isEmpty()) tell(exportJson(path), path);
  });
  setTexts();
  resize(theme().px(720), theme().px(660));
}

QString ReportDialog::ask(const QString& title, const QString& name, const QString& filter) {
  const QString suffix = QFileInfo(name).suffix();
  const QString path = QFileDialog::getSaveFileName(this, title, name, filter);
  return path.isEmpty() || QFileInfo(path).suffix() == suffix ? path : path + u'.' + suffix;
}

void ReportDialog::tell(const Result<void>& done, const QString& path) {
  m_said->setText(done ? tr("Saved as %1.").arg(QFileInfo(path).fileName()) : translated(done.error()));
  setTextRole(m_said, done ? ColorRole::Text2 : ColorRole::Err);
}

Result<void> ReportDialog::exportPdf(const QString& path) const {
  const QByteArray bytes = pdfOf(tr("Report"), false, [&](QPagedPaintDevice& paper) { printReport(m_page.printed, paper); });
  return replaceFile(path.toStdString(), bytes.toStdString());
}

Result<void> ReportDialog::exportJson(const QString& path) const { return replaceFile(path.toStdString(), writeReport(m_page.report)); }

Result<void> ReportDialog::exportCertificate(const QString& block, const QString& path) const {
  const auto at = std::find_if(m_page.certificates.begin(), m_page.certificates.end(), [&](const PrintedCertificate& one) { return one.block == block; });
  if (at == m_page.certificates.end())
    return Error(GB_TEXT("engine", "Block %1 is not finished: there is a certificate when every task of it is passed.").arg(block.toStdString()));
  const QByteArray bytes = pdfOf(tr("Certificate"), true, [&](QPagedPaintDevice& paper) { printCertificate(*at, paper); });
  return replaceFile(path.toStdString(), bytes.toStdString());
}

void ReportDialog::askCertificate(const QString& block) {
  const QString path = ask(tr("Save the certificate"), tr("certificate-%1.pdf").arg(block), tr("PDF (*.pdf)"));
  if (!path.isEmpty()) tell(exportCertificate(block, path), path);
}

void ReportDialog::setTexts() {
  m_page = m_make();
  setWindowTitle(tr("Report"));
  const ReportTotals totals = totalsOf(m_page.report);
  m_name->setText(m_page.printed.learner.isEmpty() ? tr("Learner") : m_page.printed.learner);
  m_name->setProperty("anyLanguage", !m_page.printed.learner.isEmpty());
  m_figures->setText(tr("%1 of %2 tasks passed · %3 with the lessons · %4").arg(totals.passed).arg(totals.tasks).arg(spentText(totals.seconds), m_page.printed.date));
  m_radar->setContent(m_page.printed.axes);
  fillTable();
  m_said->clear();
  m_pdf->setText(tr("Save as PDF…"));
  m_pdf->setToolTip(tr("<b>Save as PDF…</b><br>The report on paper, task by task.<br>To print or to hand in."));
  m_json->setText(tr("Save as JSON…"));
  m_json->setToolTip(tr("<b>Save as JSON…</b><br>The same figures as a file that programs read.<br>A teacher merges the files of a class into one table."));
  m_certificate->setText(tr("Certificate"));
  m_certificate->setEnabled(!m_page.certificates.empty());
  m_certificate->setToolTip(m_page.certificates.empty() ? tr("<b>Certificate</b><br>There is one for each block whose every task is passed; none is finished yet.")
                                                        : tr("<b>Certificate</b><br>Saves the certificate of a finished block as a PDF.<br>Every task of the block is passed."));
  m_blocks->clear();
  for (const PrintedCertificate& one : m_page.certificates) {
    const QString name = blockName(one.block.toStdString());
    connect(m_blocks->addAction(tr("Block %1…").arg(name)), &QAction::triggered, this, [this, block = one.block] { askCertificate(block); });
  }
}

void ReportDialog::fillTable() {
  m_table->setAccessibleName(tr("Lessons"));
  m_table->setToolTip(tr("<b>Lessons</b> Up, Down<br>What was passed, tried and asked for, lesson by lesson."));
  m_table->setHorizontalHeaderLabels({QString(), tr("Lesson"), tr("Tasks"), tr("Attempts"), tr("Hints"), tr("Time")});
  m_table->setRowCount(static_cast<int>(m_page.printed.lessons.size()));
  for (int row = 0; row < m_table->rowCount(); ++row) {
    const PrintedLesson& lesson = m_page.printed.lessons[static_cast<std::size_t>(row)];
    const LessonReport& done = m_page.report.lessons[static_cast<std::size_t>(row)];
    const ReportTotals totals = totalsOf({{}, {}, {done}});
    const QString cells[] = {QString::number(lesson.number), lesson.title, tr("%1 of %2").arg(totals.passed).arg(totals.tasks), formatInteger(totals.attempts), formatInteger(totals.hints), spentText(lesson.seconds)};
    for (int column = 0; column < 6; ++column) {
      auto* item = new QTableWidgetItem(cells[column]);
      item->setTextAlignment((column == 1 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
      m_table->setItem(row, column, item);
    }
  }
  m_table->verticalHeader()->setDefaultSectionSize(theme().px(28));
  for (int column = 0; column < 6; ++column) {
    m_table->horizontalHeaderItem(column)->setTextAlignment((column == 1 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(column, column == 1 ? QHeaderView::Stretch : QHeaderView::Fixed);
    if (column != 1) m_table->setColumnWidth(column, theme().px(column == 0 ? 32 : 88));
  }
}

void ReportDialog::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) setTexts();
  QDialog::changeEvent(event);
}

} // namespace glassbox
