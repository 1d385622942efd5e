#include "widgets/stepper/stepper.h"

#include "widgets/common/side_work.h"
#include "widgets/stepper/array_layout.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace glassbox {
namespace {

constexpr std::size_t kMostChecks = 8;

Result<StepView> viewOf(const TraceRequest& request) {
  Result<Trace> trace = traceStep(request);
  if (!trace) return trace.error();
  StepView view{request, analyse(*request.spec), std::move(*trace), {}, nullptr};
  view.stops = stepOrder(view.trace, request);
  if (!request.changes.empty()) {
    TraceRequest unchanged = request;
    unchanged.changes.clear();
    Result<Trace> before = traceStep(unchanged);
    if (!before) return before.error();
    view.before = std::make_shared<const Trace>(std::move(*before));
  }
  return view;
}

/// The gradient itself, then others of its node (few) or its neighbours in the array, up to kMostChecks, in their order.
std::vector<std::string> toCheck(const Trace& trace, const TraceEntry& entry, std::int64_t flat) {
  std::vector<std::string> all;
  const auto add = [&](const TraceEntry& from, std::int64_t at) { all.push_back(writeElement(from.name, ArrayLayout(from.shape).indexOf(at))); };
  const auto alike = [&](const TraceEntry& other) { return other.node == entry.node && other.kind == entry.kind && (entry.kind != TraceKind::Stage || other.name == entry.name); };
  std::int64_t ofNode = 0;
  for (const TraceEntry& other : trace.entries)
    if (alike(other)) ofNode += other.shape.count();
  if (ofNode <= static_cast<std::int64_t>(kMostChecks)) {
    for (const TraceEntry& other : trace.entries)
      if (alike(other))
        for (std::int64_t i = 0; i < other.shape.count(); ++i) add(other, i);
    return all;
  }
  const auto most = static_cast<std::int64_t>(kMostChecks);
  const std::int64_t begin = std::clamp<std::int64_t>(flat - most / 2, 0, std::max<std::int64_t>(0, entry.shape.count() - most));
  for (std::int64_t i = begin; i < std::min(begin + most, entry.shape.count()); ++i) add(entry, i);
  return all;
}

bool hasDifference(const TraceEntry& entry) {
  return entry.kind == TraceKind::WeightGradient || entry.kind == TraceKind::Gradient || entry.kind == TraceKind::WireGradient || (entry.kind == TraceKind::Stage && entry.name.ends_with(".grad"));
}

} // namespace

bool hasSamples(const StepView& view, const TraceEntry& entry) {
  switch (entry.kind) {
  case TraceKind::Output:
  case TraceKind::Gradient:
  case TraceKind::WireGradient:
  case TraceKind::Target: return true;
  case TraceKind::Loss: return entry.name != entry.node + ".out";
  case TraceKind::Stage: break;
  default: return false;
  }
  if (const auto at = view.analysis.nodes.find(entry.node); at != view.analysis.nodes.end())
    for (const CacheDef& cache : at->second.inference.caches)
      if (entry.name == entry.node + "." + cache.name) return !cache.perBatch;
  return entry.shape.rank() > 0 && entry.shape[0] == view.trace.batch;
}

bool isGiven(const StepView& view, const TraceEntry& entry) {
  if (entry.kind == TraceKind::Weight || entry.kind == TraceKind::Target) return true;
  const auto at = view.analysis.nodes.find(entry.node);
  return entry.kind == TraceKind::Output && at != view.analysis.nodes.end() && at->second.def->inputs.empty();
}

struct Stepper::Worker {
  StepViewPtr view;
  std::optional<Differences> differences;  ///< of that view
};

Stepper::Stepper(QObject* parent) : QObject(parent), m_worker(std::make_shared<Worker>()) {
  m_pool.setMaxThreadCount(1);
  connect(&m_timer, &QTimer::timeout, this, [this] {
    if (canGoOn()) next();
    else play(0);
  });
  connect(this, &Stepper::elementChanged, this, &Stepper::look);
}

Stepper::~Stepper() {
  m_pool.clear();
  m_pool.waitForDone();
}

void Stepper::setSubject(const std::optional<TraceRequest>& subject) {
  const bool same = subject && m_subject && *subject->spec == *m_subject->spec && subject->data == m_subject->data;
  if (!same) m_changes.clear();
  if (subject && m_subject && *subject->spec != *m_subject->spec) m_entered.clear();
  m_subject = subject;
  const std::int64_t samples = subject && subject->data ? subject->data->samples() : 0;
  std::erase_if(m_rows, [&](std::int64_t row) { return row >= samples; });
  if (m_rows.empty()) m_rows = {0};
  m_sample = std::min(m_sample, sampleCount() - 1);
  if (!subject) drop();
  trace();
}

