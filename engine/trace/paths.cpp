#include "engine/trace/paths.h"

#include <algorithm>
#include <cmath>
#include <queue>
#include <unordered_map>

#include "engine/trace/explain.h"

namespace glassbox {
namespace {

bool isGradient(const TraceEntry& entry) {
  return entry.kind == TraceKind::Gradient || entry.kind == TraceKind::WireGradient || entry.kind == TraceKind::WeightGradient ||
         (entry.kind == TraceKind::Stage && entry.name.ends_with(".grad"));
}

/// One way up from a gradient: the gradient it is made of and the local derivative; no gradient: the loss itself.
struct Edge {
  std::string up;
  double local = 0;
};

/// The gradients between the loss and a number, as far as they were asked for.
class Ways {
 public:
  struct Number {
    std::vector<Edge> edges;
    double best = 0, count = 0, sum = 0;  ///< over all paths from here to the loss: largest |product|, number, sum of products
  };

  /// `widest`: only so many edges are followed at each number, those that give most.
  Ways(const Explainer& explainer, std::size_t widest, std::size_t mostNumbers) : m_explainer(explainer), m_widest(widest), m_most(mostNumbers) {}

  /// Null when there are too many numbers, or one cannot be explained (then `error` says why).
  const Number* at(const std::string& gradient) {
    if (const auto found = m_numbers.find(gradient); found != m_numbers.end()) return &found->second;
    if (m_numbers.size() >= m_most) return nullptr;
    Number number;
    if (!edgesOf(gradient, 1, number.edges)) return nullptr;
    keepWidest(number.edges);
    m_numbers.emplace(gradient, Number{});  // counts while its ways are followed
    for (const Edge& edge : number.edges) {
      if (edge.up.empty()) {
        number.best = std::max(number.best, std::abs(edge.local));
        number.count += 1;
        number.sum += edge.local;
        continue;
      }
      const Number* up = at(edge.up);
      if (!up) return nullptr;
      number.best = std::max(number.best, std::abs(edge.local) * up->best);
      number.count += up->count;
      number.sum += edge.local * up->sum;
    }
    return &(m_numbers[gradient] = std::move(number));
  }

  /// The ways up from one gradient, times `before`; a wire's gradient is passed by, for it is no number of its own.
  bool edgesOf(const std::string& gradient, double before, std::vector<Edge>& edges) {
    Result<Explanation> explanation = m_explainer.explain(gradient);
    if (!explanation) {
      error = explanation.error();
      return false;
    }
    for (const Term& term : explanation->terms) {
      double local = before;
      std::string up;
      bool wire = false;
      for (const Factor& factor : term.factors) {
        const TraceEntry* entry = factor.from.empty() || !up.empty() ? nullptr : m_explainer.trace().find(factor.from.substr(0, factor.from.find('[')));
        if (!entry || !isGradient(*entry)) {
          local *= factor.value;
          continue;
        }
        up = factor.from;
        wire = entry->kind == TraceKind::WireGradient;
      }
      if (local == 0) continue;
      if (wire) {
        if (!edgesOf(up, local, edges)) return false;
        continue;
      }
      const auto same = std::find_if(edges.begin(), edges.end(), [&](const Edge& edge) { return edge.up == up; });
      if (same != edges.end()) same->local += local;
      else edges.push_back({up, local});
    }
    return true;
  }

  Error error;

 private:
  void keepWidest(std::vector<Edge>& edges) const {
    std::erase_if(edges, [](const Edge& edge) { return edge.local == 0; });
    if (edges.size() <= m_widest) return;
    const auto share = [&](const Edge& edge) { return std::abs(edge.local * (edge.up.empty() ? 1 : valueOf(edge.up))); };
    std::partial_sort(edges.begin(), edges.begin() + static_cast<std::ptrdiff_t>(m_widest), edges.end(), [&](const Edge& a, const Edge& b) { return share(a) > share(b); });
    edges.resize(m_widest);
  }

  double valueOf(const std::string& element) const {
    const ElementRef ref = *parseElement(element);
    const TraceEntry& entry = *m_explainer.trace().find(ref.name);
    return entry.values[static_cast<std::size_t>(flatIndex(entry.shape, ref.index))];
  }

