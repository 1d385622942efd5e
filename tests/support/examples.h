// What the tests of the templates share: a template with its data, ready to be trained.
#pragma once

#include <stdexcept>

#include "engine/data/data_spec.h"
#include "engine/io/templates.h"
#include "engine/train/adapt.h"
#include "tests/support/small_nets.h"

namespace glassbox::test {

/// The template as `train` runs it; `change` may set its data first.
template<class F> RunSetup exampleSetup(const std::string& name, std::uint64_t seed, const F& change) {
  Result<Project> project = makeTemplate(name);
  if (!project) throw std::runtime_error(english(project.error()));
  change(*project);
  Result<DatasetPtr> data = load(project->data, ".");
  if (!data) throw std::runtime_error(english(data.error()));
  RunSetup setup;
  setup.spec = std::make_shared<const NetworkSpec>(adaptToData(project->spec, **data).spec);
  setup.plan = project->plan;
  setup.plan.seed = seed;
  setup.data = *data;
  setup.ringCapacity = 1 << 16;
  return setup;
}

inline RunSetup exampleSetup(const std::string& name, std::uint64_t seed = 1) {
  return exampleSetup(name, seed, [](Project&) {});
}

/// Trains to the end of the plan.
inline std::unique_ptr<Trainer> trained(RunSetup setup) {
  auto trainer = makeTrainer(std::move(setup));
  trainer->run();
  trainer->waitUntilIdle();
  if (trainer->failure()) throw std::runtime_error(english(*trainer->failure()));
  return trainer;
}

}  // namespace glassbox::test