void Stepper::setActive(bool active) {
  if (active == m_active) return;
  m_active = active;
  if (active) return trace();
  play(0);
  drop();
}

void Stepper::drop() {
  ++m_number; // what is under way is no longer wanted
  ++m_looks;
  m_checks = {};
  m_paths.reset();
  m_pool.start([worker = m_worker] { *worker = {}; });
  if (!m_view) return;
  m_view.reset();
  m_element.clear();
  m_trail.clear();
  emit viewChanged();
  emit elementChanged();
}

void Stepper::setRows(const std::vector<std::int64_t>& rows) {
  if (rows.empty() || (rows == m_rows && m_entered.empty())) return;
  m_rows.assign(rows.begin(), rows.begin() + std::min<std::ptrdiff_t>(kMostSamples, static_cast<std::ptrdiff_t>(rows.size())));
  m_entered.clear();
  forgetInputs();
  trace();
}

void Stepper::setEntered(const std::vector<EnteredSample>& samples) {
  if (samples.empty() && m_entered.empty()) return;
  m_entered.assign(samples.begin(), samples.begin() + std::min<std::ptrdiff_t>(kMostSamples, static_cast<std::ptrdiff_t>(samples.size())));
  forgetInputs();
  trace();
}

/// A changed input belonged to the samples before; a changed weight stays.
void Stepper::forgetInputs() {
  setSample(std::min(m_sample, sampleCount() - 1));
  std::erase_if(m_changes, [&](const TraceChange& change) {
    const TraceEntry* entry = m_view ? m_view->trace.find(change.element.substr(0, change.element.find('['))) : nullptr;
    return !entry || entry->kind != TraceKind::Weight;
  });
}

void Stepper::setPrecision(Precision precision) {
  if (precision == m_precision) return;
  m_precision = precision;
  trace();
}

void Stepper::trace() {
  if (!m_active || !m_subject) return;
  TraceRequest request = *m_subject;
  request.rows = m_entered.empty() ? m_rows : std::vector<std::int64_t>();
  request.entered = m_entered;
  request.precision = m_precision;
  request.changes = m_changes;
  const std::uint64_t number = ++m_number;
  if (m_running++ == 0) emit busyChanged(true);
  m_pool.clear();
  m_pool.start([this, number, request] {
    stepBehind();
    const auto result = std::make_shared<Result<StepView>>(viewOf(request));
    QMetaObject::invokeMethod(this, [this, number, result] { take(number, result); });
  });
}

void Stepper::take(std::uint64_t number, const std::shared_ptr<Result<StepView>>& result) {
  if (number != m_number) return;
  m_running = 0;
  emit busyChanged(false);
  if (!*result && !m_entered.empty()) {  // samples that this network does not take
    m_entered.clear();
    const Error error = result->error();
    trace();
    return emit failed(error);
  }
  if (!*result && m_view && !m_changes.empty()) {  // a change that cannot be: what is shown stays
    m_changes.pop_back();
    return emit failed(result->error());
  }
  if (!*result) {
    m_view.reset();
    emit viewChanged();
    emit failed(result->error());
    return;
  }
  const StepStop stood = m_view && current() ? *current() : StepStop{};
  m_view = std::make_shared<const StepView>(std::move(**result));
  const auto same = std::find_if(m_view->stops.begin(), m_view->stops.end(), [&](const StepStop& s) { return s.phase == stood.phase && s.node == stood.node && s.arrays == stood.arrays && s.time == stood.time; });
  m_stop = same == m_view->stops.end() ? 0 : static_cast<int>(same - m_view->stops.begin());
  emit viewChanged();
  const auto stays = [&](const QString& element) {
    const Result<ElementRef> ref = parseElement(element.toStdString());
    const TraceEntry* entry = ref ? m_view->trace.find(ref->name) : nullptr;
    return entry && flatIndex(entry->shape, ref->index) >= 0;
  };
  m_trail.removeIf([&](const QString& element) { return !stays(element); });
  if (!stays(m_element)) m_element = current() ? firstElement(*current()) : QString();
  emit stopChanged();
  emit elementChanged();
}

// ---- what if ---------------------------------------------------------------------------------------------------------------

void Stepper::change(const QString& element, double value) {
  std::erase_if(m_changes, [&](const TraceChange& change) { return change.element == element.toStdString(); });
  m_changes.push_back({element.toStdString(), value});
  trace();
}

void Stepper::takeBack(const QString& element) {
  if (std::erase_if(m_changes, [&](const TraceChange& change) { return change.element == element.toStdString(); }) > 0) trace();
}

void Stepper::takeBackAll() {
  if (m_changes.empty()) return;
  m_changes.clear();
  trace();
}

