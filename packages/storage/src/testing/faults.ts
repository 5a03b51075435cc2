/**
 * Where a simulated disk can fail. Every operation consists of steps, and before each step its plan is asked.
 * The steps are the await points at which a process can die and the calls that a kernel can answer with an error.
 */
export type Step =
  | 'table.write' // the batch reaches the operating system's cache
  | 'table.sync' // fsync of it
  | 'table.forget' // an unsynced deletion of a range
  | 'table.reclaim'
  | 'table.read'
  | 'heads.write'
  | 'heads.sync'
  | 'heads.replace'; // the atomic rename

/**
 * - `EIO`, `ENOSPC`: the call fails. A write may have got through in part, as on a real disk. A failed sync leaves
 *   open whether its bytes are on the disk; from then on the disk confirms everything and keeps nothing, which is
 *   what was seen of real ones, and what a store must not fall for.
 * - `kill`: the process is gone at this point. The call never returns, nor does any later one.
 */
export type Fault = 'EIO' | 'ENOSPC' | 'kill';

/** Asked before step number `index` (from 0, counted over the life of the disk). */
export type FaultPlan = (step: Step, index: number) => Fault | null;

export const noFaults: FaultPlan = () => null;

/** Fails once, at one step: run a scenario with 0, 1, 2, … to visit every await point. */
export function faultAt(at: number, fault: Fault): FaultPlan {
  return (_step, index) => (index === at ? fault : null);
}

/** Fails any step with this probability. `random` gives numbers in [0, 1). */
export function randomFaults(random: () => number, probability: number, faults: readonly Fault[]): FaultPlan {
  return () => (random() < probability ? (faults[Math.floor(random() * faults.length)] ?? null) : null);
}
