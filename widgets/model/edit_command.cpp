#include "widgets/model/edit_command.h"

#include "widgets/model/language.h"

namespace glassbox {

EditCommand::EditCommand(EditValue before, EditValue after, Text what, QString mergeKey, Put put)
    : m_before(std::move(before)), m_after(std::move(after)), m_what(std::move(what)), m_mergeKey(std::move(mergeKey)), m_put(std::move(put)) {
  retranslate();
}

bool EditCommand::mergeWith(const QUndoCommand* newer) {
  const auto* edit = static_cast<const EditCommand*>(newer); // the stack holds no other kind
  if (edit->m_mergeKey != m_mergeKey) return false;
  m_after = edit->m_after;
  setObsolete(m_before == m_after); // back where it began: nothing to undo
  return true;
}

void EditCommand::retranslate() { setText(translated(m_what)); }

} // namespace glassbox
