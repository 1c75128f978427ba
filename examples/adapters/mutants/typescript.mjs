// わざと壊したソフトウェア：TypeScript の見本の一段を置き換える / softwares broken on purpose: one step of the sample replaced.
// `node typescript.mjs 名前`。何をするか、どの判定になるはずかは table.rs にある / what is expected stands in table.rs.
import { Adapter, Software, serve } from "../typescript/adapter.js";

const around = (owner, step, change) => {
  const old = owner.prototype[step];
  owner.prototype[step] = function (...args) {
    return change.call(this, (...given) => old.apply(this, given), ...args);
  };
};

// 読んだレコードを変える / alters the records that are taken
const takes = (change) => () =>
  around(Software, "take", function (old, unit) {
    return old(new Map([...unit].map(([kind, rows]) => [kind, change(kind, rows, this.kinds.get(kind).fields)])));
  });
const texts = (change, when) =>
  takes((_, rows, fields) => rows.map((row) => row.map((text, at) => (when(fields[at]) ? change(text) : text))));
const answers = (step, change) => () => around(Adapter, step, (old, request) => change(old(request), request));
const files = (change) => () =>
  around(Software, "files", (old, unit, contents) => new Map([...old(unit, contents)].flatMap(change)));

const MUTANTS = {
  "ts-insured-zeros-lost": texts((text) => text.replace(/^0+/, ""), (field) => field.format === "insured_no"),
  "ts-cut-at-40": texts((text) => text.slice(0, 40), (field) => field.quoted),
  "ts-takahashi-replaced": texts((text) => text.replaceAll("髙", "?"), (field) => field.quoted),
  "ts-rows-skipped": () => around(Software, "all", (old, kind) => old(kind).filter((_, at) => at % 3 < 2)),
  "ts-quotes-not-unescaped": () =>
    around(Software, "rows", (old, text) => old(text).map((row) => row.map((cell) => cell.replaceAll('"', '""')))),
  "ts-last-row-lost": () => around(Software, "rows", (old, text) => (/[\r\n]$/.test(text) ? old(text) : old(text).slice(0, -1))),
  "ts-nothing-checked": () => around(Software, "misfit", () => false),
  "ts-deletion-ignored": () =>
    around(Software, "take", (old, unit) => ([...unit.keys()].some((kind) => kind.startsWith("DLT")) ? ["imported"] : old(unit))),
  "ts-cascade-forgets-sheet-7": () =>
    around(Software, "take", function (old, unit) {
      const kept = (unit.get("DLTPLAN") ?? []).map((texts) => this.key("DLTPLAN", texts));
      const left = kept.map((key) => [key, this.held.get(key)?.get("UPSIKYU") ?? []]);
      const outcomes = old(unit);
      for (const [key, rows] of left) this.held.set(key, new Map([["UPSIKYU", rows]]));
      return outcomes;
    }),
  "ts-receipt-missing": answers("import", ({ holds }) => ({ holds })),
  "ts-writes-utf8": files(([name, data]) => [[name, name.endsWith(".CSV") ? recoded(data) : data]]),
  "ts-leaves-supplement-out": files(([name, data]) => (name.startsWith("UPHOSOKU") ? [] : [[name, data]])),
  "ts-crash-at-export": answers("export", () => process.exit(1)),
  "ts-garbage-on-stdout": answers("import", (answer) => (console.log("imported"), answer)),
};

function recoded(data) {
  return Buffer.from(new TextDecoder("shift_jis").decode(data));
}

MUTANTS[process.argv[2]]();
await serve(new Adapter());
