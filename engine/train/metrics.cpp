#include "engine/train/metrics.h"

#include <algorithm>

namespace glassbox {
namespace {

/// More classes are not counted in pairs: the vocabulary of a language model would take gigabytes.
constexpr std::int64_t kMostConfused = 2000;

/// Index of the largest number; the first of equals.
std::int64_t largest(const float* row, std::int64_t n) { return std::max_element(row, row + n) - row; }

}  // namespace

ClassScores scoresOf(const Metrics& m, std::int64_t classIndex) {
  ClassScores s;
  std::int64_t predicted = 0;
  const auto count = [&](std::int64_t t, std::int64_t p) { return m.confusion[static_cast<std::size_t>(t * m.classes + p)]; };
  for (std::int64_t k = 0; k < m.classes; ++k) {
    s.support += count(classIndex, k);
    predicted += count(k, classIndex);
  }
  const double hit = static_cast<double>(count(classIndex, classIndex));
  if (predicted) s.precision = hit / static_cast<double>(predicted);
  if (s.support) s.recall = hit / static_cast<double>(s.support);
  if (s.precision + s.recall > 0) s.f1 = 2 * s.precision * s.recall / (s.precision + s.recall);
  return s;
}

Evaluator::Evaluator(const Network& network, DatasetPtr data, Part part)
    : m_data(data), m_rows(rows(*data, part)), m_target(network.analysis().nodes.at(network.analysis().loss).target) {
  if (m_rows.size() > 0) m_batches.emplace(data, part, Batches::Options{network.maxBatch(), false, 0});
  const bool classes = m_target.kind == TargetKind::Class, binary = m_target.kind == TargetKind::Binary;
  m_metrics.samples = m_rows.size();
  m_metrics.hasAccuracy = classes || binary;
  m_metrics.hasExact = m_metrics.hasAccuracy && m_target.items > 1;
  m_metrics.hasR2 = m_target.kind == TargetKind::Numbers;
  m_metrics.classes = classes ? (m_target.classes <= kMostConfused ? m_target.classes : 0) : binary && m_target.items == 1 ? 2 : 0;
  m_metrics.confusion.resize(static_cast<std::size_t>(m_metrics.classes * m_metrics.classes));
}

std::int64_t Evaluator::count(const Network& network, const Batch& batch) {
  const float* out = network.output().data();
  const std::int64_t n = batch.size * m_target.items;
  std::int64_t counted = 0;
  bool allRight = true;  // of the sample so far
  for (std::int64_t i = 0; i < n; ++i) {
    if (i % m_target.items == 0) allRight = true;
    const bool counts = !batch.mask || batch.mask[i] != 0;
    if (counts) allRight = countItem(batch.target[i], out, i) && allRight;
    counted += counts;
    m_exact += allRight && (i + 1) % m_target.items == 0;
  }
  m_items += counted;
  return counted;
}

bool Evaluator::countItem(double t, const float* out, std::int64_t i) {
  if (m_metrics.hasR2) {
    m_sum += t;
    m_squares += t * t;
    m_residual += (out[i] - t) * (out[i] - t);
    return false;
  }
  const auto truth = static_cast<std::int64_t>(t);
  const std::int64_t guess = m_target.kind == TargetKind::Class ? largest(out + i * m_target.classes, m_target.classes) : out[i] > 0;
  m_right += truth == guess;
  if (m_metrics.classes) ++m_metrics.confusion[static_cast<std::size_t>(truth * m_metrics.classes + guess)];
  return truth == guess;
}

const Metrics& Evaluator::run(Network& network, Team& team) {
  std::fill(m_metrics.confusion.begin(), m_metrics.confusion.end(), 0);
  m_sum = m_squares = m_residual = 0;
  m_right = m_items = m_exact = 0;
  double lossSum = 0;  // of all items that count, in units of a sample's items
  for (std::int64_t step = 0; m_batches && step < m_batches->perEpoch(); ++step) {
    const Batch& batch = m_batches->at(step, team);
    NetworkInput input;
    input.batch = batch.size;
    input.inputs = batch.inputs;
    input.target = batch.target;
    input.mask = batch.mask;
    input.mode = Mode::Inference;
    const double loss = network.forward(input, team);
    lossSum += loss * static_cast<double>(count(network, batch)) / static_cast<double>(m_target.items);
  }
  if (m_items == 0) return m_metrics;
  m_metrics.loss = lossSum * static_cast<double>(m_target.items) / static_cast<double>(m_items);
  m_metrics.accuracy = static_cast<double>(m_right) / static_cast<double>(m_items);
  m_metrics.exact = static_cast<double>(m_exact) / static_cast<double>(m_rows.size());
  const double total = m_squares - m_sum * m_sum / static_cast<double>(m_items);
  m_metrics.r2 = total > 0 ? 1 - m_residual / total : 0;
  return m_metrics;
}

}  // namespace glassbox
