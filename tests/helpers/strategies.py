"""What hypothesis draws: any valid record."""

from hypothesis import strategies as st

from tiktok_claims.features.lexicon import CLASSES
from tiktok_claims.features.spec import SUBJECTIVE
from tiktok_claims.features.words import EXPRESSIONS
from tiktok_claims.record import BAN, NUMBERS, TEXT, VERIFIED

LEXICON = [word for entries in CLASSES.values() for word in entries if "_" not in word]
OPENERS = (*CLASSES["greeting"], *CLASSES["filler"])
SUBJECTIVE_WORDS = [word for name in SUBJECTIVE for word in CLASSES[name]]

words = (
    st.sampled_from(LEXICON)
    | st.sampled_from([" ".join(pair) for pair in EXPRESSIONS])
    | st.sampled_from(SUBJECTIVE_WORDS)
    | st.sampled_from(
        ("that", "That", "I", "i", "hello", "um", "2,000", "15%", "don’t", "'", "''", "_", "¤", "ÿ", "İstanbul")
    )
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
)
gaps = st.sampled_from(
    (" ", "  ", ", ", "! ", '?" ', "\n", "\t", "\x1c", "\xa0", "_", "¤", " ¤ ", "-", "…", "\u2028", "%")
)
spoken = st.lists(st.tuples(words, gaps), max_size=30).map(lambda pairs: "".join(map("".join, pairs)))
long = st.tuples(spoken, st.integers(1, 200)).map(lambda repeated: (repeated[0] * repeated[1])[:20_000])
greetings = st.lists(st.sampled_from(OPENERS), max_size=5).map(" ".join)
texts = spoken | long | greetings | st.sampled_from(("", " ", "!!!", "that", "a" * 5_000, "a " * 5_000))
numbers = st.floats(0, allow_infinity=False) | st.integers(0, 10**7)
records = st.fixed_dictionaries(
    {},
    optional={
        TEXT: texts,
        **dict.fromkeys(NUMBERS, numbers),
        "verified_status": st.sampled_from(sorted(VERIFIED)),
        "author_ban_status": st.sampled_from(sorted(BAN)),
    },
).filter(bool)
