#include "widgets/views/look_pages.h"

#include "widgets/common/class_name.h"
#include "widgets/views/confusion_view.h"
#include "widgets/views/fit_view.h"
#include "widgets/views/probe_bench.h"
#include "widgets/views/surface_view.h"
#include "widgets/views/view_export.h"

#include <QVBoxLayout>

namespace glassbox {
namespace {

void fill(QWidget* page, QWidget* view) {
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(view);
}

} // namespace

// ---- surface -------------------------------------------------------------------------------------------------------------

QString SurfacePage::purpose() {
  return tr("Shows what the network answers at each place of the plane.<br>Where the border runs tells what it has learned, and where it overfits.");
}

bool SurfacePage::suits(const ProbeSubject& subject, const Analysis& analysis) {
  const OutputReading out(analysis);
  return isPlane(*subject.data) && (out.outputs == 1 || out.classes());
}

SurfacePage::SurfacePage(QWidget* parent) : LookView(parent), m_view(new SurfaceView(SurfaceLook::Page)) {
  fill(this, m_view);
  connect(m_view, &SurfaceView::placePressed, this, &SurfacePage::placePressed);
  offerExport(this, m_view, [] { return title(); }, [this] { return csv(); });
}

void SurfacePage::setSubject(const ProbeSubject& subject) {
  m_view->setContent(surfaceContentOf(*subject.data));
  m_view->setSurface(std::nullopt);
}

ProbeWish SurfacePage::wish() const {
  ProbeWish wish;
  wish.surface = true;
  return wish;
}

void SurfacePage::setAnswer(const ProbeAnswer& answer) {
  if (answer.surface) m_view->setSurface(answer.surface);
}

bool SurfacePage::hasPicture() const { return m_view->surface().has_value(); }

QByteArray SurfacePage::csv() const {
  const std::optional<Surface>& surface = m_view->surface();
  if (!surface) return {};
  QByteArray out = "x1,x2";
  for (int k = 0; k < surface->outputs; ++k) out += surface->outputs == 1 ? QByteArray(",output") : ",output" + QByteArray::number(k + 1);
  out += '\n';
  for (int row = 0; row < surface->side; ++row)
    for (int column = 0; column < surface->side; ++column) {
      out += csvNumber(surface->x(column)) + ',' + csvNumber(surface->y(row));
      for (int k = 0; k < surface->outputs; ++k) out += ',' + csvNumber(static_cast<double>(surface->at(row, column)[k]));
      out += '\n';
    }
  return out;
}

// ---- fitted curve --------------------------------------------------------------------------------------------------------

QString FitPage::purpose() {
  return tr("Shows the function that the network computes, through the samples.<br>Use it to see underfitting and overfitting with your own eyes.");
}

bool FitPage::suits(const ProbeSubject& subject, const Analysis& analysis) {
  return isCurve(*subject.data) && OutputReading(analysis).outputs == 1;
}

FitPage::FitPage(QWidget* parent) : LookView(parent), m_view(new FitView) {
  fill(this, m_view);
  offerExport(this, m_view, [] { return title(); }, [this] { return csv(); });
}

void FitPage::setSubject(const ProbeSubject& subject) {
  m_view->setContent(fitContentOf(*subject.data));
  m_view->setCurve(std::nullopt);
}

ProbeWish FitPage::wish() const {
  ProbeWish wish;
  wish.curve = true;
  return wish;
}

void FitPage::setAnswer(const ProbeAnswer& answer) {
  if (answer.curve) m_view->setCurve(answer.curve);
}

bool FitPage::hasPicture() const { return m_view->curve().has_value(); }

QByteArray FitPage::csv() const {
  const std::optional<FitCurve>& curve = m_view->curve();
  if (!curve) return {};
  QByteArray out = "x,output\n";
  for (std::size_t i = 0; i < curve->x.size(); ++i) out += csvNumber(curve->x[i]) + ',' + csvNumber(curve->y[i]) + '\n';
  return out;
}

// ---- confusion matrix ----------------------------------------------------------------------------------------------------

QString ConfusionPage::purpose() {
  return tr("Counts the samples by true and predicted class; a click on a cell shows those samples.<br>Use it to find which classes are mixed up, and why.");
}

bool ConfusionPage::suits(const ProbeSubject&, const Analysis& analysis) { return OutputReading(analysis).classes(); }

ConfusionPage::ConfusionPage(QWidget* parent) : LookView(parent), m_view(new ConfusionView) {
  fill(this, m_view);
  connect(m_view, &ConfusionView::sampleClicked, this, &LookView::sampleChosen);
  offerExport(this, m_view, [] { return title(); }, [this] { return csv(); });
}

void ConfusionPage::setSubject(const ProbeSubject& subject) {
  m_data = subject.data;
  m_view->setData(subject.data);
}

ProbeWish ConfusionPage::wish() const {
  ProbeWish wish;
  wish.confusion = true;
  return wish;
}

void ConfusionPage::setAnswer(const ProbeAnswer& answer) {
  if (answer.confusion) m_view->setCounts(answer.confusion);
}

bool ConfusionPage::hasPicture() const { return m_view->counts().has_value(); }

QByteArray ConfusionPage::csv() const {
  const std::optional<ConfusionCounts>& counts = m_view->counts();
  if (!counts || !m_data) return {};
  QByteArray out = "true";
  for (int guess = 0; guess < counts->classes; ++guess) out += ',' + csvText(className(*m_data, guess));
  out += '\n';
  for (int truth = 0; truth < counts->classes; ++truth) {
    out += csvText(className(*m_data, truth));
    for (int guess = 0; guess < counts->classes; ++guess) out += ',' + QByteArray::number(static_cast<qint64>(counts->count(truth, guess)));
    out += '\n';
  }
  return out;
}

} // namespace glassbox
