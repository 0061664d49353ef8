"""What the Python programs share: their arguments, the events that they emit, and sessions."""

import json
import sys
import time

import libtorrent as lt

arguments = dict(argument.split("=", 1) for argument in sys.argv[1:])


def now():
    """Milliseconds on CLOCK_MONOTONIC, which all processes of a machine share."""
    return time.monotonic_ns() / 1e6


def emit(event, **figures):
    print(json.dumps({"event": event, **figures}), flush=True)


def settings():
    """Those of the arguments `set.NAME=VALUE`, each of the type that libtorrent has for it."""
    types = {name: type(value) for name, value in lt.default_settings().items()}
    read = {bool: lambda text: text in ("true", "1"), int: int, str: str}
    chosen = {name[4:]: text for name, text in arguments.items() if name.startswith("set.")}
    return {name: read[types[name]](text) for name, text in chosen.items()}


def open_session():
    """It has no choice of a disk back end and no TCP_NODELAY."""
    return lt.session({"alert_mask": lt.alert.category_t.status_notification, **settings()})


def wait_for(session, kind, fits=lambda alert: True):
    """The next alert of that type that fits; drops all others."""
    while True:
        session.wait_for_alert(10_000)
        for alert in session.pop_alerts():
            if isinstance(alert, kind) and fits(alert):
                return alert


def wait_for_port(session):
    """The TCP port where peers are accepted, once it is open."""
    wait_for(session, lt.listen_succeeded_alert)
    return session.listen_port()
