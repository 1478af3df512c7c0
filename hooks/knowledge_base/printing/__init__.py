"""Handouts as PDF: lines that break right, letters that come back when copied, structure for assistive technology."""
