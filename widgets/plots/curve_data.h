// One growing curve, kept so that drawing it costs the same after a thousand and after ten million points.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace glassbox {

/// One or several neighbouring measurements: `count` values between `min` and `max` around `mean`. A mean that is not finite is a gap.
struct CurvePoint {
  double x = 0;
  float min = 0;
  float max = 0;
  float mean = 0;
  std::uint32_t count = 1;

  static CurvePoint of(double x, double value) {
    const auto v = static_cast<float>(value);
    return {x, v, v, v, 1};
  }
  bool operator==(const CurvePoint&) const = default;
};

/// A stretch of a curve, merged for drawing.
struct CurveBucket {
  double x = 0;    // middle of the stretch
  double xEnd = 0; // its last point
  float min = 0;   // of the finite values; NaN when there is none
  float max = 0;
  float mean = 0; // weighted by count
  std::uint64_t count = 0;
  bool gap = false; // holds a point that is not a number
};

/// Points in order of x, and above them levels that each merge eight nodes of the level below.
class CurvePyramid {
 public:
  void append(const CurvePoint& point); // x must be larger than that of the last point
  void truncate(std::size_t size);
  /// Merges neighbours: `ends` are the indices behind the last point of each new one. Values are kept, points become fewer.
  void merge(std::span<const std::size_t> ends);
  void clear();

  std::size_t size() const { return m_base.size(); }
  bool empty() const { return m_base.empty(); }
  const CurvePoint& at(std::size_t i) const { return m_base[i]; }
  /// Index of the first point with x >= `x`; size() when there is none.
  std::size_t lowerBound(double x) const;

  /// The curve from x0 to x1 in at most `maxBuckets` stretches, with one point beyond each end so that lines run off the edge.
  /// Stretches begin at multiples of a power of two, so that appending moves none of those already drawn.
  /// `touched` counts the nodes looked at: at most four a stretch, whatever the size.
  std::vector<CurveBucket> query(double x0, double x1, std::size_t maxBuckets, std::size_t* touched = nullptr) const;

 private:
  struct Node {
    float min;
    float max;
    double weightedSum = 0; // of mean * count, finite points only
    std::uint64_t count = 0;
    std::uint32_t gaps = 0;

    static Node of(const CurvePoint& point);
    void add(const Node& other);
  };

  std::vector<CurvePoint> m_base;
  std::vector<std::vector<Node>> m_levels; // m_levels[k][i] merges the points i * 8^(k+1) up to the next multiple
};

/// The raw curve and its exponentially smoothed companion. Of a long run neighbouring points are merged, all to the same number of
/// values: it never holds more than kMostPoints, however long it goes on, and its beginning is drawn as finely as its end.
class CurveData {
 public:
  static constexpr std::size_t kMostPoints = std::size_t{1} << 17;

  /// Points at or behind the first new x are dropped first: the run was rewound and goes another way.
  void append(std::span<const CurvePoint> points);
  void truncateAfter(double x);
  void clear();

  /// s = k s + (1 - k) v, once for each of the `count` values of a merged point; 0 switches smoothing off. Gaps keep s.
  void setSmoothing(double k);
  double smoothing() const { return m_k; }
  bool isSmoothed() const { return m_k > 0; }

  const CurvePyramid& raw() const { return m_raw; }
  /// What is drawn at full strength and read in the legend.
  const CurvePyramid& drawn() const { return isSmoothed() ? m_smooth : m_raw; }

  /// The last point of the drawn curve that is a number.
  std::optional<CurvePoint> end() const;
  /// The drawn point nearest to x.
  std::optional<CurvePoint> nearest(double x) const;
  /// Grows with every change, so that a plot knows whether it has something new to draw.
  std::uint64_t revision() const { return m_revision; }

 private:
  void appendSmoothed(const CurvePoint& point);
  void restoreSmoothState();
  void makeRoom();

  CurvePyramid m_raw;
  CurvePyramid m_smooth;
  double m_k = 0;
  std::optional<double> m_state;
  std::uint64_t m_revision = 0;
};

} // namespace glassbox
