/** What a browser finds on the clipboard, by the program that it was copied in. */
export interface Clipboard {
  readonly html: string;
  readonly text: string;
}

const SHEETS_CELL =
  'overflow:hidden;padding:2px 3px 2px 3px;vertical-align:bottom;font-family:Arial;font-size:10pt;wrap-strategy:4;';
const sheetsRow = (cells: readonly string[]): string =>
  `<tr style="height:21px;">${cells
    .map((cell) =>
      cell === ''
        ? `<td style="${SHEETS_CELL}"></td>`
        : `<td style="${SHEETS_CELL}" data-sheets-value="{&quot;1&quot;:2,&quot;2&quot;:&quot;${cell.replaceAll('"', '&quot;')}&quot;}">${cell.replaceAll('\n', '<br/>')}</td>`,
    )
    .join('')}</tr>`;

/** A range of Google Sheets, with the style sheet and the origin that it puts before every table. */
export function googleSheets(rows: readonly (readonly string[])[]): Clipboard {
  return {
    html: `<meta charset='utf-8'><google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid #cccccc;}br {mso-data-placement:same-cell;}--></style><table xmlns="http://www.w3.org/1999/xhtml" cellspacing="0" cellpadding="0" dir="ltr" border="1" style="table-layout:fixed;font-size:10pt;font-family:Arial;width:0px;border-collapse:collapse;border:none" data-sheets-root="1" data-sheets-baot="1"><colgroup><col width="100"/><col width="100"/></colgroup><tbody>${rows.map(sheetsRow).join('')}</tbody></table>`,
    text: rows.map((row) => row.map(quoted).join('\t')).join('\n'),
  };
}

/** A range of Excel: a whole document of Office's HTML, its table between comments that say where the fragment is. */
export function excel(rows: readonly (readonly string[])[]): Clipboard {
  const cell = (text: string, column: number): string =>
    `<td class=xl${65 + column} ${column === 0 ? "height=20 width=64 style='height:15.0pt;width:48pt'" : "style='border-left:none'"}>${text.replaceAll('\n', '<br>\n    ')}</td>`;
  return {
    html: `<html xmlns:v="urn:schemas-microsoft-com:vml"\nxmlns:o="urn:schemas-microsoft-com:office:office"\nxmlns:x="urn:schemas-microsoft-com:office:excel"\nxmlns="http://www.w3.org/TR/REC-html40">\n\n<head>\n<meta http-equiv=Content-Type content="text/html; charset=utf-8">\n<meta name=ProgId content=Excel.Sheet>\n<meta name=Generator content="Microsoft Excel 15">\n<link id=Main-File rel=Main-File href="file:///C:/Users/dana/AppData/Local/Temp/msohtmlclip1/01/clip.htm">\n<style>\n<!--table\n\t{mso-displayed-decimal-separator:"\\.";\n\tmso-displayed-thousand-separator:"\\,";}\n.xl65\n\t{mso-style-parent:style0;\n\tmso-number-format:"Short Date";}\n-->\n</style>\n</head>\n\n<body link="#0563C1" vlink="#954F72">\n\n<table border=0 cellpadding=0 cellspacing=0 width=256 style='border-collapse:\n collapse;width:192pt'>\n<!--StartFragment-->\n <col width=64 span=4 style='width:48pt'>\n${rows.map((row) => ` <tr height=20 style='height:15.0pt'>\n  ${row.map(cell).join('\n  ')}\n </tr>`).join('\n')}\n<!--EndFragment-->\n</table>\n\n</body>\n\n</html>`,
    text: `${rows.map((row) => row.map(quoted).join('\t')).join('\r\n')}\r\n`,
  };
}

/** LibreOffice Calc, whose cells carry their formats. */
export function libreOffice(rows: readonly (readonly string[])[]): Clipboard {
  return {
    html: `<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN">\n<html>\n<head>\n\t<meta http-equiv="content-type" content="text/html; charset=utf-8"/>\n\t<title></title>\n\t<meta name="generator" content="LibreOffice 24.2 (Linux)"/>\n\t<style type="text/css">\n\t\tbody,div,table,thead,tbody,tfoot,tr,th,td,p { font-family:"Liberation Sans"; font-size:x-small }\n\t</style>\n</head>\n<body>\n<table cellspacing="0" border="0">\n\t<colgroup span="4" width="85"></colgroup>\n${rows.map((row) => `\t<tr>\n${row.map((cell) => `\t\t<td height="17" align="left"><font face="Liberation Sans">${cell === '' ? '<br>' : cell.replaceAll('\n', '<br>')}</font></td>`).join('\n')}\n\t</tr>`).join('\n')}\n</table>\n</body>\n</html>`,
    text: `${rows.map((row) => row.map(quoted).join('\t')).join('\n')}\n`,
  };
}

