// The classes that JavaScript sees, and what their instances hold.
#pragma once

#include <memory>

#include <libtorrent/create_torrent.hpp>
#include <libtorrent/file_storage.hpp>
#include <libtorrent/torrent_handle.hpp>
#include <libtorrent/torrent_info.hpp>

#include "classes/session_core.h"
#include "classes/torrent_summary.h"
#include "convert/object.h"

namespace binding {

// Those that native code makes instances of, by way of lib's subclasses.
#define BINDING_CLASSES(X) \
  X(TorrentHandle) X(TorrentInfo) X(FileStorage) X(CreateTorrent) X(IpFilter) X(PeerClassTypeFilter)
#define X(name) name,
enum class Class : std::size_t { BINDING_CLASSES(X) };
#undef X

// `new` of lib's class; takes `subject`, which the native constructor adopts.
template <class Subject>
napi_value new_object(Environment& env, Class cls, Subject* subject, napi_value argument) {
  std::unique_ptr<Subject> owned(subject);
  napi_value const result = env.make_object(static_cast<std::size_t>(cls), &owned,
                                            argument == nullptr ? 0 : 1, &argument);
  return result;
}

// What a native constructor adopts when native code, not the user, called it; else null.
template <class Subject>
std::unique_ptr<Subject> adopt_pending(Environment& env) {
  auto* const owned = static_cast<std::unique_ptr<Subject>*>(env.take_pending());
  return owned == nullptr ? nullptr : std::move(*owned);
}

// A value that several JS objects share; editing one of them makes a copy first.
//
// Rule: a share carries its root. A file_storage points into the torrent_info that it came from,
// and so do its copies. The root keeps that torrent_info alive for every copy of a copy.
template <class T>
class CopyOnWrite {
 public:
  struct Share {
    std::shared_ptr<T const> value;
    std::shared_ptr<void const> root;  // null when the value points into no other object
  };

  explicit CopyOnWrite(Share share)
      : root_(std::move(share.root)), value_(std::move(share.value)) {}
  explicit CopyOnWrite(T own) : own_(std::make_shared<T>(std::move(own))), value_(own_) {}
  T const& get() const { return *value_; }
  // The value as it is now: a later edit() changes another copy.
  Share share() const { return {value_, root_}; }
  T& edit() {
    constexpr int ours = 2;  // own_ and value_
    if (own_ == nullptr || own_.use_count() > ours) {
      own_ = std::make_shared<T>(*value_);
      value_ = own_;
    }
    return *own_;
  }

