import { onTestFinished } from 'vitest';
import { openLevelStore } from './level/index.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';
import { documentStoreContract, openSimulatedStore, type SimulatedStore, type StoreUnderTest } from './testing.ts';

documentStoreContract('LevelDB', () => {
  const folder = temporaryFolder(onTestFinished);
  const open = async (): Promise<StoreUnderTest> => {
    const store = await openLevelStore({ folder });
    return {
      store,
      async reopen() {
        await store.close();
        return open();
      },
    };
  };
  return open();
});

documentStoreContract('the simulated store', async () => {
  const under = (store: SimulatedStore): StoreUnderTest => ({
    store,
    async reopen() {
      await store.close();
      return under(await store.crash('power'));
    },
  });
  return under(await openSimulatedStore());
});
