// renkei suite のアダプターの見本（TypeScript、実行時の依存なし） / an example adapter: TypeScript on Node, no dependency.
// 項目・書式・親子・送信単位は `hello` が示す layout にある。`Software` を貴社のソフトウェアの呼び出しに置き換えて使う。
// Fields, formats, parents and units stand in the layout that `hello` names; replace `Software` by calls of yours.
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { createInterface } from "node:readline";
const [SCHEMA, IMAGE] = ["renkei.adapter/1", "UPKIHON_IMAGE"];
const ROLES = ["kyotaku", "service", "houkatsu", "yobo_service"];
const COUNTS = ["imported", "replaced", "ignored", "fields_truncated", "characters_replaced"];
const END = "([0-9A-Z]{10}_[0-9A-Z]{2})_";
const NAME = new RegExp(`^([A-Z0-9]+(?:_SUB[12]?|_IMAGE)?)_(?:([0-9]{6})_)?${END}${END}([0-9]{14})(\\.CSV|_[0-9]{4}\\.jpg)$`);
const TYPED = { date: [/^(?!0{8})(....)(..)(..)$/, "$1-$2-$3"],
    month: [/^(?!0{6})(....)(..)$/, "$1-$2"], time: [/^(?!9999)(..)(..)$/, "$1:$2"] };
const range = (from, to) => Array.from({ length: to - from }, (_, at) => from + at);
// 2つの符号がある文字は、表の後のもの（JIS X 0208 が最後）を書く / of two codes of a character the later is written
const LEADS = [0xed, 0xee, 0xfa, 0xfb, 0xfc, 0x87, ...range(0x81, 0x85), ...range(0x88, 0xa0), ...range(0xe0, 0xeb)];
const CODES = [...LEADS.flatMap((lead) => range(0x40, 0xfd).map((trail) => [lead, trail])),
    ...[9, 10, 13, ...range(0x20, 0x7f), ...range(0xa1, 0xe0)].map((byte) => [byte])];
const decoder = new TextDecoder("shift_jis");
const MS932 = new Map(CODES.map((code) => [decoder.decode(Uint8Array.from(code)), code])
    .filter(([text]) => text.length === 1 && text !== "\ufffd"));
const of = (map, key, fresh) => map.get(key) ?? map.set(key, fresh()).get(key);
const value = ({ type, quoted }, text) => text === "" ? (quoted ? "" : null) :
    type === "number" ? Number(text) : text.replace(TYPED[type]?.[0] ?? "", TYPED[type]?.[1] ?? "");
