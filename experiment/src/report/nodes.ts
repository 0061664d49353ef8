/** `seeder, peers 1, 3 to 50`, of numbers in ascending order. */
export function nodeNames(nodes: readonly number[]): string {
  const peers = nodes.filter((node) => node > 0)
  const ranges: { first: number; last: number }[] = []
  for (const peer of peers) {
    const range = ranges.at(-1)
    if (range?.last === peer - 1) range.last = peer
    else ranges.push({ first: peer, last: peer })
  }
  const names = ranges.map(({ first, last }) =>
    first === last ? `${first}` : `${first} to ${last}`,
  )
  const seeder = nodes.includes(0) ? ['seeder'] : []
  const others =
    peers.length > 0 ? [`${peers.length > 1 ? 'peers' : 'peer'} ${names.join(', ')}`] : []
  return [...seeder, ...others].join(', ')
}
