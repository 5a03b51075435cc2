import { type Attendee, type Finding, type IsoDate, type Meeting, roster } from '@duet/domain';
import { Avatar } from '../../ui/avatar.tsx';
import { Menu, MenuGroup, MenuItem } from '../../ui/menu.tsx';
import { FindingIcon, findingTone } from './finding-icon.tsx';
import { type BlockOf, type FixAction, fixActions } from './fix-actions.ts';

export interface AttentionContext {
  readonly meeting: Meeting;
  readonly today: IsoDate;
  readonly me: Attendee;
  readonly mayWrite: boolean;
  readonly onReveal: (blockId: string, field?: string) => void;
  readonly onAdd: (block: BlockOf) => void;
  readonly onSet: (blockId: string, attrs: Readonly<Record<string, string | number | boolean | null>>) => void;
}

/** Title and reason lead to the block; the fix shows on hover and focus. */
export function AttentionItem({ finding, context }: { readonly finding: Finding; readonly context: AttentionContext }) {
  const actions = context.mayWrite ? fixActions(finding, context) : [];
  return (
    <li className={`attn attn--${findingTone(finding.kind)}`}>
      <FindingIcon kind={finding.kind} />
      <button type="button" className="attn__go" onClick={() => context.onReveal(finding.blockId)}>
        <span className="attn__title">{finding.title}</span>
        <span className="attn__why">{finding.why}</span>
      </button>
      {actions.length > 0 && (
        <div className="attn__do">
          {actions.map((action) => (
            <FixButton key={action.label} action={action} finding={finding} context={context} />
          ))}
        </div>
      )}
    </li>
  );
}

interface FixButtonProps {
  readonly action: FixAction;
  readonly finding: Finding;
  readonly context: AttentionContext;
}

function FixButton({ action, finding: { blockId }, context }: FixButtonProps) {
  const { meeting, onAdd, onSet, onReveal } = context;
  if (action.kind === 'assign') {
    return (
      <Menu align="start" className="btn btn--sm" button={action.label}>
        <MenuGroup label="Owner">
          {roster(meeting).map((person) => (
            <MenuItem key={person.id} onSelect={() => onSet(blockId, { owner: person.name })}>
              <Avatar person={person} size={20} />
              {person.name}
            </MenuItem>
          ))}
        </MenuGroup>
      </Menu>
    );
  }
  const act = (): void => {
    if (action.kind === 'set') onSet(blockId, action.attrs);
    else if (action.kind === 'add') onAdd(action.block);
    else onReveal(blockId, action.field);
  };
  return (
    <button type="button" className="btn btn--sm" onClick={act}>
      {action.label}
    </button>
  );
}
