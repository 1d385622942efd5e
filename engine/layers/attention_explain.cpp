#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "engine/layers/attention.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

using Indices = std::span<const std::int64_t>;

/// An attention layer as its trace shows it. s: sample, t, i, j: steps, h: head, c: feature.
class Reader {
 public:
  explicit Reader(const TraceReader& trace)
      : m_trace(trace), m_shape(trace.shapeOf("in0")), m_heads(trace.params().integer("heads")), m_causal(trace.params().flag("causal")) {}

  std::int64_t time() const { return m_shape[1]; }
  std::int64_t width() const { return m_shape[2]; }
  std::int64_t batch() const { return m_shape[0]; }
  std::int64_t headWidth() const { return width() / m_heads; }
  std::int64_t headOf(std::int64_t c) const { return c / headWidth(); }
  bool flag(const char* key) const { return m_trace.params().flag(key); }
  bool sees(std::int64_t i, std::int64_t j) const { return !m_causal || j <= i; }
  double scale() const { return 1 / std::sqrt(static_cast<double>(headWidth())); }
  Factor scaleFactor() const { return {scale(), "", "\\frac{1}{\\sqrt{d}}"}; }

  Factor at(const std::string& name, std::int64_t a) const { return m_trace.factor(name, std::array{a}); }
  Factor at(const std::string& name, std::int64_t a, std::int64_t b) const { return m_trace.factor(name, std::array{a, b}); }
  Factor at(const std::string& name, std::int64_t s, std::int64_t t, std::int64_t c) const { return m_trace.factor(name, std::array{s, t, c}); }
  Factor at(const std::string& name, std::int64_t s, std::int64_t h, std::int64_t i, std::int64_t j) const { return m_trace.factor(name, std::array{s, h, i, j}); }
  /// Gradient of the mixed values: without output projection they are the output.
  Factor mixedGradient(std::int64_t s, std::int64_t t, std::int64_t c) const { return at(flag("output") ? "mixed.grad" : "grad", s, t, c); }

 private:
  const TraceReader& m_trace;
  Shape m_shape;
  std::int64_t m_heads;
  bool m_causal;
};

// The terms of single numbers, for explanations.
using Terms = std::vector<Term>;

Terms scoreTerms(Indices x, const Reader& r) {
  const std::int64_t s = x[0], h = x[1], i = x[2], j = x[3];
  Terms terms;
  if (!r.sees(i, j)) return terms;
  for (std::int64_t c = h * r.headWidth(); c < (h + 1) * r.headWidth(); ++c) terms.push_back({{r.at("query", s, i, c), r.at("key", s, j, c), r.scaleFactor()}});
  return terms;
}

Terms mixedGradientTerms(Indices x, const Reader& r) {
  Terms terms;
  for (std::int64_t n = 0; n < r.width(); ++n) terms.push_back({{r.at("grad", x[0], x[1], n), r.at("out.weight", n, x[2])}});
  return terms;
}

Terms weightGradientTerms(Indices x, const Reader& r) {
  const std::int64_t s = x[0], h = x[1], i = x[2], j = x[3];
  Terms terms;
  if (!r.sees(i, j)) return terms;
  for (std::int64_t c = h * r.headWidth(); c < (h + 1) * r.headWidth(); ++c) terms.push_back({{r.mixedGradient(s, i, c), r.at("value", s, j, c)}});
  return terms;
}

// dS_ij = a_ij (dA_ij - sum_l a_il dA_il): the Jacobian of softmax
Terms scoreGradientTerms(Indices x, const Reader& r) {
  const std::int64_t s = x[0], h = x[1], i = x[2], j = x[3];
  Terms terms;
  if (!r.sees(i, j)) return terms;
  const Factor own = r.at("weights", s, h, i, j);
  terms.push_back({{own, r.at("weights.grad", s, h, i, j)}});
  for (std::int64_t l = 0; l < r.time(); ++l)
    if (r.sees(i, l)) terms.push_back({{Factor{-1, "", "-1"}, own, r.at("weights", s, h, i, l), r.at("weights.grad", s, h, i, l)}});
  return terms;
}

