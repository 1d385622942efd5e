// Cuts a data set into batches in a seeded order; the last short batch of an epoch is used as it is.
#pragma once

#include <array>
#include <vector>

#include "engine/core/parallel.h"
#include "engine/core/random.h"
#include "engine/data/dataset.h"

namespace glassbox {

/// One batch: pointers into the data set where rows lie in order as numbers, else into buffers of Batches.
struct Batch {
  int size = 0;
  std::int64_t epoch = 0;
  std::int64_t index = 0;           ///< of this batch within its epoch
  std::vector<const float*> inputs; ///< one per field, (size, shape)
  const float* target = nullptr;    ///< (size, shape)
  const float* mask = nullptr;      ///< likewise, or null: every item counts
};

/// Walks over one part again and again. The order of epoch e depends on (seed, e) alone, so any step can be asked for
/// at any time: going back to an earlier step needs no stored state.
/// Owner: the thread that calls `at`.
class Batches {
 public:
  struct Options {
    int batch = 32;
    bool shuffled = true;
    std::uint64_t seed = 0;
  };
  /// All memory is taken here: `at` takes none. The part must not be empty, the batch size at least 1.
  Batches(DatasetPtr data, Part part, const Options& options);

  const Dataset& data() const { return *m_data; }
  std::int64_t samples() const { return m_rows.size(); }

  /// Batches of one epoch at the newest batch size; the last may be short.
  std::int64_t perEpoch() const { return perEpoch(m_stretches.back().batch); }

  /// Where step `step` (0, 1, ...) lies.
  struct Position {
    std::int64_t epoch = 0, index = 0;
    int batch = 0; ///< batch size in force
  };
  Position position(std::int64_t step) const;

  /// The batch of step `step`. Valid until the next call. Gathering is shared out over `team` in fixed blocks.
  const Batch& at(std::int64_t step, Team& team);

  /// From `step` on, which must begin an epoch (position(step).index == 0), batches have this size. Earlier steps keep
  /// theirs; a change made for a later step is forgotten. May take memory.
  void setBatchSize(int batch, std::int64_t step);

  /// Row numbers in the data set of the samples of step `step`, for traces and views.
  std::vector<std::int64_t> rowsOf(std::int64_t step);

 private:
  struct Stretch {
    std::int64_t firstStep = 0, firstEpoch = 0;
    int batch = 0;
  };
  std::int64_t perEpoch(int batch) const { return (samples() + batch - 1) / batch; }
  void reserve(int batch);
  bool copies(const Field& field) const;
  void prepareEpoch(std::int64_t epoch);
  const Field& field(std::size_t i) const;
  const float* cut(const Field& field, Buffer<float>& into, const std::array<float, 256>& table, std::int64_t first, int size,
                   Team& team) const;

  DatasetPtr m_data;
  RowRange m_rows;
  Options m_options;
  std::vector<Stretch> m_stretches; // batch sizes over time; one entry unless the size was changed
  std::int64_t m_epoch = -1;        // whose order m_order holds
  std::vector<std::uint32_t> m_order;
  std::vector<std::array<float, 256>> m_tables; // byte / divisor, one table per field: inputs, target, mask if there is one
  std::vector<Buffer<float>> m_buffers;         // likewise; empty where rows are never copied
  Batch m_batch;
};

} // namespace glassbox
