// Immutable samples: inputs, targets, and what is known of them (classes, columns, where each came from).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "engine/core/result.h"
#include "engine/core/shape.h"
#include "engine/core/tensor.h"
#include "engine/text/tokenizer.h"

namespace glassbox {

/// Samples that are windows of one row of tokens, which is stored once however much they overlap: the `length` tokens of
/// row r's window begin where its stretch says. Input and target of a language model share the row, one token apart.
struct TokenWindows {
  /// Rows [row, next stretch's row): window r begins at token + (r - row) * stride.
  struct Stretch {
    std::int64_t row = 0, token = 0, stride = 1;
  };
  std::shared_ptr<const Buffer<std::uint16_t>> tokens;
  std::vector<Stretch> stretches; ///< by row, the first of them row 0
  std::int64_t rows = 0;

  const std::uint16_t* at(std::int64_t row) const;
};

/// One array over all samples. Pictures stay bytes and become x / divisor when a batch is cut: a quarter of the memory.
/// Windows of a text stay where they are in the text. Read it by `read`, whatever it is.
struct Field {
  std::string name;           ///< "x", "y", "tokens", "mask": which port it feeds
  PortType type;              ///< of one sample
  Buffer<float> numbers;      ///< (samples, shape), or
  Buffer<std::uint8_t> bytes; ///< (samples, shape), read as byte / divisor, or
  TokenWindows windows;       ///< of shape.count() tokens
  float divisor = 1;
  std::vector<std::string> labels; ///< column names; may be empty

  bool isBytes() const { return !bytes.empty(); }
  bool isWindows() const { return windows.tokens != nullptr; }
  std::int64_t samples() const;
  /// Copies sample `row` as numbers; `out` holds type.shape.count() of them.
  void read(std::int64_t row, float* out) const;
};

/// What the target is, so that a loss can be checked against it and a view knows what to draw.
/// The target of Classes and Binary is one class index per sample (shape of rank 0), or one per time step (shape (time));
/// Binary means exactly two classes, so that 0 and 1 serve a binary cross-entropy as well as a softmax over two outputs.
/// Regression: numbers.
enum class DataTask { Classes, Binary, Regression };

/// A remark about a choice that reading made: "line 1 is a header". Shown in the data panel and printed by `train`.
using DataNote = Text;

struct Dataset {
  Text title;
  std::string origin; ///< generator key or path
  DataTask task = DataTask::Classes;
  std::vector<Field> inputs;           ///< usually one
  Field target;                        ///< class index per sample or per time step, or numbers
  Field mask;                          ///< of the target's shape, 1 where an item counts and 0 where not; without samples: all count
  std::vector<std::string> classNames; ///< of Classes and Binary
  std::vector<std::string> vocabulary; ///< names of the tokens of the token inputs, by token; empty without such inputs
  TokenizerPtr tokenizer;              ///< of data made from a text: what cut it, with the names of `vocabulary`; else null
  std::vector<DataNote> notes;
  std::uint64_t hash = 0;       ///< of all values and parts: part of a run's identity
  std::int64_t sourceBytes = 0; ///< of the files that were read, as they lie on the disk; 0 for generators
  std::uint64_t sourceHash = 0; ///< of those bytes

  /// Rows of the three parts: [0, train), [train, train+validation), then test.
  std::int64_t train = 0, validation = 0, test = 0;

  std::int64_t samples() const { return train + validation + test; }
  std::int64_t classes() const { return static_cast<std::int64_t>(classNames.size()); }
  bool masked() const { return mask.samples() > 0; }
};

using DatasetPtr = std::shared_ptr<const Dataset>;

/// The most samples a data set may hold: batches number them with 32 bits.
inline constexpr std::int64_t kMaxSamples = std::int64_t{1} << 31;

/// The three parts of a data set.
enum class Part { Train, Validation, Test };
struct RowRange {
  std::int64_t begin = 0, end = 0;
  std::int64_t size() const { return end - begin; }
};
RowRange rows(const Dataset& data, Part part);

/// Binary for two classes, Classes otherwise.
DataTask taskOfClasses(std::int64_t classes);

/// "0", "1", ... after `before`: the names of classes that have only numbers.
std::vector<std::string> numberedNames(const std::string& before, std::int64_t count);

/// FNV-1a over the 64-bit words of `bytes` (the last one filled up with zeros), going on from `hash`.
inline constexpr std::uint64_t kHashStart = 0xcbf29ce484222325u;
std::uint64_t hashBytes(const void* bytes, std::size_t count, std::uint64_t hash = kHashStart);

/// Fills in `hash` from all values, shapes and parts (equal data, equal hash on every computer).
void finishHash(Dataset& data);

/// Shares of the parts, in [0, 1); what is left is the training part.
struct PartShares {
  double validation = 0, test = 0;
  bool operator==(const PartShares&) const = default;
};

/// Orders the rows anew, by class where there are classes, so that every part has every class in its share; which rows
/// go where is drawn by `seed`. Within a part the rows keep their order, so shares of 0 change nothing.
/// Data that come with a test part (the MNIST family) keep it: `shares.test` is ignored, and the validation part is its
/// share of the training rows. Windows of a text are not mixed: see text_windows.h. Fails when a class has fewer rows than there are parts, or a part would be empty.
Result<Dataset> splitParts(Dataset data, PartShares shares, std::uint64_t seed);

} // namespace glassbox
