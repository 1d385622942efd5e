// The fast kernels of every instruction set this computer can run, against plain loops in float and in double.
//
// Arrays stand between guards, and rows between gaps, that hold NaN: a kernel that reads there spoils its result, one that
// writes there is found out.
#include <QProcess>
#include <QTest>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <vector>

#include "engine/kernels/cpu.h"
#include "engine/kernels/kernels.h"

// QVERIFY2 builds its text even when all is well, which takes most of the time in loops over numbers.
#define FAIL_UNLESS(condition, text)                                                                                                       \
  do {                                                                                                                                     \
    if (!(condition)) QFAIL(text);                                                                                                         \
  } while (false)

using namespace glassbox;

namespace {

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
constexpr float kInfinity = std::numeric_limits<float>::infinity();
constexpr double kHalfUlp = 0x1p-24;  // relative error of one rounding in float

std::vector<KernelSet> runnableSets() {
  std::vector<KernelSet> sets;
  for (const KernelSet set : {KernelSet::v2, KernelSet::v3, KernelSet::v4})
    if (canRun(set)) sets.push_back(set);
  return sets;
}

/// rows x columns numbers with gaps between the rows and guards at both ends.
struct Grid {
  Index rows, columns, ld;
  std::vector<float> memory;
  static constexpr Index kGuard = 21;  // odd, so that rows start at every alignment

  Grid(Index r, Index c, Index gap) : rows(r), columns(c), ld(c + gap), memory(static_cast<std::size_t>(r * ld + 2 * kGuard), kNaN) {}
  float* data() { return memory.data() + kGuard; }
  const float* data() const { return memory.data() + kGuard; }
  float& at(Index r, Index c) { return data()[r * ld + c]; }
  float at(Index r, Index c) const { return data()[r * ld + c]; }

  void fill(unsigned seed, double low = -1, double high = 1) {
    std::mt19937 random(seed);
    for (Index r = 0; r < rows; ++r)
      for (Index c = 0; c < columns; ++c) at(r, c) = static_cast<float>(low + (high - low) * (random() / 4294967296.0));
  }
  /// True when everything outside the rows is still NaN.
  bool guardsHold() const {
    for (Index i = 0; i < static_cast<Index>(memory.size()); ++i) {
      const Index inside = i - kGuard;
      const bool isElement = inside >= 0 && inside < rows * ld && inside % ld < columns;
      if (!isElement && !std::isnan(memory[static_cast<std::size_t>(i)])) return false;
    }
    return true;
  }
  bool sameBits(const Grid& other) const {
    for (Index r = 0; r < rows; ++r)
      for (Index c = 0; c < columns; ++c)
        if (std::bit_cast<std::uint32_t>(at(r, c)) != std::bit_cast<std::uint32_t>(other.at(r, c))) return false;
    return true;
  }
};

/// One row of n numbers.
Grid line(Index n, unsigned seed = 0, double low = -1, double high = 1) {
  Grid g(1, n, 0);
  if (seed) g.fill(seed, low, high);
  return g;
}

/// Distance of `got` from `exact` in units of the last place of `exact` as a float.
double ulpsApart(float got, double exact) {
  const float rounded = static_cast<float>(exact);
  if (std::isnan(got) && std::isnan(rounded)) return 0;
  if (got == rounded)
    return std::isinf(got) ? 0 : std::abs(got - exact) / std::max(std::ldexp(1.0, std::ilogb(exact == 0 ? 1.0 : exact) - 23), 0x1p-149);
  if (std::isnan(got) || std::isnan(rounded) || std::isinf(got) || std::isinf(rounded)) return kInfinity;
  int exponent = 0;
  std::frexp(exact, &exponent);
  return std::abs(got - exact) / std::max(std::ldexp(1.0, exponent - 24), 0x1p-149);
}

double activatedExactly(Activation act, double x) {
  switch (act) {
  case Activation::None:
    return x;
  case Activation::Relu:
    return x <= 0 ? 0 : x;
  case Activation::Sigmoid:
    return x < 0 ? std::exp(x) / (1 + std::exp(x)) : 1 / (1 + std::exp(-x));
  case Activation::Tanh:
    return std::tanh(x);
  }
  return x;
}

constexpr CurveKind kCurves[] = {CurveKind::LeakyRelu, CurveKind::Elu, CurveKind::Gelu, CurveKind::GeluTanh, CurveKind::Silu, CurveKind::Softplus};
const char* const kCurveNames[] = {"leaky relu", "elu", "gelu", "gelu by tanh", "silu", "softplus"};

/// f and f' of a curve whose parameter is 0.3, in double. Where f has long been 0 or x, it is given so: no 0 times infinity.
struct CurvePoint {
  double y, slope;
};
CurvePoint curveExactly(CurveKind kind, double x) {
  const auto sigmoid = [](double v) { return activatedExactly(Activation::Sigmoid, v); };
  if (std::isnan(x)) return {x, x};
  if (kind == CurveKind::LeakyRelu) return x > 0 ? CurvePoint{x, 1} : CurvePoint{double(0.3f) * x, double(0.3f)};
  if (kind == CurveKind::Elu) return x > 0 ? CurvePoint{x, 1} : CurvePoint{double(0.3f) * std::expm1(x), double(0.3f) * std::exp(x)};
  if (kind == CurveKind::Softplus) return {x > 700 ? x : std::log1p(std::exp(x)), sigmoid(x)};
  if (x < -1000) return {0, 0};
  if (x > 1000) return {x, 1};
  if (kind == CurveKind::Silu) return {x * sigmoid(x), sigmoid(x) + x * sigmoid(x) * sigmoid(-x)};
  if (kind == CurveKind::Gelu) {
    const double below = std::erfc(-x * std::sqrt(0.5)) / 2;
    return {x * below, below + x * std::exp(-x * x / 2) / std::sqrt(2 * M_PI)};
  }
  const double u = 2 * std::sqrt(2 / M_PI) * (x + 0.044715 * x * x * x);
  return {x * sigmoid(u), sigmoid(u) + x * sigmoid(u) * sigmoid(-u) * 2 * std::sqrt(2 / M_PI) * (1 + 3 * 0.044715 * x * x)};
}

constexpr Activation kActivations[] = {Activation::None, Activation::Relu, Activation::Sigmoid, Activation::Tanh};
const char* const kActivationNames[] = {"none", "relu", "sigmoid", "tanh"};

enum class Product { NT, NN, TN, WithTurned, OfTurned };
constexpr Product kProducts[] = {Product::NT, Product::NN, Product::TN, Product::WithTurned, Product::OfTurned};
const char* const kProductNames[] = {"productNT", "productNN", "productTN", "productWithTurned", "productOfTurned"};

/// Has the factors and the result of productNT: y = act(x W^T + bias).
bool isNT(Product p) { return p != Product::NN && p != Product::TN; }

/// X turned by two calls, as two threads would, in as much room as it is said to need.
Grid turned(const Kernels& kernels, Index M, Index K, const float* X, Index ldx) {
  Grid out(1, (M + kernels.turnedWidth - 1) / kernels.turnedWidth * kernels.turnedWidth * K, 0);
  kernels.turn(M, 0, K / 2, K, X, ldx, out.data());
  kernels.turn(M, K / 2, K, K, X, ldx, out.data());
  return out;
}

/// The factors of a product: x(m,k) and w(k,n) wherever they stand.
struct Factors {
  Product product;
  Index M, N, K;
  Grid X, W, bias;

