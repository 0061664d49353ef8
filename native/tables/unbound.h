// What is left out of the binding, each with its reason: tables/unbound.inc.
#pragma once

#include <string_view>

namespace binding {

// Settings that libtorrent keeps for compatibility and ignores or replaces.
bool is_deprecated_setting(std::string_view name);

}  // namespace binding
