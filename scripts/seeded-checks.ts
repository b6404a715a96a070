import fc from "fast-check";

// Vitest's set-up for every test file: what a property test tries depends on nothing but the code. A test may name a seed of
// its own.
fc.configureGlobal({ seed: 20_261_122 });
