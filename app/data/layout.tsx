import type { ReactNode } from "react";
import "../_styles/data.css";
import "../_styles/data-series.css";
import "../_styles/data-sections.css";

/** The pages of the data share their styles; no other page loads them. */
export default function DataLayout({ children }: { children: ReactNode }) {
  return children;
}
