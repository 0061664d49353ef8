// The switch for native faults that are known and not fixed yet (issue 11).

/**
 * Whether the addon has the fixes of issue 11. Without them the commands avoid what is known to crash:
 * calls on a torrent after its removal was requested, ids of peer classes and port mappings that the session
 * never gave, file names that a rename changes, streams without metadata.
 */
export const hasFixes: boolean = false
