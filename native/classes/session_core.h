// One session of libtorrent, and the threads around it.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>

#include <libtorrent/alert_types.hpp>
#include <libtorrent/session.hpp>
#include <libtorrent/torrent_handle.hpp>

#include "classes/alert_delivery.h"
#include "classes/network_queue.h"
#include "classes/session_ids.h"
#include "node/boundary.h"
#include "node/js_queue.h"
#include "node/serial_thread.h"
#include "node/shutdown.h"
#include "tables/records.h"

namespace binding {

namespace lt = libtorrent;

struct WrappedTorrent;

// JS thread, unless a comment names another one.
class SessionCore final : public Closable, public std::enable_shared_from_this<SessionCore> {
 public:
  // Opens the session, and keeps `js_session` alive until it is closed. `dispatch` receives every
  // batch of alerts.
  static std::shared_ptr<SessionCore> open(Environment& env, napi_value js_session,
                                           lt::session_params params, napi_value dispatch,
                                           SessionOptions const& options);
  ~SessionCore();

  bool closed() const { return closing_; }
  // Throws SessionClosed.
  lt::session& session();
  // For jobs: the network thread ends before the session is destroyed.
  lt::session& session_in_job() { return *session_; }

  // Runs the job on the network thread, while the session is open.
  void submit(std::unique_ptr<Job> job) { jobs_.submit(std::move(job)); }
  // Network thread. Hands a task to the JS thread.
  void post(std::unique_ptr<Task> task) { js_queue_.post(std::move(task)); }
  // Runs `body` on the network thread, and waits for its end.
  void run(std::function<void()> const& body) { jobs_.run(body); }

  // Starts or ends the delivery of alerts of this type.
  void subscribe(int alert_type, bool on) { alerts_.subscribe(alert_type, on); }

  // Runs the step, and again in later turns of the event loop until it has ended.
  void start(Environment& env, std::unique_ptr<Step> step);
  // Called in a turn that request_turn() requested.
  void continue_steps(Environment& env);

  // An open session keeps the process alive, except after unref().
  void ref(Environment& env) { js_queue_.ref(env.raw()); }
  void unref(Environment& env) { js_queue_.unref(env.raw()); }

  // Shuts down gracefully on another thread, and rejects waiting calls. Returns a promise, the same
  // for every call, which resolves when every thread has ended.
  napi_value close(Environment& env);

  // Returns the JS object of a torrent: the same one as long as JavaScript keeps it.
  napi_value handle_to_js(Conversion& cx, lt::torrent_handle const& handle);
  void forget(WrappedTorrent const& torrent) noexcept;

  // From this call on, `torrent` and later objects of the same torrent refuse every call.
  void remove(WrappedTorrent& torrent, lt::remove_flags_t flags);

  // The ids that JavaScript received from this session.
  SessionIds& ids() { return ids_; }

  // Returns `info`, or a copy of it while an alert is converted.
  SharedInfo own_info(SharedInfo const& info);

  void close_now() noexcept override;

 private:
  class CloseJob;

  SessionCore(Environment& env, lt::session_params params, SessionOptions const& options);
  std::unique_ptr<lt::session> make_session(lt::session_params params, lt::session_flags_t flags);
  void deliver_alerts(Environment& env);
  void request_turn(Environment& env);
  void finish(Environment& env);
  void release(Environment& env);
  void drop_references() noexcept;
  static void at_environment_end(void* core);
  void forget_removed() noexcept;
  napi_value find_handle(Environment& env, lt::torrent_handle const& handle);

  struct KnownTorrent {
    WrappedTorrent* wrapped = nullptr;  // of the latest object, until its finalizer
    bool removed = false;
  };

  napi_env env_;
  bool closing_ = false;
  bool ended_ = false;  // all threads are joined
  AlertDelivery alerts_;
  std::deque<std::unique_ptr<Step>> steps_;  // that have not ended
  bool turn_requested_ = false;
  std::map<lt::torrent_handle, KnownTorrent> torrents_;
  std::size_t removed_without_object_ = 0;  // of torrents_
  std::size_t most_removed_ = 16;           // of these, before a search for ended ones
  SessionIds ids_;
  struct {
    std::uint64_t batch = 0;
    lt::torrent_handle torrent;
    napi_value object = nullptr;
  } latest_;  // most alerts have the torrent of the previous alert
  Ref js_session_;
  Ref close_promise_;

  // Declaration order is reverse destruction order: join closer_, destroy session_, drop jobs_,
  // close the queue last.
  JsQueue js_queue_;
  NetworkQueue jobs_;
  std::unique_ptr<lt::session> session_;
  SerialThread closer_;  // a thread of its own, because closing waits for the network thread
};

static_assert(!std::is_copy_constructible_v<SessionCore>);
static_assert(!std::is_move_constructible_v<SessionCore>);

}  // namespace binding
