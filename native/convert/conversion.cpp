#include "convert/conversion.h"

#include <cstdint>

namespace binding {

napi_value Conversion::literal(char const* text) {
  auto const key = reinterpret_cast<std::uintptr_t>(text);
  return once(Batch::Kind::literal,
              {reinterpret_cast<char const*>(&key), sizeof key},  // NOLINT: its bytes
              [&] { return env_.literal(text); });
}

}  // namespace binding
