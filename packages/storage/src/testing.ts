export { documentStoreContract, type StoreUnderTest } from './testing/contract.ts';
export { type Fault, type FaultPlan, faultAt, noFaults, randomFaults, type Step } from './testing/faults.ts';
export type { Crash } from './testing/simulated-disk.ts';
export { openSimulatedStore, type SimulatedStore, type SimulatedStoreOptions } from './testing/simulated-store.ts';
