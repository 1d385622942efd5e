// Draws the icon's SVG as square PNG files, while the program is built.  render_icon ICON.svg OUT.png SIDE [OUT.png SIDE ...]
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

#include <cstdio>

int main(int argc, char** argv) {
  if (argc < 4 || argc % 2 != 0) {
    std::fputs("render_icon ICON.svg OUT.png SIDE [OUT.png SIDE ...]\n", stderr);
    return 2;
  }
  QSvgRenderer icon(QString::fromLocal8Bit(argv[1]));
  for (int i = 2; i < argc; i += 2) {
    const int side = QByteArray(argv[i + 1]).toInt();
    QImage picture(side, side, QImage::Format_ARGB32);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    icon.render(&painter);
    painter.end();
    if (!icon.isValid() || !picture.save(QString::fromLocal8Bit(argv[i]))) {
      std::fprintf(stderr, "render_icon: %s cannot be drawn from %s\n", argv[i], argv[1]);
      return 1;
    }
  }
}
