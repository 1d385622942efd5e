#include "widgets/diagram/auto_layout.h"

#include "widgets/diagram/series_parallel.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <set>

namespace glassbox {
namespace {

constexpr double kLaneHeight = 16;       // of a long wire that passes a column
constexpr double kComponentGap = 48;
constexpr int kSweeps = 8;
constexpr std::size_t kMostForCrossings = 400;  // beyond, the order of the spec is good enough

double snappedUp(double value) { return std::ceil(value / kGrid - 1e-9) * kGrid; }

struct Links {
  std::vector<std::vector<int>> next, previous;
  std::vector<std::pair<int, int>> pairs;  ///< in the order of the graph
  explicit Links(std::size_t count) : next(count), previous(count) {}
  void add(int from, int to) {
    next[static_cast<std::size_t>(from)].push_back(to);
    previous[static_cast<std::size_t>(to)].push_back(from);
  }
};

/// Links by index, once each, without those that would close a loop (found depth first, in the order of the boxes).
Links acyclicLinks(const LayoutGraph& graph) {
  std::map<NodeId, int> indexOf;
  for (std::size_t i = 0; i < graph.boxes.size(); ++i) indexOf.emplace(graph.boxes[i].id, static_cast<int>(i));
  const std::size_t count = graph.boxes.size();
  std::vector<std::vector<int>> all(count);
  std::set<std::pair<int, int>> seen;
  for (const auto& [from, to] : graph.links) {
    const auto a = indexOf.find(from), b = indexOf.find(to);
    if (a == indexOf.end() || b == indexOf.end() || a->second == b->second) continue;
    if (seen.emplace(a->second, b->second).second) all[static_cast<std::size_t>(a->second)].push_back(b->second);
  }
  Links links(count);
  std::set<std::pair<int, int>> closing;
  enum class State { New, Open, Done };
  std::vector<State> state(count, State::New);
  for (std::size_t root = 0; root < count; ++root) {
    if (state[root] != State::New) continue;
    std::vector<std::pair<int, std::size_t>> stack{{static_cast<int>(root), 0}};
    state[root] = State::Open;
    while (!stack.empty()) {
      auto& [at, child] = stack.back();
      const auto& targets = all[static_cast<std::size_t>(at)];
      if (child == targets.size()) {
        state[static_cast<std::size_t>(at)] = State::Done;
        stack.pop_back();
        continue;
      }
      const int from = at, to = targets[child++];
      if (state[static_cast<std::size_t>(to)] == State::Open) {
        closing.emplace(from, to);
        continue;
      }
      links.add(from, to);
      if (state[static_cast<std::size_t>(to)] == State::New) {
        state[static_cast<std::size_t>(to)] = State::Open;
        stack.emplace_back(to, 0);
      }
    }
  }
  seen.clear();
  for (const auto& [from, to] : graph.links) {
    const auto a = indexOf.find(from), b = indexOf.find(to);
    if (a == indexOf.end() || b == indexOf.end() || a->second == b->second) continue;
    const std::pair<int, int> link(a->second, b->second);
    if (!closing.count(link) && seen.insert(link).second) links.pairs.push_back(link);
  }
  return links;
}

std::vector<int> longestPathLayers(const Links& links) {
  const std::size_t count = links.next.size();
  std::vector<int> layer(count, 0), missing(count);
  std::vector<int> ready;
  for (std::size_t i = 0; i < count; ++i) {
    missing[i] = static_cast<int>(links.previous[i].size());
    if (missing[i] == 0) ready.push_back(static_cast<int>(i));
  }
  for (std::size_t at = 0; at < ready.size(); ++at) {
    const auto from = static_cast<std::size_t>(ready[at]);
    for (const int to : links.next[from]) {
      auto& there = layer[static_cast<std::size_t>(to)];
      there = std::max(there, layer[from] + 1);
      if (--missing[static_cast<std::size_t>(to)] == 0) ready.push_back(to);
    }
  }
  // A second input that is read late stands just before its reader, not at the far left.
  for (std::size_t i = 0; i < count; ++i) {
    if (!links.previous[i].empty() || links.next[i].empty()) continue;
    int nearest = layer[static_cast<std::size_t>(links.next[i].front())];
    for (const int to : links.next[i]) nearest = std::min(nearest, layer[static_cast<std::size_t>(to)]);
    layer[i] = nearest - 1;
  }
  return layer;
}

/// A box, or the place where a long wire passes a column.
struct Slot {
  int box = -1;
  std::pair<int, int> link{-1, -1};  ///< of a lane
  double above = kLaneHeight / 2, below = kLaneHeight / 2;
  std::vector<int> previous, next;
  double y = 0;
  bool isLane() const { return box < 0; }
};

/// One connected part of the graph, laid out with its first column at x = 0 and its first row anywhere.
class Component {
public:
  Component(const LayoutGraph& graph, const Links& links, const std::vector<int>& layers, const std::vector<int>& members)
      : m_graph(graph) {
    makeSlots(links, layers, members);
    if (!orderByDecomposition(links, members) && m_slots.size() <= kMostForCrossings) order();
    place();
  }

