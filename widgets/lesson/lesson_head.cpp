#include "widgets/lesson/lesson_head.h"

#include "widgets/common/icons.h"
#include "widgets/common/key_button.h"
#include "widgets/common/theme_manager.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace glassbox {
namespace {

constexpr int kMargin = 24, kBar = 4;
constexpr int kButton = 24, kButtonRight = 8;

} // namespace

QString blockTitle(const QString& block) {
  if (block == QLatin1String("A")) return QCoreApplication::translate("glassbox::LessonHead", "From a line to a neuron");
  if (block == QLatin1String("B")) return QCoreApplication::translate("glassbox::LessonHead", "Depth");
  if (block == QLatin1String("C")) return QCoreApplication::translate("glassbox::LessonHead", "Images");
  if (block == QLatin1String("D")) return QCoreApplication::translate("glassbox::LessonHead", "Sequences and language");
  if (block == QLatin1String("E")) return QCoreApplication::translate("glassbox::LessonHead", "Use and responsibility");
  if (block == QLatin1String("F")) return QCoreApplication::translate("glassbox::LessonHead", "Mastery");
  return {};
}

LessonHead::LessonHead(QWidget* parent) : QWidget(parent), m_bookmark(new KeyButton(this)) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  m_bookmark->setCheckable(true);
  connect(m_bookmark, &KeyButton::clicked, this, [this] {
    showBookmark(); // checked is what is kept, not what was clicked
    emit bookmarkAsked();
  });
  showBookmark();
}

void LessonHead::showBookmark() {
  const bool set = m_content.bookmarked;
  m_bookmark->setChecked(set);
  m_bookmark->setIcon(icon("bookmark", set ? ColorRole::Accent : ColorRole::Text2));
  m_bookmark->setAccessibleName(set ? tr("Remove the bookmark") : tr("Set a bookmark"));
  m_bookmark->setToolTip(set ? tr("<b>Remove the bookmark</b><br>Takes the bookmark of this section out of the list.")
                             : tr("<b>Set a bookmark</b><br>Marks this section; the list of lessons leads back to it."));
}

void LessonHead::resizeEvent(QResizeEvent*) {
  const int side = theme().px(kButton);
  m_bookmark->setGeometry(width() - theme().px(kButtonRight) - side, (height() - side) / 2, side, side);
}

void LessonHead::setContent(const LessonHeadContent& content) {
  if (content == m_content) return;
  m_content = content;
  showBookmark();
  update();
}

QSize LessonHead::sizeHint() const { return {theme().px(240), theme().px(12 + 4 + kBar + 4) + theme().lineHeight(FontRole::Hint)}; }

void LessonHead::paintEvent(QPaintEvent*) {
  const Theme& t = theme();
  QPainter p(this);
  p.setFont(t.font(FontRole::Hint));
  const QFontMetrics metrics(p.font());
  const QRect line(t.px(kMargin), t.px(12), width() - t.px(kMargin + kButtonRight + kButton + 4), t.lineHeight(FontRole::Hint));
  const QString section = tr("section %1 / %2").arg(m_content.section).arg(m_content.sections);
  const QString lesson =
      m_content.lessons > 0 ? tr("lesson %1 of %2").arg(m_content.number).arg(m_content.lessons) : tr("lesson %1").arg(m_content.number);
  p.setPen(t.color(ColorRole::Text3));
  const int sectionWidth = metrics.horizontalAdvance(section) + 2;
  p.drawText(line, Qt::AlignRight | Qt::AlignVCenter, section);
  p.setPen(t.color(ColorRole::Text2));
  const int room = line.width() - sectionWidth - t.px(12);
  QString place = m_content.block + u' ' + blockTitle(m_content.block) + QStringLiteral(" › ") + lesson;
  if (metrics.horizontalAdvance(place) > room) place = m_content.block + QStringLiteral(" › ") + lesson; // the list of lessons names the block
  p.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(place, Qt::ElideMiddle, room));
  p.setRenderHint(QPainter::Antialiasing);
  p.setPen(Qt::NoPen);
  const QRectF bar(line.left(), line.bottom() + 1 + t.px(4), line.width(), t.px(kBar));
  p.setBrush(t.color(ColorRole::Line));
  p.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2);
  const double share = std::clamp(m_content.section / std::max(1.0, double(m_content.sections)), 0.0, 1.0);
  p.setBrush(t.color(ColorRole::Accent));
  p.drawRoundedRect(QRectF(bar.left(), bar.top(), bar.width() * share, bar.height()), bar.height() / 2, bar.height() / 2);
}

void LessonHead::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    showBookmark();
    update();
  }
  QWidget::changeEvent(event);
}

} // namespace glassbox
