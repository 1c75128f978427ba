#!/usr/bin/env python3
"""Signed records and matrices, judged by others: the envelope by securesystemslib, the statement by in-toto's own
types, documents by their schemas. usage: RENKEI CORPUS (see ci/schemas)"""
import json, pathlib, subprocess, sys, tempfile

import jsonschema
from google.protobuf import json_format
from in_toto_attestation.predicates.test_result.v0 import test_result_pb2
from in_toto_attestation.v1 import statement_pb2
from in_toto_attestation.v1.statement import Statement
from cryptography.hazmat.primitives.serialization import load_pem_public_key
from securesystemslib.dsse import Envelope
from securesystemslib.signer import SSlibKey

renkei, corpus = str(pathlib.Path(sys.argv[1]).resolve()), str(pathlib.Path(sys.argv[2]).resolve())

# Refuses what it is given and writes nothing: enough for one document of each form.
SOFTWARE = r'''i=0
say() { printf '{"schema":"renkei.adapter/1","id":%d,%s}\n' "$i" "$1"; }
while IFS= read -r line; do
  i=$((i + 1))
  case $line in
    *'"request":"hello"'*) say '"answer":"hello","software":{"name":"見本","version":"1"},"roles":["service","kyotaku"]' ;;
    *'"request":"reset"'*) say '"answer":"reset"' ;;
    *'"request":"import"'*) say '"answer":"import","receipt":{"records_in":0,"imported":0,"rejected":[{"file":"all","records":0,"reason":"no"}],"ignored":0,"replaced":0,"fields_truncated":0,"characters_replaced":0},"holds":{}' ;;
    *) say '"answer":"not_implemented","reason":"no"' ;;
  esac
done
'''


def schema(name):
    content = json.loads(pathlib.Path(f"docs/schema/{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(content)
    return jsonschema.Draft202012Validator(content, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)


def main():
    record, matrix = schema("renkei.suite-record.1"), schema("renkei.suite-matrix.1")
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)

        def run(code, *args):
            done = subprocess.run([renkei, "suite", *args], capture_output=True, cwd=folder)
            assert done.returncode == code, f"{args}: exit {done.returncode}: {done.stderr.decode()}"

        (folder / "software.sh").write_text(SOFTWARE, encoding="utf-8")
        adapter = {"schema": "renkei.suite-adapter/1", "kind": "process", "command": ["sh", "software.sh"], "stays": True}
        (folder / "adapter.json").write_text(json.dumps(adapter), encoding="utf-8")
        run(0, "key", "--out", "key.pem")
        key = SSlibKey.from_crypto(load_pem_public_key((folder / "key.pub.pem").read_bytes()))
        seen = set()
        for code, only in ((0, "refuse/s00"), (1, "read/d2_")):
            run(code, "run", "--adapter", "adapter.json", "--corpus", corpus, "--only", only, "--format", "json", "--output", "result.json")
            run(0, "record", "result.json", "--key", "key.pem", "--subject", "software.sh")
            run(0, "verify", "record.dsse.json", "--key", "key.pub.pem")
            envelope = Envelope.from_dict(json.loads((folder / "record.dsse.json").read_text(encoding="utf-8")))
            # The name of the key is a hint of each tool's own; the signature is what is judged.
            for signature in envelope.signatures.values():
                signature.keyid = key.keyid
            envelope.signatures = {key.keyid: signature}
            assert key.keyid in envelope.verify([key], 1)
            payload = json.loads(envelope.payload)
            record.validate(payload)
            statement = json_format.ParseDict(payload, statement_pb2.Statement())
            Statement.copy_from_pb(statement).validate()
            told = json_format.ParseDict(payload["predicate"], test_result_pb2.TestResult(), ignore_unknown_fields=True)
            seen.add(told.result)
            assert len(told.passed_tests) + len(told.failed_tests) > 0
        assert seen == {"PASSED", "FAILED"}, seen
        run(1, "matrix", "adapter.json", "adapter.json", "--corpus", corpus, "--only", "write/d2_", "--json", "matrix.json")
        matrix.validate(json.loads((folder / "matrix.json").read_text(encoding="utf-8")))
    print("records: signatures, statements and matrices are as others read them")


main()
