// What no other table has: tables/unbound.inc.
#pragma once

#include <string_view>

namespace binding {

class JsonWriter;

// Settings that libtorrent keeps for compatibility and ignores or replaces.
bool is_deprecated_setting(std::string_view name);

void describe_unbound(JsonWriter& json);

}  // namespace binding
