import { WRITING_KEYS } from '@duet/editor';
import { Dialog } from '../ui/dialog.tsx';
import { KeyCaps } from '../ui/key-caps.tsx';
import { PAGE_ACTION_IDS, PAGE_ACTIONS } from './commands/page-actions.ts';

const actionsOf = (part: 'getting-around' | 'meeting') =>
  PAGE_ACTION_IDS.map((id) => PAGE_ACTIONS[id]).filter((action) => action.part === part && action.keys.length > 0);

const PARTS = [
  { title: 'Getting around', actions: actionsOf('getting-around') },
  { title: 'Running the meeting', actions: actionsOf('meeting') },
  { title: 'Writing', actions: WRITING_KEYS },
] as const;

/** Every key that there is, as the page and the editor themselves know them. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog narrow title="Keyboard" lead="Keys of one letter work outside the text: Esc leaves it." onClose={onClose}>
      {PARTS.map(({ title, actions }) => (
        <section className="dialog__part" key={title}>
          <h3>{title}</h3>
          <dl className="keys">
            {actions.map(({ keys, words }) => (
              <div key={words}>
                <dt>
                  {keys.map((each, index) => (
                    <span className="keys__one" key={each}>
                      {index > 0 && <span className="muted">or</span>}
                      <KeyCaps keys={each} />
                    </span>
                  ))}
                </dt>
                <dd>{words}</dd>
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
