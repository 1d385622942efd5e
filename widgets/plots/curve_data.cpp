#include "widgets/plots/curve_data.h"

#include "engine/core/even_groups.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <limits>

namespace glassbox {
namespace {

constexpr std::size_t kFanOut = 8;
constexpr unsigned kFanOutBits = 3; // 2^3 = 8
constexpr float kNone = std::numeric_limits<float>::quiet_NaN();

bool isGap(const CurvePoint& point) { return !std::isfinite(point.mean); }

} // namespace

CurvePyramid::Node CurvePyramid::Node::of(const CurvePoint& point) {
  if (isGap(point)) return {kNone, kNone, 0, 0, 1};
  return {point.min, point.max, static_cast<double>(point.mean) * point.count, point.count, 0};
}

void CurvePyramid::Node::add(const Node& other) {
  // fmin and fmax ignore a NaN when the other side is a number, which is what an empty node needs.
  min = std::fmin(min, other.min);
  max = std::fmax(max, other.max);
  weightedSum += other.weightedSum;
  count += other.count;
  gaps += other.gaps;
}

void CurvePyramid::append(const CurvePoint& point) {
  assert(m_base.empty() || point.x > m_base.back().x);
  const std::size_t index = m_base.size();
  m_base.push_back(point);
  const Node leaf = Node::of(point);
  std::size_t node = index / kFanOut;
  for (std::size_t level = 0;; ++level, node /= kFanOut) {
    if (level == m_levels.size()) {
      if (level > 0 && m_levels[level - 1].size() <= 1) break; // a level of one node needs none above it
      m_levels.emplace_back();
      // A new top level begins when its first node is complete below; it must hold what came before.
      if (level > 0)
        for (std::size_t i = 0; i + 1 < m_levels[level - 1].size(); ++i) {
          if (i % kFanOut == 0)
            m_levels[level].push_back(m_levels[level - 1][i]);
          else
            m_levels[level].back().add(m_levels[level - 1][i]);
        }
    }
    auto& nodes = m_levels[level];
    if (node == nodes.size())
      nodes.push_back(leaf);
    else
      nodes[node].add(leaf);
  }
}

void CurvePyramid::truncate(std::size_t size) {
  if (size >= m_base.size()) return;
  m_base.resize(size);
  std::size_t span = 1, below = size;
  for (std::size_t level = 0; level < m_levels.size(); ++level) {
    span *= kFanOut;
    auto& nodes = m_levels[level];
    nodes.resize((size + span - 1) / span);
    // Only the last node of each level has lost something; it is made again from the (at most eight) nodes below it.
    if (!nodes.empty()) {
      const std::size_t first = (nodes.size() - 1) * kFanOut;
      Node merged = level == 0 ? Node::of(m_base[first]) : m_levels[level - 1][first];
      for (std::size_t i = first + 1; i < below; ++i) merged.add(level == 0 ? Node::of(m_base[i]) : m_levels[level - 1][i]);
      nodes.back() = merged;
    }
    below = nodes.size();
  }
}

void CurvePyramid::merge(std::span<const std::size_t> ends) {
  const std::vector<CurvePoint> points = std::move(m_base);
  clear();
  m_base.reserve(points.size());
  std::size_t i = 0;
  for (const std::size_t end : ends) {
    CurvePoint all = points[i];
    bool gap = isGap(all);
    for (++i; i < end; ++i) {
      const CurvePoint& next = points[i];
      gap = gap || isGap(next);
      const std::uint32_t count = all.count + next.count;
      all.mean = static_cast<float>((static_cast<double>(all.mean) * all.count + static_cast<double>(next.mean) * next.count) / count);
      all.min = std::min(all.min, next.min);
      all.max = std::max(all.max, next.max);
      all.count = count;
    }
    all.x = points[end - 1].x;
    append(gap ? CurvePoint::of(all.x, kNone) : all);  // a gap stays to be seen
  }
}

void CurvePyramid::clear() {
  m_base.clear();
  m_levels.clear();
}

std::size_t CurvePyramid::lowerBound(double x) const {
  const auto found = std::lower_bound(m_base.begin(), m_base.end(), x, [](const CurvePoint& p, double value) { return p.x < value; });
  return static_cast<std::size_t>(found - m_base.begin());
}

std::vector<CurveBucket> CurvePyramid::query(double x0, double x1, std::size_t maxBuckets, std::size_t* touched) const {
  std::vector<CurveBucket> out;
  if (m_base.empty() || maxBuckets < 2) return out;
  std::size_t first = lowerBound(x0);
  if (first > 0) --first;
  std::size_t last = lowerBound(x1); // inclusive: the point at or just behind x1
  last = std::min(last, m_base.size() - 1);
  if (first > last) return out;

  // Smallest power of two that leaves no more than maxBuckets stretches (one more can come from the alignment).
  const std::size_t points = last - first + 1;
  const std::size_t wanted = (points + maxBuckets - 2) / (maxBuckets - 1);
  const std::size_t stride = std::bit_ceil(std::max<std::size_t>(1, wanted));
  const auto strideBits = static_cast<unsigned>(std::countr_zero(stride));

  // The deepest merging that still divides the stride: a stretch is then made of at most four nodes.
  unsigned level = strideBits / kFanOutBits; // 0 = points, k = m_levels[k - 1]
  level = std::min(level, static_cast<unsigned>(m_levels.size()));
  const std::size_t nodeSpan = std::size_t{1} << (kFanOutBits * level);
  const std::size_t perStretch = stride / nodeSpan;

  for (std::size_t stretch = first / stride; stretch <= last / stride; ++stretch) {
    const std::size_t begin = stretch * stride;
    const std::size_t end = std::min(begin + stride, m_base.size());
    Node merged{kNone, kNone, 0, 0, 0};
    const std::size_t nodes = level == 0 ? m_base.size() : m_levels[level - 1].size();
    for (std::size_t i = stretch * perStretch; i < std::min((stretch + 1) * perStretch, nodes); ++i) {
      merged.add(level == 0 ? Node::of(m_base[i]) : m_levels[level - 1][i]);
      if (touched) ++*touched;
    }
    CurveBucket bucket;
    bucket.x = stride == 1 ? m_base[begin].x : (m_base[begin].x + m_base[end - 1].x) / 2;
    bucket.xEnd = m_base[end - 1].x;
    bucket.min = merged.min;
    bucket.max = merged.max;
    bucket.mean = merged.count > 0 ? static_cast<float>(merged.weightedSum / static_cast<double>(merged.count)) : kNone;
    bucket.count = merged.count;
    bucket.gap = merged.gaps > 0;
    out.push_back(bucket);
  }
  return out;
}

void CurveData::append(std::span<const CurvePoint> points) {
  if (points.empty()) return;
  if (!m_raw.empty() && points.front().x <= m_raw.at(m_raw.size() - 1).x) {
    m_raw.truncate(m_raw.lowerBound(points.front().x));
    m_smooth.truncate(m_raw.size());
    restoreSmoothState();
  }
  for (const CurvePoint& point : points) {
    makeRoom();
    m_raw.append(point);
    if (isSmoothed()) appendSmoothed(point);
  }
  ++m_revision;
}

void CurveData::makeRoom() {
  if (m_raw.size() < kMostPoints) return;
  const EvenGroups groups = evenGroups(m_raw.size(), [this](std::size_t i) { return m_raw.at(i).count; }, kMostPoints / 4 * 3);
  m_raw.merge(groups.ends);
  if (isSmoothed()) m_smooth.merge(groups.ends);
}

void CurveData::truncateAfter(double x) {
  std::size_t keep = m_raw.lowerBound(x);
  if (keep < m_raw.size() && m_raw.at(keep).x == x) ++keep;
  if (keep == m_raw.size()) return;
  m_raw.truncate(keep);
  m_smooth.truncate(keep);
  restoreSmoothState();
  ++m_revision;
}

void CurveData::clear() {
  m_raw.clear();
  m_smooth.clear();
  m_state.reset();
  ++m_revision;
}

void CurveData::setSmoothing(double k) {
  const double bounded = std::clamp(k, 0.0, 0.9999);
  if (bounded == m_k) return;
  m_k = bounded;
  m_smooth.clear();
  m_state.reset();
  if (isSmoothed())
    for (std::size_t i = 0; i < m_raw.size(); ++i) appendSmoothed(m_raw.at(i));
  ++m_revision;
}

void CurveData::appendSmoothed(const CurvePoint& point) {
  if (isGap(point)) {
    m_smooth.append(CurvePoint::of(point.x, kNone));
    return;
  }
  const double keep = std::pow(m_k, std::max<std::uint32_t>(1, point.count));
  m_state = m_state ? *m_state * keep + point.mean * (1 - keep) : point.mean;
  CurvePoint smoothed = CurvePoint::of(point.x, *m_state);
  smoothed.count = point.count;
  m_smooth.append(smoothed);
}

void CurveData::restoreSmoothState() {
  m_state.reset();
  for (std::size_t i = m_smooth.size(); i > 0 && !m_state; --i)
    if (!isGap(m_smooth.at(i - 1))) m_state = m_smooth.at(i - 1).mean;
}

std::optional<CurvePoint> CurveData::end() const {
  const CurvePyramid& curve = drawn();
  for (std::size_t i = curve.size(); i > 0; --i)
    if (!isGap(curve.at(i - 1))) return curve.at(i - 1);
  return std::nullopt;
}

std::optional<CurvePoint> CurveData::nearest(double x) const {
  const CurvePyramid& curve = drawn();
  if (curve.empty()) return std::nullopt;
  std::size_t i = std::min(curve.lowerBound(x), curve.size() - 1);
  if (i > 0 && x - curve.at(i - 1).x < curve.at(i).x - x) --i;
  return curve.at(i);
}

} // namespace glassbox
