import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { FragmentEntries } from "./_components/site/fragment-entries.client.tsx";
import { feedsOf } from "./_components/site/alternates.ts";
import { cardOf } from "./_components/site/card-of.ts";
import { Masthead } from "./_components/site/masthead.tsx";
import { SiteFooter } from "./_components/site/site-footer.tsx";
import { TickShapes } from "./_components/tick/tick-shapes.tsx";
import { madeFromSite } from "./_data/made-from.ts";
import { siteUrl } from "./_data/site-url.ts";
import "./_type/core.css";
import "./_type/rest.css";
import "./_type/unpack.css";
import "./tokens.css";
import "./globals.css";
import "./_styles/masthead.css";
import "./_styles/tick.css";
import "./_styles/ledger.css";
import "./_styles/article.css";
import "./_styles/article-head.css";
import "./_styles/margin.css";
import "./_styles/footnotes.css";
import "./_styles/sources.css";
import "./_styles/print.css";
import "./_styles/receipt.css";
import "./_styles/home.css";
import "./_styles/home-side.css";
import "./_styles/corrections.css";

/** How long, in seconds, a cache between us and a reader may keep a page. Our own is right at once: cache-handler.mjs. */
export const revalidate = 300;

export async function generateMetadata(): Promise<Metadata> {
  return { ...metadata, ...(await madeFromSite()) };
}

const metadata: Metadata = {
  metadataBase: siteUrl(),
  title: { default: "Tickmark", template: "%s · Tickmark" },
  description:
    "News and data explainers in which every figure is traced to its source or marked as quoted.",
  openGraph: {
    siteName: "Tickmark",
    type: "website",
    locale: "en_US",
    images: cardOf("site", "tickmark", "Tickmark. Every figure is traced to its source"),
  },
  twitter: { card: "summary_large_image" },
  // For pages that say nothing of their own.
  alternates: { types: feedsOf() },
};

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f7f5ed" },
    { media: "(prefers-color-scheme: dark)", color: "#10161e" },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en-US">
      <body>
        <a className="skip-link" href="#main">
          Skip to the text
        </a>
        <TickShapes />
        <Masthead />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <SiteFooter />
        <FragmentEntries />
      </body>
    </html>
  );
}
