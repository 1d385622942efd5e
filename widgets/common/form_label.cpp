#include "widgets/common/form_label.h"

#include "widgets/common/theme_manager.h"

namespace glassbox {

FormLabel::FormLabel(const QString& text, QWidget* parent) : QLabel(text, parent) {
  setTextRole(this, ColorRole::Text2);
  setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  const auto fit = [this] {
    // QFormLayout gives a label at most 7/4 of its height: 16 is what becomes the 28 of a field.
    setMinimumSize(theme().px(92), theme().px(16));
    // A long name wraps in its column; it does not push the fields aside.
    setMaximumWidth(theme().px(92));
  };
  setWordWrap(true);
  fit();
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, fit);
}

} // namespace glassbox
