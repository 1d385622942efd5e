#include "widgets/plots/plot_export.h"

#include "engine/io/atomic_file.h"
#include "widgets/common/icons.h"
#include "widgets/model/language.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QImage>
#include <QMenu>
#include <QMessageBox>
#include <QPageSize>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <charconv>
#include <cmath>

namespace glassbox {
namespace {

constexpr int kPngScale = 2;
constexpr int kPixelsPerInch = 96;
constexpr qreal kPointsPerInch = 72;

class PlotExport {
  Q_DECLARE_TR_FUNCTIONS(PlotExport)

 public:
  static QString notWritten(const QString& path, const Error& why) {
    return tr("%1 was not written. %2").arg(QFileInfo(path).fileName(), translated(why));
  }
  static QString tooLarge(const QString& path) {
    return tr("%1 was not written: the picture is too large for the memory. Make the plot smaller.").arg(QFileInfo(path).fileName());
  }

  static void tell(QWidget* over, const QString& problem) {
    auto* box = new QMessageBox(QMessageBox::Warning, tr("Nothing was written"), problem, QMessageBox::Ok, over);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->open();
  }

  static void fill(QMenu& menu, const ExportChoices& choices) {
    const auto add = [&](const QString& text, const char* sign, const QString& suffix, const QString& filter, const std::function<std::optional<QString>(const QString&)>& write) {
      QAction* action = menu.addAction(icon(sign), text);
      action->setEnabled(choices.full);
      QObject::connect(action, &QAction::triggered, choices.over, [choices, suffix, filter, write] {
        QString proposal = choices.title.toLower().simplified();
        proposal.replace(u' ', u'-').replace(u'/', u'-');
        const QString path = QFileDialog::getSaveFileName(choices.over, tr("Save “%1”").arg(choices.title), proposal + u'.' + suffix, filter);
        if (path.isEmpty()) return;
        const std::optional<QString> problem = write(path);
        choices.done(path, problem);
        if (problem) tell(choices.over, *problem);
      });
    };
    const std::tuple<PictureFormat, QString, QString> pictures[] = {{PictureFormat::Png, tr("Save as PNG…"), QStringLiteral("png")},
                                                                    {PictureFormat::Svg, tr("Save as SVG…"), QStringLiteral("svg")},
                                                                    {PictureFormat::Pdf, tr("Save as PDF…"), QStringLiteral("pdf")}};
    for (const auto& [format, text, suffix] : pictures)
      add(text, "image", suffix, tr("%1 picture (*.%2)").arg(suffix.toUpper(), suffix), [write = choices.picture, as = format](const QString& path) { return write(path, as); });
    add(tr("Save values as CSV…"), "table", QStringLiteral("csv"), tr("Table (*.csv)"), choices.table);
  }
};

template<typename Number> void appendNumber(QByteArray& out, Number value) {
  if constexpr (std::is_floating_point_v<Number>)
    if (!std::isfinite(value)) {
      out += std::isnan(value) ? "nan" : value < 0 ? "-inf" : "inf";
      return;
    }
  char digits[64];
  const auto [end, error] = std::to_chars(digits, digits + sizeof digits, value); // shortest text that reads back as the same number
  Q_ASSERT(error == std::errc());
  out.append(digits, end - digits);
}

} // namespace

void addExports(QMenu& menu, const ExportChoices& choices) { PlotExport::fill(menu, choices); }

QByteArray csvNumber(double value) {
  QByteArray text;
  appendNumber(text, value);
  return text;
}

QByteArray csvText(const QString& text) {
  static const QString formulaStarts = QStringLiteral("=+-@\t\r");
  QString safe = text;
  const bool formula = !text.isEmpty() && formulaStarts.contains(text.at(0));
  if (formula) safe.prepend(u'\'');
  const bool quote = formula || safe.contains(u',') || safe.contains(u'"') || safe.contains(u'\n') || safe.contains(u'\r');
  if (!quote) return safe.toUtf8();
  safe.replace(u'"', QStringLiteral("\"\""));
  return '"' + safe.toUtf8() + '"';
}

std::optional<QString> writeFile(const QString& path, const QByteArray& bytes) {
  const Result<void> written = replaceFile(path.toStdString(), std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
  return written ? std::nullopt : std::optional(PlotExport::notWritten(path, written.error()));
}

std::optional<QString> writePicture(const QString& path, PictureFormat format, QSize size, const QString& title,
                                    const PaintPicture& paint) {
  QBuffer buffer;
  buffer.open(QIODevice::WriteOnly);
  switch (format) {
  case PictureFormat::Png: {
    QImage image(size * kPngScale, QImage::Format_ARGB32_Premultiplied);
    if (image.isNull()) return PlotExport::tooLarge(path);
    image.setDevicePixelRatio(kPngScale);
    image.fill(Qt::transparent);
    paint(image, false);
    if (!image.save(&buffer, "PNG")) return PlotExport::tooLarge(path);
    break;
  }
  case PictureFormat::Svg: {
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setSize(size);
    svg.setViewBox(QRect(QPoint(0, 0), size));
    svg.setResolution(kPixelsPerInch);
    svg.setTitle(title);
    paint(svg, true);
    break;
  }
  case PictureFormat::Pdf: {
    QPdfWriter pdf(&buffer);
    pdf.setTitle(title);
    pdf.setResolution(kPixelsPerInch);
    const QSizeF points = QSizeF(size) * kPointsPerInch / kPixelsPerInch;
    if (!pdf.setPageSize(QPageSize(points, QPageSize::Point)) || !pdf.setPageMargins(QMarginsF())) return PlotExport::tooLarge(path);
    paint(pdf, true);
    break;
  }
  }
  return writeFile(path, buffer.data());
}

std::optional<QString> writeCurves(const QString& path, const std::vector<NamedCurve>& curves) {
  QByteArray text = "curve,step,mean,min,max,count\n";
  for (const NamedCurve& curve : curves) {
    const QByteArray name = csvText(curve.name);
    for (std::size_t i = 0; i < curve.points->size(); ++i) {
      const CurvePoint& point = curve.points->at(i);
      text += name + ',';
      appendNumber(text, point.x);
      for (const float value : {point.mean, point.min, point.max}) {
        text += ',';
        appendNumber(text, value);
      }
      text += ',';
      appendNumber(text, point.count);
      text += '\n';
    }
  }
  return writeFile(path, text);
}

} // namespace glassbox
