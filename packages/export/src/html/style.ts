/** The look of the page on paper and screen. Follows the reader's light or dark; prints light. */
export const STYLE = `
:root{color-scheme:light dark;
--canvas:light-dark(#F5F4F1,#131211);--surface:light-dark(#FFF,#1B1A18);--sunken:light-dark(#FAF9F7,#171614);--fill:light-dark(#F0EEEA,#2B2926);
--strong:light-dark(#1D1B18,#F4F1EC);--text:light-dark(#36322D,#DBD7D0);--muted:light-dark(#69635B,#A8A299);--faint:light-dark(#9B958C,#6E6961);
--line-faint:light-dark(#EFECE7,#2C2A28);--line:light-dark(#E4E0D9,#3A3735);--line-strong:light-dark(#8F8980,#7A746B);
--accent:light-dark(#3A4FD0,#8C9DFF);--accent-solid:light-dark(#3A4FD0,#4D62E0);
--product:light-dark(#93398F,#DF9BDB);--product-wash:light-dark(#FAF1FA,#2E2030);--product-line:light-dark(#E5C6E3,#5A3C5A);
--engineering:light-dark(#0B737B,#6CC7CD);--engineering-wash:light-dark(#ECF6F7,#17292B);--engineering-line:light-dark(#B5DADC,#2A5255);
--good:light-dark(#23703F,#82CC9A);--good-wash:light-dark(#EAF5EE,#1A2C20);
--warn:light-dark(#875200,#EDBE6B);--warn-solid:light-dark(#C27C0E,#DFA23C);--warn-wash:light-dark(#FDF3E0,#322712);--warn-line:light-dark(#EBCF9C,#5E4A20);
--bad:light-dark(#AD2A22,#FF9E94);--bad-solid:light-dark(#CC3B31,#F0766B);--bad-wash:light-dark(#FDEFED,#391D1A);--bad-line:light-dark(#F2C3BE,#6B302B)}
*{box-sizing:border-box;margin:0}
body{background:var(--canvas);color:var(--text);font:400 15px/24px Inter,ui-sans-serif,system-ui,-apple-system,"Segoe UI",sans-serif;overflow-wrap:anywhere;-webkit-text-size-adjust:100%}
main{max-width:832px;margin:32px auto;padding:40px 48px 64px;background:var(--surface);border-radius:12px;box-shadow:0 0 0 1px var(--line-faint)}
h1,h2,h3,h4,h5{color:var(--strong);font-weight:600;text-wrap:balance}
h1{font-size:36px;line-height:44px;letter-spacing:-.02em}
h2{font-size:20px;line-height:28px;letter-spacing:-.012em}
h3{font-size:16px;line-height:24px}h4{font-size:15px}h5{font-size:14px;line-height:20px}
main>h3,main>h4,main>h5{margin-top:16px}
main>p{margin-top:8px}
a{color:var(--accent)}
a:focus-visible,.scroll:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
code{font:13px/20px ui-monospace,Menlo,monospace;background:var(--fill);padding:1px 4px;border-radius:4px}
.banner{margin:0 0 28px;padding:10px 16px;border-radius:10px;background:var(--fill);color:var(--strong);font-size:14px}
.details{display:flex;flex-wrap:wrap;gap:12px 32px;margin-top:24px;padding-bottom:24px;border-bottom:1px solid var(--line-faint);font-size:14px;line-height:20px}
.details dt{margin-bottom:4px;color:var(--muted);font-size:12px;line-height:16px}
.details dd{color:var(--strong)}
.open{margin-top:24px;padding:16px 20px;border-radius:12px;background:var(--warn-wash)}
.open h2{font-size:14px;line-height:20px;color:var(--warn)}
.open ul{display:grid;gap:4px;margin-top:8px;padding:0;list-style:none;font-size:14px;line-height:20px}
.open a{color:var(--strong);font-weight:600;text-decoration-color:var(--warn-line);text-underline-offset:3px}
.section{display:flex;align-items:center;gap:8px;margin-top:36px;margin-bottom:12px}
.opener{display:inline-block;margin-left:auto;padding:0 6px;border-radius:4px;background:var(--fill);color:var(--muted);font-size:12px;line-height:18px;font-weight:500;white-space:nowrap}
.opener.product{color:var(--product);background:var(--product-wash)}
.opener.engineering{color:var(--engineering);background:var(--engineering-wash)}
.list{display:grid;gap:8px;margin-top:8px;padding:0 0 0 22px}
.list li::marker{color:var(--faint)}
.list .check-item{position:relative;left:-22px;display:flex;gap:10px;list-style:none}
.check-item .check{margin-top:4px}.check-item .opener{margin-left:4px}
.entry{padding-left:2px}
.list:has(.entry){gap:12px}
.lead{color:var(--strong);font-weight:600}
blockquote{margin-top:8px;padding-left:14px;border-left:2px solid var(--line);color:var(--muted)}
.scroll{overflow-x:auto}
.scroll+.scroll{margin-top:16px}
table{width:100%;min-width:560px;border-collapse:collapse;table-layout:fixed;font-size:14px;line-height:20px}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
th{padding:0 16px 8px 0;border-bottom:1px solid var(--line);color:var(--muted);font-size:12px;line-height:16px;font-weight:500;text-align:left}
td{padding:10px 16px 10px 0;border-bottom:1px solid var(--line-faint);vertical-align:top}
tr:last-child td{border-bottom:0}
th:last-child,td:last-child{padding-right:0}
.line,.note{display:block}
.line.struck{color:var(--muted);text-decoration:line-through}
.note{margin-top:2px;color:var(--muted);font-size:12px;line-height:16px}
.note.warn{color:var(--warn)}.note.bad{color:var(--bad)}
time{font-variant-numeric:tabular-nums}
time.bad{color:var(--bad);font-weight:500}
.chip{display:inline-block;padding:1px 8px;border-radius:6px;font-size:13px;line-height:20px;box-shadow:inset 0 0 0 1px var(--line)}
td .chip{margin:-1px 0 0 -8px}
.chip.warn,.chip.bad,.card .chip{box-shadow:none;font-weight:500}
.chip.warn{background:var(--warn-wash);color:var(--warn)}
.chip.bad{background:var(--bad-wash);color:var(--bad)}
.card .chip.good{background:var(--good-wash);color:var(--good)}
.card .chip.plain{background:var(--fill);color:var(--muted)}
.level{display:inline-flex;align-items:baseline;gap:8px}
.level.high{color:var(--bad);font-weight:500}
.bars{display:inline-flex;flex:none;align-items:flex-end;gap:2px;height:12px}
.bars i{width:3px;height:5px;border-radius:1px;background:var(--line)}
.bars i:nth-child(2){height:8px}.bars i:nth-child(3){height:12px}
.low .bars i:nth-child(1){background:var(--muted)}
.medium .bars i:nth-child(-n+2){background:var(--warn-solid)}
.high .bars i{background:var(--bad-solid)}
.check{display:inline-grid;flex:none;place-items:center;width:16px;height:16px;border-radius:5px;box-shadow:inset 0 0 0 1.5px var(--line-strong);color:#fff;font-size:12px;line-height:16px}
.check.on{background:var(--accent-solid);box-shadow:none}
.card{margin-top:12px;padding:14px 20px 16px;border:1px solid var(--line);border-radius:12px}
.card.unsettled{border:1px dashed var(--warn-line)}
.card-head{display:flex;align-items:baseline;gap:8px}
.card-head .chip{flex:none;margin-left:auto}
.aside{color:var(--muted);font-size:13px}
.voices{display:grid;grid-template-columns:1fr 1fr;gap:16px 24px;margin-top:12px;font-size:14px;line-height:22px}
.voice{padding-left:12px;border-left:2px solid var(--line)}
.voice.product{border-color:var(--product-line)}.voice.engineering{border-color:var(--engineering-line)}
.voice-label{display:block;margin-bottom:4px;font-size:12px;line-height:16px;font-weight:600}
.product .voice-label{color:var(--product)}.engineering .voice-label{color:var(--engineering)}
.fields{display:grid;grid-template-columns:96px minmax(0,1fr);gap:4px 0;margin-top:10px;font-size:14px;line-height:20px}
.fields dt{color:var(--muted);font-size:13px}
.fields .note{margin-top:0;font-size:13px;line-height:20px}
${[1, 2, 3, 4, 5, 6, 7, 8].map((step) => `main .indent-${step}{margin-left:${step * 24}px}`).join('\n')}
:target{outline:2px solid var(--accent);outline-offset:4px;border-radius:4px}
@media (max-width:720px){main{margin:0;padding:24px 16px 48px;border-radius:0}h1{font-size:28px;line-height:36px}.voices{grid-template-columns:1fr}.card-head{flex-wrap:wrap}.card-head h3{flex-basis:100%}.card-head .chip{margin-left:0}}
/* A phone shows a row as a card: its name, and below it what the columns say, each by its name. */
@media screen and (max-width:560px){table{min-width:0}thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table,tbody,tr{display:block}tr{position:relative;padding:12px 0;border-bottom:1px solid var(--line-faint)}tr:last-child{border-bottom:0}
tbody td{display:grid;grid-template-columns:96px minmax(0,1fr);padding:2px 0;border:0}tbody td:empty{display:none}
td::before{content:attr(data-label);color:var(--muted);font-size:13px}td>*{grid-column:2;justify-self:start}td .chip{margin:0}
td:has(.lead,.struck){display:block;padding-bottom:4px}td:has(.lead,.struck,.check)::before{content:none}
tr:has(td .check){padding-left:28px}tbody td:has(.check){position:absolute;display:block;left:0;top:14px}}
@media print{:root{color-scheme:light}body{background:none;font-size:11pt;-webkit-print-color-adjust:exact;print-color-adjust:exact}main{max-width:none;margin:0;padding:0;box-shadow:none}.scroll{overflow:visible}table{min-width:0}thead{display:table-header-group;break-after:avoid}tbody tr:first-child{break-before:avoid}tr,.card,.entry,.open li{break-inside:avoid}h2,h3,.section{break-after:avoid}a{color:inherit}}
@page{size:A4;margin:18mm 16mm}
`;