Terms queryGradientTerms(Indices x, const Reader& r) {
  const std::int64_t s = x[0], i = x[1], c = x[2], h = r.headOf(c);
  Terms terms;
  for (std::int64_t j = 0; j < r.time(); ++j)
    if (r.sees(i, j)) terms.push_back({{r.at("scores.grad", s, h, i, j), r.at("key", s, j, c), r.scaleFactor()}});
  return terms;
}

Terms keyGradientTerms(Indices x, const Reader& r) {
  const std::int64_t s = x[0], j = x[1], c = x[2], h = r.headOf(c);
  Terms terms;
  for (std::int64_t i = 0; i < r.time(); ++i)
    if (r.sees(i, j)) terms.push_back({{r.at("scores.grad", s, h, i, j), r.at("query", s, i, c), r.scaleFactor()}});
  return terms;
}

Terms valueGradientTerms(Indices x, const Reader& r) {
  const std::int64_t s = x[0], j = x[1], c = x[2], h = r.headOf(c);
  Terms terms;
  for (std::int64_t i = 0; i < r.time(); ++i)
    if (r.sees(i, j)) terms.push_back({{r.at("weights", s, h, i, j), r.mixedGradient(s, i, c)}});
  return terms;
}

/// The arrays of an attention layer, for loops over all of their numbers. s: sample, h: head, i, j: steps, c: feature.
struct Arrays {
  explicit Arrays(const TraceReader& trace)
      : source(trace), reader(trace), batch(reader.batch()), time(reader.time()), width(reader.width()), heads(width / reader.headWidth()) {}

  const double* operator()(const std::string& name) const { return source.values(name).data(); }
  const double* mixedGradient() const { return (*this)(reader.flag("output") ? "mixed.grad" : "grad"); }
  /// Place of feature c of step t in an array (batch, time, width).
  std::int64_t place(std::int64_t s, std::int64_t t, std::int64_t c) const { return (s * time + t) * width + c; }

  /// Calls work(s, h, i, j, place in an array (batch, heads, time, time)) for all pairs of steps that see each other.
  template<class F> void eachPair(const F& work) const {
    for (std::int64_t row = 0; row < batch * heads * time; ++row)
      for (std::int64_t j = 0; j < time; ++j)
        if (reader.sees(row % time, j)) work(row / time / heads, row / time % heads, row % time, j, row * time + j);
  }
  template<class F> void eachFeature(std::int64_t h, const F& work) const {
    for (std::int64_t c = h * reader.headWidth(); c < (h + 1) * reader.headWidth(); ++c) work(c);
  }

  const TraceReader& source;
  Reader reader;
  std::int64_t batch, time, width, heads;
};

// What the terms above sum up to, for all numbers of a stage at once: out is 0 before.

/// out_ij = factor a_i . b_j over the features of the head
void fillPairs(const Arrays& a, const double* left, const double* right, double factor, std::span<double> out) {
  a.eachPair([&](std::int64_t s, std::int64_t h, std::int64_t i, std::int64_t j, std::int64_t at) {
    double sum = 0;
    a.eachFeature(h, [&](std::int64_t c) { sum += left[a.place(s, i, c)] * right[a.place(s, j, c)]; });
    out[static_cast<std::size_t>(at)] = sum * factor;
  });
}

void fillScores(const TraceReader& trace, std::span<double> out) {
  const Arrays a(trace);
  fillPairs(a, a("query"), a("key"), a.reader.scale(), out);
}

void fillWeightGradients(const TraceReader& trace, std::span<double> out) {
  const Arrays a(trace);
  fillPairs(a, a.mixedGradient(), a("value"), 1, out);
}

void fillMixedGradients(const TraceReader& trace, std::span<double> out) {
  const Arrays a(trace);
  const double *grad = a("grad"), *w = a("out.weight");
  for (std::int64_t row = 0; row < a.batch * a.time; ++row)
    for (std::int64_t n = 0; n < a.width; ++n)
      for (std::int64_t k = 0; k < a.width; ++k) out[static_cast<std::size_t>(row * a.width + k)] += grad[row * a.width + n] * w[n * a.width + k];
}

