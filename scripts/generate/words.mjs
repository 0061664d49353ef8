// How names of the tables are put into TypeScript, in an order that doesn't change.
const byName = ([a], [b]) => (a < b ? -1 : 1)
export const sorted = (object) => Object.entries(object).sort(byName)
export const quote = (text) => `'${text.replaceAll("'", "\\'")}'`
