"""Tells whether a TikTok video makes a claim or states an opinion."""
