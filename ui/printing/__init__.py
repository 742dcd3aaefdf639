"""One painter routine for preview, printer and PDF."""