  Factors(Product p, Index m, Index n, Index k, unsigned seed)
      : product(p), M(m), N(n), K(k), X(p == Product::TN ? k : m, p == Product::TN ? m : k, 3),
        W(isNT(p) ? n : k, isNT(p) ? k : n, 5), bias(1, n, 0) {
    X.fill(seed), W.fill(seed + 1), bias.fill(seed + 2);
  }
  float x(Index m, Index k) const { return product == Product::TN ? X.at(k, m) : X.at(m, k); }
  float w(Index k, Index n) const { return isNT(product) ? W.at(n, k) : W.at(k, n); }

  /// Rows m.. and columns n.. of Y by the kernel, as a caller that cuts the work asks for them.
  void run(const Kernels& kernels, Activation act, Grid& Y, Index m, Index rows, Index n, Index columns) const {
    float* y = Y.data() + m * Y.ld + n;
    if (product == Product::NT)
      kernels.productNT(rows, columns, K, X.data() + m * X.ld, X.ld, W.data() + n * W.ld, W.ld, bias.data() + n, act, y, Y.ld);
    else if (product == Product::WithTurned)
      kernels.productWithTurned(rows, columns, K, X.data() + m * X.ld, X.ld, turned(kernels, columns, K, W.data() + n * W.ld, W.ld).data(), bias.data() + n, act, y, Y.ld);
    else if (product == Product::OfTurned)
      kernels.productOfTurned(rows, columns, K, turned(kernels, rows, K, X.data() + m * X.ld, X.ld).data(), W.data() + n * W.ld, W.ld, bias.data() + n, act, y, Y.ld);
    else if (product == Product::NN)
      kernels.productNN(rows, columns, K, X.data() + m * X.ld, X.ld, W.data() + n, W.ld, y, Y.ld);
    else
      kernels.productTN(rows, columns, K, X.data() + m, X.ld, W.data() + n, W.ld, y, Y.ld);
  }
};

struct Sizes {
  Index M, N, K;
};

/// Around every width of vector and tile, the switch to dot products (K = 64, 128, 256) and blocks of k (256, 1024).
const Sizes kSizes[] = {{1, 1, 1},   {2, 3, 1},    {3, 2, 2},    {2, 4, 10},    {10, 4, 2},   {4, 2, 10},   {1, 8, 32},    {32, 1, 8},
                        {5, 7, 3},   {7, 5, 4},    {13, 16, 5},  {12, 17, 7},   {11, 15, 8},  {17, 33, 65}, {16, 64, 20},  {6, 48, 16},
                        {9, 49, 17}, {8, 63, 31},  {14, 65, 33}, {23, 100, 64}, {25, 31, 64}, {3, 130, 63}, {19, 10, 128}, {6, 9, 129},  {70, 50, 70}, {100, 100, 300},
                        {5, 6, 255}, {7, 11, 256}, {4, 13, 257}, {2, 70, 300},  {1, 5, 785},  {13, 3, 784}, {3, 4, 1025},  {2, 129, 1040}};

QByteArray sizesName(KernelSet set, Product product, const Sizes& s) {
  return QByteArray(name(set)) + " " + kProductNames[static_cast<int>(product)] + " M=" + QByteArray::number(s.M) +
         " N=" + QByteArray::number(s.N) + " K=" + QByteArray::number(s.K);
}

QByteArray place(KernelSet set, const char* what, Index i, double got, double expected) {
  return QByteArray(name(set)) + " " + what + " [" + QByteArray::number(i) + "]: got " + QByteArray::number(got, 'g', 9) + ", expected " +
         QByteArray::number(expected, 'g', 9);
}

void forEachProduct() {
  QTest::addColumn<int>("set");
  QTest::addColumn<int>("product");
  QTest::addColumn<int>("size");
  for (const KernelSet set : runnableSets())
    for (const Product product : kProducts)
      for (int i = 0; i < static_cast<int>(std::size(kSizes)); ++i)
        QTest::newRow(sizesName(set, product, kSizes[i])) << static_cast<int>(set) << static_cast<int>(product) << i;
}

const Index kLengths[] = {1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 64, 100, 1023, 1024, 1025, 5000};

}  // namespace

class TestKernels : public QObject {
  Q_OBJECT

 private slots:

  // ---- choice of a set ----------------------------------------------------------------------------------------------

  void aSetIsFoundByItsName() {
    for (const KernelSet set : {KernelSet::v2, KernelSet::v3, KernelSet::v4}) QVERIFY(kernelSetNamed(name(set)) == set);
    QVERIFY(!kernelSetNamed("v1"));
    QVERIFY(!kernelSetNamed(""));
  }

  void withoutARequestTheBestSetIsChosen() {
    QVERIFY(canRun(bestKernelSet()));
    for (const KernelSet set : runnableSets()) QVERIFY(set <= bestKernelSet());
    QVERIFY(*chooseKernelSet(nullptr) == bestKernelSet());
    QVERIFY(*chooseKernelSet("") == bestKernelSet());
    QVERIFY(*chooseKernelSet("v2") == KernelSet::v2);
  }

  void anUnknownNameIsRefusedWithASentence() {
    const Result<KernelSet> set = chooseKernelSet("avx3");
    QVERIFY(!set);
    QVERIFY(english(set.error()).find("\"avx3\"") != std::string::npos);
    QVERIFY(!set.error().hint.empty());
  }

  // ---- products -------------------------------------------------------------------------------------------------------

  void aProductIsTheSumOfItsTerms_data() { forEachProduct(); }
  void aProductIsTheSumOfItsTerms() {
    QFETCH(int, set);
    QFETCH(int, product);
    QFETCH(int, size);
    const auto [M, N, K] = kSizes[size];
    const Factors f(static_cast<Product>(product), M, N, K, 7);
    for (const Activation act : kActivations) {
      if (!isNT(f.product) && act != Activation::None) continue;
      Grid Y(M, N, 2), plain(M, N, 2);
      f.run(kernels(static_cast<KernelSet>(set)), act, Y, 0, M, 0, N);
      f.run(plainKernels(), act, plain, 0, M, 0, N);
      FAIL_UNLESS(Y.guardsHold(), "wrote outside of Y");
      for (Index m = 0; m < M; ++m)
        for (Index n = 0; n < N; ++n) {
          double exact = isNT(f.product) ? f.bias.at(0, n) : 0, size1 = std::abs(exact);
          for (Index k = 0; k < K; ++k) exact += double(f.x(m, k)) * f.w(k, n), size1 += std::abs(double(f.x(m, k)) * f.w(k, n));
          // Higham 2002, (3.5): any order of summation is off by at most K+1 roundings of the sum of sizes. No activation here
          // has a slope above 1; its own error is 4 ulp of a number of size 1 at most.
          const double bound = static_cast<double>(K + 2) * kHalfUlp * size1 + 8 * kHalfUlp;
          const double expected = activatedExactly(act, exact);
          FAIL_UNLESS(std::abs(Y.at(m, n) - expected) <= bound,
                      place(KernelSet(set), kActivationNames[int(act)], m * N + n, Y.at(m, n), expected));
          FAIL_UNLESS(std::abs(plain.at(m, n) - expected) <= bound, place(KernelSet(set), "plain", m * N + n, plain.at(m, n), expected));
        }
    }
  }

  void aProductCutIntoBlocksHasTheSameBits_data() { forEachProduct(); }
  void aProductCutIntoBlocksHasTheSameBits() {
    QFETCH(int, set);
    QFETCH(int, product);
    QFETCH(int, size);
    const auto [M, N, K] = kSizes[size];
    const Kernels& fast = kernels(static_cast<KernelSet>(set));
    const Factors f(static_cast<Product>(product), M, N, K, 11);
    Grid whole(M, N, 1);
    f.run(fast, Activation::Tanh, whole, 0, M, 0, N);
    std::mt19937 random(5);
    for (int trial = 0; trial < 4; ++trial) {
      Grid blocks(M, N, 1);
      const Index tall = trial == 0 ? 1 : 1 + Index(random() % unsigned(M)), wide = trial == 1 ? 1 : 1 + Index(random() % unsigned(N));
      for (Index m = 0; m < M; m += tall)
        for (Index n = 0; n < N; n += wide) f.run(fast, Activation::Tanh, blocks, m, std::min(tall, M - m), n, std::min(wide, N - n));
      FAIL_UNLESS(blocks.sameBits(whole), qPrintable(QString("blocks of %1 x %2 differ from the whole").arg(tall).arg(wide)));
    }
  }

