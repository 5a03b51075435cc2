import type { ReactNode } from 'react';
import { saveFile } from './save-file.ts';

interface DownloadLinkProps {
  readonly href: string;
  /** What the page calls it, where it has to say that it failed: "PDF". */
  readonly what: string;
  readonly className: string;
  readonly role?: 'menuitem';
  readonly onClick?: () => void;
  readonly children: ReactNode;
}

/** A file to download. A real link, so that a middle click and "save as" do what they do everywhere. */
export function DownloadLink({ what, onClick, href, ...link }: DownloadLinkProps) {
  return (
    <a
      {...link}
      href={href}
      download
      onClick={(event) => {
        onClick?.();
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        saveFile(href, what);
      }}
    />
  );
}
