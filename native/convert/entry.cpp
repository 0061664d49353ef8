// Codecs of bencoded values. Strings are bytes and keys have one character per byte, so no byte is
// lost.
#include <charconv>
#include <iterator>
#include <limits>

#include <libtorrent/bencode.hpp>

#include "convert/codec_libtorrent.h"

namespace binding {
namespace {

constexpr int deepest = 100;                // levels: the default of bdecode
constexpr int deepest_preformatted = 1000;  // levels: the limit of require_depth()
constexpr char entry_types[] =
    "an integer, a string, bytes, an array, a plain object or a Preformatted";

napi_value integer_to_js(Conversion& cx, std::int64_t value) {
  if (std::abs(static_cast<double>(value)) <= max_safe_integer) {
    return js_number(cx, static_cast<double>(value));
  }
  return to_js(cx, BigInteger{value});
}

// An integer of more than 64 bits, as BigInt.
napi_value digits_to_js(Conversion& cx, std::string_view digits) {
  napi_value global = nullptr;
  check(cx.raw(), napi_get_global(cx.raw(), &global));
  napi_value const convert = get_property(cx, global, "BigInt");
  napi_value const text = js_latin1(cx, digits);
  napi_value result = nullptr;
  check(cx.raw(), napi_call_function(cx.raw(), global, convert, 1, &text, &result));
  return result;
}

// libtorrent reads an integer that is too large as 0.
napi_value integer_to_js(Conversion& cx, lt::bdecode_node const& node) {
  auto const section = node.data_section();  // "i-12e"
  std::string_view const digits(section.data() + 1, static_cast<std::size_t>(section.size()) - 2);
  std::int64_t value = 0;
  auto const result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return result.ec == std::errc() ? integer_to_js(cx, value) : digits_to_js(cx, digits);
}

napi_value node_to_js(Conversion& cx, lt::bdecode_node const& node) {
  switch (node.type()) {
    case lt::bdecode_node::int_t: return integer_to_js(cx, node);
    case lt::bdecode_node::string_t: {
      auto const text = node.string_value();
      return bytes_to_js(cx, text.data(), text.size());
    }
    case lt::bdecode_node::list_t: {
      ArrayBuilder list(cx);
      for (int i = 0; i < node.list_size(); ++i) list.push(node_to_js(cx, node.list_at(i)));
      return list.finish();
    }
    case lt::bdecode_node::dict_t: {
      ArrayBuilder flat(cx);
      for (int i = 0; i < node.dict_size(); ++i) {
        auto const [key, element] = node.dict_at(i);
        flat.push(js_latin1(cx, {key.data(), key.size()}));
        flat.push(node_to_js(cx, element));
      }
      napi_value const entries = flat.finish();
      return cx.call(Hook::dictionary, 1, &entries);
    }
    case lt::bdecode_node::none_t: break;
  }
  return js_null(cx);
}

// Bytes that bencode() copies unchanged: the hash of an info dict depends on its encoding.
napi_value preformatted_to_js(Conversion& cx, std::vector<char> const& encoded) {
  napi_value const bytes = bytes_to_js(cx, encoded.data(), encoded.size());
  return cx.call(Hook::preformatted, 1, &bytes);
}

napi_value entry_to_js(Conversion& cx, lt::entry const& value) {
  switch (value.type()) {
    case lt::entry::int_t: return integer_to_js(cx, value.integer());
    case lt::entry::string_t: {
      auto const& text = value.string();
      return bytes_to_js(cx, text.data(), text.size());
    }
    case lt::entry::preformatted_t: return preformatted_to_js(cx, value.preformatted());
    case lt::entry::list_t: {
      ArrayBuilder list(cx);
      for (auto const& element : value.list()) list.push(entry_to_js(cx, element));
      return list.finish();
    }
    case lt::entry::dictionary_t: {
      ArrayBuilder flat(cx);
      for (auto const& [key, element] : value.dict()) {
        flat.push(js_latin1(cx, key));
        flat.push(entry_to_js(cx, element));
      }
      napi_value const entries = flat.finish();
      return cx.call(Hook::dictionary, 1, &entries);
    }
    case lt::entry::undefined_t: break;
  }
  return bytes_to_js(cx, "", 0);  // bencode() writes an empty string, too
}

lt::entry entry_of(Conversion& cx, napi_value value, Path const& path, int depth);

// Requires exactly one bencoded value of any size, so that the bytes around it stay well-formed.
lt::entry preformatted_of(Conversion& cx, napi_value value, Path const& path) {
  constexpr int most = (std::numeric_limits<int>::max)();
  auto const bytes = bytes_from_js(cx, value, path);
  lt::entry::preformatted_type encoded(bytes.data, bytes.data + bytes.size);
  lt::error_code error;
  auto const node = lt::bdecode(encoded, error, nullptr, deepest_preformatted, most);
  if (error || static_cast<std::size_t>(node.data_section().size()) != encoded.size()) {
    throw_range_error(cx, path, "one bencoded value", std::to_string(bytes.size) + " bytes");
  }
  return lt::entry(std::move(encoded));
}

lt::entry dictionary_of(Conversion& cx, napi_value value, Path const& path, int depth) {
  napi_value const flat = cx.call(Hook::dictionary_entries, 1, &value);
  if (is_nothing(cx, flat)) throw_type_error(cx, path, entry_types, value);
  if (is_bytes(cx, flat)) return preformatted_of(cx, flat, path);
  lt::entry::dictionary_type result;
  std::string key;
  for_each_element(cx, flat, path, [&](napi_value element, std::size_t index) {
    if (index % 2 == 0) {
      key = latin1_from_js(cx, element, path);
    } else {
      result[key] = entry_of(cx, element, Path(path, key.c_str()), depth + 1);
    }
  });
  return lt::entry(std::move(result));
}

lt::entry entry_of(Conversion& cx, napi_value value, Path const& path, int depth) {
  if (depth > deepest) {
    throw_range_error(cx, path, "at most " + std::to_string(deepest) + " levels deep", value);
  }
  auto const type = type_of(cx, value);
  if (type == napi_number || type == napi_bigint) {
    return lt::entry(from_js<BigInteger>(cx, value, path).value);
  }
  if (type == napi_string) return lt::entry(string_from_js(cx, value, path));
  if (type != napi_object) {
    throw_type_error(cx, path, entry_types, value);
  }
  if (is_bytes(cx, value)) {
    auto const bytes = bytes_from_js(cx, value, path);
    return lt::entry(std::string(bytes.data == nullptr ? "" : bytes.data, bytes.size));
  }
  bool is_array = false;
  check(cx.raw(), napi_is_array(cx.raw(), value, &is_array));
  if (!is_array) return dictionary_of(cx, value, path, depth);
  lt::entry::list_type list;
  for_each_element(cx, value, path, [&](napi_value element, std::size_t index) {
    list.push_back(entry_of(cx, element, Path(path, index), depth + 1));
  });
  return lt::entry(std::move(list));
}

}  // namespace

// An undefined entry is null: the DHT has no item.
napi_value codec<lt::entry>::to_js(Conversion& cx, lt::entry const& value) {
  if (value.type() == lt::entry::undefined_t) return js_null(cx);
  return entry_to_js(cx, value);
}

lt::entry codec<lt::entry>::from_js(Conversion& cx, napi_value value, Path const& path) {
  return entry_of(cx, value, path, 0);
}

Bencoded codec<Bencoded>::from_js(Conversion& cx, napi_value value, Path const& path) {
  if (is_bytes(cx, value)) return {binding::from_js<std::vector<char>>(cx, value, path)};
  if (type_of(cx, value) != napi_object) {
    throw_type_error(cx, path, "a Uint8Array or a bencodable object", value);
  }
  return {bencoded(dictionary_of(cx, value, path, 0))};
}

std::vector<char> bencoded(lt::entry const& value) {
  std::vector<char> bytes;
  lt::bencode(std::back_inserter(bytes), value);
  return bytes;
}

napi_value codec<lt::bdecode_node>::to_js(Conversion& cx, lt::bdecode_node const& value) {
  return node_to_js(cx, value);
}

}  // namespace binding
