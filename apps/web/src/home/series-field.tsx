import type { Series } from '../api/types.ts';

interface SeriesFieldProps {
  readonly series: readonly Series[];
  readonly seriesId: string | null;
  readonly onChange: (seriesId: string | null) => void;
}

/** The series that a new meeting belongs to; nothing while there is none. */
export function SeriesField({ series, seriesId, onChange }: SeriesFieldProps) {
  if (series.length === 0) return null;
  return (
    <label className="form-row">
      <span className="form-label">Series</span>
      <select className="input" value={seriesId ?? ''} onChange={(event) => onChange(event.target.value || null)}>
        {series.map((one) => (
          <option key={one.id} value={one.id}>
            {one.title}
          </option>
        ))}
        <option value="">None of these</option>
      </select>
    </label>
  );
}
