#include "tables/unbound.h"

namespace binding {

bool is_deprecated_setting(std::string_view name) {
#define SETTING(deprecated) \
  if (name == #deprecated) return true;
#include "tables/unbound.inc"
#undef SETTING
  return false;
}

}  // namespace binding
