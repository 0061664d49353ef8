#include "tables/settings.h"

#include <algorithm>

#include "convert/codec_libtorrent.h"
#include "convert/record.h"
#include "convert/schema.h"
#include "tables/records.h"
#include "tables/unbound.h"

namespace binding {
namespace {

using pack = lt::settings_pack;

std::vector<Setting> enumerate() {
  std::vector<Setting> result;
  auto const add = [&](int base, int count) {
    for (int id = base; id < base + count; ++id) {
      char const* const name = lt::name_for_setting(id);
      if (name[0] != '\0' && !is_deprecated_setting(name)) result.push_back({id, name});
    }
  };
  add(pack::string_type_base, pack::num_string_settings);
  add(pack::int_type_base, pack::num_int_settings);
  add(pack::bool_type_base, pack::num_bool_settings);
  return result;
}

struct Range {
  std::int64_t least;
  std::int64_t most;
};

constexpr int unlimited = std::numeric_limits<int>::max();

struct Limited {
  int id;
  Range range;
};

constexpr Limited limited[] = {
#define RANGE(name, least, most) {pack::name, {least, most}},
#include "tables/setting_ranges.inc"
#undef RANGE
    // A set of flags, which uses bit 31.
    {pack::alert_mask,
     {std::numeric_limits<int>::min(), std::numeric_limits<std::uint32_t>::max()}},
};

Range range_of(int id) {
  for (auto const& setting : limited) {
    if (setting.id == id) return setting.range;
  }
  return {std::numeric_limits<int>::min(), unlimited};
}

int integer_setting(Conversion& cx, int id, napi_value value, Path const& path) {
  auto const [least, most] = range_of(id);
  double const number = integer_from_js(cx, value, path, double(least), double(most));
  return static_cast<int>(static_cast<std::int64_t>(number));
}

void set_one(Conversion& cx, pack& settings, int id, napi_value value, Path const& path) {
  switch (id & pack::type_mask) {
    case pack::string_type_base: settings.set_str(id, from_js<std::string>(cx, value, path)); break;
    case pack::int_type_base: settings.set_int(id, integer_setting(cx, id, value, path)); break;
    default: settings.set_bool(id, from_js<bool>(cx, value, path)); break;
  }
}

// For an absent key, settings_pack::get_str() writes the default to one string of the process, on
// any thread. So it is called for present keys only.
std::string const& string_of(pack const& settings, int id) {
  static auto const* defaults = new pack(lt::default_settings());
  static auto const* none = new std::string;
  if (settings.has_val(id)) return settings.get_str(id);
  return defaults->has_val(id) ? defaults->get_str(id) : *none;
}

napi_value get_one(Conversion& cx, pack const& settings, int id) {
  switch (id & pack::type_mask) {
    case pack::string_type_base: return to_js(cx, string_of(settings, id));
    case pack::int_type_base:
      if (id == pack::alert_mask) {
        return to_js(cx, static_cast<std::uint32_t>(settings.get_int(id)));
      }
      return to_js(cx, settings.get_int(id));
    default: return to_js(cx, settings.get_bool(id));
  }
}

char const* setting_type(int id) {
  switch (id & pack::type_mask) {
    case pack::string_type_base: return "string";
    case pack::int_type_base: return "number";
    default: return "boolean";
  }
}

}  // namespace

std::vector<Setting> const& all_settings() {
  static auto const* settings = new std::vector<Setting>(enumerate());
  return *settings;
}

void override_settings(pack& settings, pack const& given) {
  for (auto const& [id, name] : all_settings()) {
    if (!given.has_val(id)) continue;
    switch (id & pack::type_mask) {
      case pack::string_type_base: settings.set_str(id, given.get_str(id)); break;
      case pack::int_type_base: settings.set_int(id, given.get_int(id)); break;
      default: settings.set_bool(id, given.get_bool(id)); break;
    }
  }
}

napi_value codec<pack>::to_js(Conversion& cx, pack const& value) {
  ArrayBuilder flat(cx);
  for (auto const& [id, name] : all_settings()) {
    if (!value.has_val(id)) continue;
    flat.push(js_latin1(cx, name));
    flat.push(get_one(cx, value, id));
  }
  napi_value const entries = flat.finish();
  return cx.call(Hook::object, 1, &entries);
}

napi_value codec<AllSettings>::to_js(Conversion& cx, AllSettings const& value) {
  RecordBuffer records;
  put_number(cx, static_cast<std::size_t>(Factory::Settings), records);
  for (auto const& setting : all_settings()) records.push_back(get_one(cx, value.pack, setting.id));
  return cx.call(Hook::record, records.size(), records.data());
}

pack codec<pack>::from_js(Conversion& cx, napi_value value, Path const& path) {
  pack result;
  for_each_property(cx, value, path, [&](std::string const& name, napi_value property) {
    auto const& settings = all_settings();
    auto const known = std::find_if(settings.begin(), settings.end(),
                                    [&](Setting const& s) { return name == s.name; });
    if (known == settings.end()) {
      std::vector<std::string> names;
      names.reserve(settings.size());
      for (auto const& setting : settings) names.emplace_back(setting.name);
      throw_unknown_key(cx, path, name, nearest_name(name, names));
    }
    set_one(cx, result, known->id, property, Path(path, known->name));
  });
  return result;
}

void describe_settings(JsonWriter& json) {
  pack const defaults = lt::default_settings();
  for (auto const& setting : all_settings()) {
    json.key(setting.name).begin_object();
    json.key("type").value(setting_type(setting.id));
    json.key("id").value(setting.id);
    json.key("default");
    switch (setting.id & pack::type_mask) {
      case pack::string_type_base: json.value(defaults.get_str(setting.id)); break;
      case pack::int_type_base: {
        auto const [least, most] = range_of(setting.id);
        json.value(defaults.get_int(setting.id));
        json.key("least").value(double(least));
        json.key("most").value(double(most));
        break;
      }
      default: json.value(defaults.get_bool(setting.id)); break;
    }
    json.end_object();
  }
}

}  // namespace binding
