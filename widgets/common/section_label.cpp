#include "widgets/common/section_label.h"

#include "widgets/common/elided_label.h"
#include "widgets/common/theme_manager.h"

#include <QHBoxLayout>

namespace glassbox {

SectionLabel::SectionLabel(Kind kind, QWidget* parent) : QWidget(parent), m_title(new ElidedLabel(this)), m_remark(new ElidedLabel(this)) {
  const bool section = kind == Kind::Section;
  m_title->setLook(section ? FontRole::Bold : FontRole::Hint, section ? ColorRole::Text : ColorRole::Text3);
  m_title->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
  m_remark->setLook(FontRole::Hint, ColorRole::Text3);
  m_remark->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  m_remark->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(theme().px(8));
  row->addWidget(m_title);
  row->addWidget(m_remark, 1);
}

void SectionLabel::setContent(const QString& title, const QString& remark) {
  m_title->setContent(title);
  m_remark->setContent(remark);
  setAccessibleName(title);
}

} // namespace glassbox
