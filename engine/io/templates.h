// Networks that train at once on built-in data: where a learner starts.
#pragma once

#include <span>

#include "engine/io/project.h"

namespace glassbox {

struct TemplateDef {
  std::string name;      ///< on the command line: "mnist-mlp-128"
  Text title;
  Text help;             ///< one sentence on what can be seen with it
  std::string line;      ///< the network in the one-line grammar
  DataSpec data;
  Params plan;
};

std::span<const TemplateDef> allTemplates();
const TemplateDef* findTemplate(std::string_view name);

/// The template as a project. Fails for an unknown name, with the names there are.
Result<Project> makeTemplate(const std::string& name);

}  // namespace glassbox
