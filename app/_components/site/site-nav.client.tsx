"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

const places = [
  { href: "/", name: "Front page" },
  { href: "/topics", name: "Topics" },
  { href: "/charts", name: "Charts" },
  { href: "/data", name: "Data" },
  { href: "/areas", name: "Areas" },
  { href: "/releases", name: "Releases" },
  { href: "/check", name: "Check" },
  { href: "/about", name: "Method" },
  { href: "/feeds", name: "Feeds" },
] as const;

/** Where a reader can go, and where they are. */
export function SiteNav() {
  const path = usePathname();
  return (
    <ul>
      {places.map(({ href, name }) => (
        <li key={href}>
          <Link href={href} prefetch={false} aria-current={currentOf(href, path)}>
            {name}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** A page below a place is in it, and is not it. */
function currentOf(href: string, path: string): "page" | "true" | undefined {
  if (path === href) return "page";
  return href !== "/" && path.startsWith(`${href}/`) ? "true" : undefined;
}
