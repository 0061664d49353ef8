// The switch for faults that are known and not fixed yet (issue 11).

/** What is fixed in the addon; sequences avoid what is not. */
const fixed = {
  /** A removal counts from the call of `removeTorrent()`: later calls on the torrent are refused. */
  removal: true,
  /** Peer classes and port mappings that the session never gave are refused. */
  ids: true,
  /** File names are not read from memory that a rename changes, or that is freed. */
  names: true,
  /** A read stream of a torrent without metadata ends when it is destroyed. */
  streams: false,
  /** Mapped files may be read and moved while the session is closed (libtorrent: boost::bad_get). */
  readsWhileClosing: false,
  /** `queuePositionUp()` of a torrent at position -1 that is not finished (libtorrent erases element -1). */
  queueUp: false,
} as const satisfies Readonly<Record<string, boolean>>

export type Fix = keyof typeof fixed

export function isFixed(fault: Fix): boolean {
  return fixed[fault]
}

/** Disk back ends, in turn, for the sessions of a sequence. */
export const backends: readonly ('mmap' | 'posix')[] = isFixed('readsWhileClosing')
  ? ['mmap', 'posix']
  : ['posix']
