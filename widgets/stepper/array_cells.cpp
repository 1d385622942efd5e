#include "widgets/stepper/array_cells.h"

#include "widgets/common/number_format.h"

#include <QCoreApplication>

#include <cmath>

namespace glassbox {
namespace {

double at(const ArrayValues& values, std::int64_t element) { return (*values)[static_cast<std::size_t>(element)]; }

} // namespace

double ArrayCells::value(int row, int column) const { return at(m_array.values, m_layout.elementAt(row, column)); }

CellKind ArrayCells::kind(int row, int column) const {
  const std::int64_t element = m_layout.elementAt(row, column);
  if (element < 0) return CellKind::Gap;
  if (m_array.masked && (*m_array.masked)[static_cast<std::size_t>(element)]) return CellKind::Masked;
  return m_known && !m_known->contains(element) ? CellKind::Hidden : CellKind::Number;
}

std::optional<double> ArrayCells::before(int row, int column) const {
  if (!m_array.before) return std::nullopt;
  const std::int64_t element = m_layout.elementAt(row, column);
  const double now = at(m_array.values, element), then = at(m_array.before, element);
  return now == then || (std::isnan(now) && std::isnan(then)) ? std::nullopt : std::optional(then);
}

QString ArrayCells::spoken(int row, int column) const {
  const std::int64_t element = m_layout.elementAt(row, column);
  if (element < 0) return {};
  const std::vector<std::int64_t> index = m_layout.indexOf(element);
  const QString name = QString::fromStdString(index.empty() ? m_array.name : writeElement(m_array.name, index));
  const auto say = [&](const QString& value) {
    return QCoreApplication::translate("ArrayCells", "%1: %2", "dense1.out[0,1]: 0.25").arg(name, value);
  };
  switch (kind(row, column)) {
  case CellKind::Hidden:
    return say(QStringLiteral("?"));
  case CellKind::Masked:
    return say(QCoreApplication::translate("ArrayCells", "left out by the mask"));
  default:
    break;
  }
  const QString now = formatExact(value(row, column));
  const std::optional<double> then = before(row, column);
  return say(then ? formatExact(*then) + QStringLiteral(" → ") + now : now);
}

} // namespace glassbox
