import { useDraft } from './use-draft.ts';

interface TitleFieldProps {
  readonly title: string;
  readonly editable: boolean;
  readonly onChange: (title: string) => void;
}

/** The title as a heading that can be typed in; it wraps like one, too. */
export function TitleField({ title, editable, onChange }: TitleFieldProps) {
  const draft = useDraft(title, onChange);
  if (!editable) return <h1 className="doc-title">{title}</h1>;
  return (
    <h1 className="doc-title">
      <textarea
        className="doc-title__field"
        aria-label="Meeting title"
        rows={1}
        maxLength={200}
        value={draft.value}
        onFocus={draft.onFocus}
        onBlur={draft.onBlur}
        onChange={(event) => draft.onChange(event.target.value.replaceAll('\n', ' '))}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
        }}
      />
    </h1>
  );
}
