/** How often a series is observed. SDMX CL_FREQ codes: M, Q, A. */
export type Frequency = "monthly" | "quarterly" | "annual";

/** The SDMX CL_FREQ code of a frequency. */
export const frequencyCode = { monthly: "M", quarterly: "Q", annual: "A" } as const;
