import type { Finding } from '@duet/domain';
import { useEffect, useRef, useState } from 'react';
import { LiveText } from '../../ui/live-text.tsx';

/** The list changes with every key of ten people; who listens to the page hears of it at this pace. */
const BATCH_MS = 10_000;

/** Says what is new on the attention list, wherever the list itself is. */
export function AttentionNews({ findings }: { readonly findings: readonly Finding[] }) {
  const [text, setText] = useState('');
  const latest = useRef(findings);
  latest.current = findings;
  useEffect(() => {
    let told = new Set(latest.current.map(nameOf));
    const timer = setInterval(() => {
      setText(newsText(latest.current.filter((finding) => !told.has(nameOf(finding)))));
      told = new Set(latest.current.map(nameOf));
    }, BATCH_MS);
    return () => clearInterval(timer);
  }, []);
  return <LiveText text={text} />;
}

const nameOf = ({ kind, blockId }: Finding): string => `${kind} ${blockId}`;

/** '' for nothing new; of several only the worst by name, since the list is there to be read. */
export function newsText([first, ...rest]: readonly Finding[]): string {
  if (first === undefined) return '';
  const more = rest.length === 0 ? '' : ` And ${rest.length} more.`;
  return `New in attention: ${first.title}. ${first.why}${more}`;
}
