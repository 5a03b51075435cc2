import { selectedEntry } from '@duet/blocks';
import { block } from '@duet/blocks/testing';
import { bodyOf, insertBlocks } from '@duet/document';
import { plain, type RiskRow } from '@duet/domain';
import { member, type Random, type SimulatedLink } from '@duet/sync/testing';
import { Accounts } from '../accounts.ts';
import { check } from '../check.ts';
import { virtualClock } from '../environment/virtual-clock.ts';
import { Page } from '../page.ts';
import { SCHEMA, Service } from '../service.ts';
import { settle } from '../settle.ts';
import { type Act, commonHands } from './hands.ts';
import type { Hands, Pair } from './pair.ts';

/** Two pages of Duet, joined by its provider and its server. The rescue list is the server's. */
export async function duetPair(random: () => Random): Promise<Pair> {
  virtualClock.start();
  const accounts = new Accounts();
  const names = ['ana', 'ben'] as const;
  const service = new Service({
    accounts,
    members: new Map(names.map((name) => [name, member(name)])),
    mayWrite: () => true,
    random,
  });
  await service.start([
    (doc) =>
      insertBlocks(doc, [
        ...['first', 'second', 'third'].map((text) => block('textBlock', { text: plain(text) })),
        block('riskTable', { rows: ['one', 'two', 'three'].map(risk) }),
      ]),
  ]);
  const links = new Map<string, SimulatedLink>();
  const pages = names.map((name, index) => {
    const dial = (link: SimulatedLink): boolean => {
      links.set(name, link);
      return service.connect(link, name, SCHEMA);
    };
    return new Page({
      clientId: index + 1,
      accounts,
      editor: 'current',
      client: 'ours',
      dial,
      mayWrite: () => true,
      committedClock: (client) => service.committedClock(client),
    });
  });
  const quiet = async (): Promise<void> => {
    for (let idle = 0; idle < 3; ) {
      let moved = false;
      for (const link of links.values()) {
        while (link.deliverToServer() ?? link.deliverToClient()) moved = true;
      }
      await settle(3);
      await virtualClock.advance(50, () => settle(1));
      idle = moved || !pages.every(({ saved, editor }) => saved && editor !== null) ? 0 : idle + 1;
    }
  };
  await quiet();
  const [ana, ben] = pages.map((page) => handsOf((deed) => page.act(deed)));
  const [first, second] = pages;
  if (!ana || !ben || !first || !second) throw new Error('a pair is two');
  return {
    ana,
    ben,
    settle: async () => {
      await quiet();
      const document = bodyOf(first.doc).toString();
      check(document === bodyOf(second.doc).toString(), () => 'the two see different documents');
      return { document, rescued: [...accounts.rescued].join('') };
    },
    close: async () => {
      for (const page of pages) page.destroy();
      await service.close();
      virtualClock.stop();
    },
  };
}

function handsOf(act: Act): Hands {
  const hands = commonHands(act);
  return {
    ...hands,
    toHeading: () => hands.press('Mod-Alt-1'),
    toList: () => hands.press('Mod-Shift-8'),
    indent: () => hands.press('Tab'),
    moveUp: () => hands.press('Mod-Shift-ArrowUp'),
    deleteEntry: () =>
      act((editor) => {
        const row = selectedEntry(editor.state.selection);
        if (row) editor.commands.deleteBlock(row.pos);
      }),
  };
}

function risk(text: string): RiskRow {
  return {
    ...{ id: text, risk: plain(text), mitigation: plain(''), owner: null, state: 'open', origin: null, carried: 0 },
    ...{ likelihood: null, likelihoodNote: null, impact: null, impactNote: null, escalatedTo: null, since: null },
  };
}
