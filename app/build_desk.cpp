#include "app/build_desk.h"

#include "app/dock_frame.h"
#include "engine/io/pytorch_export.h"
#include "widgets/code/code_view.h"
#include "widgets/common/in_background.h"
#include "widgets/diagram/align.h"
#include "widgets/diagram/diagram_view.h"
#include "widgets/diagram/node_finder.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/inspector/node_page.h"
#include "widgets/model/training_session.h"

#include <QFileDialog>
#include <QShortcut>

namespace glassbox {

BuildDesk::BuildDesk(const Parts& parts, QWidget* bottom)
    : QObject(bottom), m_parts(parts), m_window(parts.diagram->window()), m_code(new CodeView(*parts.document, bottom)), m_finder(new NodeFinder(parts.document, parts.diagram)), m_align(new AlignActions(parts.document, parts.diagram)) {
  DiagramView* diagram = parts.diagram;
  connect(diagram, &DiagramView::selectionChanged, m_code, &CodeView::setSelected);
  connect(diagram, &DiagramView::nodeActivated, this, &BuildDesk::openParameters);
  // Enter opened the parameters, Esc goes back.
  auto* back = new QShortcut(QKeySequence(Qt::Key_Escape), parts.inspector->nodePage());
  back->setContext(Qt::WidgetWithChildrenShortcut);
  connect(back, &QShortcut::activated, diagram, [diagram] { diagram->setFocus(Qt::OtherFocusReason); });
  connect(m_code, &CodeView::nodeChosen, diagram, &DiagramView::reveal);
  connect(m_code, &CodeView::exportRequested, this, &BuildDesk::askExport);
  connect(m_code, &CodeView::issuesRequested, this, &BuildDesk::issuesRequested);
  connect(m_code, &CodeView::told, this, &BuildDesk::told);
  connect(parts.document, &Document::changed, this, [this](Document::Changes what) {
    if (what & Document::Fit) m_code->setDataset(m_parts.session->dataset());
  });
}

void BuildDesk::findNode() { m_finder->open(); }

void BuildDesk::openParameters(const std::string& id) {
  if (id == kDataTile) return;
  m_parts.docks->reveal(DockFrame::Side::Right);
  m_parts.inspector->setSelected(id);
  m_parts.inspector->nodePage()->editParameters();
}

void BuildDesk::askExport() {
  QString path = QFileDialog::getSaveFileName(m_window, tr("Export the script"), QStringLiteral("network.py"), tr("Python scripts (*.py)"));
  if (path.isEmpty()) return;
  if (!path.endsWith(QStringLiteral(".py"))) path += QStringLiteral(".py");
  exportScript(path);
}

bool BuildDesk::exportScript(const QString& path) {
  TrainingSession* session = m_parts.session;
  session->rest();
  std::vector<double> weights;  // none: the first ones
  if (session->fitsNetwork() && session->status().step > 0) weights = flatWeights(session->trainer()->network());
  const Project project = m_parts.document->project();
  const DatasetPtr data = session->dataset();
  const std::optional<Result<void>> done = unlessCancelled(m_window, tr("Exporting…"), [=, file = path.toStdString()](const Cancelled& cancelled) -> Result<void> {
    Result<TorchExport> files = exportForTorch(project, data, weights);
    if (!files) return files.error();
    if (cancelled) return {};
    return saveTorchExport(*files, file);
  });
  if (!done) emit told(tr("The script was not exported."));
  else if (!done->ok()) emit failed(done->error());
  else emit told(tr("Exported: %1, with the weights and a batch of the data beside it.").arg(path));
  return done && done->ok();
}

} // namespace glassbox
