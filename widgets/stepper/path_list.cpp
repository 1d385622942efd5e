#include "widgets/stepper/path_list.h"

#include "engine/trace/trace.h"
#include "widgets/common/number_format.h"
#include "widgets/common/theme_manager.h"
#include "widgets/formula/formula_widget.h"
#include "widgets/stepper/number_line.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace glassbox {
namespace {

constexpr std::size_t kShown = 6;

/// "dense1_{0,3}" as TeX: the node's name upright, the index below.
QString letter(const std::string& element) {
  const Result<ElementRef> ref = parseElement(element);
  if (!ref) return QString::fromStdString(element);
  QString name = QString::fromStdString(ref->name), index;
  if (name.endsWith(QStringLiteral(".out"))) name.chop(4);
  name.replace(u'_', QStringLiteral(" "));
  for (const std::int64_t i : ref->index) index += (index.isEmpty() ? QString() : QStringLiteral(",")) + QString::number(i);
  return QStringLiteral("\\text{%1}_{%2}").arg(name, index);
}

QString texOf(const GradientPath& path) {
  constexpr std::size_t kLetters = 4, kNumbers = 5;  // in a row: a long way would else be written very small
  const QString nextRow = QStringLiteral(" \\\\ & \\quad ");
  QString letters, numbers;
  for (std::size_t i = 0; i < path.links.size(); ++i) {
    const PathLink& link = path.links[i];
    const QString above = i == 0 ? QStringLiteral("L") : letter(link.of);
    if (i > 0 && i % kLetters == 0) letters += nextRow;
    letters += QStringLiteral("\\frac{\\partial %1}{\\link{%3}{\\partial %2}}\\,").arg(above, letter(link.by), QString::fromStdString(link.by));
    if (i > 0) numbers += QStringLiteral("\\cdot ");
    if (i > 0 && i % kNumbers == 0) numbers += nextRow;
    numbers += texNumber(link.value, TexNumber::Factor);
  }
  return QStringLiteral("\\begin{aligned} & %1 \\\\ & = %2 = %3 \\end{aligned}").arg(letters, numbers, texNumber(path.product, TexNumber::Factor));
}

} // namespace

PathList::PathList(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this)), m_remark(new QLabel(this)) {
  m_column->setContentsMargins(0, 0, 0, 0);
  m_column->setSpacing(theme().px(8));
  m_remark->setWordWrap(true);
  m_remark->setTextFormat(Qt::PlainText);
  setTextRole(m_remark, ColorRole::Text2);
  m_column->addWidget(m_remark);
  for (std::size_t i = 0; i < kShown; ++i) {
    auto* formula = new FormulaWidget(this);
    formula->setProperty("anyLanguage", true);  // names of nodes, as files have them
    m_column->addWidget(formula);
    m_formulas.push_back(formula);
    connect(formula, &FormulaWidget::linkActivated, this, &PathList::followed);
  }
}

QString PathList::remark() const { return m_remark->text(); }

void PathList::setContent(const std::shared_ptr<const GradientPaths>& paths) {
  m_paths = paths;
  write();
}

void PathList::write() {
  const std::size_t shown = m_paths ? std::min(kShown, m_paths->paths.size()) : 0;
  for (std::size_t i = 0; i < m_formulas.size(); ++i) {
    m_formulas[i]->setVisible(i < shown);
    if (i >= shown) continue;
    FormulaContent content;
    content.tex = texOf(m_paths->paths[i]);
    content.size = 15;
    content.alignment = Qt::AlignLeft;
    m_formulas[i]->setContent(content);
  }
  if (!m_paths) return m_remark->clear();
  if (m_paths->paths.empty()) return m_remark->setText(tr("No way leads from the loss to this number: its gradient is 0."));
  const QString sum = formatNumber(m_paths->sum);
  if (!m_paths->complete) m_remark->setText(tr("Very many ways lead here. The strongest of them, link by link:"));
  else if (m_paths->count == 1) m_remark->setText(tr("One way leads from the loss to this number. The product of its links is the gradient."));
  else if (shown == m_paths->paths.size() && m_paths->count <= static_cast<double>(shown)) m_remark->setText(tr("%1 ways lead from the loss to this number. Their products add up to the gradient, %2.").arg(static_cast<int>(m_paths->count)).arg(sum));
  else {
    // In a recurrent network there can be more ways than whole numbers have digits for.
    const QString count = m_paths->count < 1e15 ? formatInteger(static_cast<qint64>(m_paths->count)) : formatScientific(m_paths->count, 2);
    m_remark->setText(tr("%1 ways lead from the loss to this number, and their products add up to the gradient, %2. The strongest:").arg(count, sum));
  }
}

void PathList::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) write();
  QWidget::changeEvent(event);
}

} // namespace glassbox
