"""What people do on GET /: classify an example, upload a table; and what they then see."""

from playwright.sync_api import Page, expect

HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script>"

TABLE = (
    "#,claim_status,video_id,video_duration_sec,video_transcription_text,verified_status,video_view_count\r\n"
    '1,claim,701,59,"a friend read on a website that swans, mostly,\nsleep on one leg",not verified,343296\r\n'
    "2,opinion,702,32,i think that evening walks are the best part of any summer,verified,3140\r\n"
    "3,claim,703,31,a colleague read that the old mill turns backwards,maybe,-3\r\n"
    f"4,,704,12,{HOSTILE},,\r\n"
)


def expect_status(page: Page, status: str) -> None:
    expect(page.locator("#prediction .claim-status strong")).to_have_text(status)


def classify_example(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()
    expect(page.locator("#prediction .claim-status")).to_be_visible()


def upload(page: Page, content: str | bytes = TABLE, name: str = "videos.csv") -> None:
    body = content.encode() if isinstance(content, str) else content
    page.get_by_label("Choose a CSV file").set_input_files({"name": name, "mimeType": "text/csv", "buffer": body})


def column(page: Page, number: int) -> list[str]:
    return page.locator(f"#rows tr > :nth-child({number})").all_inner_texts()
