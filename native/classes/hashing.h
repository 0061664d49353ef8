// Hashes a torrent's pieces on a thread of its own, with progress and cancellation.
#pragma once

#include <atomic>
#include <exception>
#include <string>

#include <libtorrent/settings_pack.hpp>

#include "classes/cancellation.h"
#include "classes/classes.h"
#include "node/shutdown.h"

namespace binding {

// Exists from start() until its result is delivered, or until the environment ends.
class Hashing final : public Closable {
 public:
  struct Request {
    std::string path;
    lt::settings_pack settings;
    napi_value torrent;         // the JS CreateTorrent, kept alive meanwhile
    napi_value progress;        // (done, total) => void, or undefined
    Cancellation cancellation;  // hashing stops, and its promise rejects
  };
  static void start(Environment& env, Request request, Deferred deferred);

  virtual ~Hashing() = default;
  void close_now() noexcept override;

 private:
  class HashJob;

  Hashing(Environment& env, Request request, Deferred deferred);
  void hash();
  void report(Environment& env);
  void finish(Environment& env);
  static void at_environment_end(void* hashing);

  napi_env env_;
  std::string const path_;
  lt::settings_pack const settings_;
  WrappedCreateTorrent& wrapped_;  // kept alive by torrent_
  int const total_;
  Ref torrent_;
  Ref progress_;  // empty without a function
  Deferred deferred_;
  Cancellation const cancellation_;
  std::atomic<int> done_{0};
  int reported_ = 0;
  std::exception_ptr error_;

  // Declaration order is reverse destruction order: the thread ends before the queue that it uses.
  JsQueue js_queue_;
  SerialThread thread_;
};

}  // namespace binding
