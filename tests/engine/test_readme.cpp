// The layer of the README's guide, built from the README itself: it must compile and do what its text says.
#include <QTest>

#include "engine/layers/layer.h"

namespace glassbox::inline f32 {
const LayerDef& layer_scale();
}

using namespace glassbox;

class TestReadme : public QObject {
  Q_OBJECT

 private slots:
  void theLayerOfTheGuideMultiplies() {
    const LayerDef& def = layer_scale();
    const std::vector<PortType> inputs{{Shape{3}, Element::Number}};
    Result<Params> params = complete(def.params, Params{{"factor", 3.0}});
    QVERIFY(params.ok());
    const Fit<Inference> fit = def.infer(inputs, *params);
    const auto& inference = std::get<Inference>(fit);
    QCOMPARE(inference.outputs[0].shape.str(), std::string("3"));
    auto layer = def.make({inputs, *params, inference, 2});
    const float x[] = {1, -2, 0.5f, 4, 0, 10};
    float y[6] = {}, dx[6] = {};
    const float* sources[] = {x};
    BackwardPass pass;
    pass.batch = 2;
    pass.x = sources;
    pass.y = y;
    layer->forward(pass);
    QCOMPARE(y[1], -6.0f);
    QCOMPARE(y[5], 30.0f);
    float* gradients[] = {dx};
    pass.dy = x;
    pass.dx = gradients;
    layer->backward(pass);
    QCOMPARE(dx[2], 1.5f);
    QVERIFY(!def.title.empty() && !def.help.empty() && def.explain);
  }
};

QTEST_APPLESS_MAIN(TestReadme)
#include "test_readme.moc"