  /// Adds the places and the ways; returns the height it takes below `top`.
  double write(Arrangement& out, double top) const {
    double highest = 1e300, lowest = -1e300;
    for (const Slot& slot : m_slots) {
      highest = std::min(highest, slot.y - slot.above);
      lowest = std::max(lowest, slot.y + slot.below);
    }
    const double shift = snappedUp(top - highest);
    double x = 0;
    std::vector<double> lefts, rights;
    for (const auto& column : m_columns) {
      double width = 0;
      for (const int s : column) width = std::max(width, widthOf(s));
      lefts.push_back(x);
      rights.push_back(x + width);
      for (const int s : column) {
        const Slot& slot = m_slots[static_cast<std::size_t>(s)];
        if (slot.isLane()) continue;
        const LayoutBox& box = m_graph.boxes[static_cast<std::size_t>(slot.box)];
        out.places[box.id] = {snapped(x + std::floor((width - box.width) / 2 / kGrid) * kGrid), slot.y + shift};
      }
      x = snappedUp(x + width + m_graph.columnGap);
    }
    for (std::size_t c = 0; c < m_columns.size(); ++c)
      for (const int s : m_columns[c]) {
        const Slot& from = m_slots[static_cast<std::size_t>(s)];
        if (from.isLane()) continue;
        for (int at : from.next) {
          Way way;
          for (std::size_t left = c;; ++left) {
            const Slot& reached = m_slots[static_cast<std::size_t>(at)];
            way.push_back({rights[left], lefts[left + 1], reached.y + shift});
            if (!reached.isLane()) break;
            at = reached.next.front();
          }
          const NodeId& to = m_graph.boxes[static_cast<std::size_t>(m_slots[static_cast<std::size_t>(at)].box)].id;
          out.ways[{m_graph.boxes[static_cast<std::size_t>(from.box)].id, to}] = std::move(way);
        }
      }
    return lowest + shift - top;
  }

private:
  double widthOf(int s) const {
    const Slot& slot = m_slots[static_cast<std::size_t>(s)];
    return slot.isLane() ? 0 : m_graph.boxes[static_cast<std::size_t>(slot.box)].width;
  }
  Slot& slot(int s) { return m_slots[static_cast<std::size_t>(s)]; }

