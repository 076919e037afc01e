import { transformAsync } from "@babel/core";
import linguiMacro from "@lingui/babel-plugin-lingui-macro";
import type { Plugin } from "vite";

/** Expands Lingui's macros. Vite 8 compiles TypeScript and JSX without Babel, so only files that use a macro pay for it. */
export function linguiMacroPlugin(): Plugin {
  return {
    name: "relais:lingui-macro",
    enforce: "pre",
    transform: {
      filter: { id: /\.tsx?(\?|$)/, code: /@lingui\/(core|react)\/macro/ },
      async handler(code, id) {
        const result = await transformAsync(code, {
          filename: id,
          babelrc: false,
          configFile: false,
          sourceMaps: true,
          parserOpts: { plugins: ["typescript", "jsx"] },
          plugins: [linguiMacro],
        });
        return result?.code ? { code: result.code, map: result.map } : null;
      },
    },
  };
}