void fillScoreGradients(const TraceReader& trace, std::span<double> out) {
  const Arrays a(trace);
  const double *p = a("weights"), *dp = a("weights.grad");
  std::vector<double> dots(out.size() / static_cast<std::size_t>(a.time));
  for (std::size_t at = 0; at < out.size(); ++at) dots[at / static_cast<std::size_t>(a.time)] += p[at] * dp[at];
  for (std::size_t at = 0; at < out.size(); ++at) out[at] = p[at] * (dp[at] - dots[at / static_cast<std::size_t>(a.time)]);
}

void fillQueryGradients(const TraceReader& trace, std::span<double> out) {
  const Arrays a(trace);
  const double *ds = a("scores.grad"), *key = a("key");
  a.eachPair([&](std::int64_t s, std::int64_t h, std::int64_t i, std::int64_t j, std::int64_t at) {
    a.eachFeature(h, [&](std::int64_t c) { out[static_cast<std::size_t>(a.place(s, i, c))] += ds[at] * key[a.place(s, j, c)] * a.reader.scale(); });
  });
}

void fillKeyGradients(const TraceReader& trace, std::span<double> out) {
  const Arrays a(trace);
  const double *ds = a("scores.grad"), *query = a("query");
  a.eachPair([&](std::int64_t s, std::int64_t h, std::int64_t i, std::int64_t j, std::int64_t at) {
    a.eachFeature(h, [&](std::int64_t c) { out[static_cast<std::size_t>(a.place(s, j, c))] += ds[at] * query[a.place(s, i, c)] * a.reader.scale(); });
  });
}

void fillValueGradients(const TraceReader& trace, std::span<double> out) {
  const Arrays a(trace);
  const double *p = a("weights"), *dz = a.mixedGradient();
  a.eachPair([&](std::int64_t s, std::int64_t h, std::int64_t i, std::int64_t j, std::int64_t at) {
    a.eachFeature(h, [&](std::int64_t c) { out[static_cast<std::size_t>(a.place(s, j, c))] += p[at] * dz[a.place(s, i, c)]; });
  });
}

/// Stages of gradients are empty where the layer got none: what does not lead to the loss.
Shape shapeLike(const TraceReader& trace, const char* name) { return trace.has("grad") ? trace.shapeOf(name) : Shape{0}; }

Shape sequenceShape(const TraceReader& trace) { return shapeLike(trace, "query"); }
Shape pairShape(const TraceReader& trace) { return shapeLike(trace, "weights"); }
Shape projectedShape(const TraceReader& trace) { return trace.params().flag("output") ? sequenceShape(trace) : Shape{0}; }

const char* const kParts[] = {"query", "key", "value"};

/// Row `row` of W applied to step t of sample s.
void explainPart(int part, Indices x, const Reader& r, Explanation& out) {
  const std::int64_t row = part * r.width() + x[2];
  out.sentence = part == 0   ? GB_TEXT("engine", "The query: what step %1 looks for.").arg(x[1])
                 : part == 1 ? GB_TEXT("engine", "The key: what step %1 offers to be found by.").arg(x[1])
                             : GB_TEXT("engine", "The value: what step %1 gives to those that find it.").arg(x[1]);
  out.formula = std::string(1, kParts[part][0]) + " = W_{" + kParts[part][0] + "}\\, x" + (r.flag("bias") ? " + b" : "");
  for (std::int64_t k = 0; k < r.width(); ++k) out.terms.push_back({{r.at("qkv.weight", row, k), r.at("in0", x[0], x[1], k)}});
  if (r.flag("bias")) out.terms.push_back({{r.at("qkv.bias", row)}});
}

void explainInput(Indices x, const Reader& r, Explanation& out) {
  out.sentence = GB_TEXT("engine", "This number went into the query, the key and the value of its step: what comes back through the three is added.");
  out.formula = "\\frac{\\partial L}{\\partial x} = W_{q}^{\\top}\\frac{\\partial L}{\\partial q} + W_{k}^{\\top}\\frac{\\partial L}{\\partial k} + W_{v}^{\\top}\\frac{\\partial L}{\\partial v}";
  for (int part = 0; part < 3; ++part)
    for (std::int64_t n = 0; n < r.width(); ++n)
      out.terms.push_back({{r.at(std::string(kParts[part]) + ".grad", x[0], x[1], n), r.at("qkv.weight", part * r.width() + n, x[2])}});
}

