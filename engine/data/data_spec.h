// Where a project's data come from, as pure data: a generator with its settings, or files.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/params.h"
#include "engine/data/dataset.h"
#include "engine/data/picture.h"

namespace glassbox {

/// A point that the learner set on the plane.
struct PaintedPoint {
  double x = 0, y = 0;
  int classIndex = 0;
  bool operator==(const PaintedPoint&) const = default;
};

/// A picture that the learner drew, one byte a pixel, row by row; 0 is the empty paper.
struct DrawnPicture {
  int classIndex = 0;
  int width = 28, height = 28;
  std::vector<std::uint8_t> pixels;
  bool operator==(const DrawnPicture&) const = default;
};

struct DataSpec {
  std::string source;     ///< generator key ("spirals", "painted"), or reader key ("idx", "csv"); empty: none
  Params params;          ///< of that generator or reader, only what differs from the default
  std::string path;       ///< of a reader: file or folder, relative to the project where possible
  std::int64_t bytes = 0; ///< of a reader: Dataset::sourceBytes and sourceHash when the project was saved; 0: unknown
  std::uint64_t hash = 0;
  PartShares shares{0.0, 0.25};        ///< the test share is ignored by sources that come with their own test part
  std::uint64_t seed = 1;              ///< of generators and of the split
  std::vector<std::string> classNames; ///< of points and drawings; may be empty
  std::vector<PaintedPoint> points;    ///< the learner's own, kept inside the project
  std::vector<DrawnPicture> drawings;
  bool operator==(const DataSpec&) const = default;
};

/// A built-in data set drawn from a seed, or made from what the learner set and drew.
struct GeneratorDef {
  std::string key;
  Text title;
  Text help;                    ///< what it is and what it is good for, two or three sentences
  std::vector<ParamDef> params; ///< size, noise, balance, ...
  PartShares shares{0.0, 0.25};
  /// `params` as `complete` returns them. Rows unsplit, all in `train`, in an order that mixes the classes.
  Result<Dataset> (*make)(const Params& params, std::uint64_t seed) = nullptr;
  /// In place of `make`: from DataSpec::points or ::drawings. Likewise unsplit.
  Result<Dataset> (*makeOwn)(const DataSpec& spec) = nullptr;
  /// Changes the rows when the parts are known, where training and test are to differ; null for most.
  void (*finish)(Dataset& data, const Params& params, std::uint64_t seed) = nullptr;
};

const GeneratorDef* findGenerator(std::string_view key);          ///< of both lists
std::span<const GeneratorDef* const> allGenerators();             ///< drawn from a seed
std::span<const GeneratorDef* const> ownSources();                ///< made from what the learner set: painted, curve_points, drawings

/// What a first look at a path shows: enough to tell the kind of a file without reading it.
struct Glimpse {
  std::filesystem::path path;
  bool isFolder = false;
  std::string head;       ///< of a file: its first 64 KiB
  std::int64_t bytes = 0; ///< of a file: its length
  bool whole() const { return static_cast<std::int64_t>(head.size()) == bytes; }
};

/// What reading needs and the engine does not have itself.
struct LoadContext {
  PictureDecoder pictures = nullptr; ///< none: folders of pictures are refused
  /// Cuts texts in place of a vocabulary made from the text itself, so that saved weights meet their own tokens.
  TokenizerPtr tokenizer;
};

/// A reader of files.
struct ReaderDef {
  std::string key;
  Text title;
  Text help;
  std::vector<ParamDef> params;                        ///< of csv: target column, delimiter, header, missing values
  bool (*looksLike)(const Glimpse& glimpse) = nullptr; ///< by content; for a folder by the names in it
  /// `params` as `complete` returns them. Unsplit, but for a test part of the source's own.
  Result<Dataset> (*read)(const std::filesystem::path& path, const Params& params, const LoadContext& context) = nullptr;
  PartShares shares{0.0, 0.25}; ///< what `sniff` proposes
};

const ReaderDef* findReader(std::string_view key);
std::span<const ReaderDef* const> allReaders();

/// What lies at `path`, found by looking: the spec that reads it. Fails with what was found there instead.
Result<DataSpec> sniff(const std::filesystem::path& path);

/// What loading reads of a spec: drawings and points that are only kept beside other data are left out.
DataSpec loadedPart(DataSpec spec);

/// Makes or reads the data, splits them and fills in the hash. `base` is the folder that relative paths start from.
Result<DatasetPtr> load(const DataSpec& spec, const std::filesystem::path& base, const LoadContext& context = {});

} // namespace glassbox