const text = ({ type }, value) => String(value ?? "").replace(type in TYPED ? /[-:]/g : "", "");
const isTime = (text) => {
    const [day, time] = [text.replace(/^(....)(..)(..).*/, "$1-$2-$3"), text.slice(8).replace(/(..)(..)(..)/, "T$1:$2:$3Z")];
    return !Number.isNaN(Date.parse(day + time)) && new Date(day + time).toISOString().startsWith(day);
};
export class Refused extends Error {
} // 取り込めない理由 / why nothing is taken
export class Software {
    kinds;
    units;
    held = new Map(); // 親のキー → 種類 → レコード / parent's key → kind → records
    constructor(layout) {
        this.kinds = new Map(layout.kinds.map((kind) => [kind.kind, kind]));
        this.units = layout.units;
    }
    decode(data) {
        const text = decoder.decode(data);
        if (![...text].every((c) => MS932.has(c)))
            throw new Refused("MS932 で読めない文字があります");
        return text;
    }
    rows(text) {
        const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\r|\n|$)/y;
        const rows = [[]];
        while (cell.lastIndex < text.length || rows.at(-1).length > 0) {
            const found = cell.exec(text);
            if (!found)
                throw new Refused(`${rows.length} 件目：引用符の位置が正しくありません`);
            rows.at(-1).push(found[1]?.replaceAll('""', '"') ?? found[2]);
            if (found[3] !== ",")
                rows.push([]);
        }
        return rows.slice(0, -1);
    }
    misfit(field, text) {
        if (text.trim() === "")
            return field.required || (text !== "" && !field.quoted);
        const length = (field.type === "number" ? text.replace(/^-/, "") : text).length;
        return length > (field.max_len ?? length) || (field.codes.length > 0 && !field.codes.includes(text)) ||
            (!!field.pattern && !new RegExp(`^(?:${field.pattern})$`).test(text)) ||
            (field.type === "date" && /[1-9]/.test(text) && !isTime(text));
    }
    // ファイルを組に加え、レコードの数を答える / adds a file to its unit; how many records it has
    read(name, data, units) {
        const [, code = "", month, from, to, serial = "", tail] = NAME.exec(name) ?? [];
        const kind = this.kinds.get(code);
        if (!kind || (month !== undefined) !== kind.month_in_name || (code === IMAGE) === (tail === ".CSV") || !isTime(serial))
            throw new Refused("名称が標準仕様に合いません");
        const unit = of(units, `${serial}_${from}_${to}`, () => new Map());
        if (code === IMAGE)
            return of(unit, IMAGE, () => []).push([name, data.toString("base64")]) * 0;
        const rows = this.rows(this.decode(data));
        if (unit.has(code) || rows.length === 0)
            throw new Refused("同じ種類のファイルが2つあるか、レコードがありません");
        for (const [at, texts] of rows.entries()) {
            const wrong = kind.fields.filter((field, no) => this.misfit(field, texts[no] ?? ""));
            const thirds = kind.keys.map((key) => texts[key.nos[2] - 1]);
            if (wrong.length > 0 || texts.length !== kind.fields.length || (month !== undefined && !thirds.includes(month)))
                throw new Refused(`${at + 1} 件目：項目の数、書式、年月のどれかが合いません ${wrong.map((field) => field.key)}`);
        }
        unit.set(code, rows);
        return rows.length;
    }
    check(unit) {
        const fits = ({ required, optional }) => required.every((kind) => unit.has(kind)) &&
            [...unit.keys()].every((kind) => required.concat(optional).includes(kind));
        if (!this.units.some(fits))
            throw new Refused("組として必要なファイルがそろっていません");
        const named = (unit.get("UPKIHON") ?? []).map((texts) => texts[61]).filter((name) => name !== "");
        const pictures = new Map(unit.get(IMAGE));
        if (named.length !== pictures.size || !named.every((name) => pictures.get(name)?.startsWith("/9j/")))
            throw new Refused("画像が基本情報の示すものと違うか、JPEG ではありません");
    }
    key(kind, texts) {
        const keys = this.kinds.get(kind).keys;
        const { parent, nos } = keys.find((key) => /[^0]/.test(texts[key.nos[2] - 1])) ?? keys[0];
        return [parent, ...nos.map((no, at) => texts[no - 1].slice(0, at === 4 ? 2 : undefined))].join(" ");
    }
    take(unit) {
        const kinds = [...unit.keys()].filter((kind) => kind !== IMAGE);
        const placed = kinds.flatMap((kind) => unit.get(kind).map((texts) => ({ kind, texts, key: this.key(kind, texts) })));
        const gone = new Set(placed.map(({ key }) => key).filter((key) => this.held.delete(key)));
        return placed.map(({ kind, texts, key }) => {
            const deletes = kind.startsWith("DLT");
            if (!deletes)
                of(of(this.held, key, () => new Map()), kind, () => []).push(texts);
            const pictures = kind === "UPKIHON" ? (unit.get(IMAGE) ?? []).filter(([name]) => name === texts[61]) : [];
            if (pictures.length > 0)
                of(this.held.get(key), IMAGE, () => []).push(...pictures);
            return gone.has(key) === deletes ? "imported" : deletes ? "ignored" : "replaced";
        });
    }
    all(kind) { return [...this.held.values()].flatMap((records) => records.get(kind) ?? []); }
    line(fields, texts) {
        const cells = texts.map((text, at) => fields[at].quoted || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
        return [...`${cells.join(",")}\r\n`].flatMap((c) => MS932.get(c) ?? MS932.get("〓"));
    }
    files(unit, contents) {
        const [tail, files] = [`${unit.from}_${unit.to}_${unit.serial}`, new Map()];
        for (const [name, jpeg] of (contents.get(IMAGE) ?? [])) {
            const renamed = `${IMAGE}_${tail}_${name.slice(-8)}`;
            files.set(renamed, Buffer.from(jpeg, "base64"));
            for (const texts of contents.get("UPKIHON"))
                if (texts[61] === name)
                    texts[61] = renamed;
        }
        for (const [kind, rows] of [...contents].filter(([kind, rows]) => kind !== IMAGE && rows.length > 0)) {
            const { fields, keys, month_in_name } = this.kinds.get(kind);
            const month = month_in_name ? `_${rows[0][keys.at(-1).nos[2] - 1]}` : "";
            files.set(`${kind}${month}_${tail}.CSV`, Uint8Array.from(rows.flatMap((texts) => this.line(fields, texts))));
        }
        return files;
    }
}
export class Adapter {
    software;
    hello(request) {
        this.software = new Software(JSON.parse(readFileSync(request.layout, "utf8")));
        return { software: { name: "見本（TypeScript）", version: "1.0" }, roles: ROLES };
    }
    reset(_) { this.software.held.clear(); return {}; }
    import(request) {
        const [units, rejected, outcomes] = [new Map(), [], []];
        let [read, at] = [0, request.files[0]];
        try {
            for (at of request.files)
                read += this.software.read(at, readFileSync(join(request.folder, at)), units);
            for (const unit of units.values())
                this.software.check(unit);
            for (const serial of [...units.keys()].sort())
                outcomes.push(...this.software.take(units.get(serial)));
        }
        catch (why) { // 1つでも誤りがあれば、全体を断る / one fault, and the whole is refused
            if (!(why instanceof Refused))
                throw why;
            rejected.push({ file: at, records: read, reason: why.message });
        }
        const receipt = { records_in: read, rejected };
        for (const word of COUNTS)
            receipt[word] = outcomes.filter((outcome) => outcome === word).length;
        const holds = {};
        for (const { kind, section, fields } of this.software.kinds.values()) {
            const shown = (texts) => Object.fromEntries(fields.map((field, at) => [field.key, value(field, texts[at])]));
            holds[section] = { ...holds[section], [kind]: this.software.all(kind).map(shown) };
        }
        return { receipt, holds };
    }
    export(request) {
        const unit = request.scenario?.units[0];
        const told = ({ kind, section, fields }) => (unit[section]?.[kind] ?? []).map((record) => fields.map((field) => text(field, record[field.key])));
        const records = (kind) => unit ? told(this.software.kinds.get(kind)) : this.software.all(kind).map((it) => [...it]);
        const files = this.software.files(request.unit, new Map(request.kinds.map((kind) => [kind, records(kind)])));
        for (const [name, data] of files)
            writeFileSync(join(request.folder, name), data);
        return { files: [...files.keys()] };
    }
}
export async function serve(adapter) {
    for await (const line of createInterface({ input: process.stdin })) {
        const { id, request, ...rest } = JSON.parse(line);
        process.stdout.write(`${JSON.stringify({ schema: SCHEMA, id, answer: request, ...adapter[request](rest) })}\n`);
    }
}
if (/^adapter\.[jt]s$/.test(basename(process.argv[1] ?? "")))
    await serve(new Adapter());
