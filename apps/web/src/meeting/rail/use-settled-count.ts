import type { Finding } from '@duet/domain';
import { useRef } from 'react';

const nameOf = (finding: Finding): string => `${finding.kind} ${finding.blockId}`;

/** How many findings were there since this page opened and are gone. One that comes back is open again. */
export function useSettledCount(findings: readonly Finding[]): number {
  const seen = useRef(new Set<string>());
  for (const finding of findings) seen.current.add(nameOf(finding));
  return seen.current.size - new Set(findings.map(nameOf)).size;
}
