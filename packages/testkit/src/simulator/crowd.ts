/** What is under way when a request comes, itself not counted. */
export interface Crowd {
  /** Requests that have come and are not answered. */
  readonly underWay: number;
  /** Those of them that stand in its own queue, with the one that is being served; 0 where it stands in none. */
  readonly inQueue: number;
}
