import type { Page } from '@playwright/test';

/** Milliseconds of the main thread's own processor time a second, by what they went to. */
export interface MainThread {
  readonly script: number;
  readonly style: number;
  readonly layout: number;
  readonly all: number;
}

/** What a page works while something goes on. Processor time: other load on the machine is not in it. */
export async function mainThread(page: Page, during: () => Promise<void>): Promise<MainThread> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async (): Promise<Map<string, number>> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return new Map(metrics.map(({ name, value }) => [name, value]));
  };
  const start = performance.now();
  const before = await read();
  await during();
  const after = await read();
  const seconds = (performance.now() - start) / 1000;
  const perSecond = (name: string): number => (((after.get(name) ?? 0) - (before.get(name) ?? 0)) * 1000) / seconds;
  return {
    script: perSecond('ScriptDuration'),
    style: perSecond('RecalcStyleDuration'),
    layout: perSecond('LayoutDuration'),
    all: perSecond('TaskDuration'),
  };
}
