// Pictures and tables of plots as files. Every file is written whole or not at all.
#pragma once

#include "widgets/plots/curve_data.h"

#include <QByteArray>
#include <QSize>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

class QMenu;
class QPaintDevice;
class QWidget;

namespace glassbox {

enum class PictureFormat { Png, Svg, Pdf };

/// Draws a picture of the given size on the device; `vector` is false for pixels.
using PaintPicture = std::function<void(QPaintDevice& device, bool vector)>;

struct NamedCurve {
  QString name;
  const CurvePyramid* points = nullptr;
};

/// Writes the picture. PNG has two pixels for each of `size`. Returns what went wrong, in words for the user, or nothing.
std::optional<QString> writePicture(const QString& path, PictureFormat format, QSize size, const QString& title, const PaintPicture& paint);

/// Writes the rows curve, step, mean, min, max, count. Returns what went wrong, in words for the user, or nothing.
std::optional<QString> writeCurves(const QString& path, const std::vector<NamedCurve>& curves);

/// Writes `bytes` to a new file and then puts it in the place of the old one.
std::optional<QString> writeFile(const QString& path, const QByteArray& bytes);

/// What a context menu can write of a picture. `picture` and `table` return what went wrong, in words for the user, or nothing.
struct ExportChoices {
  QWidget* over = nullptr;  ///< the question for a file stands over it
  QString title{};          ///< of the picture; the proposed name
  bool full = true;         ///< there is something to write
  std::function<std::optional<QString>(const QString& path, PictureFormat format)> picture;
  std::function<std::optional<QString>(const QString& path)> table;
  std::function<void(const QString& path, const std::optional<QString>& problem)> done;
};
/// Save as PNG, SVG, PDF and the values as CSV, behind what the menu holds.
void addExports(QMenu& menu, const ExportChoices& choices);

/// A number as a CSV cell: the shortest text that reads back as the same number.
QByteArray csvNumber(double value);

/// A text as a CSV cell. A text that a spreadsheet would take for a formula (= + - @) is quoted and begins with an apostrophe.
QByteArray csvText(const QString& text);

} // namespace glassbox