/** Numbers gives a browser no HTML, just cells with tabs between them. */
export function numbers(rows: readonly (readonly string[])[]): Clipboard {
  return { html: '', text: rows.map((row) => row.map(quoted).join('\t')).join('\n') };
}

function quoted(cell: string): string {
  return /[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

const docsSpan = (text: string, weight = 400, style = 'normal'): string =>
  `<span style="font-size:11pt;font-family:Arial,sans-serif;color:#000000;background-color:transparent;font-weight:${weight};font-style:${style};font-variant:normal;text-decoration:none;vertical-align:baseline;white-space:pre;white-space:pre-wrap;">${text}</span>`;
const docsCell = (text: string): string =>
  `<td style="border-left:solid #000000 1pt;vertical-align:top;padding:5pt 5pt 5pt 5pt;overflow:hidden;overflow-wrap:break-word;">${text === '' ? '<br>' : `<p dir="ltr" style="line-height:1.2;margin-top:0pt;margin-bottom:0pt;">${docsSpan(text)}</p>`}</td>`;

/** Notes in Google Docs: a heading, prose with marks and a link, nested lists and a table. */
export const GOOGLE_DOCS: Clipboard = {
  html: `<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-8f0c0f6e-7fff-2b1e-5a0c-1f2f3f4f5f6f"><h1 dir="ltr" style="line-height:1.38;margin-top:20pt;margin-bottom:6pt;">${docsSpan('Harbor notes')}</h1><p dir="ltr" style="line-height:1.38;">${docsSpan('The ')}${docsSpan('gauge feed', 700)}${docsSpan(' has ')}${docsSpan('no', 400, 'italic')}${docsSpan(' service level, see ')}<a href="https://www.google.com/url?q=https://harbor.example/gauge&amp;sa=D&amp;source=editors" style="text-decoration:none;">${docsSpan('the page')}</a>${docsSpan('.')}</p><ul style="margin-top:0;margin-bottom:0;padding-inline-start:48px;"><li dir="ltr" style="list-style-type:disc;font-size:11pt;" aria-level="1"><p dir="ltr" role="presentation">${docsSpan('Ask the port')}</p></li><ul style="margin-top:0;margin-bottom:0;padding-inline-start:48px;"><li dir="ltr" style="list-style-type:circle;" aria-level="2"><p dir="ltr" role="presentation">${docsSpan('by mail')}</p></li></ul></ul><ol style="margin-top:0;margin-bottom:0;"><li dir="ltr" style="list-style-type:decimal;" aria-level="1"><p dir="ltr" role="presentation">${docsSpan('Then the vendor')}</p></li></ol><h2 dir="ltr">${docsSpan('Roadmap')}</h2><div dir="ltr" style="margin-left:0pt;" align="left"><table style="border:none;border-collapse:collapse;table-layout:fixed;width:468pt"><colgroup><col /><col /><col /></colgroup><tbody><tr style="height:0pt">${['Feature', 'Status', 'Target'].map(docsCell).join('')}</tr><tr style="height:0pt">${['Berth search', 'On track', 'Sep 30'].map(docsCell).join('')}</tr><tr style="height:0pt">${['Harbor map', 'Blocked', ''].map(docsCell).join('')}</tr></tbody></table></div></b><br class="Apple-interchange-newline">`,
  text: 'Harbor notes\nThe gauge feed has no service level, see the page.\nAsk the port\nby mail\nThen the vendor\nRoadmap\nFeature\nStatus\nTarget\nBerth search\nOn track\nSep 30\nHarbor map\nBlocked\n',
};

/** A table and lists of Notion, which marks what it copies and puts its own Markdown beside the HTML. */
export const NOTION: Clipboard = {
  html: `<meta charset='utf-8'><!-- notionvc: 3b1c2f1e-6f0a-4d59-9c55-0f6f1f2f3f4f --><h2>Risks</h2><table><thead><tr><th>Risk</th><th>Owner</th><th>Likelihood</th><th>Impact</th><th>Mitigation</th></tr></thead><tbody><tr><td>Gauge feed stops</td><td>@tomas</td><td>Medium</td><td>High (season)</td><td>Cache the last day</td></tr><tr><td>No designer</td><td></td><td>High</td><td>Medium</td><td>Ask the agency</td></tr></tbody></table><h2>Decisions</h2><ul><li><strong>Decided:</strong> Badges replace passwords. Rationale: nobody types with gloves on.</li></ul><h2>Open questions</h2><ul><li>Who pays for extra tiles? @ines</li></ul><ul class="contains-task-list"><li><input type="checkbox" checked="" disabled=""/>Ship the map</li></ul>`,
  text: '## Risks\n\n| Risk | Owner | Likelihood | Impact | Mitigation |\n| --- | --- | --- | --- | --- |\n| Gauge feed stops | @tomas | Medium | High (season) | Cache the last day |\n| No designer |  | High | Medium | Ask the agency |\n\n## Decisions\n\n- **Decided:** Badges replace passwords. Rationale: nobody types with gloves on.\n\n## Open questions\n\n- Who pays for extra tiles? @ines\n- [x]  Ship the map',
};

/** A page of Word: paragraphs of classes, a list that is none, an `o:p` at each end, comments for old versions. */
export const WORD: Clipboard = {
  html: `<html xmlns:o="urn:schemas-microsoft-com:office:office"\nxmlns:w="urn:schemas-microsoft-com:office:word"\nxmlns="http://www.w3.org/TR/REC-html40">\n\n<head>\n<meta name=ProgId content=Word.Document>\n<!--[if gte mso 9]><xml>\n <w:WordDocument><w:View>Normal</w:View></w:WordDocument>\n</xml><![endif]-->\n<style>\n<!--\n p.MsoNormal, li.MsoNormal {mso-style-unhide:no; margin:0cm;}\n-->\n</style>\n</head>\n\n<body lang=EN-US style='tab-interval:36.0pt'>\n<!--StartFragment-->\n\n<h1>Pier plan<o:p></o:p></h1>\n\n<p class=MsoNormal>We <b style='mso-bidi-font-weight:normal'>move</b> on\nMonday.<o:p></o:p></p>\n\n<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span\nstyle='font-family:Symbol'><span style='mso-list:Ignore'>·<span\nstyle='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>First the crane<o:p></o:p></p>\n\n<p class=MsoListParagraphCxSpLast style='margin-left:72.0pt;text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span\nstyle='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span\nstyle='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>then the hooks<o:p></o:p></p>\n\n<table class=MsoTableGrid border=1 cellspacing=0>\n <tr style='mso-yfti-irow:0'>\n  <td width=200 style='width:150pt'><p class=MsoNormal>Owner<o:p></o:p></p></td>\n  <td><p class=MsoNormal>Action<o:p></o:p></p></td>\n  <td><p class=MsoNormal>Due<o:p></o:p></p></td>\n </tr>\n <tr>\n  <td><p class=MsoNormal>@bao<o:p></o:p></p></td>\n  <td><p class=MsoNormal>Book the crane<o:p></o:p></p></td>\n  <td><p class=MsoNormal>4/12/2027<o:p></o:p></p></td>\n </tr>\n</table>\n\n<!--EndFragment-->\n</body>\n\n</html>`,
  text: 'Pier plan\r\nWe move on Monday.\r\n·\tFirst the crane\r\no\tthen the hooks\r\nOwner\tAction\tDue\r\n@bao\tBook the crane\t4/12/2027\r\n',
};

/** Markdown out of an editor for code, which colours it. */
export const CODE_EDITOR: Clipboard = {
  html: `<meta charset='utf-8'><div style="color: #d4d4d4;background-color: #1e1e1e;font-family: Menlo, Monaco, 'Courier New', monospace;font-weight: normal;font-size: 12px;line-height: 18px;white-space: pre;"><div><span style="color: #569cd6;font-weight: bold;">## Action items</span></div><br><div><span style="color: #6796e6;">-</span><span> [ ] @bao book the crane by 2027-04-12</span></div></div>`,
  text: '## Action items\n\n- [ ] @bao book the crane by 2027-04-12\n',
};

/** Everything that must not come along. */
export const HOSTILE_PAGE: Clipboard = {
  html: `<meta charset='utf-8'><script>window.pwned=1</script><style>body{display:none}</style><h2 onclick="window.pwned=1">Heading</h2><p>Words <img src=x onerror="window.pwned=1"><a href="javascript:window.pwned=1">press</a> <a href="data:text/html,<script>1</script>">data</a> <a href="https://safe.example/">safe</a></p><svg onload="window.pwned=1"><script>window.pwned=1</script></svg><iframe srcdoc="<script>parent.pwned=1</script>"></iframe><math><mtext><img src=x onerror="window.pwned=1"></mtext></math>`,
  text: 'Heading\nWords press data safe',
};
