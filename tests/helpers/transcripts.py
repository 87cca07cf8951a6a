"""Two sentences that transcripts are composed of."""

OPINION = "i think that evening walks are the best part of any summer"
CLAIM = "a friend read on a website that owls can turn their heads"
