"""A record to send."""

from typing import Any

CLAIM: dict[str, Any] = {
    "video_duration_sec": 31,
    "video_transcription_text": "a neighbour read on a website that the old lighthouse is sinking",
    "verified_status": "not verified",
    "author_ban_status": "under review",
    "video_view_count": 412_350,
    "video_like_count": 120_911,
    "video_share_count": 31_020,
    "video_download_count": 2_011,
    "video_comment_count": 640,
}
