// Includes Node-API. No other file does, so all see it under the same definitions.
#pragma once

#ifndef NAPI_VERSION
#define NAPI_VERSION 9
#endif
// A C++ exception that guard() does not catch becomes a JS error in a callback of node-addon-api.
#define NODE_ADDON_API_CPP_EXCEPTIONS_ALL
// A worker that is being terminated takes no exception, and must not abort the process for it.
#define NODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS
// V8's memory cage (Electron) forbids external buffers: bytes are copied.
#define NODE_API_NO_EXTERNAL_BUFFERS_ALLOWED

#include <napi.h>