std::optional<double> Stepper::before(const QString& element) const {
  if (!m_view || !m_view->before) return {};
  const Result<ElementRef> ref = parseElement(element.toStdString());
  const TraceEntry* entry = ref ? m_view->before->find(ref->name) : nullptr;
  const std::int64_t flat = entry ? flatIndex(entry->shape, ref->index) : -1;
  if (flat < 0) return {};
  return entry->values[static_cast<std::size_t>(flat)];
}

// ---- quiz ------------------------------------------------------------------------------------------------------------------

void Stepper::setQuiz(bool quiz) {
  if (quiz == m_quiz) return;
  m_quiz = quiz;
  m_answers.clear();
  emit quizChanged();
}

bool Stepper::isHidden(const QString& element) const {
  if (!m_quiz || !current()) return false;
  const Answer answer = answerOf(element);
  if (answer == Answer::Right || answer == Answer::Shown) return false;
  const Result<ElementRef> ref = parseElement(element.toStdString());
  const TraceEntry* entry = ref && m_view ? m_view->trace.find(ref->name) : nullptr;
  if (!entry) return false;
  // What was formed at earlier stops is needed to work it out, and may be seen.
  return !isGiven(*m_view, *entry) && stopOf(ref->name, ref->index) >= m_stop;
}

Stepper::Answer Stepper::answer(const QString& element, double value) {
  const Result<ElementRef> ref = parseElement(element.toStdString());
  const TraceEntry* entry = ref && m_view ? m_view->trace.find(ref->name) : nullptr;
  const std::int64_t flat = entry ? flatIndex(entry->shape, ref->index) : -1;
  if (flat < 0) return Answer::Open;
  const double exact = entry->values[static_cast<std::size_t>(flat)];
  const Answer answer = std::abs(value - exact) <= std::max(0.5e-4, 0.01 * std::abs(exact)) ? Answer::Right : Answer::Wrong;
  const bool asked = isHidden(element);
  m_answers[element] = answer;
  emit quizChanged();
  if (asked) emit numberAnswered(element, answer == Answer::Right);
  return answer;
}

void Stepper::showAnswer(const QString& element) {
  m_answers[element] = Answer::Shown;
  emit quizChanged();
}

QStringList Stepper::answered() const {
  QStringList known;
  for (auto at = m_answers.begin(); at != m_answers.end(); ++at)
    if (at.value() == Answer::Right || at.value() == Answer::Shown) known << at.key();
  return known;
}

// ---- beside the number -----------------------------------------------------------------------------------------------------

void Stepper::setDifferenceStep(double step) {
  if (step <= 0 || step == m_differenceStep) return;
  m_differenceStep = step;
  look();
}

/// Works out differences and paths of the explained number in the pool's thread.
void Stepper::look() {
  const std::uint64_t number = ++m_looks;
  const bool hadPaths = std::exchange(m_paths, nullptr) != nullptr;
  const Result<ElementRef> ref = parseElement(m_element.toStdString());
  const TraceEntry* entry = m_view && ref ? m_view->trace.find(ref->name) : nullptr;
  if (entry && entry->kind == TraceKind::Weight) entry = m_view->trace.find(entry->name + ".grad");
  const bool forms = entry && hasDifference(*entry);
  if (!forms || m_checks.element != m_element || m_checks.step != m_differenceStep) {
    m_checks = {m_element, m_differenceStep, {}};
    emit checksChanged();
  }
  if (hadPaths) emit pathsChanged();
  if (!forms) return;
  const std::int64_t flat = flatIndex(entry->shape, ref->index);
  const auto job = [this, number, view = m_view, worker = m_worker, element = m_element, step = m_differenceStep, names = toCheck(m_view->trace, *entry, flat)] {
    stepBehind();
    StepChecks checks{element, step, {}};
    if (worker->view != view) {
      worker->view = view;
      worker->differences.reset();
      if (Result<Differences> made = Differences::create(view->request)) worker->differences.emplace(std::move(*made));
    }
    for (const std::string& name : names)
      if (worker->differences)
        if (std::optional<DifferenceCheck> check = worker->differences->check(view->trace, name, step)) checks.rows.push_back(std::move(*check));
    std::shared_ptr<const GradientPaths> paths;
    if (Result<GradientPaths> found = gradientPaths(view->trace, view->request, element.toStdString())) paths = std::make_shared<const GradientPaths>(std::move(*found));
    QMetaObject::invokeMethod(this, [this, number, checks, paths] {
      if (number != m_looks) return;
      m_checks = checks;
      m_paths = paths;
      emit checksChanged();
      emit pathsChanged();
    });
  };
  m_pool.start(job);
}

// ---- stops -----------------------------------------------------------------------------------------------------------------

