// Gives a layer's explain and stages the arrays of its own node by their short names.
#pragma once

#include "engine/trace/trace.h"

namespace glassbox {

class NodeReader : public TraceReader {
 public:
  NodeReader(const Trace& trace, const Analysis& analysis, NodeId node) : m_trace(trace), m_analysis(analysis), m_node(std::move(node)) {}

  bool has(const std::string& name) const override { return entry(name) != nullptr; }
  Shape shapeOf(const std::string& name) const override;
  Factor factor(const std::string& name, std::span<const std::int64_t> index) const override;
  std::span<const double> values(const std::string& name) const override;
  const Params& params() const override { return m_analysis.nodes.at(m_node).params; }
  std::int64_t batch() const override { return m_trace.batch; }

  /// The trace entry behind a short name: "in0" is the source's output, a shared weight lies with its owner.
  const TraceEntry* entry(const std::string& name) const;

 private:
  /// How a number is written in a formula: a letter with its place, "W_{5,7}".
  std::string texOf(const std::string& name, const TraceEntry& found, std::span<const std::int64_t> index) const;
  std::string weightLetter(const std::string& name) const;

  const Trace& m_trace;
  const Analysis& m_analysis;
  NodeId m_node;
};

/// Nodes that read a node's output, with the number of the wire, in the order of the spec's nodes and ports.
struct ReaderRef {
  NodeId node;
  int wire = 0;
};
std::vector<ReaderRef> readersOf(const NetworkSpec& spec, const NodeId& id);

}  // namespace glassbox
