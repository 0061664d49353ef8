// Events that a program sends to its harness: one JSON object a line.
#pragma once

#include <initializer_list>
#include <utility>

// Milliseconds on CLOCK_MONOTONIC, which all processes of a machine share.
double now();

// {"event":"done","wall":1.5}
void emit(char const* event, std::initializer_list<std::pair<char const*, double>> figures = {});
