import type { UpcomingItem } from '@duet/domain';
import { CellOffer } from '../views/cell-offer.tsx';
import { Contingency } from '../views/contingency.tsx';
import { DateChip } from '../views/date-chip.tsx';
import { longDay } from '../views/date-text.ts';
import { GateBar, GateChip } from '../views/gate.tsx';
import type { BlockLook, CellLook, ControlsProps } from '../views/look.ts';
import { OwnerChip } from '../views/owner-chip.tsx';
import { useRoom } from '../views/room.ts';
import { StartWork } from '../views/start-work.tsx';
import { upcomingItem } from './model.ts';

/** Cells beyond the two voices, shown when something is in them or somebody asks for them. */
const MORE = {
  upcomingCore: 'Core',
  upcomingStretch: 'Stretch',
  upcomingDocs: 'Design docs',
  upcomingContingency: 'If not done',
  upcomingFallback: 'Then',
} as const;

function Controls({ attrs, cells, around, block }: ControlsProps) {
  const item: UpcomingItem = upcomingItem.read({ type: 'upcomingItem', attrs }, () => '');
  const { editable, today } = useRoom();
  const more = around.more === true;
  const whole = (): UpcomingItem | null => {
    const json = block.json();
    return json && upcomingItem.read(json, ({ attrs: now }) => String(now?.id ?? ''));
  };
  return (
    <>
      <span className="upcoming__offer">
        <CellOffer cell="upcomingTitle" state={cells.upcomingTitle} words="Name" block={block} />
      </span>
      <span className="upcoming__when">
        <DateChip
          value={item.sprintStart}
          label="Sprint start"
          words={item.sprintStart === null ? '' : `Sprint starting ${longDay(item.sprintStart, today)}`}
          empty="Set sprint start"
          onChoose={(sprintStart) => block.set({ sprintStart })}
        />
        {(item.owner !== null || more) && (
          <OwnerChip
            owner={item.owner}
            label="Owner of this item"
            nobody="Owner"
            asks={false}
            small
            clear={{ words: 'No owner' }}
            onChoose={(owner) => block.set({ owner })}
          />
        )}
      </span>
      <GateChip item={item} block={block} />
      <span className="upcoming__offer upcoming__offer--voices">
        <CellOffer cell="upcomingIntent" state={cells.upcomingIntent} words="Product intent" block={block} />
        <CellOffer
          cell="upcomingEngineering"
          state={cells.upcomingEngineering}
          words="Engineering flag"
          block={block}
        />
      </span>
      {(cells.upcomingContingency === 'filled' || more) && <Contingency {...{ item, around, block, whole }} />}
      <GateBar {...{ item, around, block, cells }}>
        {editable && !more && (
          <button
            type="button"
            className="btn btn--sm btn--ghost gate__more"
            onClick={() => block.tell({ more: true })}
          >
            More
          </button>
        )}
        {editable && around.row === undefined && <StartWork {...{ item, block }} />}
      </GateBar>
    </>
  );
}

export const upcomingItemLook: BlockLook = {
  kind: 'block',
  className: 'upcoming',
  content: { tag: 'div', className: 'upcoming__cells' },
  paint: ({ dom }, _attrs, around) => {
    dom.setAttribute('role', 'group');
    dom.setAttribute('aria-label', 'Upcoming item');
    dom.classList.toggle('is-more', around.more === true);
  },
  After: Controls,
};

const more = (cell: keyof typeof MORE, placeholder: string): CellLook => ({
  kind: 'cell',
  className: `upcoming__more ${cell.replace('upcoming', 'upcoming__more--').toLowerCase()}`,
  role: 'group',
  caption: MORE[cell],
  placeholder,
});

export const upcomingCells = {
  upcomingTitle: {
    kind: 'cell',
    className: 'upcoming__title',
    role: 'heading',
    level: 3,
    name: 'Name',
    placeholder: 'What is it called?',
  },
  upcomingIntent: {
    kind: 'cell',
    className: 'voice voice--pm',
    role: 'group',
    caption: 'Product intent',
    placeholder: 'What should it do, for whom, and why now?',
  },
  upcomingEngineering: {
    kind: 'cell',
    className: 'voice voice--em',
    role: 'group',
    caption: 'Engineering flag',
    placeholder: 'What does it need, and what is in the way?',
  },
  upcomingCore: more('upcomingCore', 'What has to be in it'),
  upcomingStretch: more('upcomingStretch', 'What may be in it'),
  upcomingDocs: more('upcomingDocs', 'Links to design documents'),
  upcomingContingency: more('upcomingContingency', 'What it waits for'),
  upcomingFallback: more('upcomingFallback', 'What happens instead'),
} satisfies Record<string, CellLook>;
