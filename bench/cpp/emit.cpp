#include "emit.h"

#include <chrono>
#include <cstdio>

double now() {
  using milliseconds = std::chrono::duration<double, std::milli>;
  return milliseconds(std::chrono::steady_clock::now().time_since_epoch()).count();
}

void emit(char const* event, std::initializer_list<std::pair<char const*, double>> figures) {
  std::printf("{\"event\":\"%s\"", event);
  for (auto const& [name, value] : figures) std::printf(",\"%s\":%.17g", name, value);
  std::printf("}\n");
  std::fflush(stdout);
}
