#include "widgets/diagram/series_parallel.h"

#include <algorithm>
#include <limits>

namespace glassbox {
namespace {

constexpr int kNone = -1;

/// A piece of the decomposition, between two vertices: a link, two pieces in series at a vertex, or pieces side by side.
struct Piece {
  int link = kNone;           ///< of a link: its index; kNone of one to the common source or sink
  int vertex = kNone;         ///< of a series: where the two meet
  std::vector<int> parts;     ///< from source to sink, or from top to bottom
  int wish = std::numeric_limits<int>::max();  ///< smallest index of a link that enters its sink
};

class Reduction {
public:
  Reduction(int count, const std::vector<std::pair<int, int>>& links) : m_count(count), m_links(links) {
    std::vector<bool> fed(static_cast<std::size_t>(count), false), read(fed);
    for (std::size_t i = 0; i < links.size(); ++i) {
      const auto [from, to] = links[i];
      read[static_cast<std::size_t>(from)] = fed[static_cast<std::size_t>(to)] = true;
      Piece piece;
      piece.link = piece.wish = static_cast<int>(i);
      addEdge(from, to, std::move(piece));
    }
    for (int v = 0; v < count; ++v) {
      if (!fed[static_cast<std::size_t>(v)]) addEdge(source(), v, {});
      if (!read[static_cast<std::size_t>(v)]) addEdge(v, sink(), {});
    }
  }

  std::optional<SeriesParallelOrder> run() {
    for (bool any = true; any;) {
      any = joinParallel();
      any = joinSeries() || any;
    }
    if (m_edges.size() != 1) return std::nullopt;
    SeriesParallelOrder order;
    order.vertices.assign(static_cast<std::size_t>(m_count), 0);
    number(m_edges.front().piece, order);
    return order;
  }

private:
  struct Edge {
    int from, to, piece;
  };
  int source() const { return m_count; }
  int sink() const { return m_count + 1; }

  int add(Piece piece) {
    m_pieces.push_back(std::move(piece));
    return static_cast<int>(m_pieces.size()) - 1;
  }
  void addEdge(int from, int to, Piece piece) { m_edges.push_back({from, to, add(std::move(piece))}); }
  const Piece& piece(int i) const { return m_pieces[static_cast<std::size_t>(i)]; }

  bool joinParallel() {
    std::map<std::pair<int, int>, std::vector<int>> between;
    for (const Edge& edge : m_edges) between[{edge.from, edge.to}].push_back(edge.piece);
    if (between.size() == m_edges.size()) return false;
    m_edges.clear();
    for (auto& [ends, pieces] : between) {
      if (pieces.size() == 1) {
        m_edges.push_back({ends.first, ends.second, pieces.front()});
        continue;
      }
      Piece joined;
      for (const int i : pieces) {
        if (piece(i).vertex == kNone && piece(i).link == kNone && !piece(i).parts.empty())
          joined.parts.insert(joined.parts.end(), piece(i).parts.begin(), piece(i).parts.end());  // side by side already
        else joined.parts.push_back(i);
      }
      std::stable_sort(joined.parts.begin(), joined.parts.end(), [&](int a, int b) { return piece(a).wish < piece(b).wish; });
      joined.wish = piece(joined.parts.front()).wish;
      addEdge(ends.first, ends.second, std::move(joined));
    }
    return true;
  }

  bool joinSeries() {
    bool any = false;
    for (int v = 0; v < m_count; ++v) {
      int in = kNone, out = kNone, ins = 0, outs = 0;
      for (std::size_t i = 0; i < m_edges.size(); ++i) {
        if (m_edges[i].to == v) in = static_cast<int>(i), ++ins;
        if (m_edges[i].from == v) out = static_cast<int>(i), ++outs;
      }
      if (ins != 1 || outs != 1) continue;
      Edge& first = m_edges[static_cast<std::size_t>(in)];
      const Edge second = m_edges[static_cast<std::size_t>(out)];
      Piece joined;
      joined.vertex = v;
      joined.parts = {first.piece, second.piece};
      joined.wish = piece(second.piece).wish;
      first.piece = add(std::move(joined));
      first.to = second.to;
      m_edges.erase(m_edges.begin() + out);
      any = true;
    }
    return any;
  }

  // Depth first: what lies above has been numbered before.
  void number(int at, SeriesParallelOrder& order) {
    const Piece& p = piece(at);
    if (p.link != kNone) order.links[m_links[static_cast<std::size_t>(p.link)]] = m_next++;
    for (std::size_t i = 0; i < p.parts.size(); ++i) {
      if (i == 1 && p.vertex != kNone) order.vertices[static_cast<std::size_t>(p.vertex)] = m_next++;
      number(p.parts[i], order);
    }
  }

  int m_count;
  const std::vector<std::pair<int, int>>& m_links;
  std::vector<Piece> m_pieces;
  std::vector<Edge> m_edges;
  int m_next = 0;
};

} // namespace

std::optional<SeriesParallelOrder> seriesParallelOrder(int count, const std::vector<std::pair<int, int>>& links) {
  return Reduction(count, links).run();
}

} // namespace glassbox
