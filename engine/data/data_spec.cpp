#include "engine/data/data_spec.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "engine/data/generators/generators.h"
#include "engine/data/readers/file.h"
#include "engine/data/readers/readers.h"
#include "engine/data/reconstruction.h"

namespace glassbox {
namespace {

template<class Def> const Def* findByKey(std::span<const Def* const> defs, std::string_view key) {
  auto at = std::find_if(defs.begin(), defs.end(), [&](const Def* def) { return def->key == key; });
  return at == defs.end() ? nullptr : *at;
}

/// "line, xor, ..., csv": what a project may name as its source.
std::string knownSources() {
  std::string out;
  for (const GeneratorDef* def : allGenerators()) out += (out.empty() ? "" : ", ") + def->key;
  for (const GeneratorDef* def : ownSources()) out += ", " + def->key;
  for (const ReaderDef* def : allReaders()) out += ", " + def->key;
  return out;
}

Result<Dataset> make(const GeneratorDef& def, const DataSpec& spec) {
  Result<Params> params = complete(def.params, spec.params);
  if (!params) return params.error();
  Result<Dataset> data = def.makeOwn ? def.makeOwn(spec) : def.make(*params, spec.seed);
  if (!data) return data;
  data->title = def.title;
  data->origin = def.key;
  return data;
}

Result<Dataset> read(const ReaderDef& def, const DataSpec& spec, const std::filesystem::path& base, const LoadContext& context) {
  if (spec.path.empty())
    return Error(GB_TEXT("engine", "No file is named for the data."), {}, GB_TEXT("engine", "Choose a file or a folder."));
  Result<Params> params = complete(def.params, spec.params);
  if (!params) return params.error();
  const std::filesystem::path path = base / spec.path; // an absolute path replaces `base`
  Result<Dataset> data = def.read(path, *params, context);
  if (!data) return data;
  data->title = plainText(fileName(path));
  data->origin = spec.path;
  const bool known = spec.hash != 0 || spec.bytes != 0;
  if (known && (spec.hash != data->sourceHash || spec.bytes != data->sourceBytes))
    data->notes.push_back(GB_TEXT("engine", "%1 has changed since the project was saved.").arg(fileName(path)));
  return data;
}

} // namespace

// Plain lists, in the order of the data panel: add a source, add a line.
std::span<const GeneratorDef* const> allGenerators() {
  using namespace generators;
  static const std::array list{&line(),   &sine(),   &slope(), &bumps(),  &exclusiveOr(), &gaussians(), &circle(), &moons(), &spirals(), &digits(), &shapes(), &echo(),
                               &parity(), &adding(), &copy(),  &reverse(), &sort(),        &brackets(),  &sums(),   &names(), &grammar()};
  return list;
}

std::span<const GeneratorDef* const> ownSources() {
  using namespace generators;
  static const std::array list{&painted(), &curvePoints(), &drawings()};
  return list;
}

std::span<const ReaderDef* const> allReaders() {
  using namespace readers;
  static const std::array list{&idx(), &cifar(), &pictures(), &csv(), &text()}; // in the order in which `sniff` asks
  return list;
}

const GeneratorDef* findGenerator(std::string_view key) {
  const GeneratorDef* found = findByKey(allGenerators(), key);
  return found ? found : findByKey(ownSources(), key);
}
const ReaderDef* findReader(std::string_view key) { return findByKey(allReaders(), key); }

DataSpec loadedPart(DataSpec spec) {
  const GeneratorDef* generator = findGenerator(spec.source);
  if (spec.source != generators::drawings().key) spec.drawings.clear();
  if (spec.source != generators::painted().key && spec.source != generators::curvePoints().key) spec.points.clear();
  if (!generator || !generator->makeOwn) spec.classNames.clear();
  return spec;
}

Result<DataSpec> sniff(const std::filesystem::path& path) {
  Result<Glimpse> glimpse = glance(path);
  if (!glimpse) return glimpse.error();
  for (const ReaderDef* def : allReaders())
    if (def->looksLike(*glimpse)) {
      DataSpec spec;
      spec.source = def->key;
      spec.path = path.string();
      spec.shares = def->shares;
      return spec;
    }
  if (glimpse->isFolder)
    return Error(
        GB_TEXT("engine", "The folder %1 holds no data set that the lab knows.").arg(fileName(path)), path.string(),
        GB_TEXT("engine", "It may hold the files of the MNIST family (train-images-idx3-ubyte and so on), those of CIFAR-10 (data_batch_1.bin and so on), or a folder of pictures for each class."));
  return Error(GB_TEXT("engine", "%1 is %2, not a data set that the lab knows.").arg(fileName(path)).arg(kindOf(*glimpse)), path.string(),
               GB_TEXT("engine", "Open a table (CSV), a text, IDX files, or a folder of pictures."));
}

Result<DatasetPtr> load(const DataSpec& spec, const std::filesystem::path& base, const LoadContext& context) {
  const GeneratorDef* generator = findGenerator(spec.source);
  const ReaderDef* reader = findReader(spec.source);
  if (spec.source.empty())
    return Error(GB_TEXT("engine", "No data are chosen."), {}, GB_TEXT("engine", "Choose a built-in data set or open a file."));
  if (!generator && !reader)
    return Error(GB_TEXT("engine", "There is no data source \"%1\"; known are %2.").arg(spec.source.substr(0, 60)).arg(knownSources()));
  Result<Dataset> data = generator ? make(*generator, spec) : read(*reader, spec, base, context);
  if (!data) return data.error();
  data = splitParts(*std::move(data), spec.shares, spec.seed);
  if (!data) return data.error();
  const Result<Params> params = complete(generator ? generator->params : reader->params, spec.params);
  if (generator && generator->finish) generator->finish(*data, *params, spec.seed);
  if (wantsReconstruction(*params)) data = reconstructionOf(*std::move(data));
  if (!data) return data.error();
  finishHash(*data);
  return std::make_shared<const Dataset>(*std::move(data));
}

} // namespace glassbox
