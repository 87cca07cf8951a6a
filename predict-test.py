"""Smoke client: send five requests to a running service and check the predictions.

    python predict-test.py [--url http://localhost:9696]

Exits with 0 when every response is as expected, with 1 when one is not or nothing listens there.
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

# name, body, expected status and predictions
CASES: list[tuple[str, Any, int, list[str]]] = [
    ("a claim", CLAIM, 200, ["claim"]),
    ("an opinion", OPINION, 200, ["opinion"]),
    ("minutes old, no counts", MINUTES_OLD, 200, ["opinion"]),
    ("a list, one row invalid", [CLAIM, INVALID, OPINION], 200, ["claim", "invalid", "opinion"]),
    ("an invalid record", INVALID, 422, ["invalid"]),
]


def statuses(content: Any) -> list[str]:
    """Return the claim_status of each row of a response, `invalid` where it has errors instead."""
    return [row.get("claim_status", "invalid") for row in (content if isinstance(content, list) else [content])]


def describe(content: Any) -> str:
    """Return a response in a few words."""
    if isinstance(content, list):
        return " | ".join(describe(row) for row in content)
    if "errors" in content:
        return "; ".join(f"{error['field']} {error['problem']}" for error in content["errors"])
    if "detail" in content:
        return str(content["detail"])
    review = ", needs review" if content["needs_review"] else ""
    return f"{content['claim_status']}, claim probability {content['claim_probability']:.4f}{review}"


def main(arguments: list[str] | None = None) -> int:
    """Run the cases and print a table. Returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--url", default="http://localhost:9696", help="of the service (default: %(default)s)")
    url = parser.parse_args(arguments).url.rstrip("/") + "/predict"
    failures = 0
    print(f"{'request':<24} {'status':<6}  {'':<5} response")
    for name, body, status, expected in CASES:
        try:
            response = requests.post(url, json=body, timeout=10)
            content = response.json()
        except requests.ConnectionError:
            print(f"nothing listens at {url}: is the service running? (make run)", file=sys.stderr)
            return 1
        except requests.RequestException as error:
            print(f"{url} did not respond to {name}: {error}", file=sys.stderr)
            return 1
        right = response.status_code == status and statuses(content) == expected
        failures += not right
        print(f"{name:<24} {response.status_code:<6}  {'ok' if right else 'WRONG':<5} {describe(content)}")
        if not right:
            print(f"{'':<24} {status:<6}  expected: {', '.join(expected)}")
    print("all predictions are as expected" if not failures else f"{failures} of {len(CASES)} are not as expected")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
