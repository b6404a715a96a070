import type { ReactNode } from "react";
import { MissingSeries } from "../../_components/data/missing-series.tsx";
import { findMissing } from "../../_data/data.ts";

/**
 * Says which series are near a key that names none. The page below then answers 404, but what Next shows for that is not
 * told the address.
 */
export default async function SeriesLayout({
  params,
  children,
}: {
  params: Promise<{ key: string }>;
  children: ReactNode;
}) {
  const { key } = await params;
  const near = await findMissing(key);
  return (
    <>
      {near === null ? null : <MissingSeries wanted={key} near={near} />}
      {children}
    </>
  );
}
