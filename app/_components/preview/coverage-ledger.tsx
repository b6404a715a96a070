import type { ArticlePage } from "#lib/site/article-page";

/** What became of all that an article says: its figures, and its comparing words. */
export function CoverageLedger({ counts }: Pick<ArticlePage, "counts">) {
  const rows = [
    { name: "Held by the data", of: ({ checked, claimed }: Counted) => `${checked} of ${claimed}` },
    { name: "Quoted", of: ({ quoted }: Counted) => quoted },
    { name: "Exempt", of: ({ exempt }: Counted) => exempt },
    { name: "Unmarked", of: ({ unmarked }: Counted) => unmarked },
  ];
  return (
    <table className="ledger preview-coverage">
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">What became of them</span>
          </th>
          <th scope="col" className="figure">
            Figures
          </th>
          <th scope="col" className="figure">
            Words
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, of }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="figure">{of(counts.figures)}</td>
            <td className="figure">{of(counts.words)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Counted = ArticlePage["counts"]["figures"];
