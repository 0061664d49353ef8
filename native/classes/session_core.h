// One libtorrent session and the threads around it, as seen from the JS thread.
#pragma once

#include <bitset>
#include <functional>
#include <map>
#include <memory>
#include <vector>

#include <libtorrent/alert_types.hpp>
#include <libtorrent/session.hpp>
#include <libtorrent/torrent_handle.hpp>

#include "classes/network_queue.h"
#include "classes/session_ids.h"
#include "guards/info_copies.h"
#include "node/boundary.h"
#include "node/js_queue.h"
#include "node/serial_thread.h"
#include "node/shutdown.h"
#include "tables/records.h"

namespace binding {

namespace lt = libtorrent;

struct WrappedTorrent;

// Everything is called on the JS thread unless it says otherwise.
class SessionCore final : public Closable, public std::enable_shared_from_this<SessionCore> {
 public:
  // Opens the session. `js_session` stays alive until it is closed; `dispatch` gets every batch.
  static std::shared_ptr<SessionCore> open(Environment& env, napi_value js_session,
                                           lt::session_params params, napi_value dispatch,
                                           SessionOptions const& options);
  ~SessionCore();

  bool closed() const { return closing_; }
  // Throws SessionClosed.
  lt::session& session();
  // The network thread's: it has ended before the session is destroyed.
  lt::session& session_in_job() { return *session_; }

  // Runs the job on the network thread, while the session is open.
  void submit(std::unique_ptr<Job> job) { jobs_.submit(std::move(job)); }
  // The same, and waits for it.
  void run(std::function<void()> const& body) { jobs_.run(body); }

  // Alerts of this type are delivered, or not.
  void listen_to(int alert_type, bool on);

  // Whether an open session keeps the process alive; it does until told otherwise.
  void ref(Environment& env) { js_queue_.ref(env.raw()); }
  void unref(Environment& env) { js_queue_.unref(env.raw()); }

  // Shuts down gracefully, off this thread. Waiting calls are rejected; the promise resolves when
  // every thread has ended. The same promise for every call.
  napi_value close(Environment& env);

  // The JS object of a torrent: the same one for the same torrent while anyone holds it.
  napi_value handle_to_js(Environment& env, lt::torrent_handle const& handle);
  void forget(lt::torrent_handle const& handle) noexcept;

  // From this call on, `torrent` and later objects of the same torrent refuse every call.
  void remove(WrappedTorrent& torrent, lt::remove_flags_t flags);

  // The ids that JavaScript was given.
  SessionIds& ids() { return ids_; }

  // While an alert is converted: what it refers to, as a copy. Otherwise `info` itself.
  SharedInfo own_info(SharedInfo const& info);

  void close_now() noexcept override;

 private:
  class CloseJob;

  SessionCore(Environment& env, lt::session_params params, SessionOptions const& options);
  std::unique_ptr<lt::session> make_session(lt::session_params params, lt::session_flags_t flags);
  void deliver_alerts(Environment& env);
  void deliver_popped(Environment& env);
  void finish(Environment& env);
  void release(Environment& env);
  void drop_references() noexcept;
  static void at_environment_end(void* core);
  void forget_removed() noexcept;
  napi_value find_handle(Environment& env, lt::torrent_handle const& handle);

  struct KnownTorrent {
    napi_ref object = nullptr;  // weak
    bool removed = false;
  };

  napi_env env_;
  bool const with_messages_;
  bool closing_ = false;
  bool ended_ = false;  // all threads are joined
  std::bitset<lt::num_alert_types> wanted_;
  std::vector<lt::alert*> popped_;  // libtorrent's, until the next pop_alerts()
  std::size_t delivered_ = 0;       // of popped_
  bool converting_ = false;         // an alert
  std::map<lt::torrent_handle, KnownTorrent> torrents_;
  std::size_t removed_without_object_ = 0;  // of torrents_
  std::size_t most_removed_ = 16;           // of these, before the dead ones are looked for
  SessionIds ids_;
  struct {
    std::uint64_t batch = 0;
    lt::torrent_handle torrent;
    napi_value object = nullptr;
  } latest_;  // most alerts are about the torrent that the one before was about
  napi_ref js_session_ = nullptr;
  napi_ref dispatch_ = nullptr;
  napi_ref close_promise_ = nullptr;

  // In this order, because they end in the other: first the thread that closes, then libtorrent's
  // own, then what they use: the jobs, and the way to wake the JS thread.
  JsQueue js_queue_;
  std::shared_ptr<InfoCopies> const copies_ = std::make_shared<InfoCopies>();
  NetworkQueue jobs_;
  std::unique_ptr<lt::session> session_;
  SerialThread
      closer_;  // closing waits for the network thread, so neither that nor the JS thread can
};

static_assert(!std::is_copy_constructible_v<SessionCore>);
static_assert(!std::is_move_constructible_v<SessionCore>);

}  // namespace binding
