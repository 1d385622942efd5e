#include "widgets/lesson/prose_view.h"

#include "widgets/common/theme_manager.h"
#include "widgets/formula/formula_text.h"

#include <QAbstractTextDocumentLayout>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QSvgRenderer>
#include <QTextBlock>
#include <QTextDocument>
#include <QWheelEvent>

#include <cmath>

namespace glassbox {

ProseView::ProseView(QWidget* parent) : QTextBrowser(parent) {
  setFrameShape(QFrame::NoFrame);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  // The view is as tall as its text: a range of some pixels while it is being laid out must not leave it scrolled.
  connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, [bar = verticalScrollBar()] { bar->setRange(0, 0); });
  setOpenLinks(false);
  setOpenExternalLinks(false);
  viewport()->setAutoFillBackground(false);
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred); // Fixed would hold it to the height of its size hint's width
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl& url) { emit linkClicked(url.toString()); });
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, &ProseView::typeset);
}

ProseView::~ProseView() = default;

void ProseView::setContent(const ProseContent& content) {
  if (content.folder != m_content.folder) m_pictures.clear();
  m_content = content;
  typeset();
}

void ProseView::setZoom(double zoom) {
  if (qFuzzyCompare(zoom, m_content.style.zoom)) return;
  m_content.style.zoom = zoom;
  typeset();
}

void ProseView::typeset() {
  m_heights.clear();
  m_measure.reset();
  setLessonMarkdown(*document(), m_content.markdown, m_content.style);
  fitPictures(*document(), viewport()->width(), m_content.style.zoom, [this](const QString& name) {
    const QSvgRenderer* svg = picture(name);
    return svg ? QSizeF(svg->defaultSize()) : QSizeF();
  });
  showMarks();
  setAccessibleName(spokenText(*document()).left(80));
  updateGeometry();
}

void ProseView::mark(const QString& words, int line) {
  m_marked = words;
  m_markedLine = line;
  showMarks();
}

void ProseView::showMarks() {
  QList<QTextEdit::ExtraSelection> marks;
  QTextCharFormat format;
  format.setBackground(theme().color(ColorRole::WarnBg));
  bool onLine = false;
  if (!m_marked.isEmpty())
    for (QTextCursor found = document()->find(m_marked); !found.isNull(); found = document()->find(m_marked, found)) {
      marks.push_back({found, format});
      onLine = onLine || found.blockNumber() == m_markedLine;
    }
  if (const QTextBlock block = document()->findBlockByNumber(m_markedLine); !m_marked.isEmpty() && !onLine && m_markedLine >= 0 && block.isValid()) {
    QTextCursor whole(block);
    whole.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    marks.push_back({whole, format});
  }
  setExtraSelections(marks);
}

int ProseView::topOf(int line) const {
  const QTextBlock block = document()->findBlockByNumber(line);
  return block.isValid() ? static_cast<int>(document()->documentLayout()->blockBoundingRect(block).top()) : 0;
}

/// Null for a file that is not there: the reader of lessons has already said so.
QSvgRenderer* ProseView::picture(const QString& name) {
  std::unique_ptr<QSvgRenderer>& svg = m_pictures[name];
  if (!svg) svg = std::make_unique<QSvgRenderer>(QString::fromStdString((m_content.folder / name.toStdString()).string()));
  return svg->isValid() ? svg.get() : nullptr;
}

QVariant ProseView::loadResource(int type, const QUrl& name) {
  if (type != QTextDocument::ImageResource) return {}; // a lesson opens nothing else
  QSvgRenderer* svg = picture(name.toString());
  if (!svg) return {};
  const double width = std::min<double>(viewport()->width(), svg->defaultSize().width() * theme().scale() * m_content.style.zoom);
  const QSizeF size(width, width * svg->defaultSize().height() / std::max(1, svg->defaultSize().width()));
  const qreal dense = devicePixelRatioF();
  QImage image((size * dense).toSize(), QImage::Format_ARGB32_Premultiplied);
  image.setDevicePixelRatio(dense);
  image.fill(Qt::transparent);
  QPainter painter(&image);
  svg->render(&painter, QRectF(QPointF(), size));
  return image;
}

QMimeData* ProseView::createMimeDataFromSelection() const {
  auto* mime = new QMimeData;
  mime->setText(textWithTex(textCursor()));
  return mime;
}

std::vector<int> ProseView::headings() const {
  std::vector<int> tops;
  for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
    if (block.blockFormat().headingLevel() == 2)
      tops.push_back(static_cast<int>(document()->documentLayout()->blockBoundingRect(block).top()));
  return tops;
}

int ProseView::heightForWidth(int width) const {
  const int inner = width - contentsMargins().left() - contentsMargins().right();
  if (inner == viewport()->width() && qFuzzyCompare(document()->textWidth(), inner))
    return static_cast<int>(std::ceil(document()->size().height())) + contentsMargins().top() + contentsMargins().bottom();
  const auto known = m_heights.find(width);
  if (known != m_heights.end()) return known->second;
  if (!m_measure) {
    m_measure.reset(document()->clone());
    FormulaText::install(*m_measure);
  }
  fitPictures(*m_measure, inner, m_content.style.zoom, [this](const QString& name) {
    const auto svg = m_pictures.find(name);
    return svg != m_pictures.end() && svg->second->isValid() ? QSizeF(svg->second->defaultSize()) : QSizeF();
  });
  m_measure->setTextWidth(inner);
  return m_heights[width] = static_cast<int>(std::ceil(m_measure->size().height())) + contentsMargins().top() + contentsMargins().bottom();
}

QSize ProseView::sizeHint() const { return {theme().px(368), heightForWidth(theme().px(368))}; }

QSize ProseView::minimumSizeHint() const { return {theme().px(120), theme().px(16)}; }

void ProseView::resizeEvent(QResizeEvent* event) {
  QTextBrowser::resizeEvent(event);
  if (event->oldSize().width() == event->size().width()) return;
  document()->setTextWidth(viewport()->width());
  fitPictures(*document(), viewport()->width(), m_content.style.zoom, [this](const QString& name) {
    const QSvgRenderer* svg = picture(name);
    return svg ? QSizeF(svg->defaultSize()) : QSizeF();
  });
}

/// The text's fonts are its own: one that comes from a parent would replace them.
void ProseView::changeEvent(QEvent* event) {
  if (event->type() != QEvent::FontChange) QTextBrowser::changeEvent(event);
}

void ProseView::wheelEvent(QWheelEvent* event) { event->ignore(); } // the page scrolls, not its pieces

} // namespace glassbox
