// The classes of JavaScript, and the C++ objects that their instances wrap.
#pragma once

#include <memory>

#include <libtorrent/create_torrent.hpp>
#include <libtorrent/file_storage.hpp>
#include <libtorrent/ip_filter.hpp>
#include <libtorrent/peer_class_type_filter.hpp>
#include <libtorrent/torrent_handle.hpp>
#include <libtorrent/torrent_info.hpp>

#include "classes/session_core.h"
#include "classes/torrent_summary.h"
#include "convert/object.h"

namespace binding {

// Carries a C++ object to the native constructor that adopts it.
template <class Subject>
class PendingOf final : public Pending {
 public:
  explicit PendingOf(std::unique_ptr<Subject> subject) : subject_(std::move(subject)) {}
  std::unique_ptr<Subject> take() { return std::move(subject_); }

 private:
  std::unique_ptr<Subject> subject_;
};

// For native constructors: the object that new_object() passes. Null when JavaScript called the
// constructor.
template <class Subject>
std::unique_ptr<Subject> adopt_pending(Environment& env) {
  auto* const pending = dynamic_cast<PendingOf<Subject>*>(env.pending());
  return pending == nullptr ? nullptr : pending->take();
}

// A value that several JS objects share. edit() makes a copy first.
//
// Problem: a file_storage points into the torrent_info that it was copied from, and so do copies of
// the copy.
// Rule: a share carries its root, which keeps that torrent_info alive.
template <class T>
class CopyOnWrite {
 public:
  struct Share {
    std::shared_ptr<T const> value;
    std::shared_ptr<void const> root;  // null for a value that points into no other object
  };

  explicit CopyOnWrite(Share share)
      : root_(std::move(share.root)), value_(std::move(share.value)) {}
  explicit CopyOnWrite(T own) : own_(std::make_shared<T>(std::move(own))), value_(own_) {}
  T const& get() const { return *value_; }
  // Returns the current value. A later edit() changes another copy.
  Share share() const { return {value_, root_}; }
  T& edit() {
    constexpr int own_shares = 2;  // own_ and value_
    if (own_ == nullptr || own_.use_count() > own_shares) {
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
  // True from the call of removeTorrent() on. libtorrent still executes calls for a removed
  // torrent, and then dereferences a null storage.
  bool removed = false;
  Ref object = {};  // weak: the TorrentHandle
  ~WrappedTorrent() {
    if (core) core->forget(*this);
  }
};

using WrappedInfo = CopyOnWrite<lt::torrent_info>;
using WrappedFiles = CopyOnWrite<lt::file_storage>;

// Owns the files, because create_torrent refers to them.
struct WrappedCreateTorrent {
  WrappedCreateTorrent(WrappedFiles from, int piece_size, lt::create_flags_t flags)
      : files(std::move(from)), torrent(files.edit(), piece_size, flags) {}
  WrappedFiles files;
  lt::create_torrent torrent;
  bool hashing = false;  // another thread writes the hashes; JavaScript must not access `torrent`
};

// The classes of lib/ that native code makes instances of, and the C++ object of an instance.
#define BINDING_CLASSES(X)         \
  X(TorrentHandle, WrappedTorrent) \
  X(TorrentInfo, WrappedInfo)      \
  X(FileStorage, WrappedFiles)     \
  X(IpFilter, lt::ip_filter)       \
  X(PeerClassTypeFilter, lt::peer_class_type_filter)
#define X(name, subject) name,
enum class Class : std::size_t { BINDING_CLASSES(X) };
#undef X
template <class Subject>
extern Class const class_of;
#define X(name, subject) \
  template <>            \
  inline constexpr Class class_of<subject> = Class::name;
BINDING_CLASSES(X)
#undef X

// Makes an instance of lib/'s class. `argument` goes to its constructor, unless it is null.
template <class Subject>
napi_value new_object(Environment& env, std::unique_ptr<Subject> subject,
                      napi_value argument = nullptr) {
  PendingOf<Subject> pending(std::move(subject));
  return env.make_object(static_cast<std::size_t>(class_of<Subject>), pending,
                         argument == nullptr ? 0 : 1, &argument);
}

// Throws `invalid_torrent_handle` once the torrent was removed, or has ended.
void require_in_session(WrappedTorrent const& torrent);

// The argument of removeTorrent().
struct TorrentToRemove {
  WrappedTorrent* wrapped;
};
template <>
struct codec<TorrentToRemove> {
  static TorrentToRemove from_js(Conversion& cx, napi_value value, Path const& path);
  static std::string ts() { return ts_out<lt::torrent_handle>(); }
};

extern ObjectTag const torrent_handle_tag;
extern ObjectTag const torrent_info_tag;
extern ObjectTag const file_storage_tag;

// Each defines its class as a property of `exports`.
void define_session(Environment& env, napi_value exports);
void define_torrent_handle(Environment& env, napi_value exports);
void define_torrent_info(Environment& env, napi_value exports);
void define_file_storage(Environment& env, napi_value exports);
void define_create_torrent(Environment& env, napi_value exports);

// ---- receivers of the method tables

template <>
struct receiver<lt::session> {
  using target = std::shared_ptr<SessionCore>;
  static target target_of(Environment& env, napi_value self);
  static lt::session& get(target& core) { return core->session_in_job(); }
  static void submit(target& core, std::unique_ptr<Job> job) { core->submit(std::move(job)); }
  static void run(target& core, std::function<void()> const& body) { core->run(body); }
  static void start(Environment& env, target& core, std::unique_ptr<Step> step) {
    core->start(env, std::move(step));
  }
  static SessionCore* session(target const& core) { return core.get(); }
  static void require_usable(target const& core) { core->session(); }
  static bool closed(target const& core) { return core->closed(); }
};

// A torrent of an open session, for methods that also work after its removal.
struct TorrentInAnyState {
  lt::torrent_handle handle;
  bool removed = false;
};

// The common part of both receivers of a TorrentHandle.
template <class Subject>
struct torrent_receiver {
  struct target {
    std::shared_ptr<SessionCore> core;
    WrappedTorrent const* wrapped;  // of `this`, which stays alive until the call returns
    Subject subject;
  };
  static Subject& get(target& h) { return h.subject; }
  static void submit(target& h, std::unique_ptr<Job> job) { h.core->submit(std::move(job)); }
  static void run(target& h, std::function<void()> const& body) { h.core->run(body); }
  static SessionCore* session(target const& h) { return h.core.get(); }
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

// Objects that only the JS thread uses.
template <class Wrapped>
struct local_receiver {
  using target = Wrapped*;
  static target target_of(Environment& env, napi_value self) { return &unwrap<Wrapped>(env, self); }
  static Wrapped& get(target& h) { return *h; }
  static SessionCore* session(target const&) { return nullptr; }
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
