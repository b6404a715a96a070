/** How often a series is observed. SDMX CL_FREQ codes: M, Q, A. */
export type Frequency = "monthly" | "quarterly" | "annual";
