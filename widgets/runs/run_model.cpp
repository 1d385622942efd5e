#include "widgets/runs/run_model.h"

#include "widgets/common/number_format.h"
#include "widgets/model/language.h"
#include "widgets/runs/run_words.h"

#include <cstring>

namespace glassbox {
namespace {

constexpr const char* kTail[] = {"steps", "train_loss", "test_loss", "test_score", "fingerprint", "notes"};
enum Tail { Steps, TrainLoss, TestLoss, TestScore, Fingerprint, Notes, TailCount };

/// "v3-1f2e93ab…" as "1f2e-93ab": enough to see that two are the same.
QString shortPrint(const std::string& print) {
  const QString hex = QString::fromStdString(print).section(u'-', -1);
  return hex.size() < 8 ? hex : hex.left(4) + u'-' + hex.mid(4, 4);
}

} // namespace

RunModel::RunModel(RunList* runs, TrainingSession* session, QObject* parent) : QAbstractTableModel(parent), m_runs(runs), m_session(session) { follow(); }

void RunModel::follow() {
  beginResetModel();
  m_settings = settingsToTell(m_runs->runs());
  m_networks.clear();
  for (std::size_t i = 0; i < m_runs->runs().size(); ++i) {
    const auto& spec = m_runs->runs()[i].spec;
    std::size_t same = 0;
    while (same < i && m_runs->runs()[same].spec != spec) ++same;
    m_networks.push_back(same < i ? m_networks[same] : networkWords(*spec));
  }
  m_rows = static_cast<int>(m_runs->runs().size());
  endResetModel();
}

void RunModel::followNumbers() {
  const int row = rowOf(m_session->runId());
  if (row >= 0) emit dataChanged(index(row, tail()), index(row, tail() + Fingerprint));
}

std::string RunModel::idAt(int row) const { return row >= 0 && row < m_rows ? m_runs->runs()[static_cast<std::size_t>(row)].record.id : std::string(); }

int RunModel::rowOf(const std::string& id) const {
  for (int row = 0; row < m_rows; ++row)
    if (idAt(row) == id) return row;
  return -1;
}

const KeptRun* RunModel::reference() const {
  if (const KeptRun* current = m_runs->current()) return current;
  return m_runs->runs().empty() ? nullptr : &m_runs->runs().front();
}

QString RunModel::referenceName() const { return reference() ? QString::fromStdString(reference()->record.name) : QString(); }

int RunModel::column(const char* what) const {
  for (std::size_t i = 0; i < m_settings.size(); ++i)
    if (m_settings[i]->key == std::string(what)) return FirstSetting + static_cast<int>(i);
  for (int i = 0; i < TailCount; ++i)
    if (std::strcmp(kTail[i], what) == 0) return tail() + i;
  return -1;
}

int RunModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : m_rows; }
int RunModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : tail() + TailCount; }

QString RunModel::words(const KeptRun& run, int column) const {
  if (column == Network) return m_networks[static_cast<std::size_t>(&run - m_runs->runs().data())];
  if (column == Seed) return formatInteger(static_cast<qint64>(run.record.plan.seed));
  if (column >= FirstSetting && column < tail()) return settingWords(run.record, *m_settings[static_cast<std::size_t>(column - FirstSetting)]);
  const bool live = run.record.id == m_session->runId() && m_session->trainer();
  const auto last = [&](const char* curve) -> QString {
    const auto& curves = live ? m_session->curves() : run.record.curves;
    const auto found = curves.find(curve);
    if (found == curves.end() || found->second.empty()) return QStringLiteral("–");
    return curve == std::string(curves::kTestScore) ? formatPercent(found->second.back().mean) : formatNumber(found->second.back().mean);
  };
  switch (column - tail()) {
  case Steps: return formatInteger(live ? m_session->furthest() : run.record.steps);
  case TrainLoss: return last(curves::kLoss);
  case TestLoss: return last(curves::kTestLoss);
  case TestScore: return last(curves::kTestScore);
  case Fingerprint: return live && m_session->isRunning() ? QString() : shortPrint(run.record.fingerprint);
  default: return QString::fromStdString(run.record.notes);
  }
}

QVariant RunModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= m_rows || static_cast<std::size_t>(index.row()) >= m_runs->runs().size()) return {};
  const KeptRun& run = m_runs->runs()[static_cast<std::size_t>(index.row())];
  const int column = index.column();
  const bool current = run.record.id == m_session->runId();
  switch (role) {
  case Qt::DisplayRole:
  case Qt::EditRole:
    if (column == Overlay) return {};
    if (column == Name) return QString::fromStdString(run.record.name);
    return words(run, column);
  case Qt::CheckStateRole: return column == Overlay ? QVariant(current || run.record.overlaid ? Qt::Checked : Qt::Unchecked) : QVariant();
  case Qt::TextAlignmentRole: return int((column >= Seed && column < tail() + Fingerprint ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
  case Qt::ToolTipRole:
    if (column == Overlay) return current ? tr("This run is shown.") : tr("Draws the curves of this run with those of the run that is shown.");
    if (column == Name)
      return run.record.parent.empty() ? tr("Double click the name to change it, the colour to choose another.")
                                       : tr("Left run %1 at step %2.").arg(m_runs->nameOf(run.record.parent), formatInteger(run.record.branchStep));
    if (column == tail() + Fingerprint) return tr("%1: two runs with the same fingerprint are the same, bit for bit.").arg(QString::fromStdString(run.record.fingerprint));
    return words(run, column);
  case Swatch: return run.record.color;
  case Depth: return m_runs->depthOf(run);
  case Shown: return current;
  case Number: return column == tail() + Fingerprint;
  case Differs: {
    const KeptRun* other = reference();
    return other && column >= Network && column < tail() && words(run, column) != words(*other, column);
  }
  case Qt::AccessibleTextRole: return column == Overlay ? tr("drawn with the shown run") : data(index, Qt::DisplayRole);
  default: return {};
  }
}

QVariant RunModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole) return int((section >= Seed && section < tail() + Fingerprint ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
  if (role == Qt::ToolTipRole && section >= FirstSetting && section < tail()) return translated(m_settings[static_cast<std::size_t>(section - FirstSetting)]->help);
  if (role != Qt::DisplayRole) return {};
  switch (section) {
  case Overlay: return QString();
  case Name: return tr("Run");
  case Network: return tr("Network");
  case Seed: return tr("Seed");
  default: break;
  }
  if (section < tail()) return translated(m_settings[static_cast<std::size_t>(section - FirstSetting)]->label);
  switch (section - tail()) {
  case Steps: return tr("Steps");
  case TrainLoss: return tr("Train loss");
  case TestLoss: return tr("Test loss");
  case TestScore: return tr("Test accuracy");
  case Fingerprint: return tr("Fingerprint");
  default: return tr("Notes");
  }
}

Qt::ItemFlags RunModel::flags(const QModelIndex& index) const {
  Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
  if (index.column() == Overlay && idAt(index.row()) != m_session->runId()) flags |= Qt::ItemIsUserCheckable;
  if (index.column() == Name || index.column() == tail() + Notes) flags |= Qt::ItemIsEditable;
  return flags;
}

bool RunModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  const std::string id = idAt(index.row());
  if (index.column() == Overlay && role == Qt::CheckStateRole) m_runs->setOverlaid(id, value.toInt() == Qt::Checked);
  else if (index.column() == Name && role == Qt::EditRole) m_runs->rename(id, value.toString());
  else if (index.column() == tail() + Notes && role == Qt::EditRole) m_runs->setNotes(id, value.toString());
  else return false;
  return true;
}

} // namespace glassbox