 private:
  std::shared_ptr<void const> root_;
  std::shared_ptr<T> own_;  // null while the value belongs to another object
  std::shared_ptr<T const> value_;
};

struct WrappedSession {
  std::shared_ptr<SessionCore> core;
};

struct WrappedTorrent {
  std::shared_ptr<SessionCore> core;
  lt::torrent_handle handle;
  std::shared_ptr<SharedSummary const> summary;  // null when the torrent had ended before
  // From the call of removeTorrent() on. libtorrent works on a removed torrent until it is gone,
  // and a call that reaches it then dereferences what it has lost.
  bool removed = false;
  ~WrappedTorrent() {
    if (core) core->forget(handle);
  }
};

using WrappedInfo = CopyOnWrite<lt::torrent_info>;
using WrappedFiles = CopyOnWrite<lt::file_storage>;

// create_torrent refers to the files that it was made from.
struct WrappedCreateTorrent {
  WrappedCreateTorrent(WrappedFiles from, int piece_size, lt::create_flags_t flags)
      : files(std::move(from)), torrent(files.edit(), piece_size, flags) {}
  WrappedFiles files;
  lt::create_torrent torrent;
  bool hashing = false;  // while another thread fills in hashes, JavaScript keeps out
};

// Throws `invalid_torrent_handle` once the torrent was removed, or has ended.
void require_in_session(WrappedTorrent const& torrent);

// The argument of removeTorrent().
struct TorrentToRemove {
  WrappedTorrent* wrapped;
};
template <>
struct codec<TorrentToRemove> {
  static TorrentToRemove from_js(Environment& env, napi_value value, Path const& path);
  static std::string ts() { return ts_out<lt::torrent_handle>(); }
};

extern ObjectTag const torrent_handle_tag;
extern ObjectTag const torrent_info_tag;
extern ObjectTag const file_storage_tag;

// Each defines its class as a property of `exports`.
void define_session(Environment& env, Napi::Object exports);
void define_torrent_handle(Environment& env, Napi::Object exports);
void define_torrent_info(Environment& env, Napi::Object exports);
void define_file_storage(Environment& env, Napi::Object exports);
void define_create_torrent(Environment& env, Napi::Object exports);

// ---- how the method tables reach their receivers

template <>
struct receiver<lt::session> {
  using target = std::shared_ptr<SessionCore>;
  static target target_of(Environment& env, napi_value self);
  static lt::session& get(target& core) { return core->session_in_job(); }
  static void submit(target& core, std::unique_ptr<Job> job) { core->submit(std::move(job)); }
  static void run(target& core, std::function<void()> const& body) { core->run(body); }
  static void* owner(target const& core) { return core.get(); }
  static void require_usable(target const& core) { core->session(); }
  static bool closed(target const& core) { return core->closed(); }
};

// A torrent of an open session, removed or not: its methods answer in either case.
struct TorrentInAnyState {
  lt::torrent_handle handle;
  bool removed = false;
};

// What both receivers of a TorrentHandle have in common.
template <class Subject>
struct torrent_receiver {
  struct target {
    std::shared_ptr<SessionCore> core;
    WrappedTorrent const*
        wrapped;  // of `this`, which JavaScript keeps alive until the call returns
    Subject subject;
  };
  static Subject& get(target& h) { return h.subject; }
  static void submit(target& h, std::unique_ptr<Job> job) { h.core->submit(std::move(job)); }
  static void run(target& h, std::function<void()> const& body) { h.core->run(body); }
  static void* owner(target const& h) { return h.core.get(); }
  static bool closed(target const& h) { return h.core->closed(); }
};

// Its target_of() and require_usable() throw `invalid_torrent_handle` once the torrent was removed.
template <>
struct receiver<lt::torrent_handle> : torrent_receiver<lt::torrent_handle> {
  static target target_of(Environment& env, napi_value self);
  static void require_usable(target const& h);
};

template <>
struct receiver<TorrentInAnyState> : torrent_receiver<TorrentInAnyState> {
  static target target_of(Environment& env, napi_value self);
  static void require_usable(target const& h) { h.core->session(); }
};

// Objects of the JS thread alone.
template <class Wrapped>
struct local_receiver {
  using target = Wrapped*;
  static target target_of(Environment& env, napi_value self) { return &unwrap<Wrapped>(env, self); }
  static Wrapped& get(target& h) { return *h; }
  static void* owner(target const&) { return nullptr; }
  static void require_usable(target const&) {}
  static bool closed(target const&) { return false; }
  static void submit(target&, std::unique_ptr<Job>) {}
  static void run(target&, std::function<void()> const& body) { body(); }
};
template <>
struct receiver<WrappedInfo> : local_receiver<WrappedInfo> {};
template <>
struct receiver<WrappedFiles> : local_receiver<WrappedFiles> {};
template <>
struct receiver<WrappedCreateTorrent> : local_receiver<WrappedCreateTorrent> {};

Methods const& session_methods();
Methods const& torrent_handle_methods();
Methods const& stream_methods();  // of a torrent handle, for lib/torrent/read-stream.ts alone
Methods const& torrent_info_methods();
Methods const& file_storage_methods();
Methods const& create_torrent_methods();
Methods const& functions();

}  // namespace binding
