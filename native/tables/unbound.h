// Names of libtorrent that no other table has: tables/unbound.inc.
#pragma once

#include <string_view>

namespace binding {

class JsonWriter;

// Returns whether libtorrent keeps the setting for compatibility only.
bool is_deprecated_setting(std::string_view name);

void describe_unbound(JsonWriter& json);

}  // namespace binding
