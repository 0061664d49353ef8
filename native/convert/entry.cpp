// Bencoded values. Strings are bytes, keys have one character per byte, so nothing is lost.
#include <charconv>
#include <iterator>
#include <limits>

#include <libtorrent/bencode.hpp>

#include "convert/codec_libtorrent.h"

namespace binding {
namespace {

constexpr int deepest = 100;                // as bdecode's default
constexpr int deepest_preformatted = 1000;  // as require_depth()
constexpr char entry_types[] =
    "an integer, a string, bytes, an array, a plain object or a Preformatted";

napi_value integer_to_js(Environment& env, std::int64_t value) {
  if (std::abs(static_cast<double>(value)) <= max_safe_integer) {
    return js_number(env, static_cast<double>(value));
  }
  return to_js(env, BigInteger{value});
}

// One of more than 64 bits, which a BigInt holds all the same.
napi_value digits_to_js(Environment& env, std::string_view digits) {
  napi_value global = nullptr;
  napi_value convert = nullptr;
  check(env.raw(), napi_get_global(env.raw(), &global));
  check(env.raw(), napi_get_named_property(env.raw(), global, "BigInt", &convert));
  napi_value const text = js_latin1(env, digits);
  napi_value result = nullptr;
  check(env.raw(), napi_call_function(env.raw(), global, convert, 1, &text, &result));
  return result;
}

// libtorrent reads an integer that is too large as 0.
napi_value integer_to_js(Environment& env, lt::bdecode_node const& node) {
  auto const section = node.data_section();  // "i-12e"
  std::string_view const digits(section.data() + 1, static_cast<std::size_t>(section.size()) - 2);
  std::int64_t value = 0;
  auto const result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return result.ec == std::errc() ? integer_to_js(env, value) : digits_to_js(env, digits);
}

napi_value node_to_js(Environment& env, lt::bdecode_node const& node) {
  switch (node.type()) {
    case lt::bdecode_node::int_t: return integer_to_js(env, node);
    case lt::bdecode_node::string_t: {
      auto const text = node.string_value();
      return bytes_to_js(env, text.data(), text.size());
    }
    case lt::bdecode_node::list_t: {
      ArrayBuilder list(env);
      for (int i = 0; i < node.list_size(); ++i) list.push(node_to_js(env, node.list_at(i)));
      return list.finish();
    }
    case lt::bdecode_node::dict_t: {
      ArrayBuilder flat(env);
      for (int i = 0; i < node.dict_size(); ++i) {
        auto const [key, element] = node.dict_at(i);
        flat.push(js_latin1(env, {key.data(), key.size()}));
        flat.push(node_to_js(env, element));
      }
      napi_value const entries = flat.finish();
      return env.call(Hook::dictionary, 1, &entries);
    }
    case lt::bdecode_node::none_t: break;
  }
  return js_null(env);
}

// Bytes that bencode() copies: an info dictionary, whose hash would change with its encoding.
napi_value preformatted_to_js(Environment& env, std::vector<char> const& encoded) {
  napi_value const bytes = bytes_to_js(env, encoded.data(), encoded.size());
  return env.call(Hook::preformatted, 1, &bytes);
}

napi_value entry_to_js(Environment& env, lt::entry const& value) {
  switch (value.type()) {
    case lt::entry::int_t: return integer_to_js(env, value.integer());
    case lt::entry::string_t: {
      auto const& text = value.string();
      return bytes_to_js(env, text.data(), text.size());
    }
    case lt::entry::preformatted_t: return preformatted_to_js(env, value.preformatted());
    case lt::entry::list_t: {
      ArrayBuilder list(env);
      for (auto const& element : value.list()) list.push(entry_to_js(env, element));
      return list.finish();
    }
    case lt::entry::dictionary_t: {
      ArrayBuilder flat(env);
      for (auto const& [key, element] : value.dict()) {
        flat.push(js_latin1(env, key));
        flat.push(entry_to_js(env, element));
      }
      napi_value const entries = flat.finish();
      return env.call(Hook::dictionary, 1, &entries);
    }
    case lt::entry::undefined_t: break;
  }
  return bytes_to_js(env, "", 0);  // as it is bencoded
}

lt::entry entry_of(Environment& env, napi_value value, Path const& path, int depth);

// One bencoded value, whatever its size: the bytes around it stay well-formed.
lt::entry preformatted_of(Environment& env, napi_value value, Path const& path) {
  constexpr int most = (std::numeric_limits<int>::max)();
  auto const bytes = bytes_from_js(env, value, path);
  lt::entry::preformatted_type encoded(bytes.data, bytes.data + bytes.size);
  lt::error_code error;
  auto const node = lt::bdecode(encoded, error, nullptr, deepest_preformatted, most);
  if (error || static_cast<std::size_t>(node.data_section().size()) != encoded.size()) {
    throw_range_error(env, path, "one bencoded value", std::to_string(bytes.size) + " bytes");
  }
  return lt::entry(std::move(encoded));
}

lt::entry dictionary_of(Environment& env, napi_value value, Path const& path, int depth) {
  napi_value const flat = env.call(Hook::dictionary_entries, 1, &value);
  if (is_nothing(env, flat)) throw_type_error(env, path, entry_types, value);
  if (is_bytes(env, flat)) return preformatted_of(env, flat, path);
  lt::entry::dictionary_type result;
  std::string key;
  for_each_element(env, flat, path, [&](napi_value element, std::size_t index) {
    if (index % 2 == 0) {
      key = latin1_from_js(env, element, path);
    } else {
      result[key] = entry_of(env, element, Path(path, key.c_str()), depth + 1);
    }
  });
  return lt::entry(std::move(result));
}

lt::entry entry_of(Environment& env, napi_value value, Path const& path, int depth) {
  if (depth > deepest) {
    throw_range_error(env, path, "at most " + std::to_string(deepest) + " levels deep", value);
  }
  auto const type = type_of(env, value);
  if (type == napi_number || type == napi_bigint) {
    return lt::entry(from_js<BigInteger>(env, value, path).value);
  }
  if (type == napi_string) return lt::entry(string_from_js(env, value, path));
  if (type != napi_object) {
    throw_type_error(env, path, entry_types, value);
  }
  if (is_bytes(env, value)) {
    auto const bytes = bytes_from_js(env, value, path);
    return lt::entry(std::string(bytes.data == nullptr ? "" : bytes.data, bytes.size));
  }
  bool is_array = false;
  check(env.raw(), napi_is_array(env.raw(), value, &is_array));
  if (!is_array) return dictionary_of(env, value, path, depth);
  lt::entry::list_type list;
  for_each_element(env, value, path, [&](napi_value element, std::size_t index) {
    list.push_back(entry_of(env, element, Path(path, index), depth + 1));
  });
  return lt::entry(std::move(list));
}

}  // namespace

// No value at all, as of an item that the DHT does not have, is null.
napi_value codec<lt::entry>::to_js(Environment& env, lt::entry const& value) {
  if (value.type() == lt::entry::undefined_t) return js_null(env);
  return entry_to_js(env, value);
}

lt::entry codec<lt::entry>::from_js(Environment& env, napi_value value, Path const& path) {
  return entry_of(env, value, path, 0);
}

Bencoded codec<Bencoded>::from_js(Environment& env, napi_value value, Path const& path) {
  if (is_bytes(env, value)) return {binding::from_js<std::vector<char>>(env, value, path)};
  if (type_of(env, value) != napi_object) {
    throw_type_error(env, path, "a Uint8Array or a bencodable object", value);
  }
  Bencoded result;
  lt::bencode(std::back_inserter(result.bytes), dictionary_of(env, value, path, 0));
  return result;
}

napi_value codec<lt::bdecode_node>::to_js(Environment& env, lt::bdecode_node const& value) {
  return node_to_js(env, value);
}

}  // namespace binding
