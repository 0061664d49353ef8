// The switch for native faults that are known and not fixed yet (issue 11).

/**
 * Whether the addon has the fixes of issue 11. Without them the commands avoid what is known to crash:
 * calls on a torrent after its removal was requested, ids of peer classes and port mappings that the session
 * never gave, file names that a rename changes, streams without metadata, reads in mapped files while a session closes.
 */
export const hasFixes: boolean = process.env.MODEL_FIXES === '1'

/** In turn, for the sessions of a sequence. */
export const backends =
  hasFixes || process.env.MODEL_MMAP ? (['mmap', 'posix'] as const) : (['posix'] as const)
