"""How a labelled set of texts is worded: frame and fact, who speaks, and with which kind of verb.

What evaluation holds out to see whether a model learned English or one list of phrases. Knows nothing of models.
"""

from collections import Counter
from collections.abc import Sequence

from tiktok_claims.features.lexicon import CLASSES
from tiktok_claims.features.spec import HEAD_TOKENS
from tiktok_claims.features.text import normalise_start, tokenise

OTHER = "other"
# The verbs and nouns by which a head says where its words come from, by what they do, in the order looked for.
VERB_FAMILIES = {
    "opinion noun": """opinion view belief feeling hypothesis impression position reasoning sentiment thinking
        understanding take hunch guess theory stance suspicion judgement verdict point""",
    "be sure": "convinced sure certain willing positive adamant confident bet wager",
    "feel": "feel feels felt love loves like likes hate hates enjoy enjoys hope hopes wish wishes fear fears",
    "think": """think thinks thought believe believes believed understand understands reckon reckons suppose guess
        suspect""",
    "find": "discovered found located encountered noticed spotted uncovered detected find came",
    "learn": "learned learnt heard hear gathered picked overheard listened",
    "read": "read saw seen watched see reading watching",
    "say": """say says said tell tells told claim claims claimed mention mentions mentioned report reports reported
        shared share wrote posted announced revealed explained confirmed warned showed sent""",
}
_FAMILY = {word: family for family, words in reversed(VERB_FAMILIES.items()) for word in words.split()}
_NOUNS = frozenset(
    noun for name in ("person_noun", "role_noun", "source_noun", "authority_noun") for noun in CLASSES[name]
)
_DETERMINERS = frozenset(["a", "an", "the", "my", "our", "his", "her", "their", "some", "one", "most"])


def frame_and_fact(texts: Sequence[str]) -> list[tuple[str, str]]:
    """Cut each text where both halves come most often among all of them; a "that" at the cut belongs to neither.

    Where texts are made of a set of frames and a set of facts, this finds both without knowing either.
    """
    split = [text.lower().split() for text in texts]
    openings = Counter(tuple(words[:cut]) for words in split for cut in range(1, len(words)))
    endings = Counter(tuple(words[cut:]) for words in split for cut in range(1, len(words)))

    def halves(words: list[str]) -> tuple[str, str]:
        cuts = range(1, len(words))
        cut = max(cuts, key=lambda at: min(openings[tuple(words[:at])], endings[tuple(words[at:])]), default=len(words))
        return " ".join(words[:cut]).removesuffix(" that"), " ".join(words[cut:]).removeprefix("that ")

    return [halves(words) for words in split]


def subject(text: str) -> str:
    """Return who speaks: a determiner and its person or source, such as "my family", else the first word."""
    words = [word.removesuffix("'s").strip("'") for word in tokenise(normalise_start(text))[:3]]
    if words[:1] == ["in"]:
        del words[0]
    with_noun = len(words) > 1 and words[0] in _DETERMINERS and words[1] in _NOUNS
    return " ".join(words[: 2 if with_noun else 1])


def verb_family(text: str) -> str:
    """Return the family of the first verb or noun in the head that is in VERB_FAMILIES, else OTHER."""
    return next((_FAMILY[word] for word in tokenise(normalise_start(text))[:HEAD_TOKENS] if word in _FAMILY), OTHER)
