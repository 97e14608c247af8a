import js from "@eslint/js";
import globals from "globals";

export default [
  js.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, L: "readonly" }, ecmaVersion: 2024, sourceType: "module" },
    rules: { eqeqeq: "error", "no-var": "error", "prefer-const": "error" },
  },
];
