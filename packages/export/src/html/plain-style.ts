import { STYLE } from './style.ts';

const ROOT = /:root\{[^}]*\}/;
const COLOUR = /(--[\w-]+):light-dark\(([^,]+),[^)]*\)/g;

/**
 * The look without names for its colours, in its light form. Mail programs and what pages are pasted into know neither
 * custom properties nor `light-dark()`, and leave out every rule that has them.
 */
export const PLAIN_STYLE = plain(STYLE);

function plain(style: string): string {
  const [root = ''] = ROOT.exec(style) ?? [];
  const colours = new Map([...root.matchAll(COLOUR)].map(([, name = '', light = '']) => [name, light]));
  return style.replace(ROOT, '').replaceAll(/var\((--[\w-]+)\)/g, (whole, name: string) => colours.get(name) ?? whole);
}
