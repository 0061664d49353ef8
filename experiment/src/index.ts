export * from './transfer'
export {
  type EmbeddedTracker,
  startTracker,
  type TrackerOptions,
  type TrackerProtocol,
} from './tracker/embedded'
export { UserError } from './errors'
