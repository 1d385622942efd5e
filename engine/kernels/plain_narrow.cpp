// The narrow chains as plain loops: levels lie in the working memory as rows of samples, values first, then gradients, then the
// sums under the curves.
#include <algorithm>
#include <cmath>

#include "engine/kernels/kernels.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

Index unitsOf(const NarrowChain& chain, int level) { return level == 0 ? chain.inputs() : chain.layer[level - 1].out; }

Real* values(const NarrowChain& chain, Index batch, Real* room, int level) {
  for (int l = 0; l < level; ++l) room += unitsOf(chain, l) * batch;
  return room;
}
Real* gradients(const NarrowChain& chain, Index batch, Real* room, int level) {
  return values(chain, batch, values(chain, batch, room, chain.layers + 1), level);
}
Real* sums(const NarrowChain& chain, Index batch, Real* room, int layer) {
  room = gradients(chain, batch, room, chain.layers + 1);
  for (int l = 0; l < layer; ++l) room += chain.layer[l].out * batch;
  return room;
}

Index room(const NarrowChain& chain, Index batch) {
  Index units = 2 * chain.inputs();
  for (int l = 0; l < chain.layers; ++l) units += 3 * chain.layer[l].out;
  return units * batch;
}

double forward(const NarrowChain& chain, Index batch, const Real* x, const Real* target, const Real* weights, Real* itemLoss, Real* room) {
  const Kernels& k = plainKernels();
  std::copy_n(x, batch * chain.inputs(), room);
  for (int l = 0; l < chain.layers; ++l) {
    const NarrowLayer& layer = chain.layer[l];
    Real *sum = sums(chain, batch, room, l), *y = values(chain, batch, room, l + 1);
    const Index n = batch * layer.out;
    k.productNT(batch, layer.out, layer.in, values(chain, batch, room, l), layer.in, weights + layer.weight, layer.in,
                layer.bias < 0 ? nullptr : weights + layer.bias, Activation::None, sum, layer.out);
    if (layer.sum) std::copy_n(sum, n, layer.sum);
    if (layer.curved) k.curves.apply(layer.curve, n, sum, y);
    else k.activate(layer.activation, n, sum, y);
    if (layer.y) std::copy_n(y, n, layer.y);
  }
  if (!target) return 0;
  const Real* y = values(chain, batch, room, chain.layers);
  Real* dy = gradients(chain, batch, room, chain.layers);
  const Index n = batch * chain.items();
  const Real scale = static_cast<Real>(1.0 / static_cast<double>(n));
  double sum = 0;
  for (Index i = 0; i < n; ++i) {
    Real loss = 0;
    switch (chain.loss) {
    case NarrowLoss::SquaredError: k.squaredError(1, y + i, target + i, chain.factor, scale, &loss, dy + i); break;
    case NarrowLoss::AbsoluteError: k.losses.absoluteError(1, y + i, target + i, scale, &loss, dy + i); break;
    case NarrowLoss::Huber: k.losses.huber(1, y + i, target + i, chain.factor, scale, &loss, dy + i); break;
    case NarrowLoss::Hinge: k.losses.hinge(1, y + i, target + i, chain.factor, scale, &loss, dy + i); break;
    case NarrowLoss::BinaryCrossEntropy: k.binaryCrossEntropy(1, y + i, target + i, scale, &loss, dy + i); break;
    case NarrowLoss::SoftmaxCrossEntropy:
      k.softmaxCrossEntropy(1, chain.outputs(), y + i * chain.outputs(), target + i, scale, &loss, dy + i * chain.outputs());
      break;
    case NarrowLoss::None: break;
    }
    if (itemLoss) itemLoss[i] = loss;
    sum += static_cast<double>(loss);
  }
  return sum;
}

void backward(const NarrowChain& chain, Index batch, const Real* weights, Real* gradient, Real* room) {
  const Kernels& k = plainKernels();
  for (int l = chain.layers - 1; l >= 0; --l) {
    const NarrowLayer& layer = chain.layer[l];
    Real* d = gradients(chain, batch, room, l + 1);
    const Index n = batch * layer.out;
    if (layer.dy) std::copy_n(d, n, layer.dy);
    if (layer.curved) k.curves.backward(layer.curve, n, sums(chain, batch, room, l), d, d);
    else k.activateBackward(layer.activation, n, values(chain, batch, room, l + 1), d, d);
    if (layer.dSum) std::copy_n(d, n, layer.dSum);
    k.productTN(layer.out, layer.in, batch, d, layer.out, values(chain, batch, room, l), layer.in, gradient + layer.weight, layer.in);
    if (layer.bias >= 0) k.columnSums(batch, layer.out, d, layer.out, gradient + layer.bias);
    Real* dx = l > 0 ? gradients(chain, batch, room, l) : chain.dx;
    if (dx) k.productNN(batch, layer.in, layer.out, d, layer.out, weights + layer.weight, layer.in, dx, layer.in);
  }
}

}  // namespace

const NarrowKernels& plainNarrowKernels() {
  static constexpr NarrowKernels table{.room = room, .forward = forward, .backward = backward};
  return table;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS
