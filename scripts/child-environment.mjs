/**
 * The environment for the programs we start. npm's own variables would make an inner npm act on the outer one's
 * settings, and a NODE_ENV of the caller would make Next build or install something else.
 * @param {Record<string, string | undefined>} [more]
 * @returns {NodeJS.ProcessEnv}
 */
export function childEnvironment(more = {}) {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^npm_(config|lifecycle|package|command|node|execpath)/i.test(name) && name !== "NODE_ENV",
  );
  return { ...Object.fromEntries(inherited), NEXT_TELEMETRY_DISABLED: "1", ...more };
}
