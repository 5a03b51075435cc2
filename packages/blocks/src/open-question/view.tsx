import { type OpenQuestion, raisedInWords } from '@duet/domain';
import { CircleQuestionMark, Hand } from 'lucide-react';
import { CarriedNote } from '../views/carried-note.tsx';
import { CellOffer } from '../views/cell-offer.tsx';
import { TickGlyph } from '../views/glyphs.tsx';
import type { BlockLook, CellLook, ControlsProps } from '../views/look.ts';
import { OwnerChip } from '../views/owner-chip.tsx';
import { useRoom } from '../views/room.ts';
import { openQuestion } from './model.ts';

function Controls({ attrs, cells, block }: ControlsProps) {
  const question: OpenQuestion = openQuestion.read({ type: 'openQuestion', attrs }, () => '');
  const { editable, today } = useRoom();
  const raised = raisedInWords(question, today);
  const answered = question.state === 'answered';
  return (
    <>
      <span className="question__glyph">{answered ? <TickGlyph /> : <OpenGlyph isConcern={raised !== null} />}</span>
      <span className="question__end">
        <OwnerChip
          owner={question.owner}
          label="Who finds out"
          nobody="Who finds out?"
          asks={false}
          clear={{ words: 'Nobody yet' }}
          onChoose={(owner) => block.set({ owner })}
        />
        {editable ? (
          <button
            type="button"
            className={`chip chip--sm ${answered ? 'chip--plain' : 'chip--offer'}`}
            aria-pressed={answered}
            onClick={() => block.set({ state: answered ? 'open' : 'answered' })}
          >
            {answered ? 'Answered' : 'Open'}
          </button>
        ) : (
          <span className="chip chip--sm chip--plain">{answered ? 'Answered' : 'Open'}</span>
        )}
      </span>
      <span className="question__offers">
        <CellOffer cell="questionText" state={cells.questionText} words="Question" block={block} />
        <CellOffer cell="questionAnswer" state={cells.questionAnswer} words="Answer" block={block} />
      </span>
      {raised !== null && <span className="question__raised">{raised}</span>}
      <CarriedNote entry={question} className="question__raised" />
    </>
  );
}

function OpenGlyph({ isConcern }: { readonly isConcern: boolean }) {
  const Icon = isConcern ? Hand : CircleQuestionMark;
  return <Icon className="icon" aria-hidden="true" />;
}

export const openQuestionLook: BlockLook = {
  kind: 'block',
  className: 'question',
  content: { tag: 'div', className: 'question__cells' },
  paint: ({ dom }, attrs) => {
    const { state } = openQuestion.read({ type: 'openQuestion', attrs }, () => '');
    dom.setAttribute('role', 'group');
    dom.setAttribute('aria-label', state === 'answered' ? 'Answered question' : 'Open question');
    dom.classList.toggle('question--answered', state === 'answered');
  },
  After: Controls,
};

export const openQuestionCells = {
  questionText: {
    kind: 'cell',
    className: 'question__text lead',
    role: 'group',
    name: 'Question',
    placeholder: 'What does nobody here know yet?',
  },
  questionAnswer: {
    kind: 'cell',
    className: 'question__answer',
    role: 'group',
    name: 'Answer',
    placeholder: 'The answer, once there is one',
  },
} satisfies Record<string, CellLook>;
