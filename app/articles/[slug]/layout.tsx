import type { ReactNode } from "react";

interface ArticleLayoutProps {
  readonly children: ReactNode;
  readonly receipt: ReactNode;
}

/** The article, and over it the receipt a reader opened. */
export default function ArticleLayout({ children, receipt }: ArticleLayoutProps) {
  return (
    <>
      {children}
      {receipt}
    </>
  );
}
