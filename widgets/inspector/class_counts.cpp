#include "widgets/inspector/class_counts.h"

#include "widgets/common/class_name.h"
#include "widgets/common/number_format.h"
#include "widgets/common/punctuation.h"
#include "widgets/common/theme_manager.h"
#include "widgets/inspector/class_marker.h"

#include <QEvent>
#include <QPainter>

#include <cmath>

namespace glassbox {
namespace {

constexpr std::size_t kMostClasses = 10; // then one row for all the others

} // namespace

ClassCounts::ClassCounts(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, &QWidget::updateGeometry);
}

void ClassCounts::setContent(const DatasetPtr& set) {
  m_data = set;
  setProperty("anyLanguage", set && !set->vocabulary.empty()); // the tokens of a text stay in its language
  count();
}

void ClassCounts::count() {
  m_rows.clear();
  if (m_data) {
    const Dataset& set = *m_data;
    const auto classes = static_cast<std::size_t>(set.classes());
    std::vector<std::array<std::int64_t, 3>> counts(classes);
    std::vector<float> values(static_cast<std::size_t>(set.target.type.shape.count()), 0.0f), mask(values.size(), 1.0f);
    for (const Part part : {Part::Train, Part::Validation, Part::Test}) {
      const RowRange range = glassbox::rows(set, part);
      for (std::int64_t i = range.begin; classes > 0 && i < range.end; ++i) {
        set.target.read(i, values.data());
        if (set.masked()) set.mask.read(i, mask.data());
        for (std::size_t k = 0; k < values.size(); ++k) {
          const auto index = static_cast<std::size_t>(std::max(0L, std::lround(values[k])));
          if (index < classes && mask[k] != 0) ++counts[index][static_cast<std::size_t>(part)];
        }
      }
    }
    Row others{{}, -1, {}};
    for (std::size_t i = 0; i < classes; ++i) {
      if (i < kMostClasses || classes == kMostClasses + 1)
        m_rows.push_back({className(set, static_cast<int>(i)), static_cast<int>(i), counts[i]});
      else
        for (std::size_t part = 0; part < 3; ++part) others.counts[part] += counts[i][part];
    }
    if (classes > kMostClasses + 1) {
      others.name = tr("%1 more").arg(classes - kMostClasses);
      m_rows.push_back(others);
    }
    m_rows.push_back({tr("all"), -1, {set.train, set.validation, set.test}});
  }
  QStringList spoken;
  for (const Row& row : m_rows)
    spoken += tr("%1: %2 training, %3 validation, %4 test")
                  .arg(row.name, formatInteger(row.counts[0]), formatInteger(row.counts[1]), formatInteger(row.counts[2]));
  setAccessibleName(spoken.join(semicolon()));
  updateGeometry();
  update();
}

QSize ClassCounts::sizeHint() const { return {theme().px(184), m_rows.empty() ? 0 : theme().px(20) * static_cast<int>(m_rows.size() + 1)}; }

QSize ClassCounts::minimumSizeHint() const { return {theme().px(120), sizeHint().height()}; }

void ClassCounts::paintEvent(QPaintEvent*) {
  if (m_rows.empty()) return;
  const Theme& t = theme();
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  const int line = t.px(20);
  std::vector<std::size_t> parts{0};
  if (m_data->validation > 0) parts.push_back(1);
  parts.push_back(2);
  const QString heads[] = {tr("train"), tr("valid."), tr("test")};
  p.setFont(t.font(FontRole::Normal));
  int column = p.fontMetrics().horizontalAdvance(formatInteger(m_data->samples()));
  for (const QString& head : heads) column = std::max(column, QFontMetrics(t.font(FontRole::Hint)).horizontalAdvance(head));
  column += t.px(12);
  const int names = width() - column * static_cast<int>(parts.size());
  for (std::size_t i = 0; i <= m_rows.size(); ++i) {
    const int top = line * static_cast<int>(i);
    const bool head = i == 0, all = i == m_rows.size();
    p.setFont(t.font(head ? FontRole::Hint : FontRole::Normal));
    if (all && m_rows.size() > 1) p.fillRect(QRect(0, top, width(), 1), t.color(ColorRole::Line));
    if (!head) {
      const Row& row = m_rows[i - 1];
      int x = 0;
      if (row.classIndex >= 0) {
        paintClassMarker(p, QPointF(t.px(6), top + line / 2.0), row.classIndex, static_cast<int>(m_data->classes()), t.px(8), false);
        x = t.px(18);
      }
      p.setPen(t.color(ColorRole::Text2));
      p.drawText(QRect(x, top, names - x, line), Qt::AlignLeft | Qt::AlignVCenter,
                 p.fontMetrics().elidedText(row.name, Qt::ElideRight, names - x));
    }
    for (std::size_t c = 0; c < parts.size(); ++c) {
      p.setPen(t.color(head ? ColorRole::Text3 : ColorRole::Text));
      p.drawText(QRect(names + column * static_cast<int>(c), top, column, line), Qt::AlignRight | Qt::AlignVCenter,
                 head ? heads[parts[c]] : formatInteger(m_rows[i - 1].counts[parts[c]]));
    }
  }
}

void ClassCounts::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) count();
  QWidget::changeEvent(event);
}

} // namespace glassbox
