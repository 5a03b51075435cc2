import type { IsoDate, Meeting } from '@duet/domain';
import { useId } from 'react';
import { EXPORTS, exportHref, prepareExports } from '../../api/exports.ts';
import type { MeetingMetadata } from '../../api/types.ts';
import { FollowUpSection } from '../../follow-up/follow-up-section.tsx';
import { DownloadLink } from '../../ui/download-link.tsx';
import { EXPORT_ICONS } from '../topbar/export-menu.tsx';
import { CarriedList } from './carried-list.tsx';
import { OpenActions } from './open-actions.tsx';

/** Loaded once the notes are final. */
export default function FinalRail({
  metadata,
  meeting,
  today,
  onReveal,
}: {
  readonly metadata: MeetingMetadata;
  readonly meeting: Meeting;
  readonly today: IsoDate;
  readonly onReveal: (blockId: string) => void;
}) {
  return (
    <>
      <FollowUpSection metadata={metadata} meeting={meeting} />
      <FinalExports metadata={metadata} />
      {metadata.role !== 'follower' && <OpenActions meetingId={metadata.id} meeting={meeting} />}
      <CarriedList metadata={metadata} meeting={meeting} today={today} onReveal={onReveal} />
    </>
  );
}

/** Beside final notes stands what can be taken from them. */
function FinalExports({ metadata: { id, revision } }: { readonly metadata: MeetingMetadata }) {
  const heading = useId();
  const prepare = (): void => prepareExports(id);
  return (
    <section aria-labelledby={heading} onPointerEnter={prepare} onFocus={prepare}>
      <div className="rail__head">
        <h2 id={heading}>Export</h2>
      </div>
      <ul>
        {EXPORTS.map(({ format, label }) => {
          const Icon = EXPORT_ICONS[format];
          return (
            <li key={format}>
              <DownloadLink className="opt opt--rail" href={exportHref(id, format, revision)} what={label}>
                <Icon className="icon" />
                {label}
                <span className="opt__end">.{format}</span>
              </DownloadLink>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
