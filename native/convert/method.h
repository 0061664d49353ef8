// C++ callables as JS functions. A table has one line per method. The type of the callable gives
// the arguments, the result and the TypeScript signature.
#pragma once

#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "convert/callable.h"
#include "convert/containers.h"
#include "convert/parts.h"
#include "node/uv_pool.h"

namespace binding {

// The thread that runs the callable, and therefore the result that JavaScript receives.
enum class Kind {
  js_thread,      // the JS thread, because the call returns at once: the value
  network_send,   // the network thread, and no caller waits for it: undefined
  network_query,  // the network thread, because the call waits for it: a Promise
  pool,  // a thread of libuv's pool, because the call needs the processor or a disk: a Promise
};

// An argument is `argument: type` or, for std::optional, `argument?: type`.
struct Signature {
  struct Parameter {
    std::string name;
    std::string type;
    bool optional;
  };
  std::vector<Parameter> parameters;
  std::string result;
};

// Specialised per receiver (torrent_handle ...):
//   using target: an owner that keeps the receiver alive while another thread uses it
//   static target target_of(Environment&, napi_value self): throws when it is unusable
//   static Receiver& get(target&)
//   static void submit(target&, std::unique_ptr<Job>): for jobs of the network thread; does not
//   throw static void run(target&, std::function<void()> const&): for its ...Sync twin; waits
//   static SessionCore* session(target const&): the session of the values, see Conversion
//   static void start(Environment&, target&, std::unique_ptr<Step>): for results in parts; runs the
//   step now, and in later turns of the event loop until it has ended
//   static void require_usable(target const&): throws when it became unusable since target_of()
//   static bool closed(target const&): whether results are refused by now
template <class Receiver>
struct receiver;

template <>
struct receiver<Nothing> {
  using target = Nothing;
  static target target_of(Environment&, napi_value) { return {}; }
  static Nothing& get(target& nothing) { return nothing; }
  static SessionCore* session(target const&) { return nullptr; }
  static void require_usable(target const&) {}
  static bool closed(target const&) { return false; }
};

class Method {
 public:
  // A method that only lib/ calls is internal: its name begins with an underscore.
  Method(char const* snake, Kind kind, bool sync, bool internal);
  Method(Method const&) = delete;
  Method& operator=(Method const&) = delete;
  virtual ~Method() = default;
  virtual napi_value invoke(Environment& env, napi_value self, std::size_t argc,
                            napi_value const* argv) const = 0;
  virtual Signature signature() const = 0;

  std::string const& name() const { return name_; }
  char const* cpp_name() const { return cpp_name_; }
  Kind kind() const { return kind_; }
  // Whether it is a twin, which blocks the JS thread.
  bool sync() const { return sync_; }
  napi_property_descriptor descriptor(napi_property_attributes attributes) const;

 private:
  std::string name_;
  char const* cpp_name_;
  Kind kind_;
  bool sync_;
};

using Methods = std::vector<std::unique_ptr<Method>>;

// Codecs of results that may be an error instead have:
//   static napi_value error(Conversion&, T const&): null when it is none
template <class T, class = void>
struct may_be_error : std::false_type {};
template <class T>
struct may_be_error<T, std::void_t<decltype(&codec<T>::error)>> : std::true_type {};

template <class T>
struct is_optional : std::false_type {};
template <class T>
struct is_optional<std::optional<T>> : std::true_type {};

// "index, newName" names the arguments; the names go into errors and signatures. A dot
// ("options.flags") names a member as callers of lib/ know it; a signature has the part after the
// dot.
std::vector<std::string> split_names(char const* names);

template <class Receiver, class Callable>
class MethodOf final : public Method {
  using Shape = shape<Callable, Receiver>;
  using Arguments = typename Shape::arguments;
  using Result = typename Shape::result;
  using Access = receiver<Receiver>;
  using Target = typename Access::target;
  static constexpr std::size_t arity = std::tuple_size_v<Arguments>;

 public:
  MethodOf(char const* snake, Kind kind, bool sync, bool internal, Callable function,
           char const* names)
      : Method(snake, kind, sync, internal), function_(function), names_(split_names(names)) {}

  napi_value invoke(Environment& env, napi_value self, std::size_t argc,
                    napi_value const* argv) const override {
    if (kind() == Kind::network_send) {
      Target target = Access::target_of(env, self);
      Conversion cx(env, Access::session(target));
      Arguments arguments = convert(cx, target, argc, argv);
      submit(env, target,
             std::make_unique<CallJob>(*this, target, std::move(arguments), std::nullopt));
      return js_undefined(env);
    }
    if (kind() == Kind::js_thread || sync()) {
      Target target = Access::target_of(env, self);
      Conversion cx(env, Access::session(target));
      Arguments arguments = convert(cx, target, argc, argv);
      return result_to_js(cx, call_and_wait(target, arguments));
    }
    return promised(env, [&](Deferred& deferred) {
      Target target = Access::target_of(env, self);
      Conversion cx(env, Access::session(target));
      Arguments arguments = convert(cx, target, argc, argv);
      submit(env, target,
             std::make_unique<CallJob>(*this, target, std::move(arguments), std::move(deferred)));
    });
  }

  Signature signature() const override {
    Signature signature;
    describe(signature, std::make_index_sequence<arity>());
    std::string const result = Shape::returns ? result_ts() : "void";
    bool const is_awaited = (kind() == Kind::network_query || kind() == Kind::pool) && !sync();
    signature.result = is_awaited ? "Promise<" + result + ">" : result;
    return signature;
  }

