// Names that libtorrent has since a version. SINCE_2_0_9(...) expands to its arguments from 2.0.9
// on, and to nothing before.
#pragma once

#include <libtorrent/config.hpp>
#include <libtorrent/version.hpp>

#if LIBTORRENT_VERSION_NUM >= 20009
#define SINCE_2_0_9(...) __VA_ARGS__
#else
#define SINCE_2_0_9(...)
#endif

#if LIBTORRENT_VERSION_NUM >= 20010
#define SINCE_2_0_10(...) __VA_ARGS__
#else
#define SINCE_2_0_10(...)
#endif

#if LIBTORRENT_VERSION_NUM >= 20011
#define SINCE_2_0_11(...) __VA_ARGS__
#else
#define SINCE_2_0_11(...)
#endif

#if LIBTORRENT_VERSION_NUM >= 20012
#define SINCE_2_0_12(...) __VA_ARGS__
#else
#define SINCE_2_0_12(...)
#endif

#if LIBTORRENT_VERSION_NUM >= 20013
#define SINCE_2_0_13(...) __VA_ARGS__
#else
#define SINCE_2_0_13(...)
#endif

// Names that a libtorrent without I2P lacks, too.
#if TORRENT_USE_I2P
#define SINCE_2_0_9_WITH_I2P(...) SINCE_2_0_9(__VA_ARGS__)
#else
#define SINCE_2_0_9_WITH_I2P(...)
#endif
