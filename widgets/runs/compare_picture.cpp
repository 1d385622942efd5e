#include "widgets/runs/compare_picture.h"

#include "widgets/common/class_name.h"
#include "widgets/common/empty_state.h"
#include "widgets/common/section_label.h"
#include "widgets/common/theme_manager.h"
#include "widgets/plots/heat_map.h"
#include "widgets/views/look_pages.h"
#include "widgets/views/probe.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace glassbox {
namespace {

constexpr int kLeastWidth = 240, kLeastHeight = 264;

} // namespace

ComparePicture::ComparePicture(QWidget* parent) : QWidget(parent), m_probe(new Probe(this)), m_column(new QVBoxLayout(this)) {
  m_column->setContentsMargins(0, 0, 0, 0);
  m_column->setSpacing(4);
  connect(m_probe, &Probe::answered, this, &ComparePicture::take);
}

void ComparePicture::setSubject(const ProbeSubject& subject) {
  m_subject = subject;
  while (QLayoutItem* item = m_column->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  m_page = nullptr;
  m_head = nullptr;
  m_counts = nullptr;
  m_hasPicture = false;
  const Analysis analysis = analyse(*subject.spec);
  if (SurfacePage::suits(subject, analysis)) m_page = new SurfacePage;
  else if (FitPage::suits(subject, analysis)) m_page = new FitPage;
  if (m_page) {
    m_page->setSubject(subject);
    m_column->addWidget(m_page);
  } else if (ConfusionPage::suits(subject, analysis)) {
    m_head = new SectionLabel(SectionLabel::Kind::Section, this);
    m_counts = new HeatMap(this);
    m_column->addWidget(m_head);
    m_column->addWidget(m_counts, 1);
    showCounts();
  } else {
    auto* none = new EmptyState(this);
    none->setContent({QStringLiteral("eye"), tr("These data have no picture that fits here: compare the curves below."), QString()});
    m_column->addWidget(none);
  }
  m_probe->setSubject(subject);
  wish();
}

void ComparePicture::wish() {
  ProbeWish wish;
  if (isVisible() && m_page) wish = m_page->wish();
  if (isVisible() && m_counts) wish.confusion = true;
  m_probe->setWish(wish);
}

void ComparePicture::offer(std::span<const float> weights, std::int64_t step) {
  if (m_page || m_counts) m_probe->offer(weights, step);
}

void ComparePicture::setLive(bool live) { m_probe->setLive(live); }

void ComparePicture::take(const ProbeAnswerPtr& answer) {
  m_answer = answer;
  if (m_page) {
    m_page->setAnswer(*answer);
    m_hasPicture = m_page->hasPicture();
  } else if (m_counts && answer->confusion) {
    m_hasPicture = true;
    showCounts();
  }
}

void ComparePicture::showCounts() {
  HeatMapContent content;
  content.ramp = HeatRamp::Probability;  // counts are shares of the largest one; small ones must be seen too
  content.format = CellFormat::Integer;
  content.showBar = false;
  content.name = tr("Confusion matrix");
  content.rowTitle = tr("true class");
  content.columnTitle = tr("predicted class");
  QString part;
  if (m_hasPicture) part = m_answer->confusion->part == Part::Test ? tr("test") : m_answer->confusion->part == Part::Validation ? tr("validation") : tr("training");
  m_head->setContent(content.name, part);
  if (m_hasPicture) {
    const ConfusionCounts& counts = *m_answer->confusion;
    content.rows = content.columns = counts.classes;
    double largest = 1;
    for (const std::int64_t count : counts.counts) {
      content.values.push_back(static_cast<double>(count));
      largest = std::max(largest, content.values.back());
    }
    content.scale = largest;
    for (int k = 0; k < counts.classes; ++k) content.rowHeads << className(*m_subject.data, k);
    content.columnHeads = content.rowHeads;
  }
  m_counts->setContent(content);
}

QSize ComparePicture::minimumSizeHint() const { return {theme().px(kLeastWidth), theme().px(kLeastHeight)}; }

void ComparePicture::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  wish();
}

void ComparePicture::hideEvent(QHideEvent* event) {
  QWidget::hideEvent(event);
  m_probe->setWish({});
}

void ComparePicture::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange && m_counts) showCounts();
  if (event->type() == QEvent::LanguageChange && m_subject.spec && !m_page && !m_counts) setSubject(m_subject);
  QWidget::changeEvent(event);
}

} // namespace glassbox
