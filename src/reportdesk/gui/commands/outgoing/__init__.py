"""What leaves the window: exports, the preview, papers and pictures, and what is still open before."""
