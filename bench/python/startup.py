"""How long it takes from the import until a session listens."""

import time

start = time.monotonic_ns() / 1e6

from harness import now, open_session, emit, wait_for_port  # noqa: E402

session = open_session()
wait_for_port(session)
emit("done", wall=now() - start)
