import type { EmbeddedChart } from "#lib/site/chart-embed";

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => escapes[character] ?? character);
}

/** A chart as a whole page for a frame: no scripts, one style sheet, links that leave the frame. */
export function embedDocument(chart: EmbeddedChart, address: (path: string) => string): string {
  const { title, measure, svg, form, source, note, licence } = chart;
  return page(
    title,
    `<figure class="chart">
<h1 class="chart-headline"><a href="${escaped(address(chart.path))}" target="_blank" rel="noopener">${escaped(title)}</a></h1>
<p class="chart-measure">${escaped(measure)}</p>
<div class="chart-box chart-box-${form}"><div class="chart-wide">${svg.wide}</div><div class="chart-narrow">${svg.narrow}</div></div>
${note === null ? "" : `<figcaption class="chart-remark">${escaped(note)}</figcaption>\n`}<p class="chart-source">${escaped(source)}. ${escaped(licence)}.</p>
<p class="chart-source"><a href="${escaped(address(chart.path))}" target="_blank" rel="noopener">Tickmark</a> · <a href="${escaped(address(chart.csvPath))}" target="_blank" rel="noopener">Figures (CSV)</a></p>
</figure>`,
    `<link rel="canonical" href="${escaped(address(chart.path))}">`,
  );
}

/** Why there is no chart, for whoever looks at the frame. */
export function embedRefusal(message: string, address: (path: string) => string): string {
  return page(
    "No chart",
    `<p class="chart-measure">${escaped(message)}</p>
<p class="chart-source"><a href="${escaped(address("/charts"))}" target="_blank" rel="noopener">All charts of Tickmark</a></p>`,
    "",
  );
}

function page(title: string, body: string, head: string): string {
  return `<!doctype html>
<html lang="en-US">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${escaped(title)} · Tickmark</title>
${head}
<link rel="stylesheet" href="/embed/style.css">
</head>
<body>
${body}
</body>
</html>
`;
}
