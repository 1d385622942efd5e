#include "app/cli/picture_decoder.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cstring>

namespace glassbox::cli {
namespace {

constexpr std::array kFormats{"png", "jpeg", "jpg", "bmp", "gif", "pgm", "pbm", "ppm", "webp"};
constexpr std::int64_t kMaxPixels = std::int64_t{64} << 20; // 256 MB at 4 bytes each

} // namespace

Result<Picture> decodePicture(std::span<const std::uint8_t> bytes, const std::string& name) {
  const Text hint = GB_TEXT("cli", "Remove the file, or save it anew as PNG.");
  QByteArray view = QByteArray::fromRawData(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()));
  QBuffer buffer(&view);
  if (!buffer.open(QIODevice::ReadOnly)) return Error(GB_TEXT("cli", "%1 is not a picture that can be read.").arg(name), {}, hint);
  const QByteArray format = QImageReader::imageFormat(&buffer);
  if (format.isEmpty() || std::none_of(kFormats.begin(), kFormats.end(), [&](const char* known) { return format == known; }))
    return Error(GB_TEXT("cli", "%1 is not a picture that can be read.").arg(name), {}, hint);
  QImageReader reader(&buffer, format);
  reader.setAutoDetectImageFormat(false);
  reader.setAutoTransform(true);
  const QSize size = reader.size();
  if (size.isValid() && std::int64_t{size.width()} * size.height() > kMaxPixels)
    return Error(GB_TEXT("cli", "%1 has %2 x %3 pixels, more than can be read.").arg(name).arg(size.width()).arg(size.height()), {},
                 GB_TEXT("cli", "Make it smaller."));
  QImageReader::setAllocationLimit(256);
  QImage image = reader.read();
  if (image.isNull() || image.width() <= 0 || image.height() <= 0)
    return Error(GB_TEXT("cli", "%1 is a damaged picture (%2).").arg(name).arg(reader.errorString().toStdString()), {}, hint);

  Picture out;
  if (image.hasAlphaChannel()) {
    const QImage own = image.convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < own.height() && !out.transparent; ++y) {
      const auto* line = reinterpret_cast<const QRgb*>(own.constScanLine(y));
      out.transparent = std::any_of(line, line + own.width(), [](QRgb pixel) { return qAlpha(pixel) != 255; });
    }
    QImage white(own.size(), QImage::Format_RGB32);
    white.fill(Qt::white);
    QPainter(&white).drawImage(0, 0, own);
    image = white;
  }
  image = image.convertToFormat(QImage::Format_RGB888);
  if (image.isNull()) return Error(GB_TEXT("cli", "There is not enough memory for this."));
  out.width = image.width();
  out.height = image.height();
  const std::size_t line = 3 * static_cast<std::size_t>(out.width);
  out.pixels.resize(line * static_cast<std::size_t>(out.height));
  for (int y = 0; y < out.height; ++y) std::memcpy(out.pixels.data() + static_cast<std::size_t>(y) * line, image.constScanLine(y), line);
  return out;
}

} // namespace glassbox::cli
