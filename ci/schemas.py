#!/usr/bin/env python3
"""Validates reports of many runs. usage: RENKEI SAMPLES PACKAGES (see ci/schemas)"""
import hashlib, json, pathlib, subprocess, sys, tempfile

import jsonschema, xmlschema

renkei, samples, packages = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])

# Where each schema lies in its package, and the hash of what was reviewed.
PUBLISHED = {
    "sarif": ("**/lib/schemas/sarif-2.1.0-rtm.5.json", "2d99159ae54a3eea97f81781cff48780548657c35949f4b7f25e99a2ba4de4f8"),
    "ctrf": ("**/dist/ctrf-schema-0.0.json", "742dee4cffda469902a9c30c4a87b0b7000d59d2ee502dcccb12ec471cea96a2"),
    "junit": ("**/xunit-plugin/ae25*/junit-10.xsd", "a1a816f58d1bf95ebabf371994df0b9246dee66ea9572fbec4f9296f1b2c0ff6"),
}


def published(form):
    pattern, expected = PUBLISHED[form]
    found = list(packages.glob(pattern))
    assert len(found) == 1, f"{form}: {pattern} matches {found}"
    content = found[0].read_bytes()
    assert hashlib.sha256(content).hexdigest() == expected, f"{form}: the schema is another one than was reviewed"
    return content.decode()


def json_validator(text):
    schema = json.loads(text)
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    validator = kind(schema, format_checker=kind.FORMAT_CHECKER)

    def errors(content):
        return [f"{error.json_path}: {error.message[:300]}" for error in validator.iter_errors(json.loads(content))]

    return errors


def xml_validator(text):
    schema = xmlschema.XMLSchema(text)
    return lambda content: [f"{error.path}: {error.reason}" for error in schema.iter_errors(content.decode())]


VALIDATORS = {
    "json": json_validator(pathlib.Path("docs/schema/renkei.check.1.schema.json").read_text(encoding="utf-8")),
    "sarif": json_validator(published("sarif")),
    "ctrf": json_validator(published("ctrf")),
    "junit": xml_validator(published("junit")),
}

CONTROL = "a\x1b[31m<b>&'\"\u202e表.CSV"


def runs(folder):
    """Names, arguments and the exit codes that make sense, for what reports may have to hold."""
    for case in sorted(path for path in samples.iterdir() if path.is_dir()):
        yield case.name, [str(case)], (0, 1)
    yield "all samples", [str(samples)], (0, 1)
    yield "all samples in English with values", [str(samples), "--lang", "en", "--show-values"], (0, 1)
    yield "warnings denied", [str(samples), "--deny", "warnings"], (1,)
    yield "nothing there", [str(folder / "missing"), str(samples)], (2,)
    empty = folder / "empty"
    empty.mkdir()
    yield "an empty folder", [str(empty)], (2,)
    hostile = folder / "hostile"
    hostile.mkdir()
    (hostile / CONTROL).write_bytes(b"\x00\xff,\x1b\"\r\n]]>")
    (hostile / "UPPLAN_202505_9970000001_43_9970000002_15_20250427163800.CSV").write_bytes(b"\xff\x00]]>,\x0b\n" * 2000)
    yield "hostile bytes and names", [str(hostile)], (1, 2)


def main():
    bad = reports = 0
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for name, arguments, codes in runs(folder):
            outputs = {form: folder / f"report.{form}" for form in VALIDATORS}
            command = [renkei, "check", *arguments]
            for form, path in outputs.items():
                command += ["--format", form, "--output", str(path)]
            done = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL)
            assert done.returncode in codes, f"{name}: exit {done.returncode}: {done.stderr.decode()}"
            for form, path in outputs.items():
                reports += 1
                for error in VALIDATORS[form](path.read_bytes())[:5]:
                    bad += 1
                    print(f"schemas: {name}: {form}: {error}", file=sys.stderr)
                path.unlink()
    assert reports > 100, f"only {reports} reports were made"
    print(f"schemas: {reports} reports, {bad} errors")
    return bool(bad)


sys.exit(main())