/// Gradient of a weight or bias: over all steps of all samples what came back times what went in.
void explainWeight(const std::string& stage, Indices x, const Reader& r, Explanation& out) {
  const bool projection = stage.rfind("out.", 0) == 0, isWeight = stage.find("weight") != std::string::npos;
  const std::int64_t unit = projection ? x[0] : x[0] % r.width();
  const std::string back = projection ? "grad" : std::string(kParts[x[0] / r.width()]) + ".grad";
  out.sentence = isWeight ? GB_TEXT("engine", "How much the loss changes with this weight: in every step what comes back to its output times what went into it.")
                          : GB_TEXT("engine", "How much the loss changes with this bias: the sum of what comes back to its output.");
  out.formula = isWeight ? "\\frac{\\partial L}{\\partial W_{nk}} = \\sum_{s,\\,t} \\frac{\\partial L}{\\partial y_{n}}\\, x_{k}" : "\\frac{\\partial L}{\\partial b_{n}} = \\sum_{s,\\,t} \\frac{\\partial L}{\\partial y_{n}}";
  for (std::int64_t s = 0; s < r.batch(); ++s)
    for (std::int64_t t = 0; t < r.time(); ++t) {
      Term term{{r.at(back, s, t, unit)}};
      if (isWeight) term.factors.push_back(r.at(projection ? "mixed" : "in0", s, t, x[1]));
      out.terms.push_back(term);
    }
}

void explainMixed(Indices x, const Reader& r, Explanation& out) {
  out.sentence = GB_TEXT("engine", "The values of all steps, each as much as step %1 attends to it.").arg(x[1]);
  out.formula = "z_{i} = \\sum_{j} a_{ij}\\, v_{j}";
  for (std::int64_t j = 0; j < r.time(); ++j)
    if (r.sees(x[1], j)) out.terms.push_back({{r.at("weights", x[0], r.headOf(x[2]), x[1], j), r.at("value", x[0], j, x[2])}});
}

void explainShare(Indices x, const Reader& r, Explanation& out) {
  if (!r.sees(x[2], x[3])) {
    out.sentence = GB_TEXT("engine", "Step %1 comes after step %2 and is hidden from it: the layer is causal.").arg(x[3]).arg(x[2]);
    out.formula = "a_{ij} = 0, \\quad j > i";
    return;
  }
  out.sentence = GB_TEXT("engine", "How much step %1 takes of step %2: the score's exponential as a share of the sum over all steps it sees.").arg(x[2]).arg(x[3]);
  out.formula = "a_{ij} = \\frac{e^{s_{ij}}}{\\sum_{l} e^{s_{il}}}";
  Factor value = r.at("weights", x[0], x[1], x[2], x[3]);
  value.from.clear();
  out.terms = {{{value}}};
  for (std::int64_t j = 0; j < r.time(); ++j)
    if (r.sees(x[2], j)) out.arguments.push_back(r.at("scores", x[0], x[1], x[2], j));
}

void explainProjection(Indices x, const Reader& r, Explanation& out) {
  out.sentence = GB_TEXT("engine", "The output projection: each mixed value of the step times its weight, and the bias.");
  out.formula = "y = W_{o}\\, z + b";
  for (std::int64_t k = 0; k < r.width(); ++k) out.terms.push_back({{r.at("out.weight", x[2], k), r.at("mixed", x[0], x[1], k)}});
  if (r.flag("bias")) out.terms.push_back({{r.at("out.bias", x[2])}});
}

