import type { MeetingEditorHandle, Place } from '@duet/editor';

/** Fast leaders are followed in steps, so that reading stays possible. */
const STEP_MS = 600;
/** What the leader typed comes apart from where their caret is. */
const SETTLED_MS = 100;

/** Goes where a leader goes: to the place that they are at, else to where their caret went there. */
export class FollowSteps {
  readonly #editor: MeetingEditorHandle;
  #place: Place | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = Number.NEGATIVE_INFINITY;
  /** Whether to look once more: on a slow line the letters come later than all that was waited for. */
  #looksAgain = false;

  constructor(editor: MeetingEditorHandle) {
    this.#editor = editor;
  }

  goTo(place: Place): void {
    this.#place = place;
    this.#soon(0);
  }

  keepUpWithCaret(): void {
    this.#looksAgain = true;
    this.#soon(SETTLED_MS);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #soon(wait: number): void {
    this.#timer ??= setTimeout(this.#step, Math.max(wait, this.#last + STEP_MS - performance.now()));
  }

  readonly #step = (): void => {
    this.#timer = undefined;
    this.#last = performance.now();
    const place = this.#place;
    this.#place = null;
    if (place !== null) this.#editor.show(place);
    else this.#editor.showLeadersCaret();
    const looksAgain = this.#looksAgain && place === null;
    this.#looksAgain = false;
    if (looksAgain) this.#soon(0);
  };
}
