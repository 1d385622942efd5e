#include "widgets/views/look_pages.h"

#include "widgets/views/confusion_view.h"
#include "widgets/views/fit_view.h"
#include "widgets/views/probe_bench.h"
#include "widgets/views/surface_view.h"

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

// ---- fitted curve --------------------------------------------------------------------------------------------------------

QString FitPage::purpose() {
  return tr("Shows the function that the network computes, through the samples.<br>Use it to see underfitting and overfitting with your own eyes.");
}

bool FitPage::suits(const ProbeSubject& subject, const Analysis& analysis) {
  return isCurve(*subject.data) && OutputReading(analysis).outputs == 1;
}

FitPage::FitPage(QWidget* parent) : LookView(parent), m_view(new FitView) { fill(this, m_view); }

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

// ---- confusion matrix ----------------------------------------------------------------------------------------------------

QString ConfusionPage::purpose() {
  return tr("Counts the samples by true and predicted class; a click on a cell shows those samples.<br>Use it to find which classes are mixed up, and why.");
}

bool ConfusionPage::suits(const ProbeSubject&, const Analysis& analysis) { return OutputReading(analysis).classes(); }

ConfusionPage::ConfusionPage(QWidget* parent) : LookView(parent), m_view(new ConfusionView) {
  fill(this, m_view);
  connect(m_view, &ConfusionView::sampleClicked, this, &LookView::sampleChosen);
}

void ConfusionPage::setSubject(const ProbeSubject& subject) { m_view->setData(subject.data); }

ProbeWish ConfusionPage::wish() const {
  ProbeWish wish;
  wish.confusion = true;
  return wish;
}

void ConfusionPage::setAnswer(const ProbeAnswer& answer) {
  if (answer.confusion) m_view->setCounts(answer.confusion);
}

bool ConfusionPage::hasPicture() const { return m_view->counts().has_value(); }

} // namespace glassbox
