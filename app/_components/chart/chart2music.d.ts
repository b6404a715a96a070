/** What is used of the library: its package does not say where its own declarations are. */
declare module "chart2music" {
  interface Axis {
    readonly label: string;
    readonly format: (value: number) => string;
  }

  export function c2mChart(input: {
    readonly type: "line" | "bar";
    readonly element: HTMLElement;
    /** Where the library writes what it says. */
    readonly cc: HTMLElement;
    readonly lang: string;
    readonly data: Readonly<Record<string, readonly { readonly x: number; readonly y: number }[]>>;
    readonly axes: { readonly x: Axis; readonly y: Axis };
  }): {
    /** Why there is no sound; null when there is. */
    readonly err: string | null;
    readonly data?: { readonly cleanUp: () => void };
  };
}
