#include "widgets/diagram/data_caption.h"

#include "widgets/common/number_format.h"
#include "widgets/model/language.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

constexpr std::int64_t kMostDots = 300;

QString say(const char* text) { return QCoreApplication::translate("DataCaption", text); }

/// The first picture of the data, white on black as it is stored.
QImage firstPicture(const Field& field) {
  const Shape& shape = field.type.shape;
  const int height = static_cast<int>(shape[shape.rank() - 2]), width = static_cast<int>(shape[shape.rank() - 1]);
  std::vector<float> numbers(static_cast<std::size_t>(shape.count()));
  field.read(0, numbers.data());
  QImage image(width, height, QImage::Format_Grayscale8);
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x) image.scanLine(y)[x] = static_cast<uchar>(std::clamp(numbers[static_cast<std::size_t>(y * width + x)], 0.0f, 1.0f) * 255.0f);
  return image;
}

std::vector<DataDot> dotsOf(const Dataset& data, std::int64_t inputs) {
  std::vector<DataDot> dots;
  std::vector<float> sample(2), target(static_cast<std::size_t>(data.target.type.shape.count()));
  const std::int64_t n = std::min(kMostDots, data.samples());
  float largest = 1e-6f;
  for (std::int64_t i = 0; i < n; ++i) {
    data.inputs[0].read(i, sample.data());
    DataDot dot{sample[0], sample[1], 0};
    data.target.read(i, target.data());
    if (inputs == 1) dot.y = target[0];
    else dot.group = static_cast<int>(target[0]);
    largest = std::max({largest, std::abs(dot.x), std::abs(dot.y)});
    dots.push_back(dot);
  }
  for (DataDot& dot : dots) dot.x /= largest, dot.y /= largest;
  return dots;
}

} // namespace

DataCaption captionOf(const Dataset& data) {
  DataCaption caption;
  caption.title = translated(data.title);
  const QString count = formatInteger(data.samples());
  caption.groups = std::max(2, static_cast<int>(data.classes()));
  if (data.inputs.empty()) return caption;
  const Field& x = data.inputs[0];
  const std::int64_t inputs = x.type.shape.count();
  const bool numberTarget = data.task == DataTask::Regression && data.target.type.shape.count() == 1;
  if ((inputs == 2 && data.task != DataTask::Regression) || (inputs == 1 && numberTarget)) {
    caption.line = say(QT_TRANSLATE_NOOP("DataCaption", "%1 points")).arg(count);
    caption.dots = dotsOf(data, inputs);
  } else if (x.isBytes() && x.type.shape.rank() >= 2) {
    caption.line = say(QT_TRANSLATE_NOOP("DataCaption", "%1 pictures")).arg(count);
    caption.picture = firstPicture(x);
  } else {
    caption.line = say(QT_TRANSLATE_NOOP("DataCaption", "%1 rows")).arg(count);
  }
  return caption;
}

} // namespace glassbox
