// Test rows that were already seen in training: their score says nothing about new samples.
#pragma once

#include "engine/data/dataset.h"

namespace glassbox {

/// How many rows of the test part have the same numbers in all inputs as some row of the training part. Targets are not
/// compared: a sample that was trained on is no new one, whatever its label. NaN (a missing value) equals NaN, -0 equals 0.
/// O(samples) time and some 50 bytes for each training row; every value is read once, so large pictures take a while: for a thread.
std::int64_t testRowsInTraining(const Dataset& data);

} // namespace glassbox