  void makeSlots(const Links& links, const std::vector<int>& layers, const std::vector<int>& members) {
    int first = layers[static_cast<std::size_t>(members.front())], last = first;
    for (const int m : members) {
      first = std::min(first, layers[static_cast<std::size_t>(m)]);
      last = std::max(last, layers[static_cast<std::size_t>(m)]);
    }
    m_columns.resize(static_cast<std::size_t>(last - first + 1));
    std::map<int, int> slotOf;
    const auto add = [&](Slot s, int layer) {
      m_slots.push_back(std::move(s));
      m_columns[static_cast<std::size_t>(layer - first)].push_back(static_cast<int>(m_slots.size()) - 1);
      return static_cast<int>(m_slots.size()) - 1;
    };
    for (const int m : members) {
      const LayoutBox& box = m_graph.boxes[static_cast<std::size_t>(m)];
      Slot s;
      s.box = m;
      s.above = box.above;
      s.below = box.below;
      slotOf[m] = add(s, layers[static_cast<std::size_t>(m)]);
    }
    for (const int from : members)
      for (const int to : links.next[static_cast<std::size_t>(from)]) {
        int tail = slotOf[from];
        for (int layer = layers[static_cast<std::size_t>(from)] + 1; layer < layers[static_cast<std::size_t>(to)]; ++layer) {
          Slot passing;
          passing.link = {from, to};
          const int lane = add(std::move(passing), layer);
          join(tail, lane);
          tail = lane;
        }
        join(tail, slotOf[to]);
      }
  }

  void join(int from, int to) {
    slot(from).next.push_back(to);
    slot(to).previous.push_back(from);
  }

  // False when the graph is not series-parallel.
  bool orderByDecomposition(const Links& links, const std::vector<int>& members) {
    std::map<int, int> own;
    for (const int m : members) own.emplace(m, static_cast<int>(own.size()));
    std::vector<std::pair<int, int>> pairs;
    for (const auto& [from, to] : links.pairs)
      if (own.count(from)) pairs.emplace_back(own[from], own[to]);
    const std::optional<SeriesParallelOrder> order = seriesParallelOrder(static_cast<int>(members.size()), pairs);
    if (!order) return false;
    const auto rank = [&](int s) {
      const Slot& slot = m_slots[static_cast<std::size_t>(s)];
      return slot.isLane() ? order->links.at({own[slot.link.first], own[slot.link.second]}) : order->vertices[static_cast<std::size_t>(own[slot.box])];
    };
    for (auto& column : m_columns) std::sort(column.begin(), column.end(), [&](int a, int b) { return rank(a) < rank(b); });
    return true;
  }

  std::vector<int> ranks() const {
    std::vector<int> rank(m_slots.size());
    for (const auto& column : m_columns)
      for (std::size_t i = 0; i < column.size(); ++i) rank[static_cast<std::size_t>(column[i])] = static_cast<int>(i);
    return rank;
  }

  int crossings() const {
    const std::vector<int> rank = ranks();
    int count = 0;
    for (const auto& column : m_columns) {
      std::vector<std::pair<int, int>> ends;
      for (const int s : column)
        for (const int to : m_slots[static_cast<std::size_t>(s)].next) ends.emplace_back(rank[static_cast<std::size_t>(s)], rank[static_cast<std::size_t>(to)]);
      for (std::size_t a = 0; a < ends.size(); ++a)
        for (std::size_t b = a + 1; b < ends.size(); ++b)
          if ((ends[a].first - ends[b].first) * (ends[a].second - ends[b].second) < 0) ++count;
    }
    return count;
  }

  void sortByNeighbours(std::vector<int>& column, const std::vector<int>& rank, bool byPrevious) {
    std::vector<std::pair<double, int>> keyed;
    for (const int s : column) {
      const auto& neighbours = byPrevious ? slot(s).previous : slot(s).next;
      double sum = 0;
      for (const int n : neighbours) sum += rank[static_cast<std::size_t>(n)];
      keyed.emplace_back(neighbours.empty() ? rank[static_cast<std::size_t>(s)] : sum / static_cast<double>(neighbours.size()), s);
    }
    std::stable_sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t i = 0; i < column.size(); ++i) column[i] = keyed[i].second;
  }

  void order() {
    auto best = m_columns;
    int fewest = crossings();
    for (int sweep = 0; sweep < kSweeps && fewest > 0; ++sweep) {
      const bool forward = sweep % 2 == 0;
      for (std::size_t i = 0; i < m_columns.size(); ++i) {
        auto& column = m_columns[forward ? i : m_columns.size() - 1 - i];
        sortByNeighbours(column, ranks(), forward);
      }
      if (const int now = crossings(); now < fewest) {
        fewest = now;
        best = m_columns;
      }
    }
    m_columns = best;
  }