void explainStage(const std::string& stage, Indices x, const Reader& r, Explanation& out) {
  if ((stage == "scores" || stage == "weights.grad" || stage == "scores.grad") && !r.sees(x[2], x[3])) {
    out.sentence = GB_TEXT("engine", "Step %1 comes after step %2: the mask takes it out before the softmax, so it has no score, gets no attention and sends nothing back.").arg(x[3]).arg(x[2]);
    out.formula = "a_{ij} = 0, \\quad j > i";
    return;
  }
  if (stage == "scores") {
    out.sentence = GB_TEXT("engine", "How well the query of step %1 fits the key of step %2, divided by the root of the head's width so that the softmax keeps its slope.").arg(x[2]).arg(x[3]);
    out.formula = "s_{ij} = \\frac{q_{i} \\cdot k_{j}}{\\sqrt{d}}";
    out.terms = scoreTerms(x, r);
  } else if (stage == "mixed.grad") {
    out.sentence = GB_TEXT("engine", "What comes back to a mixed value through the output projection.");
    out.formula = "\\frac{\\partial L}{\\partial z} = W_{o}^{\\top} \\frac{\\partial L}{\\partial y}";
    out.terms = mixedGradientTerms(x, r);
  } else if (stage == "weights.grad") {
    out.sentence = GB_TEXT("engine", "How much the loss would change if step %1 took more of step %2.").arg(x[2]).arg(x[3]);
    out.formula = "\\frac{\\partial L}{\\partial a_{ij}} = \\frac{\\partial L}{\\partial z_{i}} \\cdot v_{j}";
    out.terms = weightGradientTerms(x, r);
  } else if (stage == "scores.grad") {
    out.sentence = GB_TEXT("engine", "What comes back through the softmax: more for one step is less for the others.");
    out.formula = "\\frac{\\partial L}{\\partial s_{ij}} = a_{ij}\\left(\\frac{\\partial L}{\\partial a_{ij}} - \\sum_{l} a_{il}\\frac{\\partial L}{\\partial a_{il}}\\right)";
    out.terms = scoreGradientTerms(x, r);
  } else if (stage == "query.grad") {
    out.sentence = GB_TEXT("engine", "What comes back to the query of step %1 from the scores it made.").arg(x[1]);
    out.formula = "\\frac{\\partial L}{\\partial q_{i}} = \\frac{1}{\\sqrt{d}} \\sum_{j} \\frac{\\partial L}{\\partial s_{ij}}\\, k_{j}";
    out.terms = queryGradientTerms(x, r);
  } else if (stage == "key.grad") {
    out.sentence = GB_TEXT("engine", "What comes back to the key of step %1 from all queries that were held against it.").arg(x[1]);
    out.formula = "\\frac{\\partial L}{\\partial k_{j}} = \\frac{1}{\\sqrt{d}} \\sum_{i} \\frac{\\partial L}{\\partial s_{ij}}\\, q_{i}";
    out.terms = keyGradientTerms(x, r);
  } else {
    out.sentence = GB_TEXT("engine", "What comes back to the value of step %1 from all steps that took of it.").arg(x[1]);
    out.formula = "\\frac{\\partial L}{\\partial v_{j}} = \\sum_{i} a_{ij} \\frac{\\partial L}{\\partial z_{i}}";
    out.terms = valueGradientTerms(x, r);
  }
}

}  // namespace

std::vector<StageDef> attentionStages() {
  return {
      {"scores", GB_TEXT("engine", "scores"), "s", [](const TraceReader& trace) { return trace.shapeOf("weights"); }, nullptr, fillScores},
      {"mixed.grad", GB_TEXT("engine", "gradient in the mixed values"), "\\frac{\\partial L}{\\partial z}", projectedShape, nullptr, fillMixedGradients},
      {"weights.grad", GB_TEXT("engine", "gradient in the attention weights"), "\\frac{\\partial L}{\\partial a}", pairShape, nullptr, fillWeightGradients},
      {"scores.grad", GB_TEXT("engine", "gradient in the scores"), "\\frac{\\partial L}{\\partial s}", pairShape, nullptr, fillScoreGradients},
      {"query.grad", GB_TEXT("engine", "gradient in the queries"), "\\frac{\\partial L}{\\partial q}", sequenceShape, nullptr, fillQueryGradients},
      {"key.grad", GB_TEXT("engine", "gradient in the keys"), "\\frac{\\partial L}{\\partial k}", sequenceShape, nullptr, fillKeyGradients},
      {"value.grad", GB_TEXT("engine", "gradient in the values"), "\\frac{\\partial L}{\\partial v}", sequenceShape, nullptr, fillValueGradients},
  };
}

