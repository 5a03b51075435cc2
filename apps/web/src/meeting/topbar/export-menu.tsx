import { CalendarPlus, FileCode, FileJson, FileText, FileType, type LucideIcon, Table } from 'lucide-react';
import { useEffect } from 'react';
import { EXPORTS, type ExportFormat, exportHref, prepareExports, TABLES, tableHref } from '../../api/exports.ts';
import { MenuDownload, MenuGroup, MenuRule } from '../../ui/menu.tsx';

export const EXPORT_ICONS: Readonly<Record<ExportFormat, LucideIcon>> = {
  md: FileCode,
  pdf: FileText,
  docx: FileType,
  html: FileCode,
  json: FileJson,
  ics: CalendarPlus,
};

interface ExportItemsProps {
  readonly meetingId: string;
  /** Null while the meeting is open: it exports as it is now. */
  readonly revision: number | null;
}

/** Part of a menu. */
export function ExportItems({ meetingId, revision }: ExportItemsProps) {
  useEffect(() => prepareExports(meetingId), [meetingId]);
  return (
    <>
      <MenuGroup label={revision === null ? 'Download, as it is now' : 'Download the final notes'}>
        {EXPORTS.map(({ format, label }) => {
          const Icon = EXPORT_ICONS[format];
          return (
            <MenuDownload key={format} href={exportHref(meetingId, format, revision)} what={label} end={`.${format}`}>
              <Icon className="icon" />
              {label}
            </MenuDownload>
          );
        })}
      </MenuGroup>
      <MenuRule />
      <MenuGroup label="Tables">
        {TABLES.map(({ table, label }) => (
          <MenuDownload key={table} href={tableHref(meetingId, table, revision)} what={`${label} table`} end=".csv">
            <Table className="icon" />
            {label}
          </MenuDownload>
        ))}
      </MenuGroup>
    </>
  );
}
