/** Time, so that tests and demos can hold it still. */
export interface Clock {
  now(): Date;
}
