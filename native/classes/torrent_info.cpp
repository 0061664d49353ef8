// The class TorrentInfo.
#include <libtorrent/torrent_info.hpp>

#include "classes/classes.h"
#include "tables/errors.h"
#include "tables/records.h"

namespace binding {

ObjectTag const torrent_info_tag{{0x7be04d1296c5fa38, 0x494e464f5f4c5431}, "a TorrentInfo"};

namespace {

lt::load_torrent_limits limits_of(Environment& env, napi_value value) {
  return from_js<std::optional<lt::load_torrent_limits>>(env, value, Path("limits"))
      .value_or(lt::load_torrent_limits{});
}

// (bytes of a .torrent file, limits?)
napi_value construct(Environment& env, Call const& call) {
  auto wrapped = adopt_pending<WrappedInfo>(env);
  if (!wrapped) {
    // A copy: another thread may write to a SharedArrayBuffer while it is parsed.
    auto const bytes = from_js<std::vector<char>>(env, call.args[0], Path("buffer"));
    auto const limits = limits_of(env, call.args[1]);
    wrapped = load_within(limits, [&] {
      return std::make_unique<WrappedInfo>(lt::torrent_info(bytes, limits, lt::from_span));
    });
  }
  auto const bytes = static_cast<std::int64_t>(wrapped->get().info_section().size());
  wrap(env, call.self, torrent_info_tag, std::move(wrapped), bytes);
  return call.self;
}

std::shared_ptr<lt::torrent_info const> load(std::string path,
                                             std::optional<lt::load_torrent_limits> given) {
  auto const limits = given.value_or(lt::load_torrent_limits{});
  return load_within(
      limits, [&] { return std::make_shared<lt::torrent_info>(path, limits); }, path);
}

Methods const& statics() {
  static auto const* methods = [] {
    MethodTable<Nothing> table;
    table.add(Kind::work, "load", &load, "path, limits");
    return new Methods(table.take());
  }();
  return *methods;
}

napi_value files_to_js(Environment& env, SharedInfo const& root, lt::file_storage const& files) {
  WrappedFiles::Share share{{root, &files}, root};
  return new_object(env, Class::FileStorage, new WrappedFiles(std::move(share)), nullptr);
}

// files() shares the torrent's own: edits of it are of a copy.
napi_value files(Environment& env, Call const& call) {
  auto const info = unwrap<WrappedInfo>(env, call.self).share().value;
  return files_to_js(env, info, info->files());
}

napi_value orig_files(Environment& env, Call const& call) {
  auto const info = unwrap<WrappedInfo>(env, call.self).share().value;
  return files_to_js(env, info, info->orig_files());
}

}  // namespace

napi_value codec<std::shared_ptr<lt::torrent_info const>>::to_js(
    Environment& env, std::shared_ptr<lt::torrent_info const> const& value) {
  if (!value) return js_null(env);
  auto* const core = static_cast<SessionCore*>(env.owner);
  WrappedInfo::Share share{core == nullptr ? value : core->own_info(value), nullptr};
  return new_object(env, Class::TorrentInfo, new WrappedInfo(std::move(share)), nullptr);
}

napi_value codec<std::shared_ptr<lt::torrent_info>>::to_js(
    Environment& env, std::shared_ptr<lt::torrent_info> const& value) {
  return codec<std::shared_ptr<lt::torrent_info const>>::to_js(env, value);
}

// libtorrent copies it before it changes anything.
std::shared_ptr<lt::torrent_info> codec<std::shared_ptr<lt::torrent_info>>::from_js(
    Environment& env, napi_value value, Path const& path) {
  if (is_nothing(env, value)) return nullptr;
  auto const& info = unwrap<WrappedInfo>(env, value, torrent_info_tag, path);
  return std::const_pointer_cast<lt::torrent_info>(info.share().value);
}

void define_torrent_info(Environment& env, Napi::Object exports) {
  napi_value const cls =
      define_class(env, "TorrentInfo", constructor<construct>, torrent_info_methods(),
                   {method_descriptor<files>("files"), method_descriptor<orig_files>("origFiles")});
  define_functions(env, cls, statics());
  exports.Set("TorrentInfo", Napi::Value(env.raw(), cls));
}

}  // namespace binding
