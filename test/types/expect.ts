// What the files beside this one are checked with: they are compiled, never run.
/* eslint-disable @typescript-eslint/no-unnecessary-type-parameters -- types are all that they compare */

/** Whether two types are the same. */
export type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false

/** Does not compile unless the type argument is `true`. */
export function proves<Claim extends true>(): Claim {
  return true as Claim
}

interface TypeOf<Actual> {
  readonly value: Actual
  /** Does not compile unless the types are the same. */
  is<Expected>(...proof: Same<Actual, Expected> extends true ? [] : [never]): void
}

export function typeOf<Actual>(value: Actual): TypeOf<Actual> {
  return { value, is: () => {} }
}
