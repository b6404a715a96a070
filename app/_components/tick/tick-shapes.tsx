import { shapeId, type TickKind } from "./tick.tsx";

/** The shapes of the marks, once a page: an article shows two hundred of them. */
export function TickShapes() {
  return (
    <svg className="tick-shapes" aria-hidden="true" focusable="false">
      {tickKinds.map((kind) => (
        <symbol key={kind} id={shapeId(kind)} viewBox="0 0 16 16" overflow="visible">
          <TickShape kind={kind} />
        </symbol>
      ))}
    </svg>
  );
}

const tickKinds: readonly TickKind[] = [
  "holds",
  "holds-rounded",
  "drifted",
  "flipped",
  "unanswered",
  "revised",
  "pinned",
  "quoted",
  "exempt",
];

const check =
  "M1.4 9.1C2.9 8.7 4.1 9.9 5 12.4 6.9 7.9 10 3.8 14.6 1.2 11 5 8.3 9.3 6.2 14.8H4.5C3.8 12.2 2.8 10.3 1.4 9.1Z";
const wave = "M8.9 13.4C10 11.4 11.3 11.4 12.2 12.5S14.3 13.7 15.2 11.8";
const quotes =
  "M7 3C4.6 4.3 3 6.3 3 8.8c0 1.7.9 2.7 2.1 2.7 1.1 0 1.9-.8 1.9-1.9S6.2 7.8 5.1 7.8C5.1 6.3 6 5 7.6 3.9ZM13.4 3C11 4.3 9.4 6.3 9.4 8.8c0 1.7.9 2.7 2.1 2.7 1.1 0 1.9-.8 1.9-1.9s-.8-1.8-1.9-1.8c0-1.5.9-2.8 2.5-3.9Z";

function TickShape({ kind }: { kind: TickKind }) {
  switch (kind) {
    case "holds":
      return <path d={check} />;
    case "holds-rounded":
      return (
        <>
          <path d={check} />
          <circle cx="12.6" cy="12.9" r="1.9" />
        </>
      );
    case "drifted":
      return (
        <>
          <path d={check} />
          <path className="tick-stroke" d={wave} />
        </>
      );
    case "unanswered":
      return <path className="tick-stroke" d="M2.6 8.4h10.8M5 3.2v10.4" />;
    case "revised":
      return (
        <>
          <path d={check} />
          <path className="tick-stroke" d="M9.4 11.2h5.4M9.4 14.2h5.4" />
        </>
      );
    case "pinned":
      return (
        <>
          <path d={check} />
          <path className="tick-stroke" d="M12.2 9.4v5M9.8 14.6h4.8" />
        </>
      );
    case "flipped":
      return <path d={check} transform="rotate(180 8 8)" />;
    case "quoted":
      return <path d={quotes} />;
    case "exempt":
      return <circle className="tick-stroke" cx="8" cy="8" r="4.6" />;
  }
}
