declare namespace NodeJS {
  interface ProcessEnv {
    /** Names the gate by the code that was built (scripts/build.ts). Next writes it into the build where it is read by this name. */
    readonly TICKMARK_GATE?: string;
  }
}
