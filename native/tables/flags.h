// Named bits and constants for lib: tables/flags.inc.
#pragma once

namespace binding {

class JsonWriter;
void describe_flags(JsonWriter& json);

}  // namespace binding
