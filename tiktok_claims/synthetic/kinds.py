"""Which kinds of sentences the grammar generates for each label, and how often.

Knows nothing of how templates are filled.
"""

from collections.abc import Mapping

# For each label, the kinds of sentence with their shares.
KINDS: Mapping[str, Mapping[str, int]] = {
    "claim": {
        "{claim_frame} {claim_complement}": 21,
        "{news_frame} {event}": 6,
        "{claim_frame_plain} {claim_complement}": 16,
        "{claim_tail}": 10,
        "{claim_split}": 4,
        "{claim_raising}": 4,
        "{fact}": 14,
        "{event}": 4,
        "{news_sentence}": 18,
        "{claim_frame} {claim_complement}{joint} {fact}": 4,
        "{fact}{joint} {fact}": 3,
        "{claim_question}": 5,
        "{claim_experience}": 3,
        "{knowledge}": 16,
        "{anecdote}": 14,
        "{story}": 10,
        "{spoken_report}": 14,
    },
    "opinion": {
        "{belief} that {opinion_complement}": 15,
        "{belief_plain} {opinion_complement}": 9,
        "{group_say} that {opinion_complement}": 3,
        "{owned_opinion} that {opinion_complement}": 7,
        "{owned_opinion} {opinion_complement}": 2,
        "{stance_opener} {opinion_complement}": 9,
        "{opinion_tail}": 10,
        "{opinion_split}": 4,
        "{opinion_raising}": 4,
        "{stance_on}": 6,
        "{judgement}": 10,
        "{taste}": 12,
        "{editorial}": 16,
        "{belief} that {opinion_complement}{joint} {fact}": 4,
        "{editorial}{joint} {editorial_point}": 2,
        "{taste}{joint} {judgement}": 2,
        "{outcry}": 7,
        "{remark}": 32,
    },
}
# The same for a sentence between others of a transcript: alone it says less than a complete one.
PARTS: Mapping[str, Mapping[str, int]] = {
    "claim": {"{leaning_claim}": 3, "{heard_claim}": 2, "{claim_frame_plain} {claim_complement}": 1},
    "opinion": {"{leaning_opinion}": 3, "{fragment}": 2, "{chatter}": 4},
}
COMPLEMENTS = {
    "claim_complement": ("{fact}",) * 14 + ("{knowledge}",) * 3 + ("{event}",) + ("{judgement}",) * 2,
    "opinion_complement": ("{fact}",) * 8
    + ("{knowledge}",) * 3
    + ("{anecdote}",)
    + ("{event}",) * 3
    + ("{judgement}",) * 6
    + ("{editorial_point}",) * 2,
    "joint": (
        ", and",
        ", and",
        ", while",
        ", but",
        " because",
        " even though",
        ", although",
        ", and besides,",
        ", and also",
    ),
}