  void anActivationFusedIntoTheProductHasTheBitsOfTheSeparateOne() {
    for (const KernelSet set : runnableSets())
      for (const Index K : {3, 300})
        for (const Activation act : kActivations) {
          const Factors f(Product::NT, 9, 37, K, 3);
          Grid fused(9, 37, 0), separate(9, 37, 0);
          f.run(kernels(set), act, fused, 0, 9, 0, 37);
          f.run(kernels(set), Activation::None, separate, 0, 9, 0, 37);
          kernels(set).activate(act, 9 * 37, separate.data(), separate.data());
          FAIL_UNLESS(fused.sameBits(separate), kActivationNames[int(act)]);
        }
  }

  void anEmptySumIsZeroOrTheBias() {
    for (const KernelSet set : runnableSets()) {
      const float bias[3] = {1, -2, 3};
      float y[6];
      std::fill(y, y + 6, 9.0f);
      kernels(set).productNT(2, 3, 0, bias, 0, bias, 0, bias, Activation::Relu, y, 3);
      for (int i = 0; i < 6; ++i) QCOMPARE(y[i], std::max(bias[i % 3], 0.0f));
      kernels(set).productNN(2, 3, 0, bias, 0, bias, 3, y, 3);
      for (int i = 0; i < 6; ++i) QCOMPARE(y[i], 0.0f);
      std::fill(y, y + 6, 9.0f);
      kernels(set).productTN(2, 3, 0, bias, 2, bias, 3, y, 3);
      for (int i = 0; i < 6; ++i) QCOMPARE(y[i], 0.0f);
    }
  }

  void aNaNReachesItsRowAndColumnAndNoOther() {
    for (const KernelSet set : runnableSets())
      for (const Product product : kProducts)
        for (const Index K : {5, 300}) {
          Factors f(product, 7, 21, K, 3);
          (product == Product::TN ? f.X.at(2, 3) : f.X.at(3, 2)) = kNaN;
          (isNT(product) ? f.W.at(20, 4) : f.W.at(4, 20)) = kInfinity;
          Grid Y(7, 21, 0);
          f.run(kernels(set), Activation::Relu, Y, 0, 7, 0, 21);
          for (Index m = 0; m < 7; ++m)
            for (Index n = 0; n < 21; ++n) {
              const bool finite = m != 3 && n != 20;
              FAIL_UNLESS(m == 3 ? std::isnan(Y.at(m, n)) : finite == std::isfinite(Y.at(m, n)) || Y.at(m, n) == 0,
                          place(set, kProductNames[int(product)], m * 21 + n, Y.at(m, n), m == 3 ? kNaN : 0));
            }
        }
  }

  void columnSumsAddEveryRow() {
    for (const KernelSet set : runnableSets())
      for (const Index N : kLengths)
        for (const Index M : {1, 2, 33}) {
          Grid X(M, N, 3), y(1, N, 0);
          X.fill(5);
          kernels(set).columnSums(M, N, X.data(), X.ld, y.data());
          QVERIFY(y.guardsHold());
          for (Index n = 0; n < N; ++n) {
            double exact = 0;
            for (Index m = 0; m < M; ++m) exact += X.at(m, n);
            FAIL_UNLESS(std::abs(y.at(0, n) - exact) <= double(M) * double(M) * kHalfUlp, place(set, "columnSums", n, y.at(0, n), exact));
          }
        }
  }

  // ---- functions of one number --------------------------------------------------------------------------------------

  // Every 9,973rd float from all of them (430,000): zeros, denormals, infinities and NaN of both signs among them.
  void exponentialsAreWithinOneUlp() {
    checkFunction(
        1.0, [](const Kernels& k, Index n, const float* x, float* y) { k.exp(n, x, y); }, [](double x) { return std::exp(x); });
  }
  void logarithmsAreWithinOneUlp() {
    checkFunction(
        1.0, [](const Kernels& k, Index n, const float* x, float* y) { k.log(n, x, y); }, [](double x) { return std::log(x); });
  }
  void tanhIsWithinTwoAndAHalfUlp() {
    checkFunction(
        2.5, [](const Kernels& k, Index n, const float* x, float* y) { k.activate(Activation::Tanh, n, x, y); },
        [](double x) { return std::tanh(x); });
  }
  void sigmoidIsWithinTwoAndAHalfUlp() {
    checkFunction(
        2.5, [](const Kernels& k, Index n, const float* x, float* y) { k.activate(Activation::Sigmoid, n, x, y); },
        [](double x) { return activatedExactly(Activation::Sigmoid, x); });
  }
  void reluKeepsNaN() {
    checkFunction(
        0.0, [](const Kernels& k, Index n, const float* x, float* y) { k.activate(Activation::Relu, n, x, y); },
        [](double x) { return activatedExactly(Activation::Relu, x); });
  }

