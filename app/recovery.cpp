#include "app/recovery.h"

#include "app/recovery_bar.h"
#include "widgets/model/language.h"

#include <QMessageBox>
#include <QPushButton>

namespace glassbox {

Recovery::Recovery(NameOf nameOf, QWidget* window) : QObject(window), m_nameOf(std::move(nameOf)), m_bar(new RecoveryBar(window)) {
  connect(m_bar, &RecoveryBar::restoreAsked, this, &Recovery::restoreAsked);
  connect(m_bar, &RecoveryBar::laterAsked, m_bar, &QWidget::hide);
  connect(m_bar, &RecoveryBar::deleteAsked, this, [this, window] {
    QMessageBox ask(window);
    ask.setWindowTitle(tr("Delete the work that was kept?"));
    ask.setTextFormat(Qt::PlainText);
    ask.setText(tr("It cannot be brought back after that."));
    QPushButton* remove = ask.addButton(tr("Delete"), QMessageBox::DestructiveRole);
    ask.setDefaultButton(ask.addButton(tr("Cancel"), QMessageBox::RejectRole));
    ask.exec();
    if (ask.clickedButton() != remove || m_left.empty()) return;
    m_left.front()->remove();
    m_left.erase(m_left.begin());
    offer();
  });
}

Recovery::~Recovery() = default;

void Recovery::use(const std::filesystem::path& folder) {
  if (folder == m_folder) return;
  close();
  m_folder = folder;
  m_left = RecoverySlot::leftIn(folder);
  offer();
}

void Recovery::retranslate() {
  if (m_bar->isVisible()) offer();
}

/// One that cannot be read is told, lies aside, and the next one is offered.
void Recovery::offer() {
  m_bar->hide();
  while (!m_left.empty()) {
    const Result<ShelvedWork> work = m_left.front()->work();
    if (!work) {
      emit failed(work.error());
      m_left.erase(m_left.begin());
      continue;
    }
    RecoveryContent content;
    const std::filesystem::path file = m_left.front()->path().toStdString();
    content.name = file.empty() ? m_nameOf(work->project.title) : QString::fromStdString(file.filename().string());
    content.savedAt = m_left.front()->savedAt();
    if (const RecordedRun* run = work->project.shown()) content.step = run->steps;
    content.others = static_cast<int>(m_left.size()) - 1;
    m_bar->setContent(content);
    m_bar->show();
    return;
  }
}

std::function<Result<void>(const ShelvedWork&)> Recovery::writer(const QString& path) {
  if (m_slot && !m_slot->isThere()) m_slot.reset(); // somebody has tidied up: a new one
  if (!m_slot) {
    Result<std::unique_ptr<RecoverySlot>> made = RecoverySlot::make(m_folder);
    if (!made) return [error = made.error()](const ShelvedWork&) -> Result<void> { return error; };
    m_slot = std::move(*made);
  }
  return [slot = m_slot, path](const ShelvedWork& work) { return slot->save(work, path); };
}

void Recovery::clear() {
  if (m_slot) m_slot->clear();
}

void Recovery::close() {
  if (m_slot) m_slot->remove();
  m_slot.reset();
}

Result<ShelvedWork> Recovery::adopt() {
  if (m_left.empty()) return Error(GB_TEXT("app", "The work that was kept is not there any more."));
  std::shared_ptr<RecoverySlot> slot = std::move(m_left.front());
  m_left.erase(m_left.begin());
  offer();
  Result<ShelvedWork> work = slot->work();
  if (!work) return work.error();
  close();
  m_slot = std::move(slot);
  return work;
}

QString Recovery::path() const { return m_slot ? m_slot->path() : QString(); }

} // namespace glassbox
