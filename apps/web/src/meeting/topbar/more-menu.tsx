import { CircleHelp, Ellipsis, FileLock, History, LifeBuoy, Printer, Search, Share2 } from 'lucide-react';
import type { MeetingMetadata } from '../../api/types.ts';
import { KeyCaps } from '../../ui/key-caps.tsx';
import { Menu, MenuItem, MenuRule } from '../../ui/menu.tsx';
import { ThemeChoice } from '../../ui/theme-choice.tsx';
import { PAGE_ACTIONS } from '../commands/page-actions.ts';
import type { MeetingDialog } from '../meeting-dialogs.tsx';
import { ExportItems } from './export-menu.tsx';

interface MoreMenuProps {
  readonly metadata: MeetingMetadata;
  readonly onDialog: (dialog: MeetingDialog) => void;
}

export function MoreMenu({ metadata: { id, role, status, revision, revisions }, onDialog }: MoreMenuProps) {
  return (
    <Menu className="btn btn--ghost btn--icon" label="Meeting menu" button={<Ellipsis className="icon" />}>
      <MenuItem onSelect={() => onDialog('commands')} end={<KeyCaps keys={PAGE_ACTIONS.commands.keys[0]} />}>
        <Search className="icon" />
        {PAGE_ACTIONS.commands.words}
      </MenuItem>
      <MenuItem onSelect={() => onDialog('share')}>
        <Share2 className="icon" />
        Share links
      </MenuItem>
      <MenuItem onSelect={() => window.print()}>
        <Printer className="icon" />
        Print
      </MenuItem>
      <MenuItem onSelect={() => onDialog('history')}>
        <History className="icon" />
        History
      </MenuItem>
      {revisions > 0 && (
        <MenuItem onSelect={() => onDialog('revisions')}>
          <FileLock className="icon" />
          Final revisions
        </MenuItem>
      )}
      {role === 'facilitator' && (
        <MenuItem onSelect={() => onDialog('kept-text')}>
          <LifeBuoy className="icon" />
          Text kept aside
        </MenuItem>
      )}
      <MenuItem onSelect={() => onDialog('help')} end={<KeyCaps keys={PAGE_ACTIONS.help.keys[0]} />}>
        <CircleHelp className="icon" />
        Keyboard
      </MenuItem>
      <MenuRule />
      <ExportItems meetingId={id} revision={status === 'finalized' ? revision : null} />
      <MenuRule />
      <ThemeChoice />
    </Menu>
  );
}
