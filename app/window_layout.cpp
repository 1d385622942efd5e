#include "app/window_layout.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace glassbox {
namespace {

constexpr double kMostExtent = 4000; // px at normal text size: larger than any dock

} // namespace

QByteArray writeLayout(const WindowLayout& layout) {
  QJsonArray folded, extent;
  for (const bool one : layout.docks.folded) folded << one;
  for (const std::optional<double>& one : layout.docks.extent) extent << (one ? QJsonValue(*one) : QJsonValue());
  return QJsonDocument(QJsonObject{{"folded", folded}, {"extent", extent}, {"left", layout.leftTab}, {"bottom", layout.bottomTab}}).toJson(QJsonDocument::Compact);
}

WindowLayout readLayout(const QByteArray& text) {
  const QJsonObject kept = QJsonDocument::fromJson(text).object();
  WindowLayout layout;
  const QJsonArray folded = kept["folded"].toArray(), extent = kept["extent"].toArray();
  for (std::size_t i = 0; i < layout.docks.folded.size(); ++i) {
    layout.docks.folded[i] = folded.at(static_cast<qsizetype>(i)).toBool();
    const QJsonValue size = extent.at(static_cast<qsizetype>(i));
    if (size.isDouble() && size.toDouble() > 0) layout.docks.extent[i] = std::min(size.toDouble(), kMostExtent);
  }
  layout.leftTab = std::clamp(kept["left"].toInt(layout.leftTab), 0, 2);
  layout.bottomTab = std::clamp(kept["bottom"].toInt(layout.bottomTab), 0, 4);
  return layout;
}

} // namespace glassbox
