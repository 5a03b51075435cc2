export { Random } from './testing/random.ts';
export { RawClient, type RawClientOptions, type ServerMessage } from './testing/raw-client.ts';
export { SimulatedLink } from './testing/simulated-link.ts';
export { runSimulation, type SimulationOptions, type SimulationTally } from './testing/simulation.ts';
export { follower, member, startTestServer, type TestServer, type TestServerOptions } from './testing/test-server.ts';