std::vector<double> movedAttention(const std::string& array, Indices index, double by, const TraceReader& trace) {
  const Arrays a(trace);
  const bool projects = a.reader.flag("output");
  struct Formed {
    const char* name;
    std::vector<double> values;
  };
  Formed formed[] = {{"query", {}}, {"key", {}}, {"value", {}}, {"scores", {}}, {"weights", {}}, {projects ? "mixed" : "out", {}}};
  Formed &query = formed[0], &key = formed[1], &value = formed[2], &scores = formed[3], &weights = formed[4], &mixed = formed[5];
  const auto moving = std::find_if(std::begin(formed), std::end(formed), [&](const Formed& f) { return array == f.name; });
  if (moving == std::end(formed) || array == "out") return {};
  for (Formed& f : formed) {
    const std::span<const double> values = trace.values(f.name);
    f.values.assign(values.begin(), values.end());
  }
  const Shape shape = trace.shapeOf(array);
  std::int64_t place = 0;
  for (int axis = 0; axis < shape.rank(); ++axis) place = place * shape[axis] + index[static_cast<std::size_t>(axis)];
  moving->values[static_cast<std::size_t>(place)] += by;
  // What follows from it is formed anew.
  if (moving < &scores) fillPairs(a, query.values.data(), key.values.data(), a.reader.scale(), scores.values);
  if (moving < &weights) {
    const auto time = static_cast<std::size_t>(a.time);
    for (std::size_t row = 0; row < scores.values.size() / time; ++row) {
      const auto seen = [&](std::size_t j) { return a.reader.sees(static_cast<std::int64_t>(row % time), static_cast<std::int64_t>(j)); };
      double largest = -std::numeric_limits<double>::infinity(), sum = 0;
      for (std::size_t j = 0; j < time; ++j)
        if (seen(j)) largest = std::max(largest, scores.values[row * time + j]);
      for (std::size_t j = 0; j < time; ++j) sum += weights.values[row * time + j] = seen(j) ? std::exp(scores.values[row * time + j] - largest) : 0;
      for (std::size_t j = 0; j < time; ++j) weights.values[row * time + j] /= sum;
    }
  }
  if (moving < &mixed) {
    std::fill(mixed.values.begin(), mixed.values.end(), 0.0);
    a.eachPair([&](std::int64_t s, std::int64_t h, std::int64_t i, std::int64_t j, std::int64_t at) {
      a.eachFeature(h, [&](std::int64_t c) { mixed.values[static_cast<std::size_t>(a.place(s, i, c))] += weights.values[static_cast<std::size_t>(at)] * value.values[static_cast<std::size_t>(a.place(s, j, c))]; });
    });
  }
  if (!projects) return std::move(mixed.values);
  std::vector<double> out(mixed.values.size());
  const double *w = a("out.weight"), *bias = a.reader.flag("bias") ? a("out.bias") : nullptr;
  for (std::int64_t row = 0; row < a.batch * a.time; ++row)
    for (std::int64_t n = 0; n < a.width; ++n) {
      double sum = bias ? bias[n] : 0;
      for (std::int64_t k = 0; k < a.width; ++k) sum += w[n * a.width + k] * mixed.values[static_cast<std::size_t>(row * a.width + k)];
      out[static_cast<std::size_t>(row * a.width + n)] = sum;
    }
  return out;
}

Explanation explainAttention(const std::string& stage, Indices index, const TraceReader& trace) {
  const Reader reader(trace);
  Explanation out;
  if (stage == "in0.grad") explainInput(index, reader, out);
  else if (stage == "query") explainPart(0, index, reader, out);
  else if (stage == "key") explainPart(1, index, reader, out);
  else if (stage == "value") explainPart(2, index, reader, out);
  else if (stage == "weights") explainShare(index, reader, out);
  else if (stage == "out" && reader.flag("output")) explainProjection(index, reader, out);
  else if (stage == "out" || stage == "mixed") explainMixed(index, reader, out);
  else if (stage.rfind("qkv.", 0) == 0 || stage.rfind("out.", 0) == 0) explainWeight(stage, index, reader, out);
  else explainStage(stage, index, reader, out);
  return out;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