const StepStop* Stepper::current() const {
  return m_view && m_stop >= 0 && m_stop < static_cast<int>(m_view->stops.size()) ? &m_view->stops[static_cast<std::size_t>(m_stop)] : nullptr;
}

bool Stepper::canGoOn() const { return m_view && m_stop + 1 < static_cast<int>(m_view->stops.size()); }

void Stepper::setStop(int stop) {
  if (!m_view || m_view->stops.empty()) return;
  stop = std::clamp(stop, 0, static_cast<int>(m_view->stops.size()) - 1);
  if (stop == m_stop) return;
  m_stop = stop;
  m_trail.clear();
  m_element = firstElement(*current());
  emit stopChanged();
  emit elementChanged();
}

void Stepper::next() { setStop(m_stop + 1); }
void Stepper::back() { setStop(m_stop - 1); }
void Stepper::first() { setStop(0); }
void Stepper::last() {
  if (m_view) setStop(static_cast<int>(m_view->stops.size()) - 1);
}

void Stepper::goTo(StepPhase phase, const NodeId& node) {
  if (!m_view) return;
  for (std::size_t i = 0; i < m_view->stops.size(); ++i)
    if (m_view->stops[i].phase == phase && m_view->stops[i].node == node) return setStop(static_cast<int>(i));
}

void Stepper::play(double stopsPerSecond) {
  const bool was = isPlaying();
  if (stopsPerSecond > 0) m_timer.start(static_cast<int>(1000 / stopsPerSecond));
  else m_timer.stop();
  if (isPlaying() != was) emit playingChanged(isPlaying());
}

void Stepper::setSample(int sample) {
  sample = std::clamp(sample, 0, sampleCount() - 1);
  if (sample == m_sample) return;
  m_sample = sample;
  emit sampleChanged(sample);
}

// ---- numbers ---------------------------------------------------------------------------------------------------------------

QString Stepper::firstElement(const StepStop& stop) const {
  const TraceEntry* chosen = nullptr;
  for (const std::string& name : stop.arrays) {
    const TraceEntry* entry = m_view->trace.find(name);
    if (!entry) continue;
    const bool wanted = entry->kind == TraceKind::WeightGradient || entry->kind == TraceKind::UpdatedWeight;
    if (!chosen || stop.phase == StepPhase::Forward || stop.phase == StepPhase::Loss) chosen = entry; // the last
    if (wanted) {
      chosen = entry;
      break;
    }
  }
  if (!chosen) return {};
  std::vector<std::int64_t> index(static_cast<std::size_t>(chosen->shape.rank()), 0);
  if (hasSamples(*m_view, *chosen)) index[0] = m_sample;
  if (stop.time >= 0 && chosen->shape.rank() > 1) index[1] = std::min(stop.time, chosen->shape[1] - 1);
  return QString::fromStdString(writeElement(chosen->name, index));
}

int Stepper::stopOf(const std::string& array, std::span<const std::int64_t> index) const {
  int found = -1;
  for (std::size_t i = 0; i < m_view->stops.size(); ++i) {
    const StepStop& stop = m_view->stops[i];
    if (std::find(stop.arrays.begin(), stop.arrays.end(), array) == stop.arrays.end()) continue;
    if (found < 0) found = static_cast<int>(i);
    if (stop.time >= 0 && index.size() > 1 && index[1] == stop.time) return static_cast<int>(i);
  }
  return found;
}

void Stepper::follow(const QString& element) {
  if (!m_view || element == m_element) return;
  const Result<ElementRef> ref = parseElement(element.toStdString());
  const TraceEntry* entry = ref ? m_view->trace.find(ref->name) : nullptr;
  if (!entry || flatIndex(entry->shape, ref->index) < 0) return;
  if (!m_element.isEmpty()) m_trail.append(m_element);
  m_element = element;
  const int stop = stopOf(ref->name, ref->index); // weights and targets are formed at no stop: the learner stays
  const bool moves = stop >= 0 && stop != m_stop;
  if (moves) m_stop = stop;
  if (moves) emit stopChanged();
  emit elementChanged();
}

void Stepper::goBackToNumber() { goBackTo(static_cast<int>(m_trail.size()) - 1); }

void Stepper::goBackTo(int place) {
  if (!m_view || place < 0 || place >= m_trail.size()) return;
  m_element = m_trail[place];
  m_trail.resize(place);
  const Result<ElementRef> ref = parseElement(m_element.toStdString());
  const int stop = ref ? stopOf(ref->name, ref->index) : -1;
  const bool moves = stop >= 0 && stop != m_stop;
  if (moves) m_stop = stop;
  if (moves) emit stopChanged();
  emit elementChanged();
}

} // namespace glassbox