 private:
  class CallJob final : public Job {
   public:
    // Without a Deferred, the result is dropped, and so is an exception.
    CallJob(MethodOf const& method, Target target, Arguments arguments,
            std::optional<Deferred> deferred)
        : method_(method),
          target_(std::move(target)),
          arguments_(std::move(arguments)),
          deferred_(std::move(deferred)) {}

    void run() noexcept override {
      try {
        result_ = Shape::call(method_.function_, Access::get(target_), arguments_);
      } catch (...) {
        error_ = std::current_exception();
      }
    }

    void on_js_thread(Environment& env) override {
      if (!deferred_) return;
      try {
        if (Access::closed(target_)) throw SessionClosed{};
        if (error_) return std::move(*deferred_).reject(env, std::move(error_));
        if constexpr (has_parts<Result>::value) {
          using ResultStep = ListStep<Access, Result>;
          return Access::start(
              env, target_,
              std::make_unique<ResultStep>(target_, std::move(*result_), std::move(*deferred_)));
        }
        Conversion cx(env, Access::session(target_));
        if constexpr (may_be_error<Result>::value) {
          cx.keeps_stack = false;
          napi_value const error = codec<Result>::error(cx, *result_);
          if (error != nullptr) return std::move(*deferred_).reject_for(env, error);
        }
        napi_value const result = method_.result_to_js(cx, *result_);
        std::move(*deferred_).resolve(env, result);
      } catch (...) {
        std::move(*deferred_).reject(env, std::current_exception());
      }
    }

   private:
    MethodOf const& method_;  // methods live as long as the process
    Target target_;
    Arguments arguments_;
    std::optional<Result> result_;
    std::exception_ptr error_;
    std::optional<Deferred> deferred_;
  };

  // The network thread computes the result of a ...Sync twin, too. So nothing is read while
  // libtorrent changes it.
  Result call_and_wait(Target& target, Arguments& arguments) const {
    if constexpr (!std::is_same_v<Receiver, Nothing>) {
      if (kind() == Kind::network_query) {
        std::optional<Result> result;
        Access::run(target,
                    [&] { result = Shape::call(function_, Access::get(target), arguments); });
        return std::move(*result);
      }
    }
    return Shape::call(function_, Access::get(target), arguments);
  }

  Arguments convert(Conversion& cx, Target const& target, std::size_t argc,
                    napi_value const* argv) const {
    Arguments arguments = convert(cx, argc, argv, std::make_index_sequence<arity>());
    // A getter of an argument may have closed the session or removed the torrent.
    Access::require_usable(target);
    return arguments;
  }

  template <std::size_t... I>
  Arguments convert(Conversion& cx, std::size_t argc, napi_value const* argv,
                    std::index_sequence<I...>) const {
    // Braces: evaluated left to right, so the first wrong argument is the one that is named.
    return Arguments{argument<std::tuple_element_t<I, Arguments>>(
        cx, I < argc ? argv[I] : js_undefined(cx), names_[I].c_str())...};
  }

  void submit(Environment& env, Target& target, std::unique_ptr<Job> job) const {
    if (kind() == Kind::pool) {
      run_in_pool(env, std::move(job), name().c_str());
    } else if constexpr (!std::is_same_v<Receiver, Nothing>) {
      Access::submit(target, std::move(job));
    }
  }

  template <class T>
  static T argument(Conversion& cx, napi_value value, char const* name) {
    return codec<T>::from_js(cx, value, Path(name));
  }

  static napi_value result_to_js(Conversion& cx, Result const& result) {
    if constexpr (Shape::returns) {
      return codec<Result>::to_js(cx, result);
    } else {
      return js_undefined(cx);
    }
  }

  static std::string result_ts() {
    if constexpr (Shape::returns) {
      return ts_out<Result>();
    } else {
      return "void";
    }
  }

  template <std::size_t... I>
  void describe(Signature& signature, std::index_sequence<I...>) const {
    (describe_one<std::tuple_element_t<I, Arguments>>(signature, names_[I]), ...);
  }

  template <class T>
  static void describe_one(Signature& signature, std::string const& path) {
    std::string const name = path.substr(path.rfind('.') + 1);  // npos + 1 is 0
    if constexpr (is_optional<T>::value) {
      signature.parameters.push_back({name, ts_in<typename T::value_type>(), true});
    } else {
      signature.parameters.push_back({name, ts_in<T>(), false});
    }
  }

  Callable function_;
  std::vector<std::string> names_;
};

// Collects the methods of a table.
template <class Receiver>
class MethodTable {
 public:
  template <class Callable>
  void add(Kind kind, char const* snake, Callable function, char const* names) {
    add_without_twin(kind, snake, function, names);
    if (kind == Kind::js_thread || kind == Kind::network_send) return;
    methods_.push_back(std::make_unique<MethodOf<Receiver, Callable>>(snake, kind, true, internal_,
                                                                      function, names));
  }
  // Adds no twin named ...Sync.
  template <class Callable>
  void add_without_twin(Kind kind, char const* snake, Callable function, char const* names) {
    methods_.push_back(std::make_unique<MethodOf<Receiver, Callable>>(snake, kind, false, internal_,
                                                                      function, names));
  }
  // Whether the methods that are added from here on are internal.
  void set_internal(bool internal) { internal_ = internal; }
  Methods take() { return std::move(methods_); }

 private:
  Methods methods_;
  bool internal_ = false;
};

}  // namespace binding