  void curvesHaveTheErrorTheyState_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<double>("ulps");
    QTest::addColumn<double>("from");
    // One operation for leaky relu; the others as curves.inc states. `from`: further left their digits go.
    QTest::newRow("leaky relu") << 0 << 0.5 << -1e39;
    QTest::newRow("elu") << 1 << 1.5 << -1e39;  // 0.9 and the multiplication by alpha
    QTest::newRow("gelu") << 2 << 9.0 << -14.0;
    QTest::newRow("gelu by tanh") << 3 << 33.0 << -5.0;
    QTest::newRow("silu") << 4 << 2.9 << -87.0;
    QTest::newRow("softplus") << 5 << 2.0 << -1e39;
  }
  void curvesHaveTheErrorTheyState() {
    QFETCH(int, kind);
    QFETCH(double, ulps);
    QFETCH(double, from);
    const Curve curve{kCurves[kind], 0.3f};
    checkFunction(
        ulps, [&](const Kernels& k, Index n, const float* x, float* y) { k.curves.apply(curve, n, x, y); },
        [&](double x) { return curveExactly(curve.kind, x).y; }, from);
  }

  void slopesOfCurvesAreTheirDerivatives() {
    std::vector<float> x{0.0f, -0.0f, 1e-45f, -1e-40f, 3e38f, -3e38f, kInfinity, -kInfinity}, one, dx;
    for (int i = -30000; i <= 30000; ++i) x.push_back(float(i) / 1000);
    one.assign(x.size(), 1);
    dx.resize(x.size());
    for (const KernelSet set : runnableSets())
      for (const CurveKind kind : kCurves) {
        kernels(set).curves.backward({kind, 0.3f}, Index(x.size()), x.data(), one.data(), dx.data());
        for (std::size_t i = 0; i < x.size(); ++i)
          FAIL_UNLESS(std::abs(dx[i] - curveExactly(kind, x[i]).slope) <= 3e-7, place(set, kCurveNames[int(kind)], Index(i), dx[i], curveExactly(kind, x[i]).slope));
      }
  }

  void curvesMatchThePlainOnesAtEveryLength() {
    for (const KernelSet set : runnableSets())
      for (const CurveKind kind : kCurves)
        for (const Index n : kLengths) {
          const Grid x = line(n, 1, -4, 4), dy = line(n, 2);
          Grid y = line(n), dx = line(n), plainY = line(n), plainDx = line(n);
          kernels(set).curves.apply({kind, 0.3f}, n, x.data(), y.data());
          kernels(set).curves.backward({kind, 0.3f}, n, x.data(), dy.data(), dx.data());
          plainKernels().curves.apply({kind, 0.3f}, n, x.data(), plainY.data());
          plainKernels().curves.backward({kind, 0.3f}, n, x.data(), dy.data(), plainDx.data());
          FAIL_UNLESS(y.guardsHold() && dx.guardsHold(), kCurveNames[int(kind)]);
          for (Index i = 0; i < n; ++i) {
            FAIL_UNLESS(std::abs(y.at(0, i) - plainY.at(0, i)) <= 1e-6, place(set, kCurveNames[int(kind)], i, y.at(0, i), plainY.at(0, i)));
            FAIL_UNLESS(std::abs(dx.at(0, i) - plainDx.at(0, i)) <= 1e-6, place(set, kCurveNames[int(kind)], i, dx.at(0, i), plainDx.at(0, i)));
            float single = 0;
            kernels(set).curves.apply({kind, 0.3f}, 1, x.data() + i, &single);
            FAIL_UNLESS(single == y.at(0, i), "an element depends on where it stands");
          }
        }
  }

  void anElementDoesNotDependOnWhereItStands() {
    for (const KernelSet set : runnableSets())
      for (const Activation act : kActivations) {
        const Grid x = line(100, 3, -9, 9);
        Grid whole = line(100), single = line(100);
        kernels(set).activate(act, 100, x.data(), whole.data());
        for (Index i = 0; i < 100; ++i) kernels(set).activate(act, 1, x.data() + i, single.data() + i);
        FAIL_UNLESS(whole.sameBits(single), kActivationNames[int(act)]);
      }
  }

  void elementwiseFunctionsMatchThePlainOnesAtEveryLength() {
    for (const KernelSet set : runnableSets())
      for (const Index n : kLengths) {
        const Kernels &fast = kernels(set), &plain = plainKernels();
        const Grid a = line(n, 1), b = line(n, 2);
        const auto compare = [&](const char* what, double ulps, const auto& run) {
          Grid got = line(n), expected = line(n);
          run(fast, got.data()), run(plain, expected.data());
          FAIL_UNLESS(got.guardsHold(), what);
          // sums and products that are rounded once or twice more or less: `ulps` of the larger operand's size, at most 1
          for (Index i = 0; i < n; ++i)
            FAIL_UNLESS(std::abs(got.at(0, i) - expected.at(0, i)) <= ulps * 2 * kHalfUlp,
                        place(set, what, i, got.at(0, i), expected.at(0, i)));
        };
        for (const Activation act : kActivations)
          compare(kActivationNames[int(act)], 2, [&](const Kernels& k, float* y) { k.activateBackward(act, n, a.data(), b.data(), y); });
        compare("add", 0, [&](const Kernels& k, float* y) { k.add(n, a.data(), b.data(), y); });
        compare("multiply", 0, [&](const Kernels& k, float* y) { k.multiply(n, a.data(), b.data(), y); });
        if (n % 4 == 0)
          compare("scaleShift", 1, [&](const Kernels& k, float* y) { k.scaleShift(4, n / 4, a.data(), b.data(), a.data(), y); });
        std::vector<unsigned char> bytes(static_cast<std::size_t>(n));
        for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<unsigned char>(37 * i + 255);
        compare("fromBytes", 0, [&](const Kernels& k, float* y) { k.fromBytes(n, bytes.data(), 255.0f, y); });
        if (QTest::currentTestFailed()) return;
      }
  }

  void everyByteIsDividedExactly() {
    std::vector<unsigned char> bytes(256);
    for (std::size_t i = 0; i < 256; ++i) bytes[i] = static_cast<unsigned char>(i);
    std::vector<float> y(256);
    for (const KernelSet set : runnableSets())
      for (int d = 1; d <= 2000; ++d) {
        const float divisor = d <= 300 ? float(d) : float(d) / 777;
        kernels(set).fromBytes(256, bytes.data(), divisor, y.data());
        for (std::size_t i = 0; i < 256; ++i)
          FAIL_UNLESS(y[i] == float(i) / divisor, place(set, "byte", Index(i), y[i], float(i) / divisor));
      }
  }

  void theGradientOfReluPassesWhereTheOutputIsNaN() {
    for (const KernelSet set : runnableSets()) {
      const float y[4] = {kNaN, 0, 2, 0}, dy[4] = {5, 6, 7, kInfinity};
      float dx[4];
      kernels(set).activateBackward(Activation::Relu, 4, y, dy, dx);
      QCOMPARE(dx[0], 5.0f);
      QCOMPARE(dx[1], 0.0f);
      QCOMPARE(dx[2], 7.0f);
      QCOMPARE(dx[3], 0.0f);  // closed: not 0 times infinity
    }
  }

  // ---- rows -------------------------------------------------------------------------------------------------------------

  void softmaxAndItsLossMatchDouble() {
    for (const KernelSet set : runnableSets())
      for (const Index N : {1, 2, 3, 10, 16, 17, 33, 100, 1000})
        for (const Index M : {1, 5, 16, 35}) {
          const Kernels& fast = kernels(set);
          const float scale = 1.0f / float(M);
          Grid x(M, N, 0), y(M, N, 0), dy(M, N, 0), dx(M, N, 0), dloss(M, N, 0), label(1, M, 0), loss(1, M, 0), alone(1, M, 0);
          x.fill(3, -20, 20), dy.fill(4);
          for (Index m = 0; m < M; ++m) label.at(0, m) = float((7 * m) % N);
          fast.softmaxRows(M, N, x.data(), y.data());
          fast.softmaxRowsBackward(M, N, y.data(), dy.data(), dx.data());
          fast.softmaxCrossEntropy(M, N, x.data(), label.data(), scale, loss.data(), dloss.data());
          fast.softmaxCrossEntropy(M, N, x.data(), label.data(), scale, alone.data(), nullptr);
          QVERIFY(y.guardsHold() && dx.guardsHold() && dloss.guardsHold() && loss.guardsHold());
          FAIL_UNLESS(alone.sameBits(loss), "the loss depends on whether the gradient is asked for");
          for (Index m = 0; m < M; ++m) {
            double top = -1e9, sum = 0, dot = 0;
            for (Index n = 0; n < N; ++n) top = std::max(top, double(x.at(m, n)));
            for (Index n = 0; n < N; ++n) sum += std::exp(x.at(m, n) - top);
            for (Index n = 0; n < N; ++n) dot += std::exp(x.at(m, n) - top) / sum * dy.at(m, n);
            const Index target = Index(label.at(0, m));
            const double exactLoss = std::log(sum) + top - x.at(m, target);
            // x - top is rounded at size 40 (2e-6 of e^x at worst); the sum adds up to N roundings.
            const double relative = 4e-6 + double(N) * kHalfUlp;
            FAIL_UNLESS(std::abs(loss.at(0, m) - exactLoss) <= relative + exactLoss * 4 * kHalfUlp,
                        place(set, "loss", m, loss.at(0, m), exactLoss));
            for (Index n = 0; n < N; ++n) {
              const double p = std::exp(x.at(m, n) - top) / sum, expected = (p - double(n == target)) * scale;
              FAIL_UNLESS(std::abs(y.at(m, n) - p) <= p * relative + 1e-44, place(set, "softmax", m * N + n, y.at(m, n), p));
              FAIL_UNLESS(std::abs(dloss.at(m, n) - expected) <= (p * relative + 4 * kHalfUlp) * scale,
                          place(set, "d loss", m * N + n, dloss.at(m, n), expected));
              FAIL_UNLESS(std::abs(dx.at(m, n) - p * (dy.at(m, n) - dot)) <= 4 * relative,
                          place(set, "d softmax", m * N + n, dx.at(m, n), p));
            }
          }
        }
  }

  void softmaxOfHugeLogitsIsFiniteAndOfNaNIsNaN() {
    for (const KernelSet set : runnableSets()) {
      const float x[8] = {1e30f, -1e30f, 0, 1e30f, 1, kNaN, 2, 3};
      const float label[2] = {1, 0};
      float y[8], loss[2], dx[8];
      kernels(set).softmaxRows(2, 4, x, y);
      const float expected[4] = {0.5f, 0, 0, 0.5f};
      for (int i = 0; i < 4; ++i) QCOMPARE(y[i], expected[i]);
      for (int i = 4; i < 8; ++i) QVERIFY(std::isnan(y[i]));
      kernels(set).softmaxCrossEntropy(2, 4, x, label, 1, loss, dx);
      QCOMPARE(loss[0], 2e30f);
      QVERIFY(std::isnan(loss[1]));
      for (int i = 4; i < 8; ++i) QVERIFY(std::isnan(dx[i]));
    }
  }

  void softmaxOfEqualLogitsIsEvenHoweverLowTheyAre() {
    for (const KernelSet set : runnableSets())
      for (const Index N : {2, 3, 17, 21, 100}) {
        const std::vector<float> x(static_cast<std::size_t>(N), -1e4f);  // e^-10000 is 0: only the distance to the largest may count
        std::vector<float> y(x);
        const float label = 1;
        float loss = 0;
        kernels(set).softmaxRows(1, N, x.data(), y.data());
        kernels(set).softmaxCrossEntropy(1, N, x.data(), &label, 1, &loss, nullptr);
        for (const float p : y) FAIL_UNLESS(std::abs(p * double(N) - 1) <= 4 * kHalfUlp, place(set, "softmax", N, p, 1.0 / double(N)));
        FAIL_UNLESS(std::abs(loss - std::log(double(N))) <= 8 * kHalfUlp, place(set, "loss", N, loss, std::log(double(N))));
      }
  }

  void lossesOfSingleNumbersMatchDouble() {
    for (const KernelSet set : runnableSets())
      for (const Index n : kLengths) {
        const Kernels& fast = kernels(set);
        const Grid x = line(n, 1, -30, 30), t = line(n, 2, 0, 1);
        Grid loss = line(n), dx = line(n), alone = line(n);
        fast.binaryCrossEntropy(n, x.data(), t.data(), 0.5f, loss.data(), dx.data());
        fast.binaryCrossEntropy(n, x.data(), t.data(), 0.5f, alone.data(), nullptr);
        QVERIFY(loss.guardsHold() && dx.guardsHold() && alone.sameBits(loss));
        for (Index i = 0; i < n; ++i) {
          const double v = x.at(0, i), target = t.at(0, i);
          const double exact = std::max(v, 0.0) - target * v + std::log1p(std::exp(-std::abs(v)));
          const double gradient = (activatedExactly(Activation::Sigmoid, v) - target) * 0.5;
          FAIL_UNLESS(std::abs(loss.at(0, i) - exact) <= 4 * kHalfUlp * (1 + std::abs(v)),
                      place(set, "binaryCrossEntropy", i, loss.at(0, i), exact));
          FAIL_UNLESS(std::abs(dx.at(0, i) - gradient) <= 4 * kHalfUlp, place(set, "d binaryCrossEntropy", i, dx.at(0, i), gradient));
        }
        fast.squaredError(n, x.data(), t.data(), 0.5f, 0.25f, loss.data(), dx.data());
        fast.squaredError(n, x.data(), t.data(), 0.5f, 0.25f, alone.data(), nullptr);
        QVERIFY(loss.guardsHold() && dx.guardsHold() && alone.sameBits(loss));
        for (Index i = 0; i < n; ++i) {
          const double d = double(x.at(0, i)) - t.at(0, i);
          FAIL_UNLESS(std::abs(loss.at(0, i) - 0.5 * d * d) <= 4 * kHalfUlp * d * d,
                      place(set, "squaredError", i, loss.at(0, i), 0.5 * d * d));
          FAIL_UNLESS(std::abs(dx.at(0, i) - d * 0.25) <= 4 * kHalfUlp * std::abs(d),
                      place(set, "d squaredError", i, dx.at(0, i), d * 0.25));
        }
      }
  }

  void lossesOfNumbersMatchDouble() {
    for (const KernelSet set : runnableSets())
      for (const Index n : kLengths)
        for (const int kind : {0, 1, 2}) {
          const Grid x = line(n, 1, -3, 3);
          Grid t = line(n, 2), loss = line(n), dx = line(n), alone = line(n);
          if (kind == 2)
            for (Index i = 0; i < n; ++i) t.at(0, i) = float(i % 3 == 0);
          if (kind == 0) t.at(0, 0) = x.at(0, 0);  // no distance, no side
          const auto run = [&](const Kernels& k, float* l, float* d) {
            if (kind == 0) k.losses.absoluteError(n, x.data(), t.data(), 0.25f, l, d);
            if (kind == 1) k.losses.huber(n, x.data(), t.data(), 0.7f, 0.25f, l, d);
            if (kind == 2) k.losses.hinge(n, x.data(), t.data(), 0.7f, 0.25f, l, d);
          };
          run(kernels(set), loss.data(), dx.data());
          run(kernels(set), alone.data(), nullptr);
          QVERIFY(loss.guardsHold() && dx.guardsHold() && alone.sameBits(loss));
          for (Index i = 0; i < n; ++i) {
            const double d = double(x.at(0, i)) - t.at(0, i), size = std::abs(d), delta = double(0.7f), s = 2 * double(t.at(0, i)) - 1, missing = delta - s * x.at(0, i);
            const double exact = kind == 0 ? size : kind == 1 ? (size <= delta ? d * d / 2 : delta * (size - delta / 2)) : std::max(0.0, missing);
            const double slope = kind == 0 ? double(d > 0) - double(d < 0) : kind == 1 ? std::clamp(d, -delta, delta) : missing > 0 ? -s : 0;
            FAIL_UNLESS(std::abs(loss.at(0, i) - exact) <= 16 * kHalfUlp, place(set, "loss", i, loss.at(0, i), exact));
            FAIL_UNLESS(std::abs(dx.at(0, i) - slope / 4) <= 8 * kHalfUlp, place(set, "gradient", i, dx.at(0, i), slope / 4));
          }
          run(plainKernels(), alone.data(), t.data());
          for (Index i = 0; i < n; ++i) FAIL_UNLESS(std::abs(loss.at(0, i) - alone.at(0, i)) <= 16 * kHalfUlp, place(set, "plain loss", i, loss.at(0, i), alone.at(0, i)));
        }
  }

  void smoothedCrossEntropyMatchesDouble() {
    for (const KernelSet set : runnableSets())
      for (const Index N : {2, 3, 10, 16, 33, 100})
        for (const Index M : {1, 5, 35}) {
          const float smoothing = 0.2f, scale = 1.0f / float(M);
          Grid x(M, N, 0), dx(M, N, 0), label(1, M, 0), loss(1, M, 0), alone(1, M, 0);
          x.fill(3, -20, 20);
          for (Index m = 0; m < M; ++m) label.at(0, m) = float((7 * m) % N);
          kernels(set).losses.smoothedCrossEntropy(M, N, x.data(), label.data(), smoothing, scale, loss.data(), dx.data());
          kernels(set).losses.smoothedCrossEntropy(M, N, x.data(), label.data(), smoothing, scale, alone.data(), nullptr);
          QVERIFY(dx.guardsHold() && loss.guardsHold() && alone.sameBits(loss));
          for (Index m = 0; m < M; ++m) {
            double sum = 0, exact = 0;
            for (Index n = 0; n < N; ++n) sum += std::exp(double(x.at(m, n)));
            for (Index n = 0; n < N; ++n) {
              const double p = std::exp(double(x.at(m, n))) / sum, q = (n == Index(label.at(0, m)) ? 1 - double(smoothing) : 0) + double(smoothing) / double(N);
              exact -= q * std::log(p);
              FAIL_UNLESS(std::abs(dx.at(m, n) - (p - q) * scale) <= 1e-5 * scale, place(set, "gradient", n, dx.at(m, n), (p - q) * scale));
            }
            FAIL_UNLESS(std::abs(loss.at(0, m) - exact) <= 2e-5, place(set, "loss", m, loss.at(0, m), exact));
          }
        }
  }

  void theBinaryLossOfAHugeLogitIsItsSize() {
    for (const KernelSet set : runnableSets()) {
      const float x[4] = {1e30f, -1e30f, -1e30f, kNaN}, t[4] = {0, 1, 0, 0};
      float loss[4], dx[4];
      kernels(set).binaryCrossEntropy(4, x, t, 1, loss, dx);
      QCOMPARE(loss[0], 1e30f);
      QCOMPARE(loss[1], 1e30f);
      QCOMPARE(loss[2], 0.0f);
      QVERIFY(std::isnan(loss[3]) && std::isnan(dx[3]));
    }
  }

  // ---- sums -------------------------------------------------------------------------------------------------------------

  void sumsOfWholeNumbersAreExact() {
    for (const KernelSet set : runnableSets())
      for (const Index n : kLengths) {
        Grid x = line(n);
        double sum = 0, squares = 0;
        for (Index i = 0; i < n; ++i) {
          x.at(0, i) = float((i * 7919) % 16381) * 1024 + 1;  // squares need 48 bits: exact in double alone
          sum += x.at(0, i), squares += double(x.at(0, i)) * x.at(0, i);
        }
        QCOMPARE(kernels(set).sum(n, x.data()), sum);
        QCOMPARE(kernels(set).sumOfSquares(n, x.data()), squares);
      }
  }

  void anEmptySumOfNumbersIsZero() {
    for (const KernelSet set : runnableSets()) {
      QCOMPARE(kernels(set).sum(0, nullptr), 0.0);
      QCOMPARE(kernels(set).sumOfSquares(0, nullptr), 0.0);
    }
  }

  // ---- optimizers -----------------------------------------------------------------------------------------------------

  void optimizersTakeTheStepOfTheirFormula_data() {
    QTest::addColumn<float>("l1");
    QTest::addColumn<float>("l2");
    QTest::newRow("without regularization") << 0.0f << 0.0f;
    QTest::newRow("l2 pulls by the weight") << 0.0f << 0.3f;
    QTest::newRow("l1 pulls by the sign and stops at 0") << 2.0f << 0.0f;
    QTest::newRow("both") << 2.0f << 0.3f;
    QTest::newRow("with decay and clipping") << 0.0f << 0.0f;
  }
  void optimizersTakeTheStepOfTheirFormula() {
    QFETCH(float, l1);
    QFETCH(float, l2);
    UpdateStep step;
    step.rate = 0.1f, step.momentum = 0.9f, step.beta1 = 0.9f, step.beta2 = 0.999f, step.epsilon = 1e-8f, step.correction2 = 3.0f;
    step.l1 = l1, step.l2 = l2, step.l1Rate = 0.07f;
    if (QByteArray(QTest::currentDataTag()) == "with decay and clipping") step.decay = 0.02f, step.gradientScale = 0.6f;
    for (const KernelSet set : runnableSets())
      for (const Index n : kLengths)
        for (const int optimizer : {0, 1, 2, 3, 4, 5}) {
          const Grid g = line(n, 1), w0 = line(n, 2), m0 = line(n, 3), v0 = line(n, 4, 0, 1), s0 = line(n, 5, 0, 1);
          const bool squares = optimizer > 3;  // AdaGrad and RMSProp keep them in their first state
          Grid w = w0, m = squares ? s0 : m0, v = v0;
          const Kernels& fast = kernels(set);
          const UpdateSums sums = optimizer == 0   ? fast.updateSgd(n, step, g.data(), w.data())
                                  : optimizer == 1 ? fast.updateMomentum(n, step, g.data(), w.data(), m.data())
                                  : optimizer == 2 ? fast.updateAdam(n, step, g.data(), w.data(), m.data(), v.data())
                                  : optimizer == 3 ? fast.updateNesterov(n, step, g.data(), w.data(), m.data())
                                  : optimizer == 4 ? fast.updateAdaGrad(n, step, g.data(), w.data(), m.data())
                                                   : fast.updateRmsProp(n, step, g.data(), w.data(), m.data());
          QVERIFY(w.guardsHold() && m.guardsHold() && v.guardsHold());
          UpdateSums exact;
          for (Index i = 0; i < n; ++i) {
            const double gradient = g.at(0, i), d = double(step.gradientScale) * gradient + double(l2) * w0.at(0, i);
            double first = squares ? s0.at(0, i) : m0.at(0, i), second = v0.at(0, i), delta = double(step.rate) * d;
            if (optimizer == 1) first = double(step.momentum) * first + d, delta = double(step.rate) * first;
            if (optimizer == 2) {
              first = double(step.beta1) * first + double(1 - step.beta1) * d;
              second = double(step.beta2) * second + double(1 - step.beta2) * d * d;
              delta = double(step.rate) * first / (std::sqrt(second) * double(step.correction2) + double(step.epsilon)) + double(step.decay) * w0.at(0, i);
            }
            if (optimizer == 3) first = double(step.momentum) * first + d, delta = double(step.rate) * (d + double(step.momentum) * first);
            if (optimizer == 4) first += d * d, delta = double(step.rate) * d / (std::sqrt(first) + double(step.epsilon));
            if (optimizer == 5) {
              first = double(step.beta2) * first + double(1 - step.beta2) * d * d;
              delta = double(step.rate) * d / (std::sqrt(first) + double(step.epsilon));
            }
            double after = w0.at(0, i) - delta;
            if (l1 > 0) after = std::copysign(std::max(std::abs(after) - double(step.l1Rate * l1), 0.0), after);
            // A handful of roundings of numbers up to 2; for Adam a small second moment magnifies the step's own.
            const double bound = 8 * 2 * kHalfUlp + 8 * kHalfUlp * std::abs(delta);
            FAIL_UNLESS(std::abs(w.at(0, i) - after) <= bound, place(set, "weight", i, w.at(0, i), after));
            FAIL_UNLESS(std::abs(m.at(0, i) - first) <= 8 * kHalfUlp, place(set, "first moment", i, m.at(0, i), first));
            FAIL_UNLESS(std::abs(v.at(0, i) - second) <= 8 * kHalfUlp, place(set, "second moment", i, v.at(0, i), second));
            const double change = double(w.at(0, i)) - w0.at(0, i);
            exact.gradient += gradient * gradient, exact.weight += double(w.at(0, i)) * w.at(0, i), exact.change += change * change;
          }
          // Up to 64 floats are added in a lane before the sum goes on in double.
          const double relative = 66 * kHalfUlp;
          FAIL_UNLESS(std::abs(sums.gradient - exact.gradient) <= relative * exact.gradient,
                      place(set, "sum of g^2", n, sums.gradient, exact.gradient));
          FAIL_UNLESS(std::abs(sums.weight - exact.weight) <= relative * exact.weight,
                      place(set, "sum of w^2", n, sums.weight, exact.weight));
          FAIL_UNLESS(std::abs(sums.change - exact.change) <= relative * exact.change + 1e-12,
                      place(set, "sum of changes", n, sums.change, exact.change));
        }
  }

  void sumsOfAnUpdateStayTrueOverManyWeights() {
    const Index n = 300000;
    std::vector<float> g(static_cast<std::size_t>(n), 0.1f);
    for (const KernelSet set : runnableSets()) {
      std::vector<float> w(g);
      const UpdateSums sums = kernels(set).updateSgd(n, UpdateStep{}, g.data(), w.data());
      const double exact = double(n) * double(0.1f) * double(0.1f);  // every rounding goes the same way: the worst case
      FAIL_UNLESS(std::abs(sums.gradient - exact) <= 66 * kHalfUlp * exact, place(set, "sum of g^2", n, sums.gradient, exact));
    }
  }

  void anUpdateOfNaNStaysNaN() {
    for (const KernelSet set : runnableSets())
      for (const float l1 : {0.0f, 1.0f}) {
        UpdateStep step;
        step.rate = 0.1f, step.l1 = l1, step.l1Rate = 0.1f;
        const float g[3] = {1, kNaN, 1};
        float w[3] = {1, 1, kNaN};
        const UpdateSums sums = kernels(set).updateSgd(3, step, g, w);
        QVERIFY(!std::isnan(w[0]) && std::isnan(w[1]) && std::isnan(w[2]));
        QVERIFY(std::isnan(sums.gradient) && std::isnan(sums.weight) && std::isnan(sums.change));
      }
  }

  void momentsThatDecayEndAtZeroNotInDenormals() {
    UpdateStep step;
    step.rate = 0.1f, step.momentum = 0.9f, step.beta1 = 0.9f, step.beta2 = 0.9f, step.epsilon = 1e-8f;
    for (const KernelSet set : runnableSets()) {
      const float g[2] = {0, 0};
      float w[2] = {1, 1}, velocity[2] = {1e-30f, -1e-30f}, first[2] = {1e-30f, -1e-30f}, second[2] = {1e-30f, 1e-30f};
      for (int i = 0; i < 300; ++i) {  // 1e-30 * 0.9^300 = 2e-44
        kernels(set).updateMomentum(2, step, g, w, velocity);
        kernels(set).updateAdam(2, step, g, w, first, second);
      }
      for (int i = 0; i < 2; ++i) QVERIFY(velocity[i] == 0 && first[i] == 0 && second[i] == 0);
    }
  }

  // ---- runs that share a mean, and products whose bias is left out ------------------------------------------------------

  void runsMatchThePlainOnesAndDouble() {
    for (const KernelSet set : runnableSets())
      for (const Index n : kLengths) {
        const RunKernels &fast = kernels(set).runs, &plain = plainKernels().runs;
        const Grid a = line(n, 1), b = line(n, 2);
        const float mean = 0.37f;
        double distances = 0, dot = 0, sizes = 0;
        for (Index i = 0; i < n; ++i) {
          const double d = double(a.at(0, i)) - double(mean);
          distances += d * d, dot += double(a.at(0, i)) * b.at(0, i), sizes += std::abs(double(a.at(0, i)) * b.at(0, i));
        }
        // A difference is rounded once, a product once; up to 64 of them are added as floats.
        for (const RunKernels* k : {&fast, &plain}) {
          FAIL_UNLESS(std::abs(k->squaredDistances(n, a.data(), mean) - distances) <= 70 * kHalfUlp * distances + 1e-12, place(set, "squaredDistances", n, k->squaredDistances(n, a.data(), mean), distances));
          FAIL_UNLESS(std::abs(k->dot(n, a.data(), b.data()) - dot) <= 70 * kHalfUlp * sizes + 1e-12, place(set, "dot", n, k->dot(n, a.data(), b.data()), dot));
        }
        Grid normal = line(n), y = line(n), alone = line(n), z = line(n), plainNormal = line(n), plainY = line(n), plainZ = line(n);
        fast.normalize(n, a.data(), mean, 1.7f, -0.6f, 0.2f, normal.data(), y.data());
        fast.normalize(n, a.data(), mean, 1.7f, -0.6f, 0.2f, nullptr, alone.data());
        plain.normalize(n, a.data(), mean, 1.7f, -0.6f, 0.2f, plainNormal.data(), plainY.data());
        fast.combine(n, 0.3f, a.data(), -1.2f, b.data(), 0.05f, z.data());
        plain.combine(n, 0.3f, a.data(), -1.2f, b.data(), 0.05f, plainZ.data());
        FAIL_UNLESS(normal.guardsHold() && y.guardsHold() && alone.guardsHold() && z.guardsHold(), "wrote outside");
        FAIL_UNLESS(alone.sameBits(y), "the result depends on whether the normalized numbers are asked for");
        for (Index i = 0; i < n; ++i) {
          const double h = (double(a.at(0, i)) - double(mean)) * double(1.7f), out = h * double(-0.6f) + double(0.2f);
          const double sum = double(0.3f) * a.at(0, i) + double(-1.2f) * b.at(0, i) + double(0.05f);
          for (const auto& [got, want] : {std::pair{normal.at(0, i), h}, {plainNormal.at(0, i), h}, {y.at(0, i), out}, {plainY.at(0, i), out}, {z.at(0, i), sum}, {plainZ.at(0, i), sum}})
            FAIL_UNLESS(std::abs(got - want) <= 12 * kHalfUlp, place(set, "normalize or combine", i, got, want));
        }
      }
  }

  void aProductWithoutBiasIsOneWithABiasOfZero() {
    for (const KernelSet set : runnableSets())
      for (const Sizes& s : kSizes) {
        const Factors f(Product::NT, s.M, s.N, s.K, 9);
        const Grid zero = [&] { Grid g(1, s.N, 0); for (Index n = 0; n < s.N; ++n) g.at(0, n) = 0; return g; }();
        for (const Activation act : {Activation::None, Activation::Sigmoid}) {
          Grid without(s.M, s.N, 2), with(s.M, s.N, 2);
          kernels(set).productNT(s.M, s.N, s.K, f.X.data(), f.X.ld, f.W.data(), f.W.ld, nullptr, act, without.data(), without.ld);
          kernels(set).productNT(s.M, s.N, s.K, f.X.data(), f.X.ld, f.W.data(), f.W.ld, zero.data(), act, with.data(), with.ld);
          FAIL_UNLESS(without.guardsHold(), "wrote outside");
          for (Index m = 0; m < s.M; ++m)
            for (Index n = 0; n < s.N; ++n) FAIL_UNLESS(without.at(m, n) == with.at(m, n), place(set, "no bias", m * s.N + n, without.at(m, n), with.at(m, n)));
        }
      }
  }

  /// The plain functions are the double build and the word of every comparison: they too are compared with formulas.
  void plainOptimizersRowsAndLossesMatchTheFastOnes() {
    UpdateStep step;
    step.rate = 0.1f, step.momentum = 0.9f, step.beta1 = 0.9f, step.beta2 = 0.99f, step.epsilon = 1e-3f, step.correction2 = 1.5f, step.l1 = 0.3f, step.l2 = 0.2f, step.l1Rate = 0.1f, step.decay = 0.01f,
    step.gradientScale = 0.7f;
    for (const KernelSet set : runnableSets())
      for (const Index n : kLengths) {
        const Grid g = line(n, 1), start = line(n, 2), squares = line(n, 4, 0, 1);
        for (const int optimizer : {0, 1, 2, 3, 4, 5}) {
          std::vector<Grid> results;
          UpdateSums sums[2];
          for (const Kernels* k : {&kernels(set), &plainKernels()}) {
            Grid w = start, first = optimizer > 3 ? squares : line(n, 3), second = squares;
            UpdateSums& s = sums[results.size() / 3];
            if (optimizer == 0) s = k->updateSgd(n, step, g.data(), w.data());
            if (optimizer == 1) s = k->updateMomentum(n, step, g.data(), w.data(), first.data());
            if (optimizer == 2) s = k->updateAdam(n, step, g.data(), w.data(), first.data(), second.data());
            if (optimizer == 3) s = k->updateNesterov(n, step, g.data(), w.data(), first.data());
            if (optimizer == 4) s = k->updateAdaGrad(n, step, g.data(), w.data(), first.data());
            if (optimizer == 5) s = k->updateRmsProp(n, step, g.data(), w.data(), first.data());
            results.push_back(w), results.push_back(first), results.push_back(second);
          }
          for (std::size_t a = 0; a < 3; ++a)
            for (Index i = 0; i < n; ++i)
              FAIL_UNLESS(std::abs(results[a].at(0, i) - results[a + 3].at(0, i)) <= 1e-6, place(set, "update", i, results[a].at(0, i), results[a + 3].at(0, i)));
          FAIL_UNLESS(std::abs(sums[0].gradient - sums[1].gradient) <= 1e-5 * (1 + sums[1].gradient) && std::abs(sums[0].weight - sums[1].weight) <= 1e-5 * (1 + sums[1].weight) &&
                          std::abs(sums[0].change - sums[1].change) <= 1e-5 * (1 + sums[1].change), "sums of an update");
        }
        QCOMPARE(std::abs(kernels(set).sum(n, g.data()) - plainKernels().sum(n, g.data())) < 1e-5, true);
        QCOMPARE(std::abs(kernels(set).sumOfSquares(n, g.data()) - plainKernels().sumOfSquares(n, g.data())) < 1e-4, true);
      }
    for (const KernelSet set : runnableSets())
      for (const Index N : {1, 2, 3, 10, 16, 17, 33, 100})
        for (const Index M : {1, 5, 16, 35}) {
          Grid x(M, N, 0), dy(M, N, 0), label(1, M, 0), binary(M, N, 0);
          x.fill(3, -9, 9), dy.fill(4);
          for (Index m = 0; m < M; ++m) label.at(0, m) = float((5 * m) % N);
          for (Index m = 0; m < M; ++m)
            for (Index n = 0; n < N; ++n) binary.at(m, n) = float((m + n) % 2);
          std::vector<std::vector<float>> both;
          for (const Kernels* k : {&kernels(set), &plainKernels()}) {
            Grid y(M, N, 0), dx(M, N, 0), loss(1, M, 0), dloss(M, N, 0), bce(M, N, 0), dbce(M, N, 0), square(M, N, 0), dsquare(M, N, 0), sums(1, N, 0), e(M, N, 0), logs(M, N, 0), smooth(1, M, 0), dsmooth(M, N, 0);
            k->softmaxRows(M, N, x.data(), y.data());
            k->softmaxRowsBackward(M, N, y.data(), dy.data(), dx.data());
            k->softmaxCrossEntropy(M, N, x.data(), label.data(), 0.5f, loss.data(), dloss.data());
            k->binaryCrossEntropy(M * N, x.data(), binary.data(), 0.5f, bce.data(), dbce.data());
            k->squaredError(M * N, x.data(), dy.data(), 0.5f, 0.25f, square.data(), dsquare.data());
            k->losses.smoothedCrossEntropy(M, N, x.data(), label.data(), 0.2f, 0.5f, smooth.data(), dsmooth.data());
            k->columnSums(M, N, dy.data(), dy.ld, sums.data());
            k->exp(M * N, dy.data(), e.data());
            k->log(M * N, e.data(), logs.data());
            std::vector<float>& all = both.emplace_back();
            for (const Grid* grid : {&y, &dx, &loss, &dloss, &bce, &dbce, &square, &dsquare, &sums, &e, &logs, &smooth, &dsmooth})
              for (Index r = 0; r < grid->rows; ++r)
                for (Index c = 0; c < grid->columns; ++c) all.push_back(grid->at(r, c));
          }
          for (std::size_t i = 0; i < both[0].size(); ++i)
            FAIL_UNLESS(std::abs(both[0][i] - both[1][i]) <= 5e-6f * (1 + std::abs(both[1][i])), place(set, "rows", Index(i), both[0][i], both[1][i]));
        }
  }

  // ---- the build --------------------------------------------------------------------------------------------------------

