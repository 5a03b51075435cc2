import { describe, expect, test } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { presentPeople } from './presence.ts';

const ME = { id: 'me', name: 'Maya', side: 'product', role: 'facilitator' } as const;

function roomWith(...others: object[]): Awareness {
  const awareness = new Awareness(new Y.Doc());
  awareness.setLocalState({});
  for (const [index, state] of others.entries()) awareness.states.set(1000 + index, state);
  return awareness;
}

const user = (id: string, name: string, side: string, role: string) => ({ user: { id, name, side, role } });

describe('[M20] who is in the room', () => {
  test('facilitators come first, product before engineering, then everybody by name', () => {
    const room = roomWith(
      user('w', 'Wen', 'engineering', 'participant'),
      user('d', 'Dana', 'other', 'follower'),
      user('j', 'Jonas', 'engineering', 'facilitator'),
    );
    expect(presentPeople(room, ME).map((person) => person.name)).toEqual(['Maya', 'Jonas', 'Dana', 'Wen']);
  });

  test('two tabs are one person, with the place of the tab that has one', () => {
    const tab = user('j', 'Jonas', 'engineering', 'facilitator');
    const room = roomWith(tab, { ...tab, place: { blockId: 'b1', offset: 12 } });
    const jonas = presentPeople(room, ME).filter((person) => person.id === 'j');
    expect(jonas).toHaveLength(1);
    expect(jonas[0]?.place).toEqual({ blockId: 'b1', offset: 12 });
  });

  test('so are two browsers, which the server knows as two; not one with another role or side', () => {
    const room = roomWith(
      { ...user('laptop', 'Jonas', 'engineering', 'facilitator'), following: 'me' },
      { ...user('phone', ' jonas', 'engineering', 'facilitator'), place: { blockId: 'b1', offset: 0 } },
      user('guest', 'Jonas', 'engineering', 'follower'),
      user('namesake', 'Jonas', 'product', 'facilitator'),
      user('my phone', 'Maya', 'product', 'facilitator'),
    );
    const people = presentPeople(room, ME);
    expect(people.map(({ ids }) => ids)).toEqual([['namesake'], ['me', 'my phone'], ['laptop', 'phone'], ['guest']]);
    expect(people[1]).toMatchObject({ id: 'me', isMe: true });
    expect(people[2]).toMatchObject({ id: 'phone', place: { blockId: 'b1' } });
  });

  test('states of other shapes are left out, never thrown at', () => {
    const room = roomWith({ user: 'Eve' }, { user: { id: 4 } }, { place: 7 }, user('o', 'Ola', 'left', 'king'));
    expect(presentPeople(room, ME).slice(1)).toMatchObject([{ name: 'Ola', side: 'other', role: 'follower' }]);
  });
});
