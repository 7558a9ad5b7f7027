"""Checks this folder without Portolan: the files by SHA256SUMS, its signature (with openssl), and every entry of journal.jsonl by its hash."""
import hashlib
import json
import os
import subprocess
import sys

os.chdir(os.path.dirname(os.path.abspath(__file__)))
wrong = []

for line in open("SHA256SUMS", encoding="utf-8"):
    expected, name = line.rstrip("\n").split("  ", 1)
    with open(name, "rb") as file:
        if hashlib.sha256(file.read()).hexdigest() != expected:
            wrong.append(name + " was changed")

try:
    signed = subprocess.run(["openssl", "dgst", "-sha256", "-verify", "public-key.pem", "-signature", "SHA256SUMS.sig", "SHA256SUMS"], capture_output=True)
    if signed.returncode != 0:
        wrong.append("SHA256SUMS does not fit its signature")
except FileNotFoundError:
    print("openssl is not installed: the signature was not checked")


def field(value):
    return "-" if value is None else "%d:%s" % (len(str(value).encode()), value)


entries = 0
hashes = {}
for line in open("journal.jsonl", encoding="utf-8"):
    entry = json.loads(line)
    pieces = entry["evidence"]
    fields = [entry.get(name) for name in ("previous", "position", "micros", "chain", "actor", "act", "leg", "means", "detail")]
    fields += [len(pieces)] + [part for piece in pieces for part in (piece["id"], piece["sha256"])]
    place = "entry %s of chain %s" % (entry["position"], entry["chain"])
    if hashlib.sha256("".join(map(field, fields)).encode()).hexdigest() != entry["hash"]:
        wrong.append(place + " does not fit its hash")
    hashes[entry["chain"], entry["position"]] = entry["hash"], entry["previous"]
    entries += 1
for (chain, position), (_, previous) in hashes.items():
    before = hashes.get((chain, position - 1))
    if before and before[0] != previous:
        wrong.append("entry %s of chain %s does not follow the one before it" % (position, chain))

print("%d entries were checked" % entries)
print("\n".join(wrong) if wrong else "Everything fits.")
sys.exit(1 if wrong else 0)
