/** Figures that only grow, shared by all rooms and sessions of one server. */
export interface Counters {
  refusedFrames: number;
  commits: number;
  contradictions: number;
}
