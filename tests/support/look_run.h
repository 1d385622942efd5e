// A small network that trains, and answers of the probe about it, for views without a window.
#pragma once

#include "engine/data/data_spec.h"
#include "engine/train/adapt.h"
#include "engine/train/trainer.h"
#include "widgets/common/theme_manager.h"
#include "widgets/views/look_view.h"
#include "widgets/views/prober.h"

#include <stdexcept>

namespace glassbox::test {

class LookRun {
 public:
  LookRun(const std::string& line, const std::string& source, Params params = {}) {
    DataSpec dataSpec;
    dataSpec.source = source;
    dataSpec.params = std::move(params);
    dataSpec.shares = {0.0, 0.2};
    Result<DatasetPtr> data = load(dataSpec, {});
    Result<NetworkSpec> spec = parseLine(line);
    if (!data) throw std::runtime_error(english(data.error()));
    if (!spec) throw std::runtime_error(english(spec.error()));
    subject.spec = std::make_shared<const NetworkSpec>(adaptToData(*spec, **data).spec);
    subject.data = *data;
    RunSetup setup;
    setup.spec = subject.spec;
    setup.data = subject.data;
    setup.plan.values = Params{{"optimizer", std::string("adam")}, {"rate", 0.01}};
    Result<std::unique_ptr<Trainer>> made = Trainer::create(std::move(setup));
    if (!made) throw std::runtime_error(english(made.error()));
    trainer = std::move(*made);
    subject.kernelSet = network().kernelSet();
    Result<Prober> prober = Prober::create(subject);
    if (!prober) throw std::runtime_error(english(prober.error()));
    m_prober.emplace(std::move(*prober));
  }

  const Network& network() const { return std::as_const(*trainer).network(); }

  void train(std::int64_t steps) {
    trainer->runSteps(steps);
    trainer->waitUntilIdle();
  }

  /// What the window does with a view that can be seen: asks the probe for what it wishes, and hands it the answer.
  void answer(LookView& view) {
    const std::atomic<bool> stop{false};
    const ProbeWish wish = view.wish();
    std::optional<ProbeAnswer> found = m_prober->look(network().weights(), wish, ProbeCare::AtRest, theme(), stop, network().gradients());
    if (!found) throw std::runtime_error("no answer");
    found->step = trainer->status().step;
    if (wish.weights) {
      auto copy = std::make_shared<Buffer<float>>(network().weights().size());
      std::copy(network().weights().begin(), network().weights().end(), copy->begin());
      found->weights = copy;
    }
    view.setAnswer(*found);
  }

  ProbeSubject subject;
  std::unique_ptr<Trainer> trainer;

 private:
  std::optional<Prober> m_prober;
};

} // namespace glassbox::test
