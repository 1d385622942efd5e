#include "engine/data/repairs.h"

namespace glassbox {

std::vector<DataRepair> findDataRepairs(const DataSpec& spec, const std::filesystem::path& base, const LoadContext& context) {
  std::vector<DataRepair> repairs;
  const ReaderDef* reader = findReader(spec.source);
  const Result<Params> now = reader ? complete(reader->params, spec.params) : Result<Params>(Params());
  if (!reader || !now) return repairs;
  const Result<DatasetPtr> before = load(spec, base, context);
  if (before) return repairs;
  for (const ParamDef& def : reader->params) {
    if (def.kind != ParamKind::Choice || now->words(def.key) != "refuse") continue;
    for (const ParamChoice& choice : def.choices) {
      if (choice.key == "refuse") continue;
      DataSpec tried = spec;
      tried.params.set(def.key, choice.key);
      const Result<DatasetPtr> after = load(tried, base, context);
      if (!after && after.error() == before.error()) continue;
      repairs.push_back({def.key, choice.key, choice.label});
    }
  }
  return repairs;
}

}  // namespace glassbox
