import { Dialog } from '../ui/dialog.tsx';
import { KEY_NAMES } from '../ui/platform.ts';

const { mod, alt, shift } = KEY_NAMES;

const KEYS: readonly (readonly [string, readonly (readonly [readonly string[], string])[]])[] = [
  [
    'Getting around',
    [
      [[alt, '↓'], 'Next section'],
      [[alt, '↑'], 'Previous section'],
      [['F6'], 'Next part of the page'],
      [[mod, '.'], 'Follow a facilitator, or stop'],
      [['?'], 'This list'],
    ],
  ],
  [
    'Writing',
    [
      [['/'], 'Insert a block'],
      [['@'], 'Name a person'],
      [['Tab'], 'Next cell; in the last one, a new row'],
      [['Enter'], 'Next row'],
      [[mod, shift, '↑'], 'Move a row or block up'],
      [[mod, shift, '↓'], 'Move a row or block down'],
      [[mod, 'Z'], 'Undo your own last edit'],
    ],
  ],
  [
    'Running the meeting',
    [
      [[alt, 'R'], 'Raise a concern'],
      [[mod, shift, 'F'], 'Finalize'],
    ],
  ],
];

export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog narrow title="Keyboard" onClose={onClose}>
      {KEYS.map(([part, keys]) => (
        <section className="dialog__part" key={part}>
          <h3>{part}</h3>
          <dl className="keys">
            {keys.map(([combination, what]) => (
              <div key={what}>
                <dt>
                  {combination.map((key) => (
                    <kbd className="kbd" key={key}>
                      {key}
                    </kbd>
                  ))}
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <div className="dialog__foot dialog__foot--end">
        <button type="button" className="btn" onClick={onClose}>
          Done
        </button>
      </div>
    </Dialog>
  );
}