#ifndef GLASSBOX_SANITIZED
  void theObjectFilesShareNoSymbolTheLinkerCouldMerge() {
    const QStringList objects = QString(GLASSBOX_KERNEL_OBJECTS).split('|', Qt::SkipEmptyParts);
    QCOMPARE(objects.size(), 3);
    for (const QString& object : objects) {
      QProcess nm;
      nm.start("nm", {"-C", "--defined-only", object});
      FAIL_UNLESS(nm.waitForFinished() && nm.exitCode() == 0, qPrintable("cannot read the symbols of " + object));
      QStringList shared;
      int tables = 0;
      for (const QString& row : QString::fromUtf8(nm.readAllStandardOutput()).split('\n', Qt::SkipEmptyParts)) {
        const QChar kind = row.section(' ', 1, 1).at(0);
        if (kind.isLower() && kind != 'v' && kind != 'w' && kind != 'u') continue;  // local
        if (row.endsWith("::table()")) ++tables;
        // what the address sanitizer adds is data of its own
        else if (const QString symbol = row.section(' ', 2); !symbol.startsWith("__") && !symbol.startsWith("DW.ref."))
          shared << row;
      }
      QCOMPARE(tables, 1);
      // The C library's exp, tanh, ... are not the same on every processor: kernels have their own.
      nm.start("nm", {"--undefined-only", object});
      FAIL_UNLESS(nm.waitForFinished() && nm.exitCode() == 0, qPrintable("cannot read the symbols of " + object));
      for (const QString& row : QString::fromUtf8(nm.readAllStandardOutput()).split('\n', Qt::SkipEmptyParts))
        if (const QString symbol = row.simplified().section(' ', 1); !symbol.startsWith("mem") && !symbol.startsWith("__") && !symbol.startsWith('_'))
          QFAIL(qPrintable(object + " needs " + symbol));
      FAIL_UNLESS(shared.isEmpty(), qPrintable(object + " also defines\n" + shared.join('\n')));
    }
  }
