#include "widgets/stepper/entered_text.h"

#include "engine/core/text.h"
#include "widgets/common/number_format.h"
#include "widgets/common/slider_field.h"

#include <QRegularExpression>
#include <QStringList>

#include <cmath>

namespace glassbox {
namespace {

QString numbersText(const std::vector<double>& numbers) {
  QStringList parts;
  for (const double value : numbers) parts << QString::number(value, 'g', 9);
  return parts.join(QStringLiteral(", "));
}

Result<std::vector<double>> readNumbers(const QString& text, int line) {
  static const QRegularExpression gap(QStringLiteral("[,，\\s]+"));
  std::vector<double> numbers;
  for (const QString& word : text.split(gap, Qt::SkipEmptyParts)) {
    numbers.push_back(typedNumber(word));
    if (!std::isfinite(numbers.back())) return Error(GB_TEXT("stepper", "Line %1: \"%2\" is not a number.").arg(line).arg(word.toStdString()));
  }
  return numbers;
}

} // namespace

QString writeSamples(const std::vector<EnteredSample>& samples) {
  QStringList lines;
  for (const EnteredSample& sample : samples) {
    QStringList inputs;
    for (const std::vector<double>& input : sample.inputs) inputs << numbersText(input);
    lines << inputs.join(QStringLiteral("; ")) + QStringLiteral(" → ") + numbersText(sample.target);
  }
  return lines.join(u'\n');
}

Result<std::vector<EnteredSample>> readSamples(const QString& text, int most) {
  std::vector<EnteredSample> samples;
  int line = 0;
  for (QString row : text.split(u'\n')) {
    ++line;
    if (row.trimmed().isEmpty()) continue;
    row.replace(QStringLiteral("->"), QStringLiteral("→"));
    const QStringList sides = row.split(u'→');
    if (sides.size() != 2) return Error(GB_TEXT("stepper", "Line %1 needs one arrow between the inputs and the target: 0.5, -1.2 -> 1.").arg(line));
    EnteredSample sample;
    for (const QString& input : sides[0].split(QRegularExpression(QStringLiteral("[;；]")))) {
      Result<std::vector<double>> numbers = readNumbers(input, line);
      if (!numbers) return numbers.error();
      sample.inputs.push_back(std::move(*numbers));
    }
    Result<std::vector<double>> target = readNumbers(sides[1], line);
    if (!target) return target.error();
    sample.target = std::move(*target);
    samples.push_back(std::move(sample));
  }
  if (samples.empty()) return Error(GB_TEXT("stepper", "There is no sample yet: write one, such as 0.5, -1.2 -> 1."));
  if (static_cast<int>(samples.size()) > most) return Error(GB_TEXT("stepper", "A step takes up to %1 samples, and these are %2.").arg(most).arg(samples.size()));
  return samples;
}

std::vector<EnteredSample> samplesOf(const Trace& trace, const Analysis& analysis) {
  std::vector<EnteredSample> samples(static_cast<std::size_t>(trace.batch));
  const auto rowOf = [&](const TraceEntry& entry, std::size_t sample) {
    const std::size_t size = entry.values.size() / samples.size();
    const auto begin = entry.values.begin() + static_cast<std::ptrdiff_t>(sample * size);
    return std::vector<double>(begin, begin + static_cast<std::ptrdiff_t>(size));
  };
  for (std::size_t i = 0; i < samples.size(); ++i) {
    for (const NodeId& input : analysis.inputs)
      if (const TraceEntry* entry = trace.find(input + ".out")) samples[i].inputs.push_back(rowOf(*entry, i));
    if (const TraceEntry* target = trace.find(analysis.loss + ".target")) samples[i].target = rowOf(*target, i);
  }
  return samples;
}

} // namespace glassbox