  double gapBetween(const Slot& upper, const Slot& lower) const {
    return upper.isLane() && lower.isLane() ? kGrid : upper.isLane() || lower.isLane() ? 2 * kGrid : kRowGap;
  }

  // Where its neighbours would like the slot: wires between boxes are to be straight, lanes make way.
  std::optional<double> wish(const Slot& s, bool before, bool after) const {
    double sum = 0, weight = 0;
    const auto ask = [&](const std::vector<int>& neighbours) {
      for (const int n : neighbours) {
        const Slot& other = m_slots[static_cast<std::size_t>(n)];
        const double w = s.isLane() == other.isLane() ? 1 : 1e-6;
        sum += w * other.y;
        weight += w;
      }
    };
    if (before) ask(s.previous);
    if (after) ask(s.next);
    if (weight == 0) return std::nullopt;
    return sum / weight;
  }

  // The nearest heights to the wishes that keep the order and the gaps: weighted isotonic regression, adjacent violators pooled.
  void settle(const std::vector<int>& column, bool before, bool after) {
    struct Block {
      double sum, weight;
      std::size_t count;
      double mean() const { return sum / weight; }
    };
    std::vector<Block> blocks;
    std::vector<double> offset(column.size(), 0);
    for (std::size_t i = 0; i < column.size(); ++i) {
      const Slot& s = slot(column[i]);
      if (i > 0) {
        const Slot& upper = slot(column[i - 1]);
        offset[i] = offset[i - 1] + upper.below + gapBetween(upper, s) + s.above;
      }
      const double weight = s.isLane() ? 1e-6 : 1;
      blocks.push_back({weight * (wish(s, before, after).value_or(s.y) - offset[i]), weight, 1});
      while (blocks.size() > 1 && blocks[blocks.size() - 2].mean() > blocks.back().mean()) {
        const Block merged = blocks.back();
        blocks.pop_back();
        blocks.back().sum += merged.sum;
        blocks.back().weight += merged.weight;
        blocks.back().count += merged.count;
      }
    }
    std::size_t i = 0;
    for (const Block& block : blocks)
      for (std::size_t k = 0; k < block.count; ++k, ++i) slot(column[i]).y = block.mean() + offset[i];
  }

  void place() {
    for (const auto& column : m_columns) settle(column, true, false);
    for (int sweep = 0; sweep < kSweeps; ++sweep) {
      for (auto column = m_columns.rbegin(); column != m_columns.rend(); ++column) settle(*column, false, true);
      for (const auto& column : m_columns) settle(column, true, false);
      for (const auto& column : m_columns) settle(column, true, true);
    }
    for (const auto& column : m_columns) {
      double free = -1e300;  // the lowest edge so far
      for (std::size_t i = 0; i < column.size(); ++i) {
        Slot& s = slot(column[i]);
        s.y = snapped(s.y);
        if (i > 0) s.y = std::max(s.y, snappedUp(free + gapBetween(slot(column[i - 1]), s) + s.above));
        free = s.y + s.below;
      }
    }
  }

  const LayoutGraph& m_graph;
  std::vector<Slot> m_slots;
  std::vector<std::vector<int>> m_columns;
};

std::vector<std::vector<int>> components(const Links& links) {
  const std::size_t count = links.next.size();
  std::vector<bool> seen(count, false);
  std::vector<std::vector<int>> out;
  for (std::size_t root = 0; root < count; ++root) {
    if (seen[root]) continue;
    std::vector<int> members{static_cast<int>(root)};
    seen[root] = true;
    for (std::size_t at = 0; at < members.size(); ++at)
      for (const auto* side : {&links.next, &links.previous})
        for (const int other : (*side)[static_cast<std::size_t>(members[at])])
          if (!seen[static_cast<std::size_t>(other)]) {
            seen[static_cast<std::size_t>(other)] = true;
            members.push_back(other);
          }
    std::sort(members.begin(), members.end());
    out.push_back(std::move(members));
  }
  return out;
}

struct Placed {
  double left, top, right, bottom;
};
Placed placed(const LayoutBox& box, const Position& at) { return {at.x, at.y - box.above, at.x + box.width, at.y + box.below}; }

} // namespace

