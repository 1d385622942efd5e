#include "engine/data/reconstruction.h"

#include "engine/data/readers/file.h"

namespace glassbox {

ParamDef pictureAnswerParam() {
  return choiceParam("answer", GB_TEXT("engine", "Answer"),
                     GB_TEXT("engine", "What the network is to say. The class of a picture; or the picture itself, for an autoencoder: then no class is needed, and the loss compares numbers."), "class",
                     {{"class", GB_TEXT("engine", "its class")}, {"picture", GB_TEXT("engine", "the picture itself")}});
}

bool wantsReconstruction(const Params& params) {
  const ParamValue* answer = params.find("answer");
  return answer && *answer == ParamValue(std::string("picture"));
}

Result<Dataset> reconstructionOf(Dataset data) {
  const Field& x = data.inputs.front();
  if (Result<void> fits = checkMemory(static_cast<std::int64_t>(x.bytes.size() + x.numbers.size() * sizeof(float)), english(data.title)); !fits) return fits.error();
  data.target = x;
  data.target.name = "y";
  data.task = DataTask::Regression;
  data.classNames.clear();
  data.notes.push_back(GB_TEXT("engine", "The answer to each picture is the picture itself; its class is not used."));
  return data;
}

}  // namespace glassbox
