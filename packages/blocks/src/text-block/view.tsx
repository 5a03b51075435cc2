import type { Side, TextBlock } from '@duet/domain';
import { Check } from 'lucide-react';
import type { BlockLook, ControlsProps } from '../views/look.ts';
import { useRoom } from '../views/room.ts';
import { textBlock } from './model.ts';

const SIDE_CHIPS: Readonly<Record<Side, { words: string; className: string }>> = {
  product: { words: 'PM', className: 'opener opener--pm' },
  engineering: { words: 'EM', className: 'opener opener--em' },
  other: { words: 'Both', className: 'opener opener--both' },
};

function Controls({ attrs, block }: ControlsProps) {
  const { checked, side } = read(attrs);
  const { editable } = useRoom();
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: the box is drawn; an input would bring its own. */}
      <button
        type="button"
        className={`check${checked ? ' is-on' : ''}`}
        role="checkbox"
        aria-checked={checked}
        aria-label="Done"
        disabled={!editable}
        onClick={() => block.set({ checked: checked ? null : true })}
      >
        <Check className="icon" aria-hidden="true" />
      </button>
      {side !== null && <span className={SIDE_CHIPS[side].className}>{SIDE_CHIPS[side].words}</span>}
    </>
  );
}

/** Prose of every kind in one element that is never replaced: changing the kind changes classes, the caret stays. */
export const textBlockLook: BlockLook = {
  kind: 'block',
  className: 'text',
  content: { tag: 'div', className: 'text__body' },
  paint: ({ dom, content }, attrs) => {
    const { kind, level, indent, checked } = read(attrs);
    dom.dataset.kind = kind;
    dom.classList.toggle('is-checked', kind === 'check' && checked);
    dom.style.setProperty('--indent', String(indent));
    content.dataset.level = kind === 'heading' ? String(level) : '';
    content.dataset.placeholder = kind === 'paragraph' ? 'Type / for blocks' : PLACEHOLDERS[kind];
    if (kind === 'heading') {
      content.setAttribute('role', 'heading');
      // Below the page's title and the sections' headings.
      content.setAttribute('aria-level', String(Math.max(3, level + 1)));
    } else {
      content.removeAttribute('role');
      content.removeAttribute('aria-level');
    }
  },
  After: Controls,
  hasControls: (attrs) => attrs.kind === 'check',
};

const PLACEHOLDERS: Readonly<Record<Exclude<TextBlock['kind'], 'paragraph'>, string>> = {
  heading: 'Heading',
  bullet: 'Item',
  ordered: 'Item',
  check: 'To check',
  quote: 'Quote',
};

function read(attrs: ControlsProps['attrs']): TextBlock {
  return textBlock.read({ type: 'textBlock', attrs }, () => '');
}