double snapped(double value) { return std::round(value / kGrid) * kGrid; }

Layout autoLayout(const LayoutGraph& graph) { return arrangement(graph).places; }

Arrangement arrangement(const LayoutGraph& graph) {
  Arrangement out;
  const Links links = acyclicLinks(graph);
  const std::vector<int> layers = longestPathLayers(links);
  double top = 0;
  std::vector<int> single;  // boxes without a wire stand in a row of their own
  for (const std::vector<int>& members : components(links)) {
    if (members.size() == 1) {
      single.push_back(members.front());
      continue;
    }
    top += Component(graph, links, layers, members).write(out, top);
    top = snappedUp(top + kComponentGap);
  }
  double x = 0, above = 0;
  for (const int i : single) above = std::max(above, graph.boxes[static_cast<std::size_t>(i)].above);
  for (const int i : single) {
    const LayoutBox& box = graph.boxes[static_cast<std::size_t>(i)];
    out.places[box.id] = {x, snappedUp(top + above)};
    x = snappedUp(x + box.width + graph.columnGap);
  }
  return out;
}

Layout completedLayout(const LayoutGraph& graph, const Layout& known) {
  Layout layout;
  std::map<NodeId, const LayoutBox*> boxes;
  for (const LayoutBox& box : graph.boxes) {
    boxes[box.id] = &box;
    if (const auto at = known.find(box.id); at != known.end()) layout.insert(*at);
  }
  if (layout.empty()) return autoLayout(graph);

  const Layout ideal = autoLayout(graph);  // its order from left to right is the order of placing
  std::vector<const LayoutBox*> missing;
  for (const LayoutBox& box : graph.boxes)
    if (!layout.count(box.id)) missing.push_back(&box);
  std::stable_sort(missing.begin(), missing.end(), [&](const LayoutBox* a, const LayoutBox* b) { return ideal.at(a->id).x < ideal.at(b->id).x; });

  for (const LayoutBox* box : missing) {
    Position at;
    double right = -1e300, left = 1e300, sum = 0;
    int feeding = 0;
    std::vector<NodeId> readers;
    for (const auto& [from, to] : graph.links) {
      if (to == box->id && layout.count(from)) {
        right = std::max(right, placed(*boxes[from], layout[from]).right);
        sum += layout[from].y;
        ++feeding;
      }
      if (from == box->id && layout.count(to)) {
        left = std::min(left, layout[to].x);
        readers.push_back(to);
      }
    }
    if (feeding > 0) {
      at = {snappedUp(right + kColumnGap), snapped(sum / feeding)};
      const double needed = snappedUp(at.x + box->width + kColumnGap) - left;
      if (!readers.empty() && left < at.x + box->width + kLeastColumnGap)
        for (auto& [id, place] : layout)
          if (place.x >= left) place.x += needed;
    } else if (!readers.empty()) {
      at = {snapped(left - kColumnGap - box->width), snapped(layout[readers.front()].y)};
    } else {
      double bottom = -1e300, start = 1e300;
      for (const auto& [id, place] : layout) {
        bottom = std::max(bottom, placed(*boxes[id], place).bottom);
        start = std::min(start, place.x);
      }
      at = {start, snappedUp(bottom + kComponentGap + box->above)};
    }
    // What already stands there stays; the new one goes below it.
    for (bool moved = true; moved;) {
      moved = false;
      for (const auto& [id, place] : layout) {
        const Placed other = placed(*boxes[id], place), own = placed(*box, at);
        if (own.left >= other.right || other.left >= own.right || own.top >= other.bottom || other.top >= own.bottom) continue;
        at.y = snappedUp(other.bottom + kRowGap + box->above);
        moved = true;
      }
    }
    layout[box->id] = at;
  }
  return layout;
}

} // namespace glassbox
