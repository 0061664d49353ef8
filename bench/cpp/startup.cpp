// How long a session takes until it listens.
#include "emit.h"
#include "programs.h"
#include "session.h"

void startup(Arguments const& arguments) {
  double const start = now();
  auto const session = open_session(arguments);
  wait_for_port(*session);
  emit("done", {{"wall", now() - start}});
}