#endif

 private:
  template<class Run, class Exact> void checkFunction(double ulps, const Run& run, const Exact& exact, double from = -1e39) {
    std::vector<float> x, y;
    for (std::uint64_t bits = 0; bits < (1ull << 32); bits += 9973) x.push_back(std::bit_cast<float>(static_cast<std::uint32_t>(bits)));
    for (const float special : {0.0f, -0.0f, 1.0f, -1.0f, 88.72f, 88.73f, -87.3f, -87.4f, -103.9f, -104.0f, 1e-45f, -1e-45f, 3e38f, -3e38f,
                                kInfinity, -kInfinity, kNaN})
      x.push_back(special);
    for (int i = -4000; i <= 4000; ++i) x.push_back(float(i) / 200);
    y.resize(x.size());
    for (const KernelSet set : runnableSets()) {
      run(kernels(set), static_cast<Index>(x.size()), x.data(), y.data());
      for (std::size_t i = 0; i < x.size(); ++i) {
        if (x[i] < from) continue;
        const double expected = exact(double(x[i]));
        // The expected number is itself rounded to double, 1e-9 ulp of a float.
        FAIL_UNLESS(ulpsApart(y[i], expected) <= ulps + 1e-6, qPrintable(QString("%1: at %2 got %3, expected %4")
                                                                             .arg(name(set))
                                                                             .arg(double(x[i]), 0, 'g', 9)
                                                                             .arg(double(y[i]), 0, 'g', 9)
                                                                             .arg(expected, 0, 'g', 12)));
      }
    }
  }
};

QTEST_APPLESS_MAIN(TestKernels)
#include "test_kernels.moc"
