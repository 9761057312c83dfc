"""Why figures do not agree: findings that one wrong figure explains, and which figure that may be."""