  const Explainer& m_explainer;
  std::size_t m_widest, m_most;
  std::unordered_map<std::string, Number> m_numbers;
};

/// The number that a gradient is of: "dense1.grad[0,3]" is of "dense1.out[0,3]".
std::string numberOf(const Explainer& explainer, const std::string& gradient) {
  const std::size_t open = gradient.find('[');
  const std::string name = gradient.substr(0, open), bare = name.substr(0, name.size() - 5), index = gradient.substr(open);
  const TraceEntry* entry = explainer.trace().find(name);
  return (entry && entry->kind == TraceKind::Gradient ? bare + ".out" : bare) + index;
}

/// The gradient that belongs to an element: "dense1.out[0,3]" and "dense1.grad[0,3]" have the same.
Result<std::string> gradientOf(const Explainer& explainer, const std::string& element) {
  Result<ElementRef> ref = parseElement(element);
  if (!ref) return ref.error();
  const std::string bare = ref->name.ends_with(".out") ? ref->name.substr(0, ref->name.size() - 4) : ref->name;
  const std::string name = bare.ends_with(".grad") ? bare : bare + ".grad";
  const TraceEntry* entry = explainer.trace().find(name);
  if (!entry || !isGradient(*entry)) return Error(GB_TEXT("engine", "%1 has no gradient in this step, and so no path to the loss.").arg(element));
  if (flatIndex(entry->shape, ref->index) < 0) return Error(GB_TEXT("engine", "%1 lies outside: %2 has the shape %3, numbered from 0.").arg(element).arg(name).arg(entry->shape.str()));
  return writeElement(name, ref->index);
}

std::string lossOf(const Explainer& explainer) { return explainer.analysis().loss + ".out[0]"; }

/// A path that is still on its way up.
struct Partial {
  double strength = 0;  ///< the largest |product| that it can come to
  double product = 1;
  std::string at;       ///< gradient it has come to; empty: the loss
  std::vector<PathLink> links;
  bool operator<(const Partial& other) const { return strength < other.strength; }
};

/// The strongest paths, one after the other: what is left of each is known, so no other can be stronger than the first to arrive.
std::vector<GradientPath> strongest(const Explainer& explainer, Ways& ways, const std::string& gradient, std::size_t most) {
  std::vector<GradientPath> paths;
  std::priority_queue<Partial> open;
  open.push({ways.at(gradient)->best, 1, gradient, {}});
  while (!open.empty() && paths.size() < most) {
    Partial partial = open.top();
    open.pop();
    if (partial.at.empty()) {
      std::reverse(partial.links.begin(), partial.links.end());
      paths.push_back({std::move(partial.links), partial.product});
      continue;
    }
    const std::string by = numberOf(explainer, partial.at);
    for (const Edge& edge : ways.at(partial.at)->edges) {
      Partial next = partial;
      next.product *= edge.local;
      next.at = edge.up;
      next.links.push_back({edge.up.empty() ? lossOf(explainer) : numberOf(explainer, edge.up), by, edge.local});
      next.strength = std::abs(next.product) * (edge.up.empty() ? 1 : ways.at(edge.up)->best);
      if (next.strength > 0) open.push(std::move(next));
    }
  }
  return paths;
}

}  // namespace

Result<GradientPaths> gradientPaths(const Trace& trace, const TraceRequest& request, const std::string& element, const PathOptions& options) {
  Result<Explainer> explainer = Explainer::create(trace, request);
  if (!explainer) return explainer.error();
  Result<std::string> gradient = gradientOf(*explainer, element);
  if (!gradient) return gradient.error();
  GradientPaths out;
  out.element = numberOf(*explainer, *gradient);
  const ElementRef ref = *parseElement(*gradient);
  out.gradient = trace.find(ref.name)->values[static_cast<std::size_t>(flatIndex(trace.find(ref.name)->shape, ref.index))];
  for (std::size_t widest : {options.mostNumbers, std::size_t{3}, std::size_t{1}}) {
    Ways ways(*explainer, widest, std::max<std::size_t>(options.mostNumbers, 1));
    const Ways::Number* number = ways.at(*gradient);
    if (!number && !ways.error.what.empty()) return ways.error;
    if (!number && widest > 1) continue;
    if (!number) return Error(GB_TEXT("engine", "%1 lies too far from the loss to follow its paths.").arg(out.element));
    out.paths = strongest(*explainer, ways, *gradient, options.mostPaths);
    out.complete = widest == options.mostNumbers;
    out.count = out.complete ? number->count : static_cast<double>(out.paths.size());
    out.sum = out.complete ? number->sum : 0;
    if (!out.complete)
      for (const GradientPath& path : out.paths) out.sum += path.product;
    return out;
  }
  return out;
}

Result<std::vector<PathLink>> usesOf(const Trace& trace, const TraceRequest& request, const std::string& element) {
  Result<Explainer> explainer = Explainer::create(trace, request);
  if (!explainer) return explainer.error();
  Result<std::string> gradient = gradientOf(*explainer, element);
  if (!gradient) return gradient.error();
  Ways ways(*explainer, static_cast<std::size_t>(-1), 1);
  std::vector<Edge> edges;
  if (!ways.edgesOf(*gradient, 1, edges)) return ways.error;
  std::vector<PathLink> uses;
  for (const Edge& edge : edges) uses.push_back({edge.up.empty() ? lossOf(*explainer) : numberOf(*explainer, edge.up), numberOf(*explainer, *gradient), edge.local});
  return uses;
}

}  // namespace glassbox
