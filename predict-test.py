"""Smoke client: send five requests to a running service and check the answers.

    python predict-test.py [--url http://localhost:9696]

Exits with 0 when every answer is what it should be, with 1 when one is not or nothing listens there.
"""

import argparse
import sys
from typing import Any

import requests

CLAIM = {
    "video_duration_sec": 31,
    "video_transcription_text": "a neighbour read on a website that the old lighthouse is sinking by an inch a year",
    "verified_status": "not verified",
    "author_ban_status": "under review",
    "video_view_count": 412_350,
    "video_like_count": 120_911,
    "video_share_count": 31_020,
    "video_download_count": 2_011,
    "video_comment_count": 640,
}
OPINION = {
    "video_duration_sec": 18,
    "video_transcription_text": "in my view nothing beats a quiet evening with a good book",
    "verified_status": "verified",
    "author_ban_status": "active",
    "video_view_count": 3_120,
    "video_like_count": 610,
    "video_share_count": 80,
    "video_download_count": 6,
    "video_comment_count": 1,
}
MINUTES_OLD = {name: OPINION[name] for name in ("video_duration_sec", "video_transcription_text", "verified_status")}
INVALID = {**CLAIM, "video_view_count": "many", "views": 3}

# name, what is sent, the status and the verdicts that must come back
CASES: list[tuple[str, Any, int, list[str]]] = [
    ("a claim", CLAIM, 200, ["claim"]),
    ("an opinion", OPINION, 200, ["opinion"]),
    ("minutes old, no counts", MINUTES_OLD, 200, ["opinion"]),
    ("a list, one row faulty", [CLAIM, INVALID, OPINION], 200, ["claim", "faulty", "opinion"]),
    ("a faulty record", INVALID, 422, ["faulty"]),
]


def verdicts(answer: Any) -> list[str]:
    """Return the verdict of each row of an answer, `faulty` where it has errors instead."""
    return [row.get("claim_status", "faulty") for row in (answer if isinstance(answer, list) else [answer])]


def describe(answer: Any) -> str:
    """Return an answer in a few words."""
    if isinstance(answer, list):
        return " | ".join(describe(row) for row in answer)
    if "errors" in answer:
        return "; ".join(f"{fault['field']} {fault['problem']}" for fault in answer["errors"])
    if "detail" in answer:
        return str(answer["detail"])
    review = ", needs review" if answer["needs_review"] else ""
    return f"{answer['claim_status']}, claim probability {answer['claim_probability']:.4f}{review}"


def main(arguments: list[str] | None = None) -> int:
    """Run the cases and print a table. Returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--url", default="http://localhost:9696", help="of the service (default: %(default)s)")
    url = parser.parse_args(arguments).url.rstrip("/") + "/predict"
    failures = 0
    print(f"{'sent':<24} {'status':<6}  {'':<5} answer")
    for name, sent, status, expected in CASES:
        try:
            response = requests.post(url, json=sent, timeout=10)
            answer = response.json()
        except requests.ConnectionError:
            print(f"nothing answers at {url}: is the service running? (make run)", file=sys.stderr)
            return 1
        except requests.RequestException as error:
            print(f"{url} gave no answer to {name}: {error}", file=sys.stderr)
            return 1
        right = response.status_code == status and verdicts(answer) == expected
        failures += not right
        print(f"{name:<24} {response.status_code:<6}  {'ok' if right else 'WRONG':<5} {describe(answer)}")
        if not right:
            print(f"{'':<24} {status:<6}  was to be: {', '.join(expected)}")
    print("all answers are right" if not failures else f"{failures} of {len(CASES)} answers are wrong")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
