#include "formula_sheet.h"

#include "widgets/common/theme_manager.h"
#include "widgets/formula/formula_widget.h"

#include <QVBoxLayout>

namespace glassbox::test {
namespace {

constexpr const char* kFormulas[] = {
    "y = W x + b",
    "\\frac{\\partial L}{\\partial w_{12}} = \\sum_{s=1}^{3} \\color{bwd}{\\delta_1^{(s)}} \\cdot \\color{fwd}{x_2^{(s)}}",
    "\\link{a}{\\color{bwd}{-0.08631}} \\cdot \\link{b}{\\color{pos}{0.80}} \\cdot (1 - \\link{c}{\\color{fwd}{0.6107}}^2) = \\color{bwd}{-0.04330}",
    "w \\leftarrow w - \\eta\\, \\frac{\\hat{m}}{\\sqrt{\\hat{v}} + \\epsilon}",
    "\\Phi(x) = \\frac{1}{2}\\left(1 + \\operatorname{erf}\\frac{x}{\\sqrt{2}}\\right)",
    "y = \\operatorname{softmax}\\left(\\frac{q\\,k^{\\top}}{\\sqrt{d}}\\right) v",
    "r = \\frac{1}{\\sqrt{\\frac{1}{n} \\sum_{i} (x_{i} - \\mu)^2 + \\epsilon}}",
    "\\frac{\\partial L}{\\partial x} = \\gamma\\, r \\left( \\frac{\\partial L}{\\partial y} - \\frac{1}{n} \\sum_{i} \\frac{\\partial L}{\\partial y_{i}} - \\frac{z}{n} \\sum_{i} \\frac{\\partial L}{\\partial y_{i}}\\, z_{i} \\right)",
    "y_{ij} = \\max_{u,v} x_{i+u,\\,j+v}",
    "\\ell = \\frac{1}{2}\\,d^{2} \\text{ for } |d| \\le \\delta, \\text{ else } \\delta\\left(|d| - \\frac{1}{2}\\,\\delta\\right)",
    "f'(x) = 1 - y^2, \\quad f''(x),\\; f'^2_n,\\; x'_i",
    "\\hat{x}\\; \\bar{x}\\; \\tilde{x}\\; \\vec{x}\\; \\dot{x}\\; \\ddot{x}\\; \\hat{f}\\; \\bar{A}\\; \\hat{\\beta}\\; \\tilde{W}\\; \\vec{v}\\; \\hat{\\imath}",
    "\\widehat{abc}\\; \\widetilde{xy}\\; \\overline{x+y}\\; \\underline{ab}\\; \\overrightarrow{AB}\\; \\hat{\\theta}^2\\; \\bar{y}_i",
    "\\text{损失函数 } L = \\frac{1}{n}\\sum_{i=1}^{n} \\text{误差}_i^2, \\quad L_{\\text{训练}}",
    "\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix} \\begin{bmatrix} 1 & 0 & 0 \\\\ 0 & 1 & 0 \\\\ 0 & 0 & 1 \\end{bmatrix} \\begin{vmatrix} a & b \\\\ c & d \\end{vmatrix}",
    "f(x) = \\begin{cases} x & \\text{if } x > 0 \\\\ \\alpha\\,(e^{x} - 1) & \\text{otherwise} \\end{cases}",
    "\\begin{aligned} a &= b + c \\\\ &= \\frac{1}{2} d + e^{i\\pi} \\\\ x + y &\\approx 3 \\end{aligned}",
    "\\underbrace{a + b + c + d}_{\\text{four terms}} + \\overbrace{x_1 + \\cdots + x_n}^{n}",
    "\\int_0^\\infty e^{-x^2}\\, dx = \\frac{\\sqrt{\\pi}}{2}, \\quad \\oint_C f\\, dz",
    "\\sqrt{2}\\; \\sqrt[3]{x+1}\\; \\sqrt{\\frac{a}{b}}\\; \\sqrt{x^2}\\; \\sqrt{1 + \\sqrt{1 + \\sqrt{1 + x}}}",
    "\\prod_{j \\neq i} x_j\\; \\bigcup_{i} A_i\\; \\lim_{x \\to 0} \\frac{\\sin x}{x} = 1",
    "\\mathbf{W}\\mathbf{x} + \\boldsymbol{\\beta} \\in \\mathbb{R}^{n \\times m}, \\mathcal{L}(\\theta)",
    "\\alpha\\beta\\gamma\\delta\\epsilon\\varepsilon\\zeta\\eta\\theta\\vartheta\\iota\\kappa\\lambda\\mu\\nu\\xi\\pi\\rho\\sigma\\tau\\upsilon\\phi\\varphi\\chi\\psi\\omega",
    "\\Gamma\\Delta\\Theta\\Lambda\\Xi\\Pi\\Sigma\\Phi\\Psi\\Omega\\quad\\mathcal{ABCDEFGHN}\\quad\\mathbb{RNZQCE}",
    "\\left\\lVert W \\right\\rVert^2 + \\left\\{ x \\,\\middle|\\, \\frac{x}{2} > 1 \\right\\}",
    "x \\bigl( \\Bigl( \\biggl( \\Biggl( y \\Biggr] \\biggr] \\Bigr] \\bigr] \\; \\Biggl\\{ \\Biggl\\langle \\Biggl\\| \\Biggl|",
    "\\binom{n}{k} = \\frac{n!}{k!\\,(n-k)!}, \\quad \\tfrac12 \\; \\dfrac12",
    "x_{i_{j_k}}^{2^{2^2}} + {}^2 x + W_f^T + V_j^2 + \\Gamma^2_i + f_i^2",
    "\\left(\\begin{matrix} 1\\\\2\\\\3\\\\4\\\\5\\\\6 \\end{matrix}\\right) \\left\\{ \\begin{matrix} a \\\\ b \\\\ c \\\\ d \\\\ e \\\\ f\\end{matrix} \\right. \\sqrt{\\begin{matrix} a \\\\ b \\\\ c \\\\ d\\end{matrix}}",
    "\\forall x\\, \\exists y : x \\mid y \\Rightarrow A \\cap B \\subseteq C",
    "\\pm \\mp \\odot \\otimes \\propto \\approx \\sim \\ne \\le \\ge \\ll \\infty \\partial \\nabla \\ell \\ldots \\cdots \\vdots \\ddots",
    "p(x \\mid \\theta) = \\mathcal{N}(x;\\, \\mu, \\sigma^2), \\quad 97.0\\,\\%, \\quad a := b",
    "\\frac{1}{1 + \\frac{1}{1 + \\frac{1}{1 + x}}}",
    "\\frac{L(w + \\epsilon) - L(w - \\epsilon)}{2\\,\\epsilon}",
    "h_{t} = (1 - z_{t}) \\odot n_{t} + z_{t} \\odot h_{t-1}",
    "\\overset{!}{=}\\; \\underset{x}{y}\\; \\stackrel{\\text{def}}{=}\\; \\arg\\max_i p_i",
    "\\textstyle \\sum_{i=1}^n x_i \\; \\frac{a}{b} \\; \\int_0^1 \\; \\prod_j",
    "D_{\\mathrm{KL}}(p \\,\\|\\, q) = \\sum_x p(x) \\log \\frac{p(x)}{q(x)}",
    "J = L + \\frac{\\lambda}{2} \\|W\\|^2 \\ge 0",
    "s \\leftarrow \\beta_{2} s + (1 - \\beta_{2})\\, g^{2}, \\quad w \\leftarrow w - \\eta\\, \\frac{g}{\\sqrt{s} + \\epsilon}",
};

} // namespace

FormulaSheet::FormulaSheet() {
  constexpr int kColumns = 2;
  setFillRole(this, ColorRole::Canvas);
  auto* row = new QHBoxLayout(this);
  row->setSpacing(24);
  constexpr std::size_t kCount = std::size(kFormulas), kEach = (kCount + kColumns - 1) / kColumns;
  for (int column = 0; column < kColumns; ++column) {
    auto* stack = new QVBoxLayout;
    stack->setSpacing(14);
    row->addLayout(stack, 1);
    for (std::size_t i = column * kEach; i < std::min(kCount, (column + 1) * kEach); ++i) {
      auto* formula = new FormulaWidget;
      FormulaContent content;
      content.tex = QString::fromUtf8(kFormulas[i]);
      content.alignment = Qt::AlignLeft;
      formula->setContent(content);
      formula->setProperty("anyLanguage", true);
      stack->addWidget(formula);
    }
    stack->addStretch(1);
  }
}

} // namespace glassbox::test
